/** Reading lists that stand in running text: entries with their publisher and day, and the heads above them. */
import type { Token } from '../nouns.ts';

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$/;
const DAY = /^\d{1,2}$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DASH = /^(?:--|[–—-])$/;
const CAPITAL = /^\p{Lu}/u;
const SITE = /^[\w-]{2,}\.\w{2,}/;
const OPENS = /^["“‘'([•*·▪‣]$|^\p{Lu}/u;
const QUOTE = /^["“”]$/;

const form = (tokens: readonly Token[], at: number): string => tokens[at]?.form ?? '';
const hasGap = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && at < tokens.length && tokens[at]!.from > tokens[at - 1]!.to;

/** May a line begin at `at`, or does the block end there? */
export const opens = (tokens: readonly Token[], at: number): boolean =>
  at >= tokens.length || OPENS.test(form(tokens, at));

export const isWeekday = (word: string): boolean => WEEKDAY.test(word);
export const isYear = (word: string): boolean => YEAR.test(word);

/** Index after "October 9, 2013" or "9 October 2013" at `at`, or -1. */
export function afterDate(tokens: readonly Token[], at: number): number {
  const [a, b] = [form(tokens, at), form(tokens, at + 1)];
  const year = form(tokens, at + 2) === ',' ? at + 3 : at + 2;
  const dated = (MONTH.test(a) && DAY.test(b)) || (DAY.test(a) && MONTH.test(b));
  return dated && YEAR.test(form(tokens, year)) ? year + 1 : -1;
}

/** Index after "2010-05-04" at `at`, or -1. */
function afterNumbers(tokens: readonly Token[], at: number): number {
  const [year, month, day] = [form(tokens, at), form(tokens, at + 2), form(tokens, at + 4)];
  const isDate = YEAR.test(year) && DAY.test(month) && DAY.test(day) && DASH.test(form(tokens, at + 1));
  return isDate && DASH.test(form(tokens, at + 3)) ? at + 5 : -1;
}

/** Index after the day of an entry: with its weekday, by month alone, or "undated"; or -1. */
function afterBareDay(tokens: readonly Token[], at: number): number {
  if (/^undated$/i.test(form(tokens, at))) return at + 1;
  if (WEEKDAY.test(form(tokens, at))) return afterDate(tokens, form(tokens, at + 1) === ',' ? at + 2 : at + 1);
  const month = MONTH.test(form(tokens, at)) && YEAR.test(form(tokens, at + 1)) ? at + 2 : -1;
  return Math.max(afterDate(tokens, at), afterNumbers(tokens, at), month);
}

/** As `afterBareDay`; the day may stand in brackets. */
function afterDay(tokens: readonly Token[], at: number): number {
  if (form(tokens, at) !== '(') return afterBareDay(tokens, at);
  const end = afterBareDay(tokens, at + 1);
  return end > 0 && form(tokens, end) === ')' ? end + 1 : -1;
}

/** Does the quotation mark at `at` close a title? A straight one touches the word before it. */
const closesTitle = (tokens: readonly Token[], at: number): boolean =>
  form(tokens, at) === '”' || (form(tokens, at) === '"' && at > 0 && !hasGap(tokens, at) && hasGap(tokens, at + 1));

/** What divides a title from its publisher: a dash; or, behind a title in quotation marks, a comma, a stop or nothing. */
const divides = (tokens: readonly Token[], at: number): boolean =>
  form(tokens, at).length < 3 && // marks are short; most tokens are told at once
  (DASH.test(form(tokens, at)) ||
    (/^[,.]$/.test(form(tokens, at)) && /^["”]$/.test(form(tokens, at - 1))) ||
    closesTitle(tokens, at));

/** Words that a publisher's name may have. */
const MOST_NAME = 10;

/** Index after "— The Daily Example, May 3, 2010" at what divides it from its title, or -1. */
export function afterEntry(tokens: readonly Token[], at: number): number {
  const first = form(tokens, at + 1);
  if (!divides(tokens, at) || !(CAPITAL.test(first) || SITE.test(first))) return -1;
  for (let k = at + 2; k <= at + 1 + MOST_NAME && k < tokens.length; k++) {
    const word = form(tokens, k);
    if (/^[.!?;:]$/.test(word) || QUOTE.test(word)) return -1;
    const end = word === ',' ? afterDay(tokens, k + 1) : word === '(' ? afterDay(tokens, k) : -1;
    if (end > 0) return end;
  }
  return -1;
}

/** Words that an entry's title may have. */
const MOST_TITLE = 30;

/** Does an entry with its publisher and date end soon behind `at`? A writer's name may have its stop before the title. */
export function entryBegins(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < tokens.length && k < at + MOST_TITLE; k++) {
    if (afterEntry(tokens, k) > 0) return true;
    if (/^[.!?]$/.test(form(tokens, k)) && !QUOTE.test(form(tokens, k + 1))) return false;
  }
  return false;
}

/** Words of a name, and what joins several names. */
const OF_NAMES = /^(?:\p{Lu}[\p{L}'’.-]*|and|&|,|of|the|-)$/u;
const MOST_WRITERS = 12;

/** `Jane Roe and John Poe. "Title" — …`: a stop behind the names of writers, before the title of an entry. */
export function isWriters(tokens: readonly Token[], at: number, start: number): boolean {
  if (form(tokens, at) !== '.' || at === start || at - start > MOST_WRITERS || !QUOTE.test(form(tokens, at + 1)))
    return false;
  for (let k = start; k < at; k++) if (!OF_NAMES.test(form(tokens, k))) return false;
  return entryBegins(tokens, at + 1);
}

/** Does an entry go on across a stop at `at`, whose closing marks end at `end`? (`"Will they go?" — The Daily Example, …`) */
export const entryGoesOn = (tokens: readonly Token[], at: number, end: number, start: number): boolean =>
  afterEntry(tokens, at) > 0 ||
  afterEntry(tokens, end - 1) > 0 ||
  afterEntry(tokens, end) > 0 ||
  isWriters(tokens, at, start);

/** Index after `— Example Wire` behind a title, where the next title in quotation marks begins; or -1. */
export function afterUndated(tokens: readonly Token[], at: number): number {
  if (!DASH.test(form(tokens, at)) || !closesTitle(tokens, at - 1) || !CAPITAL.test(form(tokens, at + 1))) return -1;
  let next = at + 2;
  while (next <= at + 1 + MOST_NAME && OF_NAMES.test(form(tokens, next))) next += 1;
  if (!/^["“]$/.test(form(tokens, next)) || !hasGap(tokens, next) || hasGap(tokens, next + 1)) return -1;
  for (let k = next + 1; k < tokens.length && k < next + MOST_TITLE; k++)
    if (closesTitle(tokens, k)) return DASH.test(form(tokens, k + 1)) ? next : -1;
  return -1;
}

/** Heads of one word, and heads that are nothing else. */
const SHORT_HEADS = /^(?:sources?|references|notes|bibliography)$/;
const LONG_HEADS =
  /^(?:related (?:news|articles?|stories|links|topics)|external links?|further reading|more on this story|news sources)$/;

/** "Categories:", "Source:": the head of a list, or a field among others. */
const isLabelHead = (tokens: readonly Token[], at: number): boolean =>
  /^(?:Categor(?:y|ies)|Tags?|Topics?|Labels?|Keywords|Sources?|References)$/.test(form(tokens, at)) &&
  form(tokens, at + 1) === ':';

const BEGINS_HEAD = /^(?:Sources?|References|Notes|Bibliography|Related|External|Further|More|News|See)$/i;

/** How many tokens of a reading list's head stand at `at`; 0 where none does. Inside a list it needs no entry behind it. */
export function headLength(tokens: readonly Token[], at: number, isListed: boolean): number {
  if (!BEGINS_HEAD.test(form(tokens, at)) || !CAPITAL.test(form(tokens, at))) return 0;
  const words = [1, 2, 3, 4].map((n) =>
    Array.from({ length: n }, (_, k) => form(tokens, at + k).toLowerCase()).join(' '),
  );
  const long = words.findIndex((w) => LONG_HEADS.test(w));
  const length = long >= 0 ? long + 1 : SHORT_HEADS.test(words[0]!) ? 1 : words[1] === 'see also' ? 2 : 0;
  if (length === 0) return 0;
  const next = at + length;
  if (/^["“•*·▪‣]$/.test(form(tokens, next))) return length;
  if (next >= tokens.length || !opens(tokens, next)) return 0;
  return long >= 0 || isListed || entryBegins(tokens, next) ? length : 0;
}

/** Index after the bracket that opens at `at` and holds a publisher's name, where another entry follows; or -1. */
function afterPublisher(tokens: readonly Token[], at: number): number {
  if (form(tokens, at) !== '(' || !CAPITAL.test(form(tokens, at + 1))) return -1;
  for (let k = at + 2; k <= at + 1 + MOST_NAME; k++)
    if (form(tokens, k) === ')') return k + 1 < tokens.length && opens(tokens, k + 1) ? k + 1 : -1;
  return -1;
}

/** Index after each entry of a reading list that stands in one block; the last is the number of tokens. */
export function entryEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const entry = afterEntry(tokens, i);
    const end = entry > 0 && opens(tokens, entry) ? entry : afterPublisher(tokens, i);
    if (end <= i || end >= tokens.length) continue;
    ends.push(end);
    i = end - 1;
  }
  ends.push(tokens.length);
  return ends;
}

/** Index of the first token behind a head or an entry of a reading list in the block, or the number of tokens. */
export function listStart(tokens: readonly Token[]): number {
  for (let i = 0; i < tokens.length; i++) {
    const end = divides(tokens, i) ? Math.max(afterEntry(tokens, i), afterUndated(tokens, i)) : -1;
    if (end > 0 && opens(tokens, end)) return end;
    if (isLabelHead(tokens, i)) return i + 2;
    const isStart = i === 0 || /[.!?"”)\]]$/.test(form(tokens, i - 1));
    const head = isStart ? headLength(tokens, i, false) : 0;
    if (head > 0) return i + head;
  }
  return tokens.length;
}
