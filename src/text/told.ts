/** Short lines that look like the head of a section but tell what somebody did: "Mali shells Niger". */
import type { Tree } from '../nouns.ts';
import { dependents, subtree } from '../tree.ts';

const FINITE = new Set(['VBZ', 'VBD', 'VBP']);

/** Is a phrase of the verb in one of these relations, and a name in it? */
const named = (tree: Tree, verb: number, ...relations: string[]): boolean =>
  dependents(tree, verb, ...relations).some((w) => subtree(tree, w.index).some((i) => tree.words[i]!.upos === 'PROPN'));

/** A heading with a finite verb between two names is a headline; any other tree as it is. */
export function asTold(tree: Tree): Tree {
  const { sentence, words, root } = tree;
  if (sentence.kind !== 'heading' || root < 0 || !FINITE.has(words[root]!.xpos)) return tree;
  if (words[root]!.upos !== 'VERB' || !named(tree, root, 'nsubj') || !named(tree, root, 'obj', 'iobj', 'obl'))
    return tree;
  return { ...tree, sentence: { ...sentence, kind: 'headline' } };
}
