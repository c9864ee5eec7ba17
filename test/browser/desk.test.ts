/** The main path of each page, in a browser. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from './browser.ts';
import { type Bench, openBench, seen, settled } from './desk.ts';

let bench: Bench;
let page: Page;
let open: Bench['open'];
let violations: Bench['violations'];

before(async () => {
  bench = await openBench();
  ({ page, open, violations } = bench);
});
after(() => bench?.close());

const textOf = (selector: string) => seen(page.locator(selector));

browserTest('from the first page to the sentence behind the highest point of a chart in three presses', async () => {
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

browserTest('the evidence has its own address, Escape closes it, and the focus goes back', async () => {
  await open('/r/PRK-RUS');
  const number = page.locator('.event-open').first();
  await number.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.evidence .report');
  const address = page.url();
  await page.keyboard.press('Escape');
  await page.waitForSelector('.evidence', { state: 'detached' });
  assert.ok(await number.evaluate((e) => e === document.activeElement));
  await page.goto(address);
  await page.waitForSelector('.evidence .report');
});

browserTest('the evidence does not cover what it explains, on either side of the page', async () => {
  await open('/r/PRK-RUS');
  for (const pressed of ['.side .cite button', '.column .event-open']) {
    const opener = page.locator(pressed).first();
    await opener.click();
    await page.waitForSelector('.evidence .report');
    const [panel, part] = [await page.locator('.evidence').boundingBox(), await opener.boundingBox()];
    const apart = part!.x + part!.width <= panel!.x || panel!.x + panel!.width <= part!.x;
    assert.ok(apart || pressed.includes('event-open'), pressed);
    // A line of an event is as wide as its column; the words of it have to be seen.
    if (!apart) assert.ok(part!.x < panel!.x - 400, pressed);
  }
  await page.keyboard.press('Escape');
  await page.waitForSelector('.evidence', { state: 'detached' });
  const last = page.locator('.column .event-open').first();
  assert.ok(await last.evaluate((e) => e === document.activeElement));
});

browserTest('where there are more reports than fit, the evidence says so and goes on', async () => {
  await open('/r/PRK-RUS?show=PRK-RUS;both');
  assert.match(await textOf('.evidence-count'), /The newest 40 of \d+ reports/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText(/^\d+ reports from \d+ origins, newest first$/).waitFor();
  const total = Number(/^\d+/.exec(await textOf('.evidence-count'))![0]);
  assert.equal(await page.locator('.evidence .report').count(), total);
});

browserTest('the chart is read and opened with the keyboard, and has a table', async () => {
  await open('/r/PRK-RUS');
  await page.locator('.touch').first().focus();
  await page.keyboard.press('Home');
  assert.match(await textOf('.read-out'), /^[A-Z][a-z]+ \d{4}: /);
  await page.getByRole('button', { name: 'Table' }).click();
  const number = page.locator('.numbers button.number').first();
  const count = Number(await seen(number));
  await number.click();
  await page.waitForSelector('.evidence .report');
  assert.ok((await page.locator('.evidence .report').count()) >= count);
});

browserTest('the chart draws mean intensity as well, at an address of its own', async () => {
  await open('/r/PRK-RUS');
  await page.getByRole('button', { name: 'Mean intensity' }).click();
  assert.match(page.url(), /draw=intensity/);
  assert.match(await textOf('.read-out'), /^mean intensity [+−]\d+\.\d, \d+ events from/);
  assert.match(await textOf('.chart-note'), /−10.*\+10/);
  await page.getByRole('button', { name: 'Count events' }).click();
  assert.ok(!page.url().includes('draw='));
});

browserTest(
  'dragging over the chart chooses a period, the page follows, and another period stands beside it',
  async () => {
    await open('/r/PRK-RUS');
    const box = (await page.locator('.touch').first().boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForSelector('text=Whole record');
    assert.match(page.url(), /from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    await page.getByRole('button', { name: 'Compare two periods' }).click();
    await page.waitForSelector('.compared');
    assert.match(page.url(), /against=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'comparison-title');
    await page.getByLabel('First period from').fill('2020-02-01');
    await page.waitForURL(/against=2020-02-01\.\./);
    await page.getByText(/^1\sFebruary 2020 to/).waitFor();
  },
);

const COMPARED = '/r/PRK-RUS?from=2022-01-01&to=2023-12-31&against=2020-01-01..2021-12-31';

browserTest('two periods side by side: what is new, both directions, and each figure opens its sentences', async () => {
  await open(COMPARED);
  assert.match(await textOf('.periods'), /First\s+1\sJanuary\s2020 to 31\sDecember\s2021,\s\d+ articles/);
  // Both are in the one chart, from the first day of the one to the last of the other, each named in both directions.
  const marks = page.locator('.chart .compared-period');
  await marks.first().waitFor();
  assert.deepEqual(await marks.evaluateAll((all) => all.map((one) => one.textContent)), [
    ...['First', 'Second'],
    ...['First', 'Second'],
  ]);
  assert.match((await page.locator('.axis').textContent())!, /2021.*2023/);
  const tables = page.locator('.compared');
  assert.deepEqual(await tables.locator('caption').evaluateAll((all) => all.map((one) => one.textContent)), [
    'North Korea → towards  Russia',
    'Russia → towards  North Korea',
  ]);
  for (const row of ['Events', 'Cooperation, deeds', 'material aid', 'Origins', 'Mean intensity'])
    assert.equal(await tables.first().getByRole('rowheader', { name: row, exact: true }).count(), 1, row);
  // Events of both periods are counted once in each, and a change is the difference of the two.
  const figures = await tables.first().locator('tbody tr').first().locator('td button').all();
  const told = await Promise.all(figures.map(async (one) => Number.parseInt((await seen(one)).replace('−', '-'), 10)));
  assert.equal(told[2], told[1]! - told[0]!);
  for (const [i, days] of [
    /2020 to 31 December 2021$/,
    /2022 to 31 December 2023$/,
    /2023 and 1 January 2020 to/,
  ].entries()) {
    await figures[i]!.click();
    await page.waitForSelector('.evidence .report');
    assert.match(await textOf('#evidence-title'), days);
    const events = new Set(
      await page
        .locator('.evidence .report-links a:last-child')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    );
    if (i < 2) assert.equal(events.size, told[i]);
  }
  await page.locator('.periods button').first().click();
  await page.waitForSelector('.evidence .newest a');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await page.waitForSelector('.comparison', { state: 'detached' });
  assert.ok(await page.locator('.begin-comparing').evaluate((e) => e === document.activeElement));
  assert.ok(!page.url().includes('against'));
  await open('/r/PRK-RUS?from=2020-01-01&to=2021-06-30&against=2018-01-01..2018-12-31');
  assert.match(await textOf('.periods'), /no coverage/);
  assert.match(await textOf('.only'), /New in the second period\s+[A-Z].+: (?:one event|\d+ events)/);
  await page.locator('.only button').first().click();
  await page.waitForSelector('.evidence .report');
  assert.match(page.url(), /type:[A-Z]+/);
});

browserTest('older events are a page on, at an address that keeps period, type, class and status', async () => {
  await open('/r/PRK-RUS?from=2020-01-01&to=2024-12-31');
  const lines = () =>
    page.locator('#events-title ~ [aria-busy] .event-line').evaluateAll((all) => all.map((e) => e.textContent));
  const total = Number(/of (\d+) events/.exec(await textOf('.events-count'))![1]);
  const first = await lines();
  assert.equal(first.length, 20);
  await page.getByRole('link', { name: 'Older events' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=2020-01-01&to=2024-12-31&page=2/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'events-title');
  assert.match(await textOf('.events-count'), new RegExp(`^21 to 40 of ${total} events, newest first`));
  await page.getByRole('link', { name: 'Older events' }).click();
  await page.waitForURL(/page=3/);
  assert.equal((await lines()).length, total - 40);
  assert.equal(await page.getByRole('link', { name: 'Older events' }).count(), 0);
  await page.goBack();
  await page.getByText(/^21 to 40 of/).waitFor();
  // A choice begins at the newest again and keeps the period.
  await page.getByLabel('Status').selectOption('planned');
  await page.waitForURL(/from=2020-01-01&to=2024-12-31&status=planned/);
  await page.waitForFunction(() => document.querySelectorAll('#events-title ~ [aria-busy] .event').length < 20);
  await page.waitForSelector('[aria-busy=false]');
  const marks = await page
    .locator('#events-title ~ [aria-busy] .status')
    .evaluateAll((all) => all.map((e) => e.textContent));
  assert.ok(marks.length > 0 && marks.every((mark) => mark === 'Planned'), marks.join());
  assert.ok(!page.url().includes('page='));
  await open('/r/PRK-RUS?type=AID&quad=material-cooperation&page=2');
  assert.equal(await page.getByLabel('Type').inputValue(), 'AID');
  assert.match(await textOf('.events-count'), /^21 to \d+ of \d+ events/);
  assert.ok((await lines()).every((line) => /gave material aid to/.test(line ?? '')));
  await page.locator('.events-count button').click();
  await page.waitForSelector('.evidence .report');
  assert.match(await textOf('#evidence-title'), /^Cooperation in deeds, North Korea and Russia/);
});

browserTest('what the words mean is told by key and by touch, beside the events and on a page of its own', async () => {
  await open('/r/PRK-RUS');
  const summary = page.locator('main .glossary summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  assert.match(
    await textOf('main .words'),
    /Said\s+Said by somebody whom the article names[\s\S]*Material aid\s+Giving goods, money, arms/,
  );
  assert.deepEqual(await violations(), []);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('main .words').isVisible(), false);
  await page.locator('.event-open').first().click();
  await page.locator('.evidence .glossary summary').click();
  assert.match(await textOf('.evidence .words'), /How sure it is/);
  await page.keyboard.press('Escape');
  await page.getByRole('contentinfo').getByRole('link', { name: 'What the words mean' }).click();
  await page.waitForURL(/\/words$/);
  await page.waitForSelector('main h1');
  assert.equal(await page.locator('main dt').count(), 6 + 16 + 6);
});

browserTest('a relation can be followed: its feeds are linked, announced and served', async () => {
  await open('/r/PRK-RUS');
  for (const [name, type] of [
    ['Atom', 'application/atom+xml'],
    ['JSON Feed', 'application/feed+json'],
  ] as const) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    assert.equal(await page.locator(`link[rel=alternate][type="${type}"]`).getAttribute('href'), href);
    const feed = await page.request.get(new URL(href!, bench.server.url).href);
    assert.equal(feed.status(), 200);
    assert.ok(feed.headers()['content-type']!.startsWith(type));
    assert.match(await feed.text(), /North Korea and Russia/);
  }
});

browserTest('search goes from a slash to a relation, or to all that is found', async () => {
  await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('north korea');
  await page.waitForSelector('[role=option]');
  assert.deepEqual(await violations(), []);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/r\//);
  await page.keyboard.press('/');
  await page.keyboard.type('artillery');
  await page.getByRole('option', { name: 'All that is found for “artillery”' }).click();
  await page.waitForURL(/\/search\?q=artillery/);
  await page.waitForSelector('.found a');
  assert.match(await textOf('main'), /Events[\s\S]*(?:Reported|Said), [\s\S]*Sentences/);
});

browserTest('one press on a mark in an article opens why it was read so', async () => {
  await open('/a/feature?at=2');
  assert.equal(await page.locator('.sought').count(), 1);
  for (const mark of ['.m-what', '.m-actor']) {
    await page.locator(`.text ${mark}`).first().click();
    await page.waitForSelector('.evidence .why-full h4');
    const why = await textOf('.evidence');
    assert.match(why, /after the rule by hand/);
    assert.match(why, /Who is named[\s\S]*“Antony Blinken” Antony Blinken a name/);
    assert.match(why, /The rules that were tried[\s\S]*AID/);
  }
  await page.getByRole('checkbox', { name: 'actors' }).uncheck();
  assert.equal(await page.locator('.text .m-actor').count(), 0);
  await page.locator('.evidence a', { hasText: 'The event' }).first().click();
  await page.waitForURL(/\/e\//);
  await page.waitForSelector('h1');
  assert.match(await textOf('.side'), /Who affirms it[\s\S]*Who denies it/);
});

browserTest('an actor is met with those whom it meets, in a list, a picture and a table', async () => {
  await open('/w/RUS');
  assert.match(await textOf('.network h2'), /North Korea and the United States meet each other most: \d+ events/);
  const lines = page.locator('.network .tie-link');
  assert.ok((await lines.count()) >= 5);
  await lines.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.evidence .report');
  await page.keyboard.press('Escape');
  await page.locator('.network').getByRole('button', { name: 'Table' }).click();
  await page.locator('.network td button:enabled').first().click();
  await page.waitForSelector('.evidence .report');
});

browserTest('a pasted text is read while one looks on, then stands in the record', async () => {
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

browserTest('a file is read article by article, told as it goes; what is refused says why', async () => {
  await open('/add');
  const lines = [
    { title: 'First', text: 'North Korea gave Russia lenses.' },
    { title: 'Empty', text: ' ' },
    { title: 'Slow', text: 'North Korea gave Russia prisms.' },
  ];
  const buffer = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: 'news.jsonl', mimeType: 'text/plain', buffer });
  await page.waitForSelector('.read-lines .refused');
  const during = await textOf('.side');
  assert.match(during, /Reading …[\s\S]*news\.jsonl: 1 of 3 articles/);
  assert.match(during, /one new article, one report, 1 refused/);
  assert.match(during, /Refused: Empty\. no text in it\./);
  assert.equal(await page.locator('progress').getAttribute('max'), '3');
  bench.gate.open();
  await page.waitForSelector('progress', { state: 'detached' });
  assert.match(await textOf('.side'), /^Read\n[\s\S]*2 new articles, 2 reports, 1 refused/);
});

browserTest('a sentence is explained with its tree drawn', async () => {
  await open('/explain');
  await page.getByRole('textbox', { name: 'Sentence' }).fill('North Korea gave Russia arms.');
  await page.getByRole('button', { name: 'Explain' }).click();
  await page.waitForSelector('.tree .word');
  assert.equal(await page.locator('.tree .word').count(), 4);
  assert.match(await textOf('.explained'), /AID/);
});

browserTest('a relation page is small, nothing was asked of another machine, and nothing failed', async () => {
  let bytes = 0;
  const tab = await bench.browser.context.newPage();
  const session = await bench.browser.context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await tab.goto(`${bench.server.url}r/PRK-RUS`, { waitUntil: 'networkidle' });
  await settled(tab);
  await tab.close();
  assert.ok(bytes > 10_000 && bytes < 300_000, `${bytes} bytes`);
  assert.deepEqual(bench.foreign, []);
  assert.deepEqual(bench.errors, []);
});
