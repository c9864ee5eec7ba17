import type { Desk } from '../desk.ts';
import { InputError } from '../errors.ts';
import { code, type Tools } from '../pipeline.ts';
import { type ReadOptions, readAll } from '../read/index.ts';
import { loadTools } from '../tools.ts';
import { isCalendarDate } from './article.ts';
import { showProgress } from './progress.ts';
import { withDesk } from './record.ts';

export interface ReadCommandOptions {
  readonly record?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly actors: readonly string[];
  readonly roles: readonly string[];
  readonly allowPrivate?: boolean;
  readonly json?: boolean;
}

export interface ReadOutcome {
  readonly read: number;
  readonly known: number;
  readonly refused: number;
  /** Why, a line each. */
  readonly refusals: readonly string[];
}

/** Reads paths and addresses into an open record. Refusals go to standard error, a line each; the rest is read. */
export async function readInto(
  desk: Desk,
  sources: readonly string[],
  options: ReadOptions,
  tools: () => Tools,
): Promise<ReadOutcome> {
  const outcome = { read: 0, known: 0, refused: 0, refusals: [] as string[] };
  const progress = showProgress('Reading', null);
  for await (const item of readAll(sources, options)) {
    const { article } = item;
    if (!article) {
      outcome.refused += 1;
      outcome.refusals.push(item.refusal);
      process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[2K' : ''}dragoman: ${item.refusal}\n`);
      continue;
    }
    if (await desk.has(article)) outcome.known += 1;
    else {
      await desk.save(code(article, tools()));
      outcome.read += 1;
    }
    progress.step(article.title ?? article.id);
  }
  if (outcome.read) await desk.join();
  const already = outcome.known ? `, ${outcome.known} known already` : '';
  progress.done(
    `${outcome.read} ${outcome.read === 1 ? 'article' : 'articles'}${already}${outcome.refused ? `, ${outcome.refused} refused` : ''}`,
  );
  return outcome;
}

/** `dragoman read PATH|URL…` */
export function readCommand(sources: readonly string[], options: ReadCommandOptions): Promise<number> {
  if (options.date !== undefined && !isCalendarDate(options.date)) {
    throw new InputError(`--date must be a day of the calendar as YYYY-MM-DD, not "${options.date}"`);
  }
  let loaded: Tools | null = null;
  const tools = () => (loaded ??= loadTools(options));
  const { date = null, publisher = null } = options;
  return withDesk(options.record, async (desk) => {
    const outcome = await readInto(
      desk,
      sources,
      { date, publisher, ...(options.allowPrivate && { allowPrivate: true }) },
      tools,
    );
    if (options.json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
    return outcome.refused ? 1 : 0;
  });
}
