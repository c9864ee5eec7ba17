/** What everybody can reach: figures that open, what a screen reader is told, where the focus goes, and a copy that fails. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from './browser.ts';
import { type Bench, openBench, seen } from './desk.ts';

let bench: Bench;
let page: Page;
let open: Bench['open'];

before(async () => {
  bench = await openBench();
  ({ page, open } = bench);
});
after(() => bench?.close());

const PATHS = [
  '/',
  '/?show=articles',
  '/r/PRK-RUS',
  '/r/PRK-RUS?from=2022-01-01&to=2023-12-31&against=2020-01-01..2021-12-31',
  '/r/PRK-RUS?show=PRK-RUS;forward',
  '/a/feature',
  '/a/feature?show=why;feature;2',
  '/w/RUS',
  '/w/per:antony-blinken',
  '/add',
  '/explain?sentence=North%20Korea%20gave%20Russia%20arms.',
  '/search?q=north%20korea',
  '/words',
  '/nothing/here',
];

/** An event of the busiest month, which the record numbers by what is in it. */
async function eventPath(): Promise<string> {
  const path = 'api/relations/PRK-RUS/events?since=2023-09-01&until=2023-09-30&limit=1';
  const { items } = (await (await fetch(bench.server.url + path)).json()) as { items: { id: string }[] };
  return `/e/${items[0]!.id}`;
}

browserTest('every figure on every page can be pressed', async () => {
  let figures = 0;
  for (const path of [...PATHS, await eventPath()]) {
    await open(path);
    const found = await page.evaluate(() => {
      const figure =
        /(?:\b\d[\d,.]*|\bone) (?:more )?(?:event|report|origin|source|article|sentence)s?\b|intensity [+−]?\d/i;
      const [dead, live]: [string[], string[]] = [[], []];
      const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        // What was printed in the news is no figure of the record's.
        const box = node.parentElement!;
        if (
          !figure.test(node.nodeValue ?? '') ||
          box.closest('blockquote, bdi, .explained, .unseen, .read-sum, .words')
        )
          continue;
        (box.closest('button, a, summary') ? live : dead).push(node.nodeValue!);
      }
      return { dead, live: live.length };
    });
    assert.deepEqual({ path, dead: found.dead }, { path, dead: [] });
    figures += found.live;
  }
  assert.ok(figures > 100, `${figures} figures seen`);
});

browserTest('the figures of the whole record open its sentences and its articles', async () => {
  await open('/');
  await page.locator('.record-line button', { hasText: /events/ }).click();
  await page.waitForSelector('.evidence .report');
  assert.match(await seen(page.locator('.evidence-count')), /^The newest 40 of \d+ reports$/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.evidence .report').length > 40);
  assert.ok(await page.evaluate(() => document.activeElement?.closest('.evidence .report') !== null));
  await page.locator('.record-line button', { hasText: /articles/ }).click();
  await page.locator('.evidence .newest a').first().click();
  await page.waitForURL(/\/a\//);
});

interface Node {
  readonly role: string;
  readonly name: string;
  readonly level: number | null;
}

/** What the browser tells a screen reader, in its order. */
async function heard(): Promise<Node[]> {
  const session = await bench.browser.context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const list: Node[] = [];
  const walk = (id: string) => {
    const node = byId.get(id);
    if (!node) return;
    const level = node.properties?.find(({ name }) => name === 'level')?.value.value;
    if (!node.ignored)
      list.push({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        level: level === undefined ? null : Number(level),
      });
    for (const child of node.childIds ?? []) walk(child);
  };
  walk(nodes[0]!.nodeId);
  return list;
}

const NAMED = new Set([
  ...['button', 'link', 'combobox', 'textbox', 'checkbox', 'slider', 'Date', 'image', 'progressbar'],
  ...['table', 'region', 'complementary', 'navigation', 'heading', 'option', 'listbox'],
]);

browserTest(
  'a screen reader is told of one page in order: landmarks, headings one below another, and a name for everything',
  async () => {
    for (const path of [...PATHS, await eventPath()]) {
      await open(path);
      const nodes = await heard();
      const of = (role: string) => nodes.filter((node) => node.role === role);
      for (const role of ['banner', 'main', 'contentinfo', 'search'])
        assert.equal(of(role).length, 1, `${path}: ${role}`);
      const headings = of('heading');
      assert.equal(headings.filter(({ level }) => level === 1).length, 1, `${path}: first heading`);
      headings.forEach(({ level, name }, i) => {
        const above = i ? headings[i - 1]!.level! : 0;
        assert.ok(level! <= above + 1, `${path}: "${name}" is ${level} under ${above}`);
      });
      const nameless = nodes.filter(({ role, name }) => NAMED.has(role) && !name.trim());
      assert.deepEqual({ path, nameless }, { path, nameless: [] });
      assert.ok(path.startsWith('/?') || path === '/' || / – Dragoman$/.test(await page.title()), path);
    }
  },
);

browserTest('the chart is heard: a slider that says what it stands on, and a table of the same numbers', async () => {
  await open('/r/PRK-RUS');
  const [slider] = (await heard()).filter(({ role }) => role === 'slider');
  assert.match(slider!.name, /North Korea towards Russia: arrow keys read, Enter opens the sentences/);
  await page.locator('.touch').first().focus();
  await page.keyboard.press('End');
  assert.match((await page.locator('.touch').first().getAttribute('aria-valuetext')) ?? '', /^[A-Z][a-z]+ \d{4}: /);
  await page.getByRole('button', { name: 'Table' }).click();
  const columns = (await heard()).filter(({ role }) => role === 'columnheader');
  assert.ok(columns.some(({ name }) => /North Korea → Russia/.test(name)));
  assert.ok(columns.some(({ name }) => name === 'Conflict, deeds'));
});

/** Whether the focus is on something that can be seen. */
const focused = (): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return at && at !== document.body && at.checkVisibility() ? (at.textContent ?? '').trim() || at.tagName : null;
  });

browserTest('the focus is never lost: not by a sort, a table, older events, or a period taken back', async () => {
  await open('/');
  const sort = page.getByRole('button', { name: 'Relation', exact: true });
  await sort.focus();
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'Relation');
  assert.equal(await page.locator('.pairs th[aria-sort]').getAttribute('aria-sort'), 'ascending');
  await open('/r/PRK-RUS');
  await page.getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'Chart');
  await page.getByRole('link', { name: 'Older events' }).focus();
  await page.keyboard.press('Enter');
  assert.match((await focused()) ?? '', /^Reported events/);
  await open('/r/PRK-RUS?from=2022-01-01&to=2023-12-31');
  await page.getByRole('button', { name: 'Whole record' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !location.search.includes('from='));
  assert.equal(await focused(), 'INPUT');
});

browserTest('the first stop goes past the head, and can be seen', async () => {
  await open('/r/PRK-RUS');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'To the page' });
  assert.ok(await skip.evaluate((e) => e === document.activeElement && e.getBoundingClientRect().top >= 0));
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
});

browserTest('at 320 pixels nothing runs out of the window', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [...PATHS, await eventPath()]) {
    await open(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.deepEqual({ path, wide }, { path, wide: 320 });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

browserTest(
  'the brief prints alone with its sources open; the page prints whole, without what can only be pressed',
  async () => {
    await open('/r/PRK-RUS');
    await page.emulateMedia({ media: 'print' });
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    assert.deepEqual(
      [
        await visible('.column h1'),
        await visible('.side .brief'),
        await visible('.event-choice'),
        await visible('.actions'),
      ],
      [true, true, false, false],
    );
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.getByRole('button', { name: 'Print' }).click();
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual([await visible('.column h1'), await visible('.side .brief h2')], [false, true]);
    assert.ok((await page.locator('.brief-sources li').count()) > 3 && (await visible('.brief-sources li')));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.ok(await visible('.column h1'));
    await page.emulateMedia({ media: 'screen' });
  },
);

browserTest('in colours of the reader’s own and without motion everything is still there', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open('/r/PRK-RUS?from=2022-01-01&to=2023-12-31&against=2020-01-01..2021-12-31');
  const look = (selector: string, name: 'backgroundImage' | 'textDecorationLine' | 'fill' | 'color') =>
    page
      .locator(selector)
      .first()
      .evaluate((e, asked) => getComputedStyle(e)[asked], name);
  assert.match(await look('.swatch', 'backgroundImage'), /gradient/);
  assert.equal(await look('button.plain', 'textDecorationLine'), 'underline');
  assert.equal(await look('.chart text', 'fill'), await look('body', 'color'));
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await page.emulateMedia({ forcedColors: 'none' });
});

browserTest('a brief is copied; where the server fails, that is said and nothing is copied', async () => {
  await bench.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: bench.server.url });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await open('/r/PRK-RUS');
  const copy = page.locator('.brief .actions button').first();
  await copy.click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await clipboard();
  assert.match(copied, /Sources\n {2}\[1\]/);
  const detail = 'the program failed on this request';
  await page.route('**/brief?format=text', (route) =>
    route.fulfill({
      ...{ status: 500, contentType: 'application/problem+json' },
      body: JSON.stringify({ type: 'about:blank', title: 'Failed', status: 500, detail }),
    }),
  );
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('button', { name: detail }).waitFor();
  assert.equal(await seen(page.locator('.brief .actions [role=status]')), detail);
  assert.equal(await clipboard(), copied);
  await page.unroute('**/brief?format=text');
});
