/** PDF files: their text, page furniture and hyphens at line ends taken out. */
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { type Item, type Origin, refuse, toItem } from './item.ts';

/** Lines that stand on most pages, numbers aside: headers and footers. */
function furniture(pages: readonly string[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(withoutNumbers));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n > 2 && n > pages.length / 2).map(([line]) => line));
}

const withoutNumbers = (line: string): string => line.replace(/\d+/g, '#').trim();

function linesOf(page: string): string[] {
  return page.split('\n').map((line) => line.trim());
}

/** Joins the lines of paragraphs; a hyphen before a line end is taken for a division. */
function joinLines(lines: readonly string[]): string {
  const text = lines.join('\n').replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2');
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\n/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export function pagesToText(pages: readonly string[]): string {
  const split = pages.map(linesOf);
  const edges = furniture(split);
  return joinLines(
    split.flatMap((lines) =>
      lines.filter((line) => !(line && (edges.has(withoutNumbers(line)) || /^(page )?\d+( of \d+)?$/i.test(line)))),
    ),
  );
}

/** A PDF as one article. The file's own title is trusted, its dates are not: they are those of the file. */
export async function readPdf(bytes: Uint8Array, origin: Origin): Promise<Item> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(document, { mergePages: false });
    const { info } = await getMeta(document);
    const title = typeof info?.Title === 'string' && info.Title.trim() ? info.Title.trim() : null;
    const whole = pagesToText(text);
    if (!whole) return refuse(origin.name, `the PDF holds no text; it may be a scan`);
    return toItem(origin.name, {
      date: origin.date ?? null,
      title,
      text: whole,
      url: origin.url ?? null,
      publisher: origin.publisher ?? null,
    });
  } catch (error) {
    return refuse(origin.name, `the PDF cannot be read (${(error as Error).message.split('\n')[0]!.slice(0, 100)})`);
  }
}
