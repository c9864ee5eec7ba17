import type { Token } from '../nouns.ts';

const LEAST_WORDS = 4;

const FUNCTION_WORDS = new Set(
  `the a an of in on at by for from with to and or but not as is are was were be been has have had will would may might could should can do does did
   that this these those it its he she they we his her their who which after before over under into against between about amid up down out off no
   says said`.split(/\s+/),
);

const isWord = (form: string): boolean => /\p{L}/u.test(form);
const isUpper = (form: string): boolean => form === form.toUpperCase() && form !== form.toLowerCase();

/**
 * Restores reading case where a whole sentence is in capitals: function words in small letters, others as names.
 * Offsets stay; only forms change.
 */
export function restoreCase(tokens: readonly Token[]): readonly Token[] {
  const words = tokens.filter((t) => isWord(t.form));
  if (words.length < LEAST_WORDS || words.some((t) => !isUpper(t.form))) return tokens;
  return tokens.map((token, i) => {
    const { form } = token;
    if (!isWord(form) || /\./.test(form)) return token;
    if (i > 0 && FUNCTION_WORDS.has(form.toLowerCase())) return { ...token, form: form.toLowerCase() };
    if (form === 'US' || form === 'UN' || form === 'EU' || form === 'UK') return token;
    return { ...token, form: form[0] + form.slice(1).toLowerCase() };
  });
}
