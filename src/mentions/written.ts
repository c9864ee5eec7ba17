/** Names as they are written: the reader of mentions puts the words of a tree together with spaces. */
import type { Actor, Mention } from '../nouns.ts';

const GAP = /\s(?=['’]s?(?:\s|$))|(?<=\p{L}|\d)\s(?=[-–]\s)|(?<=[\p{L}\d]\s?[-–])\s/gu;

const closed = (words: string): string => words.replace(GAP, '');

const letters = (words: string): string => words.replace(/\s+/g, '');

function written(actor: Actor, text: string): Actor {
  const own = actor.id === undefined && letters(actor.name) === letters(text);
  const name = own ? text.replace(/\s+/g, ' ') : actor.id === undefined ? closed(actor.name) : actor.name;
  return {
    ...{ ...actor, name },
    ...(actor.office !== undefined && { office: closed(actor.office) }),
    ...(actor.because !== undefined && { because: closed(actor.because) }),
  };
}

/** The mentions with names, offices and reasons as the text has them ("secretary-general", "the Party's congress"). */
export const asWritten = (mentions: readonly Mention[]): Mention[] =>
  mentions.map((m) => ({ ...m, actors: m.actors.map((a) => written(a, m.text)) }));
