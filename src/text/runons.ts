/** Ends of lines that were run together: stamps of a day, entries of a reading list, heads of a list, all without a full stop. */
import type { Token } from '../nouns.ts';
import { afterDate, afterEntry, afterUndated, headLength, isWeekday, isYear, opens } from './entries.ts';

const CAPITAL = /^\p{Lu}/u;

/** Words that a date hangs on, or that a name goes on after. */
const GOES_ON =
  /^(?:,|;|:|\(|on|of|in|at|by|for|from|to|until|till|since|before|after|between|and|or|the|this|next|last|dated|effective|starting|beginning|ending|through|around|about|was|were|is|are|be|been)$/i;

const form = (tokens: readonly Token[], at: number): string => tokens[at]?.form ?? '';

/** Index after "Wednesday, October 9, 2013" at `at`, or -1. */
function afterStamp(tokens: readonly Token[], at: number): number {
  if (!isWeekday(form(tokens, at))) return -1;
  return afterDate(tokens, form(tokens, at + 1) === ',' ? at + 2 : at + 1);
}

/** A day with its weekday and year before a capital letter or nothing: a line of its own, if nothing leads up to it. */
function isStamp(tokens: readonly Token[], at: number, start: number): boolean {
  const end = afterStamp(tokens, at);
  return end > 0 && opens(tokens, end) && (at === start || !GOES_ON.test(form(tokens, at - 1)));
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
    : PREPOSITIONS.test(word) && (DETERMINERS.test(next) || isWeekday(next));
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
  if (/^(?:©|Copyright|COPYRIGHT)$/.test(word)) return isYear(next) || next === '(' || next === '©';
  if (word === 'By') return isSmall(before) && CAPITAL.test(next) && CAPITAL.test(form(tokens, at + 2));
  return (ADDRESS.test(before) && CAPITAL.test(word)) || (MAILBOX.test(before) && CAPITAL.test(word) && isSmall(next));
}

const hasGap = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && at < tokens.length && tokens[at]!.from > tokens[at - 1]!.to;

/**
 * Index after a line that ends before or at the token `at` without a stop, or -1; `start` is where its sentence begins, and
 * `isListed` says that a reading list's head or entry stands before it.
 * Looks at a bounded number of tokens.
 */
export function lineEnd(tokens: readonly Token[], at: number, start: number, isListed: boolean): number {
  if (isStamp(tokens, at + 1, start)) return at + 1;
  if (beginsUnmarked(tokens, at + 1) || beginsLine(tokens, at + 1)) return at + 1;
  if (at === start) {
    if (isStamp(tokens, at, start)) return afterStamp(tokens, at);
    const head = headLength(tokens, at, isListed);
    if (head > 0) return at + head;
    const byline = start === 0 ? afterByline(tokens, at) : -1;
    if (byline > 0) return byline;
  }
  const end = Math.max(afterEntry(tokens, at), afterUndated(tokens, at));
  return end > 0 && end < tokens.length && opens(tokens, end) ? end : -1;
}

/** "3. Remarks", "2.1. Aims": the number at the head of a block belongs to what it counts. */
export const isCounter = (tokens: readonly Token[], at: number): boolean =>
  at === 1 && /^\d{1,2}(?:\.\d{1,2})*$/.test(form(tokens, 0)) && form(tokens, 1) === '.' && tokens.length > 2;
