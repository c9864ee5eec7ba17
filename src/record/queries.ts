/** Questions to a record, answered with the rows of `src/rows.ts`. */
import type {
  ActorRef,
  ArticleSentence,
  CountRow,
  DyadRow,
  FindingRow,
  JoinRow,
  MentionRow,
  PairCount,
  QuoteRow,
  ReportRow,
  SentenceRow,
  SourceRow,
} from '../rows.ts';
import { toActor, toMention, toQuote, toReport, toSentence, toSource } from './assemble.ts';
import { inPieces } from './pieces.ts';
import type { Out, RecordFile } from './record.ts';
import type { Value } from './schema.ts';
import { SQL } from './sql.ts';

/** One side of a question: a country with all that belongs to it, one actor, or anybody. */
export type Side = { readonly country: string } | { readonly key: string } | 'any';

export interface Between {
  readonly since?: string | null;
  readonly until?: string | null;
}

interface Where {
  readonly sql: string;
  readonly values: readonly Value[];
}

function sideWhere(side: Side, column: 'a' | 'b'): Where {
  if (side === 'any') return { sql: 'true', values: [] };
  if ('country' in side)
    return { sql: `(d.${column}_country = ? or d.${column} = ?)`, values: [side.country, side.country] };
  return { sql: `d.${column} = ?`, values: [side.key] };
}

function all(...wheres: Where[]): Where {
  return { sql: wheres.map((w) => w.sql).join(' and ') || 'true', values: wheres.flatMap((w) => w.values) };
}

function within({ since, until }: Between): Where {
  return all(
    ...(since ? [{ sql: 'd.day >= ?', values: [since] }] : []),
    ...(until ? [{ sql: 'd.day <= ?', values: [until] }] : []),
  );
}

function dyadWhere(from: Side, to: Side, between: Between): Where {
  const notItself: Where = { sql: `(d.a_country is distinct from d.b_country or d.a_country is null)`, values: [] };
  return all(
    sideWhere(from, 'a'),
    sideWhere(to, 'b'),
    within(between),
    ...(from === 'any' || to === 'any' ? [notItself] : []),
  );
}

/** What one side is reported to have done towards the other, oldest first. */
export async function dyads(file: RecordFile, from: Side, to: Side, between: Between = {}): Promise<DyadRow[]> {
  const where = dyadWhere(from, to, between);
  return unpack(await file.rows(SQL.dyads(where.sql), where.values));
}

/** The same, as light as counting allows: tens of thousands of rows in some tens of milliseconds. */
export async function countRows(file: RecordFile, from: Side, to: Side, between: Between = {}): Promise<CountRow[]> {
  const where = dyadWhere(from, to, between);
  const found: CountRow[] = [];
  for (const { quad, type, mode, status, intensity, packed } of await file.rows(SQL.counted(where.sql), where.values)) {
    for (const line of (packed as string).split(RECORD)) {
      const [event, origin, day, report] = line.split(UNIT) as [string, string, string, string];
      found.push({
        ...{ event, origin, quad, type, mode, status, intensity },
        ...{ day: day || null, report: report || event },
      });
    }
  }
  return found.sort((x, y) => order(x.day ?? '', y.day ?? '') || order(x.report, y.report));
}

const UNIT = '\u001f';
const RECORD = '\u001e';

/** Dyad rows out of their packed text, oldest first. */
function unpack([row]: readonly Out[]): DyadRow[] {
  const packed = row?.packed as string | null;
  if (!packed) return [];
  const found = packed.split(RECORD).map((line): DyadRow => {
    const [report, event, origin, a, a_country, b, b_country, day, published, quad, type, mode, status, intensity] =
      line.split(UNIT) as string[];
    return {
      ...{ report: report!, event: event!, origin: origin!, a: a!, b: b!, type: type! },
      ...{
        a_country: a_country || null,
        b_country: b_country || null,
        day: day || null,
        published: published || null,
        mode: mode || null,
      },
      ...{ quad: quad as DyadRow['quad'], status: status as DyadRow['status'], intensity: Number(intensity) },
    };
  });
  return found.sort((x, y) => order(x.day ?? '', y.day ?? '') || order(x.report, y.report));
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

function partyWhere(side: Side, table: string): Where {
  if (side === 'any') return { sql: 'true', values: [] };
  if ('country' in side)
    return { sql: `(${table}.country = ? or ${table}.actor = ?)`, values: [side.country, side.country] };
  return { sql: `${table}.actor = ?`, values: [side.key] };
}

/** Ids of the reports that have both sides among their parties, whoever acts; newest first, `limit` at most. */
export async function reportsWithBoth(
  file: RecordFile,
  a: Side,
  b: Side,
  { since, until }: Between,
  limit: number,
): Promise<string[]> {
  const where = all(
    partyWhere(a, 'p'),
    partyWhere(b, 'q'),
    ...(since ? [{ sql: 'r.day >= ?', values: [since] }] : []),
    ...(until ? [{ sql: 'r.day <= ?', values: [until] }] : []),
  );
  const sql = b === 'any' ? SQL.withOne(where.sql) : SQL.withBoth(where.sql);
  return (await file.rows(`${sql} limit ?`, [...where.values, limit])).map((row) => row.id);
}

async function withParties(file: RecordFile, rows: readonly Out[]): Promise<ReportRow[]> {
  const ids = rows.map((row) => row.id as string);
  const parties = groupBy(await inPieces(file, SQL.parties, ids), 'report');
  const denies = groupBy(await inPieces(file, SQL.denies, ids), 'report');
  return rows.map((row) =>
    toReport(
      row,
      parties.get(row.id) ?? [],
      (denies.get(row.id) ?? []).map((d) => d.denied),
    ),
  );
}

export function groupBy<T extends Out>(rows: readonly T[], column: keyof T & string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

/** Reports by id, in the order asked for; ids that are not there are left out. */
export async function reports(file: RecordFile, ids: readonly string[]): Promise<ReportRow[]> {
  const found = await withParties(file, await inPieces(file, SQL.reports, [...new Set(ids)]));
  const byId = new Map(found.map((report) => [report.id, report]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function reportsOfArticle(file: RecordFile, article: string): Promise<ReportRow[]> {
  return withParties(file, await file.rows(SQL.reportsOfArticle, [article]));
}

export async function reportsOfArticles(file: RecordFile, articles: readonly string[]): Promise<ReportRow[]> {
  return withParties(file, await inPieces(file, SQL.reportsOfArticles, articles));
}

/** Reports of events, newest publication first. */
export async function reportsOfEvents(file: RecordFile, events: readonly string[]): Promise<ReportRow[]> {
  const found = await withParties(file, await inPieces(file, SQL.reportsOfEvents, events));
  const key = (r: ReportRow) =>
    `${r.source.published ?? ''} ${r.source.article} ${String(r.sentence.index).padStart(6, '0')}`;
  return found.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/** Ids of all events by day. */
export const allEventIds = async (file: RecordFile): Promise<string[]> =>
  (await file.rows(SQL.eventIds)).map((row) => row.id);

/** Writes all reports to a Parquet file. */
export async function writeParquet(file: RecordFile, path: string): Promise<void> {
  await file.rows(SQL.parquet(path));
}

/** Ids of the reports that deny one of these, with what they deny. */
export const deniersOf = (file: RecordFile, ids: readonly string[]): Promise<Out[]> =>
  inPieces(file, SQL.deniersOf, ids);

export const joinsOf = async (file: RecordFile, event: string): Promise<JoinRow[]> =>
  (await file.rows(SQL.joins, [event])) as JoinRow[];

/** Articles of independent origin by day of publication: the volume of coverage. */
export async function volumeByDay(file: RecordFile): Promise<Map<string, number>> {
  return new Map((await file.rows(SQL.volume)).map((row) => [row.day, row.n]));
}

/** Direct and indirect statements of one side, newest first. */
export async function statementsBy(
  file: RecordFile,
  side: Exclude<Side, 'any'>,
  between: Between = {},
  limit = 200,
): Promise<QuoteRow[]> {
  const who: Where =
    'country' in side
      ? { sql: '(t.country = ? or t.actor = ?)', values: [side.country, side.country] }
      : { sql: 't.actor = ?', values: [side.key] };
  const since: Where[] = between.since ? [{ sql: 'a.published >= ?', values: [between.since] }] : [];
  const until: Where[] = between.until ? [{ sql: 'a.published <= ?', values: [between.until] }] : [];
  const where = all(who, ...since, ...until);
  return (await file.rows(SQL.statementsBy(where.sql), [...where.values, limit])).map(toQuote);
}

export const statementsOfArticle = async (file: RecordFile, article: string): Promise<QuoteRow[]> =>
  (await file.rows(SQL.statementsOfArticle, [article])).map(toQuote);

export const statementsIn = async (file: RecordFile, articles: readonly string[]): Promise<QuoteRow[]> =>
  (await inPieces(file, SQL.statementsIn, articles)).map(toQuote);

/** All sentences of articles, in order. */
export async function sentencesIn(file: RecordFile, articles: readonly string[]): Promise<ArticleSentence[]> {
  const rows = await inPieces(file, SQL.sentencesIn, articles);
  return rows.map((row) => ({ ...toSentence(row), article: row.article, cited: row.cited }));
}

function mentionWhere(side: Exclude<Side, 'any'>): Where {
  return 'country' in side
    ? { sql: '(c.country = ? or c.id = ?)', values: [side.country, side.country] }
    : { sql: 'c.id = ?', values: [side.key] };
}

/** Sentences of these articles that mention both sides, newest first. */
export async function sentencesWithBoth(
  file: RecordFile,
  a: Side,
  b: Side,
  articles: readonly string[],
): Promise<{ source: SourceRow; sentence: SentenceRow }[]> {
  if (a === 'any' || b === 'any' || !articles.length) return [];
  const [left, right] = [mentionWhere(a), mentionWhere(b)];
  const rows = await file.rows(SQL.sentencesWithBoth(left.sql, right.sql), [
    ...left.values,
    ...right.values,
    articles,
    MOST_SENTENCES,
  ]);
  return rows.map((row) => ({ source: toSource(row), sentence: toSentence(row) }));
}

const MOST_SENTENCES = 200;

export interface ArticleRow extends SourceRow {
  readonly text: string;
  readonly language: string | null;
}

/** An article by the record's id, or by the id that it came with. */
export async function article(file: RecordFile, id: string): Promise<ArticleRow | null> {
  const [known] = await file.rows(SQL.articleByAnyId, [id, id]);
  if (!known) return null;
  const [row] = await file.rows(SQL.article, [known.id]);
  return { ...toSource(row!), text: row!.body, language: row!.language };
}

export const newestArticles = async (file: RecordFile, limit: number): Promise<SourceRow[]> =>
  (await file.rows(SQL.newest, [limit])).map(toSource);

/** Ids of reports, those of the newest articles first. */
export const newestReports = async (file: RecordFile, limit: number, offset: number): Promise<string[]> =>
  (await file.rows(SQL.newestReports, [limit, offset])).map((row) => row.id);

export const copiesOf = async (file: RecordFile, article: string): Promise<SourceRow[]> =>
  (await file.rows(SQL.copiesOf, [article, article])).map(toSource);

export const mentionsOf = async (file: RecordFile, article: string): Promise<MentionRow[]> =>
  (await file.rows(SQL.mentionsOf, [article])).map(toMention);

/** Who a key, or a name, stands for in this record; the likeliest first. */
export async function findActors(file: RecordFile, words: string): Promise<ActorRef[]> {
  for (const sql of [SQL.actor, SQL.actorsNamed, SQL.actorsMentioned]) {
    const found = await file.rows(sql, [words]);
    if (found.length) return found.map(toActor);
  }
  return [];
}

/** Words as they may stand in a LIKE pattern. */
export const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

export const actorsLike = async (
  file: RecordFile,
  words: string,
  limit: number,
): Promise<(ActorRef & { events: number })[]> =>
  (await file.rows(SQL.actorsLike, [likePattern(words), limit])).map((row) => ({
    ...toActor(row),
    events: row.events,
  }));

export const eventsLike = async (file: RecordFile, words: string, limit: number): Promise<string[]> =>
  (await file.rows(SQL.eventsLike, [likePattern(words), limit])).map((row) => row.event);

export async function sentencesLike(
  file: RecordFile,
  words: string,
  limit: number,
): Promise<{ source: SourceRow; sentence: SentenceRow }[]> {
  return (await file.rows(SQL.sentencesLike, [likePattern(words), limit])).map((row) => ({
    source: toSource(row),
    sentence: toSentence(row),
  }));
}

export const namesOf = async (file: RecordFile, key: string, limit = 12): Promise<string[]> =>
  (await file.rows(SQL.namesOf, [key, limit])).map((row) => row.words);

export const officesOf = async (
  file: RecordFile,
  key: string,
): Promise<{ office: string; from: string | null; to: string | null }[]> =>
  (await file.rows(SQL.officesOf, [key])).map((row) => ({ office: row.office, from: row.first_day, to: row.last_day }));

/** Pairs of countries by number of events. */
export const countryPairs = async (file: RecordFile, limit: number): Promise<PairCount[]> =>
  (await file.rows(SQL.countryPairs, [limit])) as PairCount[];

/** All dyads of these pairs of countries, oldest first; from a day on, where one is given. */
export async function dyadsOfPairs(
  file: RecordFile,
  pairs: readonly PairCount[],
  since: string | null,
): Promise<DyadRow[]> {
  if (!pairs.length) return [];
  const keys = pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]);
  const among = `d.a_country || ' ' || d.b_country in (select unnest(?::varchar[]))`;
  return unpack(await file.rows(SQL.dyads(since ? `${among} and d.day >= ?` : among), since ? [keys, since] : [keys]));
}

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

export interface FindingOut {
  readonly id: string;
  readonly report: string;
  readonly measure: string;
  readonly words: string;
  readonly conditional: boolean;
  readonly because: string;
}

export const findingsOf = async (file: RecordFile, ids: readonly string[]): Promise<FindingOut[]> =>
  (await inPieces(file, SQL.findingsOf, ids)) as FindingOut[];

/** Ids of reports for which measures have not been looked up yet. */
export const reportsWithoutLookup = async (file: RecordFile): Promise<string[]> =>
  (await file.rows(SQL.withoutLookup)).map((row) => row.id);

/** Keeps findings, and that these reports have been looked up. */
export async function saveFindings(
  file: RecordFile,
  reports: readonly string[],
  findings: readonly FindingRow[],
): Promise<void> {
  await file.transaction(() =>
    file.put({
      lookups: reports.map((id) => [id]),
      findings: findings.map((f) => [f.id, f.report, f.measure.id, f.text, f.conditional, f.because]),
    }),
  );
}
