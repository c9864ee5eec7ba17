/** Where sentences end, given the tokens of a block. */
import type { Token } from '../nouns.ts';
import { OPENERS, OTHERS, TITLES } from './abbreviations.ts';
import { entryGoesOn, listStart } from './entries.ts';
import { isCounter, lineEnd } from './runons.ts';

const STOP = /^(?:[.!?]|\.{2,}|…|[!?]{2,}|。)$/;
const CLOSER = /^["'”’)\]»]+$/;
const OPENER_MARK = /^["'“‘([«—–-]+$/;

/** Sentences are cut here at the latest, so that parsing stays bounded. */
export const LONGEST_SENTENCE = 250;

/** Marks looked at behind a stop; more are no language. */
const MOST_MARKS = 24;

const startsUpper = (form: string): boolean => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(form);

/** Names that begin with a small letter ("iPhone", "eBay") may begin a sentence. */
const isCamel = (form: string): boolean => /^\p{Ll}{1,4}\p{Lu}/u.test(form);

function nextWord(tokens: readonly Token[], at: number): Token | null {
  for (let k = at; k < tokens.length && k < at + 4; k++) if (!OPENER_MARK.test(tokens[k]!.form)) return tokens[k]!;
  return null;
}

/** "9 a.m. Tuesday", "5 p.m. EST" */
export const TIME_GOES_ON =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[A-Z]{2,4}$|Eastern|Pacific|Central|Mountain)/;

/** Words that stand behind an initial only where a sentence begins ("… of vitamin C. The …"). */
const BEGINS = /^(?:The|This|These|Those|They|We|However|According)$/;

/** Does an abbreviation with its own stop ("U.S.", "Inc.") end a sentence before `next`? */
function abbreviationEnds(form: string, next: Token | null): boolean {
  if (!next) return true;
  const bare = form.slice(0, -1).toLowerCase();
  if (TITLES.has(bare) || !startsUpper(next.form)) return false;
  if (/^\p{Lu}\.$/u.test(form)) return BEGINS.test(next.form);
  if (/^(?:e\.g|i\.e|p\.s)\.$/i.test(form)) return false;
  if (/^(?:a\.m|p\.m)\.$/i.test(form) && TIME_GOES_ON.test(next.form)) return false;
  if (/^(?:a\.m|p\.m|etc)\.$/i.test(form)) return true;
  if (OTHERS.has(bare) || /^(?:\p{L}\.)+$/u.test(form)) return OPENERS.has(next.form.toLowerCase());
  return false;
}

/** "… at the summit Image: Reuters": a picture's credit is a sentence of its own. */
const beginsCredit = (tokens: readonly Token[], at: number): boolean =>
  /^(?:Image|Photo|Picture|Photograph)$/.test(tokens[at]?.form ?? '') && tokens[at + 1]?.form === ':';

const hasGap = (a: Token, b: Token | undefined): boolean => !b || b.from > a.to;

/** "… last year. [17]": a reference number belongs to the sentence before it. */
function takeReference(tokens: readonly Token[], at: number): number {
  let end = at;
  while (
    end < at + MOST_MARKS &&
    tokens[end]?.form === '[' &&
    /^\d{1,3}$/.test(tokens[end + 1]?.form ?? '') &&
    tokens[end + 2]?.form === ']'
  )
    end += 3;
  return end;
}

/** Some close quotations with the mark that others open them with: it touches the stop, and a space follows. */
const isCloser = (tokens: readonly Token[], at: number): boolean =>
  CLOSER.test(tokens[at]!.form) || (tokens[at]!.form === '“' && hasGap(tokens[at]!, tokens[at + 1]));

/** A closing mark belongs to the sentence before it when it touches it or no space divides them. */
function takeClosers(tokens: readonly Token[], at: number, quotes: number): number {
  let end = at + 1;
  while (
    end < Math.min(tokens.length, at + MOST_MARKS) &&
    isCloser(tokens, end) &&
    tokens[end]!.from === tokens[end - 1]!.to
  ) {
    // A mark that touches both neighbours may open or close: the count of marks so far decides.
    const touchesNext = end + 1 < tokens.length && tokens[end + 1]!.from === tokens[end]!.to;
    if (tokens[end]!.form === '"' && touchesNext && quotes % 2 === 0) break;
    end += 1;
  }
  return takeReference(tokens, takeStrays(tokens, end));
}

const STRAY = /^(?:[.,!?)\]]|\.{2,}|[!?]{2,}|[:;]-?[()DP])$/;

/** Stops, brackets and smileys that follow a stop open no sentence; nor does a quotation mark that nothing follows. */
function takeStrays(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < Math.min(tokens.length, at + MOST_MARKS) && STRAY.test(tokens[end]!.form)) end += 1;
  return end === tokens.length - 1 && CLOSER.test(tokens[end]!.form) ? end + 1 : end;
}

/** "It rose. (credit: the agency)": a remark in brackets behind a space. */
const opensBracket = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.form === '(' && hasGap(tokens[end - 1]!, tokens[end]) && (tokens[end - 2]?.form.length ?? 0) > 3;

const DASH = /^(?:--|[–—-])$/;

/** "It is a long game." – Jane Roe: a dash between spaces behind a quotation, before a name. */
const namesSpeaker = (tokens: readonly Token[], end: number): boolean =>
  /^["”]$/.test(tokens[end - 1]!.form) &&
  DASH.test(tokens[end]?.form ?? '') &&
  hasGap(tokens[end - 1]!, tokens[end]) &&
  hasGap(tokens[end]!, tokens[end + 1]) &&
  /^\p{Lu}/u.test(tokens[end + 1]?.form ?? '') &&
  !OPENERS.has(tokens[end + 1]!.form.toLowerCase());

function isEnd(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]!;
  const next = nextWord(tokens, end);
  if (!next) return true;
  if (token.form === '…' || /^\.{2,}$/.test(token.form))
    return startsUpper(next.form) && hasGap(tokens[end - 1]!, tokens[end]);
  if (!hasGap(tokens[end - 1]!, tokens[end]) && !/^[“"‘([]/.test(tokens[end]!.form) && token.form === '.')
    return startsUpper(next.form) && /^\p{Lu}\p{Ll}/u.test(next.form);
  if (namesSpeaker(tokens, end)) return false;
  // "Do you agree?" he asked. / "…!" said the man.
  if (/^\p{Ll}/u.test(next.form) && !isCamel(next.form)) return token.form === '.' && opensBracket(tokens, end);
  return true;
}

/** Index after the last token of each sentence. */
export function boundaries(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  let start = 0;
  let quotes = 0;
  const list = listStart(tokens);
  for (let i = 0; i < tokens.length; i++) {
    const { form } = tokens[i]!;
    if (form === '"') quotes += 1;
    let end = -1;
    if (STOP.test(form) && !isCounter(tokens, i)) {
      const after = takeClosers(tokens, i, quotes);
      if (isEnd(tokens, i, after) && !entryGoesOn(tokens, i, after, start)) end = after;
    } else if (
      form.length > 1 &&
      form.endsWith('.') &&
      tokens[i + 1]?.form !== '(' &&
      abbreviationEnds(form, nextWord(tokens, i + 1))
    ) {
      end = takeClosers(tokens, i, quotes);
    }
    if (end < 0 && beginsCredit(tokens, i + 1)) end = i + 1;
    if (end < 0) end = lineEnd(tokens, i, start, i >= list);
    if (end < 0 && i - start + 1 >= LONGEST_SENTENCE) end = i + 1;
    if (end < 0) continue;
    end = Math.min(end, Math.max(i + 1, start + LONGEST_SENTENCE));
    for (let k = i + 1; k < end; k++) if (tokens[k]!.form === '"') quotes += 1;
    ends.push(end);
    start = end;
    i = end - 1;
  }
  if (start < tokens.length) ends.push(tokens.length);
  return ends;
}
