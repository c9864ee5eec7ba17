/** Reads rows of other projects' event files: GDELT 2 events, POLECAT, ICEWS. Pure. */
import type { Quad } from '../nouns.ts';
import { QUADS } from '../wording.ts';
import type { FormatTables } from './tables.ts';

/** A party of a row: its state as ISO 3166-1 alpha-3, or null, and its names in lower case, without marks. */
export interface ForeignParty {
  readonly country: string | null;
  readonly names: readonly string[];
}

/** What a row of another project says, as far as it can be set beside ours. */
export interface ForeignEvent {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly from: ForeignParty;
  readonly to: ForeignParty;
  readonly quad: Quad;
}

/** A name as it is compared: "Kim Jong-un" and "KIM JONG UN" are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export type ForeignFormat = 'gdelt' | 'polecat' | 'icews';

/** Reads one line; null where the row is whole but says nothing that can be compared (no day, no quad class). Throws RangeError for a row of the wrong width. */
export type ForeignReader = (line: string) => ForeignEvent | null;

/** Codes of GDELT and CAMEO for states that are not ISO's. */
const CAMEO_STATES: Readonly<Record<string, string>> = {
  ROM: 'ROU',
  ZAR: 'COD',
  TMP: 'TLS',
  KSV: 'XKX',
  WSB: 'PSE',
  GZS: 'PSE',
};

const DAY = /^(\d{4})-?(\d{2})-?(\d{2})/;

function dayOf(cell: string | undefined): string | null {
  const found = DAY.exec(cell ?? '');
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

/** The codebook's quad class of a CAMEO code: roots 01–05, 06–08, 09–13, 14–20. */
function quadOfCameo(code: string | undefined): Quad | null {
  const root = Number((code ?? '').slice(0, 2));
  if (!(root >= 1 && root <= 20)) return null;
  return QUADS[root <= 5 ? 0 : root <= 8 ? 1 : root <= 13 ? 2 : 3]!;
}

type Cells = (name: string) => string | undefined;

type Party = (country: string, ...names: string[]) => ForeignParty;

const READERS: Readonly<Record<ForeignFormat, (cell: Cells, party: Party) => ForeignEvent | null>> = {
  gdelt: (cell, party) =>
    made(
      dayOf(cell('Day')),
      party('Actor1CountryCode', 'Actor1Name'),
      party('Actor2CountryCode', 'Actor2Name'),
      QUADS[Number(cell('QuadClass')) - 1],
    ),
  polecat: (cell, party) =>
    made(
      dayOf(cell('Event Date')),
      party('Actor Country', 'Actor Name', 'Actor Name Raw'),
      party('Recipient Country', 'Recipient Name', 'Recipient Name Raw'),
      QUADS.find((quad) => quad === (cell('Quad Code') ?? '').toLowerCase().replaceAll('-', ' ')),
    ),
  icews: (cell, party) =>
    made(
      dayOf(cell('Event Date')),
      party('Source Country', 'Source Name'),
      party('Target Country', 'Target Name'),
      quadOfCameo(cell('CAMEO Code')),
    ),
};

const made = (
  day: string | null,
  from: ForeignParty,
  to: ForeignParty,
  quad: Quad | null | undefined,
): ForeignEvent | null => (day && quad ? { day, from, to, quad } : null);

const COLUMNS: Readonly<Record<ForeignFormat, string>> = { gdelt: 'gdelt2_events', polecat: 'polecat', icews: 'icews' };

/** A column that only this format's header has. */
const SIGNS: readonly (readonly [ForeignFormat, string])[] = [
  ['gdelt', 'GlobalEventID'],
  ['polecat', 'Event Mode'],
  ['icews', 'CAMEO Code'],
];

const cellsOf = (line: string): string[] => line.replace(/\r$/, '').split('\t');

/**
 * Makes the reader that fits a file by its first line. GDELT's files have no header: 61 columns with a day in the second
 * tell them. `skip` says that the first line is a header. Null where the line fits none of the formats.
 */
export function foreignReader(
  first: string,
  tables: FormatTables,
): { readonly format: ForeignFormat; readonly read: ForeignReader; readonly skip: boolean } | null {
  const head = cellsOf(first);
  const signed = SIGNS.find(([, sign]) => head.some((cell) => cell.toLowerCase() === sign.toLowerCase()));
  const bare = head.length === tables.columns[COLUMNS.gdelt]!.length && /^\d{8}$/.test(head[1] ?? '');
  const format = signed?.[0] ?? (bare ? 'gdelt' : null);
  if (!format) return null;
  const names = signed ? head : tables.columns[COLUMNS[format]]!;
  const at = new Map(names.map((name, i) => [name.toLowerCase(), i]));
  const byName = new Map([...tables.countries].map(([code, { name }]) => [name.toLowerCase(), code]));
  const state = (words?: string): string | null => {
    const said = (words ?? '').trim();
    const code = CAMEO_STATES[said] ?? said;
    return tables.countries.has(code) ? code : (byName.get(said.toLowerCase()) ?? null);
  };
  const read: ForeignReader = (line) => {
    const cells = cellsOf(line);
    if (cells.length !== names.length) throw new RangeError(`${cells.length} columns where ${names.length} are due`);
    const cell: Cells = (name) => cells[at.get(name.toLowerCase()) ?? -1];
    return READERS[format](cell, (country, ...columns) => ({
      country: state(cell(country)),
      names: columns.flatMap((column) => (cell(column) ?? '').split(';').map(plainName)).filter(Boolean),
    }));
  };
  return { format, read, skip: signed !== undefined };
}
