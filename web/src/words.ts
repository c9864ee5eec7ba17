/** Small words for people. */
import type { ActorRef, EventRow, ReportRow, SaidRow, SourceRow } from '../../src/rows.ts';
import {
  counted,
  dayInWords,
  didToParty,
  grouped,
  inSentence,
  daysInWords as inWords,
  listed,
  TYPE_WORDS,
  toDo,
  typeNoun,
} from '../../src/wording.ts';

export { counted, dayInWords, grouped, inSentence, listed, TYPE_WORDS, typeNoun };

/** "one source", "3 origins" */
export const originsInWords = (n: number): string => (n === 1 ? 'one source' : `${grouped(n)} origins`);

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "25 Sep 2023" for narrow places. */
export function shortDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${SHORT_MONTHS[month - 1]} ${year}`;
}

/** "25 September 2023"; of several days "11 to 15 September 2023", "September 2023", "2022". */
export function daysInWords(from: string | null, to: string | null): string {
  return from ? inWords(from, to) : 'no day given';
}

/** A day, or only its month or year where that is all that a list of terms knows. */
function edgeInWords(day: string, isEnd: boolean): string {
  const next = new Date(Date.parse(day) + (isEnd ? 86_400_000 : 0)).toISOString().slice(0, 10);
  if (next.endsWith('-01-01')) return day.slice(0, 4);
  return next.endsWith('-01') ? dayInWords(day).replace(/^\d+ /, '') : dayInWords(day);
}

/** "since 7 May 2012", "April 2014 to May 2016", "until 2008"; of days that nobody has, "at a time not known". */
export function termInWords(from: string | null, to: string | null): string {
  if (!from && !to) return 'at a time not known';
  if (!to) return `since ${edgeInWords(from!, false)}`;
  return from ? `${edgeInWords(from, false)} to ${edgeInWords(to, true)}` : `until ${edgeInWords(to, true)}`;
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text from outside, with the characters that would turn or hide it made visible. */
export const shown = (text: string): string =>
  text
    .replace(BIDI, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(CONTROL, '\ufffd');

export const sourceName = (source: SourceRow): string => source.publisher ?? 'unnamed publisher';

/** "Antony Blinken, Secretary of State" */
export function speakerInWords(said: SaidRow | null): string {
  if (!said) return 'the article itself';
  const name = said.name ?? said.text ?? 'somebody not named';
  return said.office && !name.toLowerCase().includes(said.office.toLowerCase()) ? `${name}, ${said.office}` : name;
}

/** "+2.5", "−3" with a minus that is one. */
export const signed = (n: number): string => (n < 0 ? `\u2212${-n}` : n > 0 ? `+${n}` : '0');

/** The line of an event without its status, which the chip beside it says. */
export const lineWithoutStatus = (event: EventRow): string => {
  const text = event.line.replace(/^[A-Z][a-z ]+: /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const namesOf = (parties: ReportRow['actors']): string =>
  listed([...new Set(parties.map((party) => inSentence(party.name)))]);

/** "Russia → North Korea", "South Korea and Japan with one another". */
export function partiesOfReport({ actors, recipients, mutual }: ReportRow): string {
  if (mutual && !recipients.length && actors.length > 1) return `${namesOf(actors)} with one another`;
  const line = `${namesOf(actors) || 'somebody not named'} → ${namesOf(recipients) || 'nobody named'}`;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** "Russia gave material aid to North Korea" */
export function lineOfReport(report: ReportRow): string {
  const { actors, recipients, mutual } = report;
  const past = didToParty(report);
  const did = report.status === 'planned' ? `to ${toDo(past)}` : past;
  const who = namesOf(actors) || 'somebody not named';
  const whom = mutual && !recipients.length && actors.length > 1 ? 'one another' : namesOf(recipients);
  const line = `${who} ${did} ${whom || 'somebody not named'}`;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Names that the record has for somebody, without mere descriptions ("the two countries"). */
export const properNames = (names: readonly string[], own: string): string[] =>
  names.filter((name) => name !== own && /^(?:[Tt]he )?\p{Lu}/u.test(name) && !/^the two\b/i.test(name));

export const KIND_WORDS: Readonly<Record<string, string>> = {
  country: 'country',
  organisation: 'organisation',
  group: 'armed group',
  person: 'person',
  people: 'people',
  unknown: 'not in the lists',
};

export const SECTOR_WORDS: Readonly<Record<string, string>> = {
  GOV: 'government',
  MIL: 'armed forces',
  REB: 'armed opposition',
  OPP: 'opposition',
  PTY: 'party',
  COP: 'police',
  JUD: 'courts',
  SPY: 'intelligence service',
  MED: 'media',
  BUS: 'business',
  CVL: 'civilians',
  IGO: 'organisation of states',
  NGO: 'non-governmental organisation',
  UAF: 'armed men not named',
  LEG: 'parliament',
};

export function actorInWords(actor: ActorRef): string {
  const sector = actor.sector ? (SECTOR_WORDS[actor.sector] ?? actor.sector) : null;
  return [KIND_WORDS[actor.kind], sector].filter(Boolean).join(' · ');
}

const DATE = /(\b\d{1,2}) ((?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\b/g;

/** Days that do not break between their number and their month. */
export const bound = (text: string): string => text.replace(DATE, '$1\u00a0$2');

/** Only addresses of the web may become links. */
export const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null;
