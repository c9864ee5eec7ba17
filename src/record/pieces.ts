import type { Out } from './record.ts';
import type { Value } from './schema.ts';

/** Values of one question at most. */
const MOST = 2000;

/** A parameter: a value, or a list of values for `unnest(?)`. */
export type Parameter = Value | readonly Value[];

/** Whoever answers queries. */
export interface Asked {
  rows(sql: string, values: readonly Parameter[]): Promise<Out[]>;
}

/** Rows of a query whose one parameter is a list, asked in pieces. */
export async function inPieces(file: Asked, sql: string, values: readonly Value[]): Promise<Out[]> {
  const found: Out[] = [];
  for (let at = 0; at < values.length; at += MOST) found.push(...(await file.rows(sql, [values.slice(at, at + MOST)])));
  return found;
}
