/** What a brief cites: each sentence once, numbered in the order in which the brief's lines show them. */
import type { Status } from '../nouns.ts';
import type { BriefLine, Citation, QuoteRow, ReportRow, SentenceRow, SourceRow } from '../rows.ts';

type Numbered = { -readonly [key in keyof Citation]: Citation[key] };

const placeOf = (source: SourceRow, sentence: SentenceRow): string => `${source.article} ${sentence.index}`;
/** In so many words, which the whole sentence then is about. */
const saysDenied = (report: ReportRow): boolean =>
  report.status === 'denied' || (report.status === 'negated' && report.said.some(({ stance }) => stance === 'denies'));
/** What is told as not so against somebody who says so is denied too. */
const isDenying = (report: ReportRow): boolean =>
  saysDenied(report) || (report.status === 'negated' && report.denies.length > 0);

/** The sentence as it stands in its article, without the dateline before it. */
export const properText = ({ text, from, proper = from }: SentenceRow): string => text.slice(proper - from);

export class Citations {
  readonly #statuses = new Map<string, Status>();

  /** `reports` are all reports of the articles: a sentence has the status of the first thing that it tells. */
  constructor(reports: readonly ReportRow[]) {
    for (const report of [...reports].sort((a, b) => a.cue.from - b.cue.from)) {
      const key = placeOf(report.source, report.sentence);
      if (saysDenied(report)) this.#statuses.set(key, 'denied');
      else if (!this.#statuses.has(key)) this.#statuses.set(key, report.status);
    }
  }

  /** A denial stays a denial, whatever else its sentence tells. */
  #statusOf(report: ReportRow): Status {
    return isDenying(report)
      ? 'denied'
      : (this.#statuses.get(placeOf(report.source, report.sentence)) ?? report.status);
  }

  readonly #byPlace = new Map<string, Numbered>();

  cite(source: SourceRow, sentence: SentenceRow, report: string | null): Citation {
    const key = placeOf(source, sentence);
    const known = this.#byPlace.get(key);
    if (known) return known;
    const citation = { number: this.#byPlace.size + 1, source, sentence, report };
    this.#byPlace.set(key, citation);
    return citation;
  }

  /** The report's sentence, as it stands in its article. */
  line(report: ReportRow): BriefLine {
    const { source, sentence, when } = report;
    // A year is no day that anything is counted on, but a time to tell.
    const day = report.day ?? when?.from ?? null;
    const status = this.#statusOf(report);
    return {
      text: properText(sentence),
      status,
      day,
      until: when?.to ?? null,
      cites: [this.cite(source, sentence, report.id)],
    };
  }

  /** A sentence, as strong as what was coded in it; a null status where that is nothing. */
  sentence(source: SourceRow, sentence: SentenceRow): BriefLine {
    const status = this.#statuses.get(placeOf(source, sentence)) ?? null;
    return { text: properText(sentence), status, day: source.published, cites: [this.cite(source, sentence, null)] };
  }

  /** A generated line that rests on reports; each of their sentences once. */
  resting(text: string, reports: readonly ReportRow[], most = 5): BriefLine {
    const cites = reports.map((report) => this.cite(report.source, report.sentence, report.id));
    return { text, status: null, day: null, cites: [...new Set(cites)].slice(0, most) };
  }

  ofQuote(quote: QuoteRow): Citation {
    return this.cite(quote.source, quote.sentence, null);
  }

  all(): Citation[] {
    return [...this.#byPlace.values()];
  }

  /** Numbers what these lines cite from 1 in their order, and gives it; what none of them shows is left out. */
  numbered(lines: readonly ({ readonly cites: readonly Citation[] } | null)[]): Citation[] {
    const shown = new Set(lines.flatMap((line) => line?.cites ?? []));
    const known = new Map<Citation, Numbered>([...this.#byPlace.values()].map((citation) => [citation, citation]));
    return [...shown].flatMap((citation, i) => {
      const own = known.get(citation);
      if (own) own.number = i + 1;
      return own ?? [];
    });
  }
}
