/** How sure a report is: a logistic sum over what can be seen of it, with the weights of `lexicon/events/confidence.yaml`. */
import type { Mention, Tree } from '../nouns.ts';
import { ancestors, isRel } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { isKnown } from './near.ts';
import { isAtHome, isPrivate } from './political.ts';

/** What is looked at; the weights' file names each of them, and "type AID" … besides. */
export const EVIDENCE = [
  ...['noun', 'adjective', 'weak word', 'several words', 'one condition', 'more conditions'],
  ...['actor known', 'actor a stranger', 'recipient known', 'recipient a stranger', 'recipient only near'],
  ...['all of one state', 'nobody political', 'side clause'],
] as const;

/** Does the word stand in a clause or phrase that hangs on a noun or beside the sentence's own? */
const isAside = (tree: Tree, word: number): boolean =>
  [tree.words[word]!, ...ancestors(tree, word)].some((w) => isRel(w, 'acl', 'advcl', 'amod'));

function partyEvidence(tree: Tree, match: Match, lexicon: EventLexicon): string[] {
  const { actors, recipients } = match;
  const others = match.mutual ? actors.slice(1) : recipients;
  const tell = (list: readonly Mention[], who: string): string[] => {
    if (!list.length) return [];
    return [list.some(isKnown) ? `${who} known` : `${who} a stranger`];
  };
  return [
    ...tell(actors, 'actor'),
    ...tell(others, 'recipient'),
    ...(match.near > 0 ? ['recipient only near'] : []),
    ...(isAtHome(match, lexicon) ? ['all of one state'] : []),
    ...(isPrivate(match, lexicon, tree) ? ['nobody political'] : []),
  ];
}

/** What can be seen of a match, by the names of EVIDENCE. */
export function evidenceOf(tree: Tree, match: Match, lexicon: EventLexicon): string[] {
  const { sense, words } = match;
  const conditions = sense.frame.conditions.filter((c) => !c.negated).length;
  return [
    `type ${sense.type}`,
    ...(sense.kind === 'verb' ? [] : [sense.kind]),
    ...(sense.weak ? ['weak word'] : []),
    ...(sense.rest.length ? ['several words'] : []),
    ...(conditions === 1 ? ['one condition'] : []),
    ...(conditions > 1 ? ['more conditions'] : []),
    ...(isAside(tree, words[0]!) ? ['side clause'] : []),
    ...partyEvidence(tree, match, lexicon),
  ];
}

/** 0..1, to two digits: the share of such reports that tell an event of their type. */
export function confidenceOf(evidence: readonly string[], { confidence }: EventLexicon): number {
  const sum = evidence.reduce((s, name) => s + (confidence[name] ?? 0), confidence.base ?? 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
