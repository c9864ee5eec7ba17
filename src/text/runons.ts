/** Ends of lines that were run together: stamps of a day, entries of a reading list, heads of a list, all without a full stop. */
import type { Token } from '../nouns.ts';

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$/;
const DAY = /^\d{1,2}$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DASH = /^(?:--|[–—-])$/;
const CAPITAL = /^\p{Lu}/u;
const OPENS = /^["“‘'([•*·▪‣]$|^\p{Lu}/u;

/** Words that a date hangs on, or that a name goes on after. */
const GOES_ON =
  /^(?:,|;|:|\(|on|of|in|at|by|for|from|to|until|till|since|before|after|between|and|or|the|this|next|last|dated|effective|starting|beginning|ending|through|around|about|was|were|is|are|be|been)$/i;

const form = (tokens: readonly Token[], at: number): string => tokens[at]?.form ?? '';

/** Index after "October 9, 2013" or "9 October 2013" at `at`, or -1. */
function afterDate(tokens: readonly Token[], at: number): number {
  const [a, b] = [form(tokens, at), form(tokens, at + 1)];
  const year = form(tokens, at + 2) === ',' ? at + 3 : at + 2;
  const dated = (MONTH.test(a) && DAY.test(b)) || (DAY.test(a) && MONTH.test(b));
  return dated && YEAR.test(form(tokens, year)) ? year + 1 : -1;
}

/** Index after "Wednesday, October 9, 2013" at `at`, or -1. */
function afterStamp(tokens: readonly Token[], at: number): number {
  if (!WEEKDAY.test(form(tokens, at))) return -1;
  return afterDate(tokens, form(tokens, at + 1) === ',' ? at + 2 : at + 1);
}

const opens = (tokens: readonly Token[], at: number): boolean => at >= tokens.length || OPENS.test(form(tokens, at));

/** A day with its weekday and year before a capital letter or nothing: a line of its own, if nothing leads up to it. */
function isStamp(tokens: readonly Token[], at: number, start: number): boolean {
  const end = afterStamp(tokens, at);
  return end > 0 && opens(tokens, end) && (at === start || !GOES_ON.test(form(tokens, at - 1)));
}

/** Words that a publisher's name may have. */
const MOST_NAME = 7;

/** Index after "— The Daily Example, May 3, 2010" at the dash `at` (or a comma behind a title), or -1. */
function afterEntry(tokens: readonly Token[], at: number): number {
  const divides = DASH.test(form(tokens, at)) || (form(tokens, at) === ',' && /^["”]$/.test(form(tokens, at - 1)));
  if (!divides || !CAPITAL.test(form(tokens, at + 1))) return -1;
  for (let k = at + 2; k <= at + 1 + MOST_NAME && k < tokens.length; k++) {
    if (form(tokens, k) === ',') return afterDate(tokens, WEEKDAY.test(form(tokens, k + 1)) ? k + 3 : k + 1);
    if (/^[.!?;:]$/.test(form(tokens, k))) return -1;
  }
  return -1;
}

const LIST_HEADS: readonly (readonly string[])[] = [
  ['sources'],
  ['references'],
  ['related', 'news'],
  ['related', 'articles'],
  ['related', 'stories'],
  ['external', 'links'],
  ['external', 'link'],
  ['further', 'reading'],
  ['see', 'also'],
];

/** How many tokens of a reading list's head stand at `at`, before an entry; 0 where none does. */
function headLength(tokens: readonly Token[], at: number): number {
  if (!CAPITAL.test(form(tokens, at))) return 0;
  const head = LIST_HEADS.find((words) => words.every((w, k) => form(tokens, at + k).toLowerCase() === w));
  if (!head) return 0;
  const next = at + head.length;
  return /^["“•*·▪‣]$/.test(form(tokens, next)) || (opens(tokens, next) && entryBegins(tokens, next)) ? head.length : 0;
}

/** Words that an entry's title may have. */
const MOST_TITLE = 30;

/** Does an entry with its publisher and date end soon behind `at`? */
function entryBegins(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < tokens.length && k < at + MOST_TITLE; k++) {
    if (afterEntry(tokens, k) > 0) return true;
    if (/^[.!?]$/.test(form(tokens, k))) return false;
  }
  return false;
}

/** "By Jane Doe THE DAILY EXAMPLE": capitals begin behind a byline. */
function afterByline(tokens: readonly Token[], at: number): number {
  if (!/^by$/i.test(form(tokens, at))) return -1;
  let end = at + 1;
  while (end < at + 6 && /^\p{Lu}(?:\p{Ll}[\p{L}'’-]*|\.)$/u.test(form(tokens, end))) end += 1;
  const next = form(tokens, end);
  return end - at >= 3 && (/^\p{Lu}{3,}$/u.test(next) || /^\($/.test(next)) ? end : -1;
}

/** Words that have a capital only where a sentence begins, and prepositions that do before a determiner or a day. */
const BEGINNERS = /^(?:The|This|These|Those|It|He|She|They|According|However|Although|When|While)$/;
const PREPOSITIONS = /^(?:In|On|At|After|During|Before|Since|Under)$/;
const DETERMINERS = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|some|all|any|recent|early|late|mid)$/;
const LAST_LETTERS = /[\p{L}\p{N}]$/u;

/** "… of the Civic Party In the eastern district, …": a capital where English has none begins a sentence. */
function beginsUnmarked(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [form(tokens, at - 1), form(tokens, at), form(tokens, at + 1)];
  const begins = BEGINNERS.test(word)
    ? /^\p{Ll}/u.test(next)
    : PREPOSITIONS.test(word) && (DETERMINERS.test(next) || WEEKDAY.test(next));
  return begins && LAST_LETTERS.test(before) && (before.length > 2 || CAPITAL.test(before)) && !GOES_ON.test(before);
}

const ADDRESS = /^(?:https?:|www\.)/;
const MAILBOX = /^[\w.+-]+@[\w-]+\./;
const BULLET = /^[•·▪‣]$/;
const isSmall = (word: string): boolean => /^\p{Ll}{3,}$/u.test(word);

/** Marks of a line's beginning that need no stop before them: a bullet, a notice of rights, a byline behind small letters. */
function beginsLine(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [form(tokens, at - 1), form(tokens, at), form(tokens, at + 1)];
  if (BULLET.test(word)) return hasGap(tokens, at) && hasGap(tokens, at + 1);
  if (/^(?:©|Copyright|COPYRIGHT)$/.test(word)) return YEAR.test(next) || next === '(' || next === '©';
  if (word === 'By') return isSmall(before) && CAPITAL.test(next) && CAPITAL.test(form(tokens, at + 2));
  return (ADDRESS.test(before) && CAPITAL.test(word)) || (MAILBOX.test(before) && CAPITAL.test(word) && isSmall(next));
}

const hasGap = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && at < tokens.length && tokens[at]!.from > tokens[at - 1]!.to;

/**
 * Index after a line that ends before or at the token `at` without a stop, or -1; `start` is where its sentence begins.
 * Looks at a bounded number of tokens.
 */
export function lineEnd(tokens: readonly Token[], at: number, start: number): number {
  if (isStamp(tokens, at + 1, start)) return at + 1;
  if (beginsUnmarked(tokens, at + 1) || beginsLine(tokens, at + 1)) return at + 1;
  if (at === start) {
    if (isStamp(tokens, at, start)) return afterStamp(tokens, at);
    const head = headLength(tokens, at);
    if (head > 0) return at + head;
    const byline = start === 0 ? afterByline(tokens, at) : -1;
    if (byline > 0) return byline;
  }
  const end = afterEntry(tokens, at);
  return end > 0 && end < tokens.length && opens(tokens, end) ? end : -1;
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

/** "3. Remarks", "2.1. Aims": the number at the head of a block belongs to what it counts. */
export const isCounter = (tokens: readonly Token[], at: number): boolean =>
  at === 1 && /^\d{1,2}(?:\.\d{1,2})*$/.test(form(tokens, 0)) && form(tokens, 1) === '.' && tokens.length > 2;
