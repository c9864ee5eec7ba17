/** A statement in the making. */
import type { Stance, Tree } from '../nouns.ts';
import type { CueKind } from './lexicon.ts';
import type { Piece } from './spans.ts';

export interface Draft {
  readonly tree: Tree;
  /** First and last word of the cue; `word` is -1 for a colon. */
  readonly cue: { readonly first: number; readonly last: number; readonly word: number };
  readonly speaker: { readonly head: number; readonly first: number; readonly last: number } | null;
  readonly speakerTree: Tree;
  readonly kind: CueKind;
  readonly stance: Stance;
  readonly slot: string;
  pieces: Piece[];
  direct: boolean;
}

export const cueFrom = (d: Draft): number => d.tree.words[d.cue.first]!.from;
export const cueTo = (d: Draft): number => d.tree.words[d.cue.last]!.to;
