import type { Desk } from '../desk.ts';
import { InputError } from '../errors.ts';
import { code, type Tools } from '../pipeline.ts';
import { countAhead, type Item, type ReadOptions, readAll, watchFeeds } from '../read/index.ts';
import { compactRecord } from '../record/index.ts';
import { isCalendarDate } from './article.ts';
import { toolsWith } from './dictionaries.ts';
import { showProgress } from './progress.ts';
import { recordPath, withDesk } from './record.ts';

export interface ReadCommandOptions {
  readonly record?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly actors: readonly string[];
  readonly roles: readonly string[];
  readonly allowPrivate?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly every?: string;
}

export interface ReadOutcome {
  readonly read: number;
  readonly known: number;
  readonly refused: number;
  /** Why, a line each. */
  readonly refusals: readonly string[];
}

type Outcome = { -readonly [K in keyof ReadOutcome]: ReadOutcome[K] } & { refusals: string[] };

/** Takes items into the record; refusals go to standard error, a line each. `total`: items to come, where that is known. */
async function take(
  desk: Desk,
  items: AsyncIterable<Item>,
  tools: () => Tools,
  total: number | null = null,
): Promise<Outcome> {
  const outcome: Outcome = { read: 0, known: 0, refused: 0, refusals: [] };
  const progress = showProgress('Reading', total);
  for await (const item of items) {
    const { article } = item;
    if (!article) {
      outcome.refused += 1;
      outcome.refusals.push(item.refusal);
      process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[2K' : ''}dragoman: ${item.refusal}\n`);
      progress.step();
      continue;
    }
    if (await desk.has(article)) outcome.known += 1;
    else {
      await desk.save(code(article, tools()));
      outcome.read += 1;
    }
    progress.step(article.title ?? article.id);
  }
  const already = outcome.known ? `, ${outcome.known} known already` : '';
  progress.done(
    `${outcome.read} ${outcome.read === 1 ? 'article' : 'articles'}${already}${outcome.refused ? `, ${outcome.refused} refused` : ''}`,
  );
  return outcome;
}

/** Reads paths and addresses into an open record. Refusals go to standard error, a line each; the rest is read. */
export async function readInto(
  desk: Desk,
  sources: readonly string[],
  options: ReadOptions,
  tools: () => Tools,
): Promise<ReadOutcome> {
  const outcome = await take(desk, readAll(sources, options), tools, await countAhead(sources));
  if (outcome.read) await desk.join();
  return outcome;
}

/** Follows feeds until it is interrupted; what was read by then is kept and joined. */
async function watchInto(
  desk: Desk,
  addresses: readonly string[],
  options: ReadOptions,
  every: number,
  tools: () => Tools,
): Promise<ReadOutcome> {
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const items = watchFeeds(addresses, { ...options, every, signal: stop.signal, behind: () => desk.join() });
    const outcome = await take(desk, items, tools);
    await desk.join();
    return outcome;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

const MINUTE_MS = 60_000;

function minutesOf(option: string | undefined): number {
  const minutes = Number(option ?? '10');
  if (!(minutes > 0 && minutes <= 24 * 60))
    throw new InputError(`--every must be minutes, more than 0 and at most a day, not "${option}"`);
  return minutes * MINUTE_MS;
}

/** `dragoman read PATH|URL…` */
export async function readCommand(sources: readonly string[], options: ReadCommandOptions): Promise<number> {
  if (options.date !== undefined && !isCalendarDate(options.date)) {
    throw new InputError(`--date must be a day of the calendar as YYYY-MM-DD, not "${options.date}"`);
  }
  const every = minutesOf(options.every);
  const foreign = options.watch ? sources.find((source) => !/^https?:/i.test(source)) : undefined;
  if (foreign !== undefined) throw new InputError(`--watch follows addresses of feeds; "${foreign}" is none`);
  let loaded: Tools | null = null;
  const tools = () => (loaded ??= toolsWith(options));
  const { date = null, publisher = null } = options;
  const status = await withDesk(options.record, async (desk) => {
    const reading = { date, publisher, ...(options.allowPrivate && { allowPrivate: true }) };
    const outcome = options.watch
      ? await watchInto(desk, sources, reading, every, tools)
      : await readInto(desk, sources, reading, tools);
    if (options.json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
    return outcome.refused ? 1 : 0;
  });
  await compactRecord(recordPath(options.record));
  return status;
}
