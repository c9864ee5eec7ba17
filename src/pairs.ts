/** Pairs of actors with their small lines: what the overview, an actor's page and search show of many relations. */

import { quadOf } from './ontology.ts';
import * as record from './record/index.ts';
import {
  type Counted,
  type CountedChange,
  type CountedFirst,
  type CountedLine,
  endOf,
  type Relation,
  relation,
  series,
  startsBetween,
  toEvent,
} from './relations/index.ts';
import type {
  ActorRef,
  Counterpart,
  DeskView,
  EventRow,
  LedgerEntry,
  Line,
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

/** Whom one side meets most, with the months up to the last one. */
export async function counterparts(
  file: record.RecordFile,
  who: Who,
  side: record.OneSide,
  limit: number,
): Promise<Counterpart[]> {
  const met = await record.metBy(file, side, limit);
  const [last] = met
    .flatMap((one) => one.last ?? [])
    .sort()
    .reverse();
  await record.bringActors(
    file,
    met.map(({ other }) => other),
  );
  const found: Counterpart[] = [];
  for (const { other, since, ...counts } of met) {
    const points = last ? sparkOfDays(since(monthsBefore(last, SPARK_MONTHS - 1)), last) : [];
    found.push({ actor: await who(other), ...counts, points });
  }
  return found;
}

/** A point for each of the last months. */
function sparkOfDays(days: readonly record.MetOn[], last: string): Point[] {
  return startsBetween(monthsBefore(last, SPARK_MONTHS - 1), last, 'month').map((start) => {
    const inside = days.filter(({ day }) => day.startsWith(start.slice(0, 7)));
    const quads = { ...NO_QUADS };
    for (const { quad, n } of inside) quads[quad] += n;
    const events = inside.reduce((sum, { n }) => sum + n, 0);
    const intensity = inside.reduce((sum, one) => sum + one.intensity, 0);
    return { from: start, to: endOf(start, 'month'), quads, events, intensity: events ? intensity / events : null };
  });
}

const NO_QUADS = {
  'verbal cooperation': 0,
  'material cooperation': 0,
  'verbal conflict': 0,
  'material conflict': 0,
};

/** What stands at the top of the overview. */
type Top = Omit<DeskView['top'][number], 'change'> & { readonly change: CountedChange };

/** A first, told as a change of one event where none was usual. */
function asChange({ day, line, type }: CountedFirst): CountedChange {
  const kind = isCooperation(quadOf(type)) ? 'cooperation' : 'conflict';
  return { from: day, to: day, direction: 'both', kind, rise: true, count: 1, expected: 0, p: 1, label: 'first', line };
}

const newerFirst = (a: Top, b: Top): number =>
  a.change.from < b.change.from ? 1 : a.change.from > b.change.from ? -1 : a.change.p - b.change.p;

/** The first of each pair before the second of any. */
function inTurn(tops: readonly Top[]): Top[] {
  const seen = new Map<string, number>();
  const turns = tops.map((top) => {
    const pair = top.pair.map(({ key }) => key).join(' ');
    seen.set(pair, (seen.get(pair) ?? 0) + 1);
    return { top, turn: seen.get(pair)! };
  });
  return turns.sort((x, y) => x.turn - y.turn).map(({ top }) => top);
}

/** The latest changes, of several pairs where several have one; where there are few, the latest firsts, one of each pair. */
function choose(found: readonly PairWithChanges[], most: number): Top[] {
  const told = (one: PairWithChanges, changes: readonly CountedChange[]) =>
    changes.map((change): Top => ({ pair: [one.row.a, one.row.b], change, points: one.row.points }));
  const changes = inTurn(found.flatMap((one) => told(one, one.changes)).sort(newerFirst)).slice(0, most);
  const firsts = found.flatMap((one) => told(one, one.firsts.slice(-1).map(asChange))).sort(newerFirst);
  return [...changes, ...firsts.slice(0, most - changes.length)].sort(newerFirst);
}

/** The latest changes; where there are few, the latest firsts, one of each pair. */
export async function topOf(
  file: record.RecordFile,
  found: readonly PairWithChanges[],
  most: number,
): Promise<DeskView['top']> {
  const top = choose(found, most);
  const ids = await record.idsOf(
    file,
    top.flatMap(({ change }) => change.line.reports),
  );
  return top.map((one) => ({ ...one, change: withIds(one.change, ids) }));
}

/** Something that rests on reports, with their ids in place of their numbers. */
function withIds<T extends { readonly line: CountedLine }>(
  one: T,
  ids: ReadonlyMap<number, string>,
): Omit<T, 'line'> & { readonly line: Line } {
  return { ...one, line: lineWithIds(one.line, ids) };
}

const lineWithIds = (line: CountedLine, ids: ReadonlyMap<number, string>): Line => ({
  ...line,
  reports: line.reports.flatMap((n) => ids.get(n) ?? []),
});

/** Reports that a sentence on a whole relation is told to rest on; of thousands the newest are enough to go on from. */
const ENOUGH = 40;

/** What a relation's numbers say in words, with the reports' ids. */
export async function withNames(file: record.RecordFile, { changes, firsts, assessment }: Relation, most: number) {
  const short = (line: CountedLine, n = most): CountedLine => ({ ...line, reports: line.reports.slice(0, n) });
  const balance = short(assessment, Math.min(most, ENOUGH));
  const lines = [balance, ...changes.map(({ line }) => short(line)), ...firsts.map(({ line }) => short(line))];
  const events = firsts.map(({ event }) => event);
  const ids = await record.idsOf(file, [...lines.flatMap(({ reports }) => reports), ...events]);
  return {
    assessment: lineWithIds(balance, ids),
    changes: changes.map((change) => withIds({ ...change, line: short(change.line) }, ids)),
    firsts: firsts.map((first) => ({ ...withIds(first, ids), event: ids.get(first.event)! })),
  };
}

export interface PairWithChanges {
  readonly row: PairRow;
  readonly changes: readonly CountedChange[];
  readonly firsts: readonly CountedFirst[];
}

/** First day of so many months up to the last one; earlier where a pair has had nothing since. */
function sinceFor(pairs: readonly PairCount[], lastDay: string, months: number): string {
  const days = [monthsBefore(lastDay, months), ...pairs.flatMap(({ last }) => last ?? [])];
  return days.reduce((least, day) => (day < least ? day : least));
}

/** Pairs of countries with their last events and small lines. Asks the record once for all of them. */
export async function pairsInShort(
  file: record.RecordFile,
  who: Who,
  pairs: readonly PairCount[],
  lastDay: string | null,
): Promise<PairRow[]> {
  const since = lastDay ? sinceFor(pairs, lastDay, SPARK_MONTHS - 1) : null;
  return (await pairsSince(file, who, pairs, lastDay, since)).map(({ row }) => row);
}

/** The same with what changed. */
export function pairsWithChanges(
  file: record.RecordFile,
  who: Who,
  pairs: readonly PairCount[],
  lastDay: string | null,
): Promise<PairWithChanges[]> {
  const many = pairs.reduce((sum, pair) => sum + pair.events, 0) > MANY;
  return pairsSince(file, who, pairs, lastDay, many && lastDay ? sinceFor(pairs, lastDay, WATCHED_MONTHS) : null);
}

async function pairsSince(
  file: record.RecordFile,
  who: Who,
  pairs: readonly PairCount[],
  lastDay: string | null,
  since: string | null,
): Promise<PairWithChanges[]> {
  const volume = await record.volumeByDay(file);
  const dealings = await record.dealingsOfPairs(file, pairs, since);
  await record.bringActors(
    file,
    pairs.flatMap(({ a, b }) => [a, b]),
  );
  const related = [];
  for (const pair of pairs) {
    const [a, b] = [await who(pair.a), await who(pair.b)];
    related.push({ pair, a, b, found: relation({ a, b, ...dealings.get(pair)!, volume }) });
  }
  const lastOf = ({ events }: Relation) => events.find((event) => event.day)?.event ?? null;
  const newest = [...new Set(related.flatMap(({ found }) => lastOf(found) ?? []))];
  const events = await eventsNumbered(file, newest);
  const last = new Map(newest.map((n, i) => [n, events[i]!]));
  return related.map(({ pair, a, b, found }) => {
    const { events, origins, cooperation, conflict } = pair;
    const event = last.get(lastOf(found) ?? -1) ?? null;
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
      firsts: since ? [] : found.firsts,
    };
  });
}

/** Pairs that are looked through for meetings. */
const ALL_PAIRS = 5000;

/** How often any two of these countries meet each other, the most first. */
export async function meetings(file: record.RecordFile, countries: readonly string[]): Promise<PairCount[]> {
  const wanted = new Set(countries);
  const all = await record.statePairs(file, ALL_PAIRS, countries);
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

/** Events by their numbers, in their order. */
export const eventsNumbered = async (file: record.RecordFile, numbers: readonly number[]): Promise<EventRow[]> =>
  (await record.reportsByEvent(file, numbers)).groups.map(toEvent);

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Events, newest first. */
export const inTime = (events: readonly Counted[]): Counted[] =>
  [...events].sort((a, b) => order(b.day ?? '', a.day ?? '') || b.event - a.event);

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
