/** Our own columns: one row for each report, with status, speakers and spans. CSV, and the side file of other formats. */
import type { PartyRow, ReportRow, SaidRow } from '../rows.ts';

export const FLAT_COLUMNS: readonly string[] = [
  ...['event', 'report', 'article', 'published', 'publisher', 'title', 'url', 'origin'],
  ...[
    'type',
    'mode',
    'contexts',
    'cameo',
    'quad',
    'intensity',
    'mutual',
    'day',
    'when_from',
    'when_to',
    'when_implied',
  ],
  ...['actors', 'actor_countries', 'actor_sectors', 'recipients', 'recipient_countries', 'recipient_sectors'],
  ...['status', 'modality', 'negated', 'historical', 'speakers', 'speaker_stances', 'direct'],
  ...[
    'place',
    'place_country',
    'lat',
    'lon',
    'part',
    'sentence_from',
    'sentence_to',
    'cue_from',
    'cue_to',
    'cue',
    'sentence',
    'confidence',
    'rule',
  ],
];

type Cell = string | number | boolean | null;

const joined = (parties: readonly PartyRow[], pick: (party: PartyRow) => string | null): string =>
  parties.map((party) => pick(party) ?? '').join('; ');
const saidJoined = (said: readonly SaidRow[], pick: (said: SaidRow) => string | null): string =>
  said.map((one) => pick(one) ?? '').join('; ');

function partyCells(name: 'actor' | 'recipient', parties: readonly PartyRow[]): Record<string, Cell> {
  return {
    [`${name}s`]: joined(parties, (p) => p.name),
    [`${name}_countries`]: joined(parties, (p) => p.country),
    [`${name}_sectors`]: joined(parties, (p) => p.sector),
  };
}

/** A report's cells in the order of FLAT_COLUMNS. */
export function flatRow(report: ReportRow): Cell[] {
  const { source, sentence, when, where, said } = report;
  const cells: Record<string, Cell> = {
    ...{
      event: report.event,
      report: report.id,
      article: source.article,
      published: source.published,
      publisher: source.publisher,
      title: source.title,
      url: source.url,
      origin: source.origin,
    },
    ...{
      type: report.type,
      mode: report.mode,
      contexts: report.contexts.join('; '),
      cameo: report.cameo,
      quad: report.quad,
      intensity: report.intensity,
      mutual: report.mutual,
    },
    ...{
      day: report.day,
      when_from: when?.from ?? null,
      when_to: when?.to ?? null,
      when_implied: when?.implied ?? null,
    },
    ...{ ...partyCells('actor', report.actors), ...partyCells('recipient', report.recipients) },
    ...{ status: report.status, modality: report.modality, negated: report.negated, historical: report.historical },
    ...{
      speakers: saidJoined(said, (s) => s.name),
      speaker_stances: saidJoined(said, (s) => s.stance),
      direct: said.some((s) => s.direct),
    },
    ...{
      place: where?.name ?? null,
      place_country: where?.country ?? null,
      lat: where?.lat ?? null,
      lon: where?.lon ?? null,
    },
    ...{
      part: sentence.part,
      sentence_from: sentence.from,
      sentence_to: sentence.to,
      cue_from: report.cue.from,
      cue_to: report.cue.to,
      cue: report.cue.text,
    },
    ...{ sentence: sentence.text, confidence: report.confidence, rule: report.rule },
  };
  return FLAT_COLUMNS.map((name) => cells[name] ?? null);
}

/**
 * A line of CSV (RFC 4180). Cells that a spreadsheet would take for a formula get an apostrophe: their text comes from
 * outside.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
