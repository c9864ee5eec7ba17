/** Two actors' dealings, counted both ways over time, with what changed. */

import { MUTUAL_TYPES } from '../ontology.ts';
import type { ActorRef, Change, CountRow, Direction, First, Line, Period, Point } from '../rows.ts';
import { counted, dayInWords, inSentence, isCooperation, periodInWords, typeNoun } from '../wording.ts';
import { findSurprises } from './changes.ts';
import { bothWays, type Counted, countEvents, counts, series, tally } from './count.ts';
import { daysBetween, fittingPeriod, periodStarts, shiftDays } from './periods.ts';

export interface RelationInput {
  readonly a: ActorRef;
  readonly b: ActorRef;
  /** What a is reported to have done towards b, and b towards a. */
  readonly forward: readonly CountRow[];
  readonly backward: readonly CountRow[];
  /** Articles of independent origin by day of publication. */
  readonly volume: ReadonlyMap<string, number>;
  readonly since?: string | null;
  readonly until?: string | null;
  /** Default: what fits the span. */
  readonly period?: Period | null;
}

/** A line that rests on reports, by their numbers in the record. */
export interface CountedLine extends Omit<Line, 'reports'> {
  readonly reports: readonly number[];
}
export interface CountedChange extends Omit<Change, 'line'> {
  readonly line: CountedLine;
}
export interface CountedFirst extends Omit<First, 'line' | 'event'> {
  readonly event: number;
  readonly line: CountedLine;
}

export interface Relation {
  readonly period: Period;
  readonly span: { readonly from: string; readonly to: string } | null;
  readonly forward: Direction;
  readonly backward: Direction;
  readonly changes: readonly CountedChange[];
  readonly firsts: readonly CountedFirst[];
  readonly assessment: CountedLine;
  /** Events of both directions, newest first. */
  readonly events: readonly Counted[];
}

function spanOf(...lists: readonly (readonly CountRow[])[]): { from: string; to: string } | null {
  let from: string | null = null;
  let to = '';
  for (const rows of lists) {
    for (const { day } of rows) {
      if (day === null) continue;
      if (from === null || day < from) from = day;
      if (day > to) to = day;
    }
  }
  return from === null ? null : { from, to };
}

/** Days before the first and behind the last publication that are still drawn: plans reach ahead, histories far back. */
const BEFORE = 31;
const BEHIND = 366;

/** The part of a span that lies near the days of publication: what is told of 1895 does not stretch the chart. */
function coveredSpan(
  span: { from: string; to: string } | null,
  volume: ReadonlyMap<string, number>,
): { from: string; to: string } | null {
  if (!span) return null;
  let [first, last] = ['', ''];
  for (const day of volume.keys()) {
    if (day && (!first || day < first)) first = day;
    if (day > last) last = day;
  }
  if (!first) return span;
  const from = shiftDays(first, -BEFORE);
  const to = shiftDays(last, BEHIND);
  if (span.to < from || span.from > to) return span;
  const [start, end] = [[span.from, from].sort()[1]!, [span.to, to].sort()[0]!];
  return { from: start, to: end };
}

type Volume = ReadonlyMap<string, number>;

/** The volume of coverage by period, worked out once for all relations of a record. */
const volumesKnown = new WeakMap<Volume, Map<Period, ReadonlyMap<string, number>>>();

function volumes(volume: Volume, points: readonly Point[], period: Period): number[] {
  const known = volumesKnown.get(volume) ?? new Map<Period, ReadonlyMap<string, number>>();
  volumesKnown.set(volume, known);
  const byStart = known.get(period) ?? volumeByPeriod(volume, period);
  known.set(period, byStart);
  return points.map((point) => byStart.get(point.from) ?? 0);
}

function volumeByPeriod(volume: Volume, period: Period): ReadonlyMap<string, number> {
  const byStart = new Map<string, number>();
  const startOf = periodStarts(period);
  for (const [day, n] of volume) {
    if (!day) continue;
    const start = startOf(day);
    byStart.set(start, (byStart.get(start) ?? 0) + n);
  }
  return byStart;
}

const KINDS = ['cooperation', 'conflict'] as const;

interface Watched {
  readonly direction: Direction;
  readonly events: readonly Counted[];
  readonly name: 'forward' | 'backward';
}

/** Origins that a rise needs. */
const LEAST_ORIGINS = 2;

function originsOf(events: readonly Counted[]): number {
  const found = new Set<number>();
  for (const event of events) for (const origin of event.origins) found.add(origin);
  return found.size;
}

function changesIn({ direction, events, name }: Watched, volume: readonly number[], period: Period): CountedChange[] {
  return KINDS.flatMap((kind) => {
    const ofKind = direction.points.map((point) => point.quads[`verbal ${kind}`] + point.quads[`material ${kind}`]);
    return findSurprises(ofKind, volume).flatMap(({ index, count, expected, p, rise }): CountedChange[] => {
      const { from, to } = direction.points[index]!;
      const inside = events.filter(
        (e) => e.day && e.day >= from && e.day <= to && isCooperation(e.quad) === (kind === 'cooperation') && counts(e),
      );
      // One long article is no change in the world.
      if (rise && originsOf(inside) < LEAST_ORIGINS) return [];
      const line = changeLine({ direction, kind, rise, count, expected, from, period, inside });
      const label = `${kind} ${rise ? 'up' : 'down'}`;
      return [{ from, to, direction: name, kind, rise, count, expected, p, label, line }];
    });
  });
}

interface ChangeWords {
  readonly direction: Direction;
  readonly kind: string;
  readonly rise: boolean;
  readonly count: number;
  readonly expected: number;
  readonly from: string;
  readonly period: Period;
  readonly inside: readonly Counted[];
}

/** "from North Korea towards the United States" */
const fromTo = ({ from, to }: { readonly from: ActorRef; readonly to: ActorRef }): string =>
  `from ${inSentence(from.name)} towards ${inSentence(to.name)}`;

/** "14 events from 9 origins, where about 3 would be usual." */
function changeLine({ direction, kind, rise, count, expected, from, period, inside }: ChangeWords): CountedLine {
  const origins = originsOf(inside);
  const usual = expected < 1 ? 'less than one' : `about ${Math.round(expected)}`;
  const subject = `${kind === 'conflict' ? 'Conflict' : 'Cooperation'} reported ${fromTo(direction)}`;
  const figures = count ? `${counted(count, 'event')} from ${inOrigins(origins)}` : 'no event';
  const text = `${subject} ${rise ? 'rose' : 'fell'} in ${periodInWords(from, period)}: ${figures}, where ${usual} would be usual.`;
  return { text, reports: inside.flatMap((event) => event.reports) };
}

/** Runs of changes of one kind and direction keep their sharpest period. */
function keepSharpest(changes: readonly CountedChange[]): CountedChange[] {
  const kept: CountedChange[] = [];
  for (const change of changes) {
    const last = kept.at(-1);
    const follows =
      last &&
      last.direction === change.direction &&
      last.kind === change.kind &&
      last.rise === change.rise &&
      daysBetween(last.to, change.from) <= 1;
    if (!follows) kept.push(change);
    else if (change.p < last.p) kept[kept.length - 1] = change;
  }
  return kept;
}

/** A both-way change (a meeting counts in both directions) is told once. */
function mergeBothWays(changes: readonly CountedChange[]): CountedChange[] {
  const kept: CountedChange[] = [];
  for (const change of changes) {
    const twin = kept.findIndex((k) => k.from === change.from && k.kind === change.kind && k.rise === change.rise);
    if (twin < 0) kept.push(change);
    else if (sameReports(kept[twin]!, change))
      kept[twin] = { ...kept[twin]!, direction: 'both', line: bothLine(kept[twin]!.line) };
    else kept.push(change);
  }
  return kept.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function sameReports(a: CountedChange, b: CountedChange): boolean {
  const other = new Set(b.line.reports);
  return a.line.reports.length === other.size && a.line.reports.every((id) => other.has(id));
}

const bothLine = (line: CountedLine): CountedLine => ({
  ...line,
  text: line.text.replace(/reported from (.+) towards (.+?) (rose|fell) in/, 'reported between $1 and $2 $3 in'),
});

/** Types whose first time is worth a word: deeds and meetings rather than words. */
const NOTABLE = new Set(['AGREE', 'CONSULT', 'AID', 'SANCTION', 'MOBILIZE', 'ASSAULT']);
/** Days without an event of a type after which the next one is worth a word. */
const LONG_GAP = 365;

/** Events that are the first of their type for a year or more, or in the whole record; `who` stands in the sentence. */
function firstsIn(
  events: readonly Counted[],
  types: (type: string) => boolean,
  who: string,
  start: string,
): CountedFirst[] {
  const last = new Map<string, string>();
  const found: CountedFirst[] = [];
  const told = events.filter(
    (event) => event.day && event.status === 'reported' && NOTABLE.has(event.type) && types(event.type),
  );
  for (const { event, day, type, reports } of newestFirst(told).reverse()) {
    const before = last.get(type) ?? null;
    last.set(type, day!);
    if (daysBetween(before ?? start, day!) < LONG_GAP) continue;
    const since = before ? `since ${dayInWords(before)}` : 'in this record';
    const text = `First ${typeNoun(type)} reported ${who} ${since}: ${dayInWords(day!)}.`;
    found.push({ event, day: day!, type, before, line: { text, reports } });
  }
  return found;
}

/** Of deeds in each direction; of what two do together, for both at once. */
function findFirsts(watched: readonly Watched[], events: readonly Counted[], start: string): CountedFirst[] {
  const [{ direction }] = watched as [Watched, Watched];
  const isMutual = (type: string) => MUTUAL_TYPES.has(type);
  const found = [
    ...firstsIn(
      events,
      isMutual,
      `between ${inSentence(direction.from.name)} and ${inSentence(direction.to.name)}`,
      start,
    ),
    ...watched.flatMap((one) => firstsIn(one.events, (type) => !isMutual(type), fromTo(one.direction), start)),
  ];
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** "one source", "3 origins" */
const inOrigins = (n: number): string => (n === 1 ? 'one source' : counted(n, 'origin'));

function directionOf(from: ActorRef, to: ActorRef, events: readonly Counted[], points: readonly Point[]): Direction {
  return { from, to, tally: tally(events), points };
}

/** The balance of the whole period, in a sentence. */
function assess(
  a: ActorRef,
  b: ActorRef,
  events: readonly Counted[],
  span: { from: string; to: string } | null,
  chosen: boolean,
): CountedLine {
  const reports = events.flatMap((event) => event.reports);
  if (!events.length)
    return {
      text: `The record has nothing on ${inSentence(a.name)} and ${inSentence(b.name)}${chosen ? ' in this period' : ''}.`,
      reports,
    };
  const told = events.filter(counts);
  const cooperation = told.filter((event) => isCooperation(event.quad)).length;
  const origins = originsOf(events);
  const when = span ? ` between ${dayInWords(span.from)} and ${dayInWords(span.to)}` : '';
  const balance = `${cooperation} of cooperation, ${told.length - cooperation} of conflict`;
  const denied = events.length - told.length;
  const rest = denied ? `; ${denied} more denied or told as not so` : '';
  return {
    text: `${counted(told.length, 'event')} told of${when}, from ${inOrigins(origins)}: ${balance}${rest}.`.replace(
      /^one/,
      'One',
    ),
    reports,
  };
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

function newestFirst(events: readonly Counted[]): Counted[] {
  return [...events].sort((x, y) => order(y.day ?? '', x.day ?? '') || y.event - x.event);
}

/** Counts, series, changes and firsts of two actors' dealings. Rows outside since…until should be left out before. */
export function relation(input: RelationInput): Relation {
  const { a, b, volume } = input;
  const all = spanOf(input.forward, input.backward);
  const span = coveredSpan(all, volume);
  const from = input.since ?? span?.from;
  const to = input.until ?? span?.to;
  const period = input.period ?? (from && to ? fittingPeriod(from, to) : 'month');
  const watched = (['forward', 'backward'] as const).map((name): Watched => {
    const events = countEvents(input[name]);
    const points = from && to ? series(events, period, from, to) : [];
    const [x, y] = name === 'forward' ? [a, b] : [b, a];
    return { name, events, direction: directionOf(x, y, events, points) };
  });
  const coverage = volumes(volume, watched[0]!.direction.points, period);
  const changes = watched.flatMap((one) => keepSharpest(changesIn(one, coverage, period)));
  const events = bothWays(watched[0]!.events, watched[1]!.events);
  return {
    ...{ period, span, forward: watched[0]!.direction, backward: watched[1]!.direction },
    changes: mergeBothWays(changes),
    firsts: all ? findFirsts(watched, events, all.from) : [],
    assessment: assess(a, b, events, all, Boolean(input.since || input.until)),
    events: newestFirst(events),
  };
}
