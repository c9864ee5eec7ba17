/** A relation as a feed to follow: Atom (RFC 4287) and JSON Feed 1.1. Pure. */
import type { EventRow, RelationView } from '../rows.ts';
import { counted, dayInWords } from '../wording.ts';
import { eventPath, pairPath, relationPath } from './addresses.ts';

const FEED_EVENTS = 50;
/** A feed has to have a date, and an empty record has none. */
const NEVER = '1970-01-01';

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes, and drops the control characters that XML cannot carry. */
const xml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (c) => XML[c]!);

const dayOf = (event: EventRow): string => event.told.source.published ?? event.from ?? NEVER;

const titleOf = ({ a, b }: RelationView): string => `${a.name} and ${b.name}`;

function summaryOf(event: EventRow): string {
  const { told, origins } = event;
  const source = [told.source.publisher, told.source.published && dayInWords(told.source.published)];
  const from = origins === 1 ? 'one source' : counted(origins, 'independent source');
  return `${told.text} (${[...source, from].filter(Boolean).join(', ')})`;
}

/** Newest publication first. */
function newest(view: RelationView): EventRow[] {
  const key = (event: EventRow) => `${dayOf(event)} ${event.id}`;
  return [...view.events].sort((x, y) => (key(x) < key(y) ? 1 : -1)).slice(0, FEED_EVENTS);
}

/** `origin` is the address of this server ("http://127.0.0.1:4777"). */
export function atomFeed(view: RelationView, origin: string): string {
  const events = newest(view);
  const page = `${origin}${relationPath(view.a.key, view.b.key)}`;
  const updated = events.map(dayOf).sort().at(-1) ?? NEVER;
  const entries = events.map(
    (event) => `  <entry>
    <id>urn:dragoman:event:${xml(encodeURIComponent(event.id))}</id>
    <title>${xml(event.line)}</title>
    <link rel="alternate" href="${xml(origin + eventPath(event.id))}"/>
    <updated>${dayOf(event)}T00:00:00Z</updated>
    <summary>${xml(summaryOf(event))}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:dragoman:relation:${xml(pairPath(view.a.key, view.b.key))}</id>
  <title>${xml(titleOf(view))}</title>
  <subtitle>${xml(view.assessment.text)}</subtitle>
  <author><name>Dragoman</name></author>
  <link rel="alternate" href="${xml(page)}"/>
  <link rel="self" href="${xml(`${origin}/api/relations/${pairPath(view.a.key, view.b.key)}/feed.atom`)}"/>
  <updated>${updated}T00:00:00Z</updated>
${entries.join('\n')}
</feed>
`;
}

export function jsonFeed(view: RelationView, origin: string) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(view),
    description: view.assessment.text,
    home_page_url: `${origin}${relationPath(view.a.key, view.b.key)}`,
    feed_url: `${origin}/api/relations/${pairPath(view.a.key, view.b.key)}/feed.json`,
    items: newest(view).map((event) => ({
      id: event.id,
      url: `${origin}${eventPath(event.id)}`,
      title: event.line,
      content_text: summaryOf(event),
      date_published: `${dayOf(event)}T00:00:00Z`,
      tags: [event.status, event.quad],
    })),
  };
}
