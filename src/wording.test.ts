import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_TYPES } from './ontology.ts';
import {
  counted,
  dayInWords,
  daysInWords,
  didTo,
  didToParty,
  inSentence,
  listed,
  periodInWords,
  TYPE_WORDS,
  toDo,
  typeNoun,
} from './wording.ts';

test('every type, and every mode that has its own words, is one of the ontology', () => {
  assert.deepEqual(Object.keys(TYPE_WORDS).sort(), Object.keys(EVENT_TYPES).sort());
  for (const [type, { modes = {} }] of Object.entries(TYPE_WORDS)) {
    for (const mode of Object.keys(modes)) assert.ok(mode in EVENT_TYPES[type]!.modes, `${type}/${mode}`);
  }
});

test('no words claim that something took place', () => {
  assert.ok(!/happened|occurred|in fact/i.test(JSON.stringify(TYPE_WORDS)));
});

test('days and spans of days', () => {
  assert.equal(dayInWords('2023-09-05'), '5 September 2023');
  assert.equal(daysInWords('2023-09-05', '2023-09-05'), '5 September 2023');
  assert.equal(daysInWords('2022-07-01', '2022-07-31'), 'July 2022');
  assert.equal(daysInWords('2022-01-01', '2022-12-31'), '2022');
  assert.equal(daysInWords('2023-09-11', '2023-09-17'), '11 to 17 September 2023');
  assert.equal(daysInWords('2023-08-28', '2023-09-03'), '28 August 2023 to 3 September 2023');
  assert.equal(periodInWords('2023-09-25', 'week'), 'the week of 25 September 2023');
});

test('numbers, lists and verbs', () => {
  assert.deepEqual([counted(1, 'event'), counted(3210, 'event')], ['one event', '3,210 events']);
  assert.equal(listed(['A', 'B', 'C']), 'A, B and C');
  const names = ['United States', 'Russia', 'Central African Republic', 'The Hague', 'Cook Islands', 'Netherlands'];
  assert.deepEqual(names.map(inSentence), [
    ...['the United States', 'Russia', 'the Central African Republic', 'The Hague', 'the Cook Islands'],
    'the Netherlands',
  ]);
  assert.equal(didTo('CONSULT', 'visit'), 'visited');
  const expelled = (...kinds: string[]) =>
    didToParty({ type: 'SANCTION', mode: 'expel', recipients: kinds.map((kind) => ({ kind })) });
  assert.deepEqual(
    [expelled('country'), expelled('people'), expelled()],
    ['expelled officials of', 'expelled', 'expelled officials of'],
  );
  assert.equal(didTo('CONSULT', null), 'met or talked with');
  assert.equal(typeNoun('AID', true), 'acts of material aid');
});

test('what is planned is still to be done', () => {
  for (const [type, { modes = {} }] of Object.entries(TYPE_WORDS))
    for (const mode of [null, ...Object.keys(modes)])
      assert.doesNotMatch(toDo(didTo(type, mode)), /^(?:\S+ or )?\S+(?:ed|ave|ade|ew|oke)\b/);
  assert.equal(toDo(didTo('CONSULT', null)), 'meet or talk with');
  assert.equal(toDo(didTo('SANCTION', 'discontinue')), 'break off ties or talks with');
});
