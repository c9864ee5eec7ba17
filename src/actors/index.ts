/** Actors: who a name or a phrase is, on a day. */
import type { Actor, StatesNamed } from '../nouns.ts';
import type { ActorData } from './data.ts';
import { describe, type Phrase, UNKNOWN_NAME } from './describe.ts';
import { familiarNames } from './familiar.ts';
import { findNames } from './hits.ts';
import { States } from './owners.ts';
import { People } from './people.ts';
import { type Hit, NameIndex } from './trie.ts';
import { type UserEntry, withUserEntries } from './user.ts';
import { Reader } from './who.ts';
import { Words } from './words.ts';

export { ACTOR_CODES, type ActorFinding, checkActors, checkSeats } from './check.ts';
export type { ActorData } from './data.ts';
export type { Phrase } from './describe.ts';
export type { Hit } from './trie.ts';
export type { UserEntry } from './user.ts';

export interface ActorIndex {
  /** Names in running tokens. */
  readonly find: (forms: readonly string[]) => Hit[];
  /** The `because` of an actor of whom only the name is known. */
  readonly nameOnly: string;
  /** The actor that a phrase is, or null. `hits` are those of the phrase's own tokens, `states` those that the text around names. */
  readonly describe: (
    phrase: Phrase,
    hits: readonly Hit[],
    date: string | null,
    states?: () => StatesNamed,
  ) => Actor | null;
  /** Who a bare surname means on a day, or null where that is not clear. */
  readonly bySurname: (form: string, date: string | null) => Actor | null;
  /** A person whose name the lexicon spells otherwise ("Moammar Gadhafi"), or null. */
  readonly bySound: (forms: readonly string[], date: string | null) => Actor | null;
  /** The state that an actor is of, as an actor of its own ("Poland" for its minister), or null. */
  readonly stateOf: (actor: Pick<Actor, 'country' | 'code'>) => Actor | null;
  /** Was the state of a country code no more on the day? */
  readonly isOver: (country: string, date: string | null) => boolean;
  /** A list of common words of `lexicon/actors/words.tsv`, in small letters. Throws an Error where there is no such list. */
  readonly words: (list: string) => ReadonlySet<string>;
  /** Names that only a user's dictionary has, and well-known names that read like them ("Marovia": "Iran"). */
  readonly familiar: ReadonlyMap<string, string>;
  /** The actors that a bare phrase names, coordinated ones apart. `context`: words around it, which may say whose it is. */
  readonly who: (phrase: string, date: string | null, context?: string | null) => Actor[];
}

/** Makes the index, with a user's entries before the built-in ones. */
export function loadActors(data: ActorData, user: readonly UserEntry[] = []): ActorIndex {
  const all = user.length ? withUserEntries(data, user) : data;
  const words = new Words(all.words);
  const names = new NameIndex(words.of('word-too'));
  for (const [tokens, kind, entry, acronym] of all.names) names.add(tokens, { kind, entry, acronym: acronym === 1 });
  const people = new People(all);
  const knowledge = { data: all, people, words };
  const reader = new Reader(knowledge, names);
  const states = new States(all.entries);
  return {
    find: (forms) => findNames(names, words, forms),
    nameOnly: UNKNOWN_NAME,
    bySurname: (form, date) => {
      const index = people.bySurname(form, date);
      return index === null ? null : people.describe(index, date);
    },
    bySound: (forms, date) => {
      const index = people.bySound(forms, date);
      return index === null ? null : people.describe(index, date);
    },
    stateOf: (actor) => states.of(actor),
    isOver: (country, date) => {
      const at = states.at({ country });
      const terms = at === undefined || date === null ? [] : people.terms(at);
      return terms.length > 0 && terms.every(({ until }) => until !== null && until < date!);
    },
    words: (list) => words.of(list),
    familiar: familiarNames(user, words),
    describe: (phrase, hits, date, states) =>
      describe(states ? { ...knowledge, states } : knowledge, phrase, hits, date),
    who: (text, date, context = null) => reader.who(text, date, context),
  };
}
