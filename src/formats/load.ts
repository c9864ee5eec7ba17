/** Reads `lexicon/formats`. Only Node. */
import { readFileSync } from 'node:fs';
import type { FormatTables } from './tables.ts';

const FOLDER = new URL('../../lexicon/formats/', import.meta.url);

const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

function table(name: string): string[][] {
  const [, ...lines] = text(name).split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

/** The tables of the package. */
export function loadFormats(): FormatTables {
  const types = table('types.tsv');
  return {
    columns: JSON.parse(text('columns.json')),
    goldstein: new Map(table('goldstein.tsv').map(([code, score]) => [code!, Number(score)])),
    types: new Map(types.map(([type, cameo, label]) => [type!, { cameo: cameo!, label: label! }])),
    labels: new Map([...EXTRA_LABELS, ...types.map(([, cameo, label]) => [cameo!, label!] as const)]),
    sectors: new Map(
      table('sectors.tsv').map(([sector, cameo, words]) => [sector!, { cameo: cameo ?? '', words: words ?? '' }]),
    ),
    countries: new Map(
      table('codes.tsv').map(([iso, fips, cow, name]) => [iso!, { fips: fips!, cow: cow!, name: name! }]),
    ),
  };
}

/** Roots of CAMEO that no PLOVER type falls back on. */
const EXTRA_LABELS: readonly (readonly [string, string])[] = [
  ['01', 'Make public statement'],
  ['02', 'Appeal'],
  ['09', 'Investigate'],
  ['19', 'Fight'],
  ['20', 'Use unconventional mass violence'],
];
