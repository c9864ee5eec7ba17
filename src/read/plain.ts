import { type Item, type Origin, toItem } from './item.ts';

const LONGEST_TITLE = 200;

/** A first line is a title where a blank line follows, it is short, and it does not end as a sentence does. */
function titleOf(text: string): { title: string | null; rest: string } {
  const found = /^[ \t]*(\S[^\n]*?)[ \t]*\n[ \t]*\n/.exec(text);
  const title = found?.[1] ?? '';
  if (!found || title.length > LONGEST_TITLE || /[.!?,;:]["”’']?$/.test(title)) return { title: null, rest: text };
  return { title, rest: text.slice(found[0].length).replace(/^\s*\n/, '') };
}

/** A plain text: one article, its first line the title where it looks like one. */
export function readPlain(text: string, { name, date = null, url = null, publisher = null }: Origin): Item {
  const unix = text.replace(/\r\n?/g, '\n').replace(/^\s*\n/, '');
  const { title, rest } = titleOf(unix);
  return toItem(name, { date, title, text: rest.trimEnd(), url, publisher });
}
