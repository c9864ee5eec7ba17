/** Days as numbers and strings; no clock, no time zones. */

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export const toDays = (iso: string): number =>
  Math.round(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY_MS);

export const toIso = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);

export const addDays = (iso: string, n: number): string => toIso(toDays(iso) + n);

/** 0 Monday … 6 Sunday. */
export const weekday = (iso: string): number => (((toDays(iso) + 3) % 7) + 7) % 7;

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
export const monthOf = (iso: string): number => Number(iso.slice(5, 7));

export const two = (n: number): string => String(n).padStart(2, '0');
export const four = (n: number): string => String(n).padStart(4, '0');

export function addMonths(iso: string, n: number): string {
  const total = yearOf(iso) * 12 + monthOf(iso) - 1 + n;
  return `${four(Math.floor(total / 12))}-${two((((total % 12) + 12) % 12) + 1)}`;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO week, "2023-W39". */
export function weekOf(iso: string): string {
  const thursday = addDays(iso, 3 - weekday(iso));
  const first = `${thursday.slice(0, 4)}-01-01`;
  return `${thursday.slice(0, 4)}-W${two(Math.floor((toDays(thursday) - toDays(first)) / 7) + 1)}`;
}

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 14],
};

const span = (from: string, to: string) => ({ from, to });

function monthsSpan(year: number, first: number, last: number) {
  const [endYear, end] = last > 12 ? [year + 1, last - 12] : [year, last];
  return span(`${four(year)}-${two(first)}-01`, `${four(endYear)}-${two(end)}-${two(lastDay(endYear, end))}`);
}

/** The first and last day of a TIMEX3 value of type DATE or TIME; null where it names no days. */
export function daysOf(value: string): { from: string; to: string } | null {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(value);
  if (day) return span(day[1]!, day[1]!);
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) {
    const fourth = `${week[1]}-01-04`;
    const monday = addDays(fourth, -weekday(fourth) + (Number(week[2]) - 1) * 7);
    return week[3] ? span(addDays(monday, 5), addDays(monday, 6)) : span(monday, addDays(monday, 6));
  }
  const part = /^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$/.exec(value);
  if (part) {
    const [year, name] = [Number(part[1]), part[2]!];
    if (name[0] === 'Q') return monthsSpan(year, Number(name[1]) * 3 - 2, Number(name[1]) * 3);
    if (name[0] === 'H') return monthsSpan(year, name === 'H1' ? 1 : 7, name === 'H1' ? 6 : 12);
    return monthsSpan(year, ...SEASONS[name]!);
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) return monthsSpan(Number(month[1]), Number(month[2]), Number(month[2]));
  if (/^\d{4}$/.test(value)) return span(`${value}-01-01`, `${value}-12-31`);
  if (/^\d{3}$/.test(value)) return span(`${value}0-01-01`, `${value}9-12-31`);
  return null;
}

/** Is it a day of the calendar? */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);

/** The nth weekday (0 Monday) of a month; the last one for -1. */
export function nthWeekday(year: number, month: number, day: number, n: number): string {
  const first = `${four(year)}-${two(month)}-01`;
  const offset = (day - weekday(first) + 7) % 7;
  if (n > 0) return addDays(first, offset + 7 * (n - 1));
  const last = `${four(year)}-${two(month)}-${two(lastDay(year, month))}`;
  return addDays(last, -((weekday(last) - day + 7) % 7));
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus). */
export function easter(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${four(year)}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}
