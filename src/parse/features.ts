/** Raw features of a word. Must equal train/data.py: a model is only as good as the numbers it was trained on. */

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => (2166136261 ^ (k * 7919 + 1)) >>> 0);

/** FNV-1a over the UTF-16 code units of text[from, to). */
function hash(start: number, text: string, from: number, to: number): number {
  let h = start;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Offset of the n-th character from the start, not cutting surrogate pairs. */
function forward(text: string, n: number): number {
  let at = 0;
  for (let k = 0; k < n && at < text.length; k++)
    at += isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
  return at;
}

function backward(text: string, n: number): number {
  let at = text.length;
  for (let k = 0; k < n && at > 0; k++) at -= isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2)) ? 2 : 1;
  return at;
}

/** Bucket numbers for prefixes of 1-3, suffixes of 1-4 characters, and the whole word; `out` takes eight. */
export function hashedFeatures(form: string, buckets: number, out: Int32Array, at: number): void {
  const w = form.toLowerCase();
  const n = w.length;
  for (let k = 0; k < 3; k++) out[at + k] = hash(SEEDS[k]!, w, 0, forward(w, k + 1)) % buckets;
  for (let k = 0; k < 4; k++) out[at + 3 + k] = hash(SEEDS[k + 3]!, w, backward(w, k + 1), n) % buckets;
  out[at + 7] = hash(SEEDS[7]!, w, 0, n) % buckets;
}

/** The form under which a word's vector is looked up. */
export function normalForm(form: string): string {
  const lower = form.toLowerCase();
  if (!/[’‘“”—–]/.test(lower)) return lower;
  return lower.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/—/g, '--').replace(/–/g, '-');
}

const KINDS: readonly RegExp[] = [
  /^[A-Z]$/,
  /^[A-Z]{2,}$/,
  /^[A-Z][a-z]+$/,
  /^[a-z]+$/,
  /^[0-9]{4}$/,
  /^[0-9]+$/,
  /^[0-9][0-9.,:/-]*$/,
  /^([A-Za-z]\.)+$/,
  /^[A-Z][^\n]*[A-Z][^\n]*$/,
  /^[A-Z][^\n]*$/,
  /^[a-z][^\n]*$/,
  /^[.!?]$/,
  /^(?:["“”'‘’]|``|'')$/,
  /^[()[\]{}]$/,
  /^(?:[-–—]|--)$/,
  /^[,;:]$/,
  /^[$£€%]$/,
  /[0-9]/,
];

/** A small number for the look of a word: case, digits, punctuation, first in its sentence. */
export function shapeOf(form: string, first: boolean): number {
  let kind = KINDS.findIndex((pattern) => pattern.test(form));
  if (kind < 0) kind = /^[^A-Za-z0-9]+$/.test(form) && form.charCodeAt(0) < 128 ? 18 : 19;
  return kind * 2 + (first ? 1 : 0);
}
