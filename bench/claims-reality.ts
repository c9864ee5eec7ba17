/**
 * Reality of gold event words, apart from finding events: `node --import tsx bench/claims-reality.ts FILE [--show N]`.
 * FILE has one JSON object a line: `{"id", "text", "date", "corpus", "events": [{"start", "end", "text", …}]}`.
 */
import { readFileSync } from 'node:fs';
import { findStatements, readReality, statusOf } from '../src/claims/index.ts';
import type { Article, Reality, Tree } from '../src/nouns.ts';
import { loadParserFromPackage } from '../src/parse/load.ts';
import { splitSentences } from '../src/text/index.ts';

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value?: number;
  readonly certainty?: string;
  readonly polarity?: string;
  readonly time?: string;
}

const CLASSES = ['actual', 'negated', 'future', 'hypothetical', 'unrealised'] as const;

function accepted({ value, certainty, polarity, time }: Gold, corpus: string): [string, string[]] | null {
  if (corpus === 'uw') {
    if (value! >= 1.5) return ['actual', ['actual']];
    return value! <= -1 ? ['negated', ['negated']] : ['unrealised', ['future', 'hypothetical']];
  }
  if (!certainty) return null;
  if (polarity === 'NEG') return ['negated', ['negated']];
  if (time === 'FUTURE') return ['future', certainty === 'CERTAIN' ? ['future'] : ['future', 'hypothetical']];
  if (certainty !== 'CERTAIN') return ['hypothetical', ['hypothetical']];
  return polarity === 'POS' && time === 'NON_FUTURE' ? ['actual', ['actual']] : null;
}

function answerOf(reality: Reality): string {
  if (reality.negated || statusOf(reality) === 'denied') return 'negated';
  return reality.modality;
}

const [file, , shown] = process.argv.slice(2);
const parser = loadParserFromPackage();
const counts = new Map<string, { right: number; all: number }>();
const failures: string[] = [];

/** Offsets in code points to UTF-16. */
function placer(text: string): (at: number) => number {
  const points = [...text];
  const sums = [0];
  for (const p of points) sums.push(sums.at(-1)! + p.length);
  return (at) => sums[at] ?? text.length;
}

function judge(article: Article, corpus: string, trees: readonly Tree[], gold: Gold): void {
  const want = accepted(gold, corpus);
  if (!want) return;
  const place = placer(article.text);
  const [from, to] = [place(gold.start), place(gold.end)];
  const tree = trees.find((t) => t.sentence.from < to && from < t.sentence.to);
  const inside = tree?.words.filter((w) => w.from < to && from < w.to) ?? [];
  const word = inside.find((w) => !inside.some((o) => o.index === w.head)) ?? inside[0];
  if (!tree || !word) return;
  const reality = readReality(tree, word.index, article, findStatements(article, trees, []));
  const answer = answerOf(reality);
  const count = counts.get(want[0]) ?? { right: 0, all: 0 };
  counts.set(want[0], count);
  count.all++;
  if (want[1].includes(answer)) count.right++;
  else
    failures.push(
      `${want[0]} got ${answer} [${gold.text}] ${article.text.slice(tree.sentence.from, tree.sentence.to)}\n     ${reality.steps.join(' | ')}`,
    );
}

for (const line of readFileSync(file!, 'utf8').split('\n').filter(Boolean)) {
  const row = JSON.parse(line);
  const article: Article = { id: row.id, date: row.date ?? '2000-01-01', title: null, text: row.text };
  const trees = parser.parse(splitSentences(article));
  for (const gold of row.events) judge(article, row.corpus, trees, gold);
}

let sum = 0;
for (const name of CLASSES) {
  const c = counts.get(name);
  if (!c) continue;
  sum += c.right / c.all;
  process.stdout.write(`${name} ${((100 * c.right) / c.all).toFixed(1)} ${c.right}/${c.all}\n`);
}
process.stdout.write(`mean recall ${(sum / counts.size).toFixed(3)}\n`);
for (const f of failures.filter((_, i) => i % Math.max(1, Math.floor(failures.length / Number(shown ?? 1))) === 0)) {
  if (shown) process.stdout.write(`${f}\n`);
}
