/** Whose words: the phrase that stands for the speaker of a cue. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependent, dependents, headOf, isRel, universal } from '../tree.ts';
import { isIn, type SpeechLexicon } from './lexicon.ts';

const MAX_STEPS = 10;

export function isPassiveVerb(tree: Tree, v: number): boolean {
  const own = (tree.children[v] ?? []).map((c) => tree.words[c]!);
  if (own.some((w) => w.deprel === 'aux:pass' || w.deprel === 'nsubj:pass')) return true;
  const word = tree.words[v]!;
  return word.xpos === 'VBN' && !own.some((w) => isRel(w, 'aux', 'obj', 'nsubj')) && isRel(word, 'acl', 'advcl');
}

const agentOf = (tree: Tree, v: number): Word | null =>
  dependents(tree, v, 'obl').find((w) => w.deprel === 'obl:agent' || caseOf(tree, w.index) === 'by') ?? null;

/** The word that heads the subject of a verb, through relatives, coordination, control and participles; null where there is none. */
export function subjectOf(tree: Tree, v: number, lexicon: SpeechLexicon, depth = 0): Word | null {
  const own = dependents(tree, v, 'nsubj');
  if (own.length) return own.filter((w) => w.index < v).at(-1) ?? own[0]!;
  const word = tree.words[v]!;
  if (depth > MAX_STEPS || word.head < 0) return null;
  const up = (): Word | null =>
    isPassiveVerb(tree, word.head) ? surface(tree, word.head) : subjectOf(tree, word.head, lexicon, depth + 1);
  switch (universal(word.deprel)) {
    case 'conj':
      return headOf(tree, v)!.upos === 'VERB' || headOf(tree, v)!.upos === 'AUX' || word.upos !== 'VERB' ? up() : null;
    case 'acl':
      return word.deprel === 'acl:relcl' ? headOf(tree, v) : clauseOfNoun(tree, v, lexicon, depth);
    case 'advcl':
    case 'xcomp':
    case 'parataxis':
      return controlled(tree, v, lexicon, depth);
    default:
      return null;
  }
}

const surface = (tree: Tree, v: number): Word | null => dependent(tree, v, 'nsubj');

function clauseOfNoun(tree: Tree, v: number, lexicon: SpeechLexicon, depth: number): Word | null {
  const word = tree.words[v]!;
  const noun = headOf(tree, v)!;
  if (word.xpos === 'VBG') return noun;
  const owner = dependent(tree, noun.index, 'nmod:poss');
  if (owner) return owner;
  const governor = headOf(tree, noun.index);
  return governor && governor.upos === 'VERB' ? subjectOf(tree, governor.index, lexicon, depth + 1) : null;
}

function controlled(tree: Tree, v: number, lexicon: SpeechLexicon, depth: number): Word | null {
  const word = tree.words[v]!;
  const head = headOf(tree, v)!;
  if (isRel(word, 'parataxis') && word.xpos !== 'VBG') return null;
  const object = dependent(tree, head.index, 'obj', 'iobj');
  const controls =
    isRel(word, 'xcomp') ||
    dependents(tree, v, 'mark', 'case').some((m) => isIn(lexicon, 'object-control-marker', m.lemma));
  if (controls && object && object.index < v && head.upos === 'VERB') return object;
  const above = isPassiveVerb(tree, head.index)
    ? surface(tree, head.index)
    : subjectOf(tree, head.index, lexicon, depth + 1);
  const nobody = above === null && isRel(word, 'advcl') && word.xpos === 'VBG';
  return nobody || isTime(above, lexicon) ? (nearestSubject(tree, v, lexicon) ?? above) : above;
}

const isTime = (word: Word | null, lexicon: SpeechLexicon): boolean =>
  word !== null && isIn(lexicon, 'time-noun', word.lemma.toLowerCase());

/** "This year marks …, which Roe calls …, adding that": a year does not add; the subject of the last verb before does. */
const nearestSubject = (tree: Tree, v: number, lexicon: SpeechLexicon): Word | null =>
  tree.words.findLast(
    (w) =>
      w.index < v &&
      isRel(w, 'nsubj') &&
      ['PROPN', 'PRON', 'NOUN'].includes(w.upos) &&
      !isTime(w, lexicon) &&
      w.head < v &&
      w.xpos !== 'WDT',
  ) ?? null;

/** Who speaks: subject of an active cue, agent of a passive one. */
export function speakerOfVerb(tree: Tree, v: number, lexicon: SpeechLexicon): Word | null {
  return isPassiveVerb(tree, v) ? agentOf(tree, v) : subjectOf(tree, v, lexicon);
}

/** Who speaks, for a noun or an adjective: possessor, "of" or "by" phrase, or the subject of the verb that has the noun. */
export function speakerOfNominal(tree: Tree, n: number, lexicon: SpeechLexicon): Word | null {
  const own =
    dependent(tree, n, 'nmod:poss') ??
    dependents(tree, n, 'nmod').find((w) => ['by', 'from'].includes(caseOf(tree, w.index) ?? ''));
  if (own) return own;
  if (dependent(tree, n, 'nsubj')) return dependent(tree, n, 'nsubj');
  const governor = headOf(tree, n);
  const word = tree.words[n]!;
  if (governor?.upos !== 'VERB' || !isRel(word, 'obj', 'obl', 'xcomp')) return null;
  return isIn(lexicon, 'meets-saying', governor.lemma) ? null : speakerOfVerb(tree, governor.index, lexicon);
}

const CLAUSAL = new Set(['parataxis', 'ccomp', 'advcl', 'punct', 'discourse']);

/** First and last word of the phrase that a noun heads, without clauses that merely stand beside it. */
export function phraseOf(tree: Tree, head: number, without = -1): { first: number; last: number } {
  let [first, last] = [head, head];
  const stack = [head];
  while (stack.length) {
    const at = stack.pop()!;
    if (at < first) first = at;
    if (at > last) last = at;
    for (const child of tree.children[at] ?? []) {
      const word = tree.words[child]!;
      const marker =
        at === head && isRel(word, 'case', 'cc', 'mark') && word.index < head && word.deprel !== 'cc:preconj';
      if (child === without || marker || (at === head && CLAUSAL.has(universal(word.deprel)))) continue;
      stack.push(child);
    }
  }
  return { first, last };
}
