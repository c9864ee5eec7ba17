/** Numbers for what stands once in a table of its own: actors, the words that name them, and words of sentences. */
import type { Actor, Report } from '../nouns.ts';
import type { Asked } from './pieces.ts';
import type { Row } from './schema.ts';
import { type Dictionary, SEPARATOR, SQL } from './sql.ts';
import { actorKey, actorRow, type Numbers, type TableRows } from './tables.ts';

/** Numbers by key, from 1 on, and the rows of those that are new. */
class Once {
  readonly #known: Map<string, number>;
  #fresh: Row[] = [];

  constructor(known: readonly string[]) {
    this.#known = new Map(known.map((key, i) => [key, i + 1]));
  }

  number(key: string, row: (n: number) => Row): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const n = this.#known.size + 1;
    this.#known.set(key, n);
    this.#fresh.push(row(n));
    return n;
  }

  /** Rows that have not been taken before. */
  take(): Row[] {
    const rows = this.#fresh;
    this.#fresh = [];
    return rows;
  }
}

const nameKey = (actor: number, words: string): string => `${actor} ${words}`;

export interface Dictionaries {
  readonly numbers: Numbers;
  /** Rows of what is new since they were taken last. */
  readonly take: () => TableRows;
}

/** Keys in the order of their numbers. As one text they are read several times faster than row by row. */
export async function keysOf(file: Asked, of: Dictionary): Promise<string[]> {
  const [whole] = (await file.rows(SQL.keysAtOnce(of))) as [{ n: number; keys: string | null }];
  const keys = whole.keys?.split(String.fromCharCode(SEPARATOR)) ?? [];
  // Not so where one of them has the separator in it.
  return keys.length === whole.n ? keys : (await file.rows(SQL.keys(of))).map((row) => row.key);
}

/** What a record has so far; `kind` numbers what counting tells apart. */
export async function dictionariesOf(file: Asked, kind: (report: Report) => number): Promise<Dictionaries> {
  const actors = new Once(await keysOf(file, 'actors'));
  const names = new Once(await keysOf(file, 'names'));
  const terms = new Once(await keysOf(file, 'terms'));
  const actor = (one: Actor) => actors.number(actorKey(one), (n) => [n, ...actorRow(one)]);
  const name = (one: Actor | null, words: string) => {
    const whom = one ? actor(one) : 0;
    return names.number(nameKey(whom, words), (n) => [n, whom, words]);
  };
  const term = (word: string) => terms.number(word, (n) => [n, word]);
  return {
    numbers: { kind, actor, name, term },
    take: () => ({ actors: actors.take(), names: names.take(), terms: terms.take() }),
  };
}
