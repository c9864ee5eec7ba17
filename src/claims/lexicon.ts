/** The words of speech and thought, and what governing words do to the reality of what they govern. */
import type { Modality, Stance } from '../nouns.ts';

/** What a cue does: says, mentions (without saying that it is so), asks, thinks, wants, orders, judges, accuses, shows, or seems. */
export type CueKind =
  | 'says'
  | 'mentions'
  | 'asks'
  | 'thinks'
  | 'wants'
  | 'orders'
  | 'judges'
  | 'accuses'
  | 'shows'
  | 'seems';

/** Where the content of a cue stands: "clause", "obj", "prep" with its preposition in `of`. */
export interface Slot {
  readonly name: string;
  readonly of: string | null;
}

export interface Cue {
  readonly name: string;
  readonly kind: CueKind;
  readonly stance: Stance;
  readonly slots: readonly Slot[];
  /** A second word that belongs to the cue ("point out", "make clear"). */
  readonly particle: string | null;
}

/** What a governor makes of what it governs. `keep` leaves it as it is, whatever the governor itself is; `share` gives it the governor's own reality. */
export type Outcome = Modality | 'negated' | 'keep' | 'share';

export interface Effect {
  readonly outcome: Outcome;
  readonly reason: string;
}

export interface SpeechLexicon {
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  /** By "pos lemma slot". */
  readonly effects: ReadonlyMap<string, Effect>;
  /** Single words by their list: "negator", "hedge", "future", "alleged" … */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Cues of a lemma, by part of speech ("verb", "noun", "adjective"). */
export function cuesOf(lexicon: SpeechLexicon, pos: string, lemma: string): readonly Cue[] {
  return lexicon.cues.get(`${pos} ${lemma}`) ?? [];
}

export function effectOf(lexicon: SpeechLexicon, pos: string, lemma: string, slot: string): Effect | null {
  const { effects } = lexicon;
  return effects.get(`${pos} ${lemma} ${slot}`) ?? effects.get(`${pos} ${lemma} any`) ?? null;
}

export function isIn(lexicon: SpeechLexicon, list: string, lemma: string): boolean {
  return lexicon.words.get(list)?.has(lemma) ?? false;
}

const POS: Readonly<Record<string, string>> = {
  VERB: 'verb',
  AUX: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adjective',
};

/** The lexicon's part of speech for a UD tag. */
export const posOf = (upos: string): string => POS[upos] ?? 'other';
