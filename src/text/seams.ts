/** Lines that were run together without a mark: a small trained network judges each gap that the rules leave open. */
import type { Token } from '../nouns.ts';
import {
  EXTRAS,
  extrasOf,
  isBig,
  isGap,
  isListed,
  isSmall,
  LEFT,
  lookAt,
  SHAPES,
  shapeAt,
  type View,
  viewOf,
  WINDOW,
  wordAt,
} from './seam-features.ts';
import { DIMENSIONS, HIDDEN, HOLDING, ORDINARY, WEIGHTS, WORDS } from './seams.weights.ts';

/** An int8 of 32 stands for 1, so a product of two has this unit, and the network's answer that of three. */
const UNIT = 32;

/** A gap ends a line where the network's answer is above this. */
const THRESHOLD = 2.5 * UNIT ** 3;

/** Behind a reading list's head or entry lines are what there is. */
const LISTED = 1 * UNIT ** 3;

/** Before names and small letters it must be surer: names have their capital anywhere. */
const SURER = 4 * UNIT ** 3;

interface Network {
  readonly rows: ReadonlyMap<string, number>;
  readonly vectors: Int8Array;
  readonly mix: Int8Array;
  readonly shapes: Int8Array;
  readonly extras: Int8Array;
  readonly out: Int8Array;
  /** Of the hidden units and, last, of the answer; in units of the sums. */
  readonly biases: Int32Array;
}

function readNetwork(): Network {
  const bytes = Uint8Array.from(atob(WEIGHTS), (c) => c.charCodeAt(0));
  const words = WORDS.split('\n');
  let at = 0;
  const take = (length: number): Int8Array => {
    at += length;
    return new Int8Array(bytes.buffer, at - length, length);
  };
  const biases = new DataView(bytes.buffer, 0, take(4 * (HIDDEN + 1)).length);
  return {
    rows: new Map(words.map((word, i) => [word, i + 1])),
    biases: Int32Array.from({ length: HIDDEN + 1 }, (_, k) => biases.getInt32(4 * k, true)),
    vectors: take((words.length + 1) * DIMENSIONS),
    mix: take(WINDOW * DIMENSIONS * HIDDEN),
    shapes: take(WINDOW * SHAPES * HIDDEN),
    extras: take(EXTRAS.reduce((a, b) => a + b, 0) * HIDDEN),
    out: take(HIDDEN),
  };
}

const network = readNetwork();
const STARTS = EXTRAS.map((_, k) => EXTRAS.slice(0, k).reduce((a, b) => a + b, 0));
const sums = new Int32Array(HIDDEN);
const extras = new Uint8Array(EXTRAS.length);

/** Row of the word, or of its ending, in the table of vectors; 0 where it has none. */
function rowOf(word: string): number {
  if (word === '') return 0;
  const { rows } = network;
  return rows.get(word) ?? rows.get(`~${word.slice(-3)}`) ?? rows.get(`~${word.slice(-2)}`) ?? 0;
}

function addRow(table: Int8Array, row: number): void {
  const from = row * HIDDEN;
  for (let h = 0; h < HIDDEN; h++) sums[h] = sums[h]! + UNIT * table[from + h]!;
}

function addWord(row: number, place: number): void {
  const { vectors, mix } = network;
  for (let d = 0; d < DIMENSIONS; d++) {
    const value = vectors[row * DIMENSIONS + d]!;
    const from = (place * DIMENSIONS + d) * HIDDEN;
    for (let h = 0; h < HIDDEN; h++) sums[h] = sums[h]! + value * mix[from + h]!;
  }
}

/** The network's answer for the gap before `at`: whole numbers throughout, so the same on every machine. */
function answer(view: View, rows: Int32Array, at: number): number {
  sums.set(network.biases.subarray(0, HIDDEN));
  for (let k = 0; k < WINDOW; k++) {
    const place = at - LEFT + k;
    addRow(network.shapes, k * SHAPES + shapeAt(view, place));
    const row = place < 0 || place >= rows.length ? 0 : wordRow(view, rows, place);
    if (row > 0) addWord(row, k);
  }
  extrasOf(view, at, extras);
  for (let k = 0; k < extras.length; k++) addRow(network.extras, STARTS[k]! + extras[k]!);
  let total = network.biases[HIDDEN]!;
  for (let h = 0; h < HIDDEN; h++) if (sums[h]! > 0) total += sums[h]! * network.out[h]!;
  return total;
}

function wordRow(view: View, rows: Int32Array, at: number): number {
  if (rows[at]! < 0) rows[at] = rowOf(wordAt(view, at));
  return rows[at]!;
}

/** Does a run of capitals go on across the gap, as a name's may? */
const isAmidNames = (view: View, at: number): boolean =>
  isBig(lookAt(view, at - 1)) && at + 1 < view.tokens.length && isBig(lookAt(view, at + 1));

const isKnown = (word: string): boolean => (network.rows.get(word) ?? Number.POSITIVE_INFINITY) <= ORDINARY;

/** An ordinary word or a mark may begin a line at once. */
const isOrdinary = (view: View, at: number): boolean =>
  isBig(lookAt(view, at)) ? isKnown(wordAt(view, at)) && !isAmidNames(view, at) : !isSmall(lookAt(view, at));

/** Words that no line ended with in all that was learnt from. */
const holding = new Set(HOLDING.split('\n'));

const isSeam = (view: View, rows: Int32Array, at: number): boolean =>
  isGap(view, at) &&
  !holding.has(wordAt(view, at - 1)) &&
  answer(view, rows, at) > (isListed(view, at) ? LISTED : isOrdinary(view, at) ? THRESHOLD : SURER);

/** The ends of a block's sentences, with those that nothing marks between the `ends` that the rules see. */
export function withSeams(tokens: readonly Token[], ends: readonly number[]): number[] {
  const view = viewOf(tokens, ends);
  const rows = new Int32Array(tokens.length).fill(-1);
  const all: number[] = [];
  let next = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const isEnd = at === ends[next];
    if (isEnd) next += 1;
    if (isEnd || isSeam(view, rows, at)) all.push(at);
  }
  return all;
}
