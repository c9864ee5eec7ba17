/** Finds which articles of a batch are copies of each other, or of articles that are in the record. */
import type { Article } from '../nouns.ts';
import { COPY, type Fingerprint, fingerprintOf, overlap, readSignature, writeSignature } from './fingerprint.ts';
import { type Asked, inPieces } from './pieces.ts';
import type { Out } from './record.ts';
import { SQL } from './sql.ts';
import { articleId, type TableRows } from './tables.ts';

/** Days apart within which two articles can be copies. */
const COPY_DAYS = 7;

interface Known {
  readonly article: string;
  readonly signature: Uint8Array;
  readonly published: string | null;
  /** The article after which the copies are named, and its place in the order of reading. */
  origin: string;
  seq: number;
}

interface Fresh {
  readonly id: string;
  readonly seq: number;
  readonly date: string | null;
  readonly print: Fingerprint;
}

/** An origin that turned out to be a copy of another: `from` is called `to` now. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

export interface Copies {
  readonly rows: TableRows;
  readonly moved: readonly Moved[];
}

function daysApart(a: string | null, b: string | null): number {
  return a && b ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 : 0;
}

/** What is in the record and shares a band with one of the batch, by band. */
async function knownByBand(file: Asked, batch: readonly Fresh[]): Promise<Map<number, Known[]>> {
  const bands = [...new Set(batch.flatMap((one) => one.print.bands))];
  const byBand = new Map<number, Known[]>();
  const byArticle = new Map<string, Known>();
  for (const row of await inPieces(file, SQL.bands, bands)) add(byBand, row.band, knownOf(row, byArticle));
  return byBand;
}

function knownOf(row: Out, byArticle: Map<string, Known>): Known {
  const { article, published, origin, seq } = row;
  const known = byArticle.get(article) ?? { article, published, origin, seq, signature: readSignature(row.signature) };
  byArticle.set(article, known);
  return known;
}

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
): { origin: string; seq: number; moved: Moved[] } {
  const [first, ...others] = [...new Map(copies.map((copy) => [copy.origin, copy])).values()].sort(
    (a, b) => a.seq - b.seq,
  );
  if (!first) return { origin: one.id, seq: one.seq, moved: [] };
  const { origin, seq } = first;
  const gone = new Set(others.map((other) => other.origin));
  if (gone.size) {
    for (const list of everything) {
      for (const known of list) if (gone.has(known.origin)) Object.assign(known, { origin, seq });
    }
  }
  return { origin, seq, moved: [...gone].map((from) => ({ from, to: origin })) };
}

/** Fingerprints of a batch, given in the order of reading from `seq` on, with their origins. */
export async function findCopies(file: Asked, articles: readonly Article[], seq: number): Promise<Copies> {
  const rows = { origins: [] as string[][], fingerprints: [] as string[][], bands: [] as (string | number)[][] };
  const moved: Moved[] = [];
  const batch = articles.flatMap((article, i): Fresh[] => {
    const print = fingerprintOf(article.text);
    const id = articleId(article);
    if (!print) rows.origins.push([id, id]);
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
      article: one.id,
      signature: one.print.signature,
      published: one.date,
      origin: settled.origin,
      seq: settled.seq,
    };
    for (const band of one.print.bands) add(byBand, band, known);
    rows.origins.push([one.id, settled.origin]);
    rows.fingerprints.push([one.id, writeSignature(one.print.signature)]);
    for (const band of one.print.bands) rows.bands.push([band, one.id]);
  }
  return { rows: followMoves(rows, moved), moved };
}

/** Origins of the batch that were taken over within the batch. */
function followMoves<T extends { origins: string[][] }>(rows: T, moved: readonly Moved[]): T {
  for (const { from, to } of moved) for (const row of rows.origins) if (row[1] === from) row[1] = to;
  return rows;
}
