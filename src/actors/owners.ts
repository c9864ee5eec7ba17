/** The actors that bodies and places are. */
import type { Actor } from '../nouns.ts';
import type { Entry } from './data.ts';
import { BODIES, type Knowledge, type Phrase, PLACES, pick, textOf } from './knowledge.ts';
import type { Hit } from './trie.ts';

export function bodyActor(knowledge: Knowledge, phrase: Phrase, body: Hit, date: string | null): Actor {
  const { entry, sector } = pick(knowledge, body, BODIES, date);
  return {
    name: entry.name,
    id: entry.id,
    kind: entry.kind,
    country: entry.country,
    sector,
    ...(entry.code && { code: entry.code }),
    because: `"${textOf(phrase, body)}" is ${entry.name} (${entry.source})`,
  };
}

export function placeActor(knowledge: Knowledge, phrase: Phrase, place: Hit, date: string | null): Actor {
  const { entry, named } = pick(knowledge, place, PLACES, date);
  const because = `"${textOf(phrase, place)}" is ${named.kind === 'country' ? 'the name' : `${named.kind === 'adjective' ? 'the adjective' : `a ${named.kind}`}`} of ${entry.name}`;
  if (named.kind === 'people')
    return {
      name: textOf(phrase, place),
      kind: 'people',
      country: entry.country,
      sector: entry.kind === 'people' ? entry.sector : 'CVL',
      ...(entry.code && { code: entry.code }),
      because,
    };
  return {
    name: entry.name,
    id: entry.id,
    kind: named.kind === 'city' ? 'unknown' : entry.kind,
    country: entry.country,
    sector: named.kind === 'city' ? null : entry.sector,
    ...(entry.code && { code: entry.code }),
    because,
  };
}

/** The state of a country code, or of the code of a user's entry, whatever it is. */
export function stateOf(entries: readonly Entry[], { country, code }: Pick<Actor, 'country' | 'code'>): Actor | null {
  const isState = (e: Entry): boolean =>
    country === null ? code !== undefined && e.code === code && e.kind !== 'people' : e.id === country;
  const found = entries.find(isState);
  if (!found) return null;
  const { id, name, kind, sector } = found;
  return {
    ...{ id, name, kind, country, sector },
    ...(found.code && { code: found.code }),
    because: `the state of ${name}`,
  };
}
