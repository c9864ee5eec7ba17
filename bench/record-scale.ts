/**
 * Fills a record and measures: saving, joining, size, and the pages. With codings that are made up, or with those of
 * real articles (see record-real.ts). Every page is asked for as if it were the first time.
 *
 *     node --import tsx bench/record-scale.ts [--articles 20000] [--codings CODINGS.jsonl] [--record FILE]
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk.ts';
import type { Coding } from '../src/nouns.ts';
import { compactRecord } from '../src/record/index.ts';
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

async function* madeUp(): AsyncGenerator<Coding> {
  for (let n = 0; n < ARTICLES; n++) yield codingNumber(n);
}

/** Milliseconds of processor time of this process since `since`. */
function processor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Reads codings into the record; times are the processor's, so that other work on the machine counts less. */
async function fill(): Promise<void> {
  const desk = await openDesk(path);
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
  desk.close();
  const each = (ms: number) => `${(ms / ARTICLES).toFixed(2)} ms an article`;
  console.log(
    `${ARTICLES} articles, ${reports} reports; saving ${each(saving)}; joining and measures ${each(joining)}`,
  );
  const size = () => `${(statSync(path).size / reports).toFixed(0)} bytes a report`;
  const before = size();
  console.log((await compactRecord(path)) ? `${before}, ${size()} when compacted, as behind "dragoman read"` : before);
}

if (!existsSync(path)) await fill();
const desk = await openDesk(path);
const { articles, reports, events } = await desk.overview(1);
console.log(`${articles} articles, ${reports} reports, ${events} events`);

function spread(name: string, times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
  return `${name}: median ${at(0.5)}, nine of ten under ${at(0.9)}, worst ${at(1)}`;
}

/** Times of the same question about different things, each asked for the first time as far as the desk knows. */
async function timed<T>(name: string, asked: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const [wall, cpu]: [number[], number[]] = [[], []];
  await work(asked[0]!);
  for (const one of asked) {
    desk.file.changes += 1;
    const [since, began] = [process.cpuUsage(), performance.now()];
    await work(one);
    wall.push(performance.now() - began);
    cpu.push(processor(since));
  }
  console.log(`${name}, ${asked.length} asked, ms: ${spread('wall', wall)}; ${spread('processor', cpu)}`);
}

const STATES = ['PRK', 'KOR', 'USA', 'JPN', 'CHN', 'RUS', 'EGY', 'SYR'];
const PAIRS = STATES.flatMap((a, i) => STATES.slice(i + 1).map((b) => [a, b] as const));
await timed('relation numbers', PAIRS, ([a, b]) => desk.counts(a, b));
await timed('relation page', PAIRS, ([a, b]) => desk.relation(a, b));
await timed('brief on a pair', PAIRS, ([a, b]) => desk.brief(a, b));
await timed('brief on one', STATES, (a) => desk.brief(a, 'any'));
await timed('actor page', STATES, (a) => desk.actor(a));
await timed('overview', [1, 2, 3, 4, 5], () => desk.overview());
const WORDS = ['satellite', 'minister', 'nuclear test', 'Pyongyang', 'election', 'ambassador', 'oil', 'peace talks'];
await timed('search', WORDS, (words) => desk.search(words));
await timed('search for what is not there', ['the minister of the united'], (words) => desk.search(words));
desk.close();
if (folder) rmSync(folder, { recursive: true });
