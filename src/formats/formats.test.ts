import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Desk, openDesk } from '../desk.ts';
import { ACTORS, makeCoding } from '../record/testing.ts';
import { reportRow } from '../testing.ts';
import { codesOf } from './export.ts';
import { csvLine } from './flat.ts';
import { FORMATS } from './index.ts';
import { loadFormats } from './load.ts';

const { PRK, RUS, blinken } = ACTORS;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-formats-'));
const { columns, countries } = loadFormats();
let desk: Desk;

before(async () => {
  desk = await openDesk(join(folder, 'record.duckdb'));
  await desk.save(
    makeCoding(
      {
        title: 'A "title", with =marks',
        text: 'Antony Blinken condemned North Korea and Russia. North Korea denied arming Russia. Kim and Putin met.',
      },
      [
        {
          sentence: 1,
          type: 'ACCUSE',
          mode: 'disapprove',
          cue: 'condemned',
          actors: [['Antony Blinken', blinken]],
          recipients: [
            ['North Korea', PRK],
            ['Russia', RUS],
          ],
        },
        {
          sentence: 2,
          type: 'AID',
          cue: 'arming',
          status: 'denied',
          actors: [['North Korea', PRK]],
          recipients: [['Russia', RUS]],
        },
        {
          sentence: 3,
          type: 'CONSULT',
          cue: 'met',
          mutual: true,
          actors: [
            ['Kim', PRK],
            ['Putin', RUS],
          ],
        },
      ],
    ),
  );
  await desk.join();
});

after(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

const lines = (name: string): string[][] =>
  readFileSync(join(folder, name), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

test('every format writes complete files and leaves no parts behind', async () => {
  for (const format of FORMATS) {
    const { files, reports } = await desk.export(format, join(folder, format));
    assert.ok(files.length > 0);
    assert.equal(reports, 3);
  }
  assert.ok(!readdirSync(folder).some((name) => name.endsWith('.part')));
});

test('columns are exactly those of the formats', () => {
  for (const [name, key] of [
    ['icews', 'icews'],
    ['polecat', 'polecat'],
    ['phoenix', 'phoenix'],
  ] as const) {
    const [head, ...rows] = lines(name);
    assert.deepEqual(head, columns[key]);
    // The condemnation towards two, the meeting both ways; the denied transfer is left to the side file.
    assert.equal(rows.length, 4, name);
    for (const row of rows) assert.equal(row.length, head!.length, name);
  }
  const events = lines('gdelt');
  assert.equal(events.length, 4);
  for (const row of events) assert.equal(row.length, columns.gdelt2_events!.length);
  for (const row of lines('gdelt.mentions.tsv')) assert.equal(row.length, columns.gdelt2_mentions!.length);
});

test('cells say who, what and when', () => {
  const icews = Object.fromEntries(columns.icews!.map((name, i) => [name, lines('icews')[1]![i]]));
  assert.deepEqual(
    [icews['Source Name'], icews['Source Country'], icews['Source Sectors'], icews['CAMEO Code']],
    ['Antony Blinken', countries.get('USA')!.name, 'Government', '11'],
  );
  const polecat = Object.fromEntries(columns.polecat!.map((name, i) => [name, lines('polecat')[1]![i]]));
  assert.deepEqual(
    [
      polecat['Event Type'],
      polecat['Event Mode'],
      polecat['Actor Title'],
      polecat['Recipient COW'],
      polecat['Quad Code'],
    ],
    ['ACCUSE', 'disapprove', 'Secretary of State', '731', 'VERBAL CONFLICT'],
  );
  const gdelt = Object.fromEntries(columns.gdelt2_events!.map((name, i) => [name, lines('gdelt')[1]![i]]));
  assert.deepEqual(
    [gdelt.Actor1Code, gdelt.Actor1CountryCode, gdelt.Day, gdelt.QuadClass, gdelt.EventRootCode],
    ['USAGOV', 'USA', '20230925', '3', '11'],
  );
  assert.match(gdelt.GlobalEventID!, /^\d+$/);
});

test('PLOVER JSON keeps compound parties and says the status', () => {
  const events = readFileSync(join(folder, 'plover'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(Object.keys(events[0]), columns.plover_json_event);
  const accuse = events.find((event) => event.event === 'ACCUSE');
  assert.deepEqual(
    accuse.recipient.map((entity: { code: string }) => entity.code),
    ['PRK', 'RUS'],
  );
  assert.deepEqual(Object.keys(accuse.actor[0]), columns.plover_json_entity);
  assert.equal(events.find((event) => event.event === 'AID').comment, 'status: denied');
});

test('the side file carries every report with its status and span', () => {
  const side = readFileSync(join(folder, 'icews.reports.csv'), 'utf8').trimEnd().split('\r\n');
  assert.equal(side.length, 4);
  assert.ok(side.some((line) => line.includes(',denied,')));
});

test('what a format could not mark is left out, counted, and written when it is asked for', async () => {
  const accusing = await openDesk(join(folder, 'accusing.duckdb'));
  const { USA } = ACTORS;
  await accusing.save(
    makeCoding({ text: 'Washington accused Russia of bombing it. Pyongyang attacked it, Washington said.' }, [
      { sentence: 0, type: 'ACCUSE', cue: 'accused', actors: [['Washington', USA]], recipients: [['Russia', RUS]] },
      {
        ...{ sentence: 0, type: 'ASSAULT', cue: 'bombing', status: 'alleged', actors: [['Russia', RUS]] },
        ...{ saidBy: ['Washington', USA], saidWith: 'accused' },
      },
      {
        ...{ sentence: 1, type: 'COERCE', cue: 'attacked', status: 'alleged', actors: [['Pyongyang', PRK]] },
        ...{ saidBy: ['Washington', USA], saidWith: 'said' },
      },
      { sentence: 1, type: 'AID', cue: 'it', status: 'planned', actors: [['Pyongyang', PRK]] },
    ]),
  );
  await accusing.join();
  const path = join(folder, 'asked');
  const codes = async (format: string, also: readonly string[]) => {
    const { left } = await accusing.export(format, path, { also });
    const rows = lines('asked').slice(1);
    return [left, ...rows.map((row) => row[columns.icews!.indexOf('CAMEO Code')]).sort()];
  };
  assert.deepEqual(await codes('icews', []), [2, '11', '17']);
  assert.deepEqual(await codes('icews', ['accused']), [1, '11', '17', '18']);
  assert.deepEqual(await codes('icews', ['accused', 'denied', 'planned']), [0, '07', '11', '17', '18']);
  assert.equal(readFileSync(join(folder, 'asked.reports.csv'), 'utf8').trimEnd().split('\r\n').length, 5);
  assert.equal((await accusing.export('plover', path)).left, 0);
  await assert.rejects(accusing.export('icews', path, { also: ['rumoured'] }), /"rumoured"; add some of accused/);
  accusing.close();
});

test('Parquet holds the same reports', async () => {
  const rows = await desk.file.rows(
    `select count(*) as n, count(distinct status) as statuses from read_parquet('${join(folder, 'parquet')}')`,
  );
  assert.deepEqual(rows[0], { n: 3, statuses: 2 });
});

test('CSV cells are quoted, and no formulas', () => {
  assert.equal(csvLine(['=1+1', 'a"b', 'c,d', null, 2, true]), `'=1+1,"a""b","c,d",,2,true\r\n`);
});

test('an unknown format and a place that cannot be written are refused in a line', async () => {
  await assert.rejects(desk.export('xml', join(folder, 'x')), /no format "xml"; choose one of plover/);
  await assert.rejects(desk.export('csv', join(folder, 'no', 'such', 'x')), /cannot be written/);
  await assert.rejects(desk.export('parquet', join(folder, 'no', 'such', 'x')), /cannot be written/);
});

test('every CAMEO code that the senses write has a name of its own, and the full code names the event', () => {
  const tables = loadFormats();
  const senses = new URL('../../lexicon/events/', import.meta.url);
  const written = new Set(
    readdirSync(senses)
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => [...readFileSync(new URL(name, senses), 'utf8').matchAll(/\bcameo: *["']?(\d{2,4})\b/g)])
      .map(([, code]) => code!),
  );
  assert.ok(written.size > 100);
  for (const code of written) assert.ok(tables.labels.has(code), code);
  const label = (cameo: string | null) => codesOf(reportRow('r', { cameo }), tables).label;
  assert.equal(label('173'), 'Arrest, detain, or charge with legal action');
  assert.equal(label(null), 'Provide aid');
  assert.equal(label('1739'), label('173'));
});
