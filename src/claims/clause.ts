/** What a predicate's own clause says of it: auxiliaries, negation, hedges, conditions. */
import type { Modality, Tree, Word } from '../nouns.ts';
import { dependents, headOf, isRel } from '../tree.ts';
import { isIn, type SpeechLexicon } from './lexicon.ts';

export interface Told {
  modality: Modality;
  negated: boolean;
  /** Somebody unnamed says so ("allegedly"): the word. */
  alleged: Word | null;
  readonly steps: string[];
}

export const children = (tree: Tree, i: number): Word[] => (tree.children[i] ?? []).map((c) => tree.words[c]!);

export const makeTold = (): Told => ({ modality: 'actual', negated: false, alleged: null, steps: [] });

/** The weaker of two: an open matter stays open whatever else is said of it. */
export function weaken(told: Told, modality: Modality, step: string): void {
  told.steps.push(step);
  if (modality === 'actual' || told.modality === 'hypothetical') return;
  told.modality = modality;
}

export function negate(told: Told, step: string): void {
  told.negated = !told.negated;
  told.steps.push(step);
}

function auxiliaries(tree: Tree, i: number, told: Told, lexicon: SpeechLexicon): void {
  const word = tree.words[i]!;
  for (const aux of dependents(tree, i, 'aux')) {
    const lemma = aux.lemma;
    if (isIn(lexicon, 'future', lemma)) weaken(told, 'future', `"${aux.form}" before "${word.form}": future`);
    else if (isIn(lexicon, 'would', lemma) || isIn(lexicon, 'would', aux.form)) would(tree, word, aux, told);
    else if (isIn(lexicon, 'modal', lemma))
      weaken(told, 'hypothetical', `"${aux.form}" before "${word.form}": hypothetical`);
  }
  const toBe = dependents(tree, i, 'aux', 'cop').some((w) => w.lemma === 'be' && w.xpos !== 'VB');
  if (toBe && hasTo(tree, i) && word.xpos === 'VB') weaken(told, 'future', `"to be to" before "${word.form}": future`);
}

function firstConjunct(tree: Tree, i: number): number {
  let at = i;
  while (tree.words[at]!.deprel === 'conj') at = tree.words[at]!.head;
  return at;
}

/** "said it would leave": the future seen from the past; elsewhere a condition. "'d" before a participle is "had". */
function would(tree: Tree, word: Word, aux: Word, told: Told): void {
  if (aux.form.endsWith('d') && aux.form.length === 2 && word.xpos !== 'VB') return;
  const head = headOf(tree, firstConjunct(tree, word.index));
  const relation = tree.words[firstConjunct(tree, word.index)]!;
  const reported =
    head !== null &&
    isRel(relation, 'ccomp', 'acl', 'parataxis') &&
    ['VBD', 'VBN', 'VBG', 'NN', 'NNS'].includes(head.xpos);
  const condition = dependents(tree, word.index, 'advcl').some((c) =>
    dependents(tree, c.index, 'mark').some((m) => m.lemma === 'if'),
  );
  const perfect = dependents(tree, word.index, 'aux').some((a) => a.lemma === 'have');
  if (reported && !condition && !perfect)
    weaken(told, 'future', `"would" under "${head.form}": future, seen from then`);
  else weaken(told, 'hypothetical', `"would" before "${word.form}": hypothetical`);
}

export const hasTo = (tree: Tree, i: number): boolean => dependents(tree, i, 'mark').some((m) => m.lemma === 'to');

function negation(tree: Tree, i: number, told: Told, lexicon: SpeechLexicon): void {
  const word = tree.words[i]!;
  for (const w of children(tree, i)) {
    const phrase = isRel(w, 'advmod', 'cc', 'cc:preconj', 'aux');
    if (phrase && isIn(lexicon, 'negator', w.lemma.toLowerCase()) && !notOnly(tree, w, lexicon))
      negate(told, `"${w.form}" denies "${word.form}"`);
    else if (isRel(w, 'det') && isIn(lexicon, 'no-determiner', w.lemma))
      negate(told, `"${w.form}" denies "${word.form}"`);
    else if (isRel(w, 'mark', 'case') && isIn(lexicon, 'without', w.lemma))
      negate(told, `"${w.form}" denies "${word.form}"`);
    else if (isRel(w, 'nsubj', 'obj') && w.index !== i && deniesClause(tree, w, lexicon))
      negate(told, `"${w.form}" as ${w.deprel} denies "${word.form}"`);
  }
}

const notOnly = (tree: Tree, not: Word, lexicon: SpeechLexicon): boolean =>
  isIn(lexicon, 'not-only', tree.words[not.index + 1]?.lemma ?? '');

/** "nobody", "no side" as subject or object. */
export const deniesClause = (tree: Tree, w: Word, lexicon: SpeechLexicon): boolean =>
  isIn(lexicon, 'nobody', w.lemma.toLowerCase()) ||
  dependents(tree, w.index, 'det').some((d) => isIn(lexicon, 'no-determiner', d.lemma.toLowerCase()));

function hedges(tree: Tree, i: number, told: Told, lexicon: SpeechLexicon): void {
  const word = tree.words[i]!;
  for (const w of children(tree, i)) {
    const lemma = w.lemma.toLowerCase();
    if (isRel(w, 'advmod', 'amod') && isIn(lexicon, 'hedge', lemma))
      weaken(told, 'hypothetical', `"${w.form}" beside "${word.form}": hypothetical`);
    if (isRel(w, 'advmod') && isIn(lexicon, 'alleged', lemma)) allege(told, w, word);
    if (!isRel(w, 'amod')) continue;
    if (isIn(lexicon, 'alleged-modifier', w.form.toLowerCase())) allege(told, w, word);
    if (isIn(lexicon, 'possible-modifier', lemma) || isIn(lexicon, 'possible-modifier', w.form.toLowerCase()))
      weaken(told, 'hypothetical', `"${w.form}" before "${word.form}": hypothetical`);
    if (isIn(lexicon, 'future-modifier', w.form.toLowerCase()))
      weaken(told, 'future', `"${w.form}" before "${word.form}": future`);
    if (isIn(lexicon, 'negative-modifier', w.form.toLowerCase()))
      negate(told, `"${w.form}" before "${word.form}": it did not come about`);
  }
}

function allege(told: Told, w: Word, word: Word): void {
  told.alleged = w;
  told.steps.push(`"${w.form}" puts "${word.form}" on somebody unnamed`);
}

function conditions(tree: Tree, i: number, told: Told, lexicon: SpeechLexicon): void {
  const word = tree.words[i]!;
  for (const m of dependents(tree, i, 'mark', 'advmod')) {
    const own = m.deprel === 'mark' || m.index < i;
    if (own && isIn(lexicon, 'condition', m.lemma))
      weaken(told, 'hypothetical', `"${m.form}" heads the clause of "${word.form}": hypothetical`);
  }
}

/** "Did Russia attack?": asked, not told. "Why did Russia attack?" takes for granted that it did. */
function question(tree: Tree, i: number, told: Told, lexicon: SpeechLexicon): void {
  const word = tree.words[i]!;
  if (!isRel(word, 'root', 'parataxis', 'ccomp')) return;
  const own = children(tree, i);
  if (!own.some((w) => isRel(w, 'punct') && w.form.startsWith('?'))) return;
  if (own.some((w) => isIn(lexicon, 'question-word', w.lemma.toLowerCase()))) return;
  weaken(told, 'hypothetical', `"${word.form}" is asked: hypothetical`);
}

/** "due to open", where the parser took "due to" for one word. */
function dueTo(tree: Tree, i: number, told: Told): void {
  const word = tree.words[i]!;
  const due = word.xpos === 'VB' && dependents(tree, i, 'mark', 'case').find((m) => m.lemma === 'due');
  if (due) weaken(told, 'future', `"due to" before "${word.form}": future`);
}

/** Reads the clause of word `i` into `told`. */
export function readClause(tree: Tree, i: number, told: Told, lexicon: SpeechLexicon): void {
  auxiliaries(tree, i, told, lexicon);
  conditions(tree, i, told, lexicon);
  hedges(tree, i, told, lexicon);
  negation(tree, i, told, lexicon);
  question(tree, i, told, lexicon);
  dueTo(tree, i, told);
}
