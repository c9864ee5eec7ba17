import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { testDesk } from '../server/testing.ts';
import { serveMcp } from './index.ts';

interface Answer {
  readonly id: number | null;
  readonly result?: {
    readonly tools?: readonly { name: string; inputSchema: { type: string } }[];
    readonly content?: readonly { text: string }[];
    readonly isError?: boolean;
    readonly protocolVersion?: string;
    readonly serverInfo?: { readonly version: string };
  };
  readonly error?: { readonly code: number };
}

test('an assistant is introduced, told the tools, and given sentences', async () => {
  const { desk, close } = await testDesk();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const call = (id: number, name: string, args: object) =>
    JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });
  input.end(
    [
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18' } }),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' }),
      call(3, 'events', { a: 'PRK', b: 'RUS', limit: 5 }),
      call(4, 'brief', { a: 'PRK', b: 'RUS' }),
      call(5, 'relation', { a: 'nobody at all', b: 'RUS' }),
      call(6, 'explain', { sentence: 'A met B.' }),
      call(7, 'events', { a: 'PRK', b: 'RUS', limit: 'many' }),
      call(9, 'evidence', { a: 'PRK', b: 'RUS', direction: 'forward', kind: 'cooperation', limit: 3 }),
      call(10, 'events', { a: 'PRK', b: 'RUS', since: '2024-02-30' }),
      call(11, 'events', { a: 'PRK', b: 'RUS', since: '2024-02-01', until: '2024-01-01' }),
      call(12, 'events', { a: 'PRK' }),
      call(13, 'compare', {
        a: 'PRK',
        b: 'RUS',
        since: '2022-01-01',
        until: '2023-12-31',
        against: '2020-01-01..2021-12-31',
      }),
      call(14, 'compare', { a: 'PRK', b: 'RUS', against: 'long ago' }),
      'no json',
      JSON.stringify({ jsonrpc: '2.0', id: 8, method: 'nothing' }),
    ].join('\n'),
  );
  const options = { version: '1.2.3', explain: (sentence: string) => [{ text: `tree of ${sentence}` }] };
  await serveMcp(desk, options, input as never, output as never);
  close();
  const answers = (output.read() as Buffer)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  const of = (id: number) => answers.find((a) => a.id === id)!;
  const textOf = (id: number) => of(id).result!.content![0]!.text;
  assert.equal(of(1).result!.protocolVersion, '2025-06-18');
  assert.deepEqual(
    of(2).result!.tools!.map((t) => t.name),
    ['relation', 'events', 'event', 'evidence', 'compare', 'brief', 'search', 'explain'],
  );
  assert.ok(of(2).result!.tools!.every((t) => t.inputSchema.type === 'object'));
  assert.match(textOf(3), /"Russia sent food to North Korea\."|artillery/);
  assert.match(textOf(4), /^# North Korea and Russia/);
  assert.equal(of(5).result!.isError, true);
  assert.equal(textOf(6), 'tree of A met B.');
  assert.equal(of(7).result!.isError, true);
  assert.match(textOf(9), /^\d+ reports, the newest 3:\n(?:- (?:Reported|Said): ".+" \(.+\)\n?){3}$/);
  assert.match(textOf(10), /^since: must be a day of the calendar/);
  assert.match(textOf(11), /^since 2024-02-01 is after until 2024-01-01$/);
  assert.match(textOf(12), /^b is missing$/);
  assert.equal(of(1).result!.serverInfo!.version, '1.2.3');
  assert.equal(answers.find((a) => a.id === null)!.error!.code, -32700);
  assert.equal(of(8).error!.code, -32601);
  assert.match(textOf(13), /^First 1 January 2020 to 31 December 2021 \(\d+ articles of coverage\)/);
  assert.match(textOf(13), /North Korea towards Russia: verbal cooperation \d+ then \d+/);
  assert.match(textOf(14), /is no period; write it as/);
  assert.equal(answers.length, 15);
});
