/** What a search found, as lines that lead somewhere. */
import type { SearchView } from '../../../src/rows.ts';
import { actorPath, articlePath, eventPath, relationPath } from '../../../src/server/addresses.ts';
import { STATUS_WORDS } from '../../../src/wording.ts';
import { betweenCode } from '../evidence.ts';
import { actorInWords, lineWithoutStatus, shortDay, sourceName } from '../words.ts';

export interface Hit {
  readonly group: string;
  readonly href: string;
  readonly text: string;
  readonly more: string;
  /** How many events there are, and the evidence that shows them; a page tells both, a list that drops down neither. */
  readonly n?: number;
  readonly show?: string;
}

/** The text, or as many of its words as fit and a mark that there are more. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const short = text.slice(0, longest);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), longest / 2))} …`;
}

/** `longest` is the number of characters of a sentence that has room. */
export function hitsOf(found: SearchView | null, longest = 160): Hit[] {
  if (!found) return [];
  return [
    ...found.relations.map(({ a, b, events }) => ({
      ...{ group: 'Relations', href: relationPath(a.key, b.key) },
      ...{ text: `${a.name} and ${b.name}`, more: '', n: events },
      show: betweenCode({ a: a.key, b: b.key, direction: 'both' }),
    })),
    ...found.actors.map((actor) => ({
      ...{ group: 'Actors', href: actorPath(actor.key), text: actor.name },
      ...{ more: actorInWords(actor), n: actor.events },
      show: betweenCode({ a: actor.key, b: 'any', direction: 'both' }),
    })),
    ...found.events.map((event) => ({
      ...{ group: 'Events', href: eventPath(event.id), text: lineWithoutStatus(event) },
      more: [STATUS_WORDS[event.status], event.from && shortDay(event.from)].filter(Boolean).join(', '),
    })),
    ...found.sentences.map(({ source, sentence }) => ({
      ...{
        group: 'Sentences',
        href: `${articlePath(source.article)}?at=${sentence.index}`,
        text: cut(sentence.text, longest),
      },
      more: `${sourceName(source)}${source.published ? `, ${shortDay(source.published)}` : ''}`,
    })),
  ];
}
