/** Views made of the record's rows: what pages, briefs and feeds show. Types only; import them from `rows.ts`. */
import type { Part, Quad, Status } from './nouns.ts';
import type { ActorRef, EventRow, JoinRow, QuoteRow, ReportRow, SaidRow, SentenceRow, SourceRow } from './rows.ts';

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

/** A period with what was published in it. */
export interface CoveredPeriod {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Articles of independent origin published in it, about whomever. */
  readonly articles: number;
}

/** One count in two periods. */
export interface Figure {
  readonly first: number;
  readonly second: number;
  readonly change: number;
  /** For 100 articles of coverage; null where a period has none. */
  readonly rates: { readonly first: number | null; readonly second: number | null; readonly change: number | null };
  /** Roughly the chance of a difference at least so large, had only the coverage changed; null where nothing can be said. */
  readonly p: number | null;
}

/** One direction, or both together with each event once, in two periods. Quads and types leave out what is denied. */
export interface ComparedSide {
  readonly direction: 'forward' | 'backward' | 'both';
  readonly from: ActorRef;
  readonly to: ActorRef;
  readonly events: Figure;
  readonly reports: Figure;
  readonly origins: Figure;
  readonly quads: Readonly<Record<Quad, Figure>>;
  /** Types that one of the periods has. */
  readonly types: Readonly<Record<string, Figure>>;
  readonly statuses: Readonly<Record<Status, Figure>>;
  /** Mean intensity; null where there is nothing to average. */
  readonly intensity: { readonly first: number | null; readonly second: number | null; readonly change: number | null };
}

/** A difference worth a sentence: of a kind, or of a type that only one period has. */
export interface Contrast {
  readonly direction: 'forward' | 'backward' | 'both';
  readonly type: string | null;
  readonly kind: 'cooperation' | 'conflict' | null;
  readonly figure: Figure;
  readonly text: string;
}

/** Two periods of a relation side by side. */
export interface PeriodsView {
  readonly a: ActorRef;
  readonly b: ActorRef;
  readonly first: CoveredPeriod;
  readonly second: CoveredPeriod;
  /** Forward, backward, both. */
  readonly sides: readonly ComparedSide[];
  /** Where cooperation or conflict differs by more than coverage and chance would have it, the surest first. */
  readonly lines: readonly Contrast[];
  /** Types that only the second period has, and those that only the first one has. */
  readonly fresh: readonly Contrast[];
  readonly stopped: readonly Contrast[];
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

/** What of a measure can be borne out: the number of its paragraph, what it bans for whom, its first and last day. */
export type MeasurePart = 'paragraph' | 'ban' | 'dates';

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
  /** What of it was compared with something, and with what; null where nothing was. */
  readonly checked: string | null;
  /** Which of these that comparison bears out. */
  readonly confirmed: readonly MeasurePart[];
  /** The day to which its term is known, where it has to be renewed. */
  readonly known_until: string | null;
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

/** How many events there are of each type, quad class and status, whatever their status; all of them once. */
export interface Facets {
  readonly types: Readonly<Record<string, number>>;
  readonly quads: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
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
  /** The newest events; `total` counts all, `facets` by type, quad class and status. */
  readonly events: readonly EventRow[];
  readonly total: number;
  readonly facets: Facets;
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

/** An office between two days; null where no beginning is known, or no end so far. */
export interface OfficeRow {
  readonly office: string;
  readonly country: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Where the days are from, several with "; " between; null: from the days of the news. */
  readonly source: string | null;
}

export interface HolderRow extends OfficeRow {
  readonly key: string;
  readonly name: string;
  /** "HOS", "HOG", "FM", "DM" */
  readonly officeClass: string | null;
}

export interface ActorView {
  readonly actor: ActorRef;
  /** The state that it belongs to; null for a state itself, and where none is known. */
  readonly of: ActorRef | null;
  /** Offices by their terms, the latest first; of somebody without terms in the lexicon, by the days of the news. */
  readonly offices: readonly OfficeRow[];
  /** Of a state: who led it in the time of its news. */
  readonly holders: readonly HolderRow[];
  /** Names that articles of the record have for this actor, the commonest first. */
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
  /** When it is told to have been or to be; `until` where that is more than a day. */
  readonly day: string | null;
  readonly until?: string | null;
  readonly cites: readonly Citation[];
}

export interface BriefQuote extends BriefLine {
  readonly words: readonly string[];
  readonly speaker: string;
  readonly office: string | null;
}

export interface Dispute {
  /**
   * A claim that other sentences deny; or one sentence that tells both that somebody claims it and that it is denied; or
   * a denial of what nobody here claims. The latter two have no denials beside their claim.
   */
  readonly kind: 'answered' | 'together' | 'alone';
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
