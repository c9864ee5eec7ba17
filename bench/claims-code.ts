/** Statements only, by the contract of `code`: for scoring the claims room before and apart from the others. */
import { createInterface } from 'node:readline';
import { findStatements } from '../src/claims/statements.ts';
import type { Article } from '../src/nouns.ts';
import { loadParserFromPackage } from '../src/parse/load.ts';
import { splitSentences } from '../src/text/index.ts';

const parser = loadParserFromPackage();
for await (const line of createInterface({ input: process.stdin })) {
  const article = { title: null, date: null, ...JSON.parse(line) } as Article;
  const sentences = splitSentences(article);
  const statements = findStatements(article, parser.parse(sentences), []);
  process.stdout.write(
    `${JSON.stringify({ id: article.id, sentences, statements, reports: [], mentions: [], dates: [] })}\n`,
  );
}
