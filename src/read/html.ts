/** A page's article: what readers would read of it, paragraph by paragraph. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Item, type Origin, refuse, toItem } from './item.ts';
import { type Page, readMetadata } from './metadata.ts';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG FORM BUTTON NAV IFRAME FIGCAPTION'.split(' '));
const ELEMENT = 1;
const TEXT = 3;

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

/** Paragraphs of a tree: runs of text between the borders of blocks. */
export function paragraphs(root: DomNode): string[] {
  const found: string[] = [];
  let run = '';
  const close = () => {
    const text = run.replace(/[\s\u00a0]+/g, ' ').trim();
    if (text) found.push(text);
    run = '';
  };
  const walk = (node: DomNode) => {
    if (node.nodeType === TEXT) run += node.textContent ?? '';
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    if (name === 'BR') run += ' ';
    if (BLOCKS.has(name)) close();
    for (const child of node.childNodes) walk(child);
    if (BLOCKS.has(name)) close();
  };
  walk(root);
  close();
  return found;
}

/** Text of a piece of HTML (a feed's content), paragraphs parted by blank lines. */
export function htmlToText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return paragraphs(document.body as unknown as DomNode).join('\n\n');
}

/** The article of a page, with the page's own word on title, day, publisher and address. */
export function readHtml(html: string, origin: Origin): Item {
  const { document } = parseHTML(html);
  if (!document.documentElement) return refuse(origin.name, 'no HTML in it');
  const known = readMetadata(document as unknown as Page, origin.url);
  const article = new Readability(document as unknown as Document, { charThreshold: 120 }).parse();
  if (!article?.content)
    return refuse(origin.name, 'no article found on the page; save its text as .txt and read that');
  const body = parseHTML(`<html><body>${article.content}</body></html>`).document.body;
  const title = known.title ?? article.title ?? null;
  const text = paragraphs(body as unknown as DomNode);
  if (title && text[0] === title) text.shift();
  return toItem(origin.name, {
    ...{ date: origin.date ?? known.date, title, text: text.join('\n\n'), url: known.url },
    ...{ publisher: known.publisher ?? article.siteName ?? origin.publisher ?? null, language: known.language },
  });
}
