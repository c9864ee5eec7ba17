/** Sets another project's events of a pair of actors beside the record's. Only Node. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Desk } from './desk.ts';
import { InputError } from './errors.ts';
import { type ForeignEvent, type ForeignParty, foreignReader, plainName } from './formats/index.ts';
import { loadFormats } from './formats/load.ts';
import type { Quad } from './nouns.ts';
import * as record from './record/index.ts';
import type { ActorRef, Point } from './rows.ts';

export type QuadCounts = Readonly<Record<Quad, number>>;

export interface ComparedMonth {
  /** YYYY-MM */
  readonly month: string;
  readonly ours: QuadCounts;
  readonly theirs: QuadCounts;
}

export interface Comparison {
  readonly a: ActorRef;
  readonly b: ActorRef;
  readonly file: string;
  readonly format: string;
  /** Rows of the file that were read, those of this pair, and those that could not be read. */
  readonly rows: number;
  readonly matching: number;
  readonly bad: number;
  /** The first bad row: its line and what is wrong; null where all is well. */
  readonly firstBad: string | null;
  readonly months: readonly ComparedMonth[];
  /** Pearson's r of the monthly counts, cooperation and conflict apart; null where one of them never changes. */
  readonly correlation: { readonly cooperation: number | null; readonly conflict: number | null };
}

const none = (): Record<Quad, number> => ({
  'verbal cooperation': 0,
  'material cooperation': 0,
  'verbal conflict': 0,
  'material conflict': 0,
});

interface Foreign {
  readonly format: string;
  readonly months: Map<string, Record<Quad, number>>;
  rows: number;
  matching: number;
  bad: number;
  firstBad: string | null;
}

/** Names of an actor that are compared. */
const MOST_NAMES = 40;

type IsSide = (party: ForeignParty) => boolean;
/** Is a row's event one of those that are compared? */
type Fits = (event: ForeignEvent) => boolean;

/** A state is met by its code, anybody else by one of the names that the record has for them. */
async function sideOf(desk: Desk, { key, kind, country, name }: ActorRef): Promise<IsSide> {
  if (key === 'any') return (party) => party.country !== null || party.names.length > 0;
  if (key === 'state') return (party) => party.country !== null;
  if (kind === 'country' && country) return (party) => party.country === country;
  const names = new Set([name, ...(await record.namesOf(desk.file, key, MOST_NAMES))].map(plainName));
  return (party) => party.names.some((one) => names.has(one));
}

/** Tallies a file by month for two sides, either way. Throws InputError where the file cannot be read or is of no known format. */
async function readForeign(path: string, fits: Fits): Promise<Foreign> {
  const tables = loadFormats();
  const found: Foreign = { format: '', months: new Map(), rows: 0, matching: 0, bad: 0, firstBad: null };
  let reader: ReturnType<typeof foreignReader> = null;
  let line = 0;
  const stream = createReadStream(path, 'utf8');
  const failed = new Promise<never>((_, reject) =>
    stream.on('error', (error) =>
      reject(new InputError(`${path}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? error.message})`)),
    ),
  );
  failed.catch(() => undefined);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const work = async (): Promise<void> => {
    for await (const text of lines) {
      line += 1;
      if (line === 1) {
        reader = foreignReader(text, tables);
        if (!reader)
          throw new InputError(
            `${path}: neither GDELT 2 events, POLECAT nor ICEWS (tab-separated); the first line fits none`,
          );
        if (reader.skip) continue;
      }
      if (text !== '') tallyLine(text, line, found, reader!.read, fits);
    }
  };
  await Promise.race([work(), failed]);
  if (!reader) throw new InputError(`${path}: the file is empty`);
  return { ...found, format: (reader as { format: string }).format };
}

function tallyLine(
  text: string,
  line: number,
  found: Foreign,
  read: (line: string) => ForeignEvent | null,
  fits: Fits,
): void {
  found.rows += 1;
  try {
    const event = read(text);
    if (!event || !fits(event)) return;
    found.matching += 1;
    const month = event.day.slice(0, 7);
    const counts = found.months.get(month) ?? none();
    counts[event.quad] += 1;
    found.months.set(month, counts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.bad += 1;
    found.firstBad ??= `line ${line}: ${error.message}`;
  }
}

function oursByMonth(points: readonly Point[]): Map<string, Record<Quad, number>> {
  const months = new Map<string, Record<Quad, number>>();
  for (const { from, quads } of points) {
    const counts = months.get(from.slice(0, 7)) ?? none();
    for (const quad of Object.keys(counts) as Quad[]) counts[quad] += quads[quad];
    months.set(from.slice(0, 7), counts);
  }
  return months;
}

/** Pearson's correlation of two rows of numbers, or null where either does not vary. */
function correlationOf(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0);
  const spread = (list: readonly number[], m: number) => Math.sqrt(list.reduce((sum, n) => sum + (n - m) ** 2, 0));
  const both = spread(xs, mx) * spread(ys, my);
  return both > 0 ? covariance / both : null;
}

/**
 * Compares the record's events of two sides with a file's, by month: states, organisations, groups, persons, or anybody.
 * Throws InputError where a side is nobody or the file cannot be read.
 */
export async function compare(
  desk: Desk,
  a: string,
  b: string,
  path: string,
  span: { readonly since: string | null; readonly until: string | null },
): Promise<Comparison> {
  const [left, right] = [(await desk.who(a)).ref, (await desk.who(b)).ref];
  const [isLeft, isRight] = [await sideOf(desk, left), await sideOf(desk, right)];
  const within = (day: string) => (!span.since || day >= span.since) && (!span.until || day <= span.until);
  // As in the record, what somebody does to his own state is no dealing with anybody.
  const isApart = ({ from, to }: ForeignEvent) =>
    ![left.key, right.key].some((key) => key === 'any' || key === 'state') ||
    from.country === null ||
    from.country !== to.country;
  const theirs = await readForeign(path, (event) => {
    const { from, to, day } = event;
    return within(day) && isApart(event) && ((isLeft(from) && isRight(to)) || (isLeft(to) && isRight(from)));
  });
  const counted = await desk.counts(a, b, { ...span, period: 'month' });
  const ours = oursByMonth([...counted.forward.points, ...counted.backward.points]);
  const names = [...new Set([...ours.keys(), ...theirs.months.keys()])].sort();
  const months = names.map((month) => ({
    month,
    ours: ours.get(month) ?? none(),
    theirs: theirs.months.get(month) ?? none(),
  }));
  const row = (side: 'ours' | 'theirs', kind: 'cooperation' | 'conflict') =>
    months.map((m) => m[side][`verbal ${kind}`] + m[side][`material ${kind}`]);
  return {
    ...{ a: left, b: right, file: path, format: theirs.format, rows: theirs.rows, matching: theirs.matching },
    ...{ bad: theirs.bad, firstBad: theirs.firstBad, months },
    correlation: {
      cooperation: correlationOf(row('ours', 'cooperation'), row('theirs', 'cooperation')),
      conflict: correlationOf(row('ours', 'conflict'), row('theirs', 'conflict')),
    },
  };
}
