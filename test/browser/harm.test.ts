/** What a page does where things are not as they should be: hostile articles, nothing there, no answer; and by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { ACTORS, makeCoding } from '../../src/record/testing.ts';
import { browserTest } from './browser.ts';
import { type Bench, openBench, seen, settled } from './desk.ts';

let bench: Bench;
let page: Page;
let open: Bench['open'];

before(async () => {
  bench = await openBench();
  ({ page, open } = bench);
});
after(() => bench?.close());

const textOf = (selector: string) => seen(page.locator(selector));

browserTest('a hostile article is only words', async () => {
  await open('/a/hostile');
  assert.match(await textOf('h1'), /<img src=x onerror/);
  assert.match(await textOf('.text'), /\[U\+202E\]/);
  assert.equal(await page.locator('.text h1, .text script, main img').count(), 0);
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  assert.notEqual(await page.title(), 'owned');
  assert.deepEqual(await bench.violations(), []);
  // Words that run the other way stay in their place: what stands before and after them is where it was.
  const box = await page
    .locator('.text p bdi')
    .first()
    .evaluate((e) => getComputedStyle(e).unicodeBidi);
  assert.equal(box, 'isolate');
  await page.locator('.text .m-what').first().click();
  await page.waitForSelector('.evidence .why-report');
  assert.equal(await page.locator('.evidence img, .evidence script').count(), 0);
  assert.deepEqual(bench.errors, []);
});

browserTest('a paragraph of five megabytes is shown piece by piece, and so is the evidence in it', async () => {
  const { PRK, RUS } = ACTORS;
  const text = `North Korea thanked Russia. ${'on and on '.repeat(250_000)}North Korea praised Russia ${'and more '.repeat(290_000)}`;
  assert.ok(text.length > 5_000_000);
  const sides = { actors: [['North Korea', PRK]], recipients: [['Russia', RUS]], day: '2024-05-02' } as const;
  const told = [
    { sentence: 0, type: 'SUPPORT', cue: 'thanked', ...sides },
    { sentence: 1, type: 'SUPPORT', cue: 'praised', ...sides },
  ];
  await bench.desk.save(makeCoding({ id: 'endless', date: '2024-05-02', title: null, text, publisher: 'P' }, told));
  await bench.desk.join();
  await open('/a/endless');
  const shown = () => page.locator('.text').evaluate((e) => e.textContent?.length ?? 0);
  assert.ok((await shown()) > 10_000 && (await shown()) < 100_000);
  const before = await shown();
  await page.getByRole('button', { name: 'Go on reading' }).click();
  assert.ok((await shown()) > before);
  await page.locator('.page-head button', { hasText: '2 reports' }).click();
  await page.waitForSelector('.evidence .report .m-what');
  const panel = page.locator('.evidence');
  assert.match(await seen(panel), /… (?:and|on) [\s\S]*North Korea praised Russia and more/);
  assert.ok((await panel.evaluate((e) => e.textContent?.length ?? 0)) < 10_000);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1440);
});

browserTest('what is missing is said; an empty record says how to begin', async () => {
  await open('/w/nobody%20at%20all');
  assert.match(await textOf('.failed'), /Not in the record/);
  await open('/no/such/page');
  assert.match(await textOf('main'), /There is no such page/);
  bench.errors.length = 0;
  const empty = await openBench({ empty: true });
  await empty.open('/');
  assert.match(await seen(empty.page.locator('main')), /The record is empty[\s\S]*Add articles/);
  assert.deepEqual(await empty.violations(), []);
  await empty.close();
});

browserTest(
  'while an answer is late there is a place for it; where none comes, the page says so and asks again',
  async () => {
    let wait: () => void = () => {};
    await page.route('**/api/relations/PRK-RUS', async (route) => {
      await new Promise<void>((resolve) => {
        wait = resolve;
      });
      await route.continue();
    });
    await page.goto(`${bench.server.url}r/PRK-RUS`);
    await page.waitForSelector('.loading .bone');
    assert.equal(await page.locator('.loading').first().getAttribute('role'), 'status');
    wait();
    await settled(page);
    await page.unroute('**/api/relations/PRK-RUS');
    await page.route('**/api/overview', (route) => route.abort());
    await page.goto(bench.server.url);
    await page.waitForSelector('.failed');
    assert.match(await textOf('.failed'), /The server does not answer; is it still running\?\n/);
    assert.deepEqual(await bench.violations(), []);
    await page.unroute('**/api/overview');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.pairs');
  },
);

browserTest('nothing jumps while a page comes', async () => {
  for (const [path, width] of [
    '/',
    '/r/PRK-RUS',
    '/a/feature',
    '/w/RUS',
    '/w/per:antony-blinken',
    '/add',
    '/search?q=artillery',
  ].flatMap((one) => [[one, 1440] as const, [one, 390] as const])) {
    await page.setViewportSize({ width, height: 900 });
    await open(path);
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const watch = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          });
          watch.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    assert.ok(moved < 0.05, `${path} at ${width}: ${moved}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

browserTest('all that can be pressed is reached with Tab, in the order of the page', async () => {
  const compared = '/r/PRK-RUS?from=2022-01-01&to=2023-12-31&against=2020-01-01..2021-12-31';
  for (const path of ['/', '/r/PRK-RUS?page=2', compared, '/a/feature', '/w/RUS', '/add', '/explain', '/words']) {
    await open(path);
    const all = await page.evaluate(() => {
      const found = [...document.body.querySelectorAll<HTMLInputElement>('*')].filter(
        (e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility(),
      );
      for (const [i, e] of found.entries()) e.setAttribute('data-stop', String(i));
      return found.map((e) => `${e.tagName} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').slice(0, 60)}`);
    });
    assert.ok(all.length > 5);
    const stops: number[] = [];
    // Fields for a date have three stops and a button within them.
    for (let i = 0; i < all.length + 16; i += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? null);
      if (stop === null) break;
      if (Number(stop) !== stops.at(-1)) stops.push(Number(stop));
    }
    assert.deepEqual(
      stops.map((stop) => all[stop]),
      all,
      path,
    );
  }
});
