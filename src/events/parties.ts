/** From words of the sentence to the mentions of political actors that they are, or that own them. */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel, isUnder } from '../tree.ts';
import { logicalSubjects, withConjuncts } from './grammar.ts';
import type { EventLexicon } from './lexicon.ts';

/** Mentions of one sentence, by their head words. */
export interface Cast {
  readonly tree: Tree;
  readonly lexicon: EventLexicon;
  readonly byHead: ReadonlyMap<number, readonly Mention[]>;
  readonly all: readonly Mention[];
}

export function makeCast(tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon): Cast {
  const byHead = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const known = byHead.get(mention.head);
    if (known) known.push(mention);
    else byHead.set(mention.head, [mention]);
  }
  return { tree, lexicon, byHead, all: mentions };
}

/** Does the word only count or group what "of" brings: "dozens of soldiers", "a group of senators"? */
export const isQuantity = ({ lemma, form }: Word, lexicon: EventLexicon): boolean =>
  lexicon.inClass('transparent', lemma) || lexicon.inClass('transparent', form.toLowerCase());

/** Which party is looked for: the one who does it, or the one it is done to. */
export type Role = 'doer' | 'other';

const MAX_DEPTH = 3;

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP']);

const isVague = (mention: Mention): boolean => mention.actors.every((a) => a.country === null && a.kind === 'unknown');

/** The mention that a word heads; an apposition's, where the word itself says less ("his counterpart, X"). */
function mentionOf(cast: Cast, word: number): Mention | null {
  const own = cast.byHead.get(word);
  const best = own?.find((m) => m.kind !== 'modifier') ?? own?.[0] ?? coveringMention(cast, word);
  if (best && !isVague(best)) return best;
  for (const appos of dependents(cast.tree, word, 'appos', 'flat')) {
    const other = cast.byHead.get(appos.index)?.find((m) => m.kind !== 'modifier');
    if (other && !isVague(other)) return other;
  }
  return best ?? null;
}

/** A mention around the word whose head belongs to the same name or title. */
function coveringMention(cast: Cast, word: number): Mention | undefined {
  return cast.all.find(
    (m) => m.kind !== 'modifier' && m.first <= word && word <= m.last && isNamePart(cast.tree, word, m.head),
  );
}

function isNamePart(tree: Tree, word: number, head: number): boolean {
  const [low, high] = isUnder(tree, word, head) ? [word, head] : [head, word];
  let at = low;
  for (let step = 0; step < MAX_DEPTH && at >= 0; step++) {
    if (at === high) return true;
    const w: Word = tree.words[at]!;
    if (!isRel(w, 'flat', 'appos', 'compound')) return false;
    at = w.head;
  }
  return false;
}

function owners(cast: Cast, word: number, depth: number, not: readonly Mention[], role: Role): Mention[] {
  const { tree, lexicon } = cast;
  const others = (list: Mention[]): Mention[] => list.filter((m) => !not.some((n) => isSame(n, m)));
  const own = (words: Word[]): Mention[] =>
    others(words.flatMap((w) => partiesOfPhrase(cast, w.index, depth + 1, not, role)));
  const possessors = own(dependents(tree, word, 'nmod:poss'));
  if (possessors.length) return possessors;
  const modifiers = others(
    dependents(tree, word, 'amod', 'compound', 'nmod:unmarked', 'nmod:desc')
      .filter((w) => role !== 'doer' || !lexicon.inClass('supplying', w.lemma))
      .flatMap((w) => modifierMentions(cast, w.index)),
  );
  if (modifiers.some(isPlaced)) return modifiers;
  const isHeld = lexicon.inClass('held-there', tree.words[word]!.lemma);
  for (const preposition of lexicon.wordsOf(role === 'doer' ? 'doer-preposition' : 'owner-preposition')) {
    // "a meeting in Malta" is not Malta's.
    if (isHeld && lexicon.inClass('venue-preposition', preposition)) continue;
    const found = own(nominals(tree, word, preposition));
    if (found.length) return found;
  }
  if (modifiers.length) return modifiers;
  const told = role === 'doer' ? [] : own(tellersOf(cast, word));
  if (told.length) return told;
  const made = own(makers(cast, word, role));
  return made.length ? made : own(tellersOf(cast, word));
}

/** Of a known state or body: "the *business* dealings of two Malian diplomats" are the diplomats'. */
const isPlaced = ({ actors }: Mention): boolean =>
  actors.some((a) => a.country !== null || a.code !== undefined || a.id !== undefined);

/** "Mali closed the port, *a move* that …": what an apposition sums up is the doing of the clause before it. */
function tellersOf({ tree, lexicon }: Cast, word: number): Word[] {
  const at = tree.words[word]!;
  if (!isRel(at, 'appos', 'parataxis') || !lexicon.inClass('summing-noun', at.lemma)) return [];
  for (let head = at.head; head >= 0; head = tree.words[head]!.head)
    if (FINITE.has(tree.words[head]!.xpos)) return logicalSubjects(tree, head).map((i) => tree.words[i]!);
  return [];
}

/** Whose doing a word sums up, where it does. */
export const summedUp = (cast: Cast, word: number, not: readonly Mention[]): Mention[] =>
  tellersOf(cast, word)
    .flatMap((w) => partiesOfPhrase(cast, w.index, 1, not))
    .filter((m) => !not.some((n) => isSame(n, m)));

/**
 * "an appeal filed by lawyers", "a plan that the council proposed", "a ship belonging to Mali": who made or has the thing. Who
 * supplied it does nothing with it.
 */
function makers({ tree, lexicon }: Cast, word: number, role: Role): Word[] {
  return dependents(tree, word, 'acl').flatMap((clause) => {
    if (role === 'doer' && lexicon.inClass('supplying', clause.lemma)) return [];
    if (clause.xpos === 'VBN') return nominals(tree, clause.index, 'by');
    // "belonging to Mali's oil company": the parser may take the owner for an object.
    if (clause.lemma === 'belong')
      return dependents(tree, clause.index, 'obl', 'nmod', 'obj').filter((w) => caseOf(tree, w.index) === 'to');
    return dependents(tree, clause.index, 'nsubj');
  });
}

/** "the vessel held by Mali", "fugitives wanted by Mali": who has or seeks those people or things. */
export function holdersOf(cast: Cast, mentions: readonly Mention[], not: readonly Mention[]): Mention[] {
  const clauses = mentions.flatMap((m) =>
    dependents(cast.tree, m.head, 'acl').filter((c) => c.xpos === 'VBN' && cast.lexicon.inClass('holding', c.lemma)),
  );
  const agents = clauses.flatMap((c) => nominals(cast.tree, c.index, 'by'));
  return distinct(agents.flatMap((w) => partiesOfPhrase(cast, w.index, 1, not)));
}

/** Do two mentions name the same actor of the article? */
export const isSame = (a: Mention, b: Mention): boolean =>
  a === b || (a.chain !== null && a.chain === b.chain) || isWithin(a, b) || isWithin(b, a);

/** "their" for the two who have just been named is each of them. */
const isWithin = (one: Mention, many: Mention): boolean =>
  many.kind === 'pronoun' &&
  many.actors.length > 1 &&
  one.actors.length > 0 &&
  one.actors.every((a) => many.actors.some((b) => (a.id ?? a.name) === (b.id ?? b.name)));

const nominals = (tree: Tree, word: number, preposition: string): Word[] =>
  dependents(tree, word, 'nmod', 'obl').filter((w) => caseOf(tree, w.index) === preposition);

/** Mentions headed by a modifier or by one of its own ("South Korean", "US-led"). */
function modifierMentions(cast: Cast, word: number): Mention[] {
  const own = mentionOf(cast, word);
  if (own) return [own];
  return dependents(cast.tree, word, 'compound', 'obl', 'nmod', 'amod', 'conj').flatMap((w) => {
    const m = mentionOf(cast, w.index);
    return m ? [m] : [];
  });
}

/** A pronoun stands for the name or title that the same sentence has already given. */
function named(cast: Cast, mention: Mention): Mention {
  if (mention.kind !== 'pronoun' || mention.chain === null) return mention;
  return (
    cast.all.find(
      (m) => m.kind !== 'pronoun' && m.kind !== 'modifier' && m.chain === mention.chain && m.from < mention.from,
    ) ?? mention
  );
}

/** Who a word is: itself if it names an actor, what it counts, or its owner. */
export function partiesAt(
  cast: Cast,
  word: number,
  depth = 0,
  not: readonly Mention[] = [],
  role: Role = 'other',
): Mention[] {
  if (depth > MAX_DEPTH) return [];
  const own = mentionOf(cast, word);
  if (own) return [named(cast, own)];
  const { tree, lexicon } = cast;
  if (isQuantity(tree.words[word]!, lexicon)) {
    const counted = nominals(tree, word, 'of').flatMap((w) => partiesOfPhrase(cast, w.index, depth + 1, not, role));
    if (counted.length) return counted;
  }
  return owners(cast, word, depth, not, role);
}

/** Parties of a phrase with everything coordinated in it. */
export function partiesOfPhrase(
  cast: Cast,
  word: number,
  depth = 0,
  not: readonly Mention[] = [],
  role: Role = 'other',
): Mention[] {
  return distinct(withConjuncts(cast.tree, word).flatMap((w) => partiesAt(cast, w, depth, not, role)));
}

/** Does the word itself (not its owner) name a political actor or people? */
export function isActor(cast: Cast, word: number): boolean {
  return mentionOf(cast, word) !== null;
}

export function actorsAt(cast: Cast, word: number): readonly Actor[] {
  return mentionOf(cast, word)?.actors ?? [];
}

/** Each mention once, and each chain once. */
export function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter((m) => {
    const key = m.chain === null ? `m${m.index}` : `c${m.chain}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
