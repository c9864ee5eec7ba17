/** The form under which names are compared: no accents, stops, quotes or hyphens; small letters. */

const MARKS = /\p{M}/gu;

/** A single token's normal form; "" for punctuation that names do not count ("-", "."). */
export function normalToken(form: string): string {
  if (/^['’]s?$/.test(form)) return '';
  const plain = /^[\x20-\x7e]*$/.test(form)
    ? form
    : form.normalize('NFKD').replace(MARKS, '').replace(/[øØ]/g, 'o').replace(/[łŁ]/g, 'l').replace(/ı/g, 'i');
  return plain
    .toLowerCase()
    .replace(/[.'’‘`"“”(),]/g, '')
    .replace(/^[-–—]+$/, '');
}

/** A phrase's tokens in normal form, hyphens dividing as spaces do. */
export function normalTokens(phrase: string): string[] {
  return phrase
    .replace(/['’]s\b/g, '')
    .split(/[\s\-–—/]+/)
    .map(normalToken)
    .filter(Boolean);
}

/** Is the name an abbreviation that small letters would make another word ("US", "IS", "WHO")? */
export const isAcronym = (name: string): boolean =>
  /^(?:\p{Lu}\.?){2,6}$/u.test(name) || /^\p{Lu}[\p{Lu}\p{N}+/-]{1,7}$/u.test(name);
