/** Follows feeds: asks again from time to time, gently; gives the articles that are new. */
import { InputError } from '../errors.ts';
import { AnswerError, type Fetched, type FetchOptions, fetchUrl } from './fetch.ts';
import type { Item } from './item.ts';
import { type ReadOptions, readBytes } from './read.ts';
import { isAllowed } from './robots.ts';

export interface WatchOptions extends ReadOptions {
  /** Milliseconds between two questions to a feed. Default ten minutes. */
  readonly every?: number;
  /** Ends the watch. */
  readonly signal?: AbortSignal;
  /** Runs when all feeds have been asked, before the wait. */
  readonly behind?: () => Promise<unknown>;
  /** For tests: how to fetch, and how to wait. */
  readonly fetch?: (address: string, options: FetchOptions) => Promise<Fetched>;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const TEN_MINUTES = 600_000;
/** After failures a feed is asked half as often each time, up to so many times the usual wait. */
const LONGEST_BACK_OFF = 64;
/** A host's robots.txt is asked for again after a day (RFC 9309). */
const ROBOTS_LAST = 86_400_000;
const AGENT = 'dragoman';

interface Feed {
  readonly address: string;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  /** Rounds to sit out. */
  pause: number;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}

class Watch {
  readonly #options: WatchOptions;
  readonly #every: number;
  readonly #robots = new Map<string, string>();
  #waited = 0;
  readonly #seen = new Set<string>();

  constructor(options: WatchOptions, every: number) {
    this.#options = options;
    this.#every = every;
  }

  #fetch(address: string, more: FetchOptions = {}): Promise<Fetched> {
    return (this.#options.fetch ?? fetchUrl)(address, { ...this.#options, ...more });
  }

  /** A host that says it has no robots.txt forbids nothing; one that cannot be asked, or is in trouble, everything for now. */
  async #allowed(address: string): Promise<boolean> {
    const { origin } = new URL(address);
    let robots = this.#robots.get(origin);
    if (robots === undefined) {
      robots = await this.#fetch(`${origin}/robots.txt`).then(
        ({ bytes }) => Buffer.from(bytes).toString('utf8'),
        (error: unknown) => {
          if (error instanceof AnswerError && error.status < 500) return '';
          throw error;
        },
      );
      this.#robots.set(origin, robots);
    }
    return isAllowed(robots, address, AGENT);
  }

  /** Notes that so many milliseconds have passed. */
  passed(milliseconds: number): void {
    this.#waited += milliseconds;
    if (this.#waited < ROBOTS_LAST) return;
    this.#waited = 0;
    this.#robots.clear();
  }

  /** How many rounds a feed is left in peace: twice as many after each failure, and as long as the server asks for. */
  #pauseAfter(failures: number, error: InputError): number {
    const asked = error instanceof AnswerError ? (error.retryAfter ?? 0) * 1000 : 0;
    return Math.max(Math.min(2 ** failures, LONGEST_BACK_OFF), Math.ceil(asked / this.#every)) - 1;
  }

  /** Asks a feed once; entries that were given before are left out. */
  async *ask(feed: Feed): AsyncGenerator<Item> {
    try {
      if (!(await this.#allowed(feed.address)))
        throw new InputError(`${feed.address}: the site's robots.txt asks not to read it`);
      const { status, bytes, contentType, url, etag, lastModified } = await this.#fetch(feed.address, {
        etag: feed.etag,
        lastModified: feed.lastModified,
      });
      Object.assign(feed, { failures: 0, pause: 0 });
      // What has not changed keeps its tag, whether the server repeats it or not.
      if (status === 304) return;
      Object.assign(feed, { etag, lastModified });
      const { date = null, publisher = null } = this.#options;
      for await (const item of readBytes(bytes, { name: feed.address, url, contentType, date, publisher })) {
        const key = item.article ? item.article.id : item.refusal;
        if (!this.#seen.has(key)) yield item;
        this.#seen.add(key);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      feed.failures++;
      feed.pause = this.#pauseAfter(feed.failures, error);
      yield { refusal: error.message };
    }
  }
}

/** Articles of feeds as they come, until the signal ends it. Failures are refusals; the feed is asked again later. */
export async function* watchFeeds(addresses: readonly string[], options: WatchOptions = {}): AsyncGenerator<Item> {
  const { every = TEN_MINUTES, signal, behind = async () => undefined, wait = sleep } = options;
  const watch = new Watch(options, every);
  const feeds = addresses.map((address): Feed => ({ address, etag: null, lastModified: null, failures: 0, pause: 0 }));
  while (!signal?.aborted) {
    for (const feed of feeds) {
      if (signal?.aborted) return;
      if (feed.pause > 0) feed.pause--;
      else yield* watch.ask(feed);
    }
    await behind();
    await wait(every, signal);
    watch.passed(every);
  }
}
