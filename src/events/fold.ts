/** Where PLOVER folds a status into a type, and the figures that follow from the type. */
import type { EventCandidate, Quad, Reality, Said, Span, Tree } from '../nouns.ts';
import { intensityOf, quadOf } from '../ontology.ts';
import { trace } from '../trace.ts';
import { dependents, isRel } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';
import { isKnown } from './near.ts';
import { isPrivate } from './political.ts';

export interface Folded {
  readonly candidate: EventCandidate;
  readonly reality: Reality;
  readonly quad: Quad;
  readonly intensity: number;
  /** The word whose time and place the event has: a threat is made when it is said. */
  readonly moment: number;
}

/** Conflict that an actor says is to come from himself is a threat of it: the threat's mode, null where the type cannot be threatened. */
const threatOf = (type: string, lexicon: EventLexicon): 'violence' | 'restrict' | null => {
  if (lexicon.inClass('type-of-violence', type)) return 'violence';
  return lexicon.inClass('type-of-restriction', type) ? 'restrict' : null;
};

function retype(
  candidate: EventCandidate,
  type: string,
  mode: string | null,
  cameo: string,
  note: string,
): EventCandidate {
  return { ...oneSided(candidate), type, mode, cameo, trace: trace(candidate.rule, note, candidate.trace) };
}

/** "Mali will hold talks with Niger": a promise or refusal is his who gives it, though what is promised would be mutual. */
function oneSided(candidate: EventCandidate): EventCandidate {
  const own = candidate.actors.filter((m) => m.part === candidate.cue.part && m.from < candidate.cue.from);
  const others = candidate.actors.filter((m) => !own.includes(m));
  if (!candidate.mutual || !own.length || !others.length) return candidate;
  return { ...candidate, actors: own, recipients: others, mutual: false };
}

const madeNow = (reality: Reality, note: string): Reality => ({
  ...reality,
  modality: 'actual',
  negated: false,
  steps: [...reality.steps, note],
});

/** "will", said of oneself: the promise or refusal is made now. A plan, an expectation is still to come. */
const isVow = (tree: Tree, word: number, lexicon: EventLexicon): boolean =>
  dependents(tree, word, 'aux').some((a) => lexicon.inClass('vowing-auxiliary', a.lemma)) ||
  isToldVow(tree, word, lexicon);

/** "ready to resume ties", "hopes to hold talks": the word above that says that one means to, found through infinitives and objects. */
function meantBy(tree: Tree, word: number, lexicon: EventLexicon): string | null {
  for (let at = tree.words[word]!; at.head >= 0 && isRel(at, 'xcomp', 'obj', 'conj'); at = tree.words[at.head]!) {
    const above = tree.words[at.head]!;
    if (!isRel(at, 'xcomp') || !lexicon.inClass('intending', above.lemma)) continue;
    const marks = dependents(tree, above.index, 'mark', 'advmod', 'aux');
    return marks.some((m) => lexicon.inClass('unsettling', m.lemma)) ? null : above.lemma;
  }
  return null;
}

/** "Mali said it would attack": "will" in the past tense of its saying, where the one who says it does it. */
function isToldVow(tree: Tree, word: number, lexicon: EventLexicon): boolean {
  if (!dependents(tree, word, 'aux').some((a) => a.lemma === 'would') || tree.words[word]!.deprel !== 'ccomp')
    return false;
  const subject = dependents(tree, word, 'nsubj')[0];
  return subject?.upos === 'PRON' && lexicon.inClass('third-person', subject.lemma);
}

/** "will cut aid if the raids go on": what is to come hangs on what the other does. */
const isConditional = (tree: Tree, word: number, lexicon: EventLexicon): boolean =>
  dependents(tree, word, 'advcl').some((clause) =>
    dependents(tree, clause.index, 'mark').some((m) => lexicon.inClass('condition-marker', m.lemma)),
  );

/** Who threatens says so himself: that is the event, not a source for it. */
const isSpeaker = (actor: Span, speaker: Span | null): boolean =>
  speaker !== null && actor.part === speaker.part && actor.from < speaker.to && speaker.from < actor.to;

/** "Mali must free the pilots, Niger said": the one who says so demands it by saying so. */
const isToldDemand = (event: EventCandidate, { said }: Reality, tree: Tree, lexicon: EventLexicon): boolean =>
  dependents(tree, event.word, 'aux').some((a) => lexicon.inClass('demanding', a.lemma)) &&
  event.actors.some((a) => said.some((s) => isSpeaker(a, s.speaker)));

/** "…, the foreign minister warned": an official of whom no state is told speaks for the one who does it. */
const isOwnOfficial = (speaker: Said['speaker'], lexicon: EventLexicon): boolean =>
  speaker !== null &&
  speaker.actors.length > 0 &&
  speaker.actors.every(
    (a) => a.country === null && a.code === undefined && a.sector !== null && lexicon.inClass('state-organ', a.sector),
  );

/** The verb of which the word's clause is the content; the word itself where there is none. */
function sayingOf(tree: Tree, word: number): number {
  for (let at = tree.words[word]!; at.head >= 0 && isRel(at, 'ccomp', 'conj', 'xcomp'); at = tree.words[at.head]!)
    if (isRel(at, 'ccomp')) return at.head;
  return word;
}

/** "Mali would not let inspectors in": a refusal of long ago. */
const wouldNot = (tree: Tree, word: number, real: Reality): boolean =>
  real.negated &&
  (real.modality !== 'hypothetical' || tree.words[word]!.head < 0) &&
  !dependents(tree, word, 'advcl').some((c) => dependents(tree, c.index, 'mark').length > 0) &&
  dependents(tree, word, 'aux').some((a) => a.lemma === 'would') &&
  tree.words[word]!.deprel !== 'ccomp';

function folded(event: EventCandidate, real: Reality, tree: Tree, lexicon: EventLexicon): [EventCandidate, Reality] {
  const isOf = (name: string): boolean => lexicon.inClass(name, event.type);
  if (event.actors.length && isOf('type-refused') && wouldNot(tree, event.word, real)) {
    const note = `a ${event.type} that somebody would not do is REJECT`;
    return [retype(event, 'REJECT', null, '12', note), madeNow(real, note)];
  }
  if (!event.actors.length || real.modality === 'actual') return [event, real];
  if (event.type === 'REQUEST' && isToldDemand(event, real, tree, lexicon)) {
    const said = real.said.filter((s) => !event.actors.some((a) => isSpeaker(a, s.speaker)));
    return [event, { ...madeNow(real, 'what must be done is demanded now'), said }];
  }
  const meant = real.modality === 'hypothetical' && !real.negated ? meantBy(tree, event.word, lexicon) : null;
  const vow = isVow(tree, event.word, lexicon);
  const conditional = vow && isConditional(tree, event.word, lexicon);
  if (real.modality !== 'future' && !conditional && !meant) return [event, real];
  const now = (note: string): Reality => (vow ? madeNow(real, note) : real);
  if (real.negated) {
    if (!vow || !isOf('type-refused')) return [event, real];
    const note = `a refused ${event.type} is REJECT, and the refusal is made now`;
    return [retype(event, 'REJECT', null, '12', note), madeNow(real, note)];
  }
  if (vow && event.type === 'THREATEN') {
    const said = real.said.filter((s) => !event.actors.some((a) => isSpeaker(a, s.speaker)));
    return [event, { ...madeNow(real, 'a threat is made now'), said }];
  }
  // Cooperation that is still to come is an agreement about it (PLOVER 2.0): the promise is the event, and it is made now.
  if (isOf('type-promised') && event.mode !== 'resign') {
    const note = `a future ${event.type} is AGREE`;
    return [retype(event, 'AGREE', null, '03', note), meant ? madeNow(real, note) : now(note)];
  }
  const threat = threatOf(event.type, lexicon) ?? (conditional && isOf('type-threatened-if') ? 'restrict' : null);
  // "ready to go to war"
  const isReady =
    meant !== null && lexicon.inClass('ready-word', meant) && lexicon.inClass('type-of-violence', event.type);
  if ((vow || isReady) && threat && real.said.every((s) => isOwnOfficial(s.speaker, lexicon))) {
    const note = `a ${event.type} of one's own that is to come is THREATEN`;
    return [retype(event, 'THREATEN', threat, '13', note), { ...madeNow(real, note), said: [] }];
  }
  return [event, real];
}

/** Who says "we urge" urges. */
function withSelf(event: EventCandidate, { self }: Reality): EventCandidate {
  if (!self || event.actors.length) return event;
  const recipients = event.recipients.filter((m) => m.chain === null || m.chain !== self.chain);
  const note = `"${self.text}" speaks, and it is told in the first person`;
  return { ...event, actors: [self], recipients, trace: trace(event.rule, note, event.trace) };
}

/** "We demand a ceasefire" is an event where the one who speaks is in politics. */
function isOfSomebody(own: EventCandidate, before: EventCandidate, lexicon: EventLexicon, tree: Tree): boolean {
  if (before.actors.length || before.recipients.length || before.sites?.length) return true;
  return [...own.actors, ...own.recipients].some(isKnown) && !isPrivate(own, lexicon, tree);
}

/** A future or refused act of the actor's own, folded; anything else as it is, flagged. Null for what nobody in politics does. */
export function fold(candidate: EventCandidate, reality: Reality, tree: Tree, lexicon: EventLexicon): Folded | null {
  const own = withSelf(candidate, reality);
  if (!isOfSomebody(own, candidate, lexicon, tree)) return null;
  const [event, real] = folded(own, reality, tree, lexicon);
  const moment = event.type === 'THREATEN' && real.modality === 'actual' ? sayingOf(tree, event.word) : event.word;
  const figures = { quad: quadOf(event.type), intensity: intensityOf(event.type, event.mode) };
  return { candidate: event, reality: real, ...figures, moment };
}
