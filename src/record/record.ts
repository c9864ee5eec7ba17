/** The record's file: opening it, saving codings, joining reports. One process writes and reads it at a time. */
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import type { Article, Coding } from '../nouns.ts';
import { findCopies } from './copies.ts';
import type { Parameter } from './pieces.ts';
import { createTables, type Row, SCHEMA_HASH, TABLES, type TableName, type Value, VERSION } from './schema.ts';
import { SQL } from './sql.ts';
import { articleId, type TableRows, tableRows } from './tables.ts';

/** A row as it comes from a query. */
// biome-ignore lint/suspicious/noExplicitAny: a column's type is known by its query alone; src/record/assemble.ts gives rows their types.
export type Out = Readonly<Record<string, any>>;

const OPTIONS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_unsigned_extensions: 'false',
  memory_limit: '512MB',
  threads: '2',
};

/** Articles that wait to be written together, at most. */
const BATCH = 48;

interface Waiting {
  readonly article: Article;
  readonly rows: TableRows;
}

/** Rows by their first column; the first of each counts. */
function firstOfEach(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) if (!found.has(row[0] as string)) found.set(row[0] as string, row);
  return found;
}

/** An open record. Close it: the file stays locked until then. */
export class RecordFile {
  readonly path: string;
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #reader: DuckDBConnection;
  #seq = 0;
  readonly #actors = new Set<string>();
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

  async #read(sql: string, values: readonly Parameter[]): Promise<Out[]> {
    const reader = await this.#reader.runAndReadAll(sql, values.map(toParameter), values.map(typeOf) as DuckDBType[]);
    return reader.getRowObjectsJS().map(plainRow);
  }

  /** Has this very article been read? Says yes for what is waiting to be written, too. */
  async has(article: Article): Promise<boolean> {
    const id = articleId(article);
    return this.#waiting.has(id) || (await this.#read(SQL.hasArticles, [[id]])).length > 0;
  }

  /**
   * Takes a coding; false where the record already has the article. An article's rows are written together or not at
   * all; several articles may share a transaction. What was taken is in the file for certain when `flush` or any
   * question has been answered.
   */
  async save(coding: Coding): Promise<boolean> {
    const id = articleId(coding.article);
    if (await this.has(coding.article)) return false;
    this.#waiting.set(id, { article: coding.article, rows: tableRows(coding, 0) });
    if (this.#waiting.size >= BATCH) await this.flush();
    return true;
  }

  /** Writes what is waiting, in one transaction. Where that fails, none of it is written. */
  flush(): Promise<void> {
    if (!this.#waiting.size) return this.#turn.then(() => undefined);
    return this.transaction(async () => {
      const batch = [...this.#waiting.values()];
      this.#waiting.clear();
      if (batch.length) await this.#write(batch);
    });
  }

  /** Runs writes in one transaction, one after another; rolled back where one fails. */
  transaction(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(() => this.#transact(work));
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
    this.#seq = Number((await this.#read(SQL.lastSeq, []))[0]!.n);
    this.#actors.clear();
    for (const { id } of await this.#read(SQL.actorKeys, [])) this.#actors.add(id);
  }

  /** Writes within the running transaction. */
  async put(rows: TableRows): Promise<void> {
    for (const [name, list] of Object.entries(rows)) {
      if (list.length) await appendRows(this.#writer, name as TableName, list);
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

  async #write(batch: readonly Waiting[]): Promise<void> {
    const first = this.#seq + 1;
    const all: Record<string, Row[]> = {};
    for (const [i, { rows }] of batch.entries()) {
      for (const [name, list] of Object.entries(rows)) {
        // The place in the order of reading is known only now.
        const placed = name === 'articles' ? list.map(([id, , ...rest]) => [id!, first + i, ...rest]) : list;
        all[name] = (all[name] ?? []).concat(placed);
      }
    }
    const fresh = firstOfEach((all.actors ?? []).filter(([key]) => !this.#actors.has(key as string)));
    const { rows, moved } = await findCopies(
      { rows: (sql, values) => this.#read(sql, values) },
      batch.map(({ article }) => article),
      first,
    );
    for (const { from, to } of moved)
      for (const sql of [SQL.moveOrigin, SQL.moveDyads]) await this.run(sql, [to, from]);
    await this.put({ ...all, ...rows, actors: [...fresh.values()] });
    this.#seq += batch.length;
    for (const key of fresh.keys()) this.#actors.add(key);
  }
}

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

function isList(value: Parameter): value is readonly Value[] {
  return Array.isArray(value);
}

const toParameter = (value: Parameter): DuckDBValue => (isList(value) ? listValue(value as DuckDBValue[]) : value);

/** Only lists need their type said. */
function typeOf(value: Parameter): DuckDBType | undefined {
  if (!isList(value)) return undefined;
  return LIST(typeof value[0] === 'number' ? INTEGER : VARCHAR);
}

/** Counts come as BigInt; the record's are small enough for numbers. */
function plainRow(row: Out): Out {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) plain[name] = typeof value === 'bigint' ? Number(value) : value;
  return plain;
}
