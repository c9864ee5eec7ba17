/** Time: date expressions as TIMEX3 values, and when an event is told to have been. */
import type { Article, DateMention, Sentence } from '../nouns.ts';
import { daysOf } from './calendar.ts';
import { classesOf } from './classes.ts';
import { withDays } from './days.ts';
import { type Found, findAll } from './find.ts';
import { joinClocks } from './join.ts';
import type { Setting } from './rule.ts';
import { windowOf } from './window.ts';

export { daysOf } from './calendar.ts';
export { whenOf } from './when.ts';

/** How many sentences a quarter stays the one that the story speaks of. */
const QUARTER_STAYS = 5;

/** A quarter that is named itself, not the one that it is compared with. */
const OWN_QUARTER = /^(?!.*year-)(?:the )?(?:first|second|third|fourth|final|latest)/i;

interface Story {
  last: string | null;
  quarter: { readonly value: string; readonly sentence: number } | null;
}

function mentionOf(
  { from, to, reading }: Found,
  sentence: Sentence,
  slice: string,
  date: string | null,
): DateMention | null {
  const { type, value } = reading;
  if (value === null) return null;
  return {
    ...{ from: sentence.from + from, to: sentence.from + to, part: sentence.part, text: slice.slice(from, to) },
    ...{ type, value, sentence: sentence.index },
    days: windowOf(slice.slice(from, to), value, date) ?? (type === 'DATE' || type === 'TIME' ? daysOf(value) : null),
  };
}

function readSentence(sentence: Sentence, text: string, date: string | null, story: Story): DateMention[] {
  const classes = classesOf(sentence.tokens);
  if (classes === 0) return [];
  const slice = text.slice(sentence.from, sentence.to).replace(/\s/g, ' ');
  const { quarter, last } = story;
  const fresh = quarter && sentence.index - quarter.sentence <= QUARTER_STAYS ? quarter.value : null;
  const setting: Setting = { date, last, quarter: fresh };
  return joinClocks(findAll(slice, classes, setting), slice).flatMap(
    (found) => mentionOf(found, sentence, slice, date) ?? [],
  );
}

const THAT_YEAR = /\bthat (?:same )?year$/i;

/** "in June 1998 … later that year": the year that was named last, in this sentence or before it. */
function settleYears(own: readonly DateMention[], before: readonly DateMention[]): DateMention[] {
  const settled: DateMention[] = [];
  for (const date of own) {
    const named = THAT_YEAR.test(date.text)
      ? [...before, ...settled].reverse().find((d) => d.type === 'DATE' && d.days && /\d{4}/.test(d.text))
      : undefined;
    const value = named?.value.slice(0, 4);
    settled.push(value ? { ...date, value, days: daysOf(value) } : date);
  }
  return settled;
}

const FROM = /\b(?:from|between)(?: the)? $/i;
const TO = /^(?: (?:to|until|till|through|thru) |[-–—]| [-–—] )$/;

/** "from Monday to Friday", "between May 3 and May 5": each end stands for the days from the one to the other. */
function joinRanges(own: readonly DateMention[], text: string): DateMention[] {
  const joined = [...own];
  for (let i = 0; i + 1 < joined.length; i++) {
    const [a, b] = [joined[i]!, joined[i + 1]!];
    if (!a.days || !b.days || a.type !== 'DATE' || b.type !== 'DATE' || b.days.to < a.days.from) continue;
    const gap = text.slice(a.to, b.from);
    const opened = FROM.test(text.slice(Math.max(0, a.from - 16), a.from));
    if (!TO.test(gap) && !(opened && gap === ' and ')) continue;
    const days = { from: a.days.from, to: b.days.to };
    joined[i] = { ...a, days };
    joined[i + 1] = { ...b, days };
    i++;
  }
  return joined;
}

/** Keeps the last day and the last quarter that the story named. */
function follow(story: Story, dates: readonly DateMention[], sentence: Sentence): void {
  for (const { value, days, text } of dates) {
    if (days && days.from === days.to) story.last = days.from;
    if (/^\d{4}-Q\d$/.test(value) && OWN_QUARTER.test(text)) story.quarter = { value, sentence: sentence.index };
  }
}

/** Every date expression, in order. Without a day of publication only those that need none. */
export function findDates(article: Article, sentences: readonly Sentence[]): DateMention[] {
  const found: DateMention[] = [];
  const story: Story = { last: null, quarter: null };
  for (const sentence of sentences) {
    const text = sentence.part === 'title' ? (article.title ?? '') : article.text;
    const own = settleYears(readSentence(sentence, text, article.date, story), found);
    follow(story, own, sentence);
    found.push(...joinRanges(own, text).map((one) => withDays(one, text)));
  }
  return found;
}
