/** The form of data/actors.json: tables as lines of text, which load much faster than objects. */
import type { ActorKind } from '../nouns.ts';
import type { ActorData, Entry, NameKind, NameRow, Term } from './data.ts';

/** Lines of fields divided by tabs; an empty field is null or absent. */
export interface PackedActors {
  readonly entries: string;
  readonly names: string;
  readonly terms: string;
}

const flag = (value: boolean | undefined): string => (value ? '1' : '');

export function packActors({ entries, names, terms }: ActorData): PackedActors {
  const line = (fields: readonly (string | number | null | undefined)[]) => fields.map((f) => f ?? '').join('\t');
  return {
    entries: entries
      .map((e) => line([e.id, e.name, e.kind, e.country, e.sector, e.source, e.officeClass, flag(e.weak), flag(e.one)]))
      .join('\n'),
    names: names.map(line).join('\n'),
    terms: terms.map((t) => line([t.entry, t.office, t.officeClass, t.sector, t.country, t.since, t.until])).join('\n'),
  };
}

const rows = (text: string): string[][] => (text ? text.split('\n').map((row) => row.split('\t')) : []);

const entryOf = ([id, name, kind, country, sector, source, officeClass, weak, one]: string[]): Entry => ({
  ...{
    id: id!,
    name: name!,
    kind: kind as ActorKind,
    country: country || null,
    sector: sector || null,
    source: source!,
  },
  ...(officeClass && { officeClass }),
  ...(weak && { weak: true }),
  ...(one && { one: true }),
});

const termOf = ([entry, office, officeClass, sector, country, since, until]: string[]): Term => ({
  entry: Number(entry),
  office: office || null,
  officeClass: officeClass || null,
  sector: sector || null,
  country: country || null,
  since: since || null,
  until: until || null,
});

const nameOf = ([tokens, kind, entry, acronym]: string[]): NameRow => [
  tokens!,
  kind as NameKind,
  Number(entry),
  acronym === '1' ? 1 : 0,
];

export const unpackActors = ({ entries, names, terms }: PackedActors): ActorData => ({
  entries: rows(entries).map(entryOf),
  names: rows(names).map(nameOf),
  terms: rows(terms).map(termOf),
});
