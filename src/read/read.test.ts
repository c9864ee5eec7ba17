import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { WARCRecord, WARCSerializer } from 'warcio';
import { isPrivateAddress } from './address.ts';
import { encodingOf } from './charset.ts';
import { dayOfTimestamp, isDay } from './day.ts';
import { type Item, readAll, readBytes, readPath, readUrl } from './index.ts';
import { pagesToText } from './pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-read-'));
after(() => rmSync(folder, { recursive: true }));

async function all(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const read = (text: string, name = 'x', more = {}) => all(readBytes(bytesOf(text), { name, ...more }));

test('plain text: the first line is a title where it looks like one', async () => {
  const [item] = await read('Koreas agree to talk\n\nThe Koreas agreed on Monday.\r\n\r\nThey will meet.\n', 'a.txt', {
    date: '2018-01-09',
  });
  assert.equal(item!.article!.title, 'Koreas agree to talk');
  assert.equal(item!.article!.text, 'The Koreas agreed on Monday.\n\nThey will meet.');
  assert.equal(item!.article!.date, '2018-01-09');
  const [untitled] = await read('The Koreas agreed on Monday.\n\nThey will meet.');
  assert.equal(untitled!.article!.title, null);
  assert.equal(untitled!.article!.date, null);
});

test('the same content has the same id, another date another one', async () => {
  const id = async (date: string) => (await read('One sentence.', 'a', { date }))[0]!.article!.id;
  assert.equal(await id('2020-01-01'), await id('2020-01-01'));
  assert.notEqual(await id('2020-01-01'), await id('2020-01-02'));
});

test('JSON: one article, lists, lines; a bad line costs only itself', async () => {
  const [one] = await read('{"id": 7, "date": "2020-02-29", "text": "A."}');
  assert.deepEqual([one!.article!.id, one!.article!.date], ['7', '2020-02-29']);
  const list = await read('[{"text":"A."},{"txt":"B."}]', 'a.json');
  assert.equal(list[0]!.article!.text, 'A.');
  assert.match(list[1]!.refusal!, /^a\.json \[1\]: "text" must be a string$/);
  const path = join(folder, 'a.jsonl');
  writeFileSync(path, '{"text":"A."}\nnot json\n\n{"text":"B.","date":"2023-02-30"}\n{"text":"C."}');
  const lines = await all(readPath(path));
  assert.deepEqual(
    lines.map((item) => item.article?.text ?? null),
    ['A.', null, null, 'C.'],
  );
  assert.match(lines[1]!.refusal!, /a\.jsonl:2: the line is not valid JSON/);
  assert.match(lines[2]!.refusal!, /a\.jsonl:4: "date" must be a day of the calendar as YYYY-MM-DD, not "2023-02-30"/);
});

const PAGE = `<!doctype html><html lang="en"><head><title>x | Site</title>
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Ministers meet","datePublished":"2021-03-18T23:30:00-05:00","dateModified":"2022-01-01","publisher":{"name":"The Wire"}}]}</script>
<script type="application/ld+json">{broken</script><link rel="canonical" href="/news/1"></head><body><nav>Home World Sport</nav>
<article><h1>Ministers meet</h1>${'<p>The ministers of the two states met on Thursday and agreed to talk again, officials said after the meeting.</p><ul><li>A first point, long enough to be kept by the reader, was settled.</li></ul>'.repeat(4)}<script>alert(1)</script></article><footer>Contact</footer></body></html>`;

test('a page: its article, its own word on title, day, publisher, address', async () => {
  const [item] = await read(PAGE, 'p.html', { url: 'https://example.org/news/1?utm=2' });
  const { title, date, publisher, url, language, text } = item!.article!;
  assert.deepEqual(
    [title, date, publisher, url, language],
    ['Ministers meet', '2021-03-18', 'The Wire', 'https://example.org/news/1', 'en'],
  );
  assert.ok(text.startsWith('The ministers of the two states met'));
  assert.ok(!/Home World|alert|Contact/.test(text));
  assert.ok(text.includes('\n\nA first point'));
});

test('feeds: RSS with a bare ampersand, Atom, JSON Feed', async () => {
  const rss =
    '<?xml version="1.0"?><rss version="2.0"><channel><title>AT&T news</title><item><title>One</title><link>https://example.org/1</link><pubDate>Mon, 25 Sep 2023 10:00:00 EDT</pubDate><description>&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</description></item></channel></rss>';
  const [item] = await read(rss, 'f.xml');
  assert.deepEqual(
    [item!.article!.title, item!.article!.date, item!.article!.text, item!.article!.url],
    ['One', '2023-09-25', 'First.\n\nSecond.', 'https://example.org/1'],
  );
  const atom =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>Two</title><link href="https://example.org/2"/><published>2023-09-26T01:00:00Z</published><content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>';
  assert.deepEqual(
    (await read(atom)).map((i) => [i.article!.date, i.article!.text, i.article!.publisher]),
    [['2023-09-26', 'Text.', 'A']],
  );
  const json =
    '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"3","url":"https://example.org/3","title":"Three","content_text":"Words.","date_published":"2023-09-27T00:00:00+09:00"}]}';
  assert.deepEqual(
    (await read(json)).map((i) => [i.article!.date, i.article!.text]),
    [['2023-09-27', 'Words.']],
  );
  assert.match((await read('<rss><channel>', 'broken.xml'))[0]!.refusal!, /^broken\.xml: /);
});

test('a web archive, packed or not', async () => {
  const record = WARCRecord.create(
    {
      url: 'https://example.org/news/1',
      date: '2023-01-01T00:00:00Z',
      type: 'response',
      httpHeaders: { 'Content-Type': 'text/html' },
      statusline: 'HTTP/1.1 200 OK',
    },
    (async function* () {
      yield bytesOf(PAGE);
    })(),
  );
  const plain = await WARCSerializer.serialize(record, { gzip: true });
  const [item] = await all(readBytes(plain, { name: 'a.warc.gz' }));
  assert.equal(item!.article!.title, 'Ministers meet');
  const broken = await all(readBytes(plain.slice(0, 200), { name: 'b.warc.gz' }));
  assert.ok(broken.every((one) => one.refusal !== undefined));
});

test('a PDF: headers, page numbers and divided words are taken out', () => {
  const page = (n: number, body: string) => `The Daily ${n}\n${body}\n${n}`;
  const text = pagesToText([page(1, 'He con-\ndemned it.\n\nThen he'), page(2, 'left.'), page(3, 'End.')]);
  assert.equal(text, 'He condemned it.\n\nThen he left. End.');
});

test('bytes in other encodings', async () => {
  const curly = Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x97, 0x20, 0x80, 0x2e]);
  const page = Buffer.concat([
    Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>'),
    curly,
    Buffer.from('</p></body></html>'),
  ]);
  assert.equal(encodingOf(page), 'windows-1252');
  const [item] = await all(readBytes(curly, { name: 'a', contentType: 'text/plain; charset=windows-1252' }));
  assert.equal(item!.article!.text, '“Hi” — €.');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Seoul said no.', 'utf16le')]);
  assert.equal((await all(readBytes(utf16, { name: 'b' })))[0]!.article!.text, 'Seoul said no.');
});

test('refusals are one line each', async () => {
  const refused = async (bytes: Uint8Array, name: string) => (await all(readBytes(bytes, { name })))[0]!.refusal!;
  assert.equal(await refused(Buffer.alloc(0), 'e.txt'), 'e.txt: the file is empty');
  assert.match(await refused(bytesOf(' \n\n '), 's.txt'), /no text in it/);
  assert.match(await refused(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]), 'b'), /binary file/);
  assert.match(await refused(gzipSync(Buffer.from('x')).subarray(0, 8), 'g.gz'), /cannot be unpacked/);
  assert.match((await all(readPath(join(folder, 'missing.txt'))))[0]!.refusal!, /missing\.txt: no such file or folder/);
  await assert.rejects(read('A.', 'x', { date: '2023-13-01' }), /--date must be a day/);
});

test('folders are read in order; links inside are not followed', async () => {
  const inner = join(folder, 'many');
  mkdirSync(join(inner, 'sub'), { recursive: true });
  writeFileSync(join(inner, 'b.txt'), 'B.');
  writeFileSync(join(inner, 'a.txt'), 'A.');
  writeFileSync(join(inner, 'sub', 'c.txt'), 'C.');
  writeFileSync(join(inner, '.hidden'), 'H.');
  symlinkSync('/', join(inner, 'z'));
  const items = await all(readAll([inner]));
  assert.deepEqual(
    items.map((item) => item.article?.text ?? 'refused'),
    ['A.', 'B.', 'C.', 'refused'],
  );
});

test('addresses: private ones are refused unless allowed, also behind names and redirects', async () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '0.0.0.0',
    '::ffff:7f00:1',
  ])
    assert.ok(isPrivateAddress(address), address);
  for (const address of ['8.8.8.8', '2606:4700::1111']) assert.ok(!isPrivateAddress(address), address);
  const server = createServer((request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (request.url === '/big') response.writeHead(200).end('x'.repeat(5000));
    else if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url !== '/slow') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async (path: string, more = {}) => (await all(readUrl(base + path, { allowPrivate: true, ...more })))[0]!;
  assert.equal((await get('/page')).article!.title, 'Ministers meet');
  assert.match((await get('/loop')).refusal!, /more than 5 redirects/);
  assert.match((await get('/big', { maxBytes: 1000 })).refusal!, /longer than 1000 bytes/);
  assert.match((await get('/gone')).refusal!, /the server answers 404/);
  assert.match((await get('/slow', { timeout: 200 })).refusal!, /no answer within 0\.2 s/);
  assert.match((await get('/page', { allowPrivate: false })).refusal!, /private network/);
  assert.match((await all(readUrl(`${base.replace('127.0.0.1', 'localhost')}/page`)))[0]!.refusal!, /private network/);
  assert.match((await all(readUrl('file:///etc/passwd')))[0]!.refusal!, /addresses are not read/);
  server.closeAllConnections();
  server.close();
});

test('days', () => {
  assert.equal(dayOfTimestamp('Mon, 25 Sep 2023 23:59:00 EDT'), '2023-09-25');
  assert.equal(dayOfTimestamp('September 5, 2023'), '2023-09-05');
  assert.equal(dayOfTimestamp('3/4/2024'), null);
  assert.equal(isDay('2023-02-29'), false);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => dayOfTimestamp(date.toISOString()) === date.toISOString().slice(0, 10),
    ),
  );
});

test('reading never throws, whatever the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.txt', 'a.html', 'a.json', 'a.jsonl', 'a.xml', 'a.warc', 'a'),
      async (bytes, name) => {
        for (const item of await all(readBytes(bytes, { name })))
          assert.ok(item.article !== undefined || !item.refusal.includes('\n'));
      },
    ),
    { numRuns: 200 },
  );
});
