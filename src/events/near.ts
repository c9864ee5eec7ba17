/** Whom an event concerns where no slot of its frame names anybody: who stands nearest. */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import { logicalObjects, logicalSubjects } from './grammar.ts';
import type { EventLexicon, Sense } from './lexicon.ts';
import { type Cast, isActor, isSame, partiesOfPhrase, summedUp } from './parties.ts';
import { type Site, wordsOfSlot } from './slots.ts';

/** A party whose state or sector is known, or that a user's dictionary has: two strangers make no political event. */
export const isKnown = (mention: Mention): boolean =>
  mention.actors.some((a) => a.country !== null || a.sector !== null || a.code !== undefined);

/** A state's name, one of a user's dictionary too. */
const isStateName = ({ kind, country, code, sector }: Actor): boolean =>
  (kind === 'country' && country !== null) || (code !== undefined && sector === null && kind === 'group');

const homeOf = ({ country, code }: Actor): string | null => country ?? code?.slice(0, 3) ?? null;

/** "the minister promised Mali's support for Niger": the minister and his state are one side. */
export const isOneSide = (a: Mention, b: Mention): boolean =>
  a.actors.length > 0 &&
  a.actors.every(
    (x) => isStateName(x) && b.actors.some((y) => homeOf(y) === homeOf(x) && (isStateName(y) || y.sector === 'GOV')),
  );

/** "the spokesman said it had struck": a pronoun for the side that speaks is no other party. */
export const isOwnPronoun = (a: Mention, b: Mention): boolean =>
  b.kind === 'pronoun' &&
  b.actors.length > 0 &&
  b.actors.every((y) => a.actors.some((x) => x.country !== null && x.country === y.country && x.sector === y.sector));

/** "its pilots": said of the actor; or of nobody who is known, by people of whom no state is. */
export const isOwn = (cast: Cast, mention: Mention, owner: Mention): boolean =>
  dependents(cast.tree, mention.head, 'nmod:poss').some((w) => {
    const known = cast.byHead.get(w.index) ?? [];
    if (w.upos !== 'PRON') return false;
    if (!known.length) return mention.actors.every((a) => a.country === null && a.code === undefined);
    return known.some((p) => isSame(p, owner) || isOneSide(p, owner));
  });

/** "sent home its envoy": one's own envoy is nobody to punish. */
export const isOwnEnvoy = (cast: Cast, lexicon: EventLexicon, mention: Mention, owner: Mention): boolean =>
  lexicon.inClass('of-another-state', cast.tree.words[mention.head]!.lemma) && isOwn(cast, mention, owner);

/** "its troops": what belongs to the actor is not whom he acts on. */
export const isOwnedBy = (cast: Cast, lexicon: EventLexicon, mention: Mention, owner: Mention): boolean =>
  lexicon.inClass('means', cast.tree.words[mention.head]!.lemma) && isOwn(cast, mention, owner);

/** "hand over helicopters": what is given is not whom it is given to. */
export const isHardware = (
  { tree }: Cast,
  lexicon: EventLexicon,
  { head, reading }: Mention,
  { type }: Sense,
): boolean =>
  reading === 'actor' &&
  lexicon.inClass('type-towards-people', type) &&
  lexicon.inClass('hardware', tree.words[head]!.lemma.toLowerCase());

/** Parties anywhere under the predicate: the last resort of frames that ask for "any". */
export function anyParties(
  { tree, word }: Site,
  cast: Cast,
  lexicon: EventLexicon,
  not: readonly Mention[],
  places: boolean,
): Mention[] {
  const goal = goalOf(cast, lexicon, word, not);
  if (goal) return [goal];
  const under = new Set<number>();
  const stack = [word];
  while (stack.length) {
    const at = stack.pop()!;
    under.add(at);
    for (const child of tree.children[at] ?? []) if (tree.words[child]!.deprel !== 'acl:relcl') stack.push(child);
  }
  const fits = (m: Mention): boolean =>
    under.has(m.head) &&
    !isMoved(tree, lexicon, m.head) &&
    m.head > word &&
    !isVenue(tree, lexicon, m.head) &&
    !not.some((n) => isSame(n, m) || isOwnedBy(cast, lexicon, m, n) || isOneSide(m, n));
  const found =
    cast.all.find((m) => m.reading === 'actor' && fits(m)) ??
    (places ? cast.all.find((m) => isKnown(m) && fits(m)) : undefined);
  return found ? [found] : [];
}

/** Where no slot of the frame names anybody: the first other party inside the object or a phrase that addresses somebody. */
function nearbyParty(
  { tree, word }: Site,
  cast: Cast,
  lexicon: EventLexicon,
  actors: readonly Mention[],
  places: boolean,
): Mention[] {
  const goal = goalOf(cast, lexicon, word, actors);
  if (goal) return [goal];
  const stack = [...(tree.children[word] ?? [])].reverse().map((at) => ({ at, depth: 1 }));
  while (stack.length) {
    const { at, depth } = stack.pop()!;
    if (
      depth > 5 ||
      at < word ||
      isVenue(tree, lexicon, at) ||
      !(isArgument(tree, lexicon, at) || (places && leadsToPlace(tree, lexicon, at)))
    )
      continue;
    const own = cast.byHead.get(at)?.filter((m) => m.reading === 'actor' || m.kind === 'name') ?? [];
    const isOfActor = (m: Mention, a: Mention): boolean =>
      isSame(a, m) ||
      isOwnedBy(cast, lexicon, m, a) ||
      isOwnEnvoy(cast, lexicon, m, a) ||
      isOneSide(m, a) ||
      (a.first <= m.first && m.last <= a.last);
    const isOther = (m: Mention): boolean => isKnown(m) && !actors.some((a) => isOfActor(m, a));
    const other = own.find(isOther);
    if (other) return [other, ...besides(tree, cast, at).filter(isOther)];
    stack.push(...[...(tree.children[at] ?? [])].reverse().map((c) => ({ at: c, depth: depth + 1 })));
  }
  return [];
}

/** "a plan of Mali and Niger": named parties that are coordinated with the word. */
const besides = (tree: Tree, cast: Cast, at: number): Mention[] =>
  dependents(tree, at, 'conj').flatMap((w) => (cast.byHead.get(w.index) ?? []).filter((m) => m.reading === 'actor'));

/** "to build schools in Mali", "until Mali yields"; not "via an accord", nor "as others protested". */
function leadsToPlace(tree: Tree, lexicon: EventLexicon, at: number): boolean {
  const word = tree.words[at]!;
  const marked = (relation: string, name: string): boolean =>
    dependents(tree, at, relation).some((m) => lexicon.inClass(name, m.lemma));
  if (isRel(word, 'advcl')) return !marked('mark', 'beside-marker');
  if (isVenue(tree, lexicon, at)) return false;
  return isRel(word, 'obl', 'nmod') && !marked('case', 'means-or-time-preposition');
}

/** "agreed to a meeting in Malta": where it is held is no party to it. */
const isVenue = (tree: Tree, lexicon: EventLexicon, at: number): boolean =>
  isRel(tree.words[at]!, 'obl', 'nmod') &&
  lexicon.inClass('venue-preposition', caseOf(tree, at) ?? '') &&
  lexicon.inClass('held-there', tree.words[tree.words[at]!.head]!.lemma);

/** "willing to withdraw its troops from Mali": where one's own troops go or leave, not the troops. */
function goalOf(cast: Cast, lexicon: EventLexicon, word: number, actors: readonly Mention[]): Mention | null {
  const { tree } = cast;
  const verb = [word, ...clausesUnder(tree, word)].find((at) => lexicon.inClass('moving', tree.words[at]!.lemma));
  if (verb === undefined) return null;
  const sites = [verb, ...dependents(tree, verb, 'obj').map((w) => w.index)];
  for (const goal of lexicon.wordsOf('goal-preposition')) {
    const phrases = sites
      .flatMap((at) => dependents(tree, at, 'obl', 'nmod'))
      .filter((w) => caseOf(tree, w.index) === goal);
    for (const phrase of phrases) {
      const found = (cast.byHead.get(phrase.index) ?? []).find((m) => isKnown(m) && !actors.some((a) => isSame(a, m)));
      if (found) return found;
    }
  }
  return null;
}

/** "troops" of "send troops" */
const isMoved = (tree: Tree, lexicon: EventLexicon, at: number): boolean => {
  const word = tree.words[at]!;
  return isRel(word, 'obj') && lexicon.inClass('moving', tree.words[word.head]?.lemma ?? '');
};

const clausesUnder = (tree: Tree, word: number): number[] =>
  dependents(tree, word, 'xcomp', 'ccomp', 'advcl', 'acl').flatMap((w) => [
    w.index,
    ...dependents(tree, w.index, 'xcomp').map((x) => x.index),
  ]);

function isArgument(tree: Tree, lexicon: EventLexicon, at: number): boolean {
  const word = tree.words[at]!;
  if (isRel(word, 'obj', 'iobj', 'xcomp', 'ccomp', 'compound', 'amod', 'appos') || word.deprel === 'nmod:poss')
    return true;
  // "offered to help, and China urged restraint": what another verb says is no argument of this one.
  if (isRel(word, 'conj')) return word.upos !== 'VERB';
  if (word.deprel === 'acl' || isRel(word, 'nsubj')) return true;
  return (
    isRel(word, 'obl', 'nmod') &&
    dependents(tree, at, 'case').some((c) => lexicon.inClass('addressing-preposition', c.lemma))
  );
}

/** The one other side that is named under the predicate, if there is only one: "mobilised reserves along its border with Mali". */
function onlyOther({ tree, word, noun }: Site, cast: Cast, actors: readonly Mention[]): Mention[] {
  const governs = noun && isRel(tree.words[word]!, 'nsubj', 'obj');
  const top = governs ? tree.words[word]!.head : word;
  const own = new Set(actors.flatMap((m) => m.actors.map(homeOf)));
  const others = new Map<string, Mention>();
  for (const m of cast.all) {
    const homes = m.actors.map(homeOf);
    if (m.reading !== 'actor' || homes.length !== 1 || homes[0] == null || own.has(homes[0])) continue;
    if (!isInClause(tree, m.head, top) || others.has(homes[0]) || !isNamedThere(cast, m)) continue;
    if (actors.some((a) => a.first <= m.first && m.last <= a.last)) continue;
    others.set(homes[0], m);
  }
  return others.size === 1 ? [...others.values()] : [];
}

/** Under the word, and in no clause beside its own ("before he spoke of Mali"). */
function isInClause(tree: Tree, low: number, top: number): boolean {
  for (let at = low; at !== top; at = tree.words[at]!.head) {
    if (at < 0) return false;
    const word = tree.words[at]!;
    const isClause = word.upos === 'VERB' || word.upos === 'AUX' || dependents(tree, at, 'nsubj').length > 0;
    if (isClause && isRel(word, 'advcl', 'conj', 'parataxis') && !dependents(tree, at, 'mark').some(isTo)) return false;
    if (word.deprel === 'acl:relcl') return false;
  }
  return true;
}

const isTo = (w: Word): boolean => w.form.toLowerCase() === 'to';

/** A name, or a phrase with one ("Malian troops"); not "the country", "they". */
const isNamedThere = (cast: Cast, m: Mention): boolean =>
  m.kind === 'name' ||
  m.kind === 'modifier' ||
  cast.all.some(
    (n) => n !== m && n.kind !== 'pronoun' && n.kind !== 'nominal' && m.first <= n.first && n.last <= m.last,
  );

/** Somebody addressed; else, for what is done for a place, whoever lives there. */
export function nearest(
  site: Site,
  cast: Cast,
  lexicon: EventLexicon,
  actors: readonly Mention[],
  sense: Sense,
): Mention[] {
  const isParty = (m: Mention): boolean => !isHardware(cast, lexicon, m, sense);
  const addressed = nearbyParty(site, cast, lexicon, actors, false).filter(isParty);
  return addressed.length || !lexicon.inClass('type-for-places', sense.type)
    ? addressed
    : nearbyParty(site, cast, lexicon, actors, true).filter(isParty);
}

/** Whom a deed is done to where its frame names nobody: somebody addressed, else the one other side that is named. */
export function nearParties(
  site: Site,
  cast: Cast,
  lexicon: EventLexicon,
  actors: readonly Mention[],
  sense: Sense,
): Mention[] {
  const addressed = lexicon.inClass('type-addressed', sense.type) ? nearest(site, cast, lexicon, actors, sense) : [];
  return addressed.length || !lexicon.inClass('type-directed', sense.type) ? addressed : onlyOther(site, cast, actors);
}

/** "If *Mali* does not yield, Niger will strike", "called up reserves as *Mali* massed tanks": whose doing the deed answers. */
function answered({ tree, word }: Site, cast: Cast, lexicon: EventLexicon, actors: readonly Mention[]): Mention[] {
  return dependents(tree, word, 'advcl')
    .filter((clause) =>
      dependents(tree, clause.index, 'mark').some((m) => lexicon.inClass('answering-marker', m.lemma)),
    )
    .flatMap((clause) => logicalSubjects(tree, clause.index))
    .flatMap((w) => partiesOfPhrase(cast, w, 0, actors))
    .filter((m) => isKnown(m) && !actors.some((a) => isSame(a, m) || isOneSide(a, m) || isOneSide(m, a)));
}

/** Whom a deed concerns by the clause beside it: what it answers, or what its object sums up. */
export function beside(
  site: Site,
  cast: Cast,
  lexicon: EventLexicon,
  actors: readonly Mention[],
  sense: Sense,
): Mention[] {
  if (site.noun) return [];
  const summed = wordsOfSlot(site, 'obj').flatMap((w) => summedUp(cast, w, actors));
  return summed.length || !lexicon.inClass('type-answering', sense.type)
    ? summed
    : answered(site, cast, lexicon, actors);
}

/** "defended his decision": nobody else is backed. */
export const isOwnGood = ({ tree, word, noun }: Site, cast: Cast): boolean =>
  !noun &&
  logicalObjects(tree, word).some(
    (w) => !isActor(cast, w) && dependents(tree, w, 'nmod:poss').some((p) => p.upos === 'PRON'),
  );
