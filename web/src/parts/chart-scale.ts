/** Sums for the chart. Pure. */
import type { Period, Point } from '../../../src/rows.ts';
import { dayInWords, periodInWords } from '../../../src/wording.ts';

export const cooperationOf = ({ quads }: Point): number => quads['verbal cooperation'] + quads['material cooperation'];
export const conflictOf = ({ quads }: Point): number => quads['verbal conflict'] + quads['material conflict'];

export interface Scale {
  /** Largest counts above and below the line, over both directions. */
  readonly up: number;
  readonly down: number;
  /** Pixels from the top to the zero line, and for one event. */
  readonly zero: number;
  readonly unit: number;
  readonly height: number;
}

/** Pixels left of the plot, for the scale. */
export const GUTTER = 26;
/** Room above and below the bars for labels. */
const HEAD = 18;
const LEAST_SIDE = 22;

/** One scale for both directions, so that their bars can be compared. */
export function scaleOf(all: readonly Point[], height: number): Scale {
  return sidesScale(Math.max(1, ...all.map(cooperationOf)), Math.max(0, ...all.map(conflictOf)), height);
}

/** For means of intensity, which go from -10 to 10: as far as these go, in steps of five. */
export function intensityScale(all: readonly Point[], height: number): Scale {
  const values = all.flatMap(({ intensity }) => intensity ?? []);
  const [up, down] = [Math.max(0, ...values), Math.max(0, ...values.map((n) => -n))];
  return sidesScale(up > 5 ? 10 : 5, down > 5 ? 10 : 5, height);
}

function sidesScale(up: number, down: number, height: number): Scale {
  const room = height - HEAD - 4;
  const below = down === 0 ? LEAST_SIDE : Math.max(LEAST_SIDE, (room * down) / (up + down));
  const unit = Math.min((room - below) / up, down ? below / down : Number.POSITIVE_INFINITY);
  return { up, down, zero: height - 4 - below, unit, height };
}

/** A round count for the one tick on each side, or null where it would say nothing. */
export function tickOf(most: number): number | null {
  if (most < 2) return most === 1 ? 1 : null;
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
  return steps.filter((s) => s <= most).at(-1) ?? null;
}

export interface Tick {
  readonly index: number;
  readonly label: string;
}

const LETTER = 6.4;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (day: string): number => Number(day.slice(5, 7)) - 1;
const yearOf = (day: string): string => day.slice(0, 4);

/** Candidates from coarse to fine: which points begin something, and what it is called. */
const LEVELS: readonly ((from: string, before: string | null) => string | null)[] = [
  (from, before) => (before && yearOf(from) !== yearOf(before) ? yearOf(from) : null),
  (from, before) =>
    !before || (from.slice(0, 7) !== before.slice(0, 7) && monthOf(from) % 3 === 0)
      ? `${MONTHS[monthOf(from)]} ${yearOf(from)}`
      : null,
  (from, before) =>
    !before || from.slice(0, 7) !== before.slice(0, 7) ? `${MONTHS[monthOf(from)]} ${yearOf(from)}` : null,
  (from) => `${Number(from.slice(8))} ${MONTHS[monthOf(from)]}`,
];

/** Without a first tick that the second one would touch. */
function withRoom(ticks: readonly Tick[], step: number): Tick[] {
  const [first, second] = ticks;
  const touch = first && second && (second.index - first.index) * step < first.label.length * LETTER + 8;
  return touch ? ticks.slice(1) : [...ticks];
}

/** The finest ticks whose labels have room. */
export function ticksOf(points: readonly Point[], width: number): Tick[] {
  const room = Math.max(2, Math.floor(width / 84));
  const levels = LEVELS.map((level) =>
    points.flatMap((p, index): Tick[] => {
      const label = level(p.from, points[index - 1]?.from ?? null);
      return label ? [{ index, label }] : [];
    }),
  );
  const fitting = levels.filter((ticks) => ticks.length > 0 && ticks.length <= room);
  const finest = fitting.at(-1);
  if (finest) return withRoom(finest, width / Math.max(1, points.length));
  const many = levels.find((ticks) => ticks.length > 0) ?? [];
  const every = Math.ceil(many.length / room);
  return many.filter((_, i) => i % every === 0);
}

export function pointInWords(point: Point, period: Period): string {
  if (period === 'week') return `${dayInWords(point.from)} to ${dayInWords(point.to)}`;
  return periodInWords(point.from, period);
}

const part = (name: string, words: number, deeds: number): string => {
  const total = words + deeds;
  if (total === 0) return `no ${name}`;
  const split = words && deeds ? ` (${words} in words, ${deeds} in deeds)` : deeds ? ' in deeds' : ' in words';
  return `${total} of ${name}${split}`;
};

/** What the chart draws. */
export type Drawn = 'events' | 'intensity';

const signed = (n: number): string => `${n > 0 ? '+' : n < 0 ? '\u2212' : ''}${Math.abs(n).toFixed(1)}`;

/** "mean intensity +4.2" */
export const intensityInWords = (intensity: number | null): string =>
  intensity === null ? 'nothing to average' : `mean intensity ${signed(intensity)}`;

/** "September 2023: 9 of cooperation in deeds, no conflict" */
export function readOut(point: Point, period: Period, drawn: Drawn): string {
  const { quads } = point;
  if (drawn === 'intensity') {
    const events = point.events === 1 ? '1 event' : `${point.events} events`;
    return `${pointInWords(point, period)}: ${point.events ? `${intensityInWords(point.intensity)}, ${events}` : 'no events'}`;
  }
  const cooperation = part('cooperation', quads['verbal cooperation'], quads['material cooperation']);
  const conflict = part('conflict', quads['verbal conflict'], quads['material conflict']);
  return `${pointInWords(point, period)}: ${cooperation}, ${conflict}`;
}

export interface Label {
  readonly x: number;
  readonly text: string;
  readonly index: number;
  readonly kind: 'cooperation' | 'conflict';
  readonly change: number;
}

/** Labels that do not run into one another; the ones named first stay. Each is at least as wide as a finger is not. */
export function roomFor(labels: readonly Label[], width: number): Label[] {
  const kept: (Label & { half: number })[] = [];
  for (const label of labels) {
    const half = (label.text.length * LETTER) / 2;
    const x = Math.min(Math.max(label.x, half), width - half);
    if (kept.every((k) => k.kind !== label.kind || Math.abs(k.x - x) > k.half + half + 8))
      kept.push({ ...label, x, half });
  }
  return kept;
}
