/** Finders of clock times, durations and sets. */
import { two } from './calendar.ts';
import { CLASS, duration, type Match, type Reading, type Rule, rule, type Setting, set, time } from './rule.ts';
import { numberOf, P, unitOf, WEEKDAYS } from './words.ts';

const { unit: UNIT, digit: DIGIT, set: SET, part: PART } = CLASS;

const NOON = 12;

function clock(m: Match, s: Setting): Reading | null {
  const { h, m: minute, x, z } = m.groups;
  let hour = Number(h);
  if (hour > 24 || Number(minute ?? 0) > 59) return null;
  if (x && /^p/i.test(x) && hour < NOON) hour += NOON;
  if (x && /^a/i.test(x) && hour === NOON) hour = 0;
  const day = s.last ?? s.date;
  return time(day && `${day}T${two(hour)}:${minute ?? '00'}${z && /GMT|UTC/i.test(z) ? 'Z' : ''}`);
}

const ZONE =
  '(?<z> (?:[GUBE]MT|UTC|E[SD]T|P[SD]T|C[SD]T|CES?T|BST|local time|eastern(?: time)?|pacific(?: time)?|ET|IST|KST|JST|MSK))?';

const UNSAID = /^(?:several|many|few|a few|some|dozens of|hundreds of|tens of|a number of)$/;

/** "5 1/2 hours" is PT5H30M: TIMEX3 has whole numbers of hours and minutes. */
function clockSpan(n: number, unit: string): string {
  const whole = Math.trunc(n);
  const rest = Math.round((n - whole) * 60);
  const finer = unit === 'H' ? `${rest}M` : `${rest}S`;
  return `PT${whole ? `${whole}${unit}` : ''}${finer}`;
}

function durationOf(amount: string, unitWord: string, half: boolean): Reading {
  const unit = unitOf(unitWord);
  const bare = amount.trim().toLowerCase();
  const n = UNSAID.test(bare) ? null : numberOf(bare);
  const total = n === null ? null : n + (half ? 0.5 : 0);
  const count = total === null ? 'X' : String(total);
  if (total !== null && !Number.isInteger(total) && /^T[HM]$/.test(unit)) return duration(clockSpan(total, unit[1]!));
  return duration(unit[0] === 'T' ? `PT${count}${unit[1]}` : `P${count}${unit}`);
}

const WINDOW = '(?:the )?(?:last|past|next|first|coming|final|another|previous) ';

/** "$2 million a year", "24 hours a day" are rates; "for a year" is a duration. */
const RATE = /^(?:hour|day|week|month|quarter|year)$/i;
const SPANNING =
  /\b(?:for|in|over|of|within|after|about|than|nearly|almost|least|only|just|lasted|took|takes?|spent|spend|half|before|up to|as) $/i;

function readDuration(m: Match): Reading | null {
  const { n, u } = m.groups;
  if (/\bage of (?:about |only |just )?$/i.test(m.before) || /^ (?:a|per) (?:day|week)\b/.test(m.after)) return null;
  const bare = n!.replace(new RegExp(`^${WINDOW}`, 'i'), '');
  if (/^an?$/i.test(bare) && /^(?:second|quarter|weekend|night)$/i.test(u!)) return null;
  if (/^[A-Z]/.test(u!) && !/^[A-Z]/.test(n!)) return null;
  if (/^an?$/i.test(n!) && RATE.test(u!) && !SPANNING.test(m.before)) return null;
  if (/^half/i.test(bare))
    return duration(unitOf(u!) === 'TH' ? 'PT30M' : unitOf(u!) === 'Y' ? 'P6M' : `P0.5${unitOf(u!)}`);
  return durationOf(bare, u!, Boolean(m.groups['half']));
}

function readEvery(m: Match): Reading | null {
  const { n, u } = m.groups;
  const name = u!.toLowerCase();
  if (name in WEEKDAYS) return set(`XXXX-WXX-${WEEKDAYS[name]! + 1}`);
  const [unit, count] = [unitOf(name), n ? numberOf(n) : 1];
  return set(unit[0] === 'T' ? `PT${count}${unit[1]}` : `P${count}${unit}`);
}

const EVERY: Readonly<Record<string, string>> = {
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  yearly: 'P1Y',
  annually: 'P1Y',
  hourly: 'PT1H',
};

const bareUnits = (unit: string): string => (unitOf(unit)[0] === 'T' ? `PTX${unitOf(unit)[1]}` : `PX${unitOf(unit)}`);

export const SPANS: readonly Rule[] = [
  rule('clock', DIGIT, `(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))? ?(?<x>a\\.m\\.?|p\\.m\\.?|am|pm)${ZONE}`, clock),
  rule('clock of 24 hours', DIGIT, `(?<h>[01]?\\d|2[0-4]):(?<m>[0-5]\\d)(?::\\d{2})?${ZONE}`, (m, s) =>
    /(?:[A-Z][a-z]+|\bby|-|:) ?$/.test(m.before) && !m.groups['z'] ? null : clock(m, s),
  ),
  rule('hours in four digits', DIGIT, '(?<h>[01]\\d|2[0-4])(?<m>[0-5]\\d)(?<z> (?:GMT|UTC|hours|local time))', clock),
  rule('noon', PART, '(?:noon|midnight|midday)', (m, s) => {
    const day = s.last ?? s.date;
    if (/\bhigh $/i.test(m.before)) return null;
    return time(day && `${day}T${/mid(?=n)/i.test(m.text) ? '00:00' : '12:00'}`);
  }),
  rule(
    'duration',
    UNIT,
    `(?<n>(?:${WINDOW})?(?:${P.some})|half an?|half-)(?: more | |-)(?<u>${P.unit})(?<half> and a half)?(?![- ]old| old|['’]s? time| (?:ago|earlier|later|from now)\\b)`,
    readDuration,
  ),
  rule('halves', UNIT, `(?<n>${P.number}) and a half (?<u>${P.unit})`, (m) =>
    durationOf(m.groups['n']!, m.groups['u']!, true),
  ),
  rule('the past year', UNIT, '(?:the )?past (?<u>decade|century)', (m) =>
    duration(/dec/i.test(m.groups['u']!) ? 'P10Y' : 'P100Y'),
  ),
  rule(
    'some units',
    UNIT,
    '(?<u>hours|days|weeks|months|years|decades|centuries)(?= (?:of|after|before|and)\\b)|(?<=\\b(?:for|within|over|in|take|takes|took|last|lasted|many) )(?<u2>hours|days|weeks|months|years|decades|centuries)|(?<u3>day|week|month|year|decade|hour)s?-long',
    (m) => {
      if (/\b(?:early|late|small|last|final|first) $/i.test(m.before)) return null;
      const unit = m.groups['u'] ?? m.groups['u2'];
      return duration(
        unit ? bareUnits(unit) : bareUnits(m.groups['u3']!).replace('X', /s-long$/i.test(m.text) ? 'X' : '1'),
      );
    },
  ),
  rule(
    'every',
    SET,
    `(?:every|each) (?:(?<n>${P.number}) )?(?<u>day|night|week|month|quarter|year|hour|morning|evening|${P.weekday}|${P.unit})`,
    readEvery,
  ),
  rule('daily', SET, Object.keys(EVERY).join('|'), (m) => {
    if (/^daily$/i.test(m.text) && /^ [A-Z]/.test(m.after)) return null;
    if (/^[A-Z]/.test(m.text) && (/[A-Z][\w’']* $/.test(m.before) || /^ [A-Z]/.test(m.after))) return null;
    return set(EVERY[m.text.toLowerCase()]!);
  }),
  rule(
    'times a unit',
    UNIT | SET,
    `(?:once|twice|${P.number} times) (?:an?|every|per) (?<u>day|week|month|year)`,
    (m) => set(`P1${unitOf(m.groups['u']!)}`),
  ),
];
