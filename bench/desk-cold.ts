// From a cold start of the server to a first page that can be used, with the record of "npm start":
// node --import tsx bench/desk-cold.ts [record] [runs]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { openBrowser } from '../test/browser/browser.ts';

const [record = '.cache/sample.duckdb', runs = '5'] = process.argv.slice(2);
const { context, close } = await openBrowser();
for (let run = 0; run < Number(runs); run += 1) {
  const began = performance.now();
  const child = spawn(process.execPath, ['bin/dragoman.js', 'serve', '--record', record, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const listening = performance.now();
  const page = await context.newPage();
  await page.goto((JSON.parse(String(line)) as { url: string }).url);
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
