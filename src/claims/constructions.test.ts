import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { explainReality, readReality, statusOf } from './index.ts';
import { readText, unmark } from './testing.ts';

const ROWS = readFileSync(new URL('cases/constructions.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^[a-z]+ \| /.test(line))
  .map((line) => line.split(' | ') as [string, string]);

test('the table of constructions is there', () => assert.ok(ROWS.length > 80));

for (const [status, marked] of ROWS)
  test(`${status}: ${marked}`, () => {
    const { text, marks } = unmark(marked);
    const { article, trees, statements } = readText(text);
    const { from } = marks.find((m) => m.role === 'cue')!;
    const tree = trees.find((t) => t.sentence.from <= from && from < t.sentence.to)!;
    const word = tree.words.find((w) => w.from === from)!;
    const reality = readReality(tree, word.index, article, statements);
    assert.equal(statusOf(reality), status, explainReality(reality).join('\n'));
  });

const HISTORY: readonly (readonly [boolean, string])[] = [
  [true, 'Rebels *seized* the town in 1953.'],
  [true, 'American pilots *bombed* the dam during the Korean War.'],
  [true, 'Vietnam *expelled* the traders in the 1970s.'],
  [true, 'The army *massacred* villagers decades ago.'],
  [true, 'Britain *occupied* the island three years ago.'],
  [true, 'The city marked the 70th anniversary of the *bombing*.'],
  [true, 'The 1988 *bombing* is still taught in schools.'],
  [false, 'Rebels *seized* the town last month.'],
  [false, 'Rebels *seized* the town on Monday.'],
  [false, 'The army *shelled* the camp during the talks.'],
  [false, 'Since 2011, the army has *shelled* the region.'],
  [false, 'A bomb *killed* ten people two days ago.'],
  [false, 'Leaders *met* to mark the 70th anniversary of the armistice.'],
];

for (const [historical, marked] of HISTORY)
  test(`${historical ? 'history' : 'news'}: ${marked}`, () => {
    const { text, marks } = unmark(marked);
    const { article, trees, statements } = readText(text);
    const tree = trees[0]!;
    const word = tree.words.find((w) => w.from === marks[0]!.from)!;
    assert.equal(readReality(tree, word.index, article, statements).historical, historical);
  });
