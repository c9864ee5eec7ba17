/**
 * What comes out of the record: rows and the views made of them. Types only.
 *
 * Days are ISO strings. `key` names an actor within a record: its lexicon id ("USA", "per:antony-blinken"), or
 * "code:X" for a user's dictionary entry, or "name:…" for somebody whom no lexicon knows.
 */
export type * from './views.ts';

import type { ActorKind, Modality, Part, Quad, SentenceKind, Stance, Status } from './nouns.ts';

/** Somebody, as the record names them. */
export interface ActorRef {
  readonly key: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: string | null;
}

/** A party of a report: who, and by which words. */
export interface PartyRow extends ActorRef {
  readonly office: string | null;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly part: Part;
}

/** Who says so. Outermost speaker first; `name` is the speaker's words where nobody is known behind them. */
export interface SaidRow {
  readonly key: string | null;
  readonly name: string | null;
  readonly office: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly text: string | null;
  readonly cue: string;
  readonly direct: boolean;
  readonly stance: Stance;
}

/** Where a sentence was printed. `origin` is shared by copies of the same text. */
export interface SourceRow {
  readonly article: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly origin: string;
}

/** One sentence's account of one event, with the sentence and its source. */
export interface ReportRow {
  readonly id: string;
  readonly event: string | null;
  readonly source: SourceRow;
  readonly sentence: SentenceRow;
  readonly type: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly cameo: string | null;
  readonly quad: Quad;
  readonly intensity: number;
  readonly mutual: boolean;
  readonly cue: { readonly from: number; readonly to: number; readonly text: string };
  readonly actors: readonly PartyRow[];
  readonly recipients: readonly PartyRow[];
  /** When it is told to have been or to be; null where nothing says and the article has no date. */
  readonly when: {
    readonly from: string;
    readonly to: string;
    readonly text: string | null;
    readonly implied: boolean;
  } | null;
  /** The day it is counted on: the first day of `when`, else the day of publication. */
  readonly day: string | null;
  readonly where: {
    readonly name: string;
    readonly country: string | null;
    readonly lat: number | null;
    readonly lon: number | null;
  } | null;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly historical: boolean;
  readonly status: Status;
  readonly confidence: number;
  readonly rule: string;
  /** Nouns and adjectives of what it is about, its object above all: lower-case lemmas in the order of the sentence. */
  readonly topic: readonly string[];
  readonly said: readonly SaidRow[];
  /** Ids of the reports that this one denies. */
  readonly denies: readonly string[];
}

export interface SentenceRow {
  readonly index: number;
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly kind: SentenceKind;
  readonly section: string | null;
  readonly paragraph: number;
  /** Where the sentence begins behind a dateline; `from` where there is none. */
  readonly proper?: number;
}

/** A sentence with its article; `cited` is the publisher that a reference names in brackets. */
export interface ArticleSentence extends SentenceRow {
  readonly article: string;
  readonly cited: string | null;
}

export interface QuoteRow {
  readonly id: string;
  readonly source: SourceRow;
  readonly sentence: SentenceRow;
  readonly speaker: SaidRow | null;
  readonly cue: string;
  readonly direct: boolean;
  readonly stance: Stance;
  /** The words, byte for byte; several pieces where the attribution stands between them. */
  readonly content: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

export interface JoinRow {
  readonly report: string;
  /** 0..1; 1 for the report that the event was begun with. */
  readonly score: number;
  readonly reason: string;
}

/** Reports of the same happening, joined. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly quad: Quad;
  readonly intensity: number;
  readonly mutual: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  /** The weakest word that covers its reports: denied beside reported is still "reported", and `denied` counts. */
  readonly status: Status;
  readonly reports: number;
  readonly origins: number;
  readonly affirmed: number;
  readonly denied: number;
  /** The sentence that tells it best, and where it stands. */
  readonly told: { readonly report: string; readonly text: string; readonly source: SourceRow };
  /** "North Korea reportedly gave material aid to Russia": who, what, to whom, in the record's five words. */
  readonly line: string;
}

/** One report of what one side did to another, as counting needs it; report, event and origin by their numbers in the record. */
export interface CountRow {
  readonly report: number;
  readonly event: number;
  readonly origin: number;
  readonly day: string | null;
  readonly quad: Quad;
  readonly type: string;
  readonly mode: string | null;
  readonly status: Status;
  readonly intensity: number;
}

/** How often two countries meet in the record. */
export interface PairCount {
  readonly a: string;
  readonly b: string;
  readonly events: number;
  readonly origins: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly last: string | null;
}
