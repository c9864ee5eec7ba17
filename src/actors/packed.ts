/** The form of data/actors.json: tables by column, which load much faster than rows or objects. */
import type { ActorKind } from '../nouns.ts';
import type { ActorData, Entry, NameKind, NameRow, Term } from './data.ts';

/** A column of text: its cells on a line each, numbered into a list of distinct values where there are few. */
interface Coded {
  readonly values: readonly (string | null)[];
  readonly codes: readonly number[];
}

/** Columns of equal length; text columns are lines, an empty cell is null or absent. */
export interface PackedActors {
  readonly entries: {
    readonly ids: string;
    readonly names: string;
    readonly kinds: Coded;
    readonly countries: Coded;
    readonly sectors: Coded;
    readonly sources: Coded;
    readonly officeClasses: Coded;
    readonly weak: readonly number[];
    readonly one: readonly number[];
  };
  readonly names: {
    readonly tokens: string;
    readonly kinds: Coded;
    readonly entries: readonly number[];
    readonly acronyms: readonly number[];
  };
  readonly terms: {
    readonly entries: readonly number[];
    readonly offices: Coded;
    readonly officeClasses: Coded;
    readonly sectors: Coded;
    readonly countries: Coded;
    readonly since: Coded;
    readonly until: Coded;
    readonly sources: Coded;
  };
  readonly words: Readonly<Record<string, string>>;
}

const text = (cells: readonly (string | null | undefined)[]): string => cells.map((cell) => cell ?? '').join('\n');
const lines = (column: string): string[] => (column ? column.split('\n') : []);

function coded(cells: readonly (string | null | undefined)[]): Coded {
  const at = new Map<string | null, number>();
  const codes = cells.map((cell) => {
    const value = cell ?? null;
    if (!at.has(value)) at.set(value, at.size);
    return at.get(value)!;
  });
  return { values: [...at.keys()], codes };
}

/** The numbers of the rows that have a mark. */
const marked = (cells: readonly (boolean | undefined)[]): number[] =>
  cells.flatMap((cell, i) => (cell === true ? [i] : []));

export function packActors({ entries, names, terms, words }: ActorData): PackedActors {
  return {
    entries: {
      ids: text(entries.map((e) => e.id)),
      names: text(entries.map((e) => e.name)),
      kinds: coded(entries.map((e) => e.kind)),
      countries: coded(entries.map((e) => e.country)),
      sectors: coded(entries.map((e) => e.sector)),
      sources: coded(entries.map((e) => e.source)),
      officeClasses: coded(entries.map((e) => e.officeClass)),
      weak: marked(entries.map((e) => e.weak)),
      one: marked(entries.map((e) => e.one)),
    },
    names: {
      tokens: text(names.map(([tokens]) => tokens)),
      kinds: coded(names.map(([, kind]) => kind)),
      entries: names.map(([, , entry]) => entry),
      acronyms: marked(names.map(([, , , acronym]) => acronym === 1)),
    },
    terms: {
      entries: terms.map((t) => t.entry),
      offices: coded(terms.map((t) => t.office)),
      officeClasses: coded(terms.map((t) => t.officeClass)),
      sectors: coded(terms.map((t) => t.sector)),
      countries: coded(terms.map((t) => t.country)),
      since: coded(terms.map((t) => t.since)),
      until: coded(terms.map((t) => t.until)),
      sources: coded(terms.map((t) => t.source)),
    },
    words: Object.fromEntries(Object.entries(words).map(([list, all]) => [list, all.join(' ')])),
  };
}

const cell = ({ values, codes }: Coded, row: number): string | null => values[codes[row]!]!;

function unpackEntries(packed: PackedActors['entries']): Entry[] {
  const { kinds, countries, sectors, sources, officeClasses } = packed;
  const names = lines(packed.names);
  const [weak, one] = [new Set(packed.weak), new Set(packed.one)];
  return lines(packed.ids).map((id, i): Entry => {
    // One plain literal, and marks only where they stand: this runs ten thousand times before the first answer.
    const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
      id,
      name: names[i]!,
      kind: cell(kinds, i) as ActorKind,
      country: cell(countries, i),
      sector: cell(sectors, i),
      source: cell(sources, i)!,
    };
    const officeClass = cell(officeClasses, i);
    if (officeClass) entry.officeClass = officeClass;
    if (weak.has(i)) entry.weak = true;
    if (one.has(i)) entry.one = true;
    return entry;
  });
}

function unpackNames({ tokens, kinds, entries, acronyms }: PackedActors['names']): NameRow[] {
  const short = new Set(acronyms);
  return lines(tokens).map((name, i): NameRow => [name, cell(kinds, i) as NameKind, entries[i]!, short.has(i) ? 1 : 0]);
}

function unpackTerms({
  entries,
  offices,
  officeClasses,
  sectors,
  countries,
  since,
  until,
  sources,
}: PackedActors['terms']): Term[] {
  return entries.map((entry, i) => ({
    entry,
    office: cell(offices, i),
    officeClass: cell(officeClasses, i),
    sector: cell(sectors, i),
    country: cell(countries, i),
    since: cell(since, i),
    until: cell(until, i),
    source: cell(sources, i),
  }));
}

export const unpackActors = ({ entries, names, terms, words }: PackedActors): ActorData => ({
  entries: unpackEntries(entries),
  names: unpackNames(names),
  terms: unpackTerms(terms),
  words: Object.fromEntries(Object.entries(words).map(([list, all]) => [list, all.split(' ')])),
});
