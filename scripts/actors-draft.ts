/** What the compiler of actors collects: entries, their names and their times. */
import { readFileSync } from 'node:fs';
import type { Entry, NameKind, NameRow, Term } from '../src/actors/data.ts';
import { isAcronym, normalTokens } from '../src/actors/normal.ts';

export const FOLDER = new URL('../lexicon/actors/', import.meta.url);

export function table(name: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(new URL(name, FOLDER), 'utf8').split('\n').filter(Boolean);
  const columns = header!.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((value, i) => [columns[i]!, value])));
}

export const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split('|')
    .map((t) => t.trim())
    .filter(Boolean);

export const entries: Entry[] = [];
export const names: NameRow[] = [];
export const terms: Term[] = [];
export const seen = new Set<string>();

export function addEntry(entry: Entry): number {
  entries.push(entry);
  return entries.length - 1;
}

/** A time in which somebody belongs to a state or a sector, in no office. */
export function addTerm(
  entry: number,
  sector: string | null,
  country: string | null,
  row: Record<string, string>,
): void {
  terms.push({
    ...{ entry, office: null, officeClass: null, sector, country },
    ...{ since: row.since || null, until: row.until || null },
  });
}

export const wordsOf = (name: string): string[] =>
  table('words.tsv')
    .find((row) => row.list === name)!
    .words!.split(' ');
const SHORT_TITLES = new Set(wordsOf('short-title'));

/** `named`: a common noun that means this only with a capital ("the Freedom Party"). */
export function addName(name: string, kind: NameKind, entry: number, named = false): void {
  const tokens = normalTokens(name).join(' ');
  if (!tokens || (tokens.length < 2 && kind !== 'role')) return;
  // "Rep" and "Gen" are titles where they have a capital, "p.m." is none.
  const isShort =
    kind === 'city'
      ? named
      : kind === 'role'
        ? named || SHORT_TITLES.has(tokens)
        : isAcronym(name) && tokens.length <= 8;
  const acronym = isShort ? 1 : 0;
  const key = `${tokens}\t${kind}\t${entry}`;
  if (seen.has(key)) return;
  seen.add(key);
  names.push([tokens, kind, entry, acronym]);
}

export const slug = (name: string): string => normalTokens(name).join('-');
