/** Compiles lexicon/actors into data/actors.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { ActorData, NameKind } from '../src/actors/data.ts';
import { normalTokens } from '../src/actors/normal.ts';
import { packActors } from '../src/actors/packed.ts';
import { WORD_LISTS } from '../src/actors/words.ts';
import type { ActorKind } from '../src/nouns.ts';
import { addEntry, addName, addTerm, entries, list, names, seen, slug, table, terms } from './actors-draft.ts';
import { addPeople, people } from './actors-people.ts';
import { addPlaces } from './actors-places.ts';

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

addPeople();

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

addPlaces(countries);

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
