/** Noun phrases of a tree: a head with what belongs to its name, not its clauses. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';

export interface NounPhrase {
  readonly head: number;
  /** Indexes of its words, in order, without clauses, appositions and coordinated phrases. */
  readonly words: readonly number[];
}

const INSIDE = [
  'det',
  'amod',
  'compound',
  'flat',
  'nummod',
  'nmod:poss',
  'nmod:unmarked',
  'nmod:desc',
  'nmod',
  'case',
  'fixed',
  'advmod',
  'goeswith',
];

/** Prepositions whose phrase belongs to a name or title ("ministry of defence", "police in Lagos"). */
const NAMING = new Set(['of', 'for', 'in', 'from', 'at', 'to', "'s"]);

const isNominal = (word: Word): boolean =>
  word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON' || word.upos === 'NUM' || word.upos === 'ADJ';

function belongs(tree: Tree, word: Word, depth: number): boolean {
  if (word.upos === 'PUNCT') return word.form === '-' || word.form === '–';
  if (isRel(word, 'appos', 'list')) return word.upos === 'PROPN' && word.head === word.index - 1;
  if (!isRel(word, ...INSIDE) && !INSIDE.includes(word.deprel)) return isHyphenPart(tree, word);
  if (word.deprel === 'case' || isRel(word, 'case')) return depth > 0;
  if (word.deprel.startsWith('nmod') && !['nmod:poss', 'nmod:unmarked', 'nmod:desc'].includes(word.deprel))
    return isNaming(tree, word);
  if (isRel(word, 'advmod'))
    return word.form === '-' || tree.words[word.head]!.upos === 'NUM' || /^(?:then|former|ex)$/i.test(word.form);
  return true;
}

/** "of State", "for Foreign Affairs", or a name set beside its title without a preposition. */
function isNaming(tree: Tree, word: Word): boolean {
  const marker = caseOf(tree, word.index);
  return marker === null ? word.upos === 'PROPN' : NAMING.has(marker);
}

/** "Bissau" in "Guinea - Bissau", "backed" in "US - backed". */
const isHyphenPart = (tree: Tree, word: Word): boolean =>
  (isRel(word, 'obl', 'nmod') && tree.words[word.head]!.upos === 'ADJ' && word.index < word.head) ||
  (isRel(word, 'case', 'fixed') && tree.words[word.head]!.upos === 'ADV') ||
  (isRel(word, 'obl', 'amod', 'dep', 'advcl', 'acl') &&
    dependents(tree, word.index, 'punct').some((p) => p.form === '-') &&
    word.index <= (tree.words[word.head]?.index ?? 0));

function collect(tree: Tree, at: number, depth: number, into: number[]): void {
  into.push(at);
  for (const child of tree.children[at] ?? []) {
    const word = tree.words[child]!;
    if (depth < 4 && belongs(tree, word, depth)) collect(tree, child, depth + 1, into);
    else if (isRel(word, 'conj') && depth > 0 && isName(tree, at)) collect(tree, child, depth + 1, into);
    else if (isRel(word, 'cc') && depth > 0) into.push(child);
  }
}

const isName = (tree: Tree, at: number): boolean => isRel(tree.words[at]!, 'nmod', 'compound', 'amod');

/** The phrase of a head: the words that touch it, without gaps, and without a preposition of its own in front. */
export function phraseOf(tree: Tree, head: number): NounPhrase {
  const all: number[] = [];
  collect(tree, head, 0, all);
  const words = [...new Set(all)].sort((a, b) => a - b);
  const at = words.indexOf(head);
  let first = at;
  while (first > 0 && words[first - 1] === words[first]! - 1) first -= 1;
  let last = at;
  while (last + 1 < words.length && words[last + 1] === words[last]! + 1) last += 1;
  const run = words.slice(first, last + 1);
  while (run.length > 1 && isDangling(tree.words[run.at(-1)!]!)) run.pop();
  while (run.length > 1 && isDangling(tree.words[run[0]!]!)) {
    const [front, marked] = [tree.words[run.shift()!]!, tree.words[run[0]!]!];
    // "at least 30 soldiers" are "30 soldiers", not "least 30".
    if (run.length > 1 && front.head === marked.index && tree.words[marked.head]?.upos === 'NUM') run.shift();
  }
  return { head, words: run };
}

const isDangling = (word: Word): boolean => ['ADP', 'CCONJ', 'PUNCT', 'PART', 'SCONJ'].includes(word.upos);

/** Heads of noun phrases: nominal words that are no part of a bigger name. */
export function heads(tree: Tree): number[] {
  return tree.words
    .filter(
      (w) =>
        isNominal(w) &&
        !isRel(w, 'flat', 'goeswith', 'fixed') &&
        (w.upos !== 'ADJ' || isHeadlike(tree, w)) &&
        (w.upos !== 'NUM' || hasPeople(tree, w)),
    )
    .map((w) => w.index);
}

/** "the wounded", "the Taliban" tagged as adjectives: an adjective in a noun's place. */
const isHeadlike = (tree: Tree, word: Word): boolean =>
  isRel(word, 'nsubj', 'obj', 'obl', 'nmod', 'iobj', 'conj', 'appos') &&
  (dependents(tree, word.index, 'det').length > 0 || /^\p{Lu}/u.test(word.form));

/** "Five were killed": a bare number stands for people where it is a subject or object. */
const hasPeople = (tree: Tree, word: Word): boolean =>
  isRel(word, 'nsubj', 'obj') && !dependents(tree, word.index, 'nmod').length;
