/** What stands behind a number: the events of a relation that fit, their reports, and how many there are of each kind. */
import type { Desk, EvidenceQuery, Part } from './desk.ts';
import { eventsNumbered, inTime, matches } from './pairs.ts';
import * as record from './record/index.ts';
import { type Counted, countEvents, counts } from './relations/index.ts';
import type { EventRow, Facets, ReportRow } from './rows.ts';

async function oneWay(desk: Desk, direction: 'forward' | 'backward', query: EvidenceQuery): Promise<Counted[]> {
  const [left, right] = [(await desk.who(query.a)).side, (await desk.who(query.b)).side];
  return inTime(countEvents((await record.dealings(desk.file, left, right, query))[direction]));
}

async function inPeriod(desk: Desk, query: EvidenceQuery): Promise<readonly Counted[]> {
  const { direction = 'both' } = query;
  return direction === 'both' ? (await desk.counts(query.a, query.b, query)).events : oneWay(desk, direction, query);
}

/** The events that fit, newest first; `also` adds those of a second period. */
async function fitting(desk: Desk, query: EvidenceQuery): Promise<Counted[]> {
  const { also, kind, counted } = query;
  const events = [...(await inPeriod(desk, query))];
  if (also) {
    const known = new Set(events.map(({ event }) => event));
    const more = await inPeriod(desk, { ...query, since: also.from, until: also.to });
    events.push(...more.filter(({ event }) => !known.has(event)));
  }
  const fits = (event: Counted) =>
    matches(event, query) && (!kind || event.quad.endsWith(kind)) && (!counted || counts(event));
  const found = events.filter(fits);
  return also ? inTime(found) : found;
}

/** A part of the reports that fit, by event, newest first; `total` counts all of them. */
export async function evidencePage(
  desk: Desk,
  query: EvidenceQuery & Part,
): Promise<{ items: ReportRow[]; total: number }> {
  const ids = (await fitting(desk, query)).flatMap((event) => event.reports);
  const { limit, offset } = query;
  return { items: await record.reportsNumbered(desk.file, ids.slice(offset, offset + limit)), total: ids.length };
}

/** A part of the events that fit, newest first; `total` counts all of them. */
export async function eventPage(
  desk: Desk,
  a: string,
  b: string,
  options: Omit<EvidenceQuery, 'a' | 'b'> & Part,
): Promise<{ items: EventRow[]; total: number }> {
  const found = await fitting(desk, { ...options, a, b });
  const shown = found.slice(options.offset, options.offset + options.limit).map(({ event }) => event);
  return { items: await eventsNumbered(desk.file, shown), total: found.length };
}

/** How many events there are of each type, quad class and status. */
export function facetsOf(events: readonly Counted[]): Facets {
  const [types, quads, statuses]: Record<string, number>[] = [{}, {}, {}];
  const add = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { type, quad, status } of events) {
    add(types!, type);
    add(quads!, quad);
    add(statuses!, status);
  }
  return { types: types!, quads: quads!, statuses: statuses! };
}
