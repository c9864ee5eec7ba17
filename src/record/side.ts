/** One side of everything: whom it meets, what its events are. Counted in one pass over whole numbers. */
import type { Tally } from '../rows.ts';
import { QUADS, STATUS_ORDER } from '../wording.ts';
import { dealingsOf, type Someone } from './counting.ts';
import { actorKeys } from './kept.ts';
import type { Kind, RecordFile } from './record.ts';
import { COUNTRIES, countryOfNumber, dayNumber, dayOfNumber } from './schema.ts';
import { SQL } from './sql.ts';

/** An event, as the report read first tells it, with the strongest status and the earliest day of its reports. */
interface Told {
  readonly event: number;
  report: number;
  kind: Kind;
  strength: number;
  day: number | null;
}

export interface Met {
  /** A country's code, or the key of an actor without one. */
  readonly other: string;
  readonly events: number;
  readonly origins: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly last: string | null;
}

export interface MetOn {
  readonly day: string;
  readonly quad: Kind['quad'];
  readonly n: number;
  /** Summed over the events. */
  readonly intensity: number;
}

interface Meeting {
  readonly other: number;
  readonly events: Map<number, Told>;
  readonly origins: Set<number>;
}

/** Everything that one side does or has done to it. */
export interface OneSide {
  readonly events: ReadonlyMap<number, Told>;
  readonly reports: number;
  readonly origins: number;
  readonly meetings: ReadonlyMap<number, Meeting>;
}

const strengthOf = (kind: Kind): number => STATUS_ORDER.indexOf(kind.status);

/** Denied and negated events are told of, but not counted as cooperation or conflict. */
const AFFIRMED = STATUS_ORDER.indexOf('denied');

function tell(events: Map<number, Told>, event: number, report: number, kind: Kind, day: number | null): void {
  const known = events.get(event);
  if (!known) {
    events.set(event, { event, report, kind, strength: strengthOf(kind), day });
    return;
  }
  if (report < known.report) Object.assign(known, { report, kind });
  known.strength = Math.min(known.strength, strengthOf(kind));
  if (day !== null && (known.day === null || day < known.day)) known.day = day;
}

/** Counts one side: some ten thousand rows in some ten milliseconds. */
export async function oneSide(file: RecordFile, side: Someone): Promise<OneSide> {
  const { own, where } = await dealingsOf(file, side);
  const events = new Map<number, Told>();
  const [reports, origins] = [new Set<number>(), new Set<number>()];
  const meetings = new Map<number, Meeting>();
  const values = [...own.values, ...where.values];
  await file.each(SQL.dyadsOfOne(own.sql, where.sql), values, (row) => {
    const [report, event, origin, day, kindNumber, other] = row as readonly [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const kind = file.kind(kindNumber);
    reports.add(report);
    origins.add(origin);
    tell(events, event, report, kind, day);
    let met = meetings.get(other);
    if (!met) {
      met = { other, events: new Map(), origins: new Set() };
      meetings.set(other, met);
    }
    met.origins.add(origin);
    tell(met.events, event, report, kind, day);
  });
  return { events, reports: reports.size, origins: origins.size, meetings };
}

/** The events in numbers. */
export function tallyOf({ events, reports, origins }: OneSide): Tally {
  const quads = Object.fromEntries(QUADS.map((quad) => [quad, 0])) as Record<Kind['quad'], number>;
  const statuses = Object.fromEntries(STATUS_ORDER.map((status) => [status, 0])) as Record<Kind['status'], number>;
  const types: Record<string, number> = {};
  let [told, intensity] = [0, 0];
  for (const { kind, strength } of events.values()) {
    statuses[STATUS_ORDER[strength]!]++;
    if (strength >= AFFIRMED) continue;
    told++;
    intensity += kind.intensity;
    quads[kind.quad]++;
    types[kind.type] = (types[kind.type] ?? 0) + 1;
  }
  return { events: events.size, reports, origins, intensity: told ? intensity / told : null, quads, types, statuses };
}

/** Numbers of the newest events; those without a day come last. */
export function newestOf({ events }: OneSide, limit: number): number[] {
  const day = (told: Told) => told.day ?? Number.NEGATIVE_INFINITY;
  const sorted = [...events.values()].sort((x, y) => (day(y) === day(x) ? y.event - x.event : day(y) - day(x)));
  return sorted.slice(0, limit).map(({ event }) => event);
}

const counted = ({ other, events, origins }: Meeting) => {
  let [cooperation, conflict] = [0, 0];
  let last: number | null = null;
  for (const { kind, strength, day } of events.values()) {
    if (day !== null && (last === null || day > last)) last = day;
    if (strength >= AFFIRMED) continue;
    if (kind.quad.endsWith('cooperation')) cooperation++;
    else conflict++;
  }
  return {
    ...{ number: other, events: events.size, origins: origins.size, cooperation, conflict },
    last: last === null ? null : dayOfNumber(last),
  };
};

/** Whom it meets most; `since` gives what their events were from a day on. */
export async function metBy(
  file: RecordFile,
  side: OneSide,
  limit: number,
): Promise<(Met & { readonly since: (day: string) => MetOn[] })[]> {
  const most = [...side.meetings.values()].sort((x, y) => y.events.size - x.events.size || x.other - y.other);
  const chosen = most.slice(0, limit);
  const keys = await actorKeys(
    file,
    chosen.flatMap(({ other }) => (other < COUNTRIES ? [] : [other - COUNTRIES])),
  );
  return chosen.map((meeting) => {
    const { number, ...counts } = counted(meeting);
    const other = number < COUNTRIES ? countryOfNumber(number) : keys.get(number - COUNTRIES)!;
    return { other, ...counts, since: (day: string) => since(meeting, dayNumber(day)) };
  });
}

function since({ events }: Meeting, first: number): MetOn[] {
  const found: MetOn[] = [];
  for (const { kind, strength, day } of events.values()) {
    if (day === null || day < first || strength >= AFFIRMED) continue;
    found.push({ day: dayOfNumber(day), quad: kind.quad, n: 1, intensity: kind.intensity });
  }
  return found;
}
