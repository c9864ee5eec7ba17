/** From the words of an article to what measures say of them: sentences that must meet a measure, and such that must not. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Desk, openDesk } from '../src/desk.ts';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

/** A sentence of a day, and what is found of it; null where nothing is. */
const CASES: readonly (readonly [day: string, sentence: string, instrument: RegExp | null])[] = [
  [
    '2023-11-02',
    'North Korea delivered artillery shells to Russia.',
    /^As reported, .* would breach S\/RES\/1874 \(2009\) ¶9, which bans exports of all arms/,
  ],
  ['2023-11-03', 'Russia bought rockets from North Korea.', /North Korea to Russia\) would breach S\/RES\/1874/],
  ['2018-04-05', 'China imported coal from North Korea.', /2371 \(2017\) ¶8, which bans exports of coal/],
  ['2012-02-03', 'Russia sold a batch of tanks to Iran.', /1929 \(2010\) ¶8/],
  ['2012-05-06', 'France supplied the Libyan rebels with antitank missiles.', /1970 \(2011\) ¶9/],
  ['2022-06-07', 'Uganda may send ammunition to South Sudan.', /^If .*2428 \(2018\) ¶4/],
  ['2020-07-08', 'Iran sent missiles to the Houthis.', /2216 \(2015\) ¶14/],
  ['2023-08-09', 'North Korean instructors trained soldiers of Uganda.', null],
  ['2023-11-10', 'North Korea and Russia agreed on a film festival.', null],
  ['2023-11-11', 'North Korea thanked Russia for enforcing the arms embargo.', null],
  ['2011-06-12', 'Germany lent the Libyan rebels money while NATO dropped bombs on Tripoli.', null],
  ['2022-01-13', 'Russia sold a batch of tanks to Iran.', null],
  ['2000-03-14', 'Britain sold rifles to Sierra Leone.', null],
  ['2023-11-15', 'North Korea sent flowers to Russia, whose missiles had hit Kyiv.', null],
];

const folder = mkdtempSync(join(tmpdir(), 'dragoman-measures-'));
let desk: Desk;
before(async () => {
  const tools = loadTools();
  desk = await openDesk(join(folder, 'record.duckdb'));
  for (const [n, [date, text]] of CASES.entries())
    await desk.save(code({ id: `${n}`, date, title: null, text }, tools));
  await desk.join();
});
after(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [n, [day, sentence, instrument]] of CASES.entries()) {
  test(`${day}: ${sentence}`, async () => {
    const { reports } = (await desk.article(`${n}`))!;
    const told = (await desk.findings(reports.map(({ id }) => id))).map(({ text }) => text).join('\n');
    if (instrument) assert.match(told, instrument);
    else assert.equal(told, '');
  });
}
