/** The formats by name: which files each writes, and the text of a piece of them. */
import { type ExportEvent, type LeftOut, reasonToLeave } from './export.ts';
import { csvLine, FLAT_COLUMNS, flatRow } from './flat.ts';
import { gdeltEvents, gdeltMentions } from './gdelt.ts';
import { icews, phoenix, polecat } from './pairs.ts';
import { ploverEvent } from './plover.ts';
import type { FormatTables } from './tables.ts';

export const FORMATS = ['plover', 'polecat', 'icews', 'gdelt', 'phoenix', 'csv', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * A file of an export: `suffix` goes behind the name asked for; `head` stands first; `body` is written for each event. `whole`:
 * for every event, also for those that the format leaves out.
 */
export interface ExportFile {
  readonly suffix: string;
  readonly head: string;
  readonly body: (one: ExportEvent) => string;
  readonly whole?: boolean;
}

type Writer = (one: ExportEvent, tables: FormatTables) => string[][];

const tsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join('\t')}\n`).join('');

function tabbed(suffix: string, columns: readonly string[] | null, write: Writer, tables: FormatTables): ExportFile {
  return { suffix, head: columns ? tsv([columns]) : '', body: (one) => tsv(write(one, tables)) };
}

/** Formats in which a reader sees whether an event is told, planned or denied. */
const WITH_STATUS: ReadonlySet<Format> = new Set(['plover', 'csv', 'parquet']);

/** Is the event a row of the format? `also`: what else than events told as having taken place is. */
export function isWritten(one: ExportEvent, format: Format, also: readonly LeftOut[]): boolean {
  const reason = WITH_STATUS.has(format) ? null : reasonToLeave(one);
  return reason === null || also.includes(reason);
}

const flat = (suffix: string): ExportFile => ({
  suffix,
  whole: true,
  head: csvLine(FLAT_COLUMNS),
  body: ({ reports }) => reports.map((report) => csvLine(flatRow(report))).join(''),
});

/** Status, speakers and spans of every report, beside formats that have no columns for them. */
const SIDE = '.reports.csv';

/** The files that a format writes. Parquet is written by the record itself, and has no file here. */
export function exportFiles(format: Format, tables: FormatTables): ExportFile[] {
  const { columns } = tables;
  const paired = (write: Writer, names: readonly string[]) => [tabbed('', names, write, tables), flat(SIDE)];
  if (format === 'plover')
    return [{ suffix: '', head: '', body: (one) => `${JSON.stringify(ploverEvent(one))}\n` }, flat(SIDE)];
  if (format === 'polecat') return paired(polecat, columns.polecat!);
  if (format === 'icews') return paired(icews, columns.icews!);
  if (format === 'phoenix') return paired(phoenix, columns.phoenix!);
  // GDELT's own files have no header line.
  if (format === 'gdelt')
    return [tabbed('', null, gdeltEvents, tables), tabbed('.mentions.tsv', null, gdeltMentions, tables), flat(SIDE)];
  return format === 'csv' ? [flat('')] : [];
}
