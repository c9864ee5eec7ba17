/** Where things stand in the text: ranges, the sentence at a place, the quotations over a range. */
import type { Tree } from '../nouns.ts';
import type { SpeechLexicon } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import type { Piece } from './spans.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What finding needs: the text, its quotations (double and single apart, neither overlapping its like), its trees in order. */
export interface QuoteContext {
  readonly text: string;
  readonly doubles: readonly Quote[];
  readonly singles: readonly Quote[];
  readonly trees: readonly Tree[];
  readonly lexicon: SpeechLexicon;
}

export const overlap = (a: Range, b: Range): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

export const holds = (a: Range, at: number): boolean => a.from <= at && at < a.to;

/** First index in `list` (in order, not overlapping) whose end lies behind `at`. */
function firstBehind(list: readonly Range[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function over(list: readonly Quote[], { from, to }: Range): Quote[] {
  const found: Quote[] = [];
  for (let i = firstBehind(list, from); i < list.length && list[i]!.from < to; i++) found.push(list[i]!);
  return found;
}

/** Quotations that overlap a range, in order. */
export function quotesOver({ doubles, singles }: QuoteContext, range: Range): Quote[] {
  const [a, b] = [over(doubles, range), over(singles, range)];
  return b.length ? [...a, ...b].sort((x, y) => x.from - y.from || y.to - x.to) : a;
}

export const isQuotedAt = (context: QuoteContext, at: number): boolean =>
  quotesOver(context, { from: at, to: at + 1 }).length > 0;

export function sentenceAt(trees: readonly Tree[], at: number): Tree | null {
  const tree = trees[treeIndexAt(trees, at)];
  return tree && tree.sentence.from <= at ? tree : null;
}

/** Index of the sentence at a place or, between sentences, of the next. */
export function treeIndexAt(trees: readonly Tree[], at: number): number {
  let [low, high] = [0, trees.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trees[middle]!.sentence.to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function piecesOfQuote(quote: Quote, trees: readonly Tree[]): Piece[] {
  return quote.pieces.map(({ from, to }) => ({ from, to, sentence: sentenceAt(trees, from)?.sentence.index ?? -1 }));
}
