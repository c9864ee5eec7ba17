/** The actors that bodies and places are. */
import type { Actor } from '../nouns.ts';
import type { Entry } from './data.ts';
import { BODIES, type Knowledge, type Phrase, PLACES, pick, textOf } from './knowledge.ts';
import { type Hit, singular } from './trie.ts';

/** "Gondorians" of a user's state Gondor: its people, not the state. */
const isPeopleOf = ({ kind, name, source }: Entry, text: string): boolean =>
  kind === 'country' && source === 'user' && text !== name && /^\p{Lu}\p{Ll}+$/u.test(text) && singular(text) !== text;

export function bodyActor(knowledge: Knowledge, phrase: Phrase, body: Hit, date: string | null): Actor {
  const { entry, sector } = pick(knowledge, body, BODIES, date);
  const text = textOf(phrase, body);
  if (isPeopleOf(entry, text))
    return {
      ...{ name: text, kind: 'people', country: entry.country, sector: 'CVL', because: `the people of ${entry.name}` },
      ...(entry.code && { code: entry.code }),
    };
  return {
    name: entry.name,
    id: entry.id,
    kind: entry.kind,
    country: entry.country,
    sector,
    ...(entry.code && { code: entry.code }),
    because: `"${text}" is ${entry.name} (${entry.source})`,
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

/** The states of country codes, and the bodies of a user's codes, whatever they are. */
export class States {
  readonly #byId = new Map<string, number>();
  readonly #byCode = new Map<string, number>();
  readonly #entries: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    entries.forEach(({ id, code, kind }, at) => {
      if (!this.#byId.has(id)) this.#byId.set(id, at);
      if (code && kind !== 'people' && !this.#byCode.has(code)) this.#byCode.set(code, at);
    });
  }

  /** The entry's place in the lexicon, or undefined. */
  at({ country, code }: Pick<Actor, 'country' | 'code'>): number | undefined {
    return country === null ? this.#byCode.get(code ?? '') : this.#byId.get(country);
  }

  /** The state of a country code, or whatever has the code of a user's entry, as an actor; null where there is none. */
  of(actor: Pick<Actor, 'country' | 'code'>): Actor | null {
    const at = this.at(actor);
    if (at === undefined) return null;
    const { id, name, kind, sector, code } = this.#entries[at]!;
    return {
      ...{ id, name, kind, country: actor.country, sector },
      ...(code && { code }),
      because: `the state of ${name}`,
    };
  }
}
