/**
 * What reading some articles into a large record costs besides coding them: opening, saving, joining, closing, each in
 * wall time and in processor time of the process. Works on a copy of the record.
 *
 *     node --import tsx bench/record-read.ts --record FILE --codings CODINGS.jsonl [--articles 400] [--days run|spread|apart]
 *
 * The articles are those of the codings (see record-real.ts), coded anew, with days of their own: one run of days in
 * the middle of the record's, days spread over all of it (the worst case for joining), or days that the record does not have.
 */
import { copyFileSync, createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk.ts';
import type { Article, Coding } from '../src/nouns.ts';
import { code } from '../src/pipeline.ts';
import { compactRecord } from '../src/record/index.ts';
import { loadTools } from '../src/tools.ts';

const { values } = parseArgs({
  options: {
    record: { type: 'string' },
    codings: { type: 'string' },
    articles: { type: 'string', default: '400' },
    days: { type: 'string', default: 'run' },
  },
});
if (!values.record || !values.codings) throw new Error('name --record FILE and --codings FILE');
const MOST = Number(values.articles);
/** Days by which the articles are moved: no multiple of those between the record's own rounds. */
const MOVED: Readonly<Record<string, number>> = { run: 3 * 331 + 17, spread: 3 * 331 + 17, apart: -9000 };
/** Articles that are coded before the clock starts. */
const WARM = 60;

async function articlesOf(path: string): Promise<Article[]> {
  const all: Article[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const { article } = JSON.parse(line) as Coding;
    if (article.date) all.push(article);
  }
  all.sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0));
  const step = values.days === 'spread' ? Math.floor(all.length / MOST) : 1;
  const first = values.days === 'spread' ? 0 : Math.floor(all.length / 2);
  const days = MOVED[values.days];
  if (days === undefined) throw new Error('--days is run, spread or apart');
  return Array.from({ length: MOST }, (_, i) => all[first + i * step]!).map((article) => ({
    ...article,
    id: `${article.id}-read`,
    date: new Date(Date.parse(article.date!) + days * 86_400_000).toISOString().slice(0, 10),
  }));
}

const folder = mkdtempSync(join(tmpdir(), 'dragoman-read-'));
const path = join(folder, 'copy.duckdb');
copyFileSync(values.record, path);
const articles = await articlesOf(values.codings);
const tools = loadTools();
for (const article of articles.slice(0, WARM)) code(article, tools);

interface Step {
  wall: number;
  processor: number;
}
const steps = new Map<string, Step>();

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const [since, began] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(since);
  const step = steps.get(name) ?? { wall: 0, processor: 0 };
  step.wall += performance.now() - began;
  step.processor += (user + system) / 1000;
  steps.set(name, step);
  return result;
}

const desk = await timed('opening', async () => {
  const opened = await openDesk(path);
  await opened.has(articles[0]!);
  return opened;
});
for (const article of articles) {
  const coding = await timed('coding', () => code(article, tools));
  await timed('saving', () => desk.save(coding));
}
await timed('saving', () => desk.flush());
await timed('joining and measures', () => desk.join());
await timed('closing', async () => {
  desk.close();
  await compactRecord(path);
});
rmSync(folder, { recursive: true });

console.log(`${articles.length} articles (${values.days}), ms an article, wall and processor:`);
for (const [name, { wall, processor }] of steps)
  console.log(`${name}: ${(wall / MOST).toFixed(2)}, ${(processor / MOST).toFixed(2)}`);
for (const [name, counted] of [
  ['saving, joining and measures', ['saving', 'joining and measures']],
  ['all but coding', ['opening', 'saving', 'joining and measures', 'closing']],
] as const) {
  const share = (of: keyof Step) => {
    const ingest = counted.reduce((sum, step) => sum + steps.get(step)![of], 0);
    return `${((100 * ingest) / (ingest + steps.get('coding')![of])).toFixed(1)}%`;
  };
  console.log(`${name}, share of reading: ${share('wall')} of wall time, ${share('processor')} of processor time`);
}
