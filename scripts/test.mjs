// npm test [-- PATTERN]: sets up, then every check: format and lint, types, dictionaries, tests, pages in a real browser.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bin, ROOT, say, setUp } from './setup.mjs';

setUp();
const pattern = process.argv[2];

function testsUnder(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((e) => {
    const path = join(folder, e.name);
    if (e.isDirectory()) return e.name === 'node_modules' ? [] : testsUnder(path);
    return /\.test\.(?:ts|mjs)$/.test(e.name) ? [path] : [];
  });
}

const failures = [];
function check(name, file, args) {
  say(`\n— ${name}`);
  const started = Date.now();
  const { status } = spawnSync(file, args, {
    cwd: ROOT,
    stdio: ['ignore', 1, 2],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  if (status !== 0) failures.push(name);
  say(`  ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

if (!pattern) {
  check('format and lint', process.execPath, [bin('@biomejs/biome/bin/biome'), 'check', '.']);
  check('types', process.execPath, [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']);
  check('types of the pages', process.execPath, [bin('typescript/bin/tsc'), '-p', 'web']);
}
const folders = ['src', 'test'].filter((f) => statSync(join(ROOT, f), { throwIfNoEntry: false }));
const files = folders.flatMap(testsUnder).filter((f) => !pattern || f.includes(pattern));
const [browser, plain] = [files.filter((f) => f.includes('browser')), files.filter((f) => !f.includes('browser'))];
const run = (concurrency) => ['--import', 'tsx', '--test', '--test-reporter=spec', `--test-concurrency=${concurrency}`];
if (plain.length) check(`tests (${plain.length} files)`, process.execPath, [...run(2), ...plain]);
if (browser.length) check(`tests in a browser (${browser.length} files)`, process.execPath, [...run(1), ...browser]);

if (failures.length) {
  say(`\nFailed: ${failures.join(', ')}`);
  process.exit(1);
}
say('\nAll checks passed.');
