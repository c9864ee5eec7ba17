/** Ordered refiners over the candidates of one sentence: what is part of another event, what is told twice. */
import type { Actor, EventCandidate, Mention, Tree, Word } from '../nouns.ts';
import { trace } from '../trace.ts';
import { caseOf, dependents, isRel, isUnder } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';
import { isSame } from './parties.ts';

/** A candidate before refining; `own` are the words of its predicate, the head first. */
export type Draft = EventCandidate & { readonly absorbs: boolean; readonly own: readonly number[] };

/** A predicate that is no event, and of whose complement nothing is either. */
export type Hushed = Pick<Draft, 'word' | 'type' | 'rule'>;

/** The word directly under `high` on the way down to `low`, and whether the way leaves the complement. */
function wayDown(
  tree: Tree,
  lexicon: EventLexicon,
  low: number,
  high: number,
): { first: Word; leaves: boolean } | null {
  let at = tree.words[low]!;
  let leaves = false;
  for (let step = 0; step < tree.words.length; step++) {
    if (at.deprel === 'acl:relcl' || isRel(at, 'parataxis')) leaves = true;
    // "lifted the ban, a step that Mali welcomed": the apposition sums up, it is no part of what is lifted.
    if (isRel(at, 'appos') && lexicon.inClass('summing-noun', at.lemma)) leaves = true;
    if (
      isRel(at, 'advcl', 'obl', 'nmod') &&
      dependents(tree, at.index, 'mark', 'case').some((m) => lexicon.inClass('clause-of-its-own', m.lemma))
    )
      leaves = true;
    if (at.head === high) return { first: at, leaves };
    if (at.head < 0) return null;
    at = tree.words[at.head]!;
  }
  return null;
}

const COMPLEMENTS = ['xcomp', 'ccomp', 'obj', 'obl', 'nmod', 'acl', 'csubj', 'amod', 'compound', 'iobj'];

/** Drops events that stand inside what another one asks, threatens, promises or refuses. */
function dropAbsorbed(tree: Tree, drafts: readonly Draft[], lexicon: EventLexicon, hushed: readonly Hushed[]): Draft[] {
  const outers = [...drafts.filter((d) => d.absorbs), ...hushed];
  return drafts.filter((inner) => !outers.some((outer) => outer !== inner && isInside(tree, inner, outer, lexicon)));
}

/** "accused Mali of arming the rebels": what is charged is done to a third one, and is a claim of its own. */
function isDoneToThird(inner: Draft, outer: Draft): boolean {
  const two = [...outer.actors, ...outer.recipients];
  const isOwn = (party: Mention, m: Mention): boolean =>
    m.actors.length > 0 && m.actors.every((x) => x.code !== undefined && party.actors.some((y) => y.code === x.code));
  return inner.recipients.some((m) => !two.some((party) => isSame(party, m) || isOwn(party, m)));
}

/** "rejected the claim that it had bombed Mali": what is charged is a deed of its own, which somebody denies. */
const isDeniedCharge = ({ type }: Hushed, object: Word, lexicon: EventLexicon): boolean =>
  lexicon.inClass('type-of-denials', type) &&
  (isRel(object, 'obj') || object.deprel === 'nsubj:pass') &&
  lexicon.inClass('noun-of-charges', object.lemma);

function isInside(tree: Tree, inner: Draft, outer: Hushed | Draft, lexicon: EventLexicon): boolean {
  if (!isUnder(tree, inner.word, outer.word) || inner.word === outer.word) return false;
  if ('recipients' in outer && lexicon.inClass('type-of-charges', outer.type) && isDoneToThird(inner, outer))
    return false;
  const way = wayDown(tree, lexicon, inner.word, outer.word);
  if (!way || way.leaves || isDeniedCharge(outer, way.first, lexicon)) return false;
  if (isRel(way.first, ...COMPLEMENTS)) return true;
  if (way.first.deprel === 'nsubj:pass') return inner.type !== outer.type;
  return (
    isRel(way.first, 'advcl') &&
    dependents(tree, way.first.index, 'mark', 'case').some((m) => lexicon.inClass('complement-marker', m.lemma))
  );
}

/** "staged a *strike* against the mill": a word of a longer predicate is no predicate of another type. */
const dropParts = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter(
    (d) => !drafts.some((o) => o !== d && o.type !== d.type && o.word !== d.word && o.own.includes(d.word)),
  );

/** "killed in an airstrike", "the attack killed five", "carried out a raid, killing two": one happening, told by two words. */
function isSameHappening(tree: Tree, a: Draft, b: Draft, lexicon: EventLexicon): boolean {
  if (a.type !== b.type) return false;
  const [x, y] = [tree.words[a.word]!, tree.words[b.word]!];
  const isGift = lexicon.inClass('type-given', a.type);
  if (hangsBy(tree, y, x))
    return isTelling(tree, y, lexicon, isGift) || isToldOf(tree, b, a) || isCauseOf(tree, a, b, lexicon);
  if (hangsBy(tree, x, y))
    return isTelling(tree, x, lexicon, isGift) || isToldOf(tree, a, b) || isCauseOf(tree, b, a, lexicon);
  return false;
}

/** Directly under the word, or under one that is coordinated with it ("killed and wounded in an attack"). */
function hangsBy(tree: Tree, low: Word, high: Word): boolean {
  if (low.head === high.index) return true;
  const head = tree.words[low.head];
  return head !== undefined && isRel(head, 'conj') && head.head === high.index && head.upos === 'VERB';
}

/** "the airstrike that killed five": a relative clause of which the happening itself is the subject. */
function isToldOf(tree: Tree, clause: Draft, noun: Draft): boolean {
  const verb = tree.words[clause.word]!;
  if (verb.deprel !== 'acl:relcl' || verb.head !== noun.word || tree.words[noun.word]!.upos !== 'NOUN') return false;
  return dependents(tree, clause.word, 'nsubj').some((w) => w.deprel === 'nsubj' && w.xpos === 'WDT');
}

/** "were killed as gunmen opened fire": who is dead is told first, who did it in the clause behind. */
function isCauseOf(tree: Tree, result: Draft, cause: Draft, lexicon: EventLexicon): boolean {
  const clause = tree.words[cause.word]!;
  if (result.actors.length || !result.recipients.length || !cause.actors.length || !isRel(clause, 'advcl'))
    return false;
  return (
    cause.word > result.word &&
    dependents(tree, cause.word, 'mark').some((m) => lexicon.inClass('telling-marker', m.lemma))
  );
}

function isTelling(tree: Tree, low: Word, lexicon: EventLexicon, isGift: boolean): boolean {
  if (isRel(low, 'nsubj', 'obj', 'xcomp', 'compound', 'amod', 'appos')) return true;
  if (isRel(low, 'obl', 'nmod')) return lexicon.inClass('merging-preposition', caseOf(tree, low.index) ?? '');
  const marks = dependents(tree, low.index, 'mark');
  // "sent grain to help Mali"
  if (isGift && isRel(low, 'advcl') && low.xpos === 'VB') return marks.some((m) => m.lemma === 'to');
  return isRel(low, 'advcl', 'acl') && low.xpos === 'VBG' && !marks.length;
}

/** Why a candidate is no report of its own, in words; null where no refiner takes it. */
export function fateOf(
  tree: Tree,
  drafts: readonly Draft[],
  draft: Draft,
  lexicon: EventLexicon,
  hushed: readonly Hushed[],
): string | null {
  const others = drafts.filter((o) => o !== draft);
  const whole = others.find((o) => o.type !== draft.type && o.word !== draft.word && o.own.includes(draft.word));
  if (whole) return `its word belongs to the predicate of ${whole.rule}`;
  const outer = others.find((o) => o.absorbs && isInside(tree, draft, o, lexicon));
  if (outer) return `it stands inside what ${outer.rule} ("${outer.cue.text}") tells of`;
  const silent = hushed.find((o) => isInside(tree, draft, o, lexicon));
  if (silent)
    return `it stands inside what "${tree.words[silent.word]!.form}" (${silent.rule}, no event here) tells of`;
  const twin = others.find((o) => isSameHappening(tree, draft, o, lexicon));
  return twin ? `it is the same happening as ${twin.rule} ("${twin.cue.text}")` : null;
}

const union = (a: readonly Mention[], b: readonly Mention[]): readonly Mention[] => (a.length ? a : b);

/** People go before the place where they were hit. */
const hit = (a: readonly Mention[], b: readonly Mention[]): readonly Mention[] =>
  b.length && a.every((m) => m.actors.every((x) => x.sector === null && x.code === undefined)) ? b : union(a, b);

/** "launched an attack": both words and what stands between, where that is little; else the higher word alone. */
function joinCues(tree: Tree, high: Draft, low: Draft): Draft['cue'] {
  const [first, last] = high.word < low.word ? [high, low] : [low, high];
  if (last.word - first.word > 4) return high.cue;
  const text = tree.words.slice(first.word, last.word + 1).map((w) => w.form);
  return { from: first.cue.from, to: last.cue.to, part: high.cue.part, text: text.join(' ') };
}

/** The higher word keeps the cue; parties, mode and code are filled from the other. */
function merge(tree: Tree, a: Draft, b: Draft): Draft {
  const [high, low] = isUnder(tree, b.word, a.word) ? [a, b] : [b, a];
  const actors = union(high.actors, low.actors);
  const recipients = hit(high.recipients, low.recipients).filter((m) => !actors.includes(m));
  return {
    ...high,
    cue: joinCues(tree, high, low),
    ...{ actors, recipients, mode: high.mode ?? low.mode, contexts: [...new Set([...high.contexts, ...low.contexts])] },
    cameo: (low.cameo?.length ?? 0) > (high.cameo?.length ?? 0) ? low.cameo : high.cameo,
    confidence: Math.max(high.confidence, low.confidence),
    trace: trace(high.rule, `${high.trace.note}; the same happening as "${low.cue.text}"`, low.trace),
  };
}

function mergeSame(tree: Tree, drafts: readonly Draft[], lexicon: EventLexicon): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const twin = kept.findIndex((k) => isSameHappening(tree, k, draft, lexicon));
    if (twin < 0) kept.push(draft);
    else kept[twin] = merge(tree, kept[twin]!, draft);
  }
  return kept.length < drafts.length ? mergeSame(tree, kept, lexicon) : kept;
}

const keyOf = (d: Draft): string =>
  [
    d.type,
    ...[d.actors, d.recipients].map((list) =>
      list
        .map((m) => m.chain ?? `m${m.index}`)
        .sort()
        .join('+'),
    ),
  ].join('|');

/** "sent tanks to Mali, the first arms supplied by Ghana": the same doer again, and nobody new that it is done to. */
function isEcho(tree: Tree, d: Draft, of: Draft, lexicon: EventLexicon): boolean {
  if (d.type !== of.type) return false;
  const sameDoer = d.actors.length > 0 && keyOf({ ...d, recipients: [] }) === keyOf({ ...of, recipients: [] });
  if (sameDoer && !d.recipients.length && of.recipients.length > 0) {
    if (isCoordinated(tree, d.word, of.word) || isGerundOf(tree, d.word, of.word)) return true;
    return isUnder(tree, d.word, of.word) && !isInRelative(tree, d.word, of.word, lexicon);
  }
  // "were killed, and others injured, as gunmen opened fire": who did it is told once.
  const sameVictim = d.recipients.length > 0 && keyOf({ ...d, actors: [] }) === keyOf({ ...of, actors: [] });
  return sameVictim && !d.actors.length && of.actors.length > 0 && isCoordinated(tree, d.word, of.word);
}

/** "bombed and opened fire at a train" */
const isCoordinated = (tree: Tree, a: number, b: number): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([x, y]) => isRel(tree.words[x!]!, 'conj') && tree.words[x!]!.head === y && tree.words[x!]!.upos === 'VERB');

/** "killed 87 fighters after raiding their camp": the means, told in a gerund. */
const isGerundOf = (tree: Tree, a: number, b: number): boolean =>
  tree.words[a]!.xpos === 'VBG' && isRel(tree.words[a]!, 'advcl') && tree.words[a]!.head === b;

/** Two predicates, coordinated or not, that give the same type and the same parties: the first is kept. */
function dropRepeats(tree: Tree, drafts: readonly Draft[], lexicon: EventLexicon): Draft[] {
  const seen = new Map<string, Draft>();
  return drafts.filter((d) => {
    const key = keyOf(d);
    if (drafts.some((o) => o !== d && isEcho(tree, d, o, lexicon))) return false;
    const before = seen.get(key);
    // A relative clause tells another happening than the clause that it belongs to.
    if (before && !(isGiven(d, lexicon) && isInRelative(tree, d.word, before.word, lexicon))) return false;
    seen.set(key, d);
    return true;
  });
}

/** What is handed over to somebody; the receiver may be left unsaid where the clause above names him. */
const isGiven = ({ type }: Draft, lexicon: EventLexicon): boolean => lexicon.inClass('type-handed-over', type);

/** "to give Mali more than the arms that they have already sent": the receiver of the outer gift is that of the inner. */
function shareReceivers(tree: Tree, drafts: readonly Draft[], lexicon: EventLexicon): Draft[] {
  return drafts.map((inner) => {
    if (!isGiven(inner, lexicon) || inner.recipients.length) return inner;
    const outer = drafts.find(
      (d) =>
        d !== inner && d.type === inner.type && d.recipients.length && isInRelative(tree, inner.word, d.word, lexicon),
    );
    const shared = outer?.recipients.filter((m) => !inner.actors.some((a) => a.chain !== null && a.chain === m.chain));
    return shared?.length ? { ...inner, recipients: shared } : inner;
  });
}

/** "denounced Mali and broke off ties": whom the second of two coordinated deeds is done to, where it is left unsaid. */
function shareCounterparts(tree: Tree, drafts: readonly Draft[], lexicon: EventLexicon): Draft[] {
  return drafts.map((second) => {
    const word = tree.words[second.word]!;
    const [own] = second.actors;
    const isAlone = second.recipients.length === 0 && second.actors.length === 1;
    if (!isAlone || !isRel(word, 'conj') || !lexicon.inClass('type-shared', second.type)) return second;
    if (dependents(tree, word.index, 'nsubj').length) return second;
    const first = drafts.find((d) => d.word === word.head && d.actors.some((a) => a === own));
    const others = first ? [...first.recipients, ...first.actors].filter((m) => m !== own) : [];
    if (!others.length) return second;
    const why = trace(second.rule, `${second.trace.note}; with whom "${first!.cue.text}" is done`, second.trace);
    return second.mutual
      ? { ...second, actors: [own!, ...others], trace: why }
      : { ...second, recipients: others, trace: why };
  });
}

/** "raided Mali, and Mali swore revenge", "urged Mali to yield, but Mali refused": an answer is to the one who began. */
function addressAnswers(tree: Tree, drafts: readonly Draft[], lexicon: EventLexicon): Draft[] {
  return drafts.map((answer) => {
    const word = tree.words[answer.word]!;
    if (answer.recipients.length || answer.mutual || !lexicon.inClass('type-replying', answer.type)) return answer;
    const isReason =
      isRel(word, 'advcl') &&
      lexicon.inClass('type-asked', answer.type) &&
      dependents(tree, word.index, 'mark').some((m) => lexicon.inClass('reason-marker', m.lemma));
    if (!(isRel(word, 'conj') || isReason) || !dependents(tree, word.index, 'nsubj').length) return answer;
    const first = drafts.find((d) => d.word === word.head);
    const codesOf = (list: readonly Mention[]): unknown[] =>
      list.flatMap((m) => m.actors.map((a) => a.code ?? a.country));
    const own = codesOf(answer.actors);
    if (!first?.actors.length || !codesOf(first.recipients).some((c) => c != null && own.includes(c))) return answer;
    const note = `${answer.trace.note}; in answer to "${first.cue.text}"`;
    return { ...answer, recipients: first.actors, trace: trace(answer.rule, note, answer.trace) };
  });
}

function isInRelative(tree: Tree, low: number, high: number, lexicon: EventLexicon): boolean {
  return isUnder(tree, low, high) && wayDown(tree, lexicon, low, high)?.leaves === true;
}

/** The refiners, in order: absorb before merging, so that a threatened attack lends nothing to another. */
export function refine(
  tree: Tree,
  drafts: readonly Draft[],
  lexicon: EventLexicon,
  hushed: readonly Hushed[] = [],
): EventCandidate[] {
  const outer = dropAbsorbed(tree, dropParts(drafts), lexicon, hushed);
  const single = shareCounterparts(tree, shareReceivers(tree, mergeSame(tree, outer, lexicon), lexicon), lexicon);
  return dropRepeats(tree, addressAnswers(tree, single, lexicon), lexicon).map(
    ({ absorbs: _, own: __, ...candidate }) => withoutSites(candidate),
  );
}

const isHuman = ({ kind }: Actor): boolean => kind === 'person' || kind === 'people';

/** A place is where an attack was, not whom it hit. */
function withoutSites(candidate: EventCandidate): EventCandidate {
  if (candidate.type !== 'ASSAULT') return candidate;
  const isSite = (m: Mention): boolean =>
    m.actors.every((a) => a.sector === null && a.country !== null && a.code === undefined && !isHuman(a));
  const sites = candidate.recipients.filter(isSite);
  return sites.length ? { ...candidate, sites, recipients: candidate.recipients.filter((m) => !isSite(m)) } : candidate;
}
