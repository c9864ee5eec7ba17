import { InputError } from '../errors.ts';
import type { Article } from '../nouns.ts';
import type { Row } from './lines.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is it a day of the calendar, written YYYY-MM-DD? */
export function isCalendarDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1]!;
}

function optional(row: Row, field: string): string | null {
  const value = row[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string')
    throw new InputError(`"${field}" must be a string, not ${JSON.stringify(value).slice(0, 40)}`);
  return value;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}(?=T\d{2}:\d{2})/;

/** The day of a line (an ISO date and time gives its day), or null. Throws InputError where it is no day. */
export function dateOf(row: Row): string | null {
  const written = optional(row, 'date');
  const date = written === null ? null : (DATE_TIME.exec(written)?.[0] ?? written);
  if (date !== null && !isCalendarDate(date))
    throw new InputError(`"date" must be a day of the calendar as YYYY-MM-DD, not "${date.slice(0, 40)}"`);
  return date;
}

export function textOf(row: Row): string {
  const { text } = row;
  if (typeof text !== 'string')
    throw new InputError(
      `"text" must be a string${text === undefined ? ', and it is missing' : `, not ${JSON.stringify(text).slice(0, 40)}`}`,
    );
  return text;
}

/** A line's article. Throws InputError, in one line, at what cannot be read. */
export function articleOf(row: Row): Article {
  return {
    id: String(row.id ?? ''),
    date: dateOf(row),
    text: textOf(row),
    title: optional(row, 'title'),
    url: optional(row, 'url'),
    publisher: optional(row, 'publisher'),
    language: optional(row, 'language'),
  };
}
