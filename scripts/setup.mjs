// Sets up what is missing, once: packages, compiled knowledge, compiled program, pages. Nothing is asked; only Node is needed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMPS = join(ROOT, '.cache');

const say = (text) => process.stderr.write(`${text}\n`);

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  say(`dragoman needs Node 20 or later; this is ${process.version}. Install a newer Node and try again.`);
  process.exit(1);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((e) => !['node_modules', 'dist', '.cache'].includes(e.name))
    .flatMap((e) => (e.isDirectory() ? filesUnder(join(path, e.name)) : [join(path, e.name)]));
}

/** A hash over the content of files and folders. */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of paths.flatMap((p) => filesUnder(join(ROOT, p))).sort())
    hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Does a piece of work unless its inputs are those of the last time and its outputs are there. */
function once(name, inputs, outputs, work) {
  const stamp = join(STAMPS, `${name}.sha256`);
  const now = hashOf(inputs);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (before === now && outputs.every((o) => existsSync(join(ROOT, o)))) return false;
  work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

function run(file, args, what) {
  const { status } = spawnSync(file, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  say(`${what} failed (exit status ${status}); the lines above say why.`);
  process.exit(1);
}

const node = (...args) => run(process.execPath, args, args.find((a) => !a.startsWith('-') && a !== 'tsx') ?? 'node');
const bin = (name) => join(ROOT, 'node_modules', name);

export function install() {
  once('install', ['package-lock.json'], ['node_modules/typescript', 'node_modules/commander'], () => {
    say('Installing packages (once) …');
    // Not "npm ci": it refuses a lock file that lacks other systems' binaries, and npm leaves those out.
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], 'npm install');
  });
}

/** Compiled knowledge in data/, from lexicon/. */
export function buildData() {
  for (const script of readdirSync(join(ROOT, 'scripts'))
    .filter((f) => /^build-.*\.ts$/.test(f))
    .sort()) {
    const name = script.slice('build-'.length, -3);
    const inputs = [`scripts/${script}`, `lexicon/${name}`, `src/${name}`, 'src/ontology.ts', 'lexicon/places'];
    once(`data-${name}`, inputs, ['data'], () => {
      say(`Compiling lexicon/${name} …`);
      node('--import', 'tsx', `scripts/${script}`);
    });
  }
}

export function build() {
  buildData();
  once('program', ['src', 'tsconfig.json'], ['dist/cli/main.js'], () => {
    say('Compiling the program …');
    node(bin('typescript/bin/tsc'), '-p', '.');
  });
  if (!existsSync(join(ROOT, 'web'))) return;
  once('pages', ['web', 'package-lock.json'], ['web/dist/index.html'], () => {
    say('Building the pages …');
    node(bin('vite/bin/vite.js'), 'build', 'web', '--logLevel', 'warn');
  });
}

export function setUp() {
  checkNode();
  install();
  build();
}

export { bin, execFileSync, node, run, say };
