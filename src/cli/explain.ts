import pc from 'picocolors';
import { InputError } from '../errors.ts';
import { explainSentence } from '../explain.ts';
import { EVENT_TYPES } from '../ontology.ts';
import { isCalendarDate } from './article.ts';
import { toolsWith } from './dictionaries.ts';

export interface ExplainOptions {
  readonly date?: string;
  readonly json?: boolean;
  readonly whyNot?: string;
  readonly actors: readonly string[];
  readonly roles: readonly string[];
}

/**
 * `dragoman explain`: the tree of a sentence, what was found in it, which rule won, and which came near; with the
 * dictionaries that `code` would have. Throws InputError at an option or dictionary that cannot be read.
 */
export function explainCommand(sentence: string, options: ExplainOptions): number {
  const date = options.date ?? null;
  if (date !== null && !isCalendarDate(date))
    throw new InputError(`--date must be a day of the calendar as YYYY-MM-DD, not "${date}"`);
  const type = options.whyNot?.toUpperCase() ?? null;
  if (type !== null && !(type in EVENT_TYPES))
    throw new InputError(`--why-not must be one of ${Object.keys(EVENT_TYPES).join(', ')}, not "${options.whyNot}"`);
  const lines = explainSentence(sentence, date, toolsWith({ actors: options.actors, roles: options.roles }), type);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ sentence, date, lines })}\n`);
    return 0;
  }
  const colour = process.stdout.isTTY ? pc : pc.createColors(false);
  for (const { kind, text } of lines) {
    process.stdout.write(`${kind === 'head' ? `\n${colour.bold(text)}` : kind === 'dim' ? colour.dim(text) : text}\n`);
  }
  return 0;
}
