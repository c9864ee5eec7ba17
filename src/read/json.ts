/** Articles as JSON: one, a list, or one a line. Fields as the machine interface has them. */
import { isDay } from './day.ts';
import { type Item, type Origin, refuse, toItem } from './item.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const OPTIONAL = ['date', 'title', 'url', 'publisher', 'language'] as const;

function problemWith(fields: Fields): string | null {
  if (typeof fields.text !== 'string') return '"text" must be a string';
  for (const field of OPTIONAL) {
    const value = fields[field];
    if (value !== undefined && value !== null && typeof value !== 'string') return `"${field}" must be a string`;
  }
  const { date } = fields;
  if (typeof date === 'string' && !isDay(date))
    return `"date" must be a day of the calendar as YYYY-MM-DD, not "${date.slice(0, 40)}"`;
  return null;
}

/** One article's fields; `name` says where they stand. */
export function readFields(value: unknown, { name, date, publisher }: Origin): Item {
  if (!isObject(value)) return refuse(name, 'no JSON object; give {"text": …, "date": "YYYY-MM-DD", "title": …}');
  const problem = problemWith(value);
  if (problem) return refuse(name, problem);
  const text = (field: string): string | null => (value[field] as string | null | undefined) ?? null;
  const id = value.id === undefined || value.id === null ? {} : { id: String(value.id) };
  return toItem(name, {
    ...id,
    ...{ date: date ?? text('date'), title: text('title'), text: text('text')! },
    ...{ url: text('url'), publisher: text('publisher') ?? publisher ?? null, language: text('language') },
  });
}

/** One line of JSON Lines. */
export function readLine(line: string, origin: Origin): Item {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuse(origin.name, `the line is not valid JSON (${reason(error)}); one article a line`);
  }
  return readFields(value, origin);
}

export function* readLines(text: string, origin: Origin): Generator<Item> {
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim()) yield readLine(line, { ...origin, name: `${origin.name}:${number}` });
  }
}

/** A JSON file: an article, a list of them, or {"articles": […]}. */
export function* readJson(text: string, origin: Origin): Generator<Item> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (/^\s*\{.*\}\s*\n\s*\{/.test(text)) yield* readLines(text, origin);
    else yield refuse(origin.name, `not valid JSON (${reason(error)})`);
    return;
  }
  const list = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.articles) ? value.articles : null;
  if (!list) yield readFields(value, origin);
  else for (const [i, one] of list.entries()) yield readFields(one, { ...origin, name: `${origin.name} [${i}]` });
}

const reason = (error: unknown): string => (error as Error).message.split('\n')[0]!.slice(0, 100);
