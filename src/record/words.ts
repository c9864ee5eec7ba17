/** The words of sentences: what stands between them, and which ones search finds an article by. */
import type { Sentence } from '../nouns.ts';

/**
 * What stands before each sentence of a text, and behind the last one: with the sentences it makes the text again.
 * `rest` is null where the sentences overlap or are out of order, so that they do not.
 */
export function gapsOf(text: string, sentences: readonly Sentence[]): { gaps: string[]; rest: string | null } {
  let at = 0;
  let whole = true;
  const gaps = sentences.map(({ part, from, to }) => {
    if (part !== 'text') return '';
    whole &&= from >= at && to >= from;
    const gap = text.slice(at, Math.max(at, from));
    at = to;
    return gap;
  });
  return { gaps, rest: whole && at <= text.length ? text.slice(at) : null };
}

/** The text that sentences and their gaps make. */
export const textOf = (pieces: readonly { readonly gap: string; readonly words: string }[], rest: string): string =>
  pieces.map(({ gap, words }) => gap + words).join('') + rest;

const TERM = /[\p{L}\p{N}]+/gu;

const termsIn = (words: string): string[] => words.toLowerCase().match(TERM) ?? [];

/** The terms of sentences, each once. */
export const termsOf = (sentences: readonly string[]): string[] => [...new Set(sentences.flatMap(termsIn))];

/**
 * Patterns of LIKE, one for each term that a sentence with these words must have: the first may be the end of a longer
 * one, the last its beginning. None for words without letters and digits.
 */
export function patternsOf(words: string): string[] {
  const terms = termsIn(words);
  const last = terms.length - 1;
  return terms.map((term, i) => `${i === 0 ? '%' : ''}${term}${i === last ? '%' : ''}`);
}
