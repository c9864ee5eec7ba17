import { codingOut } from '../contract.ts';
import { code, type Tools } from '../pipeline.ts';
import { loadTools } from '../tools.ts';
import { articleOf } from './article.ts';
import { userDictionaries } from './dictionaries.ts';
import type { Row } from './lines.ts';
import { overLines, overLinesInThreads, readJobs } from './stream.ts';

export interface CodeOptions {
  readonly actors: readonly string[];
  readonly roles: readonly string[];
  readonly jobs: string;
}

/** The line of output for a line of input. */
export function codeLine(row: Row, tools: Tools): string {
  return `${JSON.stringify(codingOut(code(articleOf(row), tools), row.id))}\n`;
}

/** `dragoman code`: articles to codings. */
export function codeCommand(files: readonly string[], { actors, roles, jobs }: CodeOptions): Promise<number> {
  const threads = readJobs(jobs);
  const dictionaries = userDictionaries({ actors, roles });
  const tools = loadTools(dictionaries);
  if (threads === 1) return overLines(files, (row) => codeLine(row, tools));
  return overLinesInThreads(
    files,
    threads,
    new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url),
    dictionaries,
  );
}
