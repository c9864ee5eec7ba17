/** People in general, whom the state that a story is about does not tell ("any leader", "a person may be tried"). */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import { describePhrase } from './phrase-actors.ts';
import { phraseOf } from './phrases.ts';
import { hasArticle, isIn, isPlural, type Reading } from './reading.ts';

const PRESENT: ReadonlySet<string> = new Set(['VBZ', 'VBP']);

/** Does a clause tell what holds at all times? true, false, or null where it has no finite verb of its own. */
function isTimelessClause(reading: Reading, verb: Word): boolean | null {
  const helpers = dependents(reading.tree, verb.index, 'aux', 'cop');
  const modal = helpers.find((w) => w.xpos === 'MD');
  if (modal) return isIn(reading, 'general-modal', modal.form);
  const finite = helpers.find((w) => w.xpos === 'VBD' || PRESENT.has(w.xpos));
  if (!finite) return verb.xpos === 'VBD' ? false : PRESENT.has(verb.xpos) ? true : null;
  if (finite.xpos === 'VBD' || verb.xpos === 'VBG') return false;
  return finite.lemma === 'be' || finite.lemma === 'do';
}

/** "Doctrine asks for witnesses to convict a person": the nearest finite verb above is a simple present, or may, must, should. */
function isTimeless(reading: Reading, word: Word): boolean {
  for (let above = headOf(reading.tree, word.index); above; above = headOf(reading.tree, above.index)) {
    const found = isTimelessClause(reading, above);
    if (found !== null) return found;
  }
  return false;
}

/** "people", "some children", "a person": no article that points, no owner, no number. */
const isIndefinite = (tree: Tree, head: Word): boolean => {
  // "The thousands of women at the factory" are those there.
  const whole = isRel(head, 'nmod') && caseOf(tree, head.index) === 'of' ? headOf(tree, head.index) : null;
  if (whole && hasArticle(tree, whole)) return false;
  const before = dependents(tree, head.index, 'nmod:poss', 'nummod', 'det');
  return isPlural(head)
    ? before.every((w) => /^(?:some|many|all|most)$/i.test(w.form))
    : before.some((w) => /^an?$/i.test(w.form));
};

/** Sectors of people of whom nothing more is said than that they are people. */
const PRIVATE: ReadonlySet<string> = new Set(['CVL', 'UNK', 'EDU']);

/** "Any leader", but not "any other leader", who is one of those told of. */
export const isAnyone = ({ tree, resolver }: Reading, head: Word): boolean =>
  dependents(tree, head.index, 'det').some((w) => isIn({ resolver }, 'any-word', w.form)) &&
  !dependents(tree, head.index, 'amod').some((w) => /^other$/i.test(w.form));

/** "Workers around the world": of whatever state. */
export const isEverywhere = (reading: Reading, head: Word): boolean =>
  dependents(reading.tree, head.index, 'nmod', 'advmod').some(
    (w) => w.index > head.index && isIn(reading, 'everywhere-word', w.form),
  );

/** "A child must be protected", "people tend to forget": people of no story, in a clause that tells of no time. */
export const isInGeneral = (reading: Reading, { sector }: Actor, head: Word): boolean =>
  reading.tree.sentence.part !== 'title' &&
  PRIVATE.has(sector ?? '') &&
  isIn(reading, 'anybody-noun', head.lemma) &&
  isIndefinite(reading.tree, head) &&
  isTimeless(reading, head);

/** "Child pornography", "a mass casualty alert": people who only say what a thing is about, and are nobody in the story. */
export function isAboutThing(reading: Reading, { sector, kind }: Actor, head: Word): boolean {
  if (kind !== 'people' || !PRIVATE.has(sector ?? '') || !isIn(reading, 'anybody-noun', head.lemma)) return false;
  const { tree } = reading;
  const whole = isRel(head, 'compound') && !isPlural(head) ? headOf(tree, head.index) : null;
  if (whole?.upos !== 'NOUN' || whole.index < head.index) return false;
  return describePhrase(reading, phraseOf(tree, whole.index)).actor === null;
}
