/** Who is named: the cases of lexicon/actors/cases.tsv, read by the whole program. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { before } from 'node:test';
import { code, type Tools } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

const CASES = readFileSync(new URL('../lexicon/actors/cases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [date: string, text: string, words: string, country: string, sector: string]);

let tools: Tools;
before(() => {
  tools = loadTools();
});

/** What the last mention of these words is: "-" where a state or sector is not known, "none" where nobody is mentioned. */
function told(date: string, text: string, words: string): string {
  const { mentions } = code({ id: 'case', date, title: null, text }, tools);
  const same = mentions.filter((m) => m.text.toLowerCase() === words.toLowerCase()).at(-1);
  const actor = same?.actors[0];
  return same ? `${actor?.country ?? '-'} ${actor?.sector ?? '-'}` : 'none none';
}

for (const [date, text, words, country, sector] of CASES)
  test(`"${words}" in "${text}"`, () => assert.equal(told(date, text, words), `${country} ${sector}`));

test('every case says all five things', () => {
  assert.ok(CASES.length > 30);
  for (const fields of CASES) assert.equal(fields.filter(Boolean).length, 5, fields.join(' | '));
});

test('"their" behind two states, and what is theirs, is of both', () => {
  const text = 'Kenya and Peru agreed. The envoys met. This serves the two countries and their peoples.';
  const { mentions } = code({ id: 'two', date: '2022-03-01', title: null, text }, tools);
  for (const words of ['the two countries', 'their', 'their peoples']) {
    const found = mentions.find((m) => m.text === words);
    assert.deepEqual(
      found?.actors.map((a) => a.country),
      ['KEN', 'PER'],
      words,
    );
  }
});
