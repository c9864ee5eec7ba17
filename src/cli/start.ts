/** `npm start`: reads the sample, or the files named, into a record; prints the brief; serves the desk. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatBrief } from '../brief/index.ts';
import { type Desk, openDesk } from '../desk.ts';
import { InputError } from '../errors.ts';
import type { Tools } from '../pipeline.ts';
import { toolsWith } from './dictionaries.ts';
import { type ReadOutcome, readInto } from './read.ts';
import { recordPath } from './record.ts';
import { serveDesk } from './serve.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(ROOT, 'sample', 'dispatches.jsonl');
const SAMPLE_RECORD = join(ROOT, '.cache', 'sample.duckdb');

export interface StartOptions {
  readonly record?: string;
  readonly date?: string;
  readonly port?: string;
  readonly once?: boolean;
  readonly json?: boolean;
}

/** The sample has a record of its own, in the checkout; files go to the user's. */
function pathFor(files: readonly string[], option: string | undefined): string {
  if (files.length || option || process.env.DRAGOMAN_RECORD) return recordPath(option);
  return SAMPLE_RECORD;
}

/** The pair to brief on: North Korea and Russia for the sample, the most reported pair for the reader's own files. */
async function pairOf(desk: Desk, files: readonly string[]): Promise<readonly [string, string] | null> {
  if (!files.length) return ['PRK', 'RUS'];
  const [pair] = (await desk.overview(1)).pairs;
  return pair ? [pair.a.key, pair.b.key] : null;
}

/** Opens the record; the sample's own, which an older version of the program may have left, is made anew. */
async function openFresh(path: string, isSample: boolean): Promise<Desk> {
  try {
    return await openDesk(path);
  } catch (error) {
    if (!isSample || !(error instanceof InputError) || !/this program writes version/.test(error.message)) throw error;
    for (const end of ['', '.wal']) rmSync(path + end, { force: true });
    return openDesk(path);
  }
}

/** `dragoman start [FILE…]` */
export async function startCommand(files: readonly string[], options: StartOptions): Promise<number> {
  const path = pathFor(files, options.record);
  mkdirSync(dirname(path), { recursive: true });
  const desk = await openFresh(path, path === SAMPLE_RECORD);
  let loaded: Tools | null = null;
  const tools = () => (loaded ??= toolsWith());
  try {
    const outcome: ReadOutcome = await readInto(
      desk,
      files.length ? files : [SAMPLE],
      { date: options.date ?? null },
      tools,
    );
    const pair = await pairOf(desk, files);
    if (pair)
      process.stdout.write(`\n${formatBrief(await desk.brief(...pair), options.json ? 'json' : 'text').trim()}\n`);
    else process.stdout.write('No relation between two states was found in what was read.\n');
    if (!options.once) await serveDesk(desk, options, loaded);
    return outcome.refused ? 1 : 0;
  } finally {
    desk.close();
  }
}
