/** What readers of names know, and how they ask it. */
import type { StatesNamed } from '../nouns.ts';
import type { ActorData, Entry, NameKind } from './data.ts';
import { isActive, type People } from './people.ts';
import type { Hit, Named } from './trie.ts';
import type { Words } from './words.ts';

/** A phrase: its tokens, and which of them is its head (-1 where nobody knows). */
export interface Phrase {
  readonly forms: readonly string[];
  readonly head: number;
}

export interface Knowledge {
  readonly data: ActorData;
  readonly people: People;
  readonly words: Words;
  /** What the text around names; of two places or bodies of one name, theirs is meant. */
  readonly states?: () => StatesNamed;
}

export const PLACES: ReadonlySet<NameKind> = new Set(['country', 'adjective', 'people', 'capital', 'metonym', 'city']);
export const BODIES: ReadonlySet<NameKind> = new Set(['organisation', 'group']);

export const ROLE: ReadonlySet<NameKind> = new Set(['role']);
export const PERSON: ReadonlySet<NameKind> = new Set(['person']);

export const has = (hit: Hit, kinds: ReadonlySet<NameKind>): boolean => hit.named.some((n) => kinds.has(n.kind));

/** Of names of several states, those of a state that the text names; all where none is or there is no choice. */
function inStates(named: readonly Named[], data: ActorData, states: Knowledge['states']): readonly Named[] {
  if (named.length < 2 || !states) return named;
  const countryOf = (n: Named) => data.entries[n.entry]!.country;
  if (named.every((n) => countryOf(n) === countryOf(named[0]!))) return named;
  const around = states();
  const has = (n: Named) => around.named.has(countryOf(n) ?? '');
  const isPlaced = (n: Named) => around.placed.has(countryOf(n) ?? '');
  // "Georgia" is the state, unless the text names places of the other and nothing of the state.
  const state = named.find((n) => n.kind === 'country');
  if (state) return has(state) || !named.some((n) => n !== state && isPlaced(n)) ? named : named.filter(isPlaced);
  const meant = named.filter((n) => has(n) || isPlaced(n));
  return meant.length ? meant : named;
}

/** The entry of one of these kinds that held on the day (a Taliban of 2010 is a rebel, one of 2023 a government). */
export function pick(
  { data, people, states }: Knowledge,
  hit: Hit,
  kinds: ReadonlySet<NameKind>,
  date: string | null,
): { entry: Entry; named: Named; sector: string | null } {
  const fitting = inStates(
    hit.named.filter((n) => kinds.has(n.kind)),
    data,
    states,
  );
  const active = fitting.find((n) => people.terms(n.entry).some((t) => isActive(t, date)));
  const untimed = fitting.find((n) => !people.terms(n.entry).length);
  const named = active ?? untimed ?? fitting[0]!;
  const term = people.terms(named.entry).find((t) => isActive(t, date));
  const entry = data.entries[named.entry]!;
  return { entry, named, sector: term?.sector ?? entry.sector };
}

export const textOf = ({ forms }: Phrase, hit: Hit): string => forms.slice(hit.first, hit.last + 1).join(' ');

export const isFormer = ({ words }: Knowledge, { forms, head }: Phrase): boolean =>
  forms.slice(0, head < 0 ? forms.length : head + 1).some((f) => words.has('former', f));
