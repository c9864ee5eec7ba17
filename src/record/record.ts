/** The record's file: opening it, saving codings, joining reports. One process writes and reads it at a time. */
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import type { Article, Coding } from '../nouns.ts';
import { COPY, type Fingerprint, fingerprintOf, overlap, readSignature, writeSignature } from './fingerprint.ts';
import { createTables, type Row, SCHEMA_HASH, TABLES, type TableName, type Value, VERSION } from './schema.ts';
import { SQL } from './sql.ts';
import { articleId, type TableRows, tableRows } from './tables.ts';

/** A row as it comes from a query. */
// biome-ignore lint/suspicious/noExplicitAny: a column's type is known by its query alone; src/record/assemble.ts gives rows their types.
export type Out = Readonly<Record<string, any>>;

/** Days apart within which two articles can be copies. */
const COPY_DAYS = 7;

const OPTIONS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_unsigned_extensions: 'false',
  memory_limit: '512MB',
  threads: '2',
};

/** An open record. Close it: the file stays locked until then. */
export class RecordFile {
  readonly path: string;
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #reader: DuckDBConnection;
  #seq = 0;
  readonly #actors = new Set<string>();

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
      file.#seq = Number((await file.rows(SQL.lastSeq))[0]!.n);
      for (const { id } of await file.rows(SQL.actorKeys)) file.#actors.add(id);
      return file;
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** Rows of a query, as plain objects; whole numbers come as numbers. */
  async rows(sql: string, values: readonly Value[] = []): Promise<Out[]> {
    const reader = await this.#reader.runAndReadAll(sql, values as DuckDBValue[]);
    return reader.getRowObjectsJS().map(plainRow);
  }

  /** Has this very article been read? */
  async has(article: Article): Promise<boolean> {
    return (await this.rows(SQL.hasArticle, [articleId(article)])).length > 0;
  }

  /** Saves a coding in one transaction; false where the record already has the article. */
  async save(coding: Coding): Promise<boolean> {
    if (await this.has(coding.article)) return false;
    const rows = tableRows(coding, this.#seq + 1);
    const fresh = (rows.actors ?? []).filter(([key]) => !this.#actors.has(key as string));
    await this.transaction(async () => {
      await this.#putActors(fresh);
      await this.#putCopies(coding.article);
      await this.put({ ...rows, actors: [] });
    });
    this.#seq++;
    for (const [key] of fresh) this.#actors.add(key as string);
    return true;
  }

  /** Runs writes in one transaction; rolled back where one fails. */
  async transaction(work: () => Promise<void>): Promise<void> {
    await this.#writer.run('begin');
    try {
      await work();
      await this.#writer.run('commit');
    } catch (error) {
      await this.#writer.run('rollback');
      throw error;
    }
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

  /** Lets go of the file. */
  close(): void {
    this.#reader.closeSync();
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #putActors(fresh: readonly Row[]): Promise<void> {
    const seen = new Set<Value>();
    for (const row of fresh) {
      if (seen.has(row[0]!)) continue;
      seen.add(row[0]!);
      await this.run(SQL.putActor, row);
    }
  }

  /** Fingerprints the article, and gives it the origin of the copies that are there; several origins become one. */
  async #putCopies(article: Article): Promise<void> {
    const id = articleId(article);
    const print = fingerprintOf(article.text);
    if (!print) return this.put({ origins: [[id, id]] });
    const copies = await this.#copiesOf(article, print);
    const [first, ...others] = [...new Map(copies.map((c) => [c.origin, c])).values()].sort((a, b) => a.seq - b.seq);
    for (const other of others) await this.run(SQL.moveOrigin, [first!.origin, other.origin]);
    await this.put({
      origins: [[id, first?.origin ?? id]],
      fingerprints: [[id, writeSignature(print.signature)]],
      bands: print.bands.map((band) => [band, id]),
    });
  }

  async #copiesOf(article: Article, print: Fingerprint): Promise<Out[]> {
    const near = await this.rows(SQL.copies(print.bands.length), print.bands);
    return near.filter(
      (row) =>
        daysApart(row.published, article.date) <= COPY_DAYS &&
        overlap(readSignature(row.signature), print.signature) >= COPY,
    );
  }
}

function daysApart(a: string | null, b: string | null): number {
  return a && b ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 : 0;
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

/** Counts come as BigInt; the record's are small enough for numbers. */
function plainRow(row: Out): Out {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) plain[name] = typeof value === 'bigint' ? Number(value) : value;
  return plain;
}
