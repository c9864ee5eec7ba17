import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readWrittenLexicon } from '../src/events/written.ts';
import { runCounterExamples, runExamples } from './examples.ts';

const OPEN = new URL('../lexicon/events/open.txt', import.meta.url);

/** Examples known not to pass, with their rule: "rule<TAB>example". */
const open = new Set(
  readFileSync(OPEN, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#')),
);

test('the linter finds nothing in the event lexicon', () => {
  assert.deepEqual(readWrittenLexicon().findings, []);
});

test('the lexicon is wide, and every sense has an example that must match', () => {
  const { data, examples } = readWrittenLexicon();
  const rules = new Set(data.senses.map((s) => s.rule));
  assert.ok(data.senses.length >= 2500, `${data.senses.length} predicate senses`);
  const shown = new Set(examples.filter((e) => e.match).map((e) => e.rule));
  assert.deepEqual(
    [...rules].filter((r) => !shown.has(r)),
    [],
  );
});

test('every sense has an example that must not match, and coded as an article none of them gives a report of the type', () => {
  const { data, examples } = readWrittenLexicon();
  const shown = new Set(examples.filter((e) => !e.match).map((e) => e.rule));
  assert.deepEqual(
    [...new Set(data.senses.map((s) => s.rule))].filter((r) => !shown.has(r)),
    [],
  );
  const failed = runCounterExamples().filter((o) => o.failure);
  assert.deepEqual(
    failed.map((o) => `${o.example.rule}\t${o.example.marked}: ${o.failure}; found: ${o.found}`),
    [],
  );
});

test('examples match, and counter-examples do not, but for those that are listed as open', () => {
  const failed = runExamples()
    .filter((o) => o.failure)
    .map((o) => ({ key: `${o.example.rule}\t${o.example.marked}`, why: `${o.failure}; found: ${o.found}` }));
  const fresh = failed.filter((f) => !open.has(f.key));
  assert.deepEqual(fresh, [], 'examples that fail and are not listed');
  const mended = [...open].filter((key) => !failed.some((f) => f.key === key));
  assert.deepEqual(mended, [], 'examples that are listed as open, but pass: take them off the list');
});
