import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../errors.ts';
import { AnswerError, type Fetched, type FetchOptions } from './fetch.ts';
import { watchFeeds } from './index.ts';
import { isAllowed } from './robots.ts';

const rss = (...titles: string[]): string =>
  `<rss version="2.0"><channel><title>T</title>${titles.map((title) => `<item><title>${title}</title><description>${title} said so.</description></item>`).join('')}</channel></rss>`;

const answer = (text: string, more: Partial<Fetched> = {}): Fetched => ({
  ...{ url: 'https://example.org/feed', status: 200, contentType: 'text/xml', etag: '"1"', lastModified: null },
  bytes: Buffer.from(text),
  ...more,
});

test('a feed is asked with its tag, gives each entry once, and is left in peace after failures', async () => {
  const asked: { address: string; etag: string | null | undefined; round: number }[] = [];
  let round = 0;
  const stop = new AbortController();
  const fetch = async (address: string, options: FetchOptions): Promise<Fetched> => {
    if (address.endsWith('/robots.txt')) throw new AnswerError(address, 404);
    asked.push({ address, etag: options.etag, round });
    if (round === 0) return answer(rss('A', 'B'));
    if (round === 1) return answer(rss('A', 'B', 'C'));
    if (round === 2) return answer('', { status: 304, etag: null });
    throw new InputError(`${address}: the server answers 500`);
  };
  const wait = async () => {
    round++;
    if (round === 8) stop.abort();
  };
  const titles: string[] = [];
  const behind: string[] = [];
  let refusals = 0;
  const options = { fetch, wait, behind: async () => behind.push(titles.join('')), signal: stop.signal };
  for await (const item of watchFeeds(['https://example.org/feed'], options)) {
    if (item.article) titles.push(item.article.title!);
    else refusals++;
  }
  assert.deepEqual(titles, ['A', 'B', 'C']);
  assert.deepEqual(behind.slice(0, 3), ['AB', 'ABC', 'ABC']);
  assert.deepEqual(
    asked.map(({ round: r }) => r),
    [0, 1, 2, 3, 5],
  );
  assert.equal(asked[1]!.etag, '"1"');
  assert.equal(asked[3]!.etag, '"1"');
  assert.equal(refusals, 2);
});

test('robots.txt is obeyed', async () => {
  const fetch = async (address: string): Promise<Fetched> =>
    answer(address.endsWith('/robots.txt') ? 'User-agent: *\nDisallow: /feed' : rss('A'));
  const stop = new AbortController();
  const found: (string | undefined)[] = [];
  for await (const item of watchFeeds(['https://example.org/feed'], {
    fetch,
    wait: async () => stop.abort(),
    signal: stop.signal,
  }))
    found.push(item.refusal);
  assert.deepEqual(found, ["https://example.org/feed: the site's robots.txt asks not to read it"]);
});

test('rules of robots.txt', () => {
  const robots =
    'User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: other\nUser-agent: dragoman\nDisallow: /*.pdf$\nDisallow: /q?\n';
  const may = (path: string, agent = 'dragoman') => isAllowed(robots, `https://example.org${path}`, agent);
  assert.equal(may('/private/x', 'somebody'), false);
  assert.equal(may('/private/open/x', 'somebody'), true);
  assert.equal(may('/private/x'), true);
  assert.equal(may('/a/b.pdf'), false);
  assert.equal(may('/a/b.pdf?x'), true);
  assert.equal(may('/q?x=1'), false);
  assert.equal(isAllowed('', 'https://example.org/', 'dragoman'), true);
});

test('a server that says when to come again is obeyed, and one whose robots.txt is out of order is not read', async () => {
  const rounds: number[] = [];
  let round = 0;
  let isBroken = true;
  const fetch = async (address: string): Promise<Fetched> => {
    if (!address.endsWith('/robots.txt')) rounds.push(round);
    else if (isBroken) throw new AnswerError(address, 503, '120');
    else return answer('');
    if (round < 5) throw new AnswerError(address, 429, '300');
    return answer(rss('A'));
  };
  const stop = new AbortController();
  const wait = async () => {
    round++;
    if (round === 2) isBroken = false;
    if (round === 9) stop.abort();
  };
  const told: string[] = [];
  const watched = watchFeeds(['https://example.org/feed'], { fetch, wait, signal: stop.signal, every: 60_000 });
  for await (const { article, refusal } of watched) told.push(article?.title ?? refusal ?? '');
  assert.deepEqual(rounds, [2, 7, 8]);
  assert.deepEqual(told, [
    'https://example.org/robots.txt: the server answers 503',
    'https://example.org/feed: the server answers 429',
    'A',
  ]);
});
