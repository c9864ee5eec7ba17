import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Article, Sentence, Token } from '../nouns.ts';
import { daysOf, findDates } from './index.ts';

const article = (date: string | null, text: string): Article => ({ id: 'a', date, title: null, text });

const WORD = /[\p{L}\p{N}'’.-]*[\p{L}\p{N}]|\S/gu;

function tokensOf(line: string, start: number): Token[] {
  return [...line.matchAll(WORD)].map((m) => {
    const from = start + m.index;
    return { from, to: from + m[0].length, form: m[0] };
  });
}

/** Sentences of a case: they end at a stop before a capital letter. */
function sentencesOf(text: string): Sentence[] {
  let from = 0;
  return text.split(/(?<=\d\. )(?=\p{Lu})/u).map((line, index) => {
    const place = { from, to: from + line.length, part: 'text', index, paragraph: 0, kind: 'prose' } as const;
    const sentence = { ...place, section: null, dateline: null, tokens: tokensOf(line, from) };
    from += line.length;
    return sentence;
  });
}

const found = (date: string | null, text: string): string[] =>
  findDates(article(date, text), sentencesOf(text)).map((d) => `${d.text}|${d.type} ${d.value}`);

const CASES = readFileSync(new URL('../../lexicon/time/cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

for (const line of CASES) {
  test(line, () => {
    const [day, marked] = line.split(' | ') as [string, string];
    const wanted = [...marked.matchAll(/\{([^}]+)\}/g)].map((m) => m[1]);
    const text = marked.replace(/\{([^|}]+)\|[^}]+\}/g, '$1');
    assert.deepEqual(found(day === '-' ? null : day, text), wanted);
  });
}

test('days of values', () => {
  assert.deepEqual(daysOf('2024-02'), { from: '2024-02-01', to: '2024-02-29' });
  assert.deepEqual(daysOf('2024-W01'), { from: '2024-01-01', to: '2024-01-07' });
  assert.deepEqual(daysOf('2023-H2'), { from: '2023-07-01', to: '2023-12-31' });
  assert.deepEqual(daysOf('199'), { from: '1990-01-01', to: '1999-12-31' });
  assert.equal(daysOf('PAST_REF'), null);
});

test('windows end or begin on the day of publication', () => {
  const days = (text: string) => findDates(article('2024-05-15', text), sentencesOf(text)).map((d) => d.days);
  assert.deepEqual(days('Ten were hurt in the last 48 hours.'), [{ from: '2024-05-13', to: '2024-05-15' }]);
  assert.deepEqual(days('The army gained ground over the past year.'), [{ from: '2023-05-16', to: '2024-05-15' }]);
  assert.deepEqual(days('Talks go on for the next two weeks.'), [{ from: '2024-05-15', to: '2024-05-29' }]);
  assert.deepEqual(days('The siege lasted two weeks.'), [null]);
});

test('hostile text takes time in proportion to its length', () => {
  for (const piece of ['May 1 ', '12:', 'last last ', '1999-', 'a few years earlier ', 'the the ', 'will be ']) {
    const began = performance.now();
    found('2024-05-15', piece.repeat(40_000 / piece.length));
    assert.ok(performance.now() - began < 2000, piece);
  }
});
