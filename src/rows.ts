/**
 * What comes out of the record: rows and the views made of them. Types only.
 *
 * Days are ISO strings. `key` names an actor within a record: its lexicon id ("USA", "per:antony-blinken"), or
 * "code:X" for a user's dictionary entry, or "name:…" for somebody whom no lexicon knows.
 */
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
  /** Content words of topic and object, lower case. */
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

/** An ordered pair of parties of one report, light enough to count thousands. */
export interface DyadRow {
  readonly report: string;
  readonly event: string;
  readonly origin: string;
  readonly a: string;
  readonly a_country: string | null;
  readonly b: string;
  readonly b_country: string | null;
  readonly day: string | null;
  readonly published: string | null;
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

// ---------------------------------------------------------------- views

/** A generated sentence, and the reports that it rests on. */
export interface Line {
  readonly text: string;
  readonly reports: readonly string[];
}

export type Period = 'day' | 'week' | 'month';

/** Counts are of events by independent origin unless the name says reports. */
export interface Tally {
  readonly events: number;
  readonly reports: number;
  readonly origins: number;
  /** Mean intensity on PLOVER's scale, null where there is nothing to average. */
  readonly intensity: number | null;
  readonly quads: Readonly<Record<Quad, number>>;
  readonly types: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<Status, number>>;
}

export interface Point {
  /** First day of the period. */
  readonly from: string;
  readonly to: string;
  readonly quads: Readonly<Record<Quad, number>>;
  readonly events: number;
  readonly intensity: number | null;
}

export interface Direction {
  readonly from: ActorRef;
  readonly to: ActorRef;
  readonly tally: Tally;
  readonly points: readonly Point[];
}

/** A period that stands out against the ones before it. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly direction: 'forward' | 'backward' | 'both';
  readonly kind: 'cooperation' | 'conflict';
  readonly rise: boolean;
  readonly count: number;
  /** What the trailing periods lead to expect. */
  readonly expected: number;
  /** Probability of a count so far out, were nothing changed. */
  readonly p: number;
  readonly label: string;
  readonly line: Line;
}

/** A claim beside its denials. */
export interface LedgerEntry {
  readonly claim: ReportRow;
  readonly affirmedBy: readonly SaidRow[];
  readonly denials: readonly { readonly report: ReportRow; readonly by: SaidRow | null; readonly how: string }[];
}

/** A first of its kind in the record ("first meeting since …"). */
export interface First {
  readonly event: string;
  readonly day: string;
  readonly type: string;
  /** Day of the one before it, null where there is none in the record. */
  readonly before: string | null;
  readonly line: Line;
}

export interface MeasureRow {
  readonly id: string;
  readonly authority: string;
  readonly instrument: string;
  readonly paragraphs: readonly string[];
  readonly targets: readonly string[];
  readonly scope: string;
  readonly from: string;
  readonly to: string | null;
  readonly force: string;
  readonly url: string | null;
  readonly source: string;
  /** What of it was checked against the text; null where it was not. */
  readonly checked: string | null;
}

/** A measure's meeting with a report. A lookup, not a judgement of law. */
export interface FindingRow {
  readonly id: string;
  readonly report: string;
  readonly measure: MeasureRow;
  /** "would breach S/RES/1874 (2009) ¶9 …" */
  readonly text: string;
  readonly conditional: boolean;
  readonly because: string;
}

export interface RelationView {
  readonly a: ActorRef;
  readonly b: ActorRef;
  readonly since: string | null;
  readonly until: string | null;
  /** First and last day with a report between the two, whatever the period asked for. */
  readonly span: { readonly from: string; readonly to: string } | null;
  readonly period: Period;
  readonly assessment: Line;
  readonly articles: number;
  readonly origins: number;
  readonly forward: Direction;
  readonly backward: Direction;
  readonly changes: readonly Change[];
  readonly firsts: readonly First[];
  readonly events: readonly EventRow[];
  /** What others are reported to have done towards both at once. */
  readonly about: readonly EventRow[];
  readonly ledger: readonly LedgerEntry[];
  readonly quotes: readonly QuoteRow[];
  readonly findings: readonly FindingRow[];
  readonly measures: readonly MeasureRow[];
}

export interface EventView {
  readonly event: EventRow;
  readonly reports: readonly ReportRow[];
  readonly joins: readonly JoinRow[];
  readonly affirms: readonly { readonly by: SaidRow | null; readonly report: string }[];
  readonly denies: readonly { readonly by: SaidRow | null; readonly report: string }[];
  readonly findings: readonly FindingRow[];
  readonly where: ReportRow['where'];
}

export interface MentionRow {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly sentence: number;
  readonly kind: string;
  readonly reading: string;
  readonly actor: ActorRef | null;
}

export interface ArticleView {
  readonly source: SourceRow;
  readonly text: string;
  readonly language: string | null;
  readonly sentences: readonly SentenceRow[];
  readonly mentions: readonly MentionRow[];
  readonly reports: readonly ReportRow[];
  readonly statements: readonly QuoteRow[];
  /** Other articles with nearly the same text. */
  readonly copies: readonly SourceRow[];
}

export interface ActorView {
  readonly actor: ActorRef;
  /** Offices under which the record met this person, with the days of the news. */
  readonly offices: readonly { readonly office: string; readonly from: string | null; readonly to: string | null }[];
  readonly names: readonly string[];
  readonly counterparts: readonly Counterpart[];
  readonly events: readonly EventRow[];
  readonly quotes: readonly QuoteRow[];
  readonly tally: Tally;
}

export interface Counterpart {
  readonly actor: ActorRef;
  readonly events: number;
  readonly origins: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly last: string | null;
  readonly points: readonly Point[];
}

export interface PairRow {
  readonly a: ActorRef;
  readonly b: ActorRef;
  readonly events: number;
  readonly origins: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly last: EventRow | null;
  readonly points: readonly Point[];
}

export interface DeskView {
  /** True where every article is a sample that came with the program. */
  readonly sample: boolean;
  readonly articles: number;
  readonly reports: number;
  readonly events: number;
  readonly origins: number;
  readonly span: { readonly from: string; readonly to: string } | null;
  readonly top: readonly {
    readonly pair: readonly [ActorRef, ActorRef];
    readonly change: Change;
    readonly points: readonly Point[];
  }[];
  readonly pairs: readonly PairRow[];
  readonly newest: readonly SourceRow[];
}

export interface SearchView {
  readonly query: string;
  readonly relations: readonly PairRow[];
  readonly actors: readonly (ActorRef & { readonly events: number })[];
  readonly events: readonly EventRow[];
  readonly sentences: readonly { readonly source: SourceRow; readonly sentence: SentenceRow }[];
}

// ---------------------------------------------------------------- brief

/** Points at the sentence that a line rests on. `number` is its place in the brief's list of sources. */
export interface Citation {
  readonly number: number;
  readonly source: SourceRow;
  readonly sentence: SentenceRow;
  readonly report: string | null;
}

export interface BriefLine {
  /** Sentences from the sources stand in it byte for byte. */
  readonly text: string;
  readonly status: Status | null;
  /** When it is told to have been or to be. */
  readonly day: string | null;
  readonly cites: readonly Citation[];
}

export interface BriefQuote extends BriefLine {
  readonly words: readonly string[];
  readonly speaker: string;
  readonly office: string | null;
}

export interface Dispute {
  readonly claim: BriefLine;
  readonly denials: readonly BriefLine[];
}

export interface Brief {
  readonly title: string;
  readonly headline: BriefLine;
  /** What the reader has to know about the sources first ("From one source only."). */
  readonly notes: readonly string[];
  readonly topline: BriefLine | null;
  /** Periods that stand out, newest first. */
  readonly changes: readonly BriefLine[];
  readonly facts: readonly BriefLine[];
  readonly background: readonly BriefLine[];
  readonly quote: BriefQuote | null;
  readonly disputed: readonly Dispute[];
  readonly measures: readonly BriefLine[];
  readonly tangent: BriefLine | null;
  readonly further: readonly {
    readonly title: string;
    readonly publisher: string | null;
    readonly url: string | null;
  }[];
  readonly sources: readonly Citation[];
}
