/**
 * Search: what has some words, as they stand, capital or not. The index of words tells which articles can have them;
 * their sentences are read newest first, and only as many as are asked for.
 */
import type { ActorRef } from '../rows.ts';
import { toActor } from './assemble.ts';
import { type Placed, placed } from './queries.ts';
import type { Out, RecordFile } from './record.ts';
import { SQL } from './sql.ts';
import { patternsOf } from './words.ts';

/** Words as they may stand in a LIKE pattern. */
const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** Articles, or reports, whose words are read at first, and at most, at once. */
const FIRST_PIECE = 50;
const WIDEST_PIECE = 2000;

/** A list in pieces, each four times as long as the one before. */
function* growing<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let [at, size] = [0, FIRST_PIECE]; at < list.length; at += size, size = Math.min(size * 4, WIDEST_PIECE))
    yield list.slice(at, at + size);
}

export const actorsLike = async (
  file: RecordFile,
  words: string,
  limit: number,
): Promise<(ActorRef & { events: number })[]> =>
  (await file.rows(SQL.actorsLike, [likePattern(words), limit])).map((row) => ({
    ...toActor(row),
    events: row.events,
  }));

/** Sentences that have the words, those of the newest articles first. */
export async function sentencesLike(file: RecordFile, words: string, limit: number): Promise<Placed[]> {
  const patterns = patternsOf(words);
  const articles: number[] = [];
  await file.each(SQL.articlesWith(patterns), patterns, ([article]) => articles.push(article!));
  const found: Out[] = [];
  for (const piece of growing(articles)) {
    const place = new Map(piece.map((article, i) => [article, i]));
    const rows = [...(await file.rows(SQL.sentencesLike(piece), [likePattern(words)]))];
    rows.sort((x, y) => place.get(x.article)! - place.get(y.article)! || x.sentence - y.sentence);
    found.push(...rows);
    if (found.length >= limit) break;
  }
  return placed(file, found.slice(0, limit));
}

/** Reports that can have the words are looked up so many at a time. */
const REPORTS = 5000;

/** Numbers of events of which a sentence has the words, the newest first. */
export async function eventsLike(file: RecordFile, words: string, limit: number): Promise<number[]> {
  const patterns = patternsOf(words);
  const events = new Set<number>();
  for (let offset = 0; ; offset += REPORTS) {
    const reports: (readonly [n: number, event: number])[] = [];
    const take = (row: readonly (number | null)[]) => reports.push([row[0]!, row[1]!]);
    await file.each(SQL.reportsWith(patterns), [...patterns, REPORTS, offset], take);
    for (const piece of growing(reports)) {
      const numbers = piece.map(([n]) => n);
      const having = new Set((await file.rows(SQL.reportsLike(numbers), [likePattern(words)])).map((row) => row.n));
      for (const [n, event] of piece) if (having.has(n) && events.size < limit) events.add(event);
      if (events.size >= limit) return [...events];
    }
    if (reports.length < REPORTS) return [...events];
  }
}
