/** What a search found, as lines that lead somewhere. */
import type { SearchView } from '../../../src/rows.ts';
import { actorPath, articlePath, eventPath, relationPath } from '../../../src/server/addresses.ts';
import { STATUS_WORDS } from '../../../src/wording.ts';
import { actorInWords, counted, lineWithoutStatus, shortDay, sourceName } from '../words.ts';

export interface Hit {
  readonly group: string;
  readonly href: string;
  readonly text: string;
  readonly more: string;
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
      ...{ text: `${a.name} and ${b.name}`, more: counted(events, 'event') },
    })),
    ...found.actors.map((actor) => ({
      ...{ group: 'Actors', href: actorPath(actor.key), text: actor.name },
      more: `${actorInWords(actor)}, ${counted(actor.events, 'event')}`,
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
