/** Pairs of actors with their small lines: what the overview, an actor's page and search show of many relations. */

import { quadOf } from './ontology.ts';
import * as record from './record/index.ts';
import { type Counted, countEvents, counts, relation, series, toEvents } from './relations/index.ts';
import type {
  ActorRef,
  Change,
  Counterpart,
  DeskView,
  DyadRow,
  EventRow,
  First,
  LedgerEntry,
  PairCount,
  PairRow,
  Point,
  QuoteRow,
} from './rows.ts';
import { isCooperation } from './wording.ts';

const SPARK_MONTHS = 24;
/** Of records with more events than this the overview looks at the last months only. */
const MANY = 20_000;
const WATCHED_MONTHS = 36;

/** Finds the actor that a country code or a key means. */
export type Who = (words: string) => Promise<ActorRef>;

/** Whom one side meets most; `rows` are all its dyads, either way. */
export async function counterparts(
  who: Who,
  side: Exclude<record.Side, 'any'>,
  rows: readonly DyadRow[],
  limit: number,
): Promise<Counterpart[]> {
  const isOwn = (key: string, country: string | null) =>
    'country' in side ? country === side.country : key === side.key;
  const groups = new Map<string, DyadRow[]>();
  for (const row of rows) {
    const other = isOwn(row.a, row.a_country) ? (row.b_country ?? row.b) : (row.a_country ?? row.a);
    const group = groups.get(other);
    if (group) group.push(row);
    else groups.set(other, [row]);
  }
  const weighed = [...groups].map(([other, group]) => ({ other, events: countEvents(group) }));
  weighed.sort((x, y) => y.events.length - x.events.length || (x.other < y.other ? -1 : 1));
  const found: Counterpart[] = [];
  for (const { other, events } of weighed.slice(0, limit)) found.push(counterpart(await who(other), events));
  return found;
}

function counterpart(actor: ActorRef, events: readonly Counted[]): Counterpart {
  const told = events.filter(counts);
  const cooperation = told.filter((event) => isCooperation(event.quad)).length;
  const last =
    events
      .map((event) => event.day ?? '')
      .sort()
      .at(-1) || null;
  const origins = new Set(events.flatMap((event) => [...event.origins])).size;
  return {
    actor,
    events: events.length,
    origins,
    cooperation,
    conflict: told.length - cooperation,
    last,
    points: last ? sparkOf(events, last) : [],
  };
}

/** What stands at the top of the overview. */
type Top = DeskView['top'][number];

/** A first, told as a change of one event where none was usual. */
function asChange({ day, line, type }: First): Change {
  const kind = isCooperation(quadOf(type)) ? 'cooperation' : 'conflict';
  return { from: day, to: day, direction: 'both', kind, rise: true, count: 1, expected: 0, p: 1, label: 'first', line };
}

const newerFirst = (a: Top, b: Top): number =>
  a.change.from < b.change.from ? 1 : a.change.from > b.change.from ? -1 : a.change.p - b.change.p;

/** The latest changes; where there are few, the latest firsts, one of each pair. */
export function topOf(found: readonly PairWithChanges[], most: number): Top[] {
  const told = (one: PairWithChanges, changes: readonly Change[]) =>
    changes.map((change): Top => ({ pair: [one.row.a, one.row.b], change, points: one.row.points }));
  const changes = found
    .flatMap((one) => told(one, one.changes))
    .sort(newerFirst)
    .slice(0, most);
  const firsts = found.flatMap((one) => told(one, one.firsts.slice(-1).map(asChange))).sort(newerFirst);
  return [...changes, ...firsts.slice(0, most - changes.length)].sort(newerFirst);
}

export interface PairWithChanges {
  readonly row: PairRow;
  readonly changes: readonly Change[];
  readonly firsts: readonly First[];
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Pairs of countries with their last events, small lines and what changed. Asks the record once for all of them. */
export async function pairsWithChanges(
  file: record.RecordFile,
  who: Who,
  pairs: readonly PairCount[],
  lastDay: string | null,
): Promise<PairWithChanges[]> {
  const volume = await record.volumeByDay(file);
  const groups = new Map<string, DyadRow[]>(pairs.map((pair) => [pairKey(pair.a, pair.b), []]));
  const many = pairs.reduce((sum, pair) => sum + pair.events, 0) > MANY;
  const since = many && lastDay ? monthsBefore(lastDay, WATCHED_MONTHS) : null;
  for (const row of await record.dyadsOfPairs(file, pairs, since))
    groups.get(pairKey(row.a_country!, row.b_country!))?.push(row);
  const related = [];
  for (const pair of pairs) {
    const rows = groups.get(pairKey(pair.a, pair.b))!;
    const [a, b] = [await who(pair.a), await who(pair.b)];
    const forward = rows.filter((row) => row.a_country === pair.a);
    const backward = rows.filter((row) => row.a_country === pair.b);
    related.push({ pair, a, b, found: relation({ a, b, forward, backward, volume }) });
  }
  const newest = related.flatMap(({ found }) => found.events.find((event) => event.day)?.event ?? []);
  const last = new Map(
    toEvents(await record.reportsOfEvents(file, [...new Set(newest)])).map((event) => [event.id, event]),
  );
  return related.map(({ pair, a, b, found }) => {
    const { events, origins, cooperation, conflict } = pair;
    const event = last.get(found.events.find((one) => one.day)?.event ?? '') ?? null;
    return {
      row: {
        a,
        b,
        events,
        origins,
        cooperation,
        conflict,
        last: event,
        points: lastDay ? sparkOf(found.events, lastDay) : [],
      },
      changes: found.changes,
      // A first needs the whole past.
      firsts: many ? [] : found.firsts,
    };
  });
}

/** Pairs that are looked through for meetings. */
const ALL_PAIRS = 5000;

/** How often any two of these countries meet each other, the most first. */
export async function meetings(file: record.RecordFile, countries: readonly string[]): Promise<PairCount[]> {
  const wanted = new Set(countries);
  const all = await record.countryPairs(file, ALL_PAIRS);
  return all.filter((pair) => wanted.has(pair.a) && wanted.has(pair.b));
}

/** First day of the month that lies so many months before a day's. */
function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

/** Months up to the last one, for a small line. */
const sparkOf = (events: readonly Counted[], last: string): Point[] =>
  series(events, 'month', monthsBefore(last, SPARK_MONTHS - 1), last);

export function inOrder(events: readonly EventRow[], ids: readonly string[]): EventRow[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Events, newest first. */
export const inTime = (events: readonly Counted[]): Counted[] =>
  [...events].sort((a, b) => order(b.day ?? '', a.day ?? '') || order(b.event, a.event));

/** Ids of events, newest first. */
export const newestFirst = (events: readonly Counted[]): string[] => inTime(events).map((event) => event.event);

/** The first of a ledger, claims that somebody answers before denials on their own. */
export function shortened(entries: readonly LedgerEntry[], most: number): LedgerEntry[] {
  const isAnswered = ({ claim, denials }: LedgerEntry) => denials.some(({ report }) => report.id !== claim.id);
  return [...entries.filter(isAnswered), ...entries.filter((entry) => !isAnswered(entry))].slice(0, most);
}

const wordsIn = (quote: QuoteRow): number =>
  quote.content
    .map((piece) => piece.text)
    .join(' ')
    .split(/\s+/).length;

/** Direct words of a named speaker, long enough to say something. */
export const isWorthKeeping = (quote: QuoteRow): boolean =>
  quote.direct && quote.speaker?.name != null && wordsIn(quote) >= 5;

/** Does an event have the quad class, type and status that are asked for? */
export function matches(
  event: Counted,
  { quad, type, status }: { quad?: string | null; type?: string | null; status?: string | null },
): boolean {
  return (!quad || event.quad === quad) && (!type || event.type === type) && (!status || event.status === status);
}

/** A country as a whole, whoever of it stood in the actors' table. */
export const countryRef = (actor: ActorRef): ActorRef => ({ ...actor, key: actor.country!, sector: null });
