import { actorOut } from '../contract.ts';
import { whoIs } from '../pipeline.ts';
import { loadTools } from '../tools.ts';
import { dateOf, textOf } from './article.ts';
import { overLines } from './stream.ts';

/** `dragoman who`: noun phrases to actors. */
export function whoCommand(
  files: readonly string[],
  options: { actors: readonly string[]; roles: readonly string[] },
): Promise<number> {
  const tools = loadTools(options);
  return overLines(files, (row) => {
    const context = typeof row.context === 'string' ? row.context : null;
    const actors = whoIs(textOf(row), dateOf(row), context, tools);
    return `${JSON.stringify({ id: row.id, actors: actors.map(actorOut) })}\n`;
  });
}
