/** Which statements stand inside others, and which of those are kept. */
import { cueFrom, type Draft } from './draft.ts';

/** Kinds that make a chain ("officials said that the ministry denied …"); other attitudes within a statement are its content. */
const CHAINED = new Set(['says', 'accuses', 'shows', 'asks']);

const FIRST = new Set(['i', 'we', 'you']);

/** A statement's words, for finding what stands inside it. */
interface Held {
  readonly from: number;
  readonly to: number;
  readonly draft: Draft;
}

const isFirstPerson = (d: Draft): boolean =>
  d.speaker !== null && FIRST.has(d.speakerTree.words[d.speaker.head]!.lemma.toLowerCase());

function kept(draft: Draft, around: readonly Held[]): boolean {
  if (!around.length) return true;
  if (around.some((h) => h.draft.direct)) return draft.direct && !isFirstPerson(draft) && draft.speaker !== null;
  return draft.speaker !== null && CHAINED.has(draft.kind) && !isFirstPerson(draft);
}

/** Statements that somebody makes; within another's words only those that pass on what a third has said. */
export function keepTold(drafts: readonly Draft[]): Draft[] {
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
      )
    )
      found.push(draft);
  }
  return found;
}
