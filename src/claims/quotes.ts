/** Quotations in an article, found over its whole text: straight and curly, nested, running over paragraphs, unclosed. */

export interface Quote {
  /** With its marks. */
  readonly from: number;
  readonly to: number;
  /** Where it runs over several paragraphs: one piece for each. */
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
  readonly closed: boolean;
  readonly single: boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly role: 'open' | 'close' | 'either';
}

const MARKS = /''|``|["“”„«»‟]/g;
const SPACE = /[\s([{—–-]/;

function roleOf(text: string, at: number, length: number): Mark['role'] {
  const mark = text.slice(at, at + length);
  if (mark === '“' || mark === '„' || mark === '«' || mark === '``' || mark === '‟') return 'open';
  if (mark === '”' || mark === '»') return 'close';
  const before = at === 0 || SPACE.test(text[at - 1]!);
  const after = at + length >= text.length || /[\s).,;:?!\]—–-]/.test(text[at + length]!);
  if (before && !after) return 'open';
  return after && !before ? 'close' : 'either';
}

function marksIn(text: string, { from, to }: Range): Mark[] {
  const found: Mark[] = [];
  MARKS.lastIndex = from;
  for (let m = MARKS.exec(text); m && m.index < to; m = MARKS.exec(text)) {
    found.push({ at: m.index, length: m[0].length, role: roleOf(text, m.index, m[0].length) });
  }
  return found;
}

const opensWithMark = (text: string, at: number): boolean => /^\s*["“„«]|^\s*(?:''|``)/.test(text.slice(at, at + 12));

/** A closing mark that opens its paragraph was typed the wrong way round. */
const turned = (text: string, mark: Mark, paragraph: Range): boolean =>
  mark.at === paragraph.from && /\S/.test(text[mark.at + mark.length] ?? ' ');

interface Open {
  from: number;
  pieces: { from: number; to: number }[];
}

/** Double quotations. A new opening mark while one is open counts as text, but for the mark that reopens each paragraph. */
function findDouble(text: string, paragraphs: readonly Range[]): Quote[] {
  const found: Quote[] = [];
  let open: Open | null = null;
  const close = (o: Open, to: number, closed: boolean): void => {
    found.push({ from: o.from, to, pieces: [...o.pieces, { from: o.from, to }].map((p) => p), closed, single: false });
  };
  paragraphs.forEach((paragraph, p) => {
    for (const mark of marksIn(text, paragraph)) {
      const end = mark.at + mark.length;
      if (!open) {
        if (mark.role !== 'close' || turned(text, mark, paragraph)) open = { from: mark.at, pieces: [] };
      } else if (mark.role !== 'open') {
        close(open, end, true);
        open = null;
      }
    }
    if (!open) return;
    const next = paragraphs[p + 1];
    if (next && opensWithMark(text, next.from)) {
      const pieces: Open['pieces'] = [...(open as Open).pieces, { from: (open as Open).from, to: paragraph.to }];
      open = { from: next.from, pieces };
    } else {
      close(open, paragraph.to, false);
      open = null;
    }
  });
  return found.map((q) => ({ ...q, from: q.pieces[0]!.from }));
}

const SINGLE_OPEN = /(?:^|[\s([{—–"“])(['‘])(?=[\p{L}\p{N}[])/gu;

/** Single quotations; a mark after a letter and before a space may be an apostrophe, so both ends must stand in one paragraph. */
function findSingle(text: string, paragraphs: readonly Range[]): Quote[] {
  const found: Quote[] = [];
  for (const { from, to } of paragraphs) {
    const paragraph = text.slice(from, to);
    SINGLE_OPEN.lastIndex = 0;
    for (let m = SINGLE_OPEN.exec(paragraph); m; m = SINGLE_OPEN.exec(paragraph)) {
      const start = m.index + m[0].length - 1;
      const mark = m[1] === '‘' ? '’' : "'";
      const closing = closingSingle(paragraph, start + 1, mark);
      if (closing < 0) continue;
      const span = { from: from + start, to: from + closing + 1 };
      found.push({ ...span, pieces: [span], closed: true, single: true });
      SINGLE_OPEN.lastIndex = closing + 1;
    }
  }
  return found;
}

const LONGEST_SINGLE = 600;

function closingSingle(text: string, start: number, mark: string): number {
  const end = Math.min(text.length, start + LONGEST_SINGLE);
  for (let i = start; i < end; i++) {
    if (text[i] !== mark || /\s/.test(text[i - 1]!)) continue;
    const next = text[i + 1] ?? ' ';
    if (next === "'" || text[i - 1] === "'") return -1;
    if (/[\s.,;:?!)\]"”—–]/.test(next)) return i;
  }
  return -1;
}

/** Quotations in order of their start. `paragraphs` are ranges of the text, in order. Linear in the length of the text. */
export function findQuotes(text: string, paragraphs: readonly Range[]): Quote[] {
  return [...findDouble(text, paragraphs), ...findSingle(text, paragraphs)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
}
