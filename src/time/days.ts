/** Several days of one month: "May 3–5", "11 to 15 September", "3 and 4 May". */
import type { DateMention } from '../nouns.ts';
import { isDay, two } from './calendar.ts';

const BEHIND =
  /^ ?(?:[-–—]|to|through|and(?= \d{1,2}(?:st|nd|rd|th)?(?:[.,;]|$| (?:in|at|for|to)\b))) ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d{1,3}(?!\d)| ?(?:percent|per cent|people|million|a\.m|p\.m))(?:, ?(?<year>\d{4}))?/;
const BEFORE = /(?<![\d.,:/-])(?<day>\d{1,2})(?:st|nd|rd|th)? ?(?:[-–—]|to|and|until|till|through) ?$/;
/** "May 3": the day last; "15 September": the day first. */
const DAY_LAST = /\p{L}\.? (?:the )?\d{1,2}(?:st|nd|rd|th)?$/u;
const DAY_FIRST = /^(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{Lu}/u;

const dated = (year: string, month: string, day: number): string | null =>
  isDay(Number(year), Number(month), day) ? `${year}-${month}-${two(day)}` : null;

/** The date with the days that it runs through; as it is where only one day is told. `text` is what the date's offsets point into. */
export function withDays(date: DateMention, text: string): DateMention {
  const value = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date.value);
  if (!value || date.days?.from !== date.days?.to) return date;
  const [, year, month, day] = value as unknown as [string, string, string, string];
  const behind = DAY_LAST.test(date.text) ? BEHIND.exec(text.slice(date.to, date.to + 24)) : null;
  if (behind) {
    const of = behind.groups!['year'] ?? year;
    const [from, to] = [dated(of, month, Number(day)), dated(of, month, Number(behind.groups!['day']))];
    return from && to && from < to ? { ...date, value: from, days: { from, to } } : date;
  }
  const before = DAY_FIRST.test(date.text) ? BEFORE.exec(text.slice(Math.max(0, date.from - 12), date.from)) : null;
  const from = before ? dated(year, month, Number(before.groups!['day'])) : null;
  return from && from < date.value ? { ...date, days: { from, to: date.value } } : date;
}
