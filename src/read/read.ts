/** Files, folders and addresses to articles. */
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { InputError } from '../errors.ts';
import { decode, looksBinary } from './charset.ts';
import { isDay } from './day.ts';
import { readFeed } from './feed.ts';
import { type FetchOptions, fetchUrl } from './fetch.ts';
import { readHtml } from './html.ts';
import { type Item, type Origin, refuse } from './item.ts';
import { readJson, readLine, readLines } from './json.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { readWarc } from './warc.ts';

export interface ReadOptions extends FetchOptions {
  /** Day of publication of everything that is read. */
  readonly date?: string | null;
  readonly publisher?: string | null;
}

/** Bytes of a file at most, but for JSON Lines, which are streamed. */
const BIGGEST = 100_000_000;
const BIGGEST_LINE = 10_000_000;
const JSON_LINES = /\.(jsonl|ndjson)$/i;

const starts = (bytes: Uint8Array, ascii: string): boolean =>
  Buffer.from(bytes.subarray(0, ascii.length)).toString('latin1') === ascii;

function isFeed(head: string): boolean {
  return /<(rss|feed|rdf:RDF)[\s>]/i.test(head) && !/<html[\s>]/i.test(head);
}

const isHtml = (head: string, { name, contentType }: Origin): boolean =>
  /<(!doctype html|html|head|body|article)[\s>]/i.test(head) ||
  /\.x?html?$/i.test(name) ||
  /html/i.test(contentType ?? '');

/** Articles in bytes of any kind that is known; the kind is seen from the bytes, then from name and type. */
export async function* readBytes(bytes: Uint8Array, origin: Origin): AsyncGenerator<Item> {
  if (origin.date && !isDay(origin.date))
    throw new InputError(`--date must be a day of the calendar as YYYY-MM-DD, not "${origin.date.slice(0, 40)}"`);
  if (bytes.length === 0) return void (yield refuse(origin.name, 'the file is empty'));
  if (starts(bytes, '%PDF-')) return void (yield await readPdf(bytes, origin));
  if (starts(bytes, 'WARC/') || /\.warc(\.gz)?$/i.test(origin.name)) return void (yield* readWarc(bytes, origin));
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return void (yield* readPacked(bytes, origin));
  if (looksBinary(bytes))
    return void (yield refuse(
      origin.name,
      'a binary file of a kind that is not read; give text, HTML, JSON, a feed, WARC or PDF',
    ));
  yield* readText(decode(bytes, origin.contentType), origin);
}

async function* readPacked(bytes: Uint8Array, origin: Origin): AsyncGenerator<Item> {
  try {
    const inner = gunzipSync(bytes, { maxOutputLength: BIGGEST });
    yield* readBytes(inner, { ...origin, name: origin.name.replace(/\.gz$/i, '') });
  } catch (error) {
    yield refuse(origin.name, `the gzip file cannot be unpacked (${(error as Error).message.split('\n')[0]})`);
  }
}

function* readText(text: string, origin: Origin): Generator<Item> {
  const head = text.slice(0, 4096).trimStart();
  if (/^[[{]/.test(head) && !isHtml(head, origin)) {
    if (/"version"\s*:\s*"https?:\/\/(www\.)?jsonfeed\.org/.test(head)) yield* readFeed(text, origin);
    else if (JSON_LINES.test(origin.name)) yield* readLines(text, origin);
    else yield* readJson(text, origin);
  } else if (isFeed(head)) yield* readFeed(text, origin);
  else if (isHtml(head, origin)) yield readHtml(text, origin);
  else yield readPlain(text, origin);
}

/** JSON Lines of any length, a line at a time. */
async function* streamLines(path: string, origin: Origin): AsyncGenerator<Item> {
  let held: Buffer[] = [];
  let size = 0;
  let number = 0;
  const take = (): Item | null => {
    number++;
    const line = Buffer.concat(held);
    const name = `${origin.name}:${number}`;
    held = [];
    const long = size > BIGGEST_LINE;
    size = 0;
    if (long) return refuse(name, `the line is longer than ${BIGGEST_LINE} bytes`);
    const text = decode(line);
    return text.trim() ? readLine(text, { ...origin, name }) : null;
  };
  const hold = (piece: Buffer) => {
    size += piece.length;
    if (size <= BIGGEST_LINE) held.push(piece);
  };
  for await (const chunk of createReadStream(path)) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      hold(rest.subarray(0, at));
      const item = take();
      if (item) yield item;
      rest = rest.subarray(at + 1);
    }
    hold(rest);
  }
  if (size) {
    const item = take();
    if (item) yield item;
  }
}

async function* readFolder(path: string, options: ReadOptions): AsyncGenerator<Item> {
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const inside = join(path, name);
    // Links could lead out of the folder, or round in it.
    if ((await lstat(inside)).isSymbolicLink())
      yield refuse(inside, 'a symbolic link inside a folder is not followed; name its target');
    else yield* readPath(inside, options);
  }
}

/** Articles of a file, or of all files in a folder, in the order of names. What cannot be read is a refusal. */
export async function* readPath(path: string, options: ReadOptions = {}): AsyncGenerator<Item> {
  const { date = null, publisher = null } = options;
  const origin: Origin = { name: path, date, publisher };
  try {
    const found = await stat(path);
    if (found.isDirectory()) return void (yield* readFolder(path, options));
    if (!found.isFile()) return void (yield refuse(path, 'neither a file nor a folder'));
    if (JSON_LINES.test(path)) return void (yield* streamLines(path, origin));
    if (found.size > BIGGEST)
      return void (yield refuse(path, `longer than ${BIGGEST} bytes; split it, or give JSON Lines`));
    yield* readBytes(await readFile(path), origin);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    yield refuse(
      path,
      code === 'ENOENT' ? 'no such file or folder' : code === 'EACCES' ? 'no permission to read it' : message,
    );
  }
}

const titleFromAddress = (url: string): string => basename(new URL(url).pathname) || url;

/** Articles at an address. The only door through which anything is fetched. */
export async function* readUrl(address: string, options: ReadOptions = {}): AsyncGenerator<Item> {
  try {
    const { url, bytes, contentType } = await fetchUrl(address, options);
    const name = JSON_LINES.test(titleFromAddress(url)) ? url : address;
    yield* readBytes(bytes, {
      name,
      url,
      contentType,
      date: options.date ?? null,
      publisher: options.publisher ?? null,
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { refusal: error.message };
  }
}

export const isAddress = (words: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(words);

/** Articles of files, folders and addresses, in the order in which these are named. */
export async function* readAll(sources: readonly string[], options: ReadOptions = {}): AsyncGenerator<Item> {
  for (const source of sources) yield* isAddress(source) ? readUrl(source, options) : readPath(source, options);
}
