/** Commands on a record, from outside: following a feed, briefs on one actor and on words, another project's events beside ours. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const record = join(folder, 'record.duckdb');
const command = (args: readonly string[]): string[] => ['--import', 'tsx', 'src/cli/main.ts', ...args];

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command([...args, '--record', record]), {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const dispatches = [
  ['one', '2023-03-01', 'Mali accused Niger of arming rebels. Niger denied it had armed any rebels.'],
  ['two', '2023-03-20', 'Mali imposed sanctions on Niger. The president of Mali met the president of Niger in Bamako.'],
  ['three', '2023-05-02', 'Niger sent food aid to Mali.'],
].map(([id, date, text]) => JSON.stringify({ id, date, title: `Title ${id}`, text }));

before(() => {
  const { status, stderr } = run('read', file('news.jsonl', dispatches));
  assert.equal(status, 0, stderr);
});

test('a brief on one actor bears its name, and one on words the words', () => {
  const one = JSON.parse(run('brief', 'NER', '--json').stdout);
  assert.equal(one.title, 'Niger');
  assert.ok(one.sources.length > 0);
  const about = run('brief', '--about', 'sanctions', '--format', 'md');
  assert.match(about.stdout, /^# “sanctions”/);
  assert.match(about.stdout, /Mali imposed sanctions on Niger/);
  const none = run('brief', '--about', 'sanctions', '--until', '2020-01-01');
  assert.match(none.stdout, /no report of it/);
  const both = run('brief', 'NER', '--about', 'sanctions');
  assert.equal(both.status, 1);
  assert.match(both.stderr, /not both/);
});

test('an actor alone in its events is briefed on, and articles without a day are', () => {
  const undated = join(folder, 'undated.duckdb');
  const path = join(folder, 'undated.txt');
  writeFileSync(path, 'Rocket flies\n\nNorth Korea criticised Japan. North Korea mobilized its reserves.');
  const on = (...args: string[]) =>
    spawnSync(process.execPath, command([...args, '--record', undated]), { cwd: ROOT, encoding: 'utf8' });
  assert.equal(on('read', path).status, 0);
  const pair = on('brief', 'PRK', 'JPN');
  assert.equal(pair.status, 0, pair.stderr);
  assert.match(pair.stdout, /North Korea criticised Japan\./);
  assert.match(on('brief', 'PRK').stdout, /mobilized its reserves/);
});

test('two periods stand side by side, for people and as JSON', () => {
  const asked = ['compare', 'MLI', 'NER', '--since', '2023-04-01', '--until', '2023-06-30', '--against'];
  const { status, stdout, stderr } = run(...asked, '2023-03-01..2023-03-31');
  assert.equal(status, 0, stderr);
  assert.match(
    stdout,
    /^Mali and Niger\nFirst: {2}March 2023 \(2 articles of coverage\)\nSecond: 1 April 2023 to 30 June 2023/,
  );
  assert.match(
    stdout,
    /In the first period only\n(?:- .+\n)*- Sanction or cut of ties from Mali towards Niger: one event/,
  );
  assert.match(stdout, /^ {4}material aid +1 +1 +0 +50\.0 +100\.0 +\+50\.0$/m);
  const view = JSON.parse(run(...asked, '2023-03-01..2023-03-31', '--json').stdout);
  assert.deepEqual([view.first.from, view.second.to, view.sides.length], ['2023-03-01', '2023-06-30', 3]);
  const unasked = JSON.parse(run('compare', 'MLI', 'NER', '--json').stdout);
  assert.equal(unasked.second.to, '2023-05-02');
  const wrong = run(...asked, 'last year');
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^dragoman: "last year" is no period; write it as 2020-01-01\.\.2020-12-31$/m);
});

const polecat = (day: string, from: string, to: string, quad: string): string => {
  const columns: readonly string[] = JSON.parse(
    readFileSync(join(ROOT, 'lexicon/formats/columns.json'), 'utf8'),
  ).polecat;
  const cells: Record<string, string> = {
    'Event Date': day,
    'Actor Country': from,
    'Recipient Country': to,
    'Quad Code': quad,
  };
  return columns.map((name) => cells[name] ?? '').join('\t');
};

test("another project's events of a pair stand beside ours by month; rows that cannot be read are told, the rest counts", () => {
  const columns = JSON.parse(readFileSync(join(ROOT, 'lexicon/formats/columns.json'), 'utf8')).polecat;
  const path = file('polecat.tsv', [
    columns.join('\t'),
    polecat('2023-03-02', 'MLI', 'NER', 'VERBAL CONFLICT'),
    polecat('2023-03-21', 'NER', 'MLI', 'MATERIAL CONFLICT'),
    polecat('2023-03-21', 'NER', 'FRA', 'MATERIAL CONFLICT'),
    'a broken row',
    polecat('2023-05-02', 'NER', 'MLI', 'MATERIAL COOPERATION'),
  ]);
  const { status, stdout } = run('compare', 'MLI', 'NER', '--with', path, '--json');
  assert.equal(status, 1);
  const found = JSON.parse(stdout);
  assert.deepEqual([found.format, found.rows, found.matching, found.bad], ['polecat', 5, 3, 1]);
  assert.match(found.firstBad, /^line 5: 1 columns/);
  const march = found.months.find((m: { month: string }) => m.month === '2023-03');
  assert.equal(march.theirs['verbal conflict'], 1);
  assert.ok(march.ours['material conflict'] >= 1);
  const may = found.months.find((m: { month: string }) => m.month === '2023-05');
  assert.deepEqual([may.ours['material cooperation'], may.theirs['material cooperation']], [1, 1]);
});

test('compare takes persons and anybody too: by the names of the file, and by the state', () => {
  const columns: readonly string[] = JSON.parse(readFileSync(join(ROOT, 'lexicon/formats/columns.json'), 'utf8')).icews;
  const row = (source: string, from: string, target: string, to: string) => {
    const cells: Record<string, string> = {
      ...{ 'Event Date': '2023-03-02', 'Source Name': source, 'Source Country': from },
      ...{ 'Target Name': target, 'Target Country': to, 'CAMEO Code': '111' },
    };
    return columns.map((name) => cells[name] ?? '').join('\t');
  };
  const path = file('icews.tsv', [
    columns.join('\t'),
    row('Assimi Goita', 'Mali', 'Niger', 'Niger'),
    row('Citizen (Mali)', 'Mali', 'Police (Mali)', 'Mali'),
    row('Mali', 'Mali', 'United Nations', ''),
    row('France', 'France', 'Niger', 'Niger'),
  ]);
  const any = JSON.parse(run('compare', 'MLI', 'any', '--with', path, '--json').stdout);
  assert.equal(any.matching, 2);
  const person = JSON.parse(run('compare', 'per:assimi-goita', 'NER', '--with', path, '--json').stdout);
  assert.equal(person.matching, 1);
});

test("GDELT's file without a header is known by its columns; a file of another kind is refused in one line", () => {
  const cells = Array.from({ length: 61 }, () => '');
  Object.assign(cells, { 0: '1', 1: '20230302', 7: 'MLI', 17: 'NER', 29: '3' });
  const found = JSON.parse(
    run('compare', 'MLI', 'NER', '--with', file('gdelt.tsv', [cells.join('\t')]), '--json').stdout,
  );
  assert.deepEqual([found.format, found.matching, found.bad], ['gdelt', 1, 0]);
  const refused = run('compare', 'MLI', 'NER', '--with', file('other.tsv', ['x\ty']));
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /^dragoman: .*other\.tsv: neither GDELT 2 events, POLECAT nor ICEWS/);
});

test('read --watch goes on asking a feed, and what came is in the record when it is interrupted', async () => {
  let asked = 0;
  const entry = (n: number) =>
    `<item><title>Entry ${n}</title><link>http://127.0.0.1/${n}</link><pubDate>Mon, 0${n} May 2023 10:00:00 GMT</pubDate><description>Chad condemned Libya on Monday, number ${n}.</description></item>`;
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    asked += 1;
    const entries = Array.from({ length: Math.min(asked, 2) }, (_, i) => entry(i + 1)).join('');
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>T</title>${entries}</channel></rss>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
  const child = spawn(
    process.execPath,
    command(['read', address, '--watch', '--every', '0.005', '--allow-private', '--json', '--record', record]),
    { cwd: ROOT },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  while (asked < 4 && child.exitCode === null) await new Promise((done) => setTimeout(done, 50));
  child.kill('SIGINT');
  const status = await ended;
  server.close();
  assert.equal(status, 0, err);
  assert.equal(JSON.parse(out).read, 2, err);
  const chad = JSON.parse(run('relation', 'TCD', 'LBY', '--json').stdout);
  assert.equal(chad.forward.tally.reports >= 1, true);
});
