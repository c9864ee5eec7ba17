/** The parser in a browser's worker: the same program, the same trees as in Node, to the last word. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openBrowser, type TestBrowser } from './browser.ts';
import { readTexts } from './reader.ts';

const TEXTS = [
  'Oslo and Lima signed a treaty on Monday. The ministers, who had met in May, said they would not yield.',
  'LIMA, May 3 (EFE) -- U.S. officials met Gen. Roe. "We don\'t agree," Mr. Poe said. Troops left by 5 p.m.',
  'Rebels were killed by the army near the border; two villages — Ata and Bela — had been shelled since 1998.',
  `${'The old minister and '.repeat(60)}his envoy went home.`,
  "MOSCOW, May 5. /TASS/. THE ARMY OF THE U.S. SHOULDN'T'VE BURNED THE VILLAGES IN MAY, GEN. ROE SAID.",
  'The army left. Sources "Troops leave" — The Daily Example, May 3, 2010 Politics and conflicts Africa',
  '. . . \ud83d 你好 ÉTAT; 12% of $5.3 million (or so)',
];
const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../data/${path}`, import.meta.url)));

/** The worker with all that it imports, as one module. */
async function bundle(): Promise<string> {
  const made = await build({
    ...{ configFile: false, logLevel: 'error' },
    build: {
      ...{ write: false, minify: false },
      lib: { entry: fileURLToPath(new URL('reader.worker.ts', import.meta.url)), formats: ['es'], fileName: 'w' },
    },
  });
  const [output] = [made].flat() as unknown as { output: { code: string }[] }[];
  assert.equal(output!.output.length, 1, 'one module, without anything of Node');
  return output!.output[0]!.code;
}

let server: Server;
let browser: TestBrowser;
before(async () => {
  const files: Readonly<Record<string, readonly [string, string | Buffer]>> = {
    '/': ['text/html', '<!doctype html><title>Reader</title>'],
    '/worker.js': ['text/javascript', await bundle()],
    '/model.bin': ['application/octet-stream', file('model.bin')],
    '/model.lemmas.json': ['application/json', file('model.lemmas.json')],
  };
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', null];
    response.writeHead(body === null ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
});

test('a worker reads the trees that Node reads', async () => {
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const got = await page.evaluate(
    (texts) =>
      new Promise<string>((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
        worker.postMessage(texts);
      }),
    TEXTS,
  );
  const lemmas = JSON.parse(file('model.lemmas.json').toString('utf8'));
  assert.equal(got, readTexts({ model: file('model.bin'), lemmas, texts: TEXTS }));
});
