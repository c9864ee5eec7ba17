/** Time: date expressions as TIMEX3 values, and when an event is told to have been. */
import type { Article, DateMention, Sentence } from '../nouns.ts';
import { daysOf } from './calendar.ts';
import { type Reading, RULES, SETS, type Setting } from './rules.ts';

export { daysOf } from './calendar.ts';
export { whenOf } from './when.ts';

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly order: number;
  readonly reading: Reading;
}

/** Words that carry no time of their own at the front of a match. */
const FRONT = /^(?:on|in the past|late on|early on) /i;

const FUTURE =
  /\b(?:will|shall|would|going to|to be held|scheduled|plans? to|planned|expected|due|set to|next|upcoming|by)\b/i;

function candidatesIn(text: string, setting: Setting): Candidate[] {
  const found: Candidate[] = [];
  RULES.forEach(({ name, pattern, read }, order) => {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
      if (m[0].length === 0) {
        pattern.lastIndex += 1;
        continue;
      }
      const reading =
        name === 'daily'
          ? ({ type: 'SET', value: SETS[m[0].toLowerCase()]! } as const)
          : read(m.groups ?? {}, setting, text.slice(Math.max(0, m.index - 20), m.index));
      if (!reading) continue;
      const front = FRONT.exec(m[0])?.[0].length ?? 0;
      found.push({ from: m.index + front, to: m.index + m[0].length, order, reading });
    }
  });
  return found;
}

/** The longest first; of equals the earlier rule. No two overlap. */
function settle(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const c of [...candidates].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.order - b.order || a.from - b.from,
  )) {
    if (!kept.some((k) => c.from < k.to && k.from < c.to)) kept.push(c);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function readSentence(sentence: Sentence, text: string, date: string | null, last: string | null): DateMention[] {
  const slice = text.slice(sentence.from, sentence.to);
  if (
    !/\d|day|week|month|year|decade|century|hour|minute|second|night|morning|evening|afternoon|now|recent|past|future|annual|daily|ly\b|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|May|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec|spring|summer|autumn|fall|winter|noon|quarter|ties\b/i.test(
      slice,
    )
  )
    return [];
  const setting: Setting = { date, last, future: FUTURE.test(slice) };
  return settle(candidatesIn(slice.slice(0, 4000), setting)).flatMap(({ from, to, reading }) => {
    const { type, value } = reading;
    if (value === null) return [];
    const days = type === 'DATE' || type === 'TIME' ? daysOf(value) : null;
    return [
      {
        from: sentence.from + from,
        to: sentence.from + to,
        part: sentence.part,
        text: slice.slice(from, to),
        type,
        value,
        sentence: sentence.index,
        days,
      },
    ];
  });
}

/** Every date expression, in order. Without a day of publication only those that need none. */
export function findDates(article: Article, sentences: readonly Sentence[]): DateMention[] {
  const found: DateMention[] = [];
  let last: string | null = null;
  for (const sentence of sentences) {
    const text = sentence.part === 'title' ? (article.title ?? '') : article.text;
    const own = readSentence(sentence, text, article.date, last);
    const day = own.findLast((d) => d.days && d.days.from === d.days.to)?.days?.from;
    if (day) last = day;
    found.push(...own);
  }
  return found;
}
