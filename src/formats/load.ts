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
  return {
    columns: JSON.parse(text('columns.json')),
    goldstein: new Map(table('goldstein.tsv').map(([code, score]) => [code!, Number(score)])),
    types: new Map(table('types.tsv').map(([type, cameo]) => [type!, cameo!])),
    labels: new Map(table('labels.tsv').map(([cameo, label]) => [cameo!, label!])),
    sectors: new Map(
      table('sectors.tsv').map(([sector, cameo, words]) => [sector!, { cameo: cameo ?? '', words: words ?? '' }]),
    ),
    countries: new Map(
      table('codes.tsv').map(([iso, fips, cow, name]) => [iso!, { fips: fips!, cow: cow!, name: name! }]),
    ),
  };
}
