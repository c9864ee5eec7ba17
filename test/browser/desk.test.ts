import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Article } from '../../src/nouns.ts';
import { ACTORS, makeCoding } from '../../src/record/testing.ts';
import { createServer, type RunningServer } from '../../src/server/index.ts';
import { type TestDesk, testDesk } from '../../src/server/testing.ts';
import { openBrowser, type TestBrowser } from './browser.ts';
import { farFromGolden } from './golden.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { PRK, RUS } = ACTORS;

/** Stands in for the language core. */
function code(article: Article) {
  const tree = {
    words: ['North', 'Korea', 'gave', 'arms'].map((form, index) => ({
      ...{ index, form, lemma: form, upos: 'X', xpos: 'X', from: 0, to: 1 },
      head: index === 2 ? -1 : 2,
      deprel: index === 2 ? 'root' : 'dep',
    })),
  };
  const coding = makeCoding(article, [
    {
      sentence: article.title ? 1 : 0,
      type: 'AID',
      cue: 'gave',
      actors: [['North Korea', PRK]],
      recipients: [['Russia', RUS]],
    },
  ]);
  return article.id === 'sentence' ? { ...coding, trees: [tree as never] } : coding;
}

let made: TestDesk;
let server: RunningServer;
let browser: TestBrowser;
let page: Page;
const foreign: string[] = [];
const errors: string[] = [];

before(async () => {
  if (!existsSync(new URL('../../web/dist/index.html', import.meta.url)))
    spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'ignore' });
  made = await testDesk();
  const lines = [
    { kind: 'head', text: 'Events' },
    { kind: 'text', text: 'North Korea → AID → Russia' },
  ] as const;
  server = await createServer(made.desk, { port: 0, work: { code, explain: () => lines } });
  browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
  page = await browser.context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
});

after(async () => {
  await browser?.close();
  await server?.close();
  made?.close();
});

const open = (path: string) => page.goto(server.url.slice(0, -1) + path, { waitUntil: 'networkidle' });
const textOf = (selector: string) => page.locator(selector).first().innerText();

/** Everything that the rules of accessibility find on the page as it is. */
async function violations(): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
}

const PAGES = [
  '/',
  '/r/PRK-RUS',
  '/a/feature',
  '/w/PRK',
  '/w/per:antony-blinken',
  '/add',
  '/explain',
  '/r/PRK-RUS?show=PRK-RUS;forward',
];

test('every page is free of violations in light and dark, wide and narrow, and never wider than the window', async () => {
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await open(path);
      assert.deepEqual(await violations(), [], `${path} ${colorScheme} ${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${path} at ${width}: ${wide}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
});

/** Of 255. Another browser's letters differ by about one, a page without its chart or in the wrong colours by far more. */
const FAR = 6;

test('pages look as they did when they were last looked at', async () => {
  for (const [scheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    for (const [path, name] of [
      ['/', 'desk'],
      ['/r/PRK-RUS', 'relation'],
    ] as const) {
      await open(path);
      const far = await farFromGolden(page, `${name}-${width}-${scheme}`);
      assert.ok(far < FAR, `${name} at ${width}, ${scheme}: ${far.toFixed(1)}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('from the first page to the sentence behind the highest point of a chart in three presses', async () => {
  await open('/');
  await page.locator('.pairs a', { hasText: 'North Korea and Russia' }).click();
  await page.waitForSelector('.plot svg');
  const bars = page.locator('.plot').first().locator('.bar.cooperation');
  const boxes = await bars.evaluateAll((all) =>
    all.map((b) => b.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
  const highest = boxes.reduce((a, b) => (b.y < a.y ? b : a));
  await page.mouse.click(highest.x + highest.width / 2, highest.y + 3);
  await page.waitForSelector('.evidence .report');
  assert.match(await textOf('.evidence'), /handed over shipment|gave artillery/i);
  assert.match(page.url(), /show=PRK-RUS;forward;kind:cooperation;from:2023-09-01|show=PRK-RUS%3B/);
});

test('the evidence has its own address, Escape closes it, and the focus goes back', async () => {
  await open('/r/PRK-RUS');
  const number = page.locator('.event-open').first();
  await number.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.evidence .report');
  const address = page.url();
  await page.keyboard.press('Escape');
  await page.waitForSelector('.evidence', { state: 'detached' });
  assert.ok(await number.evaluate((e) => e === document.activeElement));
  await page.goto(address, { waitUntil: 'networkidle' });
  assert.equal((await page.locator('.evidence .report').count()) > 0, true);
});

test('the chart is read and opened with the keyboard, and has a table', async () => {
  await open('/r/PRK-RUS');
  await page.locator('.touch').first().focus();
  await page.keyboard.press('Home');
  assert.match(await textOf('.read-out'), /^[A-Z][a-z]+ \d{4}: /);
  await page.getByRole('button', { name: 'Table' }).click();
  const number = page.locator('.numbers button.number').first();
  const count = Number(await number.innerText());
  await number.click();
  await page.waitForSelector('.evidence .report');
  assert.ok((await page.locator('.evidence .report').count()) >= count);
});

test('dragging over the chart chooses a period and the page follows', async () => {
  await open('/r/PRK-RUS');
  const box = (await page.locator('.touch').first().boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await page.waitForSelector('text=Whole record');
  assert.match(page.url(), /from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
});

test('search goes from a slash to a relation', async () => {
  await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('north korea');
  await page.waitForSelector('[role=option]');
  assert.deepEqual(await violations(), []);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/r\//);
});

test('an article shows its marks, and pressing one shows the evidence', async () => {
  await open('/a/feature?at=2');
  assert.equal(await page.locator('.sought').count(), 1);
  await page.locator('.m-what').first().click();
  await page.waitForSelector('.evidence .report');
  await page.locator('.evidence a', { hasText: 'The event' }).first().click();
  await page.waitForURL(/\/e\//);
  await page.waitForSelector('h1');
  assert.deepEqual(await violations(), []);
});

test('a hostile article is only words', async () => {
  await open('/a/hostile');
  assert.match(await textOf('h1'), /<img src=x onerror/);
  assert.match(await textOf('.text'), /\[U\+202E\]/);
  assert.equal(await page.locator('.text h1, .text script, main img').count(), 0);
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  assert.notEqual(await page.title(), 'owned');
  assert.deepEqual(await violations(), []);
});

test('a pasted text is read while one looks on, then stands in the record', async () => {
  await open('/add');
  await page.locator('[name=title]').fill('New dispatch');
  await page.locator('textarea').fill('North Korea gave Russia telescopes.');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForSelector('.read-lines a');
  assert.match(await textOf('.read-lines'), /New dispatch[\s\S]*Reported/);
  await page.locator('.read-lines a').click();
  await page.waitForSelector('.text');
  assert.match(await textOf('.text'), /telescopes/);
});

test('a sentence is explained with its tree drawn', async () => {
  await open('/explain?sentence=North%20Korea%20gave%20Russia%20arms.&date=2023-09-25');
  assert.equal(await page.locator('.tree .word').count(), 4);
  assert.match(await textOf('.explained'), /AID/);
  assert.deepEqual(await violations(), []);
});

test('what is missing is said; an empty record says how to begin', async () => {
  await open('/w/nobody%20at%20all');
  assert.match(await textOf('.failed'), /Not in the record/);
  errors.length = 0;
  const empty = await testDesk({ empty: true });
  const second = await createServer(empty.desk, { port: 0 });
  const tab = await browser.context.newPage();
  await tab.goto(second.url, { waitUntil: 'networkidle' });
  assert.match(await tab.locator('main').innerText(), /The record is empty[\s\S]*Add articles/);
  await tab.close();
  await second.close();
  empty.close();
});

test('a relation page is small, nothing was asked of another machine, and nothing failed', async () => {
  let bytes = 0;
  const tab = await browser.context.newPage();
  const session = await browser.context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await tab.goto(`${server.url}r/PRK-RUS`, { waitUntil: 'networkidle' });
  await tab.close();
  assert.ok(bytes > 10_000 && bytes < 300_000, `${bytes} bytes`);
  assert.deepEqual(foreign, []);
  assert.deepEqual(errors, []);
});
