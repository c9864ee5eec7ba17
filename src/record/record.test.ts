import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  articleId,
  copiesOf,
  dealings,
  joinEvents,
  joinsOf,
  judge,
  openRecord,
  quotesBy,
  type RecordFile,
  reports,
  reportsOfArticle,
  totals,
  unjoinEvents,
} from './index.ts';
import { ACTORS, makeCoding } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-record-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshPath = () => join(folder, `${files++}.duckdb`);

const { PRK, RUS, USA, blinken } = ACTORS;

const accusation = makeCoding(
  {
    title: 'Blinken condemns North Korea',
    text: 'Antony Blinken condemned North Korea on Monday. North Korea gave Russia artillery. “It is wrong,” Blinken said.',
  },
  [
    {
      sentence: 1,
      type: 'ACCUSE',
      mode: 'disapprove',
      cue: 'condemned',
      actors: [['Antony Blinken', blinken]],
      recipients: [['North Korea', PRK]],
      day: '2023-09-25',
    },
    {
      sentence: 2,
      type: 'AID',
      cue: 'gave',
      actors: [['North Korea', PRK]],
      recipients: [['Russia', RUS]],
      day: '2023-09-01',
    },
  ],
  [{ sentence: 3, by: ['Blinken', blinken], cue: 'said', content: ['“It is wrong,”'], direct: true }],
);

const echo = makeCoding(
  { id: 'b', date: '2023-09-26', text: 'The United States condemned North Korea on Monday over its arms.' },
  [
    {
      sentence: 0,
      type: 'ACCUSE',
      mode: 'disapprove',
      cue: 'condemned',
      actors: [['The United States', USA]],
      recipients: [['North Korea', PRK]],
      day: '2023-09-25',
    },
  ],
);

const meeting = makeCoding({ id: 'c', date: '2023-09-13', text: 'Kim and Putin met in Russia.' }, [
  {
    sentence: 0,
    type: 'CONSULT',
    cue: 'met',
    mutual: true,
    actors: [
      ['Kim', PRK],
      ['Putin', RUS],
    ],
    day: '2023-09-13',
  },
]);

test('a saved coding comes back byte for byte', async () => {
  const record = await openRecord(freshPath());
  assert.equal(await record.save(accusation), true);
  await joinEvents(record);
  const [first, second] = await reportsOfArticle(record, articleId(accusation.article));
  assert.equal(first!.sentence.text, 'Antony Blinken condemned North Korea on Monday.');
  assert.deepEqual(
    first!.actors.map((a) => [a.key, a.office, a.text]),
    [['per:antony-blinken', 'Secretary of State', 'Antony Blinken']],
  );
  assert.equal(accusation.article.text.slice(first!.cue.from, first!.cue.to), 'condemned');
  assert.equal(second!.day, '2023-09-01');
  const [quote] = await quotesBy(record, { country: 'USA' });
  assert.equal(quote!.content[0]!.text, '“It is wrong,”');
  record.close();
});

test('reading twice changes nothing', async () => {
  const record = await openRecord(freshPath());
  await record.save(accusation);
  await joinEvents(record);
  const before = await totals(record);
  assert.equal(await record.save(accusation), false);
  assert.equal(await joinEvents(record), 0);
  assert.deepEqual(await totals(record), before);
  record.close();
});

test('a closed record opens again with everything in it', async () => {
  const path = freshPath();
  const first = await openRecord(path);
  await first.save(accusation);
  await first.flush();
  first.close();
  const again = await openRecord(path);
  assert.equal((await totals(again)).reports, 2);
  assert.equal(await again.save(echo), true);
  again.close();
});

test('dyads have directions; a meeting has both', async () => {
  const record = await openRecord(freshPath());
  for (const coding of [accusation, echo, meeting]) await record.save(coding);
  await joinEvents(record);
  const types = async (a: string, b: string) =>
    (await dealings(record, { country: a }, { country: b })).forward.map((d) => d.type);
  assert.deepEqual(await types('PRK', 'RUS'), ['AID', 'CONSULT']);
  assert.deepEqual(await types('RUS', 'PRK'), ['CONSULT']);
  assert.deepEqual(await types('USA', 'PRK'), ['ACCUSE', 'ACCUSE']);
  assert.equal((await dealings(record, 'any', { country: 'PRK' }, { since: '2023-09-20' })).forward.length, 2);
  record.close();
});

test('reports are joined, taken apart, and joined again without a change to them', async () => {
  const record = await openRecord(freshPath());
  for (const coding of [accusation, echo]) await record.save(coding);
  await joinEvents(record);
  const [first] = await reportsOfArticle(record, articleId(accusation.article));
  const [second] = await reportsOfArticle(record, articleId(echo.article));
  assert.equal(second!.event, first!.event);
  const joins = await joinsOf(record, first!.event!);
  assert.ok(joins.some((j) => j.report === second!.id && j.reason.includes('both ACCUSE')));
  await judge(record, first!.id, second!.id, false);
  const [apart] = await reports(record, [second!.id]);
  assert.notEqual(apart!.event, first!.event);
  assert.deepEqual({ ...apart, event: null }, { ...second, event: null });
  await unjoinEvents(record);
  assert.equal((await totals(record)).events, 0);
  record.close();
});

/** A publisher's teaser, printed under one article a day; and a report of the day's own. */
function teased(day: number, publisher: string, teaser: string) {
  const date = `2023-06-0${day}`;
  const own = ['ports', 'mines', 'roads', 'farms', 'banks', 'ferries'][day]!;
  return makeCoding(
    { id: `${publisher} ${date}`, date, publisher, text: `Kim praised Putin for ${own} number ${day}. ${teaser}` },
    [
      { sentence: 0, type: 'SUPPORT', cue: 'praised', actors: [['Kim', PRK]], recipients: [['Putin', RUS]], day: date },
      {
        ...{ sentence: 1, type: 'ACCUSE', cue: 'blames', day: date },
        ...{ actors: [['Blinken', blinken]] as const, recipients: [['North Korea', PRK]] as const },
      },
    ],
  );
}

test('a sentence that its publisher prints day after day is of no event from the third day on', async () => {
  const teaser = 'Watch: Blinken blames North Korea for it all.';
  const days = [1, 2, 3, 4, 5].map((day) => teased(day, 'Harbour Post', teaser));
  const others = [
    teased(3, 'Hill Gazette', teaser),
    teased(4, 'Hill Gazette', 'Blinken blames North Korea anew, he said.'),
  ];
  const events = async (pieces: readonly (typeof days)[]) => {
    const record = await openRecord(freshPath());
    for (const piece of pieces) {
      for (const coding of piece) await record.save(coding);
      await joinEvents(record);
    }
    const found = [];
    for (const { article } of pieces.flat()) {
      const [own, stock] = await reportsOfArticle(record, articleId(article));
      found.push([own!.event, stock!.event]);
    }
    await unjoinEvents(record);
    await joinEvents(record);
    const again = await reportsOfArticle(record, articleId(days[4]!.article));
    assert.equal(again[1]!.event, null);
    record.close();
    return found;
  };
  const whole = await events([[...days, ...others]]);
  assert.deepEqual(
    whole.map(([, stock]) => stock !== null),
    [true, true, false, false, false, true, true],
  );
  assert.ok(whole.every(([own]) => own !== null));
  assert.deepEqual(await events([days.slice(0, 1), days.slice(1, 4), [...days.slice(4), ...others]]), whole);
});

test('copies of a wire story share an origin', async () => {
  const text =
    'North Korea fired a ballistic missile into the sea off its east coast on Thursday, the military of South Korea said, in its first test for a month and the tenth of this year.';
  const wire = makeCoding({ id: '1', text, publisher: 'One' }, []);
  const copy = makeCoding({ id: '2', text: `${text} It fell outside.`, publisher: 'Two' }, []);
  const other = makeCoding(
    {
      id: '3',
      text: 'Ukraine thanked Japan for a loan that will pay for repairs to its power grid before the winter comes.',
    },
    [],
  );
  const record = await openRecord(freshPath());
  for (const coding of [wire, copy, other]) await record.save(coding);
  assert.equal((await totals(record)).origins, 2);
  assert.deepEqual(
    (await copiesOf(record, articleId(wire.article))).map((s) => s.publisher),
    ['Two'],
  );
  record.close();
});

test('a failed save leaves nothing behind', async () => {
  const record = await openRecord(freshPath());
  const broken = { ...accusation, statements: [{ ...accusation.statements[0]!, cue: null as never }] };
  await assert.rejects(record.save(broken));
  assert.equal((await totals(record)).articles, 0);
  assert.equal(await record.save(accusation), true);
  record.close();
});

/** All rows of these tables, in order. */
async function rowsOf(record: RecordFile): Promise<unknown[]> {
  const tables = [
    'articles',
    'sentences',
    'mentions',
    'names',
    'actors',
    'terms',
    'postings',
    'reports',
    'pairs',
    'kinds',
  ];
  return Promise.all(tables.map((table) => record.rows(`select * from ${table} order by all`)));
}

test('names and words are known again whatever characters they have', async () => {
  const path = freshPath();
  const odd = {
    ...accusation,
    mentions: accusation.mentions.map((m, i) => (i ? m : { ...m, text: `a\u001fb\n${m.text}` })),
  };
  const first = await openRecord(path);
  for (const coding of [odd, meeting]) await first.save(coding);
  await first.flush();
  first.close();
  const again = await openRecord(path);
  assert.equal(await again.save(odd), false);
  await again.save({ ...odd, article: { ...odd.article, url: 'https://b.example/' } });
  const twice = await again.rows('select actor, words from names group by 1, 2 having count(*) > 1');
  assert.deepEqual(twice, []);
  const numbers = await again.rows('select n from names order by n');
  assert.deepEqual(
    numbers.map((row) => row.n),
    numbers.map((_, i) => i + 1),
  );
  again.close();
});

test('what waits while something fails is written all the same, and numbered as if nothing had failed', async () => {
  const [record, calm] = [await openRecord(freshPath()), await openRecord(freshPath())];
  const broken = { ...meeting, statements: [{ ...accusation.statements[0]!, cue: null as never }] };
  await record.save(accusation);
  await assert.rejects(record.save(broken));
  await record.save(echo);
  await assert.rejects(
    record.transaction(async () => {
      throw new Error('no space');
    }),
    /no space/,
  );
  await record.save(meeting);
  for (const coding of [accusation, echo, meeting]) await calm.save(coding);
  assert.deepEqual(await rowsOf(record), await rowsOf(calm));
  for (const one of [record, calm]) one.close();
});

test('codings given at once are numbered one after another, each once', async () => {
  const [record, calm] = [await openRecord(freshPath()), await openRecord(freshPath())];
  await Promise.all([accusation, echo, accusation, meeting].map((coding) => record.save(coding)));
  for (const coding of [accusation, echo, meeting]) await calm.save(coding);
  assert.deepEqual(await rowsOf(record), await rowsOf(calm));
  for (const one of [record, calm]) one.close();
});

test('a locked record is said, in one line', async () => {
  const path = freshPath();
  const record = await openRecord(path);
  const script = `import { openRecord } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}; openRecord(${JSON.stringify(path)}).catch((e) => console.log(e.name, e.message));`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: process.cwd(),
  });
  assert.match(stdout, /^InputError the record .* is in use by process \d+; .*\n$/);
  record.close();
});

test('what is no record is refused and left alone', async () => {
  const path = freshPath();
  writeFileSync(path, 'no database');
  await assert.rejects(openRecord(path), /is not a record of Dragoman/);
});

test('another version is refused', async () => {
  const path = freshPath();
  const record = await openRecord(path);
  await record.transaction(() => record.run(`update meta set value = '0' where name = 'version'`));
  record.close();
  await assert.rejects(openRecord(path), /has version 0/);
});
