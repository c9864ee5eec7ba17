/**
 * Tokenised sentences of unlabelled news for train/teacher.py, one a line, words divided by spaces.
 *     node --import tsx train/sentences.ts ARTICLES.jsonl… > sentences.txt
 */
import { readFileSync } from 'node:fs';
import { splitSentences } from '../src/text/index.ts';

const seen = new Set<string>();
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const row = JSON.parse(line) as { text?: string; title?: string; summary?: string };
    const article = { id: '', date: null, title: row.title ?? null, text: row.text ?? row.summary ?? '' };
    for (const { tokens, kind } of splitSentences(article)) {
      if (kind === 'boilerplate' || kind === 'reference') continue;
      const words = tokens.map((t) => t.form).join(' ');
      if (seen.has(words)) continue;
      seen.add(words);
      process.stdout.write(`${words}\n`);
    }
  }
}
