/** The command line from outside, as the contract has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr, lines: stdout.split('\n').filter(Boolean) };
}

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const line = (id: string, text: unknown, more = {}): string =>
  JSON.stringify({ id, date: '2023-09-25', text, ...more });

test('code: a line for a line in order; a bad line costs only itself; the status tells', () => {
  const input = [
    line('a', 'France condemned the coup.'),
    '{"id":"b"',
    line('c', 42),
    line('d', 'Iran met Iraq.', { date: '2023-02-30' }),
    line('e', 'Iran attacked Iraq.'),
  ].join('\n');
  const { status, lines } = run(['code'], input);
  const rows = lines.map((l) => JSON.parse(l));
  assert.equal(status, 1);
  assert.deepEqual(
    rows.map((r) => [r.id, Boolean(r.error)]),
    [
      ['a', false],
      [null, true],
      ['c', true],
      ['d', true],
      ['e', false],
    ],
  );
  assert.match(rows[3].error, /calendar/);
  assert.equal(rows[0].reports[0].type, 'ACCUSE');
  assert.equal(rows[0].reports[0].actors[0].actor.country, 'FRA');
});

test('code: several threads give the same bytes as one', () => {
  const input = readFileSync(join(ROOT, 'sample/dispatches.jsonl'), 'utf8').split('\n').slice(0, 12).join('\n');
  // Threads run the compiled program: npm test has built it.
  const compiled = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/dragoman.js', 'code', ...args], {
      cwd: ROOT,
      input,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  const one = compiled();
  assert.equal(one.status, 0);
  assert.equal(one.stdout.split('\n').filter(Boolean).length, 12);
  assert.equal(compiled('--jobs', '2').stdout, one.stdout);
});

test('code: a missing file and an unknown option are refused before anything is written', () => {
  for (const args of [
    ['code', 'no-such-file.jsonl'],
    ['code', '--no-such-option'],
    ['code', '--jobs', 'many'],
  ]) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.notEqual(stderr.trim(), '');
  }
});

test('code: a dictionary of the user goes before the built-in one', () => {
  const actors = file(
    'actors.json',
    JSON.stringify([{ code: 'FREREB', names: ['Green Front'], kind: 'group', country: 'FRA', sector: 'REB' }]),
  );
  const { lines } = run(['code', '--actors', actors], line('a', 'The Green Front attacked soldiers in Paris.'));
  const [report] = JSON.parse(lines[0]!).reports;
  assert.equal(report.actors[0].actor.code, 'FREREB');
});

test('code: states that only the dictionary of the user knows do and suffer as any other', () => {
  const actors = file(
    'invented.json',
    JSON.stringify([
      { code: 'VRD', names: ['VORDANIA', 'Vordania', 'Vordanian'] },
      { code: 'KLM', names: ['KELMORA', 'Kelmora', 'Kelmoran'] },
    ]),
  );
  const roles = file('invented-roles.json', JSON.stringify([{ names: ['lancers', 'lancer'], sector: 'MIL' }]));
  const texts = [
    'Vordania condemned Kelmora.',
    'Kelmora was threatened with war by Vordania.',
    'Vordanian lancers attacked Kelmoran lancers.',
    'Vordania asked Kelmora for economic aid.',
    'Vordania demanded aid from Kelmora.',
  ];
  const { lines } = run(
    ['code', '--actors', actors, '--roles', roles],
    texts.map((text, i) => line(`${i}`, text)).join('\n'),
  );
  type Party = { actor: { code: string; sector: string | null } };
  const found = lines.map((l) =>
    (JSON.parse(l).reports as { cameo: string; actors: Party[]; recipients: Party[] }[]).map((r) =>
      [r.cameo.slice(0, 2), ...[...r.actors, ...r.recipients].map((p) => p.actor.code + (p.actor.sector ?? ''))].join(
        ' ',
      ),
    ),
  );
  assert.deepEqual(found, [['11 VRD KLM'], ['13 VRD KLM'], ['19 VRDMIL KLMMIL'], ['02 VRD KLM'], ['10 VRD KLM']]);
});

test('who and parse', () => {
  const who = run(['who'], `${line('w', 'U.S. Secretary of State Antony Blinken')}\n${line('n', 'the weather')}`);
  const [first, second] = who.lines.map((l) => JSON.parse(l));
  assert.deepEqual(
    [first.actors[0].country, first.actors[0].sector, first.actors[0].office],
    ['USA', 'GOV', 'Secretary of State'],
  );
  assert.deepEqual(second.actors, []);
  const parse = run(['parse'], line('p', 'Iran agreed.'));
  assert.match(parse.stdout, /^# newdoc id = p\n/);
  assert.match(parse.stdout, /1\tIran\tIran\tPROPN.*TokenRange=0:4/);
});

test('explain tells the tree, the rule, and why not otherwise', () => {
  const { stdout, status } = run(['explain', 'Iran has denied supplying drones to Russia.']);
  assert.equal(status, 0);
  for (const part of ['Tree', 'Who is named', 'aid/', 'denied', 'not ']) assert.ok(stdout.includes(part), part);
});

test('explain reads the dictionaries that code reads: those of an option and those of the configuration folder', () => {
  const actors = file('blues.yaml', '- code: FRAREB\n  names: [Blue Lances]\n  country: FRA\n  sector: REB\n');
  const roles = file('wardens.yaml', '- names: [dikewardens, dikewarden]\n  sector: COP\n');
  const sentence = 'The Blue Lances attacked Belgian dikewardens.';
  const without = run(['explain', sentence]).stdout;
  assert.doesNotMatch(without, /FRA REB|BEL COP/);
  const named = run(['explain', sentence, '--actors', actors, '--roles', roles]);
  assert.match(named.stdout, /"The Blue Lances" \([^)]*\): Blue Lances \[FRA REB\]/);
  assert.match(named.stdout, /BEL COP/);
  const config = join(folder, 'config');
  mkdirSync(join(config, 'actors'), { recursive: true });
  mkdirSync(join(config, 'roles'), { recursive: true });
  writeFileSync(join(config, 'actors', 'blues.yaml'), readFileSync(actors));
  writeFileSync(join(config, 'roles', 'wardens.yaml'), readFileSync(roles));
  assert.equal(run(['explain', sentence], '', { DRAGOMAN_CONFIG: config }).stdout, named.stdout);
  const missing = run(['explain', sentence, '--actors', join(folder, 'no-such.yaml')]);
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /^dragoman: .*no-such\.yaml/);
});

test('explain --why-not names the sense that came nearest, or what took the event away', () => {
  const asked = run(['explain', 'Iran threatened to attack Israel.', '--why-not', 'assault']);
  assert.match(asked.stdout, /Why not ASSAULT\nassault\/attack won at "attack", but it stands inside what threaten/);
  assert.match(run(['explain', 'The storm hit Mali.', '--why-not', 'ASSAULT']).stdout, /nearest at "hit": assault/);
  const wrong = run(['explain', 'Iran met Iraq.', '--why-not', 'WAR']);
  assert.notEqual(wrong.status, 0);
  assert.match(wrong.stderr, /--why-not must be one of AGREE/);
});

test('read refuses what cannot be read, a line each, and reads the rest; twice changes nothing', () => {
  const record = join(folder, 'record.duckdb');
  const sources = [
    file('good.txt', 'Talks end\n\nNorth Korea criticised Japan on Monday.'),
    file('empty.txt', ''),
    file('binary.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7])),
    file('bad.jsonl', `${line('x', 'Russia met China.')}\n{"id":\n`),
    join(folder, 'missing.txt'),
  ];
  const first = run(['read', '--record', record, '--date', '2023-09-26', ...sources]);
  assert.equal(first.status, 1);
  const refusals = first.stderr.split('\n').filter((l) => l.startsWith('dragoman: '));
  for (const name of ['empty.txt', 'binary.bin', 'bad.jsonl', 'missing.txt']) {
    assert.equal(refusals.filter((l) => l.includes(name)).length, 1, name);
  }
  assert.match(first.stderr, /2 articles/);
  const second = run(['read', '--record', record, '--date', '2023-09-26', sources[0]!]);
  assert.equal(second.status, 0);
  assert.match(second.stderr, /0 articles, 1 known already/);
  const brief = run(['brief', 'PRK', 'JPN', '--record', record, '--format', 'md']);
  assert.equal(brief.status, 0);
  assert.ok(brief.stdout.includes('North Korea criticised Japan on Monday.'));
  assert.equal(run(['brief', 'PRK', 'JPN', '--record', record, '--format', 'odt']).status, 1);
  const drawn = run(['relation', 'PRK', 'JPN', '--record', record]);
  assert.match(drawn.stdout, /North Korea → Japan: one event from one source[^\n]*\n[\s\S]*0 ┼─+\n[\s\S]*█/);
  assert.equal(run(['read', '--record', record, '--date', 'yesterday', sources[0]!]).status, 1);
});

test('check lints a dictionary with codes', () => {
  const { status, stdout } = run(['check', file('d.yaml', '- names: [Foo Front]\n  country: QQQ\n')]);
  assert.equal(status, 1);
  assert.match(stdout, /^A\d+ /);
});

test('everything has an answer for programs', () => {
  const record = join(folder, 'json.duckdb');
  const json = (...args: string[]) => JSON.parse(run([...args, '--json']).stdout);
  const read = json('read', '--record', record, file('one.txt', 'Iran criticised Iraq.'), join(folder, 'none.txt'));
  assert.deepEqual([read.read, read.known, read.refused, read.refusals.length], [1, 0, 1, 1]);
  assert.equal(json('export', '--record', record, '--format', 'csv', '--out', join(folder, 'out.csv')).reports, 1);
  assert.equal(json('events', 'IRN', 'IRQ', '--record', record).type, 'ACCUSE');
  assert.match(json('check', file('e.yaml', '- names: [Foo Front]\n  country: QQQ\n')).findings[0].code, /^A\d/);
  assert.ok(json('explain', 'Iran met Iraq.').lines.length > 3);
  const parsed = JSON.parse(run(['parse', '--json'], line('p', 'Iran agreed.')).stdout);
  assert.equal(parsed.sentences[0].words[0].form, 'Iran');
});

test('dictionaries in the configuration folder go before the built-in ones, and named ones before them', () => {
  const config = mkdtempSync(join(folder, 'config-'));
  mkdirSync(join(config, 'actors'));
  writeFileSync(
    join(config, 'actors', 'mine.yaml'),
    '- code: NORBLU\n  names: [The Blues]\n  country: NOR\n  sector: PTY\n',
  );
  const ask = (...options: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'who', ...options],
      {
        cwd: ROOT,
        input: '{"id":1,"text":"the Blues","date":"2023-01-01"}\n',
        encoding: 'utf8',
        env: { ...process.env, DRAGOMAN_CONFIG: config },
      },
    );
    assert.equal(status, 0, stderr);
    const [actor] = JSON.parse(stdout).actors;
    return [actor?.country, actor?.sector];
  };
  assert.deepEqual(ask(), ['NOR', 'PTY']);
  const named = file('named.yaml', '- code: SWEBLU\n  names: [The Blues]\n  country: SWE\n  sector: LAB\n');
  assert.deepEqual(ask('--actors', named), ['SWE', 'LAB']);
});
