import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reality, Statement } from '../nouns.ts';
import { explainReality, readReality } from './index.ts';
import { type Case, readCases, readText, unmark } from './testing.ts';

/** Without the marks and stops around it, on which tastes differ. */
const core = (text: string): string => text.replace(/^[\s"“”'‘’]+|[\s"“”'‘’.,;:?!]+$/g, '').replace(/^that\s+/, '');

function describe(s: Statement): string {
  const content = s.content.map((c) => core(c.text)).join(' … ');
  return `${core(s.speaker?.text ?? 'nobody')} | ${s.cue.text} | ${content} ==> ${s.direct ? 'direct' : 'indirect'} ${s.stance}`;
}

function checkStatement({ name, marked, wanted }: Case): void {
  const { text, marks } = unmark(marked);
  const { statements } = readText(text);
  const cue = marks.find((m) => m.role === 'cue')!;
  const found = statements.filter((s) => s.cue.from < cue.from + cue.text.length && cue.from < s.cue.to);
  const all = statements.map(describe).join('\n') || 'nothing';
  if (wanted === 'none at the cue') {
    assert.equal(found.length, 0, `${name}: found\n${all}`);
    return;
  }
  const speaker = marks.find((m) => m.role === 'S')?.text;
  const content = marks.filter((m) => m.role === 'C').map((m) => core(m.text));
  const got = found.map(describe).map((d) => d.replace(/^[^|]*\| [^|]* \| /, (head) => (speaker ? head : `* | `)));
  const want = `${content.join(' … ')} ==> ${wanted}`;
  const hit = got.some((d) => d.endsWith(`| ${want}`) && (!speaker || d.startsWith(`${core(speaker)} |`)));
  assert.ok(hit, `${name}\nwanted: ${core(speaker ?? '-')} | ${cue.text} | ${want}\nfound:\n${all}`);
}

const toldAs = ({ modality, negated, historical, said }: Reality): string =>
  [
    modality,
    ...(negated ? ['negated'] : []),
    ...(historical ? ['historical'] : []),
    ...said.map((s) => `said ${s.speaker?.text ?? 'nobody'} ${s.stance}`),
  ].join(' ');

function checkReality({ name, marked, wanted }: Case): void {
  const { text, marks } = unmark(marked);
  const { article, trees, statements } = readText(text);
  const { from } = marks.find((m) => m.role === 'cue')!;
  const tree = trees.find((t) => t.sentence.from <= from && from < t.sentence.to)!;
  const word = tree.words.find((w) => w.from === from)!;
  const reality = readReality(tree, word.index, article, statements);
  const shape = tree.words.map((w) => `${w.form}/${w.deprel}^${tree.words[w.head]?.form ?? ''}`).join(' ');
  assert.equal(toldAs(reality), wanted, `${name}: ${text}\n${explainReality(reality).join('\n')}\n${shape}`);
}

for (const c of readCases('statements.cases')) test(`statement: ${c.name}`, () => checkStatement(c));

for (const c of readCases('reality.cases')) test(`reality: ${c.name}`, () => checkReality(c));
