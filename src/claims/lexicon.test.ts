import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSpeech } from './check.ts';
import { speechLexicon } from './load.ts';

test('the lexicon of speech has no faults', () => {
  assert.deepEqual(checkSpeech(speechLexicon()), []);
});

test('a fault is found and named', () => {
  const { effects, words } = speechLexicon();
  const cue = { name: 'x', kind: 'sings', stance: 'affirms', slots: [{ name: 'beside', of: null }], particle: null };
  const broken = { effects, words, cues: new Map([['verb hum', [cue as never]]]) };
  assert.deepEqual(
    checkSpeech(broken).map((f) => f.code),
    ['S201', 'S203'],
  );
});
