/** Words of time. */

export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i) => [[name, i + 1], [name.slice(0, 3), i + 1], ...(name === 'september' ? [['sept', 9]] : [])]),
);

export const WEEKDAYS: Readonly<Record<string, number>> = Object.fromEntries(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' ').map((name, i) => [name, i]),
);

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};

/** "two", "a", "24", "a dozen", "several" (null: some number that is not said). */
export function numberOf(text: string): number | null {
  const w = text.toLowerCase().replace(/,/g, '').trim();
  if (/^\d+(?:\.\d+)?$/.test(w)) return Number(w);
  if (w.endsWith(' 1/2')) return Number(w.slice(0, -4)) + 0.5;
  if (w === 'a' || w === 'an' || w === 'one' || w === 'the' || w === '') return 1;
  if (/^(?:a )?couple(?: of)?$/.test(w)) return 2;
  if (/^(?:a )?dozen$/.test(w)) return 12;
  const at = NUMBERS.indexOf(w);
  if (at >= 0) return at;
  const [tens, ones] = w.split(/[- ]/);
  if (tens && tens in TENS) return TENS[tens]! + (ones ? Math.max(0, NUMBERS.indexOf(ones)) : 0);
  return null;
}

export const UNITS: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  night: 'D',
  week: 'W',
  weekend: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
};

export const SEASONS: Readonly<Record<string, string>> = {
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
};

export const PARTS: Readonly<Record<string, string>> = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
  midday: 'MI',
  noon: 'MI',
  dawn: 'MO',
  overnight: 'NI',
};

const MONTH =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)|apr(?:il|\\.)?|may|june|jun\\.?|july|jul\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const NUMBER =
  '(?:\\d+ 1/2|\\d[\\d,.]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';

/** Pieces that patterns are made of. */
export const P = {
  month: MONTH,
  weekday: '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  year: '(?:1[5-9]\\d\\d|20\\d\\d)',
  day: '(?:3[01]|[12]\\d|0?[1-9])',
  ordinal: '(?:st|nd|rd|th)?',
  unit: '(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|centurie|century)s?',
  number: NUMBER,
  some: `(?:an?(?: few| couple of| dozen)?|several|many|few|some|couple of|${NUMBER}|dozens of|hundreds of|tens of)`,
  part: '(?:morning|afternoon|evening|night)',
  season: '(?:spring|summer|autumn|fall|winter)',
} as const;

export function monthNumber(text: string): number {
  return MONTHS[text.toLowerCase().replace('.', '')] ?? MONTHS[text.toLowerCase().slice(0, 3)]!;
}

export function unitOf(text: string): string {
  const word = text.toLowerCase().replace(/s$/, '').replace('centurie', 'century');
  return UNITS[word] ?? 'D';
}

/** Feasts on a fixed day, "MM-DD". */
export const FEASTS: Readonly<Record<string, string>> = {
  'christmas eve': '12-24',
  christmas: '12-25',
  'christmas day': '12-25',
  'boxing day': '12-26',
  "new year's eve": '12-31',
  "new year's day": '01-01',
  'new year’s eve': '12-31',
  'new year’s day': '01-01',
  "valentine's day": '02-14',
  'may day': '05-01',
  'bastille day': '07-14',
  halloween: '10-31',
  'veterans day': '11-11',
  'armistice day': '11-11',
  'orthodox christmas': '01-07',
};

/** Feasts on the nth weekday of a month: [month, weekday 0 Monday, n; -1 the last]. */
export const MOVING: Readonly<Record<string, readonly [number, number, number]>> = {
  thanksgiving: [11, 3, 4],
  'thanksgiving day': [11, 3, 4],
  'memorial day': [5, 0, -1],
  'labor day': [9, 0, 1],
};
