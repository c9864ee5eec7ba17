/**
 * The record's tables. Days are ISO text, so that they compare alike in DuckDB and PostgreSQL. Articles and reports
 * have a number each, in the order of reading (`seq`, `n`), by which the other tables name them: whole numbers are read
 * and compared many times faster than ids. Ids, hashes of content and span, are for the outside. What is written again
 * and again (actors, the words of mentions, the words of sentences) stands once in a table of its own and is named by
 * its number there. Rows of an article are written in one transaction with its row in `articles`, so only that table
 * and the small ones need keys.
 */
import { shortHash } from './hash.ts';

/** Raised whenever the tables below change in a way that old files cannot be read by. */
export const VERSION = 3;

/** `long`: text that is seldom read and packed tighter for it. */
export type ColumnType = 'text' | 'long' | 'int' | 'real' | 'bool';
export type Value = string | number | boolean | null;
export type Row = readonly Value[];

interface Table {
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  readonly key?: string;
  /** Columns with an index of their own. */
  readonly indexed?: readonly string[];
}

const text = (...names: string[]) => names.map((name) => [name, 'text'] as const);
const int = (...names: string[]) => names.map((name) => [name, 'int'] as const);
const real = (...names: string[]) => names.map((name) => [name, 'real'] as const);
const long = (...names: string[]) => names.map((name) => [name, 'long'] as const);
const bool = (...names: string[]) => names.map((name) => [name, 'bool'] as const);

const ACTOR = text('actor', 'name', 'kind', 'country', 'sector', 'office');

export const TABLES = {
  /** The version; how far reports have been joined (`joined`, a seq) and measures looked up (`looked`, a report's n). */
  meta: { columns: text('name', 'value'), key: 'name' },
  articles: {
    columns: [
      ...text('id'),
      ...int('seq'),
      ...text('given_id', 'published', 'title'),
      // Null where the sentences and what stands between them make it, with `rest` behind the last one.
      ...long('body'),
      ...text('rest', 'url', 'publisher', 'language'),
    ],
    key: 'id',
    indexed: ['seq'],
  },
  /** Which copies of a text share an origin: by number, and the origin's id once more. `day` of publication. */
  origins: { columns: [...int('article', 'origin'), ...text('origin_id'), ...int('day')] },
  fingerprints: { columns: [...int('article'), ...text('signature')] },
  /** Articles that share a band of their fingerprints are compared. */
  bands: { columns: int('band', 'article') },
  sentences: {
    columns: [
      ...int('article', 'idx'),
      ...text('part'),
      ...int('start_at', 'end_at', 'paragraph'),
      ...text('kind', 'section', 'publisher'),
      // What stands between the sentence before and this one.
      ...text('gap', 'words'),
      ...int('proper_at'),
    ],
  },
  mentions: {
    columns: [
      ...int('article', 'idx', 'nth', 'sentence'),
      ...text('part'),
      ...int('start_at', 'end_at'),
      ...text('kind', 'reading'),
      ...int('chain', 'name'),
    ],
  },
  /** Whom words name: each actor's number with each of its wordings once; 0 where the words name nobody known. */
  names: { columns: [...int('n', 'actor'), ...text('words')] },
  actors: { columns: [...int('n'), ...text('id', 'name', 'kind', 'country', 'sector', 'because')] },
  /** Words of sentences in lower case, and the articles that have them: for search. */
  terms: { columns: [...int('n'), ...text('word')] },
  postings: { columns: int('term', 'article') },
  reports: {
    columns: [
      ...int('n'),
      ...text('id'),
      ...int('article', 'idx', 'sentence'),
      ...text('type', 'mode', 'contexts', 'cameo', 'quad'),
      ...real('intensity'),
      ...bool('mutual'),
      ...int('cue_start', 'cue_end'),
      ...text('cue', 'day', 'when_from', 'when_to', 'when_text'),
      ...bool('when_implied'),
      ...text('place', 'place_country'),
      ...real('lat', 'lon'),
      ...text('modality'),
      ...bool('negated', 'historical'),
      ...text('status'),
      ...real('confidence'),
      ...text('rule', 'topic'),
      // The sentence, once more: a page of reports reads this table alone.
      ...text('part'),
      ...int('start_at', 'end_at'),
      ...text('words', 'kind', 'section'),
      ...int('paragraph', 'proper_at'),
    ],
    indexed: ['n'],
  },
  /** Who did it, to whom, and who says so. `role`: actor, recipient, speaker. */
  report_parties: {
    columns: [
      ...int('report'),
      ...text('role'),
      ...int('nth'),
      ...ACTOR,
      ...text('words', 'part'),
      ...int('start_at', 'end_at'),
      ...text('cue'),
      ...bool('direct'),
      ...text('stance'),
    ],
    indexed: ['report'],
  },
  report_denies: { columns: int('report', 'denied') },
  /**
   * Ordered pairs of a report's parties; a mutual event stands in both directions. `states`: see `statesNumber`; `a` and
   * `b` are numbers of actors, their countries as `countryNumber` has them.
   */
  pairs: { columns: int('report', 'article', 'nth', 'states', 'day', 'kind', 'a', 'a_country', 'b', 'b_country') },
  /** What counting tells apart, each combination once. `strength`: 0 for the strongest status. */
  kinds: {
    columns: [...int('n'), ...text('quad', 'type', 'mode', 'status'), ...real('intensity'), ...int('strength')],
  },
  /** The pairs of joined reports with all that counting needs, in whole numbers. `day` counts from 1970. */
  dyads: { columns: int('report', 'event', 'origin', 'states', 'day', 'kind', 'a', 'a_country', 'b', 'b_country') },
  statements: {
    columns: [
      ...int('article', 'idx', 'sentence'),
      ...ACTOR,
      ...text('speaker', 'cue'),
      ...bool('direct'),
      ...text('stance', 'content'),
    ],
  },
  /** An event is named by the report that it was begun with. */
  event_reports: { columns: [...int('event', 'report'), ...real('score'), ...text('reason')] },
  /** What a reader decided about two reports; joining obeys it. */
  judgements: { columns: [...text('a', 'b'), ...bool('same')] },
  findings: { columns: [...text('id', 'report', 'measure', 'words'), ...bool('conditional'), ...text('because')] },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;

/** The two databases that the record's SQL is written for. */
export type Dialect = 'duckdb' | 'postgresql';

const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  long: 'varchar',
  int: 'integer',
  real: 'double precision',
  bool: 'boolean',
};

function typeIn(dialect: Dialect, type: ColumnType): string {
  if (dialect === 'duckdb') return type === 'long' ? 'varchar using compression zstd' : SQL_TYPE[type];
  // Text is compared byte by byte, as DuckDB does.
  return type === 'text' || type === 'long' ? 'varchar collate "C"' : SQL_TYPE[type];
}

/** The statements that make the tables. */
export function createTables(dialect: Dialect = 'duckdb'): string[] {
  return Object.entries(TABLES as Record<string, Table>).flatMap(([name, { columns, key, indexed = [] }]) => {
    const lines = columns.map(
      ([column, type]) => `${column} ${typeIn(dialect, type)}${column === key ? ' primary key' : ''}`,
    );
    const indexes = indexed.map((column) => `create index ${name}_${column} on ${name} (${column})`);
    return [`create table ${name} (${lines.join(', ')})`, ...indexes];
  });
}

/** Changes when the tables do; kept in the file, so that another schema is noticed. */
export const SCHEMA_HASH = shortHash(createTables().join(';'));

const LETTERS = 27;
const CODES = LETTERS ** 3;
/** Numbers of countries stay below this. */
export const COUNTRIES = CODES;

/** A country's code as a number; 0 where there is none. */
export const countryNumber = (code: string | null): number =>
  code && /^[A-Z]{3}$/.test(code) ? [...code].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) : 0;

/** The code of a country's number. */
export const countryOfNumber = (n: number): string =>
  String.fromCharCode(
    ...[n / LETTERS ** 2, (n / LETTERS) % LETTERS, n % LETTERS].map((digit) => 64 + Math.trunc(digit)),
  );

/** A number of two states whatever their order, so that all between them is found by one comparison; 0 where one is unknown. */
export function statesNumber(a: string | null, b: string | null): number {
  const [x, y] = [countryNumber(a), countryNumber(b)];
  return x && y ? Math.min(x, y) * CODES + Math.max(x, y) : 0;
}

/** The two states of a number, in the order of the alphabet. */
export const statesOfNumber = (n: number): [string, string] => [
  countryOfNumber(Math.trunc(n / CODES)),
  countryOfNumber(n % CODES),
];

/** Days since 1970 of an ISO day. */
export const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
export const dayOfNumber = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
