/** Sentences that lean on what was told before them. Only Node: reads `lexicon/speech/leaning.tsv`. */
import { readFileSync } from 'node:fs';

const FILE = new URL('../../lexicon/speech/leaning.tsv', import.meta.url);
/** The longest opening has so many words. */
const MOST_WORDS = 4;

let openings: ReadonlySet<string> | null = null;

function read(): ReadonlySet<string> {
  const [, ...lines] = readFileSync(FILE, 'utf8').split('\n');
  return new Set(lines.filter(Boolean).flatMap((line) => line.split('\t')[0]!.split('|')));
}

/** Does a sentence open with words that only what was told before explains ("But", "That day", "In the article")? */
export function isLeaning(text: string): boolean {
  openings ??= read();
  const words =
    text
      .toLowerCase()
      .match(/[\p{L}’']+/gu)
      ?.slice(0, MOST_WORDS) ?? [];
  return words.some((_, i) => openings!.has(words.slice(0, i + 1).join(' ')));
}

/** A question tells nothing, nor does what only opens a quotation or a list after it. */
export const isUnfinished = (text: string): boolean => /(?:\?[”"’')\]]*|:)\s*$/.test(text);
