// From a cold start of the server to a first page that can be used, with the record of "npm start", made anew where it
// is not there or of another version: node --import tsx bench/desk-cold.ts [record] [runs]
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { openBrowser } from '../test/browser/browser.ts';

const SAMPLE = '.cache/sample.duckdb';
const [record = SAMPLE, runs = '5'] = process.argv.slice(2);
if (record === SAMPLE)
  spawnSync(process.execPath, ['bin/dragoman.js', 'start', '--once'], { stdio: ['ignore', 'ignore', 'inherit'] });

/** The first line of a server; ends this program where the server ends instead, having said why. */
async function firstLine(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(() => null);
  const line = await Promise.race([once(child.stdout!, 'data'), ended]);
  if (line) return String(line[0]);
  process.stderr.write(`desk-cold: the server did not start with ${record}; name another record\n`);
  process.exit(1);
}

const { context, close } = await openBrowser();
for (let run = 0; run < Number(runs); run += 1) {
  const began = performance.now();
  const child = spawn(process.execPath, ['bin/dragoman.js', 'serve', '--record', record, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  const listening = performance.now();
  const page = await context.newPage();
  await page.goto((JSON.parse(line) as { url: string }).url);
  await page.waitForSelector('.pairs a');
  const usable = performance.now();
  const ms = (n: number) => `${Math.round(n)} ms`;
  process.stdout.write(
    `listening after ${ms(listening - began)}, first page usable ${ms(usable - listening)} later, ${ms(usable - began)} in all\n`,
  );
  await page.close();
  child.kill('SIGTERM');
  await once(child, 'exit');
}
await close();
