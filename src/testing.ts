/** A whole report row for tests: they say only what they are about. */
import type { ReportRow } from './rows.ts';

export function reportRow(text: string, more: Partial<ReportRow> = {}): ReportRow {
  return {
    ...{ id: 'r', event: null, type: 'AID', mode: null, contexts: [], cameo: null },
    ...{ quad: 'material cooperation', intensity: 10, mutual: false, when: null, day: null, where: null },
    ...{ modality: 'actual', negated: false, historical: false, status: 'reported', confidence: 0.9 },
    ...{ rule: 'r', topic: [], said: [], denies: [], actors: [], recipients: [] },
    source: { article: 'a', title: null, publisher: null, published: null, url: null, origin: 'a' },
    sentence: { index: 0, part: 'text', from: 0, to: text.length, text, kind: 'prose', section: null, paragraph: 0 },
    cue: { from: 0, to: 4, text: text.slice(0, 4) },
    ...more,
  };
}
