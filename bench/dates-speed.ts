/** Times `findDates`: milliseconds a sentence on a file of texts (JSON lines with `text`), and on hostile lines. */
import { readFileSync } from 'node:fs';
import { splitSentences } from '../src/text/index.ts';
import { findDates } from '../src/time/index.ts';

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: node --import tsx bench/dates-speed.ts texts.jsonl');

const articleOf = (text: string) => ({ id: 'bench', date: '2024-01-15', title: null, text });

function timed(name: string, texts: readonly string[], rounds: number): void {
  const split = texts.map((text) => ({ article: articleOf(text), sentences: splitSentences(articleOf(text)) }));
  const count = split.reduce((sum, { sentences }) => sum + sentences.length, 0);
  let [best, found] = [Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    found = split.reduce((sum, { article, sentences }) => sum + findDates(article, sentences).length, 0);
    best = Math.min(best, performance.now() - start);
  }
  console.log(
    `${name}\t${count} sentences\t${found} dates\t${best.toFixed(1)} ms\t${(best / count).toFixed(4)} ms each`,
  );
}

const texts = readFileSync(path, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);
timed('news', texts, 5);
for (const [name, unit] of [
  ['1,', '1,'],
  ['--', '--'],
  ['spaces', ' '],
  ['the past', 'the past '],
  ['may', 'May '],
  ['to be', 'to be on '],
  ['twenty', 'twenty-'],
  ['1 a', 'a few days '],
] as const)
  timed(name, [unit.repeat(20_000)], 1);
timed('5 MB', ['on May 1 2020, '.repeat(350_000)], 1);
