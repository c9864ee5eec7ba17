/** Counts of dyad rows: events once each, by the report that stands for them. */
import type { Quad, Status } from '../nouns.ts';
import type { CountRow, Period, Point, Tally } from '../rows.ts';
import { QUADS, STATUS_ORDER } from '../wording.ts';
import { endOf, periodStarts, startsBetween } from './periods.ts';

/** An event as counting sees it; event, reports and origins by their numbers in the record. */
export interface Counted {
  readonly event: number;
  readonly day: string | null;
  readonly quad: Quad;
  readonly type: string;
  readonly mode: string | null;
  readonly status: Status;
  readonly intensity: number;
  readonly reports: readonly number[];
  /** Each once. */
  readonly origins: readonly number[];
}

const strength = (status: Status): number => STATUS_ORDER.indexOf(status);

/** An event of one row: most are. A plain literal, since there are tens of thousands. */
function alone({ event, day, quad, type, mode, status, intensity, report, origin }: CountRow): Counted {
  return { event, day, quad, type, mode, status, intensity, reports: [report], origins: [origin] };
}

function together(group: readonly CountRow[]): Counted {
  const { event, day, quad, type, mode, intensity } = group.find((row) => row.report === row.event) ?? group[0]!;
  const status = group.map((row) => row.status).reduce((a, b) => (strength(b) < strength(a) ? b : a));
  const reports = [...new Set(group.map((row) => row.report))];
  const origins = [...new Set(group.map((row) => row.origin))];
  return { event, day, quad, type, mode, status, intensity, reports, origins };
}

/** The report that an event is named by stands for it, else the first one; its status is the strongest among them. */
export function countEvents(rows: readonly CountRow[]): Counted[] {
  const groups = new Map<number, CountRow | CountRow[]>();
  for (const row of rows) {
    const group = groups.get(row.event);
    if (group === undefined) groups.set(row.event, row);
    else if (Array.isArray(group)) group.push(row);
    else groups.set(row.event, [group, row]);
  }
  const found: Counted[] = [];
  for (const group of groups.values()) found.push(Array.isArray(group) ? together(group) : alone(group));
  return found;
}

const once = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.length === 1 && b.length === 1 && a[0] === b[0] ? a : [...new Set([...a, ...b])];

/** The events of both directions, each once: a meeting stands in both. */
export function bothWays(forward: readonly Counted[], backward: readonly Counted[]): Counted[] {
  const found = new Map(forward.map((event) => [event.event, event]));
  for (const event of backward) {
    const other = found.get(event.event);
    if (!other) found.set(event.event, event);
    else {
      const told = other.reports[0] === event.event || event.reports[0] !== event.event ? other : event;
      const status = strength(event.status) < strength(other.status) ? event.status : other.status;
      const [reports, origins] = [once(other.reports, event.reports), once(other.origins, event.origins)];
      found.set(event.event, { ...told, status, reports, origins });
    }
  }
  return [...found.values()];
}

/** Denied and negated events are told of, but not counted as cooperation or conflict. */
export const counts = (event: Counted): boolean => event.status !== 'denied' && event.status !== 'negated';

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

function mean(values: readonly number[]): number | null {
  return values.length ? values.reduce((a, b) => a + b, 0) / values.length : null;
}

/** Counts of one direction. Quads, types and intensity leave out what is denied or told as not so. */
export function tally(events: readonly Counted[]): Tally {
  const quads = zeros(QUADS);
  const statuses = zeros(STATUS_ORDER);
  const types: Record<string, number> = {};
  const origins = new Set<number>();
  for (const event of events) {
    statuses[event.status]++;
    for (const origin of event.origins) origins.add(origin);
    if (!counts(event)) continue;
    quads[event.quad]++;
    types[event.type] = (types[event.type] ?? 0) + 1;
  }
  const reports = events.reduce((sum, event) => sum + event.reports.length, 0);
  const intensity = mean(events.filter(counts).map((event) => event.intensity));
  return { events: events.length, reports, origins: origins.size, intensity, quads, types, statuses };
}

/** A point for each period from one day to another; periods without events are there, empty. */
export function series(events: readonly Counted[], period: Period, from: string, to: string): Point[] {
  const byStart = new Map<string, Counted[]>(startsBetween(from, to, period).map((start) => [start, []]));
  const startOf = periodStarts(period);
  for (const event of events) {
    if (event.day && counts(event)) byStart.get(startOf(event.day))?.push(event);
  }
  return [...byStart].map(([start, group]) => {
    const quads = zeros(QUADS);
    for (const event of group) quads[event.quad]++;
    return {
      from: start,
      to: endOf(start, period),
      quads,
      events: group.length,
      intensity: mean(group.map((event) => event.intensity)),
    };
  });
}
