/**
 * Words that are written small, for reading text in capitals; writes src/text/capitals.words.ts.
 *     node --import tsx train/capitals.ts TREEBANK.conllu… ARTICLES.jsonl… > ../src/text/capitals.words.ts
 * A word counts where it does not begin its sentence, in sentences that are not all in capitals; titles of articles do not count.
 */
import { readFileSync } from 'node:fs';
import { splitSentences } from '../src/text/index.ts';

/** So often, and in so many of its places, a word is small. */
const LEAST = 3;
const SHARE = 0.6;

const counts = new Map<string, { small: number; all: number }>();

function count(forms: readonly string[]): void {
  const words = forms.filter((f) => /^\p{L}+$/u.test(f));
  if (words.filter((f) => f === f.toLowerCase()).length < words.length / 2) return;
  forms.slice(1).forEach((form, i) => {
    if (!/^\p{L}{2,}$/u.test(form) || /^["“‘:.(]$/.test(forms[i]!)) return;
    const lower = form.toLowerCase();
    const seen = counts.get(lower) ?? { small: 0, all: 0 };
    counts.set(lower, { small: seen.small + (form === lower ? 1 : 0), all: seen.all + 1 });
  });
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  if (/\.conllu$/.test(file)) {
    for (const block of text.split(/\n\s*\n/))
      count(block.split('\n').filter((l) => /^\d+\t/.test(l)).map((l) => l.split('\t')[1]!));
    continue;
  }
  for (const line of text.split('\n').filter((l) => l.trim())) {
    const { text: body = '' } = JSON.parse(line) as { text?: string };
    for (const sentence of splitSentences({ id: 'x', date: null, title: null, text: body })) count(sentence.tokens.map((t) => t.form));
  }
}

const isSmall = ({ small, all }: { small: number; all: number }): boolean => small >= SHARE * all;

/** Endings of nearly only small words, so that an unknown word that ends so is small too. */
function endingsOf(): string[] {
  const types = new Map<string, { small: number; all: number }>();
  for (const [word, seen] of counts) {
    if (word.length < 6) continue;
    const ending = word.slice(-3);
    const type = types.get(ending) ?? { small: 0, all: 0 };
    types.set(ending, { small: type.small + (isSmall(seen) ? 1 : 0), all: type.all + 1 });
  }
  return [...types].filter(([, { small, all }]) => all >= 25 && small >= 0.9 * all).map(([ending]) => ending).sort();
}

const endings = endingsOf();
const hasEnding = (word: string): boolean => word.length >= 6 && endings.includes(word.slice(-3));
const words = (keep: (word: string, seen: { small: number; all: number }) => boolean): string =>
  [...counts].filter(([word, seen]) => keep(word, seen)).map(([word]) => word).sort().join(' ');
const small = words((word, seen) => seen.small >= LEAST && isSmall(seen) && !hasEnding(word));
const names = words((word, seen) => seen.all >= 2 && !isSmall(seen) && hasEnding(word));
process.stdout.write(`// Written by train/capitals.ts. Do not edit.
/** Words that are mostly written small, but for those with the endings below. */
export const SMALL_WORDS =
  '${small}';
/** Last three letters of words of six and more that are mostly small. */
export const SMALL_ENDINGS =
  '${endings.join(' ')}';
/** Words with those endings that are mostly names. */
export const NAMES =
  '${names}';
`);
