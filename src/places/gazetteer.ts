import { foldName } from './fold.ts';

export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Name of the region of the first order, for cities and regions. */
  readonly admin: string | null;
}

/** `data/places.json`. `cases`: prepositions that say where something is. Rows: folded names (with |), name, state, latitude, longitude, index of the region or -1; the best known first. */
export interface PlaceData {
  readonly admins: readonly string[];
  readonly cases: readonly string[];
  readonly places: readonly (readonly [
    keys: string,
    name: string,
    country: string,
    lat: number | null,
    lon: number | null,
    admin: number,
  ])[];
}

export interface Gazetteer {
  /** Prepositions, in small letters, of phrases that say where something is. */
  readonly cases: ReadonlySet<string>;
  /** The best-known place of a name, under the name that was asked for; one in `hint`, where it has one. "Paris, Texas" names its own hint. Null for no place. */
  readonly findPlace: (name: string, hint?: string | null) => Place | null;
}

const PREFIX = /^(?:the )?(?:city|town|village|port|capital) of /i;

/** Makes the gazetteer ready for look-up. */
export function loadPlaces({ places, admins, cases }: PlaceData): Gazetteer {
  const byName = new Map<string, number[]>();
  for (let i = 0; i < places.length; i++) {
    for (const key of places[i]![0].split('|')) {
      const known = byName.get(key);
      if (known) known.push(i);
      else byName.set(key, [i]);
    }
  }
  const placeOf = (i: number, asked: string): Place => {
    const [keys, name, country, lat, lon, admin] = places[i]!;
    const own = foldName(asked) === keys.split('|')[0];
    return { name: own ? name : asked.replace(PREFIX, ''), country, lat, lon, admin: admins[admin] ?? null };
  };
  const within = (found: readonly number[], outer: string): number | undefined => {
    for (const o of byName.get(foldName(outer)) ?? []) {
      const [, , country, , , admin] = places[o]!;
      const inside = found.find((i) => i !== o && places[i]![2] === country && (admin < 0 || places[i]![5] === admin));
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  const findPlace = (name: string, hint: string | null = null): Place | null => {
    const whole = byName.get(foldName(name));
    if (whole) return placeOf(whole.find((i) => places[i]![2] === hint) ?? whole[0]!, name);
    const comma = name.indexOf(',');
    const inner = comma > 0 ? byName.get(foldName(name.slice(0, comma))) : undefined;
    if (!inner) return null;
    const index = within(inner, name.slice(comma + 1)) ?? inner.find((i) => places[i]![2] === hint) ?? inner[0]!;
    return placeOf(index, name.slice(0, comma));
  };
  return { findPlace, cases: new Set(cases) };
}
