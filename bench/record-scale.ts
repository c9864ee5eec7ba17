/**
 * Fills a record and measures: saving, joining, size, and the pages. With codings that are made up, or with those of
 * real articles (see record-real.ts).
 *
 *     node --import tsx bench/record-scale.ts [--articles 20000] [--codings CODINGS.jsonl] [--record FILE]
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk.ts';
import type { Coding } from '../src/nouns.ts';
import { codingNumber } from './record-codings.ts';
import { realCodings } from './record-real.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    codings: { type: 'string' },
    record: { type: 'string' },
  },
});
const folder = values.record ? null : mkdtempSync(join(tmpdir(), 'dragoman-scale-'));
const path = values.record ?? join(folder!, 'scale.duckdb');
const ARTICLES = Number(values.articles);

const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;

async function timed<T>(name: string, times: number, work: (i: number) => Promise<T>): Promise<void> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    // Asked for the first time, as far as the desk knows.
    desk.file.changes += 1;
    const since = process.hrtime.bigint();
    await work(i);
    all.push(seconds(since) * 1000);
  }
  all.sort((a, b) => a - b);
  console.log(
    `${name}: median ${all[all.length >> 1]!.toFixed(1)} ms, worst ${all.at(-1)!.toFixed(1)} ms (${times} times)`,
  );
}

async function* madeUp(): AsyncGenerator<Coding> {
  for (let n = 0; n < ARTICLES; n++) yield codingNumber(n);
}

/** Seconds of processor time of this process since `since`. */
function processor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** Reads codings into the record; times are the processor's, so that other work on the machine counts less. */
async function fill(): Promise<void> {
  let [saving, reports] = [0, 0];
  for await (const coding of values.codings ? realCodings(values.codings, ARTICLES) : madeUp()) {
    const since = process.cpuUsage();
    await desk.save(coding);
    saving += processor(since);
    reports += coding.reports.length;
  }
  const began = process.cpuUsage();
  await desk.join();
  const joining = processor(began);
  const each = (s: number) => `${s.toFixed(1)} s, ${((s / ARTICLES) * 1000).toFixed(2)} ms an article`;
  console.log(
    `${ARTICLES} articles, ${reports} reports; saving: ${each(saving)}; joining and measures: ${each(joining)}`,
  );
}

const fresh = !existsSync(path);
const desk = await openDesk(path);
if (fresh) await fill();
const { reports, events } = await desk.overview(1);
console.log(`${reports} reports, ${events} events, ${(statSync(path).size / reports).toFixed(0)} bytes a report`);
const PAIRS = [
  ['PRK', 'RUS'],
  ['USA', 'CHN'],
  ['JPN', 'KOR'],
  ['BRA', 'ZAF'],
] as const;
await timed('relation numbers', 12, (i) => desk.counts(...PAIRS[i % PAIRS.length]!));
await timed('relation page', 8, (i) => desk.relation(...PAIRS[i % PAIRS.length]!));
await timed('brief', 4, (i) => desk.brief(...PAIRS[i % PAIRS.length]!));
await timed('overview', 3, () => desk.overview());
await timed('actor', 4, (i) => desk.actor(PAIRS[i % PAIRS.length]![0]));
await timed('search', 4, () => desk.search('satellite'));
desk.close();
if (folder) rmSync(folder, { recursive: true });
