/** Does a sense fit a predicate where it stands? The step where it stopped is kept, for those who ask why not. */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import { actingName, isPassive, surfaceSubjects, withConjuncts } from './grammar.ts';
import type { Condition, EventLexicon, Sense } from './lexicon.ts';
import {
  anyParties,
  beside,
  isHardware,
  isKnown,
  isOneSide,
  isOwn,
  isOwnEnvoy,
  isOwnedBy,
  isOwnGood,
  isOwnPronoun,
  nearest,
  nearParties,
} from './near.ts';
import {
  actorsAt,
  type Cast,
  distinct,
  holdersOf,
  isActor,
  isQuantity,
  isSame,
  partiesOfPhrase,
  type Role,
} from './parties.ts';
import { whyAtHome, whyNotPolitical } from './political.ts';
import { settingOf } from './setting.ts';
import { type Site, wordsForCondition, wordsOfSlot } from './slots.ts';

export interface Match {
  readonly sense: Sense;
  /** Words of the predicate, the head first. */
  readonly words: readonly number[];
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
  readonly mutual: boolean;
  /** How many of the recipients stand in no slot, but nearest. */
  readonly near: number;
  /** What the sense needed, in words. */
  readonly notes: readonly string[];
}

export interface Miss {
  readonly sense: Sense;
  /** How many steps were passed before the one that failed. */
  readonly passed: number;
  readonly why: string;
  /** Its parties make no event of its type, whichever sense is taken. */
  readonly final: boolean;
}

export type Outcome = { readonly match: Match } | { readonly miss: Miss };

/** The other words of a predicate of several words must hang under it. */
function findRest(tree: Tree, lexicon: EventLexicon, word: number, rest: readonly string[]): number[] | null {
  if (!rest.length) return [];
  const above = actingName(tree, word) ? [tree.words[word]!.head] : [];
  const isAside = (c: number): boolean => {
    const { upos, deprel } = tree.words[c]!;
    // "Calling for calm, he made public …" makes no call: a clause that stands before is another's.
    if (upos === 'VERB' && c < word && (deprel === 'advcl' || deprel === 'parataxis')) return true;
    const preposition = caseOf(tree, c);
    return preposition !== null && !rest.includes(preposition) && lexicon.inClass('aside-preposition', preposition);
  };
  const under = (tree.children[word] ?? []).filter((c) => !isAside(c));
  const isRest = (c: number): boolean =>
    rest.includes(tree.words[c]!.lemma) || rest.includes(tree.words[c]!.form.toLowerCase());
  // "went round with war veterans" is no going to war: what only marks a phrase's noun counts where the noun does.
  const isMark = (g: number, c: number): boolean =>
    isRel(tree.words[g]!, 'compound', 'amod') && isRel(tree.words[c]!, 'obl', 'nmod') && !isRest(c);
  // "give play to it and rev up the mood" is no giving up, "gave them a day to pull back" no giving back.
  const isOthersParticle = (g: number): boolean => {
    const { deprel, lemma, head } = tree.words[g]!;
    const isAdverb = deprel === 'advmod' && tree.words[head]!.upos === 'VERB';
    return deprel === 'compound:prt' || (isAdverb && lexicon.inClass('direction-adverb', lemma));
  };
  // "handed over six tanks": the parser may take the particle for a part of the number.
  const next = tree.words[word + 1];
  const behind = next && tree.words[next.head]?.upos === 'NUM' && isRel(next, 'advmod') ? [next.index] : [];
  const near = [...above, ...behind, ...under].flatMap((c) => [
    c,
    ...(tree.children[c] ?? []).filter((g) => g !== word && isPartOf(tree, g) && !isMark(g, c) && !isOthersParticle(g)),
  ]);
  const found: number[] = [];
  for (const wanted of rest) {
    const hit = near.find(
      (i) =>
        !found.includes(i) &&
        (tree.words[i]!.lemma === wanted || tree.words[i]!.form.toLowerCase() === wanted) &&
        // "in order to give" is no giving in.
        (tree.words[i]!.deprel !== 'mark' || dependents(tree, i, 'fixed').every((w) => rest.includes(w.lemma))),
    );
    if (hit === undefined) return null;
    found.push(hit);
  }
  return found;
}

/** Relations by which a word one step further down still belongs to the predicate. */
const FUNCTION_RELATIONS = ['case', 'mark', 'aux', 'compound', 'amod', 'fixed', 'det', 'advmod'];

/**
 * "held a round of *talks*" is told by the talks; "made an appeal for *peace*", "a mission to defend *peace*" are not told by
 * the peace.
 */
function isPartOf(tree: Tree, word: number): boolean {
  const at = tree.words[word]!;
  if (isRel(at, 'obj')) return !isRel(tree.words[at.head]!, 'acl', 'advcl', 'parataxis');
  if (isRel(at, 'nmod') && at.deprel !== 'nmod:poss') return caseOf(tree, word) === 'of';
  return isRel(at, ...FUNCTION_RELATIONS);
}

/** Does the word belong to a class: by itself, by its compound ("peace talks"), or by what it counts? */
function isOfClass(site: Site, cast: Cast, lexicon: EventLexicon, word: number, name: string): boolean {
  const { tree } = site;
  const { lemma, upos } = tree.words[word]!;
  if (WHO.has(name) && !isActor(cast, word) && isQuantity(tree.words[word]!, lexicon))
    return dependents(tree, word, 'nmod').some(
      (w) => caseOf(tree, w.index) === 'of' && isOfClass(site, cast, lexicon, w.index, name),
    );
  if (name === 'actor') return isActor(cast, word);
  if (name === 'person' || name === 'people')
    return actorsAt(cast, word).some((a) => a.kind === 'person' || a.kind === 'people');
  if (name === 'state') return actorsAt(cast, word).some(isState);
  if (name === 'armed')
    return actorsAt(cast, word).some((a) => a.sector !== null && lexicon.inClass('armed-sector', a.sector));
  if (name === 'event')
    return lexicon
      .sensesOf(upos === 'VERB' ? 'verb' : 'noun', lemma)
      .some((s) => findRest(tree, lexicon, word, s.rest) !== null);
  if (/^[A-Z]+$/.test(name)) {
    return lexicon
      .sensesOf(upos === 'VERB' ? 'verb' : 'noun', lemma)
      .some((s) => s.type === name && !s.weak && isMet(site, cast, lexicon, word, s));
  }
  if (lexicon.inClass(name, lemma.toLowerCase())) return true;
  if (isCounted(cast, word) && lexicon.inClass(name, 'people')) return true;
  return dependents(tree, word, 'compound', 'amod', 'nmod', 'case', 'xcomp', 'obj').some((w) => {
    if (w.deprel === 'compound' || w.deprel === 'amod')
      return lexicon.inClass(name, `${w.lemma} ${lemma}`.toLowerCase());
    return (
      w.deprel.startsWith('nmod') && lexicon.inClass('quantity', lemma) && isOfClass(site, cast, lexicon, w.index, name)
    );
  });
}

/** "300 Malians", "60,000 Chinese": people, though the word is a state's. */
const isCounted = (cast: Cast, word: number): boolean =>
  dependents(cast.tree, word, 'nummod').length > 0 && actorsAt(cast, word).some(isState);

/** Are a sense's own words and conditions there at another word of the sentence? */
function isMet(site: Site, cast: Cast, lexicon: EventLexicon, word: number, sense: Sense): boolean {
  if (findRest(site.tree, lexicon, word, sense.rest) === null) return false;
  const there: Site = { ...{ tree: site.tree, lexicon, word }, noun: sense.kind === 'noun', light: -1 };
  return sense.frame.conditions.every(
    (c) => (c.of !== null && /^[A-Z]+$/.test(c.of)) || holds(there, cast, lexicon, c),
  );
}

/** A country; or what a user's dictionary has under a bare code of three letters, as CAMEO writes countries. */
const isState = ({ kind, code, sector }: Actor): boolean =>
  kind === 'country' || (kind === 'group' && sector === null && /^[A-Z]{3}$/.test(code ?? ''));

/** Classes that ask who somebody is. */
const WHO = new Set(['actor', 'person', 'people', 'state', 'armed', 'political-actor']);

/** Those that a crew can be. */
const CREWED = new Set(['actor', 'armed']);

/** "Malian patrol boats seized a trawler": ships, tanks and planes of somebody do what their crews do. */
const isManned = ({ tree, word }: Site, cast: Cast, lexicon: EventLexicon, subject: number): boolean =>
  tree.words[subject]!.head === word &&
  lexicon.inClass('manned', tree.words[subject]!.lemma.toLowerCase()) &&
  partiesOfPhrase(cast, subject, 1).some(isKnown);

function holds(site: Site, cast: Cast, lexicon: EventLexicon, condition: Condition): boolean {
  const words = wordsForCondition(site, condition.slot).flatMap((w) => withConjuncts(site.tree, w));
  const { of } = condition;
  if (of === 'several') {
    const many = distinct(partiesIn(site, cast, condition.slot)).flatMap((m) => m.actors).length > 1;
    return many !== condition.negated;
  }
  const isCrew = (w: number): boolean =>
    condition.slot === 'subj' && CREWED.has(of ?? '') && isManned(site, cast, lexicon, w);
  const hit = of === null ? words.length > 0 : words.some((w) => isOfClass(site, cast, lexicon, w, of) || isCrew(w));
  return hit !== condition.negated;
}

const tell = ({ negated, slot, of }: Condition): string =>
  of === null ? `${negated ? 'no' : 'a'} "${slot}"` : `${slot} ${negated ? 'is not' : 'is'} of class "${of}"`;

/** Slots of whoever is spoken to; one's own people are nobody to speak to in another ("the release of its pilots"). */
const DIRECT = new Set(['obj', 'iobj', 'comp', 'to', 'on', 'upon', 'with']);

function firstParties(
  site: Site,
  cast: Cast,
  lexicon: EventLexicon,
  slots: readonly string[],
  not: readonly Mention[],
  role: Role,
  sense: Sense,
): Mention[] {
  const places = role === 'other' && lexicon.inClass('type-for-places', sense.type);
  let ownSide: Mention[] = [];
  let stranger: Mention[] = [];
  for (const slot of slots) {
    const found =
      slot === 'any' ? anyParties(site, cast, lexicon, not, places) : partiesInSlot(site, cast, slot, not, role, sense);
    const isOwnOnes = (m: Mention, n: Mention): boolean =>
      (isInside && isOwn(cast, m, n)) || (sense.type === 'SANCTION' && isOwnEnvoy(cast, lexicon, m, n));
    const isInside = !DIRECT.has(slot) && lexicon.inClass('type-spoken', sense.type);
    const others = found.filter(
      (m) =>
        !(role === 'other' && isHardware(cast, lexicon, m, sense)) &&
        !not.some((n) => isSame(n, m) || isOwnedBy(cast, lexicon, m, n) || isOwnOnes(m, n)),
    );
    const foreign = others.filter((m) => !not.some((n) => isOneSide(m, n) || isOwnPronoun(n, m)));
    if (foreign.some(isKnown)) return distinct(others);
    if (foreign.length && !stranger.length) stranger = distinct(others);
    if (!ownSide.length) ownSide = distinct(others);
  }
  if (stranger.length) return stranger;
  return lexicon.inClass('type-spoken', sense.type) ? [] : ownSide;
}

/** A frame without an object has no passive: "prepared to talk", "trained with" have the subject that stands there. */
const hasObject = ({ frame }: Sense): boolean =>
  [...frame.A, ...frame.R, ...frame.M, ...frame.conditions.filter((c) => !c.negated).map((c) => c.slot)].some((slot) =>
    slot.startsWith('obj'),
  );

/** "Two teachers charged after march": a headline drops "were"; what is done to somebody has no object of its own then. */
function isHeadlinePassive({ tree, word, noun }: Site, lexicon: EventLexicon, sense: Sense): boolean {
  const { xpos } = tree.words[word]!;
  if (noun || tree.sentence.kind !== 'headline' || sense.rest.length || !(xpos === 'VBD' || xpos === 'VBN'))
    return false;
  if (!lexicon.inClass('type-of-harm', sense.type) || !sense.frame.R.includes('obj') || isPassive(tree, word))
    return false;
  return !dependents(tree, word, 'obj', 'iobj', 'aux', 'ccomp', 'xcomp', 'compound').length;
}

/** A slot's parties for one sense. */
function partiesInSlot(
  site: Site,
  cast: Cast,
  slot: string,
  not: readonly Mention[],
  role: Role,
  sense: Sense,
): Mention[] {
  if (isHeadlinePassive(site, cast.lexicon, sense)) {
    if (slot === 'subj') return [];
    if (slot === 'obj')
      return surfaceSubjects(site.tree, site.word).flatMap((w) => partiesOfPhrase(cast, w, 0, not, role));
  }
  const found = partiesIn(site, cast, slot, not, role);
  if (found.length || slot !== 'subj' || site.noun || hasObject(sense) || !isPassive(site.tree, site.word))
    return found;
  const own = site.own ?? [];
  return surfaceSubjects(site.tree, site.word)
    .filter((w) => !own.includes(w))
    .flatMap((w) => partiesOfPhrase(cast, w, 0, not, role));
}

/** Mentions of whoever stands in a slot, coordinated ones too. */
export function partiesIn(
  site: Site,
  cast: Cast,
  slot: string,
  not: readonly Mention[] = [],
  role: Role = 'other',
): Mention[] {
  return wordsOfSlot(site, slot).flatMap((w) => partiesOfPhrase(cast, w, 0, not, role));
}

/** "issued a report accusing Mali", "staged a march demanding reforms": who made the thing says what it says. */
function sharedParties({ tree, word, noun }: Site, cast: Cast, lexicon: EventLexicon): Mention[] {
  const at = tree.words[word]!;
  const thing = tree.words[at.head];
  const verb = thing && tree.words[thing.head];
  if (noun || at.deprel !== 'acl' || at.xpos !== 'VBG' || !verb || verb.upos !== 'VERB' || !isRel(thing, 'obj'))
    return [];
  const particle = dependents(tree, verb.index, 'compound:prt')[0];
  const roles = lexicon.lightRoles(particle ? `${verb.lemma} ${particle.lemma}` : verb.lemma);
  if (!roles.includes('subject-acts')) return [];
  return partiesIn({ tree, lexicon, word: verb.index, noun: false, light: -1 }, cast, 'subj', [], 'doer');
}

function findParties(
  site: Site,
  cast: Cast,
  lexicon: EventLexicon,
  sense: Sense,
): Pick<Match, 'actors' | 'recipients' | 'mutual' | 'notes' | 'near'> {
  const { A, R, M } = sense.frame;
  const near = (list: readonly Mention[]) =>
    list.map((m) => `"${m.text}" stands in no place of the frame, but nearest`);
  if (M.length) {
    const actors = distinct(M.flatMap((slot) => partiesInSlot(site, cast, slot, [], 'other', sense)));
    const alone = actors.length === 1 && sense.type === 'AGREE' ? nearest(site, cast, lexicon, actors, sense) : [];
    return { actors, recipients: alone, mutual: !alone.length, notes: near(alone), near: 0 };
  }
  const own = firstParties(site, cast, lexicon, A, [], 'doer', sense);
  const actors = own.length || !A.includes('subj') ? own : sharedParties(site, cast, lexicon);
  const slotted = firstParties(site, cast, lexicon, R, actors, 'other', sense);
  const holders = lexicon.inClass('type-asked', sense.type) ? holdersOf(cast, slotted, actors) : [];
  const inSlots = holders.length ? holders : slotted;
  const named = inSlots.length || !actors.length ? inSlots : beside(site, cast, lexicon, actors, sense);
  const found = named.length || !actors.length ? [] : nearParties(site, cast, lexicon, actors, sense);
  const shared = own.length ? [] : actors.map((m) => `"${m.text}" acts by the clause above`);
  const notes = [...shared, ...near(found)];
  return { actors, recipients: named.length ? named : found, mutual: false, notes, near: found.length };
}

/** "a *banned* group", "the *agreed* border": a participle in front of its noun tells how things stand. */
const isStanding = ({ tree, word }: Site): boolean =>
  tree.words[word]!.deprel === 'amod' && tree.words[word]!.upos === 'VERB' && !actingName(tree, word);

/** Types that such a participle does not tell; nor does it tell how the hurt were hurt ("treated the *injured* men"). */
const isToldByClause = ({ tree, word }: Site, lexicon: EventLexicon, { type }: Sense): boolean =>
  lexicon.inClass('type-told-by-clause', type) || lexicon.inClass('hurt', tree.words[word]!.lemma);

/** "an *attack* ad", "a *protest* song": a noun in front of a thing that somebody made tells what the thing is like. */
function isLabel({ tree, word, noun }: Site, lexicon: EventLexicon): boolean {
  const isThing = (w: Word | undefined): boolean => w !== undefined && lexicon.inClass('labelled-thing', w.lemma);
  if (!noun) return false;
  if (tree.words[word]!.deprel === 'compound') return isThing(tree.words[tree.words[word]!.head]);
  return dependents(tree, word, 'appos').some((w) => w.index === word + 1 && isThing(w));
}

/** "We demand a ceasefire": whether that is politics depends on who speaks, which is known when the quotation is. */
const isOwnWords = ({ tree, word, noun }: Site, lexicon: EventLexicon, sense: Sense): boolean =>
  !noun &&
  !sense.weak &&
  lexicon.inClass('type-in-own-words', sense.type) &&
  dependents(tree, word, 'nsubj').some(
    (w) => w.upos === 'PRON' && lexicon.inClass('first-person', w.lemma.toLowerCase()),
  );

/** Tries one sense at one place. */
export function tryMatch(site: Site, cast: Cast, lexicon: EventLexicon, sense: Sense): Outcome {
  const miss = (passed: number, why: string, final = false): Outcome => ({ miss: { sense, passed, why, final } });
  const rest = findRest(site.tree, lexicon, site.word, sense.rest);
  if (!rest) return miss(0, `the words "${sense.rest.join(' ')}" do not stand with it`);
  const particle = site.noun ? undefined : dependents(site.tree, site.word, 'compound:prt')[0]?.lemma;
  if (
    particle &&
    lexicon.inClass('parting-particle', particle) &&
    !sense.rest.includes(particle) &&
    lexicon.isPhrasal(sense.lemma, particle)
  )
    return miss(0, `"${sense.lemma} ${particle}" is another predicate`);
  if (isStanding(site) && isToldByClause(site, lexicon, sense)) return miss(0, 'it only describes what it stands at');
  if (isLabel(site, lexicon)) return miss(0, 'it only names what it stands at');
  let passed = 1;
  for (const condition of sense.frame.conditions) {
    if (!holds(site, cast, lexicon, condition)) return miss(passed, `needs: ${tell(condition)}`);
    passed += 1;
  }
  const parties = findParties({ ...site, own: rest }, cast, lexicon, sense);
  const setting = settingOf(site.tree, lexicon, site.word, sense, parties.actors.length > 0);
  if (setting) return miss(passed, setting);
  if (
    lexicon.inClass('type-abroad', sense.type) &&
    !parties.mutual &&
    !parties.recipients.length &&
    isOwnGood(site, cast)
  )
    return miss(passed, 'it is his own that he backs');
  const atHome = whyAtHome(parties, lexicon, sense, cast);
  if (atHome) return miss(passed, atHome, true);
  const why = isOwnWords(site, lexicon, sense) ? null : whyNotPolitical(parties, lexicon, sense, site.tree);
  if (why) return miss(passed, why);
  if (
    sense.weak &&
    !(parties.actors.length && (parties.recipients.length > parties.near || parties.actors.length > 1))
  ) {
    return miss(passed + 1, 'the word alone is weak: both actor and recipient must be named');
  }
  const notes = [...sense.frame.conditions.map(tell), ...parties.notes];
  const { actors, recipients, mutual, near } = parties;
  return { match: { sense, words: [site.word, ...rest], actors, recipients, mutual, near, notes } };
}
