/** The example of docs/api.md runs as it stands, on the compiled library. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('the library does what its page says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-api-'));
  try {
    const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/api.md'), 'utf8'))!;
    const program = example!.replace("'news.duckdb'", JSON.stringify(join(folder, 'news.duckdb')));
    const args = ['--input-type=module', '--eval', program];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /ACCUSE \[ 'Japan' \]/);
    assert.match(stdout, /^1 1 0$/m);
    assert.match(stdout, /^# North Korea and Japan/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
