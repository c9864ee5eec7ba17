/** The finders: each a name, a pattern, and what it makes of a match. */
import type { TimexType } from '../nouns.ts';
import { addDays, addMonths, four, isDay, monthOf, toDays, two, weekday, weekOf, yearOf } from './calendar.ts';
import { monthNumber, numberOf, P, PARTS, SEASONS, unitOf, WEEKDAYS } from './words.ts';

/** What a match is read against. */
export interface Setting {
  /** The day of publication, or null. */
  readonly date: string | null;
  /** The last day that the story named. */
  readonly last: string | null;
  /** Does the sentence speak of what is to come? */
  readonly future: boolean;
}

export interface Reading {
  readonly type: TimexType;
  /** Null where the day of publication would be needed. */
  readonly value: string | null;
}

export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Null for a mirage. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    setting: Setting,
    text: string,
  ) => Reading | null;
}

const rule = (name: string, pattern: string, read: Rule['read'], flags = 'giu'): Rule => ({
  name,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}$€£.])(?:${pattern})(?![\\p{L}\\p{N}]|[.,]\\d)`, flags),
  read,
});

const date = (value: string | null): Reading => ({ type: 'DATE', value });
const duration = (value: string): Reading => ({ type: 'DURATION', value });

/** A month and day without a year: the nearest one that the tense allows. */
function nearest(month: number, day: number, { date: on, future }: Setting): string | null {
  if (!on) return null;
  const year = yearOf(on);
  const candidates = [year - 1, year, year + 1]
    .filter((y) => isDay(y, month, day))
    .map((y) => `${four(y)}-${two(month)}-${two(day)}`);
  const distance = (iso: string) => {
    const d = toDays(iso) - toDays(on);
    return Math.abs(d) + (future === d < 0 && d !== 0 ? 60 : 0);
  };
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function nearestMonth(month: number, { date: on, future }: Setting): string | null {
  if (!on) return null;
  const [year, now] = [yearOf(on), monthOf(on)];
  const ahead = future ? month >= now : month > now + 1;
  return `${four(future ? (ahead ? year : year + 1) : ahead ? year - 1 : year)}-${two(month)}`;
}

const dayValue = (year: number, month: number, day: number): Reading | null =>
  isDay(year, month, day) ? date(`${four(year)}-${two(month)}-${two(day)}`) : null;

function weekdayValue(name: string, which: string | undefined, { date: on, future }: Setting): string | null {
  if (!on) return null;
  const want = WEEKDAYS[name.toLowerCase()]!;
  const back = (weekday(on) - want + 7) % 7;
  if (which && /next|coming|this coming/.test(which)) return addDays(on, 7 - back === 0 ? 7 : 7 - back);
  if (which && /last|past|previous/.test(which)) return addDays(on, -(back === 0 ? 7 : back));
  return addDays(on, future && back !== 0 ? 7 - back : -back);
}

/** A span of units before or after a day: days exactly, longer ones by their own grain. */
function shifted(from: string | null, n: number | null, unit: string): string | null {
  if (!from || n === null) return null;
  if (unit === 'D') return addDays(from, n);
  if (unit === 'W') return weekOf(addDays(from, 7 * n));
  if (unit === 'M') return addMonths(from, n);
  if (unit === 'Q') return quarter(addMonths(from, 3 * n));
  if (unit === 'Y') return four(yearOf(from) + Math.trunc(n));
  if (unit === 'DE') return four(yearOf(from) + 10 * n).slice(0, 3);
  if (unit === 'CE') return four(yearOf(from) + 100 * n).slice(0, 2);
  return from;
}

const quarter = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** "last week", "this month", "next year". */
function named(which: string, what: string, { date: on }: Setting): string | null {
  if (!on) return null;
  const n = /last|past|previous/.test(which) ? -1 : /next|coming|following/.test(which) ? 1 : 0;
  const unit = what.toLowerCase();
  if (unit === 'weekend') return `${weekOf(addDays(on, (n === 0 && weekday(on) < 5 ? -7 : 7 * n) || 0))}-WE`;
  if (unit in SEASONS) {
    const code = SEASONS[unit]!;
    const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[code]!;
    const year = yearOf(on) + (n < 0 && monthOf(on) < start + 3 ? -1 : n > 0 && monthOf(on) >= start ? 1 : 0);
    return `${four(year)}-${code}`;
  }
  if (unit === 'night') return `${addDays(on, n)}TNI`;
  if (unit === 'quarter') return quarter(addMonths(on, 3 * n));
  return shifted(on, n, unitOf(unit));
}

const durationOf = (amount: string, unitWord: string): Reading => {
  const unit = unitOf(unitWord);
  const bare = amount.trim().toLowerCase();
  const n = /^(?:several|many|few|a few|some|dozens of|hundreds of|tens of)$/.test(bare) ? null : numberOf(bare);
  const count = n === null ? 'X' : String(n);
  return duration(unit[0] === 'T' ? `PT${count}${unit[1]}` : `P${count}${unit}`);
};

const clock = (h: string, m: string | undefined, half: string | undefined): string | null => {
  let hour = Number(h);
  if (hour > 24 || (m !== undefined && Number(m) > 59)) return null;
  if (half && /^p/i.test(half) && hour < 12) hour += 12;
  if (half && /^a/i.test(half) && hour === 12) hour = 0;
  return `T${two(hour)}${m === undefined ? (half ? ':00' : '') : `:${m}`}`;
};

const RULES_DATES: readonly Rule[] = [
  rule('iso', '(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})', (g) => dayValue(Number(g.y), Number(g.m), Number(g.d))),
  rule(
    'day month year',
    `(?:the )?(?<d>${P.day})${P.ordinal}(?: day)?(?: of)?[ -](?<m>${P.month}),?[ -](?<y>${P.year})`,
    (g) => dayValue(Number(g.y), monthNumber(g.m!), Number(g.d)),
  ),
  rule('month day, year', `(?<m>${P.month}) (?:the )?(?<d>${P.day})${P.ordinal},? (?<y>${P.year})`, (g) =>
    dayValue(Number(g.y), monthNumber(g.m!), Number(g.d)),
  ),
  rule('month day', `(?<m>${P.month}) (?:the )?(?<d>${P.day})${P.ordinal}`, (g, s) =>
    date(nearest(monthNumber(g.m!), Number(g.d), s)),
  ),
  rule('day month', `(?:the )?(?<d>${P.day})${P.ordinal}(?: of)?[ -](?<m>${P.month})`, (g, s) =>
    date(nearest(monthNumber(g.m!), Number(g.d), s)),
  ),
  rule('month year', `(?:(?:early|late|mid)[- ])?(?<m>${P.month}),?(?: of)? (?<y>${P.year})`, (g) =>
    date(`${g.y}-${two(monthNumber(g.m!))}`),
  ),
  rule('month', `(?:(?<w>last|next|this|early|late|mid|mid-|earlier in|later in) ?)?(?<m>${P.month})`, (g, s, text) => {
    const bare = /(?:may|march|mar|jan|sun|dec)\b/i.test(g.m!);
    if (
      !/^\p{Lu}/u.test(g.m!) ||
      (bare &&
        !g.w &&
        !/\b(?:in|since|by|until|of|from|before|after|during|late|early|mid|last|this|next|to)\s+$/i.test(text))
    )
      return null;
    const month = nearestMonth(monthNumber(g.m!), { ...s, future: s.future || g.w === 'next' });
    return date(month);
  }),
  rule('numeric', '(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}|\\d{2})', (g) => {
    const year = g.y!.length === 2 ? 1900 + Number(g.y) + (Number(g.y) < 50 ? 100 : 0) : Number(g.y);
    return Number(g.m) > 12 ? dayValue(year, Number(g.d), Number(g.m)) : dayValue(year, Number(g.m), Number(g.d));
  }),
  rule(
    'decade',
    "(?:the )?(?:early |late |mid-?)?(?:(?<y>(?:1[5-9]|20)\\d)0['’]?s|['’](?<d>\\d)0s|(?<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
    (g) => {
      if (g.y) return date(g.y);
      if (g.d) return date(`19${g.d}`);
      return date(
        `19${2 + 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').indexOf(g.w!.toLowerCase())}`,
      );
    },
  ),
  rule('century', '(?:the )?(?:early |late |mid-?)?(?<n>\\d{1,2})(?:st|nd|rd|th)[- ]century', (g) =>
    date(two(Number(g.n) - 1)),
  ),
  rule(
    'half or quarter of a year',
    `(?:the )?(?<n>first|second|third|fourth|1st|2nd|3rd|4th|last)[- ](?<p>half|quarter)(?: of)?(?: (?<y>${P.year})| (?<w>this|last|next) year)?`,
    (g, s) => {
      const year = g.y ?? (s.date ? four(yearOf(s.date) + (g.w === 'last' ? -1 : g.w === 'next' ? 1 : 0)) : null);
      const n = /^(?:first|1st)/i.test(g.n!)
        ? 1
        : /^(?:second|2nd)/i.test(g.n!)
          ? 2
          : /^(?:third|3rd)/i.test(g.n!)
            ? 3
            : 4;
      if (g.p!.toLowerCase() === 'half') return !g.y && !g.w ? null : date(year && `${year}-H${Math.min(n, 2)}`);
      return date(year && `${year}-Q${n}`);
    },
  ),
  rule('fiscal year', `(?:fiscal|financial)(?: year)? (?<y>${P.year})`, (g) => date(g.y!)),
  rule('season of a year', `(?:the )?(?:early |late |mid-?)?(?<s>${P.season})(?: of)? (?<y>${P.year})`, (g) =>
    date(`${g.y}-${SEASONS[g.s!.toLowerCase()]}`),
  ),
  rule('year', `(?:(?:early|late|mid)[- ])?(?<y>${P.year})`, (g, _s, text) =>
    /(?:[#/:-]|\b(?:no|number|resolution|law|article|room|boeing|about|than|nearly|over|some|of the))\s*$/i.test(text)
      ? null
      : date(g.y!),
  ),
];

const RULES_RELATIVE: readonly Rule[] = [
  rule(
    'weekday',
    `(?:(?<w>last|next|this|this past|past|this coming|coming|on|late|early|late on|early on) )?(?<d>${P.weekday})(?:'s)?(?: (?<p>${P.part}))?`,
    (g, s) => {
      const day = weekdayValue(g.d!, g.w?.toLowerCase(), s);
      return g.p ? { type: 'TIME', value: day && `${day}T${PARTS[g.p.toLowerCase()]}` } : date(day);
    },
  ),
  rule('today', 'today', (_g, s) => date(s.date)),
  rule('tonight', 'tonight', (_g, s) => ({ type: 'TIME', value: s.date && `${s.date}TNI` })),
  rule('overnight', 'overnight', (_g, s) => ({ type: 'TIME', value: s.date && `${s.date}TNI` })),
  rule('yesterday or tomorrow', `(?<w>yesterday|tomorrow)(?: (?<p>${P.part}))?`, (g, s) => {
    const day = s.date && addDays(s.date, /^y/i.test(g.w!) ? -1 : 1);
    return g.p ? { type: 'TIME', value: day && `${day}T${PARTS[g.p.toLowerCase()]}` } : date(day);
  }),
  rule('this morning', `this (?<p>${P.part})`, (g, s) => ({
    type: 'TIME',
    value: s.date && `${s.date}T${PARTS[g.p!.toLowerCase()]}`,
  })),
  rule('units ago', `(?<n>${P.some}) (?<u>${P.unit}) ago`, (g, s) => date(ago(g, s, -1, s.date))),
  rule(
    'units earlier or later',
    `(?<n>${P.some}) (?<u>${P.unit}) (?<w>earlier|later|before|after|afterwards)`,
    (g, s) => date(ago(g, s, /later|after/i.test(g.w!) ? 1 : -1, s.last ?? s.date)),
  ),
  rule(
    'units from now',
    `in (?<n>${P.some}) (?<u>${P.unit})['’]? time|(?<n2>${P.some}) (?<u2>${P.unit}) from now`,
    (g, s) => date(ago({ n: g.n ?? g.n2, u: g.u ?? g.u2 }, s, 1, s.date)),
  ),
  rule(
    'last week',
    `(?:(?:earlier|later|early|late) )?(?<w>last|next|this|the past|the last|the previous|the coming|the following|past|previous|coming) (?<u>week|month|year|quarter|weekend|decade|century|night|${P.season})(?! (?:\\d|few|several|two|three))`,
    (g, s) => date(named(g.w!.toLowerCase(), g.u!, s)),
  ),
  rule('the same day', '(?:the same|that) (?<u>day|year|month|week)', (g, s) =>
    date(shifted(s.last ?? s.date, 0, unitOf(g.u!))),
  ),
  rule('the next day', '(?:the (?<w>next|following|previous) day|a day (?<e>earlier|later))', (g, s) => {
    const from = s.last ?? s.date;
    return date(from && addDays(from, g.w === 'previous' || g.e === 'earlier' ? -1 : 1));
  }),
  rule('now', 'now|currently|at present|nowadays|presently|at the moment|these days|right now', () =>
    date('PRESENT_REF'),
  ),
  rule(
    'recently',
    'recently|lately|(?:the )?past(?= (?:has|have|had|was)\\b)|in the past|formerly|previously|in recent (?:years|months|weeks|days|decades|times|history)|recent (?:years|months|weeks|days|decades)',
    () => date('PAST_REF'),
  ),
  rule(
    'future',
    '(?:the|the near|near) future|the coming (?:years|months|weeks|days)|coming (?:years|months|weeks|days)',
    () => date('FUTURE_REF'),
  ),
];

function ago(
  g: Readonly<Record<string, string | undefined>>,
  _s: Setting,
  sign: number,
  from: string | null,
): string | null {
  const unit = unitOf(g.u!);
  const n = numberOf(g.n!);
  if (n === null) return sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
  return unit[0] === 'T' ? from : shifted(from, sign * n, unit);
}

const ZONE = '(?: (?:[GUBE]MT|UTC|EST|EDT|PST|PDT|CET|CEST|BST|local time|eastern|pacific|ET|IST|KST|JST))?';

const RULES_OTHER: readonly Rule[] = [
  rule('clock', `(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))? ?(?<x>a\\.m\\.|p\\.m\\.|am|pm)${ZONE}`, (g, s) =>
    time(clock(g.h!, g.m, g.x), s),
  ),
  rule('clock of 24 hours', `(?<h>[01]?\\d|2[0-4]):(?<m>[0-5]\\d)(?::\\d{2})?${ZONE}`, (g, s) =>
    time(clock(g.h!, g.m, undefined), s),
  ),
  rule('hours in four digits', '(?<h>[01]\\d|2[0-4])(?<m>[0-5]\\d) (?:GMT|UTC|hours|local time)', (g, s) =>
    time(clock(g.h!, g.m, undefined), s),
  ),
  rule('noon', 'noon|midnight', (_g, s, _t) => time('T12:00', s)),
  rule(
    'duration',
    `(?<n>${P.some}|(?:the )?(?:last|past|next|first|coming|final) (?:${P.some})|half an?)[ -](?:more )?(?<u>${P.unit})(?![- ]old)`,
    (g) => {
      if (/^half/i.test(g.n!)) return duration(unitOf(g.u!) === 'TH' ? 'PT30M' : `P0.5${unitOf(g.u!)}`);
      return durationOf(g.n!.replace(/^(?:the )?(?:last|past|next|first|coming|final) /i, ''), g.u!);
    },
  ),
  rule('age', `(?<n>${P.number})[ -](?<u>year|month|week|day)s?[ -]old`, (g) => durationOf(g.n!, g.u!)),
  rule(
    'some units',
    '(?<u>hours|days|weeks|months|years|decades|centuries|minutes)(?= (?:of|after|before|ago|later|earlier|and)\\b)',
    (g) => duration(unitOf(g.u!)[0] === 'T' ? `PTX${unitOf(g.u!)[1]}` : `PX${unitOf(g.u!)}`),
  ),
  rule(
    'every',
    `(?:every|each|per) (?:(?<n>${P.number}) )?(?<u>day|night|week|month|quarter|year|hour|morning|evening|${P.weekday}|${P.unit})`,
    (g, s) => {
      if (g.u!.toLowerCase() in WEEKDAYS)
        return { type: 'SET', value: `XXXX-WXX-${WEEKDAYS[g.u!.toLowerCase()]! + 1}` };
      const unit = unitOf(g.u!);
      void s;
      return {
        type: 'SET',
        value: unit[0] === 'T' ? `PT${g.n ? numberOf(g.n) : 1}${unit[1]}` : `P${g.n ? numberOf(g.n) : 1}${unit}`,
      };
    },
  ),
  rule('daily', 'daily|weekly|monthly|quarterly|yearly|annually|annual|hourly|nightly', (_g, _s, text) => ({
    type: 'SET',
    value: setValue(text),
  })),
  rule('times a unit', `(?:once|twice|${P.number} times) an? (?<u>day|week|month|year)`, (g) => ({
    type: 'SET',
    value: `P1${unitOf(g.u!)}`,
  })),
];

const time = (value: string | null, s: Setting): Reading | null =>
  value === null ? null : { type: 'TIME', value: (s.last ?? s.date) && `${s.last ?? s.date}${value}` };

const setValue = (_text: string): string => 'P1D';

export const RULES: readonly Rule[] = [...RULES_DATES, ...RULES_RELATIVE, ...RULES_OTHER];

export const SETS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annually: 'P1Y',
  annual: 'P1Y',
  hourly: 'PT1H',
};
