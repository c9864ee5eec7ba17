/** Names that no lexicon knows: which of them are somebody's, and which a place's or a thing's. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import type { NounPhrase } from './phrases.ts';
import { isIn, isPlace, type Reading } from './reading.ts';

/** Is nothing known of somebody but the name? */
export const isNameOnly = ({ resolver }: Reading, actor: Actor | null): boolean => actor?.because === resolver.nameOnly;

/** Several capitalised words side by side, or a single one that does something. */
const isNamed = (reading: Reading, head: Word): boolean =>
  dependents(reading.tree, head.index, 'flat').some((w) => /^\p{Lu}/u.test(w.form)) ||
  (isRel(head, 'nsubj') && !(reading.tree.children[head.index] ?? []).length);

const isCalendar = (reading: Reading, { form }: Word): boolean =>
  isIn(reading, 'month', form) || isIn(reading, 'day-name', form);

export const nameWords = (tree: Tree, head: Word): Word[] =>
  [head, ...dependents(tree, head.index, 'flat')].sort((a, b) => a.index - b.index);

/** "the Costa Verde power plant": a name before a common noun of a thing is the thing's. */
function isOfThing({ tree }: Reading, head: Word): boolean {
  if (!isRel(head, 'compound') && head.deprel !== 'nmod:unmarked') return false;
  const whose = headOf(tree, head.index);
  const next = tree.words[nameWords(tree, head).at(-1)!.index + 1];
  return whose !== null && whose.upos === 'NOUN' && whose.index > head.index && next?.upos !== 'PUNCT';
}

/** "Mt Elbrus", "the Java Sea", "New Year". */
const isOfPlace = (reading: Reading, words: readonly Word[]): boolean =>
  words.length > 1 && [words[0]!, words.at(-1)!].some((w) => isIn(reading, 'thing-name', w.form));

/** Is the word the head of what may be a person's name? */
export function isPersonName(reading: Reading, head: Word): boolean {
  const { tree } = reading;
  if (head.upos !== 'PROPN' || head.xpos === 'NNPS' || !/^\p{Lu}\p{Ll}/u.test(head.form)) return false;
  if (!isNamed(reading, head) || dependents(tree, head.index, 'det').length) return false;
  const words = nameWords(tree, head);
  const isDay = isCalendar(reading, words[0]!) && !(words.length > 1 && isIn(reading, 'month-name', words[0]!.form));
  return !isDay && !isOfPlace(reading, words) && !isOfThing(reading, head);
}

/** "Mr. Okoro", or a single unknown name where somebody is acted on or addressed ("arrested Okoro", "a suit against Okoro"). */
function isBareName(reading: Reading, head: Word): boolean {
  const { tree } = reading;
  if (head.upos !== 'PROPN' || head.xpos === 'NNPS' || !/^\p{Lu}\p{Ll}/u.test(head.form)) return false;
  if (isCalendar(reading, head) || isIn(reading, 'courtesy', head.form)) return false;
  const own = dependents(tree, head.index).filter((w) => w.upos !== 'PUNCT' && !isRel(w, 'case', 'cc', 'conj'));
  if (own.some((w) => isIn(reading, 'courtesy', w.form))) return true;
  if (own.length) return false;
  if (isRel(head, 'obj', 'iobj')) return true;
  return isRel(head, 'obl', 'nmod') && isIn(reading, 'party-case', caseOf(tree, head.index));
}

/** Somebody of whom only the name stands there; a surname with "Mr." may be one that the lexicon knows. */
export function bareName(reading: Reading, { head }: NounPhrase): Actor | null {
  const word = reading.tree.words[head]!;
  if (!isBareName(reading, word)) return null;
  const known = reading.resolver.bySurname(word.form, reading.date);
  return known ?? { name: word.form, kind: 'unknown', country: null, sector: null, because: reading.resolver.nameOnly };
}

/** "The character of Roe", "Roe, a cartoon character": somebody of a story. */
function isFictional(reading: Reading, head: Word): boolean {
  const above = isRel(head, 'nmod', 'appos', 'flat', 'compound') ? headOf(reading.tree, head.index) : null;
  return [...(above ? [above] : []), ...dependents(reading.tree, head.index, 'appos', 'nmod', 'compound')].some((w) =>
    isIn(reading, 'fiction-noun', w.lemma),
  );
}

/** The person whose name this is, by another spelling of it where the article names the state, else somebody unknown; null for a place. */
export function unknownPerson(reading: Reading, head: Word): Actor | null {
  const { tree, resolver, date, story } = reading;
  if (!isPersonName(reading, head) || isFictional(reading, head)) return null;
  const forms = nameWords(tree, head).map((w) => w.form);
  const told = story.byFullName(forms);
  if (told) return told.actor;
  const alike = resolver.bySound(forms, date);
  if (alike && (alike.country === null || reading.states().named.has(alike.country))) return alike;
  if (isPlace(reading, head)) return null;
  return { name: forms.join(' '), kind: 'person', country: null, sector: null, because: resolver.nameOnly };
}
