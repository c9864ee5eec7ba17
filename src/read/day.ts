/** Days of publication out of the ways in which pages, feeds and files write them. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function makeDay(year: number, month: number, day: number): string | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > LENGTHS[month - 1]!) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Is it a day of the calendar, written YYYY-MM-DD? */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * The day of a timestamp, in the timestamp's own time zone: "2023-09-25T23:10:00-05:00" and
 * "Mon, 25 Sep 2023 10:00:00 EDT" and "September 25, 2023" are 2023-09-25. Null for anything else.
 */
export function dayOfTimestamp(written: string | null | undefined): string | null {
  if (!written) return null;
  const text = written.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})/.exec(text);
  if (iso) return makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /(?:^|\s)(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})\b/.exec(text);
  if (dayFirst) return makeDay(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /(?:^|\s)([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b/.exec(text);
  return monthFirst ? makeDay(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])) : null;
}
