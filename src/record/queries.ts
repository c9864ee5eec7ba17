/** Questions to a record, answered with the rows of `src/rows.ts`. */
import type {
  ArticleSentence,
  FindingRow,
  JoinRow,
  MentionRow,
  QuoteRow,
  ReportRow,
  SentenceRow,
  SourceRow,
} from '../rows.ts';
import { toMention, toQuote, toReport, toSentence } from './assemble.ts';
import { all, type Between, isOpen, type Side, type Someone, type Where } from './counting.ts';
import { articleNumbers, keptList, keptReports, sourcesOf } from './kept.ts';
import { inPieces } from './pieces.ts';
import type { Out, RecordFile } from './record.ts';
import { SQL } from './sql.ts';
import { textOf } from './words.ts';

function partyWhere(side: Side, table: string): Where {
  if (side === 'any') return { sql: 'true', values: [] };
  if (side === 'state') return { sql: `${table}.country is not null`, values: [] };
  if ('country' in side) return { sql: `${table}.country = ?`, values: [side.country] };
  return { sql: `${table}.actor = ?`, values: [side.key] };
}

/** Numbers of the reports that have both sides among their parties, whoever acts; newest first, `limit` at most. */
export async function reportsWithBoth(
  file: RecordFile,
  a: Side,
  b: Side,
  { since, until }: Between,
  limit: number,
): Promise<number[]> {
  const days = all(
    ...(since ? [{ sql: 'r.day >= ?', values: [since] }] : []),
    ...(until ? [{ sql: 'r.day <= ?', values: [until] }] : []),
  );
  // With anybody on one side, the other is enough, whichever it is.
  const [one, other] = isOpen(a) ? [b, a] : [a, b];
  const [p, q] = [partyWhere(one, 'p'), partyWhere(other, 'q')];
  const apart = other === 'state' ? ' and q.country is distinct from p.country' : '';
  const sql = other === 'any' ? SQL.withOne(p.sql, days.sql) : SQL.withBoth(p.sql, q.sql + apart, days.sql);
  const values = [...p.values, ...q.values, ...days.values];
  const read = async (most: number) => (await file.rows(sql, [...values, most])).map((row) => row.n as number);
  return [...(await keptList(file, JSON.stringify([sql, values]), limit, read))];
}

/** Ids of reports by their numbers. */
export async function idsOf(file: RecordFile, reports: Iterable<number>): Promise<Map<number, string>> {
  return new Map((await inPieces(file, SQL.idsOf, [...new Set(reports)])).map((row) => [row.n, row.id]));
}

/** Numbers of reports by their ids; also of events, which are named by a report. Unknown ones are left out. */
export async function numbersOf(file: RecordFile, ids: readonly string[]): Promise<Map<string, number>> {
  return new Map((await inPieces(file, SQL.numbersOf, [...new Set(ids)])).map((row) => [row.id, row.n]));
}

/** Numbers of ids, in their order; unknown ones are left out. */
async function numbersInOrder(file: RecordFile, ids: readonly string[]): Promise<number[]> {
  const known = await numbersOf(file, ids);
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Rows of reports with all that belongs to them, fetched table by table: each asks an index for what is needed alone. */
async function complete(file: RecordFile, rows: readonly Out[]): Promise<ReportRow[]> {
  const numbers = rows.map((row) => row.n as number);
  const sources = await sourcesOf(
    file,
    rows.map((row) => row.article),
  );
  const parties = groupBy(await inPieces(file, SQL.parties, numbers), 'report');
  const events = new Map((await inPieces(file, SQL.eventsOf, numbers)).map((row) => [row.report, row.event]));
  const denies = await inPieces(file, SQL.denies, numbers);
  const ids = new Map<number, string>(rows.map((row) => [row.n, row.id]));
  const others = [...events.values(), ...denies.map((row) => row.denied)].filter((n) => !ids.has(n));
  for (const [n, id] of await idsOf(file, others)) ids.set(n, id);
  const byReport = groupBy(denies, 'report');
  return rows.map((row) =>
    toReport(
      { ...row, event: ids.get(events.get(row.n)) ?? null },
      sources.get(row.article)!,
      parties.get(row.n) ?? [],
      (byReport.get(row.n) ?? []).map((one) => ids.get(one.denied)!),
    ),
  );
}

export function groupBy<T extends Out>(rows: readonly T[], column: keyof T & string): Map<T[typeof column], T[]> {
  const groups = new Map<T[typeof column], T[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

/** Reports by number, in the order asked for. */
export async function reportsNumbered(file: RecordFile, numbers: readonly number[]): Promise<ReportRow[]> {
  const byNumber = await keptReports(file, numbers, async (missing) => {
    const rows = await inPieces(file, SQL.reports, missing);
    return new Map((await complete(file, rows)).map((report, i) => [rows[i]!.n, report]));
  });
  return numbers.flatMap((n) => byNumber.get(n) ?? []);
}

/** Reports by id, in the order asked for; ids that are not there are left out. */
export async function reports(file: RecordFile, ids: readonly string[]): Promise<ReportRow[]> {
  return reportsNumbered(file, await numbersInOrder(file, ids));
}

/** All reports of articles, by the articles' ids. */
export async function reportsOfArticles(file: RecordFile, articles: readonly string[]): Promise<ReportRow[]> {
  const rows = await inPieces(file, SQL.reportsOfArticles, await articleNumbers(file, articles));
  return reportsNumbered(
    file,
    rows.map((row) => row.n),
  );
}

export const reportsOfArticle = (file: RecordFile, article: string): Promise<ReportRow[]> =>
  reportsOfArticles(file, [article]);

const newest = (r: ReportRow): string =>
  `${r.source.published ?? ''} ${r.source.article} ${String(r.sentence.index).padStart(6, '0')}`;

/** Reports by event, for events' numbers in their order; each event's newest publication first. Other reports come along. */
export async function reportsByEvent(
  file: RecordFile,
  events: readonly number[],
  others: readonly number[] = [],
): Promise<{ groups: ReportRow[][]; others: ReportRow[] }> {
  const members = await inPieces(file, SQL.reportsOfEvents, [...new Set(events)]);
  const found = await reportsNumbered(file, [...members.map((row) => row.report), ...others]);
  const byNumber = new Map<number, ReportRow[]>(events.map((n) => [n, []]));
  members.forEach((row, i) => {
    byNumber.get(row.event)?.push(found[i]!);
  });
  const groups = [...byNumber.values()].filter((group) => group.length);
  for (const group of groups) group.sort((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0));
  return { groups, others: found.slice(members.length) };
}

/** Numbers of all events by day. */
export const allEvents = async (file: RecordFile): Promise<number[]> =>
  (await file.rows(SQL.eventNumbers)).map((row) => row.event);

/** Ids of reports that tell only what somebody is accused of. */
export const accusedReports = async (file: RecordFile): Promise<Set<string>> =>
  new Set((await file.rows(SQL.accused)).map((row) => row.id));

/** Writes all reports to a Parquet file. */
export async function writeParquet(file: RecordFile, path: string): Promise<void> {
  await file.rows(SQL.parquet(path));
}

/** How the reports of an event, named by its id, were joined. */
export async function joinsOf(file: RecordFile, event: string): Promise<JoinRow[]> {
  const [n] = (await numbersOf(file, [event])).values();
  return n === undefined ? [] : ((await file.rows(SQL.joins, [n])) as JoinRow[]);
}

/** Statements of articles, by the articles' numbers; with their places. */
async function statementsOf(
  file: RecordFile,
  articles: readonly number[],
  where?: string,
): Promise<(readonly [string, QuoteRow])[]> {
  const rows = await inPieces(file, (some: readonly number[]) => SQL.statements(some, where), articles);
  const sources = await sourcesOf(file, articles);
  return rows.map((row) => [`${row.article} ${row.idx}`, toQuote(row, sources.get(row.article)!)] as const);
}

/** Direct words of somebody named. */
const QUOTED = 't.direct and coalesce(t.name, t.speaker) is not null';

/** Quotations of one side, newest first. */
export async function quotesBy(
  file: RecordFile,
  side: Someone,
  between: Between = {},
  limit = 200,
): Promise<QuoteRow[]> {
  const who: Where =
    'country' in side ? { sql: 't.country = ?', values: [side.country] } : { sql: 't.actor = ?', values: [side.key] };
  const since: Where[] = between.since ? [{ sql: 'a.published >= ?', values: [between.since] }] : [];
  const until: Where[] = between.until ? [{ sql: 'a.published <= ?', values: [between.until] }] : [];
  const where = all(who, ...since, ...until);
  const places = await file.rows(SQL.quotesBy(`${QUOTED} and ${where.sql}`), [...where.values, limit]);
  const byPlace = new Map(
    await statementsOf(file, [...new Set(places.map((place) => place.article as number))], QUOTED),
  );
  return places.flatMap(({ article, idx }) => byPlace.get(`${article} ${idx}`) ?? []);
}

/** Quotations in articles. */
export const quotesIn = async (file: RecordFile, articles: readonly string[]): Promise<QuoteRow[]> =>
  (await statementsOf(file, await articleNumbers(file, articles), QUOTED)).map(([, quote]) => quote);

export const statementsOfArticle = async (file: RecordFile, article: string): Promise<QuoteRow[]> =>
  (await statementsOf(file, await articleNumbers(file, [article]))).map(([, quote]) => quote);

/** All sentences of articles, in order. */
export async function sentencesIn(file: RecordFile, articles: readonly string[]): Promise<ArticleSentence[]> {
  const numbers = await articleNumbers(file, articles);
  const rows = await inPieces(file, SQL.sentencesIn, numbers);
  const sources = await sourcesOf(file, numbers);
  return rows.map((row) => ({
    ...toSentence(row),
    article: sources.get(row.article)!.article,
    cited: row.cited,
  }));
}

/** The references of articles: what they name to read on. */
export async function referencesIn(file: RecordFile, articles: readonly string[]): Promise<ArticleSentence[]> {
  const rows = await inPieces(file, SQL.referencesIn, await articleNumbers(file, articles));
  const sources = await sourcesOf(file, new Set(rows.map((row) => row.article)));
  return rows.map((row) => ({ ...toSentence(row), article: sources.get(row.article)!.article, cited: row.cited }));
}

function mentionWhere(side: Someone): Where {
  return 'country' in side
    ? { sql: '(c.country = ? or c.id = ?)', values: [side.country, side.country] }
    : { sql: 'c.id = ?', values: [side.key] };
}

export interface Placed {
  readonly source: SourceRow;
  readonly sentence: SentenceRow;
}

export async function placed(file: RecordFile, rows: readonly Out[]): Promise<Placed[]> {
  const sources = await sourcesOf(
    file,
    rows.map((row) => row.article),
  );
  return rows.map((row) => ({ source: sources.get(row.article)!, sentence: toSentence(row) }));
}

const MOST_SENTENCES = 200;

/** Sentences of these articles that mention both sides, newest first. */
export async function sentencesWithBoth(
  file: RecordFile,
  a: Side,
  b: Side,
  articles: readonly string[],
): Promise<Placed[]> {
  if (isOpen(a) || isOpen(b) || !articles.length) return [];
  const [left, right] = [mentionWhere(a), mentionWhere(b)];
  const sql = SQL.sentencesWithBoth(left.sql, right.sql, await articleNumbers(file, articles));
  const values = [...left.values, ...right.values];
  const found = await placed(file, await file.rows(sql, [...values, ...values]));
  // A stable sort: sentences of one day stay in the order of their articles, the newest read first.
  found.sort((x, y) =>
    (x.source.published ?? '') < (y.source.published ?? '') ? 1 : x.source.published === y.source.published ? 0 : -1,
  );
  return found.slice(0, MOST_SENTENCES);
}

export interface ArticleRow extends SourceRow {
  readonly text: string;
  readonly language: string | null;
}

/** An article by the record's id, or by the id that it came with. */
export async function article(file: RecordFile, id: string): Promise<ArticleRow | null> {
  const [known] = await file.rows(SQL.articleNumber, [id, id]);
  if (!known) return null;
  const [row] = await file.rows(SQL.article, [known.seq]);
  const source = (await sourcesOf(file, [known.seq])).get(known.seq)!;
  const { body, rest, language } = row!;
  const pieces = body === null ? await file.rows(SQL.piecesOf, [known.seq]) : [];
  return { ...source, text: body ?? textOf(pieces as { gap: string; words: string }[], rest), language };
}

export async function newestArticles(file: RecordFile, limit: number): Promise<SourceRow[]> {
  const numbers = (await file.rows(SQL.newest, [limit])).map((row) => row.seq as number);
  const sources = await sourcesOf(file, numbers);
  return numbers.map((n) => sources.get(n)!);
}

/** Articles of a period, the newest first; `total` counts all of them. */
export async function articlesBetween(
  file: RecordFile,
  [since, until]: readonly [string, string],
  limit: number,
  offset: number,
): Promise<{ items: SourceRow[]; total: number }> {
  const rows = await file.rows(SQL.newestIn, [since, until, limit, offset]);
  const sources = await sourcesOf(
    file,
    rows.map((row) => row.seq),
  );
  return { items: rows.map((row) => sources.get(row.seq)!), total: (rows[0]?.total as number) ?? 0 };
}

/** Reports of the newest articles first, a part of all. */
export async function newestReports(file: RecordFile, limit: number, offset: number): Promise<ReportRow[]> {
  const rows = await file.rows(SQL.newestReports, [limit, offset]);
  return reportsNumbered(
    file,
    rows.map((row) => row.n),
  );
}

/** Other articles of the same origin. */
export async function copiesOf(file: RecordFile, article: string): Promise<SourceRow[]> {
  const [seq] = await articleNumbers(file, [article]);
  if (seq === undefined) return [];
  const numbers = (await file.rows(SQL.copiesOf, [seq, seq])).map((row) => row.seq as number);
  return [...(await sourcesOf(file, numbers)).values()];
}

export async function mentionsOf(file: RecordFile, article: string): Promise<MentionRow[]> {
  const [seq] = await articleNumbers(file, [article]);
  return seq === undefined ? [] : (await file.rows(SQL.mentionsOf, [seq])).map(toMention);
}

export const namesOf = async (file: RecordFile, key: string, limit = 12): Promise<string[]> =>
  (await file.rows(SQL.namesOf, [key, limit])).map((row) => row.words);

export const officesOf = async (
  file: RecordFile,
  key: string,
): Promise<{ office: string; from: string | null; to: string | null }[]> =>
  (await file.rows(SQL.officesOf, [key])).map((row) => ({ office: row.office, from: row.first_day, to: row.last_day }));

export interface Totals {
  readonly articles: number;
  readonly reports: number;
  readonly events: number;
  readonly origins: number;
  readonly first_day: string | null;
  readonly last_day: string | null;
  /** Articles that did not come with the program. */
  readonly own: number;
}

export const totals = async (file: RecordFile): Promise<Totals> => (await file.rows(SQL.totals))[0] as Totals;

/** Events, and the reports that are of one. */
export const joinedTotals = async (file: RecordFile): Promise<{ events: number; reports: number }> =>
  (await file.rows(SQL.joinedTotals))[0] as { events: number; reports: number };

export interface FindingOut {
  readonly id: string;
  readonly report: string;
  readonly measure: string;
  readonly words: string;
  readonly conditional: boolean;
  readonly because: string;
}

export const findingsOf = async (file: RecordFile, reports: readonly string[]): Promise<FindingOut[]> =>
  (await inPieces(file, SQL.findingsOf, reports)) as FindingOut[];

/** Numbers of joined reports of these types for which measures have not been looked up yet, and up to which number those are all. */
export async function reportsWithoutLookup(
  file: RecordFile,
  types: readonly string[],
): Promise<{ numbers: number[]; upTo: number }> {
  const looked = (await file.rows(SQL.meta)).find((row) => row.name === 'looked')?.value;
  const [{ n: upTo }] = (await file.rows(SQL.lastJoined)) as [{ n: number }];
  const rows = await file.rows(SQL.withoutLookup(types), [Number(looked ?? 0), upTo]);
  return { numbers: rows.map((row) => row.n), upTo };
}

/** Keeps findings, and that all reports up to a number have been looked up. */
export async function saveFindings(file: RecordFile, upTo: number, findings: readonly FindingRow[]): Promise<void> {
  await file.transaction(async () => {
    const rows = findings.map((f) => [f.id, f.report, f.measure.id, f.text, f.conditional, f.because]);
    await file.put({ findings: rows });
    await file.run(SQL.setMeta, [String(upTo), 'looked']);
  });
}
