/** Denials hung on what they deny: ", which Iran denies", ", a claim Tehran denies", ", an allegation rejected by Moscow". */
import type { Tree, Word } from '../nouns.ts';
import { dependents, headOf, isRel } from '../tree.ts';
import type { Draft } from './draft.ts';
import { cuesOf, isIn, type SpeechLexicon } from './lexicon.ts';

/** A noun of saying, or "something", after a comma or a dash that stands for the clause before it. */
const isAside = (tree: Tree, noun: Word, lexicon: SpeechLexicon): boolean =>
  ((noun.upos === 'NOUN' && isIn(lexicon, 'untold', noun.lemma.toLowerCase())) || noun.lemma === 'something') &&
  isRel(noun, 'appos', 'parataxis', 'conj', 'dep', 'obl', 'obj', 'nmod', 'advcl') &&
  dependents(tree, noun.index, 'punct').some((w) => w.index < noun.index && /^[,–—-]$/.test(w.form)) &&
  !dependents(tree, noun.index, 'case', 'nmod').length;

/** What a denying clause hangs on: "which" after a comma, or such a noun; null where it hangs on something else. */
function deniedBy(tree: Tree, verb: Word, lexicon: SpeechLexicon): Word | null {
  const head = headOf(tree, verb.index);
  if (!head || !isRel(verb, 'acl', 'acl:relcl')) return null;
  const denies = cuesOf(lexicon, 'verb', verb.lemma).some((cue) => cue.stance === 'denies' && cue.kind === 'says');
  if (isAside(tree, head, lexicon)) return denies || isIn(lexicon, 'denying-verb', verb.lemma) ? head : null;
  const which = dependents(tree, verb.index, 'obj').find((w) => w.lemma === 'which');
  return denies && which && tree.words[which.index - 1]?.form === ',' ? which : null;
}

/** Does a noun of saying only take up the clause before it in order to have it denied? */
export const isDeniedAside = (tree: Tree, noun: Word, lexicon: SpeechLexicon): boolean =>
  isAside(tree, noun, lexicon) &&
  dependents(tree, noun.index, 'acl', 'acl:relcl').some((verb) => deniedBy(tree, verb, lexicon) === noun);

type Told = Pick<Draft, 'cue' | 'slot' | 'kind'> & { readonly speaker: Word; readonly denied: Word };

/** The denial that a clause tells of what stands before it. */
export function denialAside(tree: Tree, verb: Word, lexicon: SpeechLexicon): Told | null {
  const denied = deniedBy(tree, verb, lexicon);
  const speaker = dependents(tree, verb.index, 'nsubj', 'obl:agent').find(
    (w) => !isIn(lexicon, 'relative-pronoun', w.lemma),
  );
  if (!denied || !speaker) return null;
  const cue = { first: verb.index, last: verb.index, word: verb.index };
  return { ...{ cue, slot: 'object', kind: 'says' }, speaker, denied };
}
