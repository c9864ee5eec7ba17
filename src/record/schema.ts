/**
 * The record's tables. Days are ISO text, so that they compare alike in DuckDB and PostgreSQL; `seq` and `idx` keep the
 * order of reading. Rows of an article are written in one transaction with its row in `articles`, so only that table
 * and the small ones need keys.
 */
import { shortHash } from './hash.ts';

/** Raised whenever the tables below change in a way that old files cannot be read by. */
export const VERSION = 1;

export type ColumnType = 'text' | 'int' | 'real' | 'bool';
export type Value = string | number | boolean | null;
export type Row = readonly Value[];

interface Table {
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  readonly key?: string;
}

const text = (...names: string[]) => names.map((name) => [name, 'text'] as const);
const int = (...names: string[]) => names.map((name) => [name, 'int'] as const);
const real = (...names: string[]) => names.map((name) => [name, 'real'] as const);
const bool = (...names: string[]) => names.map((name) => [name, 'bool'] as const);

const ACTOR = text('actor', 'name', 'kind', 'country', 'sector', 'office');

export const TABLES = {
  meta: { columns: text('name', 'value'), key: 'name' },
  articles: {
    columns: [
      ...text('id'),
      ...int('seq'),
      ...text('given_id', 'published', 'title', 'body', 'url', 'publisher', 'language'),
    ],
    key: 'id',
  },
  /** Which copies of a text share an origin. */
  origins: { columns: text('article', 'origin') },
  fingerprints: { columns: [...text('article', 'signature')] },
  /** Articles that share a band of their fingerprints are compared. */
  bands: { columns: [...int('band'), ...text('article')] },
  sentences: {
    columns: [
      ...text('article'),
      ...int('idx'),
      ...text('part'),
      ...int('start_at', 'end_at', 'paragraph'),
      ...text('kind', 'section', 'publisher', 'words'),
      ...int('proper_at'),
    ],
  },
  mentions: {
    columns: [
      ...text('article'),
      ...int('idx', 'nth', 'sentence'),
      ...text('part'),
      ...int('start_at', 'end_at'),
      ...text('words', 'kind', 'reading'),
      ...int('chain'),
      ...text('actor'),
    ],
  },
  actors: { columns: [...text('id', 'name', 'kind', 'country', 'sector', 'because')], key: 'id' },
  reports: {
    columns: [
      ...text('id', 'article'),
      ...int('idx', 'sentence'),
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
  },
  /** Who did it, to whom, and who says so. `role`: actor, recipient, speaker. */
  report_parties: {
    columns: [
      ...text('report', 'role'),
      ...int('nth'),
      ...ACTOR,
      ...text('words', 'part'),
      ...int('start_at', 'end_at'),
      ...text('cue'),
      ...bool('direct'),
      ...text('stance'),
    ],
  },
  report_denies: { columns: text('report', 'denied') },
  /** Ordered pairs of a report's parties; a mutual event stands in both directions. */
  pairs: { columns: [...text('report'), ...int('nth'), ...text('a', 'a_country', 'b', 'b_country')] },
  /** The pairs of joined reports with all that counting needs, so that counting reads this table alone. */
  dyads: {
    columns: [
      ...text(
        'report',
        'event',
        'origin',
        'a',
        'a_country',
        'b',
        'b_country',
        'day',
        'published',
        'quad',
        'type',
        'mode',
        'status',
      ),
      ...real('intensity'),
    ],
  },
  statements: {
    columns: [
      ...text('id', 'article'),
      ...int('idx', 'sentence'),
      ...ACTOR,
      ...text('speaker', 'cue'),
      ...bool('direct'),
      ...text('stance', 'content'),
    ],
  },
  /** An event is named by the report that it was begun with. */
  events: { columns: text('id', 'leader') },
  event_reports: { columns: [...text('event', 'report'), ...real('score'), ...text('reason')] },
  /** What a reader decided about two reports; joining obeys it. */
  judgements: { columns: [...text('a', 'b'), ...bool('same')] },
  /** Reports for which measures have been looked up. */
  lookups: { columns: text('report') },
  findings: { columns: [...text('id', 'report', 'measure', 'words'), ...bool('conditional'), ...text('because')] },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;

const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  int: 'integer',
  real: 'double precision',
  bool: 'boolean',
};

/** The statements that make the tables. */
export function createTables(): string[] {
  return Object.entries(TABLES as Record<string, Table>).map(([name, { columns, key }]) => {
    const lines = columns.map(([column, type]) => `${column} ${SQL_TYPE[type]}${column === key ? ' primary key' : ''}`);
    return `create table ${name} (${lines.join(', ')})`;
  });
}

/** Changes when the tables do; kept in the file, so that another schema is noticed. */
export const SCHEMA_HASH = shortHash(createTables().join(';'));
