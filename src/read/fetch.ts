/** Fetches a page that the user asked for: http and https, public addresses unless allowed, bounded in size and time. */
import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { InputError } from '../errors.ts';
import { isPrivateAddress } from './address.ts';

export interface FetchOptions {
  /** Addresses of this machine and of private networks may be read. Default false. */
  readonly allowPrivate?: boolean;
  /** Milliseconds for the whole of it. Default 20000. */
  readonly timeout?: number;
  /** Bytes at most, unpacked. Default 10 MB. */
  readonly maxBytes?: number;
  /** From an earlier answer: the server may say that nothing changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface Fetched {
  /** The address after redirects. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** The server answered, and does not give it. */
export class AnswerError extends InputError {
  readonly status: number;
  /** Seconds after which it wants to be asked again, where it says so. */
  readonly retryAfter: number | null;
  constructor(address: string, status: number, retryAfter: string | null = null) {
    super(`${address}: the server answers ${status}`);
    this.status = status;
    this.retryAfter = retryAfter && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

const REDIRECTS = 5;
const AGENT = 'dragoman/0.1 (reads news for a record; at a user’s request)'.replace('’', "'");

/** Looks a name up and refuses private addresses before a connection is made, so that a name cannot change in between. */
function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const bad = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
      if (bad) return callback(new InputError(privateMessage(hostname)), '', 0);
      const { address, family } = addresses[0]!;
      if (options.all) (callback as unknown as (error: null, all: unknown) => void)(null, addresses);
      else callback(null, address, family);
    });
  };
}

const privateMessage = (host: string): string =>
  `${host} is an address of this machine or a private network; allow it with --allow-private`;

function checked(address: string, allowPrivate: boolean): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new InputError(`"${address.slice(0, 100)}" is no address; give one that begins with https://`);
  }
  if (!/^https?:$/.test(url.protocol))
    throw new InputError(`${url.protocol}// addresses are not read; give one that begins with https://`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) && isPrivateAddress(host)) throw new InputError(privateMessage(host));
  return url;
}

function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const headers: Record<string, string> = {
    'user-agent': AGENT,
    accept: 'text/html,application/xhtml+xml,application/xml,application/json,text/plain,application/pdf',
    'accept-encoding': 'gzip, deflate, br',
  };
  if (options.etag) headers['if-none-match'] = options.etag;
  if (options.lastModified) headers['if-modified-since'] = options.lastModified;
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answer, fail) => {
    const request = send(url, { headers, signal, lookup: guardedLookup(options.allowPrivate ?? false) }, answer);
    request.on('error', fail);
    request.end();
  });
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding'];
  const unpack =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null;
  if (!unpack) return response;
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unpacked(response)) {
    size += (piece as Buffer).length;
    if (size > most) {
      response.destroy();
      throw new InputError(`longer than ${most} bytes; it is not read`);
    }
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

const first = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

/** Fetches an address. Throws InputError, in one line, where it cannot or must not be read. Status 304 has no bytes. */
export async function fetchUrl(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { allowPrivate = false, timeout = 20_000, maxBytes = 10_000_000 } = options;
  const signal = AbortSignal.timeout(timeout);
  let url = checked(address, allowPrivate);
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const response = await ask(url, options, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && status !== 304 && location) {
        response.resume();
        url = checked(new URL(location, url).href, allowPrivate);
        continue;
      }
      if (status >= 400) {
        response.resume();
        throw new AnswerError(address, status, first(response.headers['retry-after']));
      }
      const bytes = await bodyOf(response, maxBytes);
      const { etag, 'last-modified': lastModified, 'content-type': contentType } = response.headers;
      return {
        url: url.href,
        status,
        contentType: first(contentType),
        bytes,
        etag: first(etag),
        lastModified: first(lastModified),
      };
    }
  } catch (error) {
    if (error instanceof AnswerError) throw error;
    if (error instanceof InputError)
      throw new InputError(error.message.startsWith(address) ? error.message : `${address}: ${error.message}`);
    const late = (error as Error).name === 'TimeoutError' || signal.aborted;
    throw new InputError(`${address}: ${late ? `no answer within ${timeout / 1000} s` : (error as Error).message}`);
  }
  throw new InputError(`${address}: more than ${REDIRECTS} redirects`);
}
