/** What the exports know: columns, codes, scores. Reading them is in `load.ts`. */
export interface Country {
  readonly fips: string;
  readonly cow: string;
  readonly name: string;
}

export interface FormatTables {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly goldstein: ReadonlyMap<string, number>;
  /** PLOVER type to CAMEO root. */
  readonly types: ReadonlyMap<string, string>;
  /** Label of a CAMEO code. */
  readonly labels: ReadonlyMap<string, string>;
  /** PLOVER sector to CAMEO role and words. */
  readonly sectors: ReadonlyMap<string, { readonly cameo: string; readonly words: string }>;
  readonly countries: ReadonlyMap<string, Country>;
}

/** What a table has of a CAMEO code, or of the nearest code above it. */
function nearest<T>(cameo: string, table: ReadonlyMap<string, T>): T | null {
  for (let code = cameo; code.length >= 2; code = code.slice(0, -1)) {
    const found = table.get(code);
    if (found !== undefined) return found;
  }
  return null;
}

export const goldsteinOf = (cameo: string, { goldstein }: FormatTables): number | null => nearest(cameo, goldstein);
export const labelOf = (cameo: string, { labels }: FormatTables): string => nearest(cameo, labels) ?? '';
