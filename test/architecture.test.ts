import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Files at the top of src that any room may use. */
const SHARED = new Set([
  'wording.ts',
  'nouns.ts',
  'tree.ts',
  'ontology.ts',
  'trace.ts',
  'errors.ts',
  'rows.ts',
  'conllu.ts',
]);

/** Rooms that stand above the others and may join them: the doors. */
const DOORS = new Set(['cli', 'server', 'mcp']);

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const path = join(folder, e.name);
    return e.isDirectory() ? sources(path) : /\.ts$/.test(e.name) && !/\.d\.ts$/.test(e.name) ? [path] : [];
  });

const isTest = (path: string): boolean => /\.test\.ts$|testing\.ts$/.test(path);

const importsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
    ),
  ].map((m) => resolve(dirname(path), (m[1] ?? m[2])!));

const roomOf = (path: string): string | null => {
  const [first, ...rest] = relative(SRC, path).split(/[\\/]/);
  return rest.length ? first! : null;
};

const all = sources(SRC).filter((p) => !isTest(p));

test('rooms do not import one another; only the files at the top of src and the doors join them', () => {
  const wrong: string[] = [];
  for (const path of all) {
    const room = roomOf(path);
    if (room === null || DOORS.has(room)) continue;
    for (const target of importsOf(path)) {
      const other = roomOf(target);
      if (other === room || (other === null && SHARED.has(relative(SRC, target)))) continue;
      wrong.push(`${relative(SRC, path)} imports ${relative(SRC, target)}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('only the command line prints', () => {
  const wrong = all.filter(
    (p) => roomOf(p) !== 'cli' && /\bconsole\.|process\.stdout\.write/.test(readFileSync(p, 'utf8')),
  );
  assert.deepEqual(
    wrong.map((p) => relative(SRC, p)),
    [],
  );
});

test('files stay within 400 lines', () => {
  const long = all.map((p) => ({ p, n: readFileSync(p, 'utf8').split('\n').length })).filter(({ n }) => n > 401);
  assert.deepEqual(
    long.map(({ p, n }) => `${relative(SRC, p)}: ${n}`),
    [],
  );
});

/** Lengths of functions by indentation: from a line that opens one to the line that closes it at the same depth. */
function functionLengths(path: string): { name: string; lines: number }[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const found: { name: string; lines: number }[] = [];
  lines.forEach((line, i) => {
    const open =
      /^(\s*)(?:export )?(?:async )?(?:function\*? (\w+)|(?:const (\w+) = )(?:async )?(?:\([^)]*\)|\w+)(?:: [^=]+)? => \{$)/.exec(
        line,
      );
    if (!open) return;
    const end = lines.findIndex((l, k) => k > i && (l === `${open[1]}}` || l === `${open[1]}};`));
    if (end > 0) found.push({ name: open[2] ?? open[3] ?? '?', lines: end - i + 1 });
  });
  return found;
}

test('functions stay within 60 lines', () => {
  const long = all.flatMap((p) =>
    functionLengths(p)
      .filter((f) => f.lines > 60)
      .map((f) => `${relative(SRC, p)} ${f.name}: ${f.lines}`),
  );
  assert.deepEqual(long, []);
});

test('nothing speaks of the machine it was written on', () => {
  const wrong = [
    ...sources(SRC),
    ...readdirSync(join(SRC, '../scripts')).map((f) => join(SRC, '../scripts', f)),
  ].filter((p) => /\/work\/|\/root\//.test(readFileSync(p, 'utf8')));
  assert.deepEqual(wrong, []);
});
