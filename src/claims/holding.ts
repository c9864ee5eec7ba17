/** Which statements hold a place in the text. */
import type { Part, Statement } from '../nouns.ts';

interface Held {
  readonly from: number;
  readonly to: number;
  readonly statement: Statement;
}

/** Pieces of content in order of their start, and how far any of the pieces up to each reaches. */
interface Holding {
  readonly pieces: readonly Held[];
  readonly furthest: readonly number[];
}

function makeHolding(statements: readonly Statement[], part: Part): Holding {
  const pieces = statements
    .filter((s) => s.part === part)
    .flatMap((statement) => statement.content.map(({ from, to }) => ({ from, to, statement })))
    .sort((a, b) => a.from - b.from);
  const furthest: number[] = [];
  for (const { to } of pieces) furthest.push(Math.max(to, furthest.at(-1) ?? 0));
  return { pieces, furthest };
}

/** An article's statements are asked for every one of its reports: sorted once. */
const made = new WeakMap<readonly Statement[], Record<Part, Holding>>();

function holdingOf(statements: readonly Statement[], part: Part): Holding {
  let holdings = made.get(statements);
  if (!holdings) {
    holdings = { title: makeHolding(statements, 'title'), text: makeHolding(statements, 'text') };
    made.set(statements, holdings);
  }
  return holdings[part];
}

/** Statements whose content holds the place, in order of the article. */
export function statementsAt(statements: readonly Statement[], at: number, part: Part): Statement[] {
  const { pieces, furthest } = holdingOf(statements, part);
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  const found = new Set<Statement>();
  for (let i = low - 1; i >= 0 && furthest[i]! > at; i--) if (pieces[i]!.to > at) found.add(pieces[i]!.statement);
  return [...found].sort((a, b) => a.index - b.index);
}
