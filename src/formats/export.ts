/** One event as the exports see it: its best report, its pairs, its codes. */
import type { EventRow, PartyRow, ReportRow } from '../rows.ts';
import { type FormatTables, goldsteinOf, labelOf } from './tables.ts';

/** An event with its reports; there is one at least. */
export interface ExportEvent {
  readonly event: EventRow;
  readonly reports: readonly ReportRow[];
  /** Ids of reports that tell only what somebody is accused of. */
  readonly accused?: ReadonlySet<string>;
}

/** An ordered pair of an event, for formats that know pairs only. Either side may be missing. */
export interface ExportPair {
  readonly id: string;
  readonly source: PartyRow | null;
  readonly target: PartyRow | null;
}

/** What formats without a column for status leave out unless it is asked for; the side file has all of it. */
export const LEFT_OUT = ['accused', 'historical', 'planned', 'possible', 'negated', 'denied'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/**
 * Why an event is no row of a format without a column for status; null where it is one: told as having taken place, by the
 * article or by somebody whom it cites. The deed in an accusation is none (the ACCUSE is), nor is a lesson of history, whose
 * day is often not told.
 */
export function reasonToLeave({ event, reports, accused }: ExportEvent): LeftOut | null {
  if (event.status !== 'reported' && event.status !== 'alleged') return event.status;
  if (reports.every((report) => report.historical)) return 'historical';
  const affirming = reports.filter(({ status }) => status === event.status);
  return affirming.every(({ id }) => accused?.has(id)) ? 'accused' : null;
}

export const bestReport = ({ event, reports }: ExportEvent): ReportRow =>
  reports.find((report) => report.id === event.told.report) ?? reports[0]!;

const orNone = (parties: readonly PartyRow[]): readonly (PartyRow | null)[] => (parties.length ? parties : [null]);

/** Actors towards recipients; a mutual event without recipients, everybody towards everybody else. */
export function pairsOf(one: ExportEvent): ExportPair[] {
  const { actors, recipients, mutual } = bestReport(one);
  const alone = mutual && recipients.length === 0;
  const found: ExportPair[] = [];
  for (const source of orNone(actors)) {
    for (const target of orNone(alone ? actors.filter((actor) => actor.key !== source?.key) : recipients)) {
      if (source && target && source.key === target.key) continue;
      found.push({ id: `${one.event.id}-${found.length}`, source, target });
    }
  }
  return found;
}

export interface Codes {
  readonly cameo: string;
  readonly root: string;
  readonly label: string;
  readonly goldstein: number | null;
}

/** CAMEO as exact as the words allow, else the root of the type. */
export function codesOf(report: ReportRow, tables: FormatTables): Codes {
  const cameo = report.cameo ?? tables.types.get(report.type) ?? '01';
  const root = cameo.slice(0, 2);
  return { cameo, root, label: labelOf(cameo, tables), goldstein: goldsteinOf(cameo, tables) };
}

/** "USAGOV": country and role; organisations of no one country by their own code. */
export function actorCode(party: PartyRow | null, tables: FormatTables): string {
  if (!party) return '';
  const role = party.sector ? (tables.sectors.get(party.sector)?.cameo ?? '') : '';
  const country = party.country ?? '';
  if (country || role) return country + role;
  return party.kind === 'organisation' ? 'IGO' : '';
}

/** A pure number of up to fifteen digits from a hexadecimal id, for formats that want one. */
export function numericId(id: string): string {
  let value = 0n;
  for (const character of id) value = (value * 131n + BigInt(character.codePointAt(0)!)) % 999_999_999_999_989n;
  return value.toString();
}

/** Words of a cell: no tabs and no line breaks. */
export function cell(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace(/[\t\r\n]+/g, ' ');
}

/** Cells in the order of a format's columns; a column that is not filled stays empty. Throws RangeError at an unknown one. */
export function inColumns(
  columns: readonly string[],
  cells: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string[] {
  for (const name of Object.keys(cells)) if (!columns.includes(name)) throw new RangeError(`no column "${name}"`);
  return columns.map((name) => cell(cells[name]));
}
