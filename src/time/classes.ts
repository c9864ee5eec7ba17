/** Which classes of words of time a sentence holds: finders that need another one are not tried. */
import type { Token } from '../nouns.ts';
import { CLASS } from './rule.ts';

const WORDS: readonly (readonly [number, string])[] = [
  [
    CLASS.month,
    'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december',
  ],
  [CLASS.weekday, 'monday tuesday wednesday thursday friday saturday sunday'],
  [
    CLASS.unit,
    'second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months quarter quarters half year years decade decades century centuries period fiscal financial spring summer autumn fall winter twenties thirties forties fifties sixties seventies eighties nineties',
  ],
  [
    CLASS.deixis,
    'now currently present nowadays presently moment days recently lately recent past soon coming future term today tonight overnight yesterday tomorrow ago earlier later before after afterwards current',
  ],
  [
    CLASS.holiday,
    'christmas boxing new valentine may bastille halloween veterans armistice easter thanksgiving memorial labor',
  ],
  [CLASS.set, 'every each daily nightly weekly monthly yearly annually annual hourly once twice times'],
  [CLASS.digit, 'nineteen'],
  [CLASS.part, 'morning afternoon evening night noon midnight midday'],
];

const BITS = new Map<string, number>();
for (const [bit, words] of WORDS) for (const word of words.split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | bit);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function classesOfWord(word: string): number {
  if (isDigit(word.charCodeAt(0)) || isDigit(word.charCodeAt(1))) {
    const after = word.replace(/^['’\d:,.-]+/, '');
    return CLASS.digit | (after ? (BITS.get(after) ?? 0) : 0);
  }
  return BITS.get(word) ?? 0;
}

/** The classes of a sentence's words, as bits; "year-earlier" counts as both its words. */
export function classesOf(tokens: readonly Token[]): number {
  let bits = 0;
  for (const { form } of tokens) {
    const word = form.toLowerCase().replace(/\.$/, '');
    bits |= classesOfWord(word);
    if (word.length > 3 && word.includes('-')) for (const part of word.split('-')) bits |= classesOfWord(part);
  }
  return bits;
}
