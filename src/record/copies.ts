/** Finds which articles of a batch are copies of each other, or of articles that are in the record. */
import type { Article } from '../nouns.ts';
import { COPY, type Fingerprint, fingerprintOf, overlap, readSignature, writeSignature } from './fingerprint.ts';
import { type Asked, inPieces } from './pieces.ts';
import type { Out } from './record.ts';
import { dayNumber, type Value } from './schema.ts';
import { SQL } from './sql.ts';
import { articleId, type TableRows } from './tables.ts';

/** Days apart within which two articles can be copies. */
const COPY_DAYS = 7;

interface Known {
  readonly article: number;
  readonly signature: Uint8Array;
  readonly published: string | null;
  /** The article after which the copies are named: its place in the order of reading, and its id. */
  origin: number;
  id: string;
}

interface Fresh {
  readonly id: string;
  readonly seq: number;
  readonly date: string | null;
  readonly print: Fingerprint;
}

/** An origin that turned out to be a copy of another: `from` is called `to` now. */
export interface Moved {
  readonly from: number;
  readonly to: number;
  readonly id: string;
}

export interface Copies {
  readonly rows: TableRows;
  readonly moved: readonly Moved[];
}

function dayOf(date: string | null): number | null {
  const day = date === null ? Number.NaN : dayNumber(date);
  return Number.isInteger(day) ? day : null;
}

function daysApart(a: string | null, b: string | null): number {
  return a && b ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 : 0;
}

/** What is in the record and shares a band with one of the batch, by band. */
async function knownByBand(file: Asked, batch: readonly Fresh[]): Promise<Map<number, Known[]>> {
  const bands = [...new Set(batch.flatMap((one) => one.print.bands))];
  const byBand = new Map<number, Known[]>();
  const met = await inPieces(file, SQL.bands, bands);
  const articles = [...new Set(met.map((row) => row.article as number))];
  const byArticle = new Map(
    (await inPieces(file, SQL.fingerprints, articles)).map((row) => [row.article, toKnown(row)]),
  );
  for (const { band, article } of met) add(byBand, band, byArticle.get(article)!);
  return byBand;
}

const toKnown = ({ article, published, origin, origin_id: id, signature }: Out): Known => ({
  ...{ article, published, origin, id },
  signature: readSignature(signature),
});

function add(map: Map<number, Known[]>, band: number, known: Known): void {
  const list = map.get(band);
  if (list) list.push(known);
  else map.set(band, [known]);
}

/** One origin takes over the others: the one that was read first. */
function settle(
  one: Fresh,
  copies: readonly Known[],
  everything: Iterable<Known[]>,
): { origin: number; id: string; moved: Moved[] } {
  const [first, ...others] = [...new Map(copies.map((copy) => [copy.origin, copy])).values()].sort(
    (a, b) => a.origin - b.origin,
  );
  if (!first) return { origin: one.seq, id: one.id, moved: [] };
  const { origin, id } = first;
  const gone = new Set(others.map((other) => other.origin));
  if (gone.size) {
    for (const list of everything) {
      for (const known of list) if (gone.has(known.origin)) Object.assign(known, { origin, id });
    }
  }
  return { origin, id, moved: [...gone].map((from) => ({ from, to: origin, id })) };
}

/** Fingerprints of a batch, given in the order of reading from `seq` on, with their origins. */
export async function findCopies(file: Asked, articles: readonly Article[], seq: number): Promise<Copies> {
  const rows = { origins: [] as Value[][], fingerprints: [] as Value[][], bands: [] as Value[][] };
  const moved: Moved[] = [];
  const batch = articles.flatMap((article, i): Fresh[] => {
    const print = fingerprintOf(article.text);
    const id = articleId(article);
    if (!print) rows.origins.push([seq + i, seq + i, id, dayOf(article.date)]);
    return print ? [{ id, seq: seq + i, date: article.date, print }] : [];
  });
  const byBand = await knownByBand(file, batch);
  for (const one of batch) {
    const near = new Set(one.print.bands.flatMap((band) => byBand.get(band) ?? []));
    const copies = [...near].filter(
      (known) =>
        daysApart(known.published, one.date) <= COPY_DAYS && overlap(known.signature, one.print.signature) >= COPY,
    );
    const settled = settle(one, copies, byBand.values());
    moved.push(...settled.moved);
    const known: Known = {
      article: one.seq,
      signature: one.print.signature,
      published: one.date,
      origin: settled.origin,
      id: settled.id,
    };
    for (const band of one.print.bands) add(byBand, band, known);
    rows.origins.push([one.seq, settled.origin, settled.id, dayOf(one.date)]);
    rows.fingerprints.push([one.seq, writeSignature(one.print.signature)]);
    for (const band of one.print.bands) rows.bands.push([band, one.seq]);
  }
  return { rows: followMoves(rows, moved), moved };
}

/** Origins of the batch that were taken over within the batch. */
function followMoves<T extends { origins: Value[][] }>(rows: T, moved: readonly Moved[]): T {
  for (const { from, to, id } of moved) for (const row of rows.origins) if (row[1] === from) row.splice(1, 2, to, id);
  return rows;
}
