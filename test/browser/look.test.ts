/** Every page at two widths, light and dark: no rule of accessibility broken, nothing wider than the window, as it was. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from './browser.ts';
import { type Bench, openBench } from './desk.ts';
import { farFromGolden } from './golden.ts';

let bench: Bench;
let tab: Page;

/** Pictures can be compared only where the typefaces of the desk are drawn. */
const hasTypefaces = (): Promise<boolean> =>
  bench.page.evaluate(() =>
    ['Source Serif 4', 'Source Sans 3'].every((name) => document.fonts.check(`16px "${name}"`)),
  );

before(async () => {
  bench = await openBench();
  tab = await bench.browser.context.newPage();
});
after(() => bench?.close());

/** Each with the name of its golden picture; those without are looked at with other eyes only. */
const PAGES: readonly (readonly [path: string, golden: string | null])[] = [
  ['/', 'desk'],
  ['/r/PRK-RUS', 'relation'],
  ['/r/PRK-RUS?draw=intensity', null],
  ['/r/PRK-RUS?from=2022-01-01&to=2023-12-31&against=2020-01-01..2021-12-31', 'compare'],
  ['/r/PRK-RUS?type=AID&page=2', null],
  ['/r/PRK-RUS?show=PRK-RUS;forward', 'evidence'],
  ['/e/EVENT', 'event'],
  ['/a/feature', 'article'],
  ['/a/feature?show=why;feature;2', 'why'],
  ['/w/PRK', 'actor'],
  ['/w/per:antony-blinken', null],
  ['/add', 'add'],
  ['/explain?sentence=North%20Korea%20gave%20Russia%20arms.&date=2023-09-25', 'explain'],
  ['/search?q=artillery', 'search'],
  ['/words', 'words'],
  ['/nothing/here', null],
];

/**
 * Of 255. Letters drawn by another engine differ by about one in the mean and five in a part; a page without its chart, or
 * in the wrong inks, by thirty in a part.
 */
const FAR = { mean: 3, most: 26 };

/** The event of the busiest month, which the record numbers by what is in it. */
async function eventId(): Promise<string> {
  const path = 'api/relations/PRK-RUS/events?since=2023-09-01&until=2023-09-30&limit=1';
  const { items } = (await (await fetch(bench.server.url + path)).json()) as { items: { id: string }[] };
  return items[0]!.id;
}

for (const width of [1440, 390]) {
  browserTest(`every page at ${width} pixels, in light and dark`, async () => {
    const { page, open, violations } = bench;
    const event = await eventId();
    await page.setViewportSize({ width, height: 900 });
    for (const [path, golden] of PAGES) {
      await page.emulateMedia({ colorScheme: 'light' });
      await open(path.replace('EVENT', event));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${path} at ${width}: ${wide}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // The colours are all that changes from light to dark.
        const found = await violations(colorScheme === 'dark' ? ['color-contrast'] : undefined);
        assert.deepEqual(found, [], `${path} ${colorScheme} ${width}`);
        if (!golden) continue;
        assert.ok(await hasTypefaces(), 'the typefaces that come with the pages were not loaded');
        if (golden === 'compare') await page.locator('.comparison').evaluate((e) => e.scrollIntoView());
        const far = await farFromGolden(page, tab, `${golden}-${width}-${colorScheme}`);
        const told = `${golden} at ${width}, ${colorScheme}: mean ${far.mean.toFixed(1)}, most ${far.most}`;
        assert.ok(far.mean < FAR.mean && far.most < FAR.most, told);
      }
    }
  });
}

browserTest('at twice the letter size nothing is cut off or runs out of the window', async () => {
  const { page, open } = bench;
  // A window of 1280 pixels at 200 per cent is one of 640.
  await page.setViewportSize({ width: 640, height: 450 });
  await page.emulateMedia({ colorScheme: 'light' });
  for (const path of ['/', '/r/PRK-RUS', '/a/feature', '/w/PRK', '/add', '/r/PRK-RUS?show=PRK-RUS;forward']) {
    await open(path);
    // Letters alone at twice their size, as some readers have it.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const out = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      cut: [...document.querySelectorAll('main h1, main h2, main button, main a, main p')].filter(
        (e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'hidden' && !e.closest('.unseen'),
      ).length,
    }));
    assert.deepEqual({ path, ...out }, { path, wide: 640, cut: 0 });
  }
});
