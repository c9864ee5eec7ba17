/** What a gap between two tokens looks like, in small numbers; `train/seams.py` learns from the same ones. */
import type { Token } from '../nouns.ts';
import { OTHERS, TITLES } from './abbreviations.ts';
import { TIME_GOES_ON } from './boundaries.ts';
import { listStart } from './entries.ts';

/** Tokens seen on the left and on the right of a gap. */
export const LEFT = 8;
export const RIGHT = 8;
export const WINDOW = LEFT + RIGHT;

/** The look of a token: what mark it is, or its letters' case and number. */
const LOOK = {
  ...{ stop: 0, shout: 1, comma: 2, semicolon: 3, colon: 4, opens: 5, closes: 6, opensSquare: 7, closesSquare: 8 },
  ...{
    hyphen: 9,
    dash: 10,
    quote: 11,
    opensQuote: 12,
    closesQuote: 13,
    apostrophe: 14,
    slash: 15,
    bullet: 16,
    dots: 17,
  },
  ...{ address: 18, money: 19, less: 20, more: 21, short: 22, small: 23, letter: 24, acronym: 25, capitals: 26 },
  ...{ shortName: 27, name: 28, mixed: 29, year: 30, figure: 31, number: 32, numeral: 33 },
  ...{ title: 34, abbreviation: 35, dotted: 36, other: 37 },
} as const;
const LOOKS = 38;

/** Shapes: looks, then looks behind a space, then the two ends of a block. */
export const SHAPES = 2 * LOOKS + 2;
const BEFORE = 2 * LOOKS;
const BEHIND = 2 * LOOKS + 1;

const MARKS: ReadonlyMap<string, number> = new Map<string, number>([
  ...([
    ['.', LOOK.stop],
    ['!', LOOK.shout],
    ['?', LOOK.shout],
    [',', LOOK.comma],
    [';', LOOK.semicolon],
  ] as const),
  ...([
    [':', LOOK.colon],
    ['(', LOOK.opens],
    [')', LOOK.closes],
    ['[', LOOK.opensSquare],
  ] as const),
  ...([
    [']', LOOK.closesSquare],
    ['-', LOOK.hyphen],
    ['–', LOOK.dash],
    ['—', LOOK.dash],
    ['--', LOOK.dash],
  ] as const),
  ...([
    ['"', LOOK.quote],
    ['“', LOOK.opensQuote],
    ['`', LOOK.opensQuote],
    ['‘', LOOK.opensQuote],
  ] as const),
  ...([
    ['”', LOOK.closesQuote],
    ["'", LOOK.apostrophe],
    ['’', LOOK.apostrophe],
    ['/', LOOK.slash],
  ] as const),
  ...([
    ['•', LOOK.bullet],
    ['*', LOOK.bullet],
    ['|', LOOK.bullet],
    ['…', LOOK.dots],
    ['@', LOOK.address],
  ] as const),
  ...([
    ['$', LOOK.money],
    ['%', LOOK.money],
    ['<', LOOK.less],
    ['<<', LOOK.less],
    ['>', LOOK.more],
  ] as const),
  ['>>', LOOK.more],
]);

/** Most words are in plain small letters, and are told at once. */
function isPlain(form: string): boolean {
  for (let k = 0; k < form.length; k++) {
    const code = form.charCodeAt(k);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function lookOfLetters(form: string): number {
  if (form === form.toLowerCase()) return form.length < 4 ? LOOK.short : LOOK.small;
  if (form === form.toUpperCase())
    return form.length === 1 ? LOOK.letter : form.length < 4 ? LOOK.acronym : LOOK.capitals;
  if (!/^\p{Lu}\p{Ll}+$/u.test(form)) return LOOK.mixed;
  return form.length < 4 ? LOOK.shortName : LOOK.name;
}

function lookOfStopped(form: string): number {
  const bare = form.slice(0, -1).toLowerCase();
  return TITLES.has(bare) ? LOOK.title : OTHERS.has(bare) ? LOOK.abbreviation : LOOK.dotted;
}

function lookOf(form: string): number {
  if (isPlain(form)) return form.length < 4 ? LOOK.short : LOOK.small;
  const mark = MARKS.get(form);
  if (mark !== undefined) return mark;
  if (/^\p{L}+$/u.test(form)) return lookOfLetters(form);
  if (/^\d+$/.test(form)) return form.length === 4 ? LOOK.year : form.length < 3 ? LOOK.figure : LOOK.number;
  if (/^\d/.test(form)) return LOOK.numeral;
  if (/^\p{L}.*\.$/u.test(form)) return lookOfStopped(form);
  if (/^(?:https?:|www\.)|@./.test(form)) return LOOK.address;
  if (/^\.{2,}$/.test(form)) return LOOK.dots;
  if (/^\p{Lu}/u.test(form)) return LOOK.mixed;
  return /^\p{Ll}/u.test(form) ? LOOK.small : LOOK.other;
}

/** How many values each of the features of the whole gap has. */
export const EXTRAS = [8, 8, 6, 6, 3, 3, 2, 4, 5, 5, 2, 2] as const;

const log = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7);
const few = (n: number): number => (n < 4 ? n : n < 7 ? 4 : 5);

/** Looks, places and counts of a block's tokens, made once and read for each gap. */
export interface View {
  readonly tokens: readonly Token[];
  readonly shapes: Uint8Array;
  /** Index after the sentence of each token, as the rules have it, and of its beginning. */
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  /** Running counts before each token: small words, commas, open brackets and quotation marks. */
  readonly small: Uint32Array;
  readonly commas: Uint32Array;
  readonly open: Uint8Array;
  readonly lower: ReadonlySet<string>;
  /** Index from which the block is a reading list, with what stands under one. */
  readonly list: number;
}

export const isSmall = (look: number): boolean => look === LOOK.short || look === LOOK.small;
export const isBig = (look: number): boolean =>
  (look >= LOOK.letter && look <= LOOK.mixed) || (look >= LOOK.title && look <= LOOK.dotted);

const gapBefore = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at]!.from > tokens[at - 1]!.to;

/** The view of a block whose sentences end, by the rules, at `ends`. */
export function viewOf(tokens: readonly Token[], ends: readonly number[]): View {
  const n = tokens.length;
  const view = {
    tokens,
    shapes: new Uint8Array(n),
    begins: new Uint32Array(n),
    ends: new Uint32Array(n),
    small: new Uint32Array(n + 1),
    commas: new Uint32Array(n + 1),
    open: new Uint8Array(n + 1),
    lower: new Set<string>(),
    list: listStart(tokens),
  };
  let sentence = 0;
  let brackets = 0;
  let quotes = 0;
  for (let i = 0; i < n; i++) {
    const begins = i === 0 || i === ends[sentence];
    if (i > 0 && begins) sentence += 1;
    view.begins[i] = sentence === 0 ? 0 : ends[sentence - 1]!;
    view.ends[i] = ends[sentence]!;
    if (begins) brackets = quotes = 0;
    const { form } = tokens[i]!;
    const look = lookOf(form);
    view.shapes[i] = look + (gapBefore(tokens, i) ? LOOKS : 0);
    view.small[i + 1] = view.small[i]! + (isSmall(look) ? 1 : 0);
    view.commas[i + 1] = view.commas[i]! + (look === LOOK.comma ? 1 : 0);
    if (look === LOOK.opens || look === LOOK.opensSquare) brackets += 1;
    else if ((look === LOOK.closes || look === LOOK.closesSquare) && brackets > 0) brackets -= 1;
    else if (look === LOOK.quote) quotes ^= 1;
    else if (look === LOOK.opensQuote) quotes = 1;
    else if (look === LOOK.closesQuote) quotes = 0;
    view.open[i + 1] = brackets > 0 ? 1 : quotes > 0 ? 2 : 0;
    if (isSmall(look)) view.lower.add(form);
  }
  return view;
}

export const lookAt = (view: View, at: number): number => view.shapes[at]! % LOOKS;

const isStop = (look: number): boolean => look === LOOK.stop || look === LOOK.shout || look === LOOK.dots;

const LINE_MARKS: ReadonlySet<number> = new Set<number>([
  ...[LOOK.opens, LOOK.opensSquare, LOOK.quote, LOOK.opensQuote, LOOK.bullet, LOOK.address, LOOK.less],
]);

/** Looks that open a line: capitals, figures, opening marks, bullets, addresses. */
const opensLine = (look: number): boolean => look >= LOOK.letter || LINE_MARKS.has(look);

/** Looks that nothing ends with: commas and colons, dashes, brackets but a closing round one, abbreviations. */
const goesOn = (look: number): boolean =>
  (look >= LOOK.comma && look <= LOOK.opens) ||
  (look >= LOOK.opensSquare && look <= LOOK.dash) ||
  look === LOOK.opensQuote ||
  (look >= LOOK.title && look <= LOOK.dotted);

/** "8 pm ET", "5 PM Monday" */
const timeGoesOn = (tokens: readonly Token[], at: number): boolean =>
  /^[ap]m$/i.test(tokens[at - 1]!.form) && TIME_GOES_ON.test(tokens[at]!.form);

/**
 * May a line end before the token `at`? Behind a space, before a capital, a figure or a mark, or behind a stop; but not where
 * everything is in capitals, which then show nothing.
 */
export function isGap(view: View, at: number): boolean {
  if (view.shapes[at]! < LOOKS || view.small[view.ends[at]!]! === view.small[view.begins[at - 1]!]!) return false;
  const before = lookAt(view, at - 1);
  const look = lookAt(view, at);
  if (goesOn(before) || timeGoesOn(view.tokens, at)) return false;
  return opensLine(look) || (isStop(before) && isSmall(look));
}

/** The shape at `at`, or that of the block's end. */
export const shapeAt = (view: View, at: number): number =>
  at < 0 ? BEFORE : at >= view.shapes.length ? BEHIND : view.shapes[at]!;

function runOfBig(view: View, from: number, step: number): number {
  let n = 0;
  for (let k = from; n < 4 && k >= 0 && k < view.shapes.length && isBig(lookAt(view, k)); k += step) n += 1;
  return n;
}

const alsoLower = (view: View, at: number): boolean =>
  isBig(lookAt(view, at)) && view.lower.has(view.tokens[at]!.form.toLowerCase());

/** Does a reading list's head or entry stand before the gap? */
export const isListed = (view: View, at: number): boolean => at >= view.list;

/** Writes the features of the whole gap before `at` into `out`, one for each of `EXTRAS`. */
export function extrasOf(view: View, at: number, out: Uint8Array): void {
  const begin = view.begins[at - 1]!;
  const end = view.ends[at]!;
  const last = lookAt(view, end - 1);
  const cut = view.ends[at - 1] === at;
  out[0] = log(at - begin);
  out[1] = log(end - at);
  out[2] = few(view.small[at]! - view.small[begin]!);
  out[3] = few(view.small[end]! - view.small[at]!);
  out[4] = Math.min(2, view.commas[at]! - view.commas[begin]!);
  out[5] = cut ? 0 : view.open[at]!;
  out[6] = isStop(last) ? 1 : 0;
  out[7] = (alsoLower(view, at) ? 1 : 0) + (alsoLower(view, at - 1) ? 2 : 0);
  out[8] = runOfBig(view, at - 1, -1);
  out[9] = runOfBig(view, at, 1);
  out[10] = cut ? 1 : 0;
  out[11] = isListed(view, at) ? 1 : 0;
}

/** The word at `at` under which its vector is looked up; empty behind the ends of the block. */
export const wordAt = (view: View, at: number): string => {
  const token = view.tokens[at];
  return token ? token.form.toLowerCase().replace(/[’‘]/g, "'").replace(/\d/g, '0') : '';
};
