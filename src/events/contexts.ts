import type { Tree } from '../nouns.ts';
import type { EventLexicon } from './lexicon.ts';

const MOST = 4;

/** PLOVER contexts that the words under a predicate speak for, the predicate's own first, then in order of evidence. */
export function contextsOf(tree: Tree, word: number, own: readonly string[], lexicon: EventLexicon): string[] {
  const votes = new Map<string, number>();
  const stack = [word];
  while (stack.length) {
    const at = stack.pop()!;
    const { lemma } = tree.words[at]!;
    for (const { context, strong } of lexicon.contexts.get(lemma) ?? [])
      votes.set(context, (votes.get(context) ?? 0) + (strong ? 2 : 1));
    for (const child of tree.children[at] ?? []) {
      if (tree.words[child]!.deprel === 'compound' || tree.words[child]!.deprel === 'amod') {
        for (const { context, strong } of lexicon.contexts.get(`${tree.words[child]!.lemma} ${lemma}`) ?? []) {
          votes.set(context, (votes.get(context) ?? 0) + (strong ? 2 : 1));
        }
      }
      stack.push(child);
    }
  }
  const heard = [...votes].filter(([, n]) => n >= 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [...new Set([...own, ...heard.map(([context]) => context)])].slice(0, MOST);
}
