/** What a speaker tells of himself in a quotation: "We demand …" is an event where the one who speaks is in politics. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

const reportsOf = (text: string) =>
  code({ id: 'x', date: '2024-03-05', title: null, text }, loadTools()).reports.map(
    ({ type, actors }) => `${actors[0]?.actors[0]?.country ?? '?'} ${type}`,
  );

test('a minister who says "we demand" demands, though he names nobody', () => {
  assert.deepEqual(reportsOf('"We demand a ceasefire at once," the French foreign minister said.'), ['FRA REQUEST']);
});

test('a singer who says so, or somebody unnamed, makes no event', () => {
  assert.deepEqual(reportsOf('"We demand silence at once," the singer said.'), []);
  assert.deepEqual(reportsOf('We demand silence at once.'), []);
});

test('an airstrike and the relative clause that tells what it did are one report', () => {
  assert.deepEqual(reportsOf('France condemned the airstrike by Syria that killed five soldiers.').sort(), [
    'FRA ACCUSE',
    'SYR ASSAULT',
  ]);
});

test('what coordinated verbs do to one another is one report', () => {
  const told = reportsOf('Rebels bombed and opened fire at a convoy of soldiers in Mali.');
  assert.equal(told.length, 1, told.join(', '));
});
