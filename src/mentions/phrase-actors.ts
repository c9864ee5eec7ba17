/** The actor that a noun phrase is: by the lexicon, by what the article has named, or as somebody unknown. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import { normal } from './coref.ts';
import { NOT_HERE } from './fill.ts';
import { type NounPhrase, phraseOf } from './phrases.ts';
import {
  actorOf,
  type Found,
  hasArticle,
  isDefinite,
  isIn,
  isPlace,
  isPlural,
  PLACE_KINDS,
  type Reading,
  titlesOf,
} from './reading.ts';
import { bareName, isNameOnly, isPersonName, unknownPerson } from './unknown.ts';

/** An article's own word for somebody it has named: a surname, a title, "the group". */
function knownActor(
  reading: Reading,
  phrase: NounPhrase,
  forms: readonly string[],
  titles: readonly string[],
): Actor | null {
  const { tree, story } = reading;
  const head = tree.words[phrase.head]!;
  const capitals = forms.filter((f) => /^\p{Lu}/u.test(f));
  if (head.upos === 'PROPN' && capitals.length <= 4) {
    const full = story.byFullName(capitals.filter((f) => !titles.includes(f.toLowerCase())));
    if (full) return full.actor;
    const byName = story.byName(isIn(reading, 'particle', head.form) ? (capitals.at(-1) ?? head.form) : head.form);
    const others = capitals.filter((f) => f !== head.form && !titles.includes(f.toLowerCase()));
    if (
      byName &&
      capitals.length <= 2 &&
      others.every((f) => isIn(reading, 'courtesy', f) || byName.name.includes(normal(f)))
    )
      return byName.actor;
    const body = capitals.length === 1 ? story.byFirstWord(head.form) : null;
    if (body) return body.actor;
  }
  // "The president", but not "the national flag" after "a Kenyan national".
  const isTitle = titles.includes(head.form.toLowerCase());
  if (isTitle && head.upos !== 'PROPN' && isDefinite(tree, head) && !isPlural(head) && isBare(tree, head)) {
    const byTitle = story.byTitle(titles.join(' '));
    if (byTitle) return byTitle.actor;
  }
  if (isIn(reading, 'body-noun', head.lemma) && isBareBody(reading, head, capitals) && !isPlural(head)) {
    const sentence = tree.sentence.index;
    if (head.lemma.toLowerCase() === 'party')
      return story.lastOf(['group', 'organisation'], sentence, 'PTY')?.actor ?? null;
    if (isIn(reading, 'state-noun', head.lemma))
      return (story.theCountry(sentence) ?? story.lastOf(['country'], sentence))?.actor ?? null;
    return story.lastOf(['group', 'organisation'], sentence)?.actor ?? null;
  }
  return null;
}

/** "The group", "the Party": with an article, without a name of its own ("the Graham Bond Organisation", "a state of emergency"). */
function isBareBody({ tree }: Reading, head: Word, capitals: readonly string[]): boolean {
  if (!hasArticle(tree, head) || capitals.some((f) => f !== head.form && !/^the$/i.test(f))) return false;
  return isBare(tree, head);
}

/** Nothing says whose: "the secretary", not "the secretary of the league", "the president and owner of the firm". */
const isBare = (tree: Tree, head: Word): boolean =>
  ![head, ...dependents(tree, head.index, 'conj')].some((one) =>
    dependents(tree, one.index, 'nmod').some((w) => /^(?:of|from)$/.test(caseOf(tree, w.index) ?? '')),
  );

/** A name of which only the state is known is a person's where the tree has it so. */
const asPerson = (actor: Actor | null, reading: Reading, word: Word): Actor | null =>
  actor?.kind === 'unknown' && actor.id === undefined && actor.sector === null && isPersonName(reading, word)
    ? { ...actor, kind: 'person' }
    : actor;

export function describePhrase(
  reading: Reading,
  phrase: NounPhrase,
): { actor: Actor | null; forms: string[]; titles: string[] } {
  const { tree, resolver, date, story } = reading;
  const forms = phrase.words.map((i) => tree.words[i]!.form);
  const head = phrase.words.indexOf(phrase.head);
  const word = tree.words[phrase.head]!;
  // "The Imus family", after Don Imus: a town that has the name of somebody of the story is none.
  const hits = resolver
    .find(forms)
    .filter((h) => !isOnlyTown(h) || isPlace(reading, word) || !story.byName(forms[h.first]!));
  const titles = titlesOf(forms, hits);
  const ofOthers = others(reading, phrase);
  if (ofOthers) return { actor: ofOthers, forms, titles };
  const found = seatedBody(reading, word) ?? actorOf(reading, forms, head, hits);
  const vague =
    found === null ||
    (found.country === null && (found.kind === 'people' || found.kind === 'person') && found.id === undefined);
  // Of two people with one surname, the article's own goes before the better known one.
  const namesake = isDoubtful(found) && word.upos === 'PROPN' && isSurnameAlone(reading, forms);
  // "Lam said", after Carrie Lam: a name of the story goes before a town of that name.
  const town =
    found?.kind === 'unknown' && forms.length === 1 && !isPlace(reading, word) ? story.byName(word.form) : null;
  const told = town ? town.actor : vague || namesake ? knownActor(reading, phrase, forms, titles) : null;
  // "Health Minister Jan Kos", after a bare "Jan Kos": what is said of him now is more.
  const known = found?.sector && told && told.country === null && told.sector === null ? null : told;
  const byName =
    !known && found === null && word.upos === 'PROPN' && isSurnameAlone(reading, forms) && !isBroken(tree, phrase)
      ? resolver.bySurname(forms.at(-1)!, date)
      : null;
  const name = !known && !byName && found === null ? unknownPerson(reading, word) : null;
  const isSomewhere = isNameOnly(reading, found) && isPlace(reading, word);
  const actor = known ?? byName ?? (isSomewhere ? null : asPerson(found, reading, word)) ?? name;
  return { actor: actor ?? (found === null ? bareName(reading, phrase) : null), forms, titles };
}

/** "Brussels condemned …", where the article names nothing of Belgium: the body whose seat the town is, as it does what only somebody can. */
function seatedBody(reading: Reading, word: Word): Actor | null {
  if (word.deprel !== 'nsubj' || !isIn(reading, 'acting-verb', headOf(reading.tree, word.index)?.lemma)) return null;
  const town = `${word.form.toLowerCase()}=`;
  const seat = [...reading.resolver.words('body-seat')].find((s) => s.startsWith(town));
  if (!seat || dependents(reading.tree, word.index).some((w) => w.upos !== 'PUNCT')) return null;
  const [code, name] = seat.slice(town.length).split(':');
  if (reading.states().named.has(code!.toUpperCase())) return null;
  const forms = name!.split(' ').map((w) => w[0]!.toUpperCase() + w.slice(1));
  return actorOf(reading, forms, forms.length - 1);
}

/** "Poland's neighbours", "its allies", "Russian rivals": of whatever state they are, it is not the one whose they are. */
function others(reading: Reading, { head, words }: NounPhrase): Actor | null {
  const { tree, names } = reading;
  const noun = tree.words[head]!;
  if (!isIn(reading, 'others-noun', noun.lemma)) return null;
  const isBody = ({ index, form, upos }: Word): boolean =>
    upos === 'PRON'
      ? isIn(reading, 'body-pronoun', form)
      : names.some((hit) => hit.first <= index && index <= hit.last && hit.named.some((n) => BODIES.has(n.kind)));
  const owners = dependents(tree, head, 'nmod').filter((w) => caseOf(tree, w.index) === 'of');
  // "Russian invaders" are Russia's, "Ukraine's invaders" are not Ukraine's.
  const before = isIn(reading, 'aggressor-noun', noun.lemma) ? ['nmod:poss'] : ['nmod:poss', 'compound', 'amod'];
  if (![...dependents(tree, head, ...before), ...owners].some(isBody)) return null;
  const said = named(reading, noun);
  const name = words.map((i) => tree.words[i]!.form).join(' ');
  return said ?? { name, kind: 'person', country: null, sector: null, office: noun.lemma, because: NOT_HERE };
}

/** "Lithuania" of "its ally Lithuania", "their rival, South Korea". */
function named(reading: Reading, noun: Word): Actor | null {
  for (const word of dependents(reading.tree, noun.index, 'appos', 'flat', 'nmod')) {
    if (word.index < noun.index || caseOf(reading.tree, word.index)) continue;
    const { words } = phraseOf(reading.tree, word.index);
    const forms = words.map((i) => reading.tree.words[i]!.form);
    const actor = actorOf(reading, forms, words.indexOf(word.index));
    if (actor?.country) return actor;
  }
  return null;
}

/** Names whose bearers have allies and enemies abroad. */
const BODIES: ReadonlySet<string> = new Set([...PLACE_KINDS, 'adjective', 'people', 'organisation', 'group']);

const isOnlyTown = ({ first, last, named }: Found): boolean =>
  first === last && named.every(({ kind }) => kind === 'city' || kind === 'capital');

/** A person, or a town: either may only share the name of somebody whom the article has named. */
const isDoubtful = (found: Actor | null): boolean =>
  found?.kind === 'person' || (found?.kind === 'unknown' && found.sector === null);

/** "Assad", "al - Assad", "de Mistura". */
const isSurnameAlone = (reading: Reading, forms: readonly string[]): boolean =>
  !/^\p{Lu}{2,3}$/u.test(forms.at(-1)!) &&
  forms.slice(0, -1).every((f) => /^[-–]$/.test(f) || isIn(reading, 'particle', f));

/** "Pak" beside "Song Bong", which the tree has put apart: no surname alone. */
function isBroken(tree: Tree, { words }: NounPhrase): boolean {
  const after = tree.words[words.at(-1)! + 1];
  return after?.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(after.form);
}

/** Coordinated owners inside one phrase: "the presidents of France and Germany", "Russian and Belarusian soldiers". */
export function severalOwners(reading: Reading, phrase: NounPhrase, actor: Actor): readonly Actor[] {
  const { tree } = reading;
  if (actor.id !== undefined || !isPlural(tree.words[phrase.head]!)) return [actor];
  const conjuncts = phrase.words.map((i) => tree.words[i]!).filter((w) => isRel(w, 'conj') && w.index !== phrase.head);
  const joined = new Set(conjuncts.flatMap((w) => [w.head, w.index]).filter((i) => i !== phrase.head));
  const homeOf = ({ country, code }: Pick<Actor, 'country' | 'code'>): string | null => country ?? code ?? null;
  const owners = new Map<string, Pick<Actor, 'country' | 'code'>>();
  for (const i of joined) {
    const owner = actorOf(reading, [tree.words[i]!.form], 0);
    const home = owner && homeOf(owner);
    if (!home || home === homeOf(actor)) continue;
    owners.set(home, { country: owner.country, ...(owner.code !== undefined && { code: owner.code }) });
  }
  const { code: _, ...like } = actor;
  return [actor, ...[...owners.values()].map((owner) => ({ ...like, ...owner }))];
}
