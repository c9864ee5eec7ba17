/** The words of what a report is about: the object and the circumstances of its cue, as far as they are its own. */
import type { Report, Tree, Word } from '../nouns.ts';
import { dependents, isRel } from '../tree.ts';

/** Relations by which a cue takes what is given, agreed on or done: objects, subjects of passives, clauses of its own. */
const OF_CUE = ['obj', 'iobj', 'obl', 'nsubj:pass', 'nmod', 'compound', 'amod', 'xcomp', 'ccomp', 'acl'];
/** Relations within such an object: "a shipment of antitank missiles", "a deal to export coal". */
const OF_OBJECT = ['nmod', 'compound', 'amod', 'conj', 'appos', 'acl', 'obj', 'iobj', 'obl', 'xcomp'];
/** A topic is told in so many words at most. */
const MOST = 12;
/** What a relative clause says of an object is another matter. */
const RELATIVE = 'acl:relcl';

const isDenied = (tree: Tree, word: Word): boolean =>
  dependents(tree, word.index, 'advmod', 'cc').some((w) => w.lemma === 'not');

function below(tree: Tree, at: number, relations: readonly string[]): Word[] {
  return dependents(tree, at).filter(
    (word) => isRel(word, ...relations) && word.deprel !== RELATIVE && !isDenied(tree, word),
  );
}

/** Nouns and adjectives of what a report is about, as lower-case lemmas in the order of the sentence; names are left out. */
export function topicWords(report: Report, tree: Tree | undefined): string[] {
  if (!tree?.words[report.word]) return [];
  const seen = new Set<number>();
  const open = below(tree, report.word, OF_CUE).map((word) => word.index);
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...below(tree, at, OF_OBJECT).map((word) => word.index));
  }
  const words = [...seen].sort((a, b) => a - b).map((index) => tree.words[index]!);
  return words
    .filter(({ upos }) => upos === 'NOUN' || upos === 'ADJ')
    .slice(0, MOST)
    .map(({ lemma }) => lemma.toLowerCase());
}
