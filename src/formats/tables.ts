/** What the exports know: columns, codes, scores. Reading them is in `load.ts`. */
export interface Country {
  readonly fips: string;
  readonly cow: string;
  readonly name: string;
}

export interface FormatTables {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly goldstein: ReadonlyMap<string, number>;
  /** PLOVER type to CAMEO root and label. */
  readonly types: ReadonlyMap<string, { readonly cameo: string; readonly label: string }>;
  /** Label of a CAMEO root. */
  readonly labels: ReadonlyMap<string, string>;
  /** PLOVER sector to CAMEO role and words. */
  readonly sectors: ReadonlyMap<string, { readonly cameo: string; readonly words: string }>;
  readonly countries: ReadonlyMap<string, Country>;
}

/** The score of a CAMEO code, or of the nearest code above it. */
export function goldsteinOf(cameo: string, tables: FormatTables): number | null {
  for (let code = cameo; code.length >= 2; code = code.slice(0, -1)) {
    const score = tables.goldstein.get(code);
    if (score !== undefined) return score;
  }
  return null;
}
