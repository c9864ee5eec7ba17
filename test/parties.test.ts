/** Who acts and who is addressed, where the words for it stand apart from the predicate; and how sure a report is. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Mention, Report } from '../src/nouns.ts';
import { code, type Tools } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

let tools: Tools;
before(() => {
  tools = loadTools();
});

const reportsOf = (text: string): readonly Report[] =>
  code({ id: 'x', date: '2024-03-05', title: null, text }, tools).reports;

const states = (list: readonly Mention[]): (string | null)[] =>
  list.flatMap((m) => m.actors.map((a) => a.country)).sort();

const told = (text: string): string[] =>
  reportsOf(text).map((r) => `${states(r.actors).join('+')} ${r.type} ${states(r.recipients).join('+')}`.trim());

test('who says "we urge" urges', () => {
  assert.deepEqual(told('"We urge Sudan to open the border," said the foreign minister of Kenya.'), [
    'KEN REQUEST SDN',
  ]);
});

test('a promise and a refusal are his who gives them, though the thing would be mutual', () => {
  assert.deepEqual(told('Chad will hold talks with Libya next week.'), ['TCD AGREE LBY']);
  assert.deepEqual(told('Chad will not hold talks with Libya.'), ['TCD REJECT LBY']);
});

test('what somebody says he would do to another is a threat', () => {
  assert.deepEqual(told('Chad said it would attack Libya.'), ['TCD THREATEN LBY']);
});

test('an agent behind another phrase of the passive', () => {
  assert.deepEqual(told('Libya was threatened with war by Chad.'), ['TCD THREATEN LBY']);
});

test('all states that own a group of people are there', () => {
  assert.deepEqual(told('The navies of Chile, Peru and Ecuador held joint exercises.'), ['CHL+ECU+PER COOPERATE']);
});

test('a predicate that another one has among its words is no event of its own', () => {
  assert.deepEqual(told('Bolivian miners staged a strike against the government of Peru.'), ['BOL PROTEST PER']);
});

test('thanks at home are no event, thanks abroad are', () => {
  assert.deepEqual(told('The French president thanked the French police.'), []);
  assert.deepEqual(told('The French president thanked the Italian police.'), ['FRA SUPPORT ITA']);
});

test('confidence falls where the recipient is left out or the word stands aside', () => {
  const sure = (text: string): number => reportsOf(text)[0]!.confidence;
  const both = sure('Chad attacked Libya.');
  assert.ok(both > sure('Chad attacked at dawn.'));
  assert.ok(both > 0.5 && both < 1);
});

test('the trace tells what a confidence rests on', () => {
  const [report] = reportsOf('Chad condemned Libya.');
  assert.ok(report!.trace.because.some((t) => t.rule === 'confidence' && /actor known/.test(t.note)));
});

test('where a meeting is held is no party to it', () => {
  assert.deepEqual(told('The foreign ministers of Chad and Libya agreed to a meeting in Malta.'), ['LBY+TCD AGREE']);
});

test('who only backs the one who is asked is not asked', () => {
  assert.ok(
    told('Residents asked the mayor of Lagos, who is supported by France, to resign.').includes('NGA REQUEST NGA'),
  );
});

test('what is handed over is not whom it is handed to', () => {
  assert.deepEqual(told('Kenya handed over six helicopters and two tanks to Uganda.'), ['KEN AID UGA']);
});

test('a one-party state tells nothing of itself, but of others it does', () => {
  assert.deepEqual(told('The Cuban premier sent gifts to the farmers of Holguin.'), []);
  assert.deepEqual(told('The Cuban premier sent gifts to the farmers of Angola.'), ['CUB AID AGO']);
});

test('what demands include is demanded', () => {
  assert.deepEqual(
    reportsOf("The strikers' demands include an investigation of the police of Peru.").map((r) => r.type),
    ['REQUEST'],
  );
});

test('what happened in the last century is history', () => {
  const [report] = reportsOf('Japan occupied Korea in the last century.');
  assert.equal(report!.historical, true);
});
