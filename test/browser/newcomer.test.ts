/** The first minutes of somebody new: "npm start" on the sample, then from the first page to a sentence. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { browserTest, openBrowser } from './browser.ts';
import { ROOT, seen } from './desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-newcomer-'));
let child: ChildProcess | null = null;
after(async () => {
  if (child?.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as "npm start" does, and waits for the desk's address. */
async function started(): Promise<string> {
  const words = ['bin/dragoman.js', 'start', '--record', join(folder, 'sample.duckdb'), '--port', '0'];
  child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /^The desk is at (http:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the program ended before it served the desk');
}

browserTest('from "npm start" to the sentence behind the highest point of the chart in three presses', async () => {
  const address = await started();
  const { context, close } = await openBrowser({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  let presses = 0;
  await page.goto(address);
  assert.match(await seen(page.locator('.sample')), /sample record that came with the program/);
  await page.locator('.pairs a', { hasText: 'North Korea and Russia' }).click();
  presses += 1;
  await page.waitForSelector('.plot .bar');
  const tops = await page
    .locator('.plot')
    .first()
    .locator('.bar.cooperation')
    .evaluateAll((bars) =>
      bars.map((bar) => bar.getBoundingClientRect()).map(({ x, y, width }) => ({ x: x + width / 2, y })),
    );
  const highest = tops.reduce((a, b) => (b.y < a.y ? b : a));
  await page.mouse.click(highest.x, highest.y + 2);
  presses += 1;
  await page.waitForSelector('.evidence .report');
  assert.ok(presses <= 3);
  const sentence = page.locator('.evidence .report .sentence').first();
  assert.match(await seen(sentence), /Russia|Putin|Moscow/);
  assert.ok((await sentence.locator('mark').count()) >= 2);
  // What was pressed stays marked in the chart while its sentences are shown.
  assert.equal(await page.locator('.plot').first().locator('.opened').count(), 1);
  assert.equal(await page.locator('.plot').last().locator('.opened').count(), 0);
  await page.locator('.evidence .report a', { hasText: 'In the article' }).first().click();
  await page.waitForSelector('.reading .sought');
  await close();
});
