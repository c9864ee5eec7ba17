/**
 * Fills a record with made-up codings and measures: saving, joining, size, and the pages.
 *
 *     node --import tsx bench/record-scale.ts [--articles 20000] [--record FILE]
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk.ts';
import { codingNumber } from './record-codings.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '20000' }, record: { type: 'string' } },
});
const folder = values.record ? null : mkdtempSync(join(tmpdir(), 'dragoman-scale-'));
const path = values.record ?? join(folder!, 'scale.duckdb');
const ARTICLES = Number(values.articles);

const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;

async function timed<T>(name: string, times: number, work: (i: number) => Promise<T>): Promise<void> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const since = process.hrtime.bigint();
    await work(i);
    all.push(seconds(since) * 1000);
  }
  all.sort((a, b) => a - b);
  console.log(
    `${name}: median ${all[all.length >> 1]!.toFixed(1)} ms, worst ${all.at(-1)!.toFixed(1)} ms (${times} times)`,
  );
}

const fresh = !existsSync(path);
const desk = await openDesk(path);
if (fresh) {
  let saving = 0;
  for (let n = 0; n < ARTICLES; n++) {
    const coding = codingNumber(n);
    const since = process.hrtime.bigint();
    await desk.save(coding);
    saving += seconds(since);
  }
  console.log(
    `saving: ${ARTICLES} articles in ${saving.toFixed(1)} s, ${(ARTICLES / saving).toFixed(0)} articles a second, ${((ARTICLES * 5) / saving).toFixed(0)} reports a second`,
  );
  const since = process.hrtime.bigint();
  const joined = await desk.join();
  console.log(`joining and measures: ${joined} reports in ${seconds(since).toFixed(1)} s`);
}
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
