/** The speaker of a quotation, read off the words beside the cue where the tree has it wrong. */

import type { Tree } from '../nouns.ts';
import { cueFrom, type Draft } from './draft.ts';
import { holds, type QuoteContext, quotesOver } from './place.ts';

const NAMING = new Set(['PROPN', 'NOUN', 'PRON', 'DET', 'ADJ', 'NUM']);

/** A quotation's speaker stands outside it, beside the cue; where the tree says otherwise, the words beside the cue are taken. */
export function withSpeaker(draft: Draft, context: QuoteContext): Draft {
  const { tree, cue, speaker } = draft;
  if (!draft.direct || cue.word < 0) return draft;
  const quoted = (i: number): boolean => {
    const { from, to } = tree.words[i]!;
    return quotesOver(context, { from, to }).some((q) => !q.single && holds(q, from) && !holds(q, cueFrom(draft)));
  };
  if (speaker && (draft.speakerTree !== tree || !quoted(speaker.head))) return draft;
  let first = cue.first;
  while (first > 0 && !quoted(first - 1) && tree.words[first - 1]!.upos !== 'VERB') first--;
  const before = run(tree, first, cue.first - 1);
  if (before) return { ...draft, speaker: before };
  let last = cue.last;
  while (
    last + 1 < tree.words.length &&
    !quoted(last + 1) &&
    ![',', '.', ';', ':'].includes(tree.words[last + 1]!.form)
  )
    last++;
  return { ...draft, speaker: run(tree, cue.last + 1, last) };
}

/** The naming words of a range, with the head among them that the others hang on. */
function run(tree: Tree, from: number, to: number): Draft['speaker'] {
  let [first, last] = [from, to];
  while (first <= last && !NAMING.has(tree.words[first]!.upos)) first++;
  while (last >= first && ['PUNCT', 'AUX', 'ADV', 'ADP', 'CCONJ', 'SCONJ'].includes(tree.words[last]!.upos)) last--;
  if (first > last) return null;
  const inside = tree.words.slice(first, last + 1).filter((w) => ['PROPN', 'NOUN', 'PRON'].includes(w.upos));
  const head = inside.find((w) => w.head < first || w.head > last) ?? inside[0];
  return head ? { head: head.index, first, last } : null;
}
