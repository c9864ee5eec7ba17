/** Briefs as text, Markdown, HTML and JSON. */
import type { Brief, BriefLine, Citation, Dispute } from '../rows.ts';
import { dayInWords, daysInWords, STATUS_WORDS } from '../wording.ts';

export type BriefFormat = 'text' | 'md' | 'html' | 'json';

/** A brief before it is written: headings, paragraphs and lists, still without marks. */
type Block =
  | {
      readonly kind: 'title' | 'headline' | 'heading' | 'note' | 'paragraph' | 'quote';
      readonly text: string;
      readonly cites?: readonly Citation[];
    }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly cites: readonly Citation[] }[] }
  | { readonly kind: 'sources'; readonly cites: readonly Citation[] };

/** "27 July 2023, planned: …" */
function framed(line: BriefLine): { text: string; cites: readonly Citation[] } {
  const day = line.day ? daysInWords(line.day, line.until) : null;
  const status = line.status ? STATUS_WORDS[line.status].toLowerCase() : null;
  const frame = [day, status].filter((part) => part !== null).join(', ');
  // The dash of a list, where it belongs to the sentence.
  const words = line.text.replace(/^[-–—•*]+\s+/, '');
  const text = frame ? `${frame}: ${words}` : words;
  return { text: text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()), cites: line.cites };
}

function section(heading: string, lines: readonly BriefLine[]): Block[] {
  return lines.length
    ? [
        { kind: 'heading', text: heading },
        { kind: 'list', items: lines.map(framed) },
      ]
    : [];
}

function quoteBlocks({ quote }: Brief): Block[] {
  if (!quote) return [];
  const says = quote.office !== null && !quote.speaker.toLowerCase().includes(quote.office.toLowerCase());
  const by = says ? `${quote.speaker}, ${quote.office}` : quote.speaker;
  const when = quote.day ? `, in an article of ${dayInWords(quote.day)}` : '';
  return [
    { kind: 'heading', text: 'Crucial quote' },
    { kind: 'quote', text: `${quote.words.join(' … ')} — ${by}${when}`, cites: quote.cites },
  ];
}

const DISPUTE_WORDS: Readonly<Record<Dispute['kind'], string>> = {
  answered: 'Claim.',
  together: 'Claim and denial.',
  alone: 'Denial of a claim that is not told here.',
};

function disputeBlocks({ disputed }: Brief): Block[] {
  if (!disputed.length) return [];
  const items = disputed.flatMap(({ kind, claim, denials }) => [
    { text: `${DISPUTE_WORDS[kind]} ${framed(claim).text}`, cites: claim.cites },
    ...denials.map((denial) => ({ text: `Against it. ${framed(denial).text}`, cites: denial.cites })),
  ]);
  return [
    { kind: 'heading', text: 'What is disputed' },
    { kind: 'list', items },
  ];
}

function furtherBlocks({ further }: Brief): Block[] {
  if (!further.length) return [];
  const items = further.map(({ title, publisher, url }) => ({
    text: [publisher ? `${title} (${publisher})` : title, url].filter(Boolean).join(' '),
    cites: [],
  }));
  return [
    { kind: 'heading', text: 'Further reading' },
    { kind: 'list', items },
  ];
}

function blocksOf(brief: Brief): Block[] {
  const { headline, topline, notes, tangent } = brief;
  return [
    { kind: 'title', text: brief.title },
    // Without a headline of its own a brief has its title once.
    ...(headline.text === brief.title
      ? []
      : [{ kind: 'headline', text: headline.text, cites: headline.cites } as const]),
    ...notes.map((text): Block => ({ kind: 'note', text })),
    ...(topline ? [{ kind: 'paragraph', ...framed(topline) } as const] : []),
    ...section('What changed', brief.changes),
    ...section('Key facts', brief.facts),
    ...section('Key background', brief.background),
    ...quoteBlocks(brief),
    ...disputeBlocks(brief),
    ...section('Measures (a lookup, not a judgement of law)', brief.measures),
    ...section('Tangent', tangent ? [tangent] : []),
    ...furtherBlocks(brief),
    ...(brief.sources.length
      ? [{ kind: 'heading', text: 'Sources' } as const, { kind: 'sources', cites: brief.sources } as const]
      : []),
  ];
}

const marks = (cites: readonly Citation[] = []): string =>
  cites.length ? ` [${cites.map((cite) => cite.number).join('][')}]` : '';

function sourceText({ source, sentence }: Citation): string {
  const title = source.title ? `“${source.title}”` : `article ${source.article}`;
  const day = source.published ? dayInWords(source.published) : 'no date';
  const place = sentence.part === 'title' ? 'headline' : `sentence ${sentence.index + 1}`;
  return [title, source.publisher, day, place, source.url].filter(Boolean).join(', ');
}

const WIDTH = 96;

/** Breaks a paragraph at spaces; later lines are indented as the first one's text. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join(`\n${indent}`);
}

const TEXT: Readonly<Record<Block['kind'], (block: never) => string>> = {
  title: ({ text }: { text: string }) => `${text.toUpperCase()}\n`,
  headline: ({ text, cites }: { text: string; cites?: Citation[] }) => `${wrap(text + marks(cites))}\n`,
  note: ({ text }: { text: string }) => `${wrap(text)}`,
  heading: ({ text }: { text: string }) => `\n${text}`,
  paragraph: ({ text, cites }: { text: string; cites?: Citation[] }) => `\n${wrap(text + marks(cites))}`,
  quote: ({ text, cites }: { text: string; cites?: Citation[] }) => `    ${wrap(text + marks(cites), '    ')}`,
  list: ({ items }: { items: { text: string; cites: Citation[] }[] }) =>
    items.map((item) => `  - ${wrap(item.text + marks(item.cites), '    ')}`).join('\n'),
  sources: ({ cites }: { cites: Citation[] }) =>
    cites.map((cite) => `  [${cite.number}] ${wrap(sourceText(cite), '      ')}`).join('\n'),
};

/** Text from sources is data: what Markdown would read as marks is escaped. */
const escapeWords = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
/** A web address at the end of a line: it stands in angle brackets, as it is. */
const ADDRESS = /(?<=^|\s)https?:\/\/[^\s<>]+$/;
function escapeMd(text: string): string {
  const url = ADDRESS.exec(text)?.[0];
  return url ? `${escapeWords(text.slice(0, -url.length))}<${url}>` : escapeWords(text);
}
const md = ({ text, cites }: { text: string; cites?: readonly Citation[] }): string =>
  escapeMd(text) + (cites?.length ? ` ${cites.map((c) => `[^${c.number}]`).join('')}` : '');

const MARKDOWN: typeof TEXT = {
  title: (block: { text: string }) => `# ${md(block)}\n`,
  headline: (block: { text: string }) => `**${md(block)}**\n`,
  note: (block: { text: string }) => `*${md(block)}*\n`,
  heading: (block: { text: string }) => `## ${md(block)}\n`,
  paragraph: (block: { text: string }) => `${md(block)}\n`,
  quote: (block: { text: string }) => `> ${md(block)}\n`,
  list: ({ items }: { items: { text: string }[] }) => `${items.map((item) => `- ${md(item)}`).join('\n')}\n`,
  sources: ({ cites }: { cites: Citation[] }) =>
    cites.map((cite) => `[^${cite.number}]: ${escapeMd(sourceText(cite))}`).join('\n'),
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeMarks = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);
function escapeHtml(text: string): string {
  const url = ADDRESS.exec(text)?.[0];
  if (!url) return escapeMarks(text);
  return `${escapeMarks(text.slice(0, -url.length))}<a href="${escapeMarks(url)}" rel="nofollow noreferrer">${escapeMarks(url)}</a>`;
}
const html = ({ text, cites }: { text: string; cites?: readonly Citation[] }): string =>
  escapeHtml(text) +
  (cites?.length ? ` ${cites.map((c) => `<sup><a href="#source-${c.number}">${c.number}</a></sup>`).join('')}` : '');

const HTML: typeof TEXT = {
  title: (block: { text: string }) => `<h1>${html(block)}</h1>`,
  headline: (block: { text: string }) => `<p class="headline"><strong>${html(block)}</strong></p>`,
  note: (block: { text: string }) => `<p class="note"><em>${html(block)}</em></p>`,
  heading: (block: { text: string }) => `<h2>${html(block)}</h2>`,
  paragraph: (block: { text: string }) => `<p>${html(block)}</p>`,
  quote: (block: { text: string }) => `<blockquote>${html(block)}</blockquote>`,
  list: ({ items }: { items: { text: string }[] }) =>
    `<ul>\n${items.map((item) => `<li>${html(item)}</li>`).join('\n')}\n</ul>`,
  sources: ({ cites }: { cites: Citation[] }) =>
    `<ol class="sources">\n${cites.map((cite) => `<li id="source-${cite.number}">${escapeHtml(sourceText(cite))}</li>`).join('\n')}\n</ol>`,
};

const render = (brief: Brief, writers: typeof TEXT): string =>
  blocksOf(brief)
    .map((block) => writers[block.kind](block as never))
    .join('\n');

/** The brief in a format; ends with a line feed. */
export function formatBrief(brief: Brief, format: BriefFormat): string {
  if (format === 'json') return `${JSON.stringify(brief, null, 2)}\n`;
  if (format === 'md') return `${render(brief, MARKDOWN)}\n`;
  if (format === 'html') return `<article class="brief">\n${render(brief, HTML)}\n</article>\n`;
  return `${render(brief, TEXT)}\n`;
}
