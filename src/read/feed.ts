/** RSS, Atom, RDF and JSON feeds: an article for each entry that carries text. */
import { parseFeed } from 'feedsmith';
import { dayOfTimestamp } from './day.ts';
import { htmlToText } from './html.ts';
import { type Item, type Origin, refuse, toItem } from './item.ts';

type Fields = Readonly<Record<string, unknown>>;

const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() || null;
  if (value && typeof value === 'object') return asText((value as Fields).value ?? (value as Fields).encoded);
  return null;
};

function linkOf(entry: Fields): string | null {
  const links = Array.isArray(entry.links) ? (entry.links as Fields[]) : [];
  const own = links.find((link) => link.rel === undefined || link.rel === 'alternate') ?? links[0];
  return asText(entry.url) ?? asText(entry.link) ?? asText(own?.href) ?? asText(entry.external_url);
}

/** The fullest text that an entry carries. */
function bodyOf(entry: Fields): string {
  const html = [entry.content, entry.content_html, entry.description, entry.summary]
    .map(asText)
    .find((text) => text !== null);
  const plain = asText(entry.content_text);
  return plain ?? (html ? htmlToText(html) : '');
}

function dayOf(entry: Fields): string | null {
  const dc = (entry.dc ?? {}) as Fields;
  const written = [entry.pubDate, entry.published, entry.date_published, dc.date, entry.updated, entry.date_modified];
  return dayOfTimestamp(written.map(asText).find((text) => text !== null));
}

function readEntry(entry: Fields, origin: Origin, publisher: string | null): Item {
  const title = asText(entry.title);
  const url = linkOf(entry);
  const name = `${origin.name}: ${url ?? title ?? 'an entry without a title'}`;
  return toItem(name, {
    date: origin.date ?? dayOf(entry),
    title: title && htmlToText(title),
    text: bodyOf(entry),
    url,
    publisher,
    language: null,
  });
}

/** Entries of a feed. A feed that cannot be read is one refusal. */
export function* readFeed(text: string, origin: Origin): Generator<Item> {
  let feed: Fields;
  try {
    feed = parseFeed(text).feed as Fields;
  } catch (error) {
    yield refuse(
      origin.name,
      `not a feed that can be read (${(error as Error).message.split('\n')[0]!.slice(0, 100)})`,
    );
    return;
  }
  const entries = (feed.items ?? feed.entries ?? []) as Fields[];
  if (!entries.length) yield refuse(origin.name, 'the feed has no entries');
  for (const entry of entries) yield readEntry(entry, origin, asText(feed.title) ?? origin.publisher ?? null);
}
