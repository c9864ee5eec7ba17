import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Argument, Command, Option } from 'commander';
import type { Direction, Point } from '../rows.ts';
import { chartLines, chartScale } from './chart.ts';
import { completion, SHELLS } from './completion.ts';

function program(): Command {
  const made = new Command('dragoman');
  made
    .command('brief')
    .description("a brief: everybody's")
    .addOption(new Option('--format <format>', 'how').choices(['text', 'md']))
    .option('--json', 'as JSON');
  made.command('completion').addArgument(new Argument('<shell>').choices(['bash', 'zsh']));
  return made;
}

/** What bash would offer after these words; the last one is being typed. */
function offered(words: readonly string[]): string[] {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const script = `${completion(program(), 'bash')}\nCOMP_WORDS=(dragoman ${quoted}); COMP_CWORD=${words.length}; _dragoman; echo "\${COMPREPLY[@]}"`;
  const { stdout, status, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim().split(' ').filter(Boolean);
}

const hasBash = spawnSync('bash', ['-c', 'complete -p >/dev/null 2>&1; exit 0']).status === 0;

test('bash completes commands, options and values', { skip: !hasBash && 'no bash here' }, () => {
  assert.deepEqual(offered(['b']), ['brief']);
  assert.deepEqual(offered(['brief', '--f']), ['--format']);
  assert.deepEqual(offered(['brief', '--format', '']), ['text', 'md']);
  assert.deepEqual(offered(['completion', 'z']), ['zsh']);
  assert.deepEqual(offered(['help', 'b']), ['brief']);
  assert.deepEqual(offered(['brief', 'any']), []);
});

/** Lines that a shell prints for a script; null where there is no such shell. */
function printed(shell: string, args: readonly string[], script: string): string[] | null {
  const { stdout, stderr, status, error } = spawnSync(shell, [...args, '-c', script], { encoding: 'utf8' });
  if (error) return null;
  assert.equal(status, 0, stderr);
  return stdout.split('\n').filter(Boolean);
}

const ASKED: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
  [['b'], ['brief']],
  [
    ['brief', '--'],
    ['--format', '--json'],
  ],
  [
    ['brief', '--format', ''],
    ['md', 'text'],
  ],
  [['help', 'b'], ['brief']],
];

const hasFish = printed('fish', ['--no-config'], 'functions -q __fish_use_subcommand; and echo yes')?.[0] === 'yes';

test('fish completes commands, options and values', { skip: !hasFish && 'no fish here' }, () => {
  const script = completion(program(), 'fish');
  for (const [words, offered] of ASKED) {
    const line = ['dragoman', ...words].join(' ');
    const found = printed('fish', ['--no-config'], `${script}\ncomplete -C '${line}'`)!;
    assert.deepEqual(found.map((one) => one.split('\t')[0]!).sort(), offered, line);
  }
});

test('zsh completes commands, options and values', (t) => {
  // What zsh's completion system would be given: each candidate on a line, by what was typed so far.
  const stubs =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills these in
    'compdef() { :; }; compadd() { print -rl -- "$@"; }; _describe() { print -rl -- "${(@P)2}"; }; _files() { :; }';
  for (const [words, offered] of ASKED) {
    const quoted = ['dragoman', ...words].map((word) => `'${word}'`).join(' ');
    const script = `${stubs}\n${completion(program(), 'zsh')}\nwords=(${quoted}); CURRENT=$#words; _dragoman`;
    const found = printed('zsh', ['-f'], script);
    if (!found) return t.skip('no zsh here');
    const typed = words.at(-1)!;
    const names = found.map((one) => one.split(':')[0]!).filter((one) => one.startsWith(typed));
    assert.deepEqual(names.sort(), offered, words.join(' '));
  }
});

test('each shell has a script that names every command, with apostrophes quoted', () => {
  for (const shell of SHELLS) {
    const script = completion(program(), shell);
    for (const part of ['brief', 'completion', 'format', 'json']) assert.ok(script.includes(part), `${shell} ${part}`);
    if (shell !== 'bash') assert.ok(script.includes("everybody'\\''s"), shell);
  }
});

const point = (from: string, up: number, down: number): Point => ({
  ...{ from, to: from, events: up + down, intensity: null },
  quads: {
    ...{ 'verbal cooperation': up, 'material cooperation': 0 },
    ...{ 'verbal conflict': 0, 'material conflict': down },
  },
});
const plain = (text: string) => text;
const look = { columns: 40, cooperation: plain, conflict: plain, dim: plain };

test('a chart has its highest bar at the top, a zero line, and conflict below', () => {
  const points = [point('2022-11-01', 1, 0), point('2022-12-01', 5, 0), point('2023-01-01', 0, 2)];
  const direction = { points } as unknown as Direction;
  assert.deepEqual(chartLines(direction, chartScale([direction], 40), look), [
    '   5 ┤   ███',
    '     │   ███',
    '     │   ███',
    '     │   ███',
    '     │██████',
    '   0 ┼─────────',
    '     │      ███',
    '   2 ┤      ███',
    '      2022  2023',
  ]);
});

test('a long series fits the columns, and an empty one draws nothing', () => {
  const points = Array.from({ length: 500 }, (_, i) => point(`${2000 + Math.floor(i / 12)}-01-01`, i % 3, 0));
  const direction = { points } as unknown as Direction;
  const lines = chartLines(direction, chartScale([direction], 40), look);
  assert.ok(lines.every((line) => line.length <= 44));
  assert.deepEqual(chartLines({ points: [] } as unknown as Direction, { up: 1, down: 0 }, look), []);
});
