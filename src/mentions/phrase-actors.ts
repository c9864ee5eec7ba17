/** The actor that a noun phrase is: by the lexicon, by what the article has named, or as somebody unknown. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import type { NounPhrase } from './phrases.ts';
import { isDefinite, isPlace, isPlural, type Reading, titlesOf } from './reading.ts';

const BODY_WORDS =
  /^(?:group|organi[sz]ation|movement|body|bloc|alliance|agency|company|party|country|nation|state|regime|kingdom|republic|island|militia|network)$/;

/** An article's own word for somebody it has named: a surname, a title, "the group". */
function knownActor(
  reading: Reading,
  phrase: NounPhrase,
  forms: readonly string[],
  titles: readonly string[],
): Actor | null {
  const { tree, story } = reading;
  const head = tree.words[phrase.head]!;
  if (head.upos === 'PROPN' && forms.filter((f) => /^\p{Lu}/u.test(f)).length <= 2) {
    const byName = story.byName(head.form);
    if (byName) return byName.actor;
  }
  if (titles.length && head.upos !== 'PROPN' && isDefinite(tree, head) && !isPlural(head)) {
    const byTitle = story.byTitle(titles.join(' '));
    if (byTitle) return byTitle.actor;
  }
  if (BODY_WORDS.test(head.lemma.toLowerCase()) && isDefinite(tree, head) && !isPlural(head)) {
    const sentence = tree.sentence.index;
    if (/country|nation|state|regime|kingdom|republic|island/.test(head.lemma))
      return (story.theCountry(sentence) ?? story.lastOf(['country'], sentence))?.actor ?? null;
    return story.lastOf(['group', 'organisation'], sentence)?.actor ?? null;
  }
  return null;
}

const MONTHS_AND_DAYS =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|God|Christmas|Easter|Ramadan|Internet)/;

/** Several capitalised words side by side, or a single one that does something. */
const isNamed = (tree: Tree, head: Word): boolean =>
  dependents(tree, head.index, 'flat').some((w) => /^\p{Lu}/u.test(w.form)) ||
  (isRel(head, 'nsubj') && !(tree.children[head.index] ?? []).length && !MONTHS_AND_DAYS.test(head.form));

const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\.?$/;

/** Relations and prepositions in which a bare capitalised word is somebody who takes part: "arrested Okoro", "a suit against Okoro". */
const PARTY_CASES = new Set(['against', 'by', 'with', 'into']);

/** "Mr. Okoro", or a single unknown name where somebody is acted on or addressed. */
function isBareName(tree: Tree, head: Word): boolean {
  if (head.upos !== 'PROPN' || head.xpos === 'NNPS' || !/^\p{Lu}\p{Ll}/u.test(head.form)) return false;
  if (MONTHS_AND_DAYS.test(head.form)) return false;
  const own = dependents(tree, head.index).filter((w) => w.upos !== 'PUNCT' && !isRel(w, 'case', 'cc', 'conj'));
  if (own.some((w) => COURTESY.test(w.form))) return true;
  if (own.length) return false;
  const marker = caseOf(tree, head.index);
  return isRel(head, 'obj', 'iobj') || (isRel(head, 'obl', 'nmod') && PARTY_CASES.has(marker ?? ''));
}

export const isPersonName = (tree: Tree, head: Word): boolean =>
  head.upos === 'PROPN' &&
  head.xpos !== 'NNPS' &&
  /^\p{Lu}\p{Ll}/u.test(head.form) &&
  isNamed(tree, head) &&
  !dependents(tree, head.index, 'det').length;

/** A name of which only the state is known is a person's where the tree has it so. */
const asPerson = (actor: Actor | null, tree: Tree, word: Word): Actor | null =>
  actor?.kind === 'unknown' && actor.id === undefined && actor.sector === null && isPersonName(tree, word)
    ? { ...actor, kind: 'person' }
    : actor;

export function describePhrase(
  reading: Reading,
  phrase: NounPhrase,
): { actor: Actor | null; forms: string[]; titles: string[] } {
  const { tree, resolver, date, story } = reading;
  const forms = phrase.words.map((i) => tree.words[i]!.form);
  const head = phrase.words.indexOf(phrase.head);
  const hits = resolver.find(forms);
  const titles = titlesOf(forms, hits);
  const found = resolver.describe({ forms, head }, hits as never[], date);
  const word = tree.words[phrase.head]!;
  const vague =
    found === null ||
    (found.country === null && (found.kind === 'people' || found.kind === 'person') && found.id === undefined);
  // Of two people with one surname, the article's own goes before the better known one.
  const namesake = isDoubtful(found) && word.upos === 'PROPN' && isSurnameAlone(forms);
  // "Lam said", after Carrie Lam: a name of the story goes before a town of that name.
  const town = found?.kind === 'unknown' && forms.length === 1 && !isPlace(tree, word) ? story.byName(word.form) : null;
  const known = town ? town.actor : vague || namesake ? knownActor(reading, phrase, forms, titles) : null;
  const byName =
    !known && found === null && word.upos === 'PROPN' && isSurnameAlone(forms)
      ? resolver.bySurname(forms.at(-1)!, date)
      : null;
  const name =
    !known && !byName && found === null && isPersonName(tree, word)
      ? (resolver.bySound(nameForms(tree, word), date) ?? unknownPerson(tree, word))
      : null;
  const actor = known ?? byName ?? asPerson(found, tree, word) ?? name;
  return { actor: actor ?? (found === null ? bareName(reading, phrase) : null), forms, titles };
}

/** Somebody of whom only the name stands there; a surname with "Mr." may be one that the lexicon knows. */
function bareName({ tree, resolver, date }: Reading, { head }: NounPhrase): Actor | null {
  const word = tree.words[head]!;
  if (!isBareName(tree, word)) return null;
  const known = resolver.bySurname(word.form, date);
  return known ?? { name: word.form, kind: 'unknown', country: null, sector: null, because: UNKNOWN_NAME };
}

/** A person, or a town: either may only share the name of somebody whom the article has named. */
const isDoubtful = (found: Actor | null): boolean =>
  found?.kind === 'person' || (found?.kind === 'unknown' && found.sector === null);

const PARTICLE = /^(?:al|el|bin|ibn|de|da|dos|del|van|von|der|den|la|le|di|ould|abu|[-–])$/i;

/** "Assad", "al - Assad", "de Mistura". */
const isSurnameAlone = (forms: readonly string[]): boolean => forms.slice(0, -1).every((f) => PARTICLE.test(f));

const nameForms = (tree: Tree, head: Word): string[] =>
  [head, ...dependents(tree, head.index, 'flat')].sort((a, b) => a.index - b.index).map((w) => w.form);

/** Why somebody is named without state and sector. */
export const UNKNOWN_NAME = 'a name that no lexicon knows';

function unknownPerson(tree: Tree, head: Word): Actor {
  return {
    name: nameForms(tree, head).join(' '),
    kind: 'person',
    country: null,
    sector: null,
    because: UNKNOWN_NAME,
  };
}

/** Coordinated owners inside one phrase: "the presidents of France and Germany", "Russian and Belarusian soldiers". */
export function severalOwners(reading: Reading, phrase: NounPhrase, actor: Actor): readonly Actor[] {
  const { tree, resolver, date } = reading;
  if (actor.id !== undefined || !isPlural(tree.words[phrase.head]!)) return [actor];
  const conjuncts = phrase.words.map((i) => tree.words[i]!).filter((w) => isRel(w, 'conj') && w.index !== phrase.head);
  const joined = new Set(conjuncts.flatMap((w) => [w.head, w.index]).filter((i) => i !== phrase.head));
  const owners = [...joined]
    .map((i) => tree.words[i]!)
    .flatMap((w) => {
      const a = resolver.describe({ forms: [w.form], head: 0 }, resolver.find([w.form]) as never[], date);
      return a?.country && a.country !== actor.country ? [a.country] : [];
    });
  return [actor, ...[...new Set(owners)].map((country) => ({ ...actor, country }))];
}
