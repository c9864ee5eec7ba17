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

/** Room above and below the bars for labels. */
const HEAD = 18;
const LEAST_SIDE = 22;

/** One scale for both directions, so that their bars can be compared. */
export function scaleOf(all: readonly Point[], height: number): Scale {
  const up = Math.max(1, ...all.map(cooperationOf));
  const down = Math.max(0, ...all.map(conflictOf));
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
  if (finest) return finest;
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

/** "September 2023: 9 of cooperation in deeds, no conflict" */
export function readOut(point: Point, period: Period): string {
  const { quads } = point;
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

const LETTER = 6.4;

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
