/** Numbers sentences in the order in which a brief cites them. */
import type { BriefLine, Citation, QuoteRow, ReportRow, SentenceRow, SourceRow } from '../rows.ts';

/** The sentence as it stands in its article, without the dateline before it. */
export const properText = ({ text, from, proper = from }: SentenceRow): string => text.slice(proper - from);

export class Citations {
  readonly #byPlace = new Map<string, Citation>();

  cite(source: SourceRow, sentence: SentenceRow, report: string | null): Citation {
    const key = `${source.article} ${sentence.index}`;
    const known = this.#byPlace.get(key);
    if (known) return known;
    const citation = { number: this.#byPlace.size + 1, source, sentence, report };
    this.#byPlace.set(key, citation);
    return citation;
  }

  /** The report's sentence, as it stands in its article. */
  line(report: ReportRow): BriefLine {
    const { status, day, source, sentence } = report;
    return { text: properText(sentence), status, day, cites: [this.cite(source, sentence, report.id)] };
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
}
