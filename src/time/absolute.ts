/** Finders of dates that say their own place in the calendar, but perhaps not their year. */
import { easter, four, isDay, monthOf, nthWeekday, toDays, two, weekOf, yearOf } from './calendar.ts';
import { CLASS, date, type Match, type Reading, type Rule, rule, type Setting, type Tense } from './rule.ts';
import { FEASTS, MOVING, monthNumber, numberOf, P, SEASONS } from './words.ts';

/** Of a day in several years, the one that the tense points to; without a tense, the nearest. */
function pick(days: readonly string[], on: string, tense: Tense): string | null {
  const gap = (iso: string) => {
    const d = toDays(iso) - toDays(on);
    const against = (tense === 'past' && d > 0) || (tense === 'future' && d < 0);
    return Math.abs(d) + (against ? 270 : 0);
  };
  return [...days].sort((a, b) => gap(a) - gap(b))[0] ?? null;
}

const around = (on: string): number[] => [yearOf(on) - 1, yearOf(on), yearOf(on) + 1];

const iso = (year: number, month: number, day: number): string => `${four(year)}-${two(month)}-${two(day)}`;

function nearest(month: number, day: number, on: string | null, tense: Tense): string | null {
  if (!on) return null;
  const days = around(on)
    .filter((y) => isDay(y, month, day))
    .map((y) => iso(y, month, day));
  return pick(days, on, tense);
}

const MONTHS_AHEAD = 4;

function nearestMonth(month: number, on: string | null, tense: Tense): string | null {
  if (!on) return null;
  const [year, ahead] = [yearOf(on), month - monthOf(on)];
  if (tense === 'future') return `${four(ahead >= 0 ? year : year + 1)}-${two(month)}`;
  const back = tense === 'past' ? ahead > 0 : ahead > MONTHS_AHEAD;
  const next = tense === null && ahead < MONTHS_AHEAD - 12;
  return `${four(back ? year - 1 : next ? year + 1 : year)}-${two(month)}`;
}

const dayValue = (year: number, month: number, day: number): Reading | null =>
  isDay(year, month, day) ? date(iso(year, month, day)) : null;

/** Words that stand in front of a month, and of no other March, May or Sun. */
const IN_FRONT =
  /\b(?:in|since|by|until|of|from|before|after|during|late|early|mid|last|this|next|to|through|and|for|between)[\s-]+$/i;

function readMonth({ groups: g, before, after, tense }: Match, s: Setting): Reading | null {
  if (!/^[A-Z]/.test(g['m']!)) return null;
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i.test(g['m']!)) return null;
  const doubtful = /^(?:may|march|mar|jan|sun|dec|august|april|june)$/i.test(g['m']!);
  if (doubtful && !g['w'] && !IN_FRONT.test(before)) return null;
  if (/^(?:may|april|june|august)$/i.test(g['m']!) && /^ [A-Z]/.test(after) && !IN_FRONT.test(before)) return null;
  const which = g['w']?.toLowerCase();
  const how = which === 'last' ? 'past' : which === 'next' ? 'future' : tense();
  return date(nearestMonth(monthNumber(g['m']!), s.date, how));
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 4,
  final: 4,
};

const QUARTER_MONTHS = 3;

/** "the third quarter": of the year that is named, else the last one that had begun (or, ahead, the next). */
function readQuarter({ groups: g, tense }: Match, s: Setting): Reading | null {
  const n = ORDINALS[g['n']!.toLowerCase()]!;
  const half = g['p']!.toLowerCase() === 'half';
  const which = (g['w'] ?? g['w2'])?.toLowerCase();
  const shift =
    which === undefined ? null : which === 'last' || which.startsWith('year') ? -1 : which === 'next' ? 1 : 0;
  const named = g['y'] ?? g['y2'];
  if (half) {
    const year = named ?? (s.date && shift !== null ? four(yearOf(s.date) + shift) : null);
    return year ? date(`${year}-H${Math.min(n, 2)}`) : null;
  }
  if (named) return date(`${named}-Q${n}`);
  if (!s.date) return date(null);
  const ahead = (n - 1) * QUARTER_MONTHS + 1 > monthOf(s.date);
  const year =
    yearOf(s.date) + (shift ?? (ahead && tense() !== 'future' && n !== 4 - (monthOf(s.date) > 9 ? 0 : 4) ? -1 : 0));
  return date(`${four(year)}-Q${n}`);
}

/** "nineteen ninety-six", as broadcasts are written down. */
function readSpokenYear({ groups: g }: Match): Reading | null {
  const year = 1900 + (numberOf(g['o'] ? `${g['t']}-${g['o']}` : g['t']!) ?? 0);
  if (g['m']) return date(`${four(year)}-${two(monthNumber(g['m']))}`);
  return date(g['s'] ? `${four(year)}-${SEASONS[g['s'].toLowerCase()]}` : four(year));
}

function readFeast({ text, tense }: Match, s: Setting): Reading | null {
  const name = text.toLowerCase().replace(/^last |^this |^next /, '');
  if (!s.date) return date(null);
  const how = /^last/i.test(text) ? 'past' : /^next/i.test(text) ? 'future' : tense();
  const fixed = FEASTS[name];
  if (fixed) return date(nearest(Number(fixed.slice(0, 2)), Number(fixed.slice(3)), s.date, how));
  const moving = MOVING[name];
  const days = around(s.date).map((y) => (moving ? nthWeekday(y, ...moving) : easter(y)));
  return date(pick(days, s.date, how));
}

const weekOrNull = (day: string | null): string | null => day && weekOf(day);

const DAY_NAME = `(?:${P.weekday},? (?:the )?)?`;
const NO_YEAR =
  /(?:[#/:-]|\b(?:no|no\.|number|resolution|law|article|room|boeing|about|than|nearly|some|of the|page|route|flight))\s*$/i;
const { month: MONTH, digit: DIGIT, unit: UNIT, holiday: HOLIDAY } = CLASS;
const g4 = (m: Match, name: string): number => Number(m.groups[name]);
const TENS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const PRE = '(?:the )?(?:early |late |mid[- ])?';

/** A year, or North Korea's count with the year behind it: "Juche 107 (2018)". */
const YEAR = `(?:Juche \\d{1,3} ?\\((?<j>\\d{4})\\)|(?<y>${P.year}))`;
const yearIn = (m: Match): number => Number(m.groups['j'] ?? m.groups['y']);

export const ABSOLUTE: readonly Rule[] = [
  rule('iso', DIGIT, '(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})', (m) => dayValue(g4(m, 'y'), g4(m, 'm'), g4(m, 'd'))),
  rule(
    'day month year',
    MONTH | DIGIT,
    `${DAY_NAME}(?:the )?(?<d>${P.day})${P.ordinal}(?: day)?(?: of)?[ -](?<m>${P.month}),?[ -]${YEAR}`,
    (m) => dayValue(yearIn(m), monthNumber(m.groups['m']!), g4(m, 'd')),
  ),
  rule(
    'month day, year',
    MONTH | DIGIT,
    `${DAY_NAME}(?<m>${P.month}) (?:the )?(?<d>${P.day})${P.ordinal}(?:,| ,)? ${YEAR}`,
    (m) => dayValue(yearIn(m), monthNumber(m.groups['m']!), g4(m, 'd')),
  ),
  rule(
    'month day',
    MONTH | DIGIT,
    `${DAY_NAME}(?:last |this |next )?(?<m>${P.month}) (?:the )?(?<d>${P.day})${P.ordinal}(?! (?:percent|per cent|people|million))`,
    (m, s) =>
      date(nearest(monthNumber(m.groups['m']!), g4(m, 'd'), s.date, /^last/i.test(m.text) ? 'past' : m.tense())),
  ),
  rule(
    'the week of a day',
    MONTH | DIGIT,
    `the week of (?<m>${P.month}) (?<d>${P.day})${P.ordinal}(?:, (?<y>${P.year}))?`,
    (m, s) => {
      const [month, day] = [monthNumber(m.groups['m']!), g4(m, 'd')];
      if (!m.groups['y']) return date(weekOrNull(nearest(month, day, s.date, m.tense())));
      return isDay(g4(m, 'y'), month, day) ? date(weekOf(iso(g4(m, 'y'), month, day))) : null;
    },
  ),
  rule(
    'day month',
    MONTH | DIGIT,
    `${DAY_NAME}(?:the )?(?<d>${P.day})${P.ordinal}(?: of)?[ -](?<m>${P.month})`,
    (m, s) => date(nearest(monthNumber(m.groups['m']!), g4(m, 'd'), s.date, m.tense())),
  ),
  rule('month year', MONTH | DIGIT, `(?:(?:early|late|mid)[- ]|the end of )?(?<m>${P.month}),?(?: of)? ${YEAR}`, (m) =>
    date(`${yearIn(m)}-${two(monthNumber(m.groups['m']!))}`),
  ),
  rule('month of last year', MONTH | UNIT, `(?<m>${P.month})(?: of)? (?<w>last|this|next) year`, (m, s) => {
    const shift = /last/i.test(m.groups['w']!) ? -1 : /next/i.test(m.groups['w']!) ? 1 : 0;
    return date(s.date && `${four(yearOf(s.date) + shift)}-${two(monthNumber(m.groups['m']!))}`);
  }),
  rule('month', MONTH, `(?:(?<w>last|next|this|early|late|mid|earlier in|later in)[ -])?(?<m>${P.month})`, readMonth),
  rule('numeric', DIGIT, '(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}|\\d{2})', (m) => {
    const year = m.groups['y']!.length === 2 ? 1900 + g4(m, 'y') + (g4(m, 'y') < 50 ? 100 : 0) : g4(m, 'y');
    return g4(m, 'm') > 12 ? dayValue(year, g4(m, 'd'), g4(m, 'm')) : dayValue(year, g4(m, 'm'), g4(m, 'd'));
  }),
  rule('the eleventh of September', DIGIT, '9/11', () => date('2001-09-11')),
  rule('Juche year with its year', DIGIT, 'Juche \\d{1,3} ?\\((?<y>\\d{4})\\)', (m) => date(m.groups['y']!)),
  rule('decade', DIGIT, `${PRE}(?:(?<y>(?:1[5-9]|20)\\d)0['’]?s|['’]?(?<d>[2-9])0s)(?![- ]old)`, (m) =>
    m.groups['y']
      ? date(m.groups['y'])
      : /\b(?:his|her|their|my)[ \w-]*$|[A-Z]-$/i.test(m.before)
        ? null
        : date(`19${m.groups['d']}`),
  ),
  rule('decade in words', UNIT, `the (?:early |late |mid[- ])?(?<w>${TENS.join('|')})`, (m) =>
    date(`19${2 + TENS.indexOf(m.groups['w']!.toLowerCase())}`),
  ),
  rule('century', DIGIT | UNIT, `${PRE}(?<n>\\d{1,2})(?:st|nd|rd|th)[- ]century`, (m) => date(two(g4(m, 'n') - 1))),
  rule(
    'half or quarter of a year',
    UNIT,
    `(?:the )?(?:(?<y2>${P.year}) |(?<w2>last|this|next|year-earlier|year-ago)(?: year['’]s)? )?(?<n>first|second|third|fourth|1st|2nd|3rd|4th|last|final)[- ](?<p>half|quarter)(?! (?:of the|century))(?:(?: of)?(?: (?<y>${P.year})| (?<w>this|last|next) year))?`,
    readQuarter,
  ),
  rule('fiscal year', DIGIT | UNIT, `(?:the )?(?:fiscal|financial)(?: year)? (?<y>${P.year})`, (m) =>
    date(m.groups['y']!),
  ),
  rule('fiscal', DIGIT, `fiscal (?<y>${P.year})`, (m) => date(m.groups['y']!)),
  rule('season of a year', UNIT | DIGIT, `${PRE}(?<s>${P.season})(?: of)? (?<y>${P.year})`, (m) =>
    date(`${m.groups['y']}-${SEASONS[m.groups['s']!.toLowerCase()]}`),
  ),
  rule(
    'feast',
    HOLIDAY,
    `(?:last |this |next )?(?:${[...Object.keys(FEASTS), ...Object.keys(MOVING), 'easter sunday', 'easter'].sort((a, b) => b.length - a.length).join('|')})`,
    readFeast,
  ),
  rule('short year', DIGIT, "(?<!['’])['’](?<y>[4-9]\\d)", (m) => date(`19${m.groups['y']}`)),
  rule(
    'year in words',
    DIGIT,
    `(?:(?:(?<m>${P.month})|the (?<s>${P.season}) of) )?nineteen (?<t>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?<o>one|two|three|four|five|six|seven|eight|nine))?`,
    readSpokenYear,
  ),
  rule('year', DIGIT, `(?:(?:early|late|mid)[- ])?(?<y>${P.year})`, (m) =>
    NO_YEAR.test(m.before) ||
    /^ (?:people|tons?|troops|miles|feet|soldiers|meters|men|workers|jobs|cars|dollars)\b/.test(m.after)
      ? null
      : date(m.groups['y']!),
  ),
];
