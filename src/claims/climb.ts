/** From a predicate up to the root: what each governor makes of it. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel, universal } from '../tree.ts';
import { children, hasTo, makeTold, negate, readClause, type Told, weaken } from './clause.ts';
import { type Effect, effectOf, isIn, posOf, type SpeechLexicon } from './lexicon.ts';

const MAX_DEPTH = 25;

/** The place in which a word stands under its governor: "inf", "clause", "ger", "obj", "subj" or a preposition. */
function slotOf(tree: Tree, word: Word, head: Word): string | null {
  const marker = dependents(tree, word.index, 'mark', 'case')[0]?.lemma;
  switch (universal(word.deprel)) {
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
      if (hasTo(tree, word.index)) return 'inf';
      if (isGerund(tree, word)) return marker ?? 'ger';
      return word.deprel === 'xcomp' && word.upos !== 'VERB' ? 'obj' : 'clause';
    case 'acl':
      if (word.deprel === 'acl:relcl') return null;
      if (hasTo(tree, word.index)) return 'inf';
      if (isGerund(tree, word)) return marker ?? null;
      return word.xpos === 'VBN' && !marker ? null : 'clause';
    case 'advcl':
      return isGerund(tree, word) && marker ? marker : null;
    case 'obj':
    case 'iobj':
      return 'obj';
    case 'nsubj':
      return word.deprel === 'nsubj:pass' ? 'obj' : 'subj';
    case 'nmod':
      return word.deprel === 'nmod:poss' ? null : caseOf(tree, word.index);
    case 'obl':
      return caseOf(tree, word.index) ?? (head.upos === 'VERB' ? 'obj' : null);
    case 'compound':
      return head.upos === 'NOUN' ? 'of' : null;
    default:
      return null;
  }
}

/** "bombing", "being bombed", "having bombed" */
const isGerund = (tree: Tree, word: Word): boolean =>
  word.xpos === 'VBG' || dependents(tree, word.index, 'aux').some((a) => a.xpos === 'VBG' && isRel(a, 'aux'));

/** What a governor does, with its particle first ("called off", "ruled out"). */
function effectAt({ tree, lexicon }: Climb, head: Word, slot: string): Effect | null {
  const particle = dependents(tree, head.index, 'compound').find((w) => w.deprel === 'compound:prt');
  const pos = posOf(head.upos);
  const phrasal = particle ? effectOf(lexicon, pos, `${head.lemma}_${particle.lemma}`, slot) : null;
  return phrasal ?? effectOf(lexicon, pos, head.lemma, slot);
}

interface Climb {
  readonly tree: Tree;
  readonly lexicon: SpeechLexicon;
}

/** A predicate's reality: its own clause, then what stands above it. */
export function realityOf(tree: Tree, i: number, lexicon: SpeechLexicon, depth = 0): Told {
  if (isRel(tree.words[i]!, 'cop', 'aux') && tree.words[i]!.head >= 0)
    return realityOf(tree, tree.words[i]!.head, lexicon, depth + 1);
  const told = makeTold();
  readClause(tree, i, told, lexicon);
  if (depth < MAX_DEPTH) above({ tree, lexicon }, i, told, depth);
  return told;
}

function above(climb: Climb, i: number, told: Told, depth: number): void {
  const { tree } = climb;
  const word = tree.words[i]!;
  const head = headOf(tree, i);
  if (!head) {
    atRoot(tree, word, told);
    return;
  }
  if (isRel(word, 'conj')) {
    coordinated(climb, word, head, told, depth);
    return;
  }
  if (isRel(word, 'advcl')) {
    adverbial(climb, word, head, told, depth);
    return;
  }
  if (isRel(word, 'csubj') && word.xpos === 'VBG') {
    gerundSubject(climb, word, head, told);
    return;
  }
  const slot = slotOf(tree, word, head);
  if (slot) governed(climb, word, head, slot, told, depth);
}

/** "Arming rebels is not going to help": said of the deed in general, unless the clause is past. */
function gerundSubject({ tree }: Climb, word: Word, head: Word, told: Told): void {
  const past = [head, ...dependents(tree, head.index, 'aux', 'cop')].some((w) => w.xpos === 'VBD');
  if (!past) weaken(told, 'hypothetical', `"${word.form} …" as the subject of "${head.form}": hypothetical`);
}

/** "Russia to send troops": a headline's infinitive lies ahead. */
function atRoot(tree: Tree, word: Word, told: Told): void {
  const headline = tree.sentence.kind === 'headline' && word.xpos === 'VB' && hasTo(tree, word.index);
  if (headline) weaken(told, 'future', `"to ${word.form}" as a headline: future`);
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP']);

/** Later conjuncts share what stands above the first; its auxiliaries too, unless they have their own. */
function coordinated(climb: Climb, word: Word, head: Word, told: Told, depth: number): void {
  const { tree, lexicon } = climb;
  const own = dependents(tree, word.index, 'aux', 'nsubj', 'cop').length > 0;
  const finite = FINITE.has(word.xpos);
  const contrast = dependents(tree, word.index, 'cc').some((c) => c.lemma === 'but');
  const shared = realityOf(tree, head.index, lexicon, depth + 1);
  if (own || (finite && word.upos === 'VERB')) {
    const before = makeTold();
    if (depth < MAX_DEPTH) above(climb, head.index, before, depth + 1);
    join(told, before, contrast);
  } else join(told, shared, contrast);
}

function join(told: Told, other: Told, contrast: boolean): void {
  weaken(told, other.modality, '');
  told.steps.pop();
  told.steps.push(...other.steps);
  if (other.negated && !contrast) told.negated = !told.negated;
  told.alleged ??= other.alleged;
}

function adverbial(climb: Climb, word: Word, head: Word, told: Told, depth: number): void {
  const { tree, lexicon } = climb;
  const slot = slotOf(tree, word, head);
  if (slot && effectAt(climb, head, slot)) {
    governed(climb, word, head, slot, told, depth);
    return;
  }
  const marks = dependents(tree, word.index, 'mark', 'advmod').filter((m) => m.index < word.index);
  if (hasTo(tree, word.index)) {
    const effect = effectAt(climb, head, 'inf');
    if (effect) {
      governed(climb, word, head, 'inf', told, depth);
      return;
    }
    const open = realityOf(tree, head.index, lexicon, depth + 1).modality === 'future' ? 'future' : 'hypothetical';
    weaken(told, open, `"to ${word.form}" as a purpose: ${open}`);
    return;
  }
  const ahead = realityOf(tree, head.index, lexicon, depth + 1);
  const time = marks.some((m) => isIn(lexicon, 'time-marker', m.lemma)) && ahead.modality === 'future';
  if (time && ahead.modality !== 'actual' && ['VBZ', 'VBP', 'VBG', 'VBN', 'VB'].includes(word.xpos)) {
    weaken(told, ahead.modality, `"${marks[0]!.form}" with a main clause that lies ahead: ${ahead.modality}`);
    return;
  }
  if (!marks.length && ['VBG', 'VBN'].includes(word.xpos)) {
    weaken(told, ahead.modality, `shares the reality of "${head.form}"`);
  }
}

/** "claims to have captured": a perfect infinitive tells what is past. */
const isPast = ({ tree, lexicon }: Climb, word: Word, head: Word): boolean =>
  isIn(lexicon, 'perfective', head.lemma) && dependents(tree, word.index, 'aux').some((a) => a.lemma === 'have');

/** "the sixth journalist to be killed": after a number in a row, the infinitive tells what was done. */
const isOneOfARow = ({ tree, lexicon }: Climb, head: Word): boolean =>
  head.upos === 'NOUN' &&
  dependents(tree, head.index, 'amod').some(
    (a) => isIn(lexicon, 'in-a-row', a.lemma) || /(?:th|second|third)$/.test(a.lemma),
  );

/** "attempted to kill": the attempt is itself the deed. */
const isAttemptedDeed = (word: Word, head: Word, lexicon: SpeechLexicon): boolean =>
  isIn(lexicon, 'attempt', head.lemma) && isIn(lexicon, 'attempted-deed', word.lemma);

/** "has yet to ratify", "is yet to ratify" */
const isYetTo = (tree: Tree, word: Word, head: Word): boolean =>
  ['have', 'be', 'remain'].includes(head.lemma) &&
  [...dependents(tree, word.index, 'advmod'), ...dependents(tree, head.index, 'advmod')].some((w) => w.lemma === 'yet');

function share(told: Told, upper: Told, head: Word): void {
  weaken(told, upper.modality, `as real as "${head.form}"`);
  if (upper.negated) told.negated = true;
  told.steps.push(...upper.steps);
}

/** "two rebels suspected of", "a man wanted for": a participle without subject or auxiliary, whatever the parser takes it for. */
const isBareParticiple = (tree: Tree, w: Word): boolean =>
  ['VBN', 'VBD'].includes(w.xpos) &&
  isRel(w, 'acl', 'advcl', 'ccomp') &&
  !dependents(tree, w.index, 'aux', 'nsubj', 'obj').length;

/** "was accused of", "is said to have", "on suspicion of": it is put on somebody unnamed. */
function onSomebody({ tree, lexicon }: Climb, head: Word, told: Told): void {
  if (head.upos === 'NOUN' && isIn(lexicon, 'hearsay-noun', head.lemma)) {
    told.alleged = head;
    told.steps.push(`"${head.form}" says that it is not proven`);
    return;
  }
  const passive =
    isBareParticiple(tree, head) || dependents(tree, head.index, 'aux', 'nsubj').some((w) => /:pass$/.test(w.deprel));
  const named = dependents(tree, head.index, 'obl').some((w) => w.deprel === 'obl:agent');
  if (!passive || named || !isIn(lexicon, 'hearsay-passive', head.lemma)) return;
  told.alleged = head;
  told.steps.push(`"${head.form}" puts it on somebody unnamed`);
}

/** Told as it stands; but of "no evidence that", "rejected claims that", what is told is told as untrue. */
function kept(climb: Climb, head: Word, told: Told, depth: number): void {
  onSomebody(climb, head, told);
  if (head.upos !== 'NOUN' || !realityOf(climb.tree, head.index, climb.lexicon, depth + 1).negated) return;
  negate(told, `"${head.form}" is itself denied`);
}

function governed(climb: Climb, word: Word, head: Word, slot: string, told: Told, depth: number): void {
  const { tree, lexicon } = climb;
  const effect = effectAt(climb, head, slot);
  if (slot === 'inf' && isYetTo(tree, word, head)) {
    negate(told, `"yet to" before "${word.form}"`);
    return;
  }
  if (isAttemptedDeed(word, head, lexicon)) {
    share(told, realityOf(tree, head.index, lexicon, depth + 1), head);
    return;
  }
  if (slot === 'inf' && (isPast(climb, word, head) || isOneOfARow(climb, head))) {
    onSomebody(climb, head, told);
    return;
  }
  if (!effect) {
    ungoverned(climb, word, head, slot, told, depth);
    return;
  }
  const { outcome, reason } = effect;
  if (outcome === 'keep') {
    kept(climb, head, told, depth);
    return;
  }
  const upper = realityOf(tree, head.index, lexicon, depth + 1);
  const step = `under "${head.form}" (${reason})`;
  if (outcome === 'share') {
    share(told, upper, head);
    return;
  }
  if (outcome === 'negated') {
    if (upper.negated && slot === 'inf') told.steps.push(`${step}, itself denied`);
    else if (upper.negated) weaken(told, 'hypothetical', `${step}, itself denied: open`);
    else negate(told, step);
    weaken(told, upper.modality, `and "${head.form}" is ${upper.modality}`);
    return;
  }
  if (slot === 'inf' && upper.negated) told.negated = true;
  const open = upper.modality === 'hypothetical' && head.upos === 'NOUN' ? 'hypothetical' : outcome;
  weaken(told, open, `${step}${slot === 'inf' && upper.negated ? ', itself denied' : ''}: ${open}`);
}

const definite = ({ tree, lexicon }: Climb, i: number): boolean =>
  children(tree, i).some(
    (w) => (isRel(w, 'det') && isIn(lexicon, 'definite-determiner', w.lemma)) || w.deprel === 'nmod:poss',
  );

/** Places in which a noun or clause is as open as what governs it. */
const SHARING = new Set(['obj', 'subj', 'clause', 'ger']);

/** "no field of cooperation", "no form of support": there is none of it. */
const isOfNone = ({ tree, lexicon }: Climb, word: Word, head: Word): boolean =>
  !children(tree, word.index).some((w) => isRel(w, 'det', 'nmod:poss')) &&
  dependents(tree, head.index, 'det').some((d) => isIn(lexicon, 'no-determiner', d.lemma.toLowerCase()));

/** Governors that the lexicon does not know: infinitives are open, nouns without "the" are as open as what governs them. */
function ungoverned(climb: Climb, word: Word, head: Word, slot: string, told: Told, depth: number): void {
  const { tree, lexicon } = climb;
  if (slot === 'inf') {
    weaken(told, 'hypothetical', `"to ${word.form}" under "${head.form}": hypothetical`);
    return;
  }
  if (slot === 'clause' && isRel(word, 'ccomp')) return;
  if (slot === 'of' && isOfNone(climb, word, head)) {
    negate(told, `"no ${head.form}" of it`);
    return;
  }
  const attached = isRel(word, 'obl') && head.upos === 'VERB' && !isIn(lexicon, 'anchoring-preposition', slot);
  if (definite(climb, word.index) || !(SHARING.has(slot) || attached)) return;
  const upper = realityOf(tree, head.index, lexicon, depth + 1);
  if (upper.modality !== 'actual')
    weaken(told, upper.modality, `shares the openness of "${head.form}": ${upper.modality}`);
  if (upper.negated && (slot === 'clause' || slot === 'ger')) negate(told, `"${head.form}" is denied`);
}
