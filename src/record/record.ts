/** The record's file: opening it, saving codings, joining reports. One process writes and reads it at a time. */
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import type { Article, Coding, Report } from '../nouns.ts';
import { STATUS_ORDER } from '../wording.ts';
import { findCopies } from './copies.ts';
import { type Dictionaries, dictionariesOf, keysOf } from './numbers.ts';
import type { Parameter } from './pieces.ts';
import { createTables, type Row, SCHEMA_HASH, TABLES, type TableName, type Value, VERSION } from './schema.ts';
import { KINDS, SQL } from './sql.ts';
import { articleId, postingRows, type TableRows, tableRows } from './tables.ts';

/** A row as it comes from a query. */
// biome-ignore lint/suspicious/noExplicitAny: a column's type is known by its query alone; src/record/assemble.ts gives rows their types.
export type Out = Readonly<Record<string, any>>;

/** How a file is opened, and a new one made. */
export const OPTIONS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_unsigned_extensions: 'false',
  // Newer compression of text: a third less.
  storage_compatibility_version: 'latest',
  // Smaller blocks leave less of each unused.
  default_block_size: '65536',
  // Each checkpoint writes the last part of every table anew and leaves the old one free: fewer of them, a smaller file.
  checkpoint_threshold: '64MB',
  memory_limit: '512MB',
  threads: '2',
};

/**
 * Articles that wait to be written together, at most: what the record has is looked through once for all of them. Their
 * bands are still asked for in one question.
 */
const BATCH = 120;

/** A coding that waits, with its rows. They hold for one age of the file's numbers. */
interface Waiting {
  readonly coding: Coding;
  readonly seq: number;
  readonly rows: TableRows;
  readonly age: number;
}

/** What is kept in memory of the file, for one age of its numbers. */
interface Known extends Dictionaries {
  /** Ids of the articles that are in the file or being written. */
  readonly articles: Set<string>;
  readonly age: number;
}

/** What counting tells apart. */
export type Kind = Pick<Report, 'quad' | 'type' | 'mode' | 'status' | 'intensity'>;

/** An open record. Close it: the file stays locked until then. */
export class RecordFile {
  readonly path: string;
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #reader: DuckDBConnection;
  /** The last numbers that were given out, also to what waits. */
  #seq = 0;
  #reports = 0;
  /** The same as they were when last taken from the file. */
  #kept: readonly [seq: number, reports: number] = [0, 0];
  /** Grows when numbers are taken from the file anew: rows made before no longer hold. */
  #age = 0;
  /** Brought with the first coding, or question whether an article is there. */
  #memory: Promise<Known> | null = null;
  readonly #kinds = new Map<string, number>();
  /** How many kinds are in the file. */
  #keptKinds = 0;
  /** By number; the first place is empty. */
  #kindList: Kind[] = [];
  /** Grows with every transaction: what was made of the record before is stale then. */
  changes = 0;
  readonly #waiting = new Map<string, Waiting>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(path: string, instance: DuckDBInstance, writer: DuckDBConnection, reader: DuckDBConnection) {
    this.path = path;
    this.#instance = instance;
    this.#writer = writer;
    this.#reader = reader;
  }

  /** Opens the file, or makes it. Throws InputError where it is locked, of another version, or no record. */
  static async open(path: string): Promise<RecordFile> {
    const instance = await openFile(path);
    try {
      const writer = await instance.connect();
      await prepare(writer, path);
      const file = new RecordFile(path, instance, writer, await instance.connect());
      await file.#remember();
      return file;
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** Rows of a query, as plain objects; whole numbers come as numbers. */
  async rows(sql: string, values: readonly Parameter[] = []): Promise<Out[]> {
    if (this.#waiting.size) await this.flush();
    return this.#read(sql, values);
  }

  /** Hands over the rows of a query whose columns are all whole numbers, or null. */
  async each(
    sql: string,
    values: readonly Parameter[],
    take: (row: readonly (number | null)[]) => void,
  ): Promise<void> {
    if (this.#waiting.size) await this.flush();
    const result = await this.#reader.run(sql, values as DuckDBValue[]);
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
      const columns = Array.from({ length: chunk.columnCount }, (_, i) => chunk!.getColumnVector(i));
      for (let at = 0; at < chunk.rowCount; at++) take(columns.map((column) => column.getItem(at) as number | null));
    }
  }

  /** A kind by its number. */
  kind(n: number): Kind {
    return this.#kindList[n]!;
  }

  async #read(sql: string, values: readonly Parameter[]): Promise<Out[]> {
    const reader = await this.#reader.runAndReadAll(sql, values as DuckDBValue[]);
    return reader.getRowObjectsJS().map(plainRow);
  }

  /** Has this very article been read? Says yes for what is waiting to be written, too. */
  async has(article: Article): Promise<boolean> {
    const id = articleId(article);
    return this.#waiting.has(id) || (await this.#known()).articles.has(id);
  }

  /**
   * Takes a coding; false where the record already has the article. An article's rows are written together or not at
   * all; several articles may share a transaction. What was taken is in the file for certain when `flush` or any
   * question has been answered.
   */
  async save(coding: Coding): Promise<boolean> {
    const id = articleId(coding.article);
    const known = await this.#known();
    if (this.#waiting.has(id) || known.articles.has(id)) return false;
    try {
      this.#waiting.set(id, this.#rowsOf(coding, known));
    } catch (error) {
      // A coding that makes no rows is refused before it can take others of its batch with it, or leave numbers behind.
      await this.#inTurn(() => this.#remember());
      throw error;
    }
    if (this.#waiting.size >= BATCH) await this.flush();
    return true;
  }

  /** Writes what is waiting, in one transaction. Where that fails, none of it is written. */
  flush(): Promise<void> {
    if (!this.#waiting.size) return this.#turn.then(() => undefined);
    return this.transaction(() => this.#write());
  }

  /** Runs writes in one transaction, one after another; rolled back where one fails. */
  transaction(work: () => Promise<void>): Promise<void> {
    return this.#inTurn(() => this.#transact(work));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #transact(work: () => Promise<void>): Promise<void> {
    await this.#writer.run('begin');
    try {
      await work();
      await this.#writer.run('commit');
      this.changes++;
    } catch (error) {
      await this.#writer.run('rollback');
      await this.#remember();
      throw error;
    }
  }

  /** Takes from the file what is kept in memory of it. */
  async #remember(): Promise<void> {
    const [last] = await this.#read(SQL.lastNumbers, []);
    const kinds = await this.#read(SQL.kinds, []);
    this.#kept = [last!.seq, last!.report];
    [this.#seq, this.#reports] = this.#kept;
    this.#kinds.clear();
    this.#kindList = [];
    for (const { n, quad, type, mode, status, intensity } of kinds) {
      const kind = { quad, type, mode, status, intensity };
      this.#kinds.set(kindKey(kind), n);
      this.#kindList[n] = kind;
    }
    this.#keptKinds = kinds.length;
    this.#memory = null;
    this.#age++;
  }

  #known(): Promise<Known> {
    this.#memory ??= this.#bring(this.#age).catch((error) => {
      this.#memory = null;
      throw error;
    });
    return this.#memory;
  }

  async #bring(age: number): Promise<Known> {
    const dictionaries = await dictionariesOf(this.#asked, (report) => this.#kindOf(report));
    const articles = new Set(await keysOf(this.#asked, 'articles'));
    return { ...dictionaries, articles, age };
  }

  readonly #asked = { rows: (sql: string, values: readonly Parameter[] = []) => this.#read(sql, values) };

  /** The rows of a coding, with the next numbers. */
  #rowsOf(coding: Coding, { numbers, age }: Known): Waiting {
    const places = { seq: this.#seq + 1, first: this.#reports + 1, numbers };
    const rows = { ...tableRows(coding, places), postings: postingRows(coding, places) };
    this.#seq += 1;
    this.#reports += coding.reports.length;
    return { coding, seq: places.seq, rows, age };
  }

  /** What waits, with rows that hold now, and the new entries of the dictionaries. */
  async #take(): Promise<{ batch: Waiting[]; entries: TableRows }> {
    const isStale = () => [...this.#waiting.values()].some(({ age }) => age !== this.#age);
    let known = await this.#known();
    while (isStale()) {
      await this.#remember();
      known = await this.#known();
      // What was taken meanwhile is numbered anew with the rest.
      [this.#seq, this.#reports] = this.#kept;
      for (const [id, { coding }] of this.#waiting) {
        if (known.articles.has(id)) this.#waiting.delete(id);
        else this.#waiting.set(id, this.#rowsOf(coding, known));
      }
    }
    const batch = [...this.#waiting.values()];
    for (const id of this.#waiting.keys()) known.articles.add(id);
    this.#waiting.clear();
    const kinds = [...this.#kinds].slice(this.#keptKinds).map(([key, n]) => [n, ...(JSON.parse(key) as Row)]);
    this.#keptKinds = this.#kinds.size;
    return { batch, entries: { ...known.take(), kinds } };
  }

  /** Writes within the running transaction. */
  async put(rows: TableRows): Promise<void> {
    for (const [name, list] of Object.entries(rows)) {
      if (list?.length) await appendRows(this.#writer, name as TableName, list);
    }
  }

  /** Runs a writing statement within the running transaction. */
  async run(sql: string, values: readonly Value[] = []): Promise<void> {
    await this.#writer.run(sql, values as DuckDBValue[]);
  }

  /** Lets go of the file; what was not flushed is not written. */
  close(): void {
    this.#reader.closeSync();
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #write(): Promise<void> {
    const { batch, entries } = await this.#take();
    if (!batch.length) return;
    const all: { [Name in TableName]?: Row[] } = {};
    for (const { rows } of batch) {
      for (const name of Object.keys(rows) as TableName[]) {
        const list = (all[name] ??= []);
        for (const row of rows[name] ?? []) list.push(row);
      }
    }
    // Rows of one word lie together, which packs them tighter.
    all.postings?.sort(([a], [b]) => (a as number) - (b as number));
    const articles = batch.map(({ coding }) => coding.article);
    const copies = await findCopies(this.#asked, articles, batch[0]!.seq);
    for (const { from, to, id } of copies.moved) {
      await this.run(SQL.moveOrigin, [to, id, from]);
      await this.run(SQL.moveDyads, [to, from]);
    }
    await this.put({ ...all, ...copies.rows, ...entries });
  }

  #kindOf({ quad, type, mode, status, intensity }: Kind): number {
    const kind = { quad, type, mode, status, intensity };
    const key = kindKey(kind);
    const known = this.#kinds.get(key);
    if (known) return known;
    const n = this.#kinds.size + 1;
    if (n >= KINDS) throw new RangeError(`more than ${KINDS} kinds of reports`);
    this.#kinds.set(key, n);
    this.#kindList[n] = kind;
    return n;
  }
}

const kindKey = ({ quad, type, mode, status, intensity }: Kind): string =>
  JSON.stringify([quad, type, mode, status, intensity, STATUS_ORDER.indexOf(status)]);

async function openFile(path: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, OPTIONS);
  } catch (error) {
    throw new InputError(openingError(path, (error as Error).message));
  }
}

function openingError(path: string, message: string): string {
  const pid = /PID (\d+)/.exec(message)?.[1];
  if (message.includes('lock')) {
    return `the record ${path} is in use${pid ? ` by process ${pid}` : ''}; stop that process (perhaps "dragoman serve"), or name another file with --record`;
  }
  if (message.includes('not a valid DuckDB'))
    return `${path} is not a record of Dragoman; name another file with --record`;
  return `the record ${path} cannot be opened: ${message.split('\n')[0]}`;
}

async function prepare(connection: DuckDBConnection, path: string): Promise<void> {
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS().map(plainRow);
  const tables = Number((await read(SQL.hasTables))[0]!.n);
  if (tables === 0) return createAll(connection);
  if (Number((await read(SQL.isRecord))[0]!.n) === 0)
    throw new InputError(`${path} is a database, but not a record of Dragoman; name another file with --record`);
  const meta = new Map((await read(SQL.meta)).map((row) => [row.name, row.value]));
  if (meta.get('version') !== String(VERSION) || meta.get('schema') !== SCHEMA_HASH) {
    throw new InputError(
      `the record ${path} has version ${meta.get('version')} (${meta.get('schema')}), this program writes version ${VERSION} (${SCHEMA_HASH}); read your sources into a new file with --record`,
    );
  }
}

async function createAll(connection: DuckDBConnection): Promise<void> {
  await connection.run('begin');
  for (const statement of createTables()) await connection.run(statement);
  await connection.run(SQL.putMeta, ['version', String(VERSION)]);
  await connection.run(SQL.putMeta, ['schema', SCHEMA_HASH]);
  for (const name of ['joined', 'looked']) await connection.run(SQL.putMeta, [name, '0']);
  await connection.run('commit');
}

async function appendRows(connection: DuckDBConnection, name: TableName, rows: readonly Row[]): Promise<void> {
  const appender = await connection.createAppender(name);
  const types = TABLES[name].columns.map(([, type]) => type);
  for (const row of rows) {
    if (row.length !== types.length)
      throw new RangeError(`table ${name} has ${types.length} columns, the row ${row.length}`);
    row.forEach((value, i) => {
      appendValue(appender, types[i]!, value);
    });
    appender.endRow();
  }
  appender.closeSync();
}

function appendValue(appender: DuckDBAppender, type: string, value: Value): void {
  if (value === null || value === undefined) appender.appendNull();
  else if (type === 'int') appender.appendInteger(value as number);
  else if (type === 'real') appender.appendDouble(value as number);
  else if (type === 'bool') appender.appendBoolean(value as boolean);
  else appender.appendVarchar(String(value));
}

/** Counts come as BigInt; the record's are small enough for numbers. Changes the row that it is given. */
function plainRow(row: Record<string, unknown>): Out {
  for (const name in row) if (typeof row[name] === 'bigint') row[name] = Number(row[name]);
  return row;
}
