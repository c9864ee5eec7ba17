/** Does a sense fit a predicate where it stands? The step where it stopped is kept, for those who ask why not. */
import type { Mention, Tree } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import { withConjuncts } from './grammar.ts';
import type { Condition, EventLexicon, Sense } from './lexicon.ts';
import { actorsAt, type Cast, distinct, isActor, isQuantity, isSame, partiesOfPhrase, type Role } from './parties.ts';
import { type Site, wordsForCondition, wordsOfSlot } from './slots.ts';

export interface Match {
  readonly sense: Sense;
  /** Words of the predicate, the head first. */
  readonly words: readonly number[];
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
  readonly mutual: boolean;
  /** What the sense needed, in words. */
  readonly notes: readonly string[];
}

export interface Miss {
  readonly sense: Sense;
  /** How many steps were passed before the one that failed. */
  readonly passed: number;
  readonly why: string;
}

export type Outcome = { readonly match: Match } | { readonly miss: Miss };

const ARMED = new Set(['MIL', 'REB', 'UAF', 'COP', 'PRM', 'CRM']);

/** The other words of a predicate of several words must hang under it. */
function findRest(tree: Tree, word: number, rest: readonly string[]): number[] | null {
  const near = (tree.children[word] ?? []).flatMap((c) => [
    c,
    ...(tree.children[c] ?? []).filter((g) => isRel(tree.words[g]!, ...FUNCTION_RELATIONS)),
  ]);
  const found: number[] = [];
  for (const wanted of rest) {
    const hit = near.find(
      (i) => !found.includes(i) && (tree.words[i]!.lemma === wanted || tree.words[i]!.form.toLowerCase() === wanted),
    );
    if (hit === undefined) return null;
    found.push(hit);
  }
  return found;
}

/** Relations by which a word one step further down still belongs to the predicate. */
const FUNCTION_RELATIONS = ['case', 'mark', 'aux', 'compound', 'amod', 'fixed', 'det', 'nmod', 'advmod', 'obj'];

/** Does the word belong to a class: by itself, by its compound ("peace talks"), or by what it counts? */
function isOfClass(site: Site, cast: Cast, lexicon: EventLexicon, word: number, name: string): boolean {
  const { tree } = site;
  const { lemma, upos } = tree.words[word]!;
  if (WHO.has(name) && !isActor(cast, word) && isQuantity(tree.words[word]!))
    return dependents(tree, word, 'nmod').some(
      (w) => caseOf(tree, w.index) === 'of' && isOfClass(site, cast, lexicon, w.index, name),
    );
  if (name === 'actor') return isActor(cast, word);
  if (name === 'person' || name === 'people')
    return actorsAt(cast, word).some((a) => a.kind === 'person' || a.kind === 'people');
  if (name === 'state') return actorsAt(cast, word).some((a) => a.kind === 'country');
  if (name === 'armed') return actorsAt(cast, word).some((a) => a.sector !== null && ARMED.has(a.sector));
  if (name === 'event')
    return lexicon
      .sensesOf(upos === 'VERB' ? 'verb' : 'noun', lemma)
      .some((s) => findRest(tree, word, s.rest) !== null);
  if (/^[A-Z]+$/.test(name)) {
    return lexicon
      .sensesOf(upos === 'VERB' ? 'verb' : 'noun', lemma)
      .some((s) => s.type === name && !s.weak && isMet(site, cast, lexicon, word, s));
  }
  if (lexicon.inClass(name, lemma.toLowerCase())) return true;
  return dependents(tree, word, 'compound', 'amod', 'nmod', 'case', 'xcomp', 'obj').some((w) => {
    if (w.deprel === 'compound' || w.deprel === 'amod')
      return lexicon.inClass(name, `${w.lemma} ${lemma}`.toLowerCase());
    return w.deprel.startsWith('nmod') && QUANTITIES.has(lemma) && lexicon.inClass(name, w.lemma.toLowerCase());
  });
}

/** Are a sense's own words and conditions there at another word of the sentence? */
function isMet(site: Site, cast: Cast, lexicon: EventLexicon, word: number, sense: Sense): boolean {
  if (findRest(site.tree, word, sense.rest) === null) return false;
  const there: Site = { tree: site.tree, word, noun: sense.kind === 'noun', light: -1 };
  return sense.frame.conditions.every(
    (c) => (c.of !== null && /^[A-Z]+$/.test(c.of)) || holds(there, cast, lexicon, c),
  );
}

/** Classes that ask who somebody is. */
const WHO = new Set(['actor', 'person', 'people', 'state', 'armed', 'political-actor']);

const QUANTITIES = new Set(
  'number dozen score hundred thousand million billion ten ton kg series group wave round pair majority part handful couple lot set kind type form piece batch shipment act campaign some many most several % percent rest all one two three worth round amount total'.split(
    ' ',
  ),
);

function holds(site: Site, cast: Cast, lexicon: EventLexicon, condition: Condition): boolean {
  const words = wordsForCondition(site, condition.slot).flatMap((w) => withConjuncts(site.tree, w));
  const { of } = condition;
  const hit = of === null ? words.length > 0 : words.some((w) => isOfClass(site, cast, lexicon, w, of));
  return hit !== condition.negated;
}

const tell = ({ negated, slot, of }: Condition): string =>
  of === null ? `${negated ? 'no' : 'a'} "${slot}"` : `${slot} ${negated ? 'is not' : 'is'} of class "${of}"`;

function firstParties(
  site: Site,
  cast: Cast,
  slots: readonly string[],
  not: readonly Mention[],
  role: Role,
  sense: Sense,
): Mention[] {
  const places = role === 'other' && FOR_PLACES.has(sense.type);
  let ownSide: Mention[] = [];
  for (const slot of slots) {
    const found = slot === 'any' ? anyParties(site, cast, not, places) : partiesIn(site, cast, slot, not, role);
    const others = found.filter((m) => !not.some((n) => isSame(n, m) || isOwnedBy(cast, m, n)));
    const foreign = others.filter((m) => !not.some((n) => isOneSide(m, n)));
    if (foreign.length) return distinct(others);
    if (!ownSide.length) ownSide = distinct(others);
  }
  return SPOKEN.has(sense.type) ? [] : ownSide;
}

/** "the minister promised Mali's support for Niger": the minister and his state are one side. */
const isOneSide = (a: Mention, b: Mention): boolean =>
  a.actors.length > 0 &&
  a.actors.every(
    (x) =>
      x.kind === 'country' &&
      x.country !== null &&
      b.actors.some((y) => y.country === x.country && (y.kind === 'country' || y.sector === 'GOV')),
  );

/** What an actor acts with. */
const MEANS = new Set(
  'troop troops force soldier army military unit contingent peacekeeper personnel fleet navy warship jet aircraft weapon staff'.split(
    ' ',
  ),
);

/** "its troops": what belongs to the actor is not whom he acts on. */
const isOwnedBy = (cast: Cast, mention: Mention, owner: Mention): boolean =>
  MEANS.has(cast.tree.words[mention.head]!.lemma) &&
  dependents(cast.tree, mention.head, 'nmod:poss').some(
    (w) => w.upos === 'PRON' && (cast.byHead.get(w.index) ?? []).some((p) => isSame(p, owner)),
  );

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

/** Parties anywhere under the predicate: the last resort of frames that ask for "any". */
function anyParties({ tree, word }: Site, cast: Cast, not: readonly Mention[], places: boolean): Mention[] {
  const goal = goalOf(tree, cast, word, not);
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
    !isMoved(tree, m.head) &&
    m.head > word &&
    !not.some((n) => isSame(n, m) || isOwnedBy(cast, m, n));
  const found =
    cast.all.find((m) => m.reading === 'actor' && fits(m)) ??
    (places ? cast.all.find((m) => isKnown(m) && fits(m)) : undefined);
  return found ? [found] : [];
}

/** Types that are done in words: nobody says them to his own state. */
const SPOKEN = new Set(['SUPPORT', 'AGREE', 'ACCUSE', 'REJECT', 'CONSULT', 'COOPERATE', 'REQUEST']);

/** Types that are done for the people of a place, where nobody else is named: "gave 2 million to build schools in Mali". */
const FOR_PLACES = new Set(['AID', 'AGREE', 'CONCEDE', 'RETREAT', 'COOPERATE']);

/** Types that are done towards somebody as a rule. */
const ADDRESSED = new Set([
  'REJECT',
  'ACCUSE',
  'SUPPORT',
  'SANCTION',
  'THREATEN',
  'REQUEST',
  'AGREE',
  'CONCEDE',
  'AID',
]);

const ADDRESSING = new Set([
  'to',
  'from',
  'with',
  'against',
  'of',
  'for',
  'on',
  'into',
  'toward',
  'towards',
  'over',
  'between',
  'upon',
  'by',
]);

/** Where no slot of the frame names anybody: the first other party inside the object or a phrase that addresses somebody. */
function nearbyParty({ tree, word }: Site, cast: Cast, actors: readonly Mention[], places: boolean): Mention[] {
  const goal = goalOf(tree, cast, word, actors);
  if (goal) return [goal];
  const stack = [...(tree.children[word] ?? [])].reverse().map((at) => ({ at, depth: 1 }));
  while (stack.length) {
    const { at, depth } = stack.pop()!;
    if (depth > 5 || at < word || !(isArgument(tree, at) || (places && leadsToPlace(tree, at)))) continue;
    const own = cast.byHead.get(at)?.filter((m) => m.reading === 'actor' || m.kind === 'name') ?? [];
    const other = own.find(
      (m) => isKnown(m) && !actors.some((a) => isSame(a, m) || isOwnedBy(cast, m, a) || isOneSide(m, a)),
    );
    if (other) return [other];
    stack.push(...[...(tree.children[at] ?? [])].reverse().map((c) => ({ at: c, depth: depth + 1 })));
  }
  return [];
}

/** Markers of what merely goes on beside it, and prepositions of means and time. */
const BESIDE = new Set(['as', 'while', 'although', 'though', 'because', 'whereas']);
const MEANS_AND_TIME = new Set(['via', 'through', 'during', 'amid', 'under', 'by']);

/** "to build schools in Mali", "until Mali yields"; not "via an accord", nor "as others protested". */
function leadsToPlace(tree: Tree, at: number): boolean {
  const word = tree.words[at]!;
  if (isRel(word, 'advcl')) return !dependents(tree, at, 'mark').some((m) => BESIDE.has(m.lemma));
  return isRel(word, 'obl', 'nmod') && !dependents(tree, at, 'case').some((c) => MEANS_AND_TIME.has(c.lemma));
}

/** Verbs that move what their object names: whom it concerns stands where it goes to or leaves. */
const MOVING = new Set(
  'send deploy dispatch contribute withdraw pull move station redeploy commit evacuate transfer return'.split(' '),
);

const GOALS = ['to', 'into', 'from', 'in', 'against', 'out of'];

/** "willing to withdraw its troops from Mali": where one's own troops go or leave, not the troops. */
function goalOf(tree: Tree, cast: Cast, word: number, actors: readonly Mention[]): Mention | null {
  const verb = [word, ...clausesUnder(tree, word)].find((at) => MOVING.has(tree.words[at]!.lemma));
  if (verb === undefined) return null;
  const sites = [verb, ...dependents(tree, verb, 'obj').map((w) => w.index)];
  for (const goal of GOALS) {
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
const isMoved = (tree: Tree, at: number): boolean => {
  const word = tree.words[at]!;
  return isRel(word, 'obj') && MOVING.has(tree.words[word.head]?.lemma ?? '');
};

const clausesUnder = (tree: Tree, word: number): number[] =>
  dependents(tree, word, 'xcomp', 'ccomp', 'advcl', 'acl').flatMap((w) => [
    w.index,
    ...dependents(tree, w.index, 'xcomp').map((x) => x.index),
  ]);

function isArgument(tree: Tree, at: number): boolean {
  const word = tree.words[at]!;
  if (isRel(word, 'obj', 'iobj', 'xcomp', 'ccomp', 'compound', 'amod', 'conj', 'appos') || word.deprel === 'nmod:poss')
    return true;
  if (word.deprel === 'acl' || isRel(word, 'nsubj')) return true;
  return isRel(word, 'obl', 'nmod') && dependents(tree, at, 'case').some((c) => ADDRESSING.has(c.lemma));
}

/** Somebody addressed; else, for what is done for a place, whoever lives there. */
function nearest(site: Site, cast: Cast, actors: readonly Mention[], sense: Sense): Mention[] {
  const addressed = nearbyParty(site, cast, actors, false);
  return addressed.length || !FOR_PLACES.has(sense.type) ? addressed : nearbyParty(site, cast, actors, true);
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
  return partiesIn({ tree, word: verb.index, noun: false, light: -1 }, cast, 'subj', [], 'doer');
}

function findParties(
  site: Site,
  cast: Cast,
  lexicon: EventLexicon,
  sense: Sense,
): Pick<Match, 'actors' | 'recipients' | 'mutual' | 'notes'> & { readonly near: number } {
  const { A, R, M } = sense.frame;
  const near = (list: readonly Mention[]) =>
    list.map((m) => `"${m.text}" stands in no place of the frame, but nearest`);
  if (M.length) {
    const actors = distinct(M.flatMap((slot) => partiesIn(site, cast, slot)));
    const alone = actors.length === 1 && sense.type === 'AGREE' ? nearest(site, cast, actors, sense) : [];
    return { actors, recipients: alone, mutual: !alone.length, notes: near(alone), near: 0 };
  }
  const own = firstParties(site, cast, A, [], 'doer', sense);
  const actors = own.length || !A.includes('subj') ? own : sharedParties(site, cast, lexicon);
  const named = firstParties(site, cast, R, actors, 'other', sense);
  const found = named.length || !actors.length || !ADDRESSED.has(sense.type) ? [] : nearest(site, cast, actors, sense);
  const shared = own.length ? [] : actors.map((m) => `"${m.text}" acts by the clause above`);
  const notes = [...shared, ...near(found)];
  return { actors, recipients: named.length ? named : found, mutual: false, notes, near: found.length };
}

/** A party whose state or sector is known, or that a user's dictionary has: two strangers make no political event. */
const isKnown = (mention: Mention): boolean =>
  mention.actors.some((a) => a.country !== null || a.sector !== null || a.code !== undefined);

/** Tries one sense at one place. */
export function tryMatch(site: Site, cast: Cast, lexicon: EventLexicon, sense: Sense): Outcome {
  const miss = (passed: number, why: string): Outcome => ({ miss: { sense, passed, why } });
  const rest = findRest(site.tree, site.word, sense.rest);
  if (!rest) return miss(0, `the words "${sense.rest.join(' ')}" do not stand with it`);
  let passed = 1;
  for (const condition of sense.frame.conditions) {
    if (!holds(site, cast, lexicon, condition)) return miss(passed, `needs: ${tell(condition)}`);
    passed += 1;
  }
  const parties = findParties({ ...site, own: rest }, cast, lexicon, sense);
  if (![...parties.actors, ...parties.recipients].some(isKnown))
    return miss(passed, 'no political actor in its places');
  if (
    sense.weak &&
    !(parties.actors.length && (parties.recipients.length > parties.near || parties.actors.length > 1))
  ) {
    return miss(passed + 1, 'the word alone is weak: both actor and recipient must be named');
  }
  const notes = [...sense.frame.conditions.map(tell), ...parties.notes];
  const { actors, recipients, mutual } = parties;
  return { match: { sense, words: [site.word, ...rest], actors, recipients, mutual, notes } };
}
