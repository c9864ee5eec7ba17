/** Office-holders: one entry a person, a term for each office. */
import { readFileSync } from 'node:fs';
import { readHolders } from '../src/actors/holders.ts';
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
function addPerson(row: Record<string, string>): void {
  const [first = '', ...others] = list(row.names);
  const isState = /^[A-Z]{3}$/.test(row.country ?? '');
  const own = Object.entries(OWN_STATE).find(([name]) => slug(first).includes(name) || slug(first) === name)?.[1];
  if (own && own !== row.country) return;
  const key = `${row.country} ${slug(first)}`;
  const shorter = withoutMiddle(first, row.country ?? '');
  let entry = people.get(key) ?? (shorter ? people.get(`${row.country} ${slug(shorter)}`) : undefined);
  if (entry === undefined) {
    entry = addEntry({
      id: `per:${slug(first)}`,
      name: first,
      kind: 'person',
      country: isState ? row.country! : null,
      sector: null,
      source: row.source || 'people.tsv',
    });
    people.set(key, entry);
  }
  for (const name of [first, ...others]) {
    people.set(`${row.country} ${slug(name)}`, entry);
    addName(name, 'person', entry);
    const short = withoutMiddle(name, row.country ?? '');
    if (short) addName(short, 'person', entry);
  }
  terms.push({
    entry,
    office: row.office || null,
    officeClass: row.class || null,
    sector: isState ? (CLASS_SECTORS[row.class ?? ''] ?? 'GOV') : 'IGO',
    country: isState ? row.country! : null,
    since: row.since || null,
    until: row.until || null,
    source: row.source || null,
  });
}

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

/** Reads the lists and tables of office-holders. */
export function addPeople(): void {
  for (const file of ['holders-heads.txt', 'holders-ministers.txt', 'holders-others.txt'])
    for (const { country, officeClass, office, names: all, since, until } of readHolders(
      readFileSync(new URL(file, FOLDER), 'utf8'),
    ))
      addPerson({
        country,
        names: all.join('|'),
        office,
        class: officeClass,
        since,
        until: until ?? '',
        source: 'general knowledge',
      });
  for (const file of ['ministers.tsv', 'people.tsv']) for (const row of table(file)) addPerson(row);
}
