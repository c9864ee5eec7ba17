/** How much there is to read, as far as that is known without reading it. */
import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Kinds of files that hold one article each. */
const SINGLE = /\.(txt|text|md|html?|xhtml|pdf)$/i;
const JSON_LINES = /\.(jsonl|ndjson)$/i;

async function linesIn(path: string): Promise<number> {
  let lines = 0;
  let last = 10;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
    last = bytes[bytes.length - 1] ?? last;
  }
  return last === 10 ? lines : lines + 1;
}

async function inFolder(path: string): Promise<number | null> {
  let sum = 0;
  for (const name of await readdir(path)) {
    if (name.startsWith('.')) continue;
    const inside = join(path, name);
    // A link is refused: one line, as an article is.
    const count = (await lstat(inside)).isSymbolicLink() ? 1 : await inPath(inside);
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

async function inPath(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  // What is not there is refused, once.
  if (!found) return 1;
  if (found.isDirectory()) return inFolder(path);
  if (JSON_LINES.test(path)) return linesIn(path);
  return SINGLE.test(path) ? 1 : null;
}

/** Articles in these files and folders; null where a source does not say before it is read: an address, a feed, an archive, a JSON list. */
export async function countAhead(sources: readonly string[]): Promise<number | null> {
  let sum = 0;
  for (const source of sources) {
    const count = /^[a-z][a-z0-9+.-]*:\/\//i.test(source) ? null : await inPath(source);
    if (count === null) return null;
    sum += count;
  }
  return sum;
}
