import { writeConllu } from '../parse/index.ts';
import { loadParserFromPackage } from '../parse/load.ts';
import { splitSentences } from '../text/index.ts';
import { dateOf, textOf } from './article.ts';
import { overLines } from './stream.ts';

/** `dragoman parse`: articles to CoNLL-U, or to a line of JSON each. */
export function parseCommand(files: readonly string[], options: { json?: boolean } = {}): Promise<number> {
  const parser = loadParserFromPackage();
  let line = 0;
  return overLines(
    files,
    (row) => {
      line += 1;
      const article = { id: String(row.id ?? line), date: dateOf(row), text: textOf(row), title: null };
      const trees = parser.parse(splitSentences(article));
      if (options.json)
        return `${JSON.stringify({ id: article.id, sentences: trees.map(({ words }) => ({ words })) })}\n`;
      return writeConllu(article.id, trees, article);
    },
    (raw, error) => {
      line += 1;
      if (options.json) return `${JSON.stringify({ id: idOf(raw), error: (error as Error).message })}\n`;
      return `# newdoc id = ${idOf(raw) ?? line}\n# error = ${(error as Error).message.replace(/\s+/g, ' ')}\n\n`;
    },
  );
}

const idOf = (raw: Buffer): string | null =>
  /"id"\s*:\s*"([^"\\]{1,200})"/.exec(raw.toString('utf8', 0, 4096))?.[1] ?? null;
