/**
 * Kills a process that saves articles, at random moments, and runs it again until it is through; then compares the
 * record with one that was never interrupted, row for row.
 *
 *     node --import tsx bench/record-kill.ts [--articles 2000] [--kills 50]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { joinEvents, openRecord } from '../src/record/index.ts';
import { TABLES } from '../src/record/schema.ts';
import { codingNumber, randoms } from './record-codings.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '50' },
    fill: { type: 'string' },
  },
});
const ARTICLES = Number(values.articles);
const KILLS = Number(values.kills);
const JOIN_EVERY = 200;
/** Milliseconds of writing before the latest kill. */
const LATEST = 160;

async function fill(path: string): Promise<void> {
  const record = await openRecord(path);
  process.stdout.write('open\n');
  for (let n = 0; n < ARTICLES; n++) {
    await record.save(codingNumber(n));
    if (n % JOIN_EVERY === JOIN_EVERY - 1) await joinEvents(record);
  }
  await joinEvents(record);
  record.close();
}

/** All rows of all tables, in a fixed order. */
async function dump(path: string): Promise<Map<string, string>> {
  const record = await openRecord(path);
  const found = new Map<string, string>();
  for (const [name, { columns }] of Object.entries(TABLES)) {
    const rows = await record.rows(`select * from ${name} order by ${columns.map(([column]) => column).join(', ')}`);
    found.set(name, JSON.stringify(rows));
  }
  record.close();
  return found;
}

function start(path: string): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), '--fill', path, '--articles', String(ARTICLES)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

async function killOften(path: string): Promise<number> {
  const next = randoms(42);
  let killed = 0;
  while (killed < KILLS) {
    const child = start(path);
    const exited = once(child, 'exit');
    // The moment is counted from when the record is open, so that most kills fall into the writing.
    child.stdout!.once('data', () => setTimeout(() => child.kill('SIGKILL'), next() * LATEST));
    const [, signal] = await exited;
    if (signal !== 'SIGKILL') break;
    killed++;
  }
  const last = start(path);
  await once(last, 'exit');
  return killed;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-kill-'));
  try {
    await fill(join(folder, 'whole.duckdb'));
    const killed = await killOften(join(folder, 'killed.duckdb'));
    const [whole, broken] = [await dump(join(folder, 'whole.duckdb')), await dump(join(folder, 'killed.duckdb'))];
    const different = [...whole].filter(([name, rows]) => broken.get(name) !== rows).map(([name]) => name);
    console.log(
      `${ARTICLES} articles, killed ${killed} times: ${different.length ? `DIFFERENT in ${different.join(', ')}` : 'the same, row for row'}`,
    );
    process.exitCode = different.length ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (values.fill) await fill(values.fill);
else await main();
