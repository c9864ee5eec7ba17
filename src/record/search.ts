/**
 * Search: what has some words, as they stand, capital or not. The index of words tells which articles can have them;
 * their sentences are read newest first, and only as many as are asked for.
 */
import type { ActorRef } from '../rows.ts';
import { toActor } from './assemble.ts';
import { keptList } from './kept.ts';
import { type Placed, placed } from './queries.ts';
import type { Out, RecordFile } from './record.ts';
import { SQL } from './sql.ts';
import { patternsOf } from './words.ts';

/** Articles, or reports, whose words are read at first, and at most, at once. */
const FIRST_PIECE = 50;
const WIDEST_PIECE = 2000;

/** A list in pieces, each four times as long as the one before. */
function* growing<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let [at, size] = [0, FIRST_PIECE]; at < list.length; at += size, size = Math.min(size * 4, WIDEST_PIECE))
    yield list.slice(at, at + size);
}

/** Words as they may stand in a LIKE pattern. */
const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

export const actorsLike = async (
  file: RecordFile,
  words: string,
  limit: number,
): Promise<(ActorRef & { events: number })[]> =>
  (await file.rows(SQL.actorsLike, [likePattern(words.toLowerCase()), limit])).map((row) => ({
    ...toActor(row),
    events: row.events,
  }));

/** Says of a text whether it has the words, whatever their case. */
function hasWords(words: string): (text: string) => boolean {
  const wanted = words.toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}

/** The longest part of words that has a lower case of its own everywhere: what the database can look for. */
function needleIn(words: string): string {
  const runs = words.toLowerCase().match(/[ -~]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** Numbers of the articles that can have the words, the newest first. */
function articlesWith(file: RecordFile, words: string): Promise<readonly number[]> {
  const patterns = patternsOf(words);
  return keptList(file, JSON.stringify(['with', patterns]), Number.POSITIVE_INFINITY, async () => {
    const found: number[] = [];
    await file.each(SQL.articlesWith(patterns), patterns, ([article]) => found.push(article!));
    return found;
  });
}

const SEARCHED = new Set(['headline', 'prose', 'list']);

/** Sentences that have the words, those of the newest articles first. */
export async function sentencesLike(file: RecordFile, words: string, limit: number): Promise<Placed[]> {
  const [has, needle] = [hasWords(words), needleIn(words)];
  const found: Out[] = [];
  for (const piece of growing(await articlesWith(file, words))) {
    const place = new Map(piece.map((article, i) => [article, i]));
    const can = await file.rows(SQL.wordsIn(piece), [needle]);
    const rows = can.filter((row) => SEARCHED.has(row.kind) && has(row.words));
    rows.sort((x, y) => place.get(x.article)! - place.get(y.article)! || x.idx - y.idx);
    found.push(...rows);
    if (found.length >= limit) break;
  }
  const chosen = found.slice(0, limit);
  const key = (article: number, idx: number) => `${article} ${idx}`;
  const articles = [...new Set(chosen.map((row) => row.article as number))];
  const whole = new Map(
    (await file.rows(SQL.sentencesIn(articles))).map((row) => [key(row.article, row.sentence), row]),
  );
  return placed(
    file,
    chosen.map((row) => whole.get(key(row.article, row.idx))!),
  );
}

/** Of more articles than this, their newest reports are asked for first, and the rest only where those are not enough. */
const FEW_ARTICLES = 2000;
const NEWEST = 5000;

interface Candidate {
  readonly n: number;
  readonly event: number;
}

const order = (x: string | number, y: string | number): number => (x < y ? -1 : x > y ? 1 : 0);

/** Joined reports of few articles, the newest first. */
async function reportsOfThese(file: RecordFile, articles: readonly number[]): Promise<readonly Candidate[]> {
  const rows = [...(await file.rows(SQL.reportsOfThese(articles)))] as (Candidate & { day: string | null })[];
  return rows.sort((x, y) => order(y.day ?? '', x.day ?? '') || x.event - y.event || x.n - y.n);
}

/** The newest joined reports of articles that have words like these. */
async function newestWith(file: RecordFile, patterns: readonly string[]): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  const take = (row: readonly (number | null)[]) => found.push({ n: row[0]!, event: row[1]! });
  await file.each(SQL.reportsWith(patterns), [...patterns, NEWEST], take);
  return found;
}

/** Numbers of events of which a sentence has the words, the newest first. */
export async function eventsLike(file: RecordFile, words: string, limit: number): Promise<number[]> {
  const has = hasWords(words);
  const events = new Set<number>();
  const articles = await articlesWith(file, words);
  const areFew = articles.length <= FEW_ARTICLES;
  const patterns = patternsOf(words);
  for (const piece of growing(areFew ? await reportsOfThese(file, articles) : await newestWith(file, patterns))) {
    const rows = await file.rows(SQL.wordsOf(piece.map(({ n }) => n)));
    const having = new Set(rows.filter((row) => has(row.words)).map((row) => row.n));
    for (const { n, event } of piece) if (having.has(n) && events.size < limit) events.add(event);
    if (events.size >= limit) return [...events];
  }
  if (areFew) return [...events];
  // All of them, the newest once more.
  for (const row of await file.rows(SQL.reportsHaving(patterns), [...patterns, needleIn(words)]))
    if (events.size < limit && has(row.words)) events.add(row.event);
  return [...events];
}
