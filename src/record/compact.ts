/** Gives back the space that a record's file holds without using it. */
import { renameSync, rmSync, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { OPTIONS } from './record.ts';

/** Files with less unused space than this share are left as they are; also small ones. */
const UNUSED = 0.15;
const SMALLEST = 2 ** 22;

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/**
 * Writes the file anew where much of it is unused, and puts the new one in its place in one step: whenever this stops,
 * the record is whole. The record must be closed. False where nothing was done, also where somebody else has it open.
 */
export async function compactRecord(path: string): Promise<boolean> {
  if (statSync(path).size < SMALLEST) return false;
  const fresh = `${path}.compact`;
  rmSync(fresh, { force: true });
  const instance = await DuckDBInstance.create(':memory:', OPTIONS);
  const connection = await instance.connect();
  try {
    await connection.run(`attach ${quoted(path)} as old (read_only)`);
    const sizes = await connection.runAndReadAll(
      `select free_blocks, total_blocks from pragma_database_size() where database_name = 'old'`,
    );
    const [free, total] = sizes.getRowsJS()[0]!.map(Number) as [number, number];
    if (free < total * UNUSED) return false;
    await connection.run(`attach ${quoted(fresh)} as fresh (storage_version 'latest')`);
    await connection.run('copy from database old to fresh');
    await connection.run('detach fresh');
    // The old file is still held, so that nobody can have begun to write it.
    renameSync(fresh, path);
    return true;
  } catch (error) {
    // In use; on some systems a file cannot be replaced while it is open.
    if (/lock|EPERM|EBUSY|EACCES/i.test((error as Error).message)) return false;
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(fresh, { force: true });
  }
}
