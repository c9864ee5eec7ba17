/** JSON Lines in, JSON Lines out: one answer for each line, in order, streamed; a bad line costs only itself. */
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { InputError } from '../errors.ts';

const NEWLINE = 10;

/** Lines of a byte stream, split at line feeds only; blank lines are left out. */
export async function* linesOf(stream: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  for await (const chunk of stream) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      const line = Buffer.concat([...held, rest.subarray(0, at)]);
      held = [];
      if (line.length > 1 || (line.length === 1 && line[0] !== 13)) yield line;
      rest = rest.subarray(at + 1);
    }
    if (rest.length) held.push(rest);
  }
  const last = Buffer.concat(held);
  if (last.length) yield last;
}

/** The named files' lines, or standard input's where none is named. All files are looked for first. */
export async function* inputLines(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    if (!existsSync(file)) throw new InputError(`no such file: ${file}; name a JSON Lines file, or pipe lines in`);
  }
  if (!files.length) yield* linesOf(process.stdin);
  for (const file of files) yield* linesOf(createReadStream(file));
}

export interface Row {
  readonly id: unknown;
  readonly [field: string]: unknown;
}

/** Parses a line. Throws InputError, in one line, where it is no JSON object in UTF-8. */
export function readRow(line: Buffer): Row {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    throw new InputError('the line is not valid UTF-8; convert the file to UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`the line is not valid JSON (${(error as Error).message.split('\n')[0]!.slice(0, 100)})`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new InputError('the line is JSON, but not an object');
  return value as Row;
}

/** The id of a line that cannot be handled otherwise, where it still can be read. */
function idOf(line: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    return (value as { id?: unknown } | null)?.id ?? null;
  } catch {
    return null;
  }
}

export const errorLine = (line: Buffer, error: unknown): string =>
  `${JSON.stringify({ id: idOf(line), error: (error as Error).message.replace(/\s+/g, ' ') })}\n`;

/** Writes, and waits while the reader is slow. A reader that has gone ends the process quietly. */
export async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}
