/** Articles, and who names mean, kept until the record changes: one page asks for the same ones again and again. */
import type { ActorRef, ReportRow, SourceRow } from '../rows.ts';
import { toActor, toSource } from './assemble.ts';
import { inPieces } from './pieces.ts';
import type { RecordFile } from './record.ts';
import { SQL } from './sql.ts';

interface Kept {
  readonly changes: number;
  readonly sources: Map<number, SourceRow>;
  readonly numbers: Map<string, number>;
  readonly actors: Map<string, readonly ActorRef[]>;
  readonly reports: Map<number, ReportRow>;
  /** Answers that are lists of numbers, the first of them or all. */
  readonly lists: Map<string, readonly number[]>;
}

/** Articles, and names, that are kept at most. */
const MOST = 20_000;
const MOST_REPORTS = 5000;

const records = new WeakMap<RecordFile, Kept>();

/** What is kept of a record as it is now. What a question that began before a change brings goes into the old one. */
async function keptOf(file: RecordFile): Promise<Kept> {
  await file.flush();
  const known = records.get(file);
  const isFull =
    known && (Math.max(known.sources.size, known.actors.size) >= MOST || known.reports.size >= MOST_REPORTS);
  if (known && known.changes === file.changes && !isFull) return known;
  const fresh: Kept = {
    ...{ changes: file.changes, sources: new Map(), numbers: new Map() },
    ...{ actors: new Map(), reports: new Map(), lists: new Map() },
  };
  records.set(file, fresh);
  return fresh;
}

/** Articles by their numbers, in the order in which they were read. */
export async function sourcesOf(file: RecordFile, articles: Iterable<number>): Promise<Map<number, SourceRow>> {
  const { sources, numbers } = await keptOf(file);
  const wanted = [...new Set(articles)].sort((a, b) => a - b);
  const missing = wanted.filter((n) => !sources.has(n));
  for (const row of await inPieces(file, SQL.sources, missing)) {
    const source = toSource(row);
    sources.set(row.seq, source);
    numbers.set(source.article, row.seq);
  }
  return new Map(wanted.flatMap((n) => (sources.has(n) ? [[n, sources.get(n)!] as const] : [])));
}

/** Numbers of articles by id, in the order in which they were read; unknown ones are left out. */
export async function articleNumbers(file: RecordFile, ids: readonly string[]): Promise<number[]> {
  const { numbers } = await keptOf(file);
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !numbers.has(id));
  const found = (await inPieces(file, SQL.articleNumbers, missing)).map((row) => row.seq as number);
  return [...wanted.flatMap((id) => numbers.get(id) ?? []), ...found].sort((a, b) => a - b);
}

/** Brings the actors of many keys at once, for `findActors`. */
export async function bringActors(file: RecordFile, keys: Iterable<string>): Promise<void> {
  const { actors } = await keptOf(file);
  const missing = [...new Set(keys)].filter((key) => !actors.has(key));
  if (!missing.length) return;
  for (const row of await file.rows(SQL.actors(missing), missing)) actors.set(row.id, [toActor(row)]);
}

/** Who a key, or a name, stands for in this record; the likeliest first. */
export async function findActors(file: RecordFile, words: string): Promise<readonly ActorRef[]> {
  const { actors } = await keptOf(file);
  const known = actors.get(words);
  if (known) return known;
  for (const sql of [SQL.actor, SQL.actorsNamed, SQL.actorsMentioned]) {
    const found = await file.rows(sql, [words]);
    if (!found.length) continue;
    actors.set(words, found.map(toActor));
    return actors.get(words)!;
  }
  return [];
}

/** The number of an actor's key; -1 where the record does not have it. */
export async function actorNumber(file: RecordFile, key: string): Promise<number> {
  return (await file.rows(SQL.actorNumber, [key]))[0]?.n ?? -1;
}

/** Keys of actors by their numbers. */
export const actorKeys = async (file: RecordFile, numbers: readonly number[]): Promise<Map<number, string>> =>
  new Map((await inPieces(file, SQL.actorsNumbered, [...new Set(numbers)])).map((row) => [row.n, row.id]));

/** A list of numbers is asked for so long at least: the same page soon wants more of it. */
const LEAST_LIST = 400;
const MOST_LISTS = 200;

/** The first numbers of the answer to a question; asked once for as many as are likely to be wanted. */
export async function keptList(
  file: RecordFile,
  question: string,
  limit: number,
  read: (limit: number) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const { lists } = await keptOf(file);
  const asked = Math.max(limit, LEAST_LIST);
  const known = lists.get(question);
  const isEnough = known && (known.length >= limit || known.length < LEAST_LIST || limit === Number.POSITIVE_INFINITY);
  const list = isEnough ? known : await read(asked);
  if (lists.size >= MOST_LISTS) lists.clear();
  lists.set(question, list);
  return list.slice(0, limit);
}

/** Reports by number: those that are not kept are read by `read`. */
export async function keptReports(
  file: RecordFile,
  wanted: Iterable<number>,
  read: (missing: readonly number[]) => Promise<ReadonlyMap<number, ReportRow>>,
): Promise<Map<number, ReportRow>> {
  const { reports } = await keptOf(file);
  const numbers = [...new Set(wanted)];
  const fresh = await read(numbers.filter((n) => !reports.has(n)));
  for (const [n, report] of fresh) reports.set(n, report);
  return new Map(numbers.flatMap((n) => (reports.has(n) ? [[n, reports.get(n)!] as const] : [])));
}
