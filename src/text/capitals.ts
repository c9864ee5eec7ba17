/** Reading case for text in capitals: words that are mostly written small in small letters, all others as names. */
import type { Token } from '../nouns.ts';
import { isAbbreviation } from './abbreviations.ts';
import { NAMES, SMALL_ENDINGS, SMALL_WORDS } from './capitals.words.ts';

/** Fewer words may be names and nothing else ("BBC NEWS LIMA"), unless one of them is none. */
const LEAST_WORDS = 4;

/** From so many words on, one in as many may have small letters ("McNAMARA", "de"). */
const MANY_WORDS = 8;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const small = set(SMALL_WORDS);
const endings = set(SMALL_ENDINGS);
const names = set(NAMES);

const isWord = (form: string): boolean => /\p{L}/u.test(form);
const isUpper = (form: string): boolean => form === form.toUpperCase() && form !== form.toLowerCase();

const isSmall = (lower: string): boolean =>
  small.has(lower) || (lower.length >= 6 && endings.has(lower.slice(-3)) && !names.has(lower));

const isOrdinary = (form: string): boolean => form.length > 3 && isSmall(form.toLowerCase());

/** Is the sentence written in capitals? */
function isShouted(tokens: readonly Token[]): boolean {
  const words = tokens.filter((t) => isWord(t.form));
  const others = words.filter((t) => !isUpper(t.form)).length;
  if (words.length < LEAST_WORDS && !(words.length > 1 && words.some(({ form }) => isOrdinary(form)))) return false;
  return others <= (words.length >= MANY_WORDS ? words.length / MANY_WORDS : 0);
}

/** Words that are small or names by what stands beside them: the modal verb and the month. */
const isMonth = (before: string, word: string, after: string): boolean =>
  /^(?:MAY|MARCH)$/.test(word) &&
  (/^\d/.test(after) || /^(?:\d{1,2}|in|since|until|last|next|during|early|late|mid|of)$/i.test(before));

/** "(FARN)", "DPRK": an acronym keeps its capitals. */
const isAcronym = (before: string, word: string, after: string): boolean =>
  /^(?:US|UN|EU|UK|TV|AU)$/.test(word) ||
  /^[^AEIOUY]{2,6}$/.test(word) ||
  (/^[([]$/.test(before) && /^[)\]]$/.test(after) && word.length <= 6);

const asName = (form: string): string => form[0] + form.slice(1).toLowerCase();

function restored(form: string, before: string, after: string, begins: boolean): string {
  const lower = form.toLowerCase();
  if (/^(?:N['’]T|['’]\p{L}+)$/u.test(form)) return lower;
  if (/\./.test(form)) return /^\p{Lu}{2,}\.$/u.test(form) && isAbbreviation(form.slice(0, -1)) ? asName(form) : form;
  if (isMonth(before, form, after)) return asName(form);
  if (form !== 'US' && isSmall(lower)) return begins ? asName(form) : lower;
  return isAcronym(before, form, after) ? form : asName(form);
}

/**
 * Restores reading case where a whole sentence is in capitals; `start` is the first token behind its dateline.
 * Offsets stay; only forms change.
 */
export function restoreCase(tokens: readonly Token[], start: number): readonly Token[] {
  if (!isShouted(tokens)) return tokens;
  let begins = true;
  return tokens.map((token, i) => {
    if (i === start) begins = true;
    if (!isWord(token.form)) return token;
    const [before, after] = [tokens[i - 1]?.form ?? '', tokens[i + 1]?.form ?? ''];
    const form = isUpper(token.form) ? restored(token.form, before, after, begins) : token.form;
    begins = false;
    return form === token.form ? token : { ...token, form };
  });
}
