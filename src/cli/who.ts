import { loadActorsFromPackage } from '../actors/load.ts';
import { actorOut } from '../contract.ts';
import { dateOf, textOf } from './article.ts';
import { userDictionaries } from './dictionaries.ts';
import { overLines } from './stream.ts';

/** `dragoman who`: noun phrases to actors. */
export function whoCommand(
  files: readonly string[],
  options: { actors: readonly string[]; roles: readonly string[] },
): Promise<number> {
  const index = loadActorsFromPackage(userDictionaries(options));
  return overLines(files, (row) => {
    const context = typeof row.context === 'string' ? row.context : null;
    return `${JSON.stringify({ id: row.id, actors: index.who(textOf(row), dateOf(row), context).map(actorOut) })}\n`;
  });
}
