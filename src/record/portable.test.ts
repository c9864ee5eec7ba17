/** Every statement of the record's SQL gives the same rows, in the same order, in DuckDB and in PostgreSQL. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { joinEvents, openRecord, saveFindings, unjoinEvents } from './index.ts';
import type { Out, RecordFile } from './record.ts';
import { countryNumber, createTables, statesNumber, TABLES, type TableName, type Value } from './schema.ts';
import { SQL } from './sql.ts';
import { ACTORS, makeCoding } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-portable-'));
const { PRK, RUS, USA, blinken } = ACTORS;
let duck: RecordFile;
let postgres: PGlite;

const STORY =
  'North Korea shipped shells to Russia on Friday. Antony Blinken condemned North Korea. “It is wrong,” Blinken said. North Korea denied any aid to Russia.';

const OWN_WORDS = 'trains went to and fro all summer long and nobody asked what they took where or why'.split(' ');

function story(id: string, date: string | null, publisher: string) {
  // The second and the third are copies of one wire story.
  const own = id === '2' || id === '3' ? '' : OWN_WORDS.map((word) => `${word}${id}`).join(' ');
  const text = `${STORY} ${own} ${publisher}.`;
  return makeCoding(
    { id, date, text, title: id === '1' ? 'Shells for Russia' : null, publisher },
    [
      {
        sentence: id === '1' ? 1 : 0,
        type: 'AID',
        cue: 'shipped',
        actors: [['North Korea', PRK]],
        recipients: [['Russia', RUS]],
        ...(date && { day: date }),
      },
      {
        sentence: id === '1' ? 2 : 1,
        type: 'ACCUSE',
        mode: 'disapprove',
        cue: 'condemned',
        actors: [['Antony Blinken', blinken]],
        recipients: [['North Korea', PRK]],
        ...(date && { day: date }),
      },
      {
        sentence: id === '1' ? 4 : 3,
        type: 'AID',
        cue: 'denied',
        actors: [['North Korea', PRK]],
        recipients: [['Russia', RUS]],
        status: 'denied',
        denies: [0],
      },
      {
        sentence: id === '1' ? 2 : 1,
        type: 'CONSULT',
        cue: 'condemned',
        status: 'alleged',
        saidBy: ['Antony Blinken', blinken],
        mutual: true,
        actors: [
          ['Antony Blinken', USA],
          ['North Korea', PRK],
        ],
      },
    ],
    [
      {
        sentence: id === '1' ? 3 : 2,
        by: ['Blinken', blinken],
        cue: 'said',
        content: ['“It is wrong,”'],
        direct: true,
      },
    ],
  );
}

/** `?` in DuckDB's way to `$1` in PostgreSQL's; counts as numbers in both. */
async function askPostgres(sql: string, values: readonly Value[] = []): Promise<Out[]> {
  let n = 0;
  const { rows } = await postgres.query(
    sql.replace(/\?/g, () => `$${++n}`),
    values as Value[],
  );
  return (rows as Out[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  );
}

const orderOf = (name: TableName): string => TABLES[name].columns.map((_, i) => i + 1).join(', ');

async function copy(name: TableName): Promise<void> {
  const columns = TABLES[name].columns.map(([column]) => column);
  for (const row of await duck.rows(`select * from ${name}`)) {
    const places = columns.map((_, i) => `$${i + 1}`).join(', ');
    await postgres.query(
      `insert into ${name} values (${places})`,
      columns.map((column) => row[column]),
    );
  }
}

before(async () => {
  duck = await openRecord(join(folder, 'record.duckdb'));
  const wires = [
    story('1', '2024-05-01', 'One'),
    story('2', '2024-05-02', 'Two'),
    story('3', '2024-05-02', 'Three'),
    story('40', null, 'Four'),
  ];
  for (const coding of wires) await duck.save(coding);
  await joinEvents(duck);
  const [first] = await duck.rows('select id from reports order by n limit 1');
  await saveFindings(duck, 3, [
    { id: 'f', report: first!.id, measure: { id: 'm' }, text: 't', conditional: false, because: 'b' } as never,
  ]);
  await duck.transaction(() => duck.run(SQL.putJudgement, [first!.id, 'ffffffffffffffff', true]));
  postgres = await PGlite.create();
  for (const statement of createTables('postgresql')) await postgres.exec(statement);
  for (const name of Object.keys(TABLES) as TableName[]) await copy(name);
});

after(async () => {
  duck.close();
  await postgres.close();
  rmSync(folder, { recursive: true });
});

type Asked = readonly [sql: string, values?: readonly Value[]];

const DICTIONARIES = ['actors', 'names', 'terms', 'articles'] as const;
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const STATES = statesNumber('PRK', 'RUS');
const [NORTH, RUSSIA] = [countryNumber('PRK'), countryNumber('RUS')];
const OWN = `d.a_country = ${NORTH} or d.b_country = ${NORTH}`;

/** A question for each statement that reads; one that is missing here does not compile. */
function questions(
  ids: readonly string[],
  articles: readonly string[],
): { [Name in Exclude<keyof typeof SQL, Writing>]: Asked } {
  return {
    meta: [`${SQL.meta} order by name`],
    hasTables: [SQL.hasTables],
    isRecord: [SQL.isRecord],
    lastNumbers: [SQL.lastNumbers],
    kinds: [SQL.kinds],
    keys: [
      DICTIONARIES.map((of) => `select * from (${SQL.keys(of)}) ${of}`)
        .join(' union all ')
        .concat(' order by key, n'),
    ],
    keysAtOnce: [DICTIONARIES.map(SQL.keysAtOnce).join(' union all ').concat(' order by keys')],
    bands: [`select * from (${SQL.bands(ALL)}) b`],
    fingerprints: [SQL.fingerprints(ALL)],
    unjoined: [SQL.unjoined, [1, 4]],
    stock: [SQL.stock(1), [4, 1, 4, 1, 4]],
    nearEvents: [SQL.nearEvents(['2024-04-30', '2024-05-01', '2024-05-02'], 3, [['AGREE', 'CONSULT']]), [1, 4]],
    light: [SQL.light([1, 5, 9])],
    sides: [SQL.sides([1, 5, 9])],
    judgements: [SQL.judgements],
    reports: [SQL.reports(ALL)],
    numbersOf: [SQL.numbersOf(ids)],
    idsOf: [SQL.idsOf(ALL)],
    reportsOfArticles: [SQL.reportsOfArticles(ALL)],
    eventsOf: [SQL.eventsOf(ALL)],
    reportsOfEvents: [SQL.reportsOfEvents(ALL)],
    sources: [SQL.sources(ALL)],
    parties: [SQL.parties(ALL)],
    denies: [SQL.denies(ALL)],
    eventNumbers: [SQL.eventNumbers],
    accused: [SQL.accused],
    joins: [SQL.joins, [1]],
    dyads: [
      `select * from (${SQL.dyads('d.states = ?', `d.a_country = ${NORTH}`, `d.a_country = ${RUSSIA}`)}) x order by 1, 2, 3, 4, 5, 6`,
      [STATES],
    ],
    dyadsOfStates: [`select * from (${SQL.dyadsOfStates([STATES], 'd.day >= ?')}) x order by 1, 2, 3, 4, 5, 6`, [0]],
    dyadsOfOne: [`select * from (${SQL.dyadsOfOne('d.a_country = ?', OWN)}) x order by 1, 2, 3, 4, 5, 6`, [NORTH]],
    weighty: [SQL.weighty(OWN), [5]],
    originsOfStates: [`${SQL.originsOfStates([STATES, statesNumber('PRK', 'USA')])} order by states`],
    statePairs: [SQL.statePairs([NORTH, RUSSIA]), [5]],
    volume: [SQL.volume],
    withBoth: [SQL.withBoth('p.country = ?', 'q.country = ?', 'r.day >= ?'), ['PRK', 'RUS', '2024-05-01', 5]],
    withOne: [SQL.withOne('p.country = ?', 'true'), ['PRK', 9]],
    quotesBy: [SQL.quotesBy('t.direct and t.country = ?'), ['USA', 5]],
    statements: [SQL.statements(ALL)],
    sentencesIn: [SQL.sentencesIn(ALL)],
    referencesIn: [SQL.referencesIn(ALL)],
    sentencesWithBoth: [SQL.sentencesWithBoth('c.country = ?', 'c.country = ?', ALL), ['USA', 'PRK', 'USA', 'PRK']],
    article: [SQL.article, [1]],
    piecesOf: [SQL.piecesOf, [1]],
    articleNumbers: [SQL.articleNumbers(articles)],
    articleNumber: [SQL.articleNumber, ['2', '2']],
    newest: [SQL.newest, [3]],
    newestIn: [SQL.newestIn, ['2020-01-01', '2030-01-01', 3, 0]],
    newestReports: [SQL.newestReports, [3, 1]],
    copiesOf: [SQL.copiesOf, [2, 2]],
    mentionsOf: [SQL.mentionsOf, [1]],
    totals: [SQL.totals],
    actor: [SQL.actor, ['PRK']],
    actors: [SQL.actors(['PRK', 'RUS']), ['PRK', 'RUS']],
    actorNumber: [SQL.actorNumber, ['PRK']],
    actorsNumbered: [SQL.actorsNumbered(ALL)],
    actorsNamed: [SQL.actorsNamed, ['north korea']],
    actorsMentioned: [SQL.actorsMentioned, ['north korea']],
    actorsLike: [SQL.actorsLike, ['%ko%', 5]],
    namesOf: [SQL.namesOf, ['PRK', 5]],
    officesOf: [SQL.officesOf, ['per:antony-blinken']],
    articlesWith: [SQL.articlesWith(['%ong', 'bli%']), ['%ong', 'bli%']],
    reportsWith: [SQL.reportsWith(['%shells%']), ['%shells%', 3]],
    reportsHaving: [SQL.reportsHaving(['%a%']), ['%a%', 'an']],
    reportsOfThese: [SQL.reportsOfThese(ALL)],
    wordsOf: [SQL.wordsOf(ALL)],
    wordsIn: [SQL.wordsIn([1, 4000]), ['an']],
    lastJoined: [SQL.lastJoined],
    joinedTotals: [SQL.joinedTotals],
    withoutLookup: [SQL.withoutLookup(['AID', 'CONSULT']), [2, 12]],
    findingsOf: [SQL.findingsOf(ids)],
  };
}

/** Statements that write are run below; Parquet is DuckDB's own. */
type Writing = (typeof WRITING)[number] | 'parquet';
const WRITING = [
  ...(['putMeta', 'setMeta', 'moveOrigin', 'moveDyads', 'putJudgement', 'dropJudgement'] as const),
  ...(['dropEventReports', 'fillDyads', 'dropDyads', 'dropFindings'] as const),
];

test('every question has one answer', async () => {
  const ids = (await duck.rows('select id from reports order by n')).map((row) => row.id);
  const articles = (await duck.rows('select id from articles order by seq')).map((row) => row.id);
  for (const [name, [sql, values]] of Object.entries(questions(ids, articles))) {
    const [here, there] = [await duck.rows(sql, values), await askPostgres(sql, values)];
    assert.deepEqual(there, here, name);
    if (!['bands', 'referencesIn'].includes(name)) assert.notEqual(here.length, 0, `${name} has rows`);
  }
});

test('what writes leaves the same tables', async () => {
  const statements: { [Name in (typeof WRITING)[number]]: Asked } = {
    putMeta: [SQL.putMeta, ['x', 'y']],
    setMeta: [SQL.setMeta, ['z', 'x']],
    moveOrigin: [SQL.moveOrigin, [3, 'ffffffffffffffff', 1]],
    moveDyads: [SQL.moveDyads, [3, 1]],
    putJudgement: [SQL.putJudgement, ['0', '1', false]],
    dropJudgement: [SQL.dropJudgement, ['0', '1']],
    dropDyads: [SQL.dropDyads],
    fillDyads: [SQL.fillDyads, [1, 3, 1]],
    dropEventReports: [SQL.dropEventReports],
    dropFindings: [SQL.dropFindings],
  };
  for (const [name, [sql, values = []]] of Object.entries(statements)) {
    await duck.transaction(() => duck.run(sql, values));
    await askPostgres(sql, values);
    for (const table of Object.keys(TABLES) as TableName[]) {
      const all = `select * from ${table} order by ${orderOf(table)}`;
      assert.deepEqual(await askPostgres(all), await duck.rows(all), `${table} after ${name}`);
    }
  }
  await unjoinEvents(duck);
});
