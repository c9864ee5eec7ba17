/** What `data/actors.json` holds: entries, and the names under which they are known. Built by scripts/build-actors.ts. */
import type { ActorKind } from '../nouns.ts';

/** country: a state's name; adjective: "French"; people: "Russians"; capital, metonym: places that stand for a government. */
export type NameKind =
  | 'country'
  | 'adjective'
  | 'people'
  | 'capital'
  | 'metonym'
  | 'city'
  | 'organisation'
  | 'group'
  | 'person'
  | 'role';

export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: string | null;
  readonly code?: string;
  /** Roles: weak ones ("leader", "official") take the sector of whom they belong to. */
  readonly weak?: boolean;
  /** Roles: class of office ("FM"). */
  readonly officeClass?: string;
  /** Roles: whether the word names one person. */
  readonly one?: boolean;
  readonly source: string;
}

/** An office, or membership, that a person or group had between two days. */
export interface Term {
  readonly entry: number;
  readonly office: string | null;
  readonly officeClass: string | null;
  readonly sector: string | null;
  readonly country: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** Where the days are from; the entry's source where it is left out. */
  readonly source?: string | null;
}

/** A name: its normal tokens joined by spaces, what kind of name, whose, and whether it must be in capitals (of a town: whether it is small). */
export type NameRow = readonly [tokens: string, kind: NameKind, entry: number, acronym: 0 | 1];

export interface ActorData {
  readonly entries: readonly Entry[];
  readonly names: readonly NameRow[];
  readonly terms: readonly Term[];
  /** Word lists of `lexicon/actors/words.tsv`: what the readers of names and pronouns must know of common words. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}
