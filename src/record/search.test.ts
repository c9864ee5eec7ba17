import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { article, articleId, eventsLike, joinEvents, mentionsOf, openRecord, sentencesLike } from './index.ts';
import type { RecordFile } from './record.ts';
import { ACTORS, makeCoding } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-search-'));
const { PRK, RUS } = ACTORS;
let record: RecordFile;

const shipment = (id: string, date: string, text: string) =>
  makeCoding({ id, date, text }, [
    {
      sentence: 0,
      type: 'AID',
      cue: 'shipped',
      actors: [['North Korea', PRK]],
      recipients: [['Russia', RUS]],
      day: date,
    },
  ]);

const CODINGS = [
  shipment('shells', '2023-01-05', 'North Korea shipped artillery shells to Russia.  Nobody said what for.\n'),
  shipment('grain', '2024-02-06', 'North Korea shipped 100% of its grain to Russia. The artillery stayed at home.'),
  shipment('arrest', '2022-03-07', 'North Korea shipped ARTILLERY pieces to Russia. Shells were not among them.'),
];

before(async () => {
  record = await openRecord(join(folder, 'record.duckdb'));
  for (const coding of CODINGS) await record.save(coding);
  await joinEvents(record);
});

after(() => {
  record.close();
  rmSync(folder, { recursive: true });
});

const found = async (words: string, limit = 9) =>
  (await sentencesLike(record, words, limit)).map(({ source, sentence }) => `${source.published} ${sentence.text}`);

test('sentences are found by a part of a word, whatever its case, the newest article first', async () => {
  assert.deepEqual(await found('TILLER'), [
    '2024-02-06 The artillery stayed at home.',
    '2023-01-05 North Korea shipped artillery shells to Russia.',
    '2022-03-07 North Korea shipped ARTILLERY pieces to Russia.',
  ]);
  assert.equal((await found('artillery', 1)).length, 1);
});

test('words that stand apart are not found together', async () => {
  assert.deepEqual(await found('artillery shells'), ['2023-01-05 North Korea shipped artillery shells to Russia.']);
  assert.deepEqual(await found('tillery sh'), ['2023-01-05 North Korea shipped artillery shells to Russia.']);
  assert.deepEqual(await found('shells artillery'), []);
});

test('signs are found as they stand, and are no wild cards', async () => {
  assert.deepEqual(await found('100%'), ['2024-02-06 North Korea shipped 100% of its grain to Russia.']);
  assert.deepEqual(await found('%'), ['2024-02-06 North Korea shipped 100% of its grain to Russia.']);
  assert.deepEqual(await found('art%lery'), []);
});

test('events are found by the words of their sentences, the newest first', async () => {
  const days = async (words: string) => {
    const events = await eventsLike(record, words, 9);
    const rows = await record.rows(`select n, day from reports where n in (${events.join(',') || 0})`);
    return events.map((n) => rows.find((row) => row.n === n)!.day);
  };
  assert.deepEqual(await days('artillery'), ['2023-01-05', '2022-03-07']);
  assert.deepEqual(await days('shipped'), ['2024-02-06', '2023-01-05', '2022-03-07']);
  assert.deepEqual(await days('satellite'), []);
});

test('a text comes back as it was, though only its sentences are kept', async () => {
  for (const coding of CODINGS) {
    const known = await article(record, articleId(coding.article));
    assert.equal(known!.text, coding.article.text);
  }
  const [{ n }] = (await record.rows('select count(*) as n from articles where body is not null')) as [{ n: number }];
  assert.equal(n, 0);
});

test('a text whose sentences overlap is kept whole', async () => {
  const [whole, part] = ['One two three. Four five six.', 'two three. Four'];
  const coding = makeCoding({ id: 'overlap', text: whole }, []);
  const from = whole.indexOf(part);
  const second = { ...coding.sentences[1]!, from, to: from + part.length };
  const own = await openRecord(join(folder, 'overlap.duckdb'));
  await own.save({ ...coding, sentences: [coding.sentences[0]!, second] });
  assert.equal((await article(own, 'overlap'))!.text, whole);
  own.close();
});

test('mentions have their words, their span and whom they name', async () => {
  const [mention] = await mentionsOf(record, articleId(CODINGS[0]!.article));
  assert.deepEqual([mention!.text, mention!.from, mention!.to, mention!.actor?.key], ['North Korea', 0, 11, 'PRK']);
});
