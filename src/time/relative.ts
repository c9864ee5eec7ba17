/** Finders of dates told from the day of publication, or from the last day that the story named. */
import { addDays, addMonths, four, monthOf, weekday, weekOf, yearOf } from './calendar.ts';
import { CLASS, date, duration, type Match, type Reading, type Rule, rule, type Setting, time } from './rule.ts';
import { numberOf, P, PARTS, SEASONS, unitOf, WEEKDAYS } from './words.ts';

const WEEK = 7;
const FRIDAY = 4;

function weekdayValue(m: Match, s: Setting): string | null {
  if (!s.date) return null;
  const which = m.groups['w']?.toLowerCase() ?? '';
  const back = (weekday(s.date) - WEEKDAYS[m.groups['d']!.toLowerCase()]! + WEEK) % WEEK;
  if (/next|coming/.test(which)) return addDays(s.date, WEEK - back);
  if (/last|past|previous/.test(which)) return addDays(s.date, -(back === 0 ? WEEK : back));
  if (/^['’]s [a-z]/.test(m.after)) return addDays(s.date, -back);
  const ahead = /as (?:soon|early) as $/.test(m.before) || (back !== 0 && m.tense() === 'future');
  return addDays(s.date, ahead ? WEEK - back : -back);
}

const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** A span of units before or after a day: days exactly, longer ones by their own grain. */
function shifted(from: string | null, n: number, unit: string): string | null {
  if (!from) return null;
  if (unit === 'D') return addDays(from, Math.trunc(n));
  if (unit === 'W') return weekOf(addDays(from, Math.trunc(WEEK * n)));
  if (unit === 'M') return addMonths(from, Math.trunc(n));
  if (unit === 'Q') return quarterOf(addMonths(from, 3 * Math.trunc(n)));
  if (unit === 'Y') return four(yearOf(from) + Math.trunc(n));
  if (unit === 'DE') return four(yearOf(from) + Math.trunc(10 * n));
  if (unit === 'CE') return four(yearOf(from) + Math.trunc(100 * n)).slice(0, 2);
  return from;
}

const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function seasonValue(code: string, n: number, on: string): string {
  const start = SEASON_STARTS[code]!;
  const begun = monthOf(on) >= start;
  const over = monthOf(on) >= start + 3;
  const shift = n < 0 ? (over ? 0 : -1) : n > 0 && begun ? 1 : 0;
  return `${four(yearOf(on) + shift)}-${code}`;
}

const STEP = (which: string): number =>
  /last|past|previous/.test(which) ? -1 : /next|coming|following/.test(which) ? 1 : 0;

/** "last week", "this month", "next year". */
function named(which: string, what: string, on: string | null): Reading {
  if (!on) return date(null);
  const n = STEP(which);
  const unit = what.toLowerCase();
  if (unit === 'weekend') {
    const monday = addDays(
      on,
      -weekday(on) + WEEK * (n === 0 && weekday(on) < FRIDAY - 1 && /the/.test(which) ? -1 : n),
    );
    return date(`${weekOf(monday)}-WE`);
  }
  if (unit in SEASONS) return date(seasonValue(SEASONS[unit]!, n, on));
  if (unit in PARTS && unit !== 'noon') return time(`${addDays(on, n)}T${PARTS[unit]}`);
  if (unit === 'decade') return date(four(yearOf(on) + 10 * n).slice(0, 3));
  return date(shifted(on, n, unitOf(unit)));
}

/** The same quarter of the year before. */
const yearEarlier = (quarter: string): string => `${four(yearOf(quarter) - 1)}${quarter.slice(4)}`;

function away(n: string, unitWord: string, sign: number, from: string | null, s: Setting): Reading {
  const [unit, count] = [unitOf(unitWord), numberOf(n)];
  if (count === null) return date(sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (s.quarter && unit === 'Y' && count === 1 && sign < 0) return date(yearEarlier(s.quarter));
  return date(unit[0] === 'T' ? from : shifted(from, sign * count, unit));
}

/** "four hours after the vote" is a span; "four hours after." is a time. */
function readEarlier(m: Match, s: Setting): Reading {
  const sign = /later|after/i.test(m.groups['w']!) ? 1 : -1;
  return away(m.groups['n']!, m.groups['u']!, sign, s.last ?? s.date, s);
}

function readQuarterOfStory(m: Match, s: Setting): Reading | null {
  if (/^ of\b/.test(m.after)) return null;
  const before = /year-/i.test(m.text);
  const own = s.quarter ?? (s.date && quarterOf(addMonths(s.date, -3)));
  if (/current|this/i.test(m.text)) return date(s.date && quarterOf(s.date));
  return date(own && (before ? yearEarlier(own) : own));
}

const { weekday: WEEKDAY, unit: UNIT, deixis: DEIXIS, part: PART } = CLASS;

const ADVERBS: readonly Rule[] = [
  rule('now', DEIXIS, 'now|currently|at present|nowadays|presently|at the moment|these days|right now', (m) =>
    /^now$/i.test(m.text) && /^(?:-| (?:that|famous|defunct|infamous|and (?:then|again))\b)/.test(m.after)
      ? null
      : date('PRESENT_REF'),
  ),
  rule(
    'recently',
    DEIXIS,
    'recently|lately|recent(?= (?!years|months|weeks|days|decades|quarters))|(?:the )?past(?= (?:has|have|had|was)\\b)|the (?:recent )?past(?=[.,;])',
    () => date('PAST_REF'),
  ),
  rule('soon', DEIXIS, '(?:very )?soon', (m) =>
    /\bas $/i.test(m.before) || /^ (?:as|after)\b/.test(m.after) || m.tense() !== 'future' ? null : date('FUTURE_REF'),
  ),
  rule('recent years', DEIXIS | UNIT, '(?:recent|coming) (?<u>years|months|weeks|days|decades)', (m) =>
    unitOf(m.groups['u']!) === 'Y' && /^recent/i.test(m.text)
      ? date('PAST_REF')
      : duration(`PX${unitOf(m.groups['u']!)}`),
  ),
  rule(
    'future',
    DEIXIS,
    '(?:the (?:near |not-too-distant |foreseeable )?|near )future(?! of)|the (?:long|short|near) term',
    () => date('FUTURE_REF'),
  ),
];

export const RELATIVE: readonly Rule[] = [
  rule(
    'weekday',
    WEEKDAY,
    `(?:(?<w>last|next|this|this past|past|this coming|coming|late|early|late on|early on) )?(?<d>${P.weekday})(?: (?<p>${P.part}))?`,
    (m, s) => {
      const day = weekdayValue(m, s);
      return m.groups['p'] ? time(day && `${day}T${PARTS[m.groups['p'].toLowerCase()]}`) : date(day);
    },
  ),
  rule('today', DEIXIS, '(?:earlier |late |later |early )?today', (_m, s) => date(s.date)),
  rule('tonight', DEIXIS, 'tonight|overnight', (_m, s) => time(s.date && `${s.date}TNI`)),
  rule(
    'yesterday or tomorrow',
    DEIXIS,
    `(?:(?:early|earlier|late) )?(?<w>yesterday|tomorrow)(?: (?<p>${P.part}))?|the day (?<x>before yesterday|after tomorrow)`,
    (m, s) => {
      if (/^tomorrow$/i.test(m.text) && /\bof $/.test(m.before)) return null;
      const sign = /yesterday/i.test(m.text) ? -1 : 1;
      const day = s.date && addDays(s.date, m.groups['x'] ? 2 * sign : sign);
      return m.groups['p'] ? time(day && `${day}T${PARTS[m.groups['p'].toLowerCase()]}`) : date(day);
    },
  ),
  rule('the next morning', PART, `the (?:next|following) (?<p>${P.part})`, (m, s) => {
    const from = s.last ?? s.date;
    return time(from && `${addDays(from, 1)}T${PARTS[m.groups['p']!.toLowerCase()]}`);
  }),
  rule('one day', UNIT, '(?<=\\b(?:will|would|could|may|might) )one day', () => date('FUTURE_REF')),
  rule('this morning', PART, `(?:(?:earlier|later|late|early) )?this (?<p>${P.part})`, (m, s) =>
    time(s.date && `${s.date}T${PARTS[m.groups['p']!.toLowerCase()]}`),
  ),
  rule('units ago', UNIT | DEIXIS, `(?<n>${P.some}) (?<u>${P.unit}) ago`, (m, s) =>
    away(m.groups['n']!, m.groups['u']!, -1, s.date, s),
  ),
  rule(
    'units earlier or later',
    UNIT | DEIXIS,
    `(?<n>${P.some}) (?<u>${P.unit}) (?<w>earlier|later|(?:before|after|afterwards)(?=[.,;:]|$))`,
    readEarlier,
  ),
  rule(
    'units from now',
    UNIT,
    `in (?<n>${P.some}) (?<u>${P.unit})['’]? time|(?<n2>${P.some}) (?<u2>${P.unit}) from now`,
    (m, s) => away(m.groups['n'] ?? m.groups['n2']!, m.groups['u'] ?? m.groups['u2']!, 1, s.date, s),
  ),
  rule(
    'last week',
    UNIT,
    `(?:(?:earlier|later|early|late|the (?:end|beginning|start) of) )?(?<w>last|next|this past|this|the past|the last|the previous|the coming|previous|coming|the current) (?<u>week|month|year|quarter|weekend|decade|century|night|${P.season})(?! (?:\\d|few|several|two|three)|-|['’]s (?:first|second|third|fourth))`,
    (m, s) =>
      /past (?:decade|century)$/i.test(m.text) || (/night/i.test(m.groups['u']!) && !/last/i.test(m.groups['w']!))
        ? null
        : named(m.groups['w']!.toLowerCase(), m.groups['u']!, s.date),
  ),
  rule('the following week', UNIT, 'the following (?<u>week|month|year)', (m, s) =>
    named('next', m.groups['u']!, s.last ?? s.date),
  ),
  rule('the year before', UNIT, 'the (?:year|month|week) (?<w>before|previous|earlier)(?=[.,;:]|$)', (m, s) =>
    named('last', m.text.split(' ')[1]!, s.last ?? s.date),
  ),
  rule('earlier in the year', UNIT, '(?:earlier|later) in the (?<u>year|month|week|day)', (m, s) =>
    named('this', m.groups['u']!, s.date),
  ),
  rule(
    'the whole year',
    UNIT,
    "(?:the (?:full|entire|whole|current) year|(?:the )?year[- ]end|the end of the year|year[’']s end)",
    (_m, s) => date(s.date && four(yearOf(s.date))),
  ),
  rule('for the year', UNIT, 'the year(?=[,.;]| ended| to date)', (m, s) =>
    /\b(?:of|times|part|through|throughout) $/i.test(m.before) ? null : date(s.date && four(yearOf(s.date))),
  ),
  rule(
    'the weekend or season',
    UNIT,
    `(?:over|during|at|in|since|by) the (?<u>weekend|summer|winter|spring|autumn|fall)(?! (?:of|and|games|olympics))`,
    (m, s) => named(m.groups['u'] === 'weekend' ? 'the' : 'this', m.groups['u']!, s.date),
  ),
  rule('the same day', UNIT, '(?:the same|that(?: same)?) (?<u>day|year|month|week)', (m, s) => {
    const from = s.last ?? s.date;
    const unit = unitOf(m.groups['u']!);
    return date(from && (unit === 'M' ? from.slice(0, 7) : unit === 'Y' ? from.slice(0, 4) : shifted(from, 0, unit)));
  }),
  rule(
    'the next day',
    UNIT,
    'the (?<w>next|following|previous) day|the day (?<w2>before|after)(?=[.,;:]|$)',
    (m, s) => {
      const from = s.last ?? s.date;
      return date(from && addDays(from, m.groups['w'] === 'previous' || m.groups['w2'] === 'before' ? -1 : 1));
    },
  ),
  rule(
    'the quarter of the story',
    UNIT,
    '(?:the )?(?:latest |current |year-earlier |year-ago |this )?quarter(?! of| ended)|the (?:latest|year-earlier|year-ago) period|year-(?:earlier|ago)(?= (?:net|profit|loss|results|figure|earnings|income))',
    (m, s) => (/^quarter$/i.test(m.text) ? null : readQuarterOfStory(m, s)),
  ),
  rule('the period of a year', UNIT, `the (?<y>${P.year}) period`, (m, s) =>
    date(s.quarter ? `${m.groups['y']}${s.quarter.slice(4)}` : m.groups['y']!),
  ),
  ...ADVERBS,
];
