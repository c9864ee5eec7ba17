/** Deeds that somebody is charged with, or that a rejected claim tells; deeds of history. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Report } from '../src/nouns.ts';
import { code, type Tools } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

let tools: Tools;
before(() => {
  tools = loadTools();
});

const reportsOf = (text: string, date: string | null = '2024-03-05'): readonly Report[] =>
  code({ id: 'x', date, title: null, text }, tools).reports;

const statusesOf = (type: string, text: string): string[] =>
  reportsOf(text)
    .filter((r) => r.type === type)
    .map((r) => r.status);

test('what a rejected claim tells is a report of its own, denied', () => {
  for (const text of [
    'Niger rejected the claim that it had bombed Mali.',
    'Niger rejected reports that its troops had attacked villages in Mali.',
    'Niger dismissed allegations that its army had killed ten Malian civilians.',
    'Niger rejected the report of an attack on Mali by its troops.',
    'The claim that Niger had bombed Mali was rejected by Niamey.',
  ])
    assert.deepEqual(statusesOf('ASSAULT', text), ['denied'], text);
});

test('what a rejected offer or demand is about is nothing done', () => {
  for (const text of ['Niger rejected an offer to attack Mali.', 'Niger rejected a plan to bomb Mali.'])
    assert.deepEqual(statusesOf('ASSAULT', text), [], text);
});

test('a deed that the arrested are suspected of is alleged, their arrest told as it is', () => {
  for (const text of [
    'Two rebels suspected of killing a policeman were arrested in Mali.',
    'Rebels accused of shelling a Malian town were arrested.',
    'Mali arrested three rebels on suspicion of attacking a police station.',
  ]) {
    assert.deepEqual(statusesOf('ASSAULT', text), ['alleged'], text);
    assert.deepEqual(statusesOf('COERCE', text), ['reported'], text);
  }
});

const historical = (text: string, date: string | null = '2024-03-05'): boolean[] =>
  reportsOf(text, date).map((r) => r.historical);

test('deeds without a date are history behind a year long past in their paragraph', () => {
  const text = 'In June 1937 the guerrillas crossed the river. They attacked a Japanese police station.';
  assert.deepEqual(historical(text), [true]);
  assert.deepEqual(historical(text, null), [true]);
  assert.deepEqual(historical('The front was founded in the 1930s. Its fighters attacked a Japanese garrison.'), [
    true,
  ]);
});

test('a year long past makes nothing else history', () => {
  for (const text of [
    'The army was founded in 1932. On Monday it attacked rebels in Mali. The rebels killed two soldiers.',
    'The bridge was built in 1953.\n\nRebels attacked Mali.',
    'The front was founded in 1975. Its fighters have attacked Mali.',
    'Rebels attacked Mali. The front was founded in 1975.',
    'The bridge was built in 2019. Rebels attacked Mali.',
  ])
    assert.ok(historical(text).length > 0 && historical(text).every((h) => !h), text);
});
