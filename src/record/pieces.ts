import type { Out } from './record.ts';
import type { Value } from './schema.ts';

/** Values of one question at most: as many as an index is still asked for. */
const MOST = 2000;

/** A parameter of a question. */
export type Parameter = Value;

/** Whoever answers queries. */
export interface Asked {
  rows(sql: string, values?: readonly Parameter[]): Promise<Out[]>;
}

/** Rows of a query that is made for some values, asked in pieces of `most`. */
export async function inPieces<T>(
  file: Asked,
  sql: (values: readonly T[]) => string,
  values: readonly T[],
  most = MOST,
): Promise<Out[]> {
  const found: Out[] = [];
  for (let at = 0; at < values.length; at += most)
    for (const row of await file.rows(sql(values.slice(at, at + most)))) found.push(row);
  return found;
}
