/** Which statements stand inside others, and which of those are kept. */
import { cueFrom, type Draft } from './draft.ts';
import { isIn, type SpeechLexicon } from './lexicon.ts';

/** Kinds that make a chain ("officials said that the ministry denied …"); other attitudes within a statement are its content. */
const CHAINED = new Set(['says', 'accuses', 'shows', 'asks']);

/** A statement's words, for finding what stands inside it. */
interface Held {
  readonly from: number;
  readonly to: number;
  readonly draft: Draft;
}

const isFirstPerson = (d: Draft, lexicon: SpeechLexicon): boolean =>
  d.speaker !== null &&
  isIn(lexicon, 'first-or-second-person', d.speakerTree.words[d.speaker.head]!.lemma.toLowerCase());

function kept(draft: Draft, around: readonly Held[], lexicon: SpeechLexicon): boolean {
  if (!around.length) return true;
  if (around.some((h) => h.draft.direct))
    return draft.direct && !isFirstPerson(draft, lexicon) && draft.speaker !== null;
  return draft.speaker !== null && CHAINED.has(draft.kind) && !isFirstPerson(draft, lexicon);
}

/** Statements that somebody makes; within another's words only those that pass on what a third has said. */
export function keepTold(drafts: readonly Draft[], lexicon: SpeechLexicon): Draft[] {
  const held: Held[] = drafts.flatMap((draft) => draft.pieces.map(({ from, to }) => ({ from, to, draft })));
  held.sort((a, b) => a.from - b.from);
  const found: Draft[] = [];
  let active: Held[] = [];
  let next = 0;
  for (const draft of drafts) {
    const at = cueFrom(draft);
    while (next < held.length && held[next]!.from <= at) active.push(held[next++]!);
    active = active.filter((h) => h.to > at);
    if (
      kept(
        draft,
        active.filter((h) => h.draft !== draft),
        lexicon,
      )
    )
      found.push(draft);
  }
  return found;
}
