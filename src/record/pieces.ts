import type { Out } from './record.ts';
import type { Value } from './schema.ts';

/** Parameters of one query at most. */
const MOST = 500;

/** Whoever answers queries. */
export interface Asked {
  rows(sql: string, values: readonly Value[]): Promise<Out[]>;
}

/** Rows of a query over a list of values, asked in pieces. */
export async function inPieces(file: Asked, sql: (n: number) => string, values: readonly Value[]): Promise<Out[]> {
  const found: Out[] = [];
  for (let at = 0; at < values.length; at += MOST) {
    const piece = values.slice(at, at + MOST);
    found.push(...(await file.rows(sql(piece.length), piece)));
  }
  return found;
}
