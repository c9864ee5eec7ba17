/** From words to pieces of text: runs of words, without the stops around them but with the quotation marks. */
import type { Part, Tree } from '../nouns.ts';

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

const QUOTE_MARK = /^(?:["“”„«»‘’']|''|``)$/;
const BRACKET = /^[()[\]]$/;

const isStop = (tree: Tree, i: number): boolean => {
  const word = tree.words[i]!;
  return word.upos === 'PUNCT' && !QUOTE_MARK.test(word.form) && !BRACKET.test(word.form);
};

/** Runs of words; a gap of punctuation alone does not part them, a word of the cue does. */
export function runsOf(tree: Tree, words: readonly number[]): { first: number; last: number }[] {
  const inside = new Set(words);
  const sorted = [...inside].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const i of sorted) {
    const run = runs.at(-1);
    if (run && onlyPunctuation(tree, run.last + 1, i)) run.last = i;
    else runs.push({ first: i, last: i });
  }
  return runs.map((run) => trim(tree, run)).filter((run) => run.first <= run.last);
}

function onlyPunctuation(tree: Tree, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tree.words[k]!.upos !== 'PUNCT') return false;
  return true;
}

function trim(tree: Tree, run: { first: number; last: number }): { first: number; last: number } {
  let { first, last } = run;
  while (first <= last && isStop(tree, first)) first++;
  while (last >= first && isStop(tree, last)) last--;
  return { first, last };
}

export function piecesOf(tree: Tree, words: readonly number[]): Piece[] {
  return runsOf(tree, words).map(({ first, last }) => ({
    from: tree.words[first]!.from,
    to: tree.words[last]!.to,
    sentence: tree.sentence.index,
  }));
}

/** A piece with its text. */
export function withText(text: string, part: Part, piece: Piece) {
  return { ...piece, part, text: text.slice(piece.from, piece.to) };
}
