/** Runs a function over lines: answers in order, streamed; errors in their place. */
import { errorLine, inputLines, type Row, readRow, write } from './lines.ts';

/** Handles every line; the exit status is 1 where one could not be handled. */
export async function overLines(
  files: readonly string[],
  handle: (row: Row) => string,
  onError: (line: Buffer, error: unknown) => string = errorLine,
): Promise<number> {
  let status = 0;
  for await (const line of inputLines(files)) {
    let answer: string;
    try {
      answer = handle(readRow(line));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      answer = onError(line, error);
      status = 1;
    }
    await write(process.stdout, answer);
  }
  return status;
}
