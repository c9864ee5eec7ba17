/** Sport, markets, weather, stories, names, metaphors: sentences that must give no report (`lexicon/events/not-events.txt`). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

test('what is no event gives no report', () => {
  const tools = loadTools();
  const sentences = readFileSync(new URL('../lexicon/events/not-events.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  assert.ok(sentences.length > 50);
  const told = sentences.flatMap((text) =>
    code({ id: 'x', date: '2024-03-05', title: null, text }, tools).reports.map((r) => `${text} — ${r.rule}`),
  );
  assert.deepEqual(told, []);
});
