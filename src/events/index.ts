/** Events: what a sentence says was done, by whom and to whom, before it is asked who says so. */
import type { EventCandidate, Mention, Tree } from '../nouns.ts';
import { findCandidates } from './find.ts';
import type { EventLexicon } from './lexicon.ts';
import { refine } from './refine.ts';

export { explainEvents, whyNot } from './explain.ts';
export { fold } from './fold.ts';
export { type EventData, type EventLexicon, makeLexicon } from './lexicon.ts';

/** Events of one sentence; `mentions` are those of the sentence. */
export function findEvents(tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon): EventCandidate[] {
  const { drafts, hushed } = findCandidates(tree, mentions, lexicon);
  return refine(tree, drafts, lexicon, hushed);
}
