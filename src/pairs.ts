/** Pairs of actors with their small lines: what the overview, an actor's page and search show of many relations. */
import * as record from './record/index.ts';
import { type Counted, countEvents, relation, series, toEvent } from './relations/index.ts';
import type { ActorRef, Change, Counterpart, EventRow, PairCount, PairRow, Point } from './rows.ts';

const SPARK_MONTHS = 24;

/** Finds the actor that a country code or a key means. */
export type Who = (words: string) => Promise<ActorRef>;

/** Whom one side meets most. */
export async function counterparts(
  file: record.RecordFile,
  who: Who,
  side: Exclude<record.Side, 'any'>,
  limit: number,
): Promise<Counterpart[]> {
  const found: Counterpart[] = [];
  for (const row of await record.counterpartsOf(file, side, limit)) {
    const { other, events, origins, cooperation, conflict, last } = row;
    const actor = await who(other);
    const otherSide: record.Side =
      actor.kind === 'country' && actor.country ? { country: actor.country } : { key: actor.key };
    found.push({
      actor,
      events,
      origins,
      cooperation,
      conflict,
      last,
      points: await spark(file, side, otherSide, last),
    });
  }
  return found;
}

async function spark(file: record.RecordFile, a: record.Side, b: record.Side, last: string | null): Promise<Point[]> {
  if (!last) return [];
  const rows = [...(await record.dyads(file, a, b)), ...(await record.dyads(file, b, a))];
  return sparkOf(countEvents(rows), last);
}

export interface PairWithChanges {
  readonly row: PairRow;
  readonly changes: readonly Change[];
}

/** One pair of countries with its last event, its small line and what changed. */
export async function pairWithChanges(
  file: record.RecordFile,
  who: Who,
  count: PairCount,
  volume: ReadonlyMap<string, number>,
  lastDay: string | null,
): Promise<PairWithChanges> {
  const [a, b] = [await who(count.a), await who(count.b)];
  const forward = await record.dyads(file, { country: count.a }, { country: count.b });
  const backward = await record.dyads(file, { country: count.b }, { country: count.a });
  const counted = relation({ a, b, forward, backward, volume });
  const newest = counted.events.find((event) => event.day);
  const last = newest ? toEvent(await record.reportsOfEvents(file, [newest.event])) : null;
  const { events, origins, cooperation, conflict } = count;
  const row: PairRow = {
    a,
    b,
    events,
    origins,
    cooperation,
    conflict,
    last,
    points: lastDay ? sparkOf(counted.events, lastDay) : [],
  };
  return { row, changes: counted.changes };
}

/** Months up to the last one, for a small line. */
function sparkOf(events: readonly Counted[], last: string): Point[] {
  const [year, month] = last.split('-').map(Number) as [number, number];
  const start = new Date(Date.UTC(year, month - SPARK_MONTHS, 1));
  return series(events, 'month', start.toISOString().slice(0, 10), last);
}

export function inOrder(events: readonly EventRow[], ids: readonly string[]): EventRow[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Ids of events, newest first. */
export function newestFirst(events: readonly Counted[]): string[] {
  const key = (event: Counted) => `${event.day ?? ''} ${event.event}`;
  return [...events].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0)).map((event) => event.event);
}
