/** Office-holders: one entry a person, a term for each office. */
import { readFileSync } from 'node:fs';
import type { Term } from '../src/actors/data.ts';
import { readHolders } from '../src/actors/holders.ts';
import { soundOf } from '../src/actors/people.ts';
import { isOnePerson, rulesOf, type SeatTerm, withEnds } from '../src/actors/succession.ts';
import { addEntry, addName, FOLDER, list, slug, table, terms, wordsOf } from './actors-draft.ts';

/** States whose names put the family first. */
const FAMILY_FIRST = new Set(wordsOf('family-first'));

/** Heads of state of many lands (the king of Canada, too) stand for their own. */
const OWN_STATE: Readonly<Record<string, string>> = {
  'emmanuel-macron': 'FRA',
  'nicolas-sarkozy': 'FRA',
  'francois-hollande': 'FRA',
  'jacques-chirac': 'FRA',
  'elizabeth-ii': 'GBR',
  'charles-iii': 'GBR',
  'margrethe-ii': 'DNK',
  'frederik-x': 'DNK',
  'harald-v': 'NOR',
  'willem-alexander': 'NLD',
  beatrix: 'NLD',
  'barack-obama': 'USA',
  'joseph-r-biden': 'USA',
  'donald-j-trump': 'USA',
  'george-w-bush': 'USA',
};

const TITLES = {
  ...{ beside: new Set(wordsOf('beside-title')), acting: new Set(wordsOf('acting-title')) },
  ...{ crown: new Set(wordsOf('crown-title')), premier: new Set(wordsOf('premier-title')) },
};

/** Offices that are not of the executive. */
const CLASS_SECTORS: Readonly<Record<string, string>> = {
  MILC: 'MIL',
  SPY: 'SPY',
  LEG: 'LEG',
  PARTY: 'PTY',
  REB: 'REB',
  OPP: 'OPP',
  JUD: 'JUD',
  COP: 'COP',
};

/** Entries of people and bodies, by what they are and their name. */
export const people = new Map<string, number>();

const isState = ({ country }: Record<string, string>): boolean => /^[A-Z]{3}$/.test(country ?? '');

/** Whether the row is left out: the king of many lands stands for his own. */
function isElsewhere(row: Record<string, string>): boolean {
  const name = slug(list(row.names)[0] ?? '');
  const own = Object.entries(OWN_STATE).find(([part]) => name.includes(part))?.[1];
  return own !== undefined && own !== row.country;
}

/** The entry of a row's person: one that has one of the names already, a new one else. */
function addPerson(row: Record<string, string>): number {
  const [first = '', ...others] = list(row.names);
  const shorter = withoutMiddle(first, row.country ?? '');
  let entry =
    people.get(`${row.country} ${slug(first)}`) ??
    (shorter ? people.get(`${row.country} ${slug(shorter)}`) : undefined);
  if (entry === undefined)
    entry = addEntry({
      id: `per:${slug(first)}`,
      name: first,
      kind: 'person',
      country: isState(row) ? row.country! : null,
      sector: null,
      source: row.source || 'people.tsv',
    });
  for (const name of [first, ...others]) {
    people.set(`${row.country} ${slug(name)}`, entry);
    addName(name, 'person', entry);
    const short = withoutMiddle(name, row.country ?? '');
    if (short) addName(short, 'person', entry);
  }
  return entry;
}

const termOf = (row: Record<string, string>, entry: number): Term => ({
  entry,
  office: row.office || null,
  officeClass: row.class || null,
  sector: isState(row) ? (CLASS_SECTORS[row.class ?? ''] ?? 'GOV') : 'IGO',
  country: isState(row) ? row.country! : null,
  since: row.since || null,
  until: row.until || null,
  source: row.source || null,
});

const PARTICLE =
  /^(?:al|el|bin|ibn|ben|de|da|do|dos|del|della|van|von|der|den|la|le|di|du|st|san|ould|ag|abu|abd|abdel|abdul|ul|ud|y|e)$/i;

/** "Joseph R. Biden" is Joseph Biden, "Nursultan Abishuly Nazarbayev" Nursultan Nazarbayev: first and last name, with particles. */
function withoutMiddle(name: string, country: string): string | null {
  const words = name.split(' ');
  if (words.length < 3 || FAMILY_FIRST.has(country)) return null;
  let at = words.length - 1;
  while (at > 1 && PARTICLE.test(words[at - 1]!.replace(/[-.]/g, ''))) at -= 1;
  return at > 1 ? [words[0], ...words.slice(at)].join(' ') : null;
}

/** Every row of the lists, then of the tables; the lists are made by hand, so that their names and ends go before. */
function readRows(): Record<string, string>[] {
  const lists = ['holders-heads.txt', 'holders-ministers.txt', 'holders-others.txt'].flatMap((file) =>
    readHolders(readFileSync(new URL(file, FOLDER), 'utf8')).map(
      ({ country, officeClass, office, names: all, since, until }) => ({
        ...{ country, office, since, names: all.join('|'), class: officeClass },
        ...{ until: until ?? '', source: 'general knowledge' },
      }),
    ),
  );
  return [...lists, ...['ministers.tsv', 'people.tsv'].flatMap(table)].filter((row) => !isElsewhere(row));
}

const seatTerm = (row: Record<string, string>): SeatTerm => ({
  ...{ country: row.country ?? '', name: list(row.names)[0] ?? '', office: row.office || null },
  ...{ officeClass: row.class || null, since: row.since || null, until: row.until || null },
});

/** Other spellings, as `state slug`, and the name under which an earlier row has the same person. */
function otherSpellings(rows: readonly Record<string, string>[]): Map<string, string> {
  const { seatOf } = rulesOf(TITLES);
  const known = new Map<string, SeatTerm[]>();
  const found = new Map<string, string>();
  for (const term of rows.map(seatTerm)) {
    const seat = seatOf(term);
    if (seat === null) continue;
    const before = known.get(seat) ?? [];
    known.set(seat, [...before, term]);
    const key = `${term.country} ${slug(term.name)}`;
    if (found.has(key) || before.some(({ name }) => slug(name) === slug(term.name))) continue;
    const same = before.find((other) => isOnePerson(other, term, FAMILY_FIRST.has(term.country), soundOf));
    if (same) found.set(key, found.get(`${same.country} ${slug(same.name)}`) ?? same.name);
  }
  return found;
}

/** Reads the lists and tables of office-holders. */
export function addPeople(): void {
  const rows = readRows();
  const spellings = otherSpellings(rows);
  const held = rows.map((row) => {
    const first = spellings.get(`${row.country} ${slug(list(row.names)[0] ?? '')}`);
    const entry = addPerson(first ? { ...row, names: `${first}|${row.names}` } : row);
    return { ...seatTerm(row), entry, row, byHand: row.source === 'general knowledge' };
  });
  const rules = rulesOf<(typeof held)[number]>(TITLES, (a, b) => a.entry === b.entry);
  for (const { entry, row, until } of withEnds(held, rules)) terms.push({ ...termOf(row, entry), until });
}
