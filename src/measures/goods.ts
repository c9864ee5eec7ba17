/** Which goods a report is about: by its cue and by the words of its object. */
import type { ReportRow } from '../rows.ts';
import type { Measures } from './measures.ts';

/** Kinds of goods, each with the words that name it, as the lexicon has them. */
export type Goods = ReadonlyMap<string, readonly string[]>;

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/^bought$/, 'buy'],
  [/^got$/, 'get'],
];

/** A word without its ending, where that makes a known word. */
export function lemma(word: string, known: { has(word: string): boolean }): string {
  if (known.has(word)) return word;
  const tries = ENDINGS.map(([ending, instead]) => word.replace(ending, instead));
  return tries.find((one) => known.has(one)) ?? word;
}

/** How near a word that takes goods away stands: "embargo on arms", "destruction of chemical weapons", "arms embargo". */
const BEFORE = 2;
const AFTER = 1;

const isTakenAway = (words: readonly string[], at: number, measures: Measures): boolean =>
  words.slice(Math.max(0, at - BEFORE), at + AFTER + 1).some((word) => measures.beside.has(word));

function goodsIn(words: readonly string[], company: ReadonlySet<string>, measures: Measures): Goods {
  const found = new Map<string, string[]>();
  for (const [at, word] of words.entries()) {
    if (isTakenAway(words, at, measures)) continue;
    for (const { goods, onlyWith } of measures.goods.get(word) ?? []) {
      if (onlyWith.length && !onlyWith.some((one) => company.has(one))) continue;
      const named = found.get(goods) ?? [];
      if (!named.includes(word)) found.set(goods, [...named, word]);
    }
  }
  return found;
}

/**
 * The goods of a report. Only what its own cue and object name counts: a sentence that tells of a loan and of a bombing
 * campaign tells of no transfer of bombs.
 */
export function goodsOf(report: ReportRow, measures: Measures): Goods {
  const cue = report.cue.text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  // The topic is of lemmas: of its words none is made from another ("armed" is not "arm").
  const words = [...cue.map((word) => lemma(word, measures.goods)), ...report.topic];
  const sectors = [...report.actors, ...report.recipients].flatMap(({ sector }) => (sector ? [sector] : []));
  return goodsIn(words, new Set([...words, ...sectors]), measures);
}
