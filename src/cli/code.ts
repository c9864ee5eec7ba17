import { codingOut } from '../contract.ts';
import { code } from '../pipeline.ts';
import { loadTools } from '../tools.ts';
import { articleOf } from './article.ts';
import { overLines } from './stream.ts';

export interface CodeOptions {
  readonly actors: readonly string[];
  readonly roles: readonly string[];
  readonly jobs: string;
}

/** `dragoman code`: articles to codings. */
export function codeCommand(files: readonly string[], options: CodeOptions): Promise<number> {
  const tools = loadTools(options);
  return overLines(files, (row) => `${JSON.stringify(codingOut(code(articleOf(row), tools), row.id))}\n`);
}
