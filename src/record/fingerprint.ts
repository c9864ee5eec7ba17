/**
 * Fingerprints of texts (MinHash), for finding copies of the same wire story. Two texts' share of equal places in
 * their signatures estimates the share of three-word runs that they have in common.
 */

const PLACES = 64;
const BAND = 4;
const RUN = 3;
/** Below this many words a text is compared whole: short texts share runs by accident. */
const SHORTEST = 20;

/** Estimated overlap from which two texts count as copies. */
export const COPY = 0.72;

const MULTIPLIERS = Int32Array.from({ length: PLACES }, (_, i) => mix(0x9e3779b9 + i * 2 + 1) | 1);
const ADDENDS = Int32Array.from({ length: PLACES }, (_, i) => mix(0x85ebca6b + i * 2));

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** A text's fingerprint: one byte for each place, and the bands under which near copies meet. */
export interface Fingerprint {
  readonly signature: Uint8Array;
  readonly bands: readonly number[];
}

function minima(hashes: readonly number[], run: number): Uint32Array {
  const least = new Uint32Array(PLACES).fill(0xffffffff);
  for (let i = 0; i + run <= hashes.length; i++) {
    let h = 0;
    for (let k = 0; k < run; k++) h = mix(Math.imul(h, 31) + hashes[i + k]!);
    for (let p = 0; p < PLACES; p++) {
      const value = mix(Math.imul(h, MULTIPLIERS[p]!) + ADDENDS[p]!) >>> 0;
      if (value < least[p]!) least[p] = value;
    }
  }
  return least;
}

/** The fingerprint of a text; null where it has no words. */
export function fingerprintOf(text: string): Fingerprint | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  if (!words) return null;
  const hashes = words.map(hashWord);
  const least = minima(hashes, hashes.length < SHORTEST ? hashes.length : RUN);
  const bands: number[] = [];
  for (let p = 0; p < PLACES; p += BAND) {
    let h = p;
    for (let k = 0; k < BAND; k++) h = mix(Math.imul(h, 31) + least[p + k]!);
    bands.push(h);
  }
  return { signature: Uint8Array.from(least, (value) => value & 0xff), bands };
}

/** Estimated share of runs that two texts have in common, 0..1. */
export function overlap(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  for (let p = 0; p < PLACES; p++) if (a[p] === b[p]) same++;
  return same / PLACES;
}

export const writeSignature = (signature: Uint8Array): string => Buffer.from(signature).toString('base64');
export const readSignature = (written: string): Uint8Array => Buffer.from(written, 'base64');
