import type { Sentence, Span, Tree, Word } from './nouns.ts';

/** Relation without its subtype: "nsubj:pass" is "nsubj". */
export function universal(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** Makes a tree from words; `children` and `root` follow from the heads. */
export function makeTree(sentence: Sentence, words: readonly Word[]): Tree {
  const children: number[][] = words.map(() => []);
  let root = -1;
  for (const word of words) {
    if (word.head < 0) root = root < 0 ? word.index : root;
    else children[word.head]?.push(word.index);
  }
  return { sentence, words, children, root };
}

/** Does the word's relation equal one of these, with or without subtype? `isRel(w, 'nsubj')` holds for nsubj:pass too. */
export function isRel(word: Word, ...relations: string[]): boolean {
  return relations.includes(word.deprel) || relations.includes(universal(word.deprel));
}

/** Dependents of word `i` that stand in one of the relations, left to right. */
export function dependents(tree: Tree, i: number, ...relations: string[]): Word[] {
  const found: Word[] = [];
  for (const child of tree.children[i] ?? []) {
    const word = tree.words[child]!;
    if (relations.length === 0 || isRel(word, ...relations)) found.push(word);
  }
  return found;
}

export function dependent(tree: Tree, i: number, ...relations: string[]): Word | null {
  return dependents(tree, i, ...relations)[0] ?? null;
}

/** The head word, or null at the root. */
export function headOf(tree: Tree, i: number): Word | null {
  const head = tree.words[i]?.head ?? -1;
  return head < 0 ? null : (tree.words[head] ?? null);
}

/** Words from `i` up to the root, without `i`. */
export function ancestors(tree: Tree, i: number): Word[] {
  const found: Word[] = [];
  let head = headOf(tree, i);
  while (head && found.length <= tree.words.length) {
    found.push(head);
    head = headOf(tree, head.index);
  }
  return found;
}

/** Indexes of word `i` and everything below it, in order of the sentence. */
export function subtree(tree: Tree, i: number): number[] {
  const found = [i];
  for (let k = 0; k < found.length; k++) found.push(...(tree.children[found[k]!] ?? []));
  return found.sort((a, b) => a - b);
}

/** First and last word under `i`. */
export function reach(tree: Tree, i: number): { first: number; last: number } {
  let first = i;
  let last = i;
  const stack = [i];
  while (stack.length) {
    const k = stack.pop()!;
    if (k < first) first = k;
    if (k > last) last = k;
    stack.push(...(tree.children[k] ?? []));
  }
  return { first, last };
}

/** Is `low` equal to `high` or below it? */
export function isUnder(tree: Tree, low: number, high: number): boolean {
  let at = low;
  for (let steps = 0; at >= 0 && steps <= tree.words.length; steps++) {
    if (at === high) return true;
    at = tree.words[at]!.head;
  }
  return false;
}

/** Offsets of the words `first` to `last` in the article. */
export function spanOfWords(tree: Tree, first: number, last: number): Span {
  return { from: tree.words[first]!.from, to: tree.words[last]!.to, part: tree.sentence.part };
}

/** The preposition or other case marker of a noun, its words joined ("because of", "out of"); null where it has none. */
export function caseOf(tree: Tree, i: number): string | null {
  const markers = dependents(tree, i, 'case').filter(
    (w) => w.form !== "'s" && w.form !== "'" && w.form !== '’s' && w.form !== '’',
  );
  const [marker, second] = markers;
  if (!marker) return null;
  const fixed = dependents(tree, marker.index, 'fixed').map((w) => w.lemma);
  if (!fixed.length && second?.lemma === 'of' && second.index === marker.index + 1) fixed.push('of');
  return [marker.lemma, ...fixed].join(' ');
}
