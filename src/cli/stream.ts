/** Runs a function over lines: answers in order, streamed; errors in their place. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { InputError } from '../errors.ts';
import { errorLine, inputLines, type Row, readRow, write } from './lines.ts';

/** What to write for a line, and whether it could be handled. */
export interface Answer {
  readonly text: string;
  readonly failed: boolean;
}

type ErrorWriter = (line: Buffer, error: unknown) => string;

/** Handles one line; any error becomes its answer. */
export function answerLine(line: Buffer, handle: (row: Row) => string, onError: ErrorWriter = errorLine): Answer {
  try {
    return { text: handle(readRow(line)), failed: false };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { text: onError(line, error), failed: true };
  }
}

/** Handles every line; the exit status is 1 where one could not be handled. */
export async function overLines(
  files: readonly string[],
  handle: (row: Row) => string,
  onError: ErrorWriter = errorLine,
): Promise<number> {
  let status = 0;
  for await (const line of inputLines(files)) {
    const { text, failed } = answerLine(line, handle, onError);
    if (failed) status = 1;
    await write(process.stdout, text);
  }
  return status;
}

const BATCH_BYTES = 64_000;

/** Lines in batches of about the same size, so that threads are kept busy and answers still stream. */
async function* batches(files: readonly string[]): AsyncGenerator<Buffer[]> {
  let batch: Buffer[] = [];
  let bytes = 0;
  for await (const line of inputLines(files)) {
    batch.push(line);
    bytes += line.length;
    if (bytes >= BATCH_BYTES) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
  }
  if (batch.length) yield batch;
}

/** The number of threads that an option asks for. */
export function readJobs(option: string): number {
  const jobs = Number(option);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new InputError(`--jobs must be a whole number from 1 to 256, not "${option}"`);
  return jobs;
}

/** The same, spread over threads that run `script`; the output is the same, byte for byte, with any number of them. */
export async function overLinesInThreads(
  files: readonly string[],
  jobs: number,
  script: URL,
  workerData: unknown,
): Promise<number> {
  const workers = Array.from({ length: jobs }, () => new Worker(script, { workerData }));
  const idle = [...workers];
  const waiting: Promise<Answer[]>[] = [];
  let status = 0;
  const writeOldest = async () => {
    for (const { text, failed } of await waiting.shift()!) {
      if (failed) status = 1;
      await write(process.stdout, text);
    }
  };
  try {
    for await (const batch of batches(files)) {
      while (!idle.length) await writeOldest();
      const worker = idle.pop()!;
      worker.postMessage(batch);
      waiting.push(
        once(worker, 'message').then(([answers]) => {
          idle.push(worker);
          return answers as Answer[];
        }),
      );
    }
    while (waiting.length) await writeOldest();
  } finally {
    await Promise.all(workers.map((w) => w.terminate()));
  }
  return status;
}
