/** Numbers for what stands once in a table of its own: actors, the words that name them, and words of sentences. */
import type { Actor, Report } from '../nouns.ts';
import type { Asked } from './pieces.ts';
import type { Row } from './schema.ts';
import { SQL } from './sql.ts';
import { actorKey, actorRow, type Numbers, type TableRows } from './tables.ts';

/** Numbers by key, from 1 on, and the rows of those that are new. */
class Once {
  readonly #known: Map<string, number>;
  #fresh: Row[] = [];

  constructor(known: Iterable<readonly [string, number]>) {
    this.#known = new Map(known);
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

/** What a record has so far; `kind` numbers what counting tells apart. */
export async function dictionariesOf(file: Asked, kind: (report: Report) => number): Promise<Dictionaries> {
  const actors = new Once((await file.rows(SQL.actorKeys)).map((row) => [row.id, row.n]));
  const names = new Once((await file.rows(SQL.nameKeys)).map((row) => [nameKey(row.actor, row.words), row.n]));
  const terms = new Once((await file.rows(SQL.terms)).map((row) => [row.word, row.n]));
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
