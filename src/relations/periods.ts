/** Periods of the calendar: days, weeks from Monday, months. */
import type { Period } from '../rows.ts';

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** First day of the period that a day lies in. */
export function startOf(day: string, period: Period): string {
  if (period === 'day') return day;
  if (period === 'month') return `${day.slice(0, 8)}01`;
  const ms = Date.parse(day);
  return iso(ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS);
}

/** The same as `startOf` for many days: each is worked out once. */
export function periodStarts(period: Period): (day: string) => string {
  if (period === 'day') return (day) => day;
  const known = new Map<string, string>();
  return (day) => {
    const start = known.get(day) ?? startOf(day, period);
    known.set(day, start);
    return start;
  };
}

/** First day of the period after the one that begins on `start`. */
export function nextStart(start: string, period: Period): string {
  if (period !== 'month') return iso(Date.parse(start) + (period === 'day' ? 1 : 7) * DAY_MS);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  if (month === 12) return iso(Date.UTC(year + 1, 0, 1));
  return `${start.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
}

/** Last day of the period that begins on `start`. */
export const endOf = (start: string, period: Period): string => iso(Date.parse(nextStart(start, period)) - DAY_MS);

/** Starts of all periods from one day to another. */
export function startsBetween(from: string, to: string, period: Period): string[] {
  const starts: string[] = [];
  for (let at = startOf(from, period); at <= to; at = nextStart(at, period)) starts.push(at);
  return starts;
}

export const shiftDays = (day: string, days: number): string => iso(Date.parse(day) + days * DAY_MS);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The period that shows a span best: about a dozen points at least, some hundred at most. */
export function fittingPeriod(from: string, to: string): Period {
  const days = daysBetween(from, to);
  return days <= 62 ? 'day' : days <= 400 ? 'week' : 'month';
}

/** Two days with all that lies between. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** As many days before a period as it has itself. */
export function daysBefore({ from, to }: Days): Days {
  return { from: shiftDays(from, -daysBetween(from, to) - 1), to: shiftDays(from, -1) };
}

/** The days of a year; of a span that has not two years, of its half. */
const YEAR = 365;

/** The last year of a span, or its later half where that is shorter: what is set beside the time before it unasked. */
export function laterPart({ from, to }: Days): Days {
  const days = Math.min(YEAR, Math.ceil((daysBetween(from, to) + 1) / 2));
  return { from: shiftDays(to, 1 - days), to };
}
