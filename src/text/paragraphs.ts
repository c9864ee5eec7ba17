/** Lines and paragraphs: where one flowing piece of text ends. */

export interface Block {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  /** The block is a line of its own: short, without a full stop, and fenced by line breaks. */
  readonly line: boolean;
}

const ENDS = /[.!?…:;]["'”’)\]]*\s*$/;
const BULLET = /^\s*(?:[-–—•*·▪‣]|\d{1,2}[.)])\s+/;
const SHORT = 110;
const WRAPPED = 55;

const isText = (line: string): boolean => /\S/.test(line);

/** Is the break after `line` a mere wrap, so that `next` goes on with it? */
function isWrap(line: string, next: string): boolean {
  if (ENDS.test(line) || BULLET.test(next)) return false;
  return line.trim().length >= WRAPPED && /^\s*[\p{Ll}\p{N}"“'(]/u.test(next);
}

/** Blocks of a text: runs of lines that flow on. Line separators of every kind count. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = /[^\n\r\u2028\u2029\u0085\u000b\u000c]+|\r\n|[\n\r\u2028\u2029\u0085\u000b\u000c]/g;
  let open = null as { from: number; to: number; lines: number } | null;
  let breaks = 0;
  let paragraph = 0;
  const close = () => {
    if (!open) return;
    const piece = text.slice(open.from, Math.min(open.to, open.from + SHORT + 1));
    blocks.push({
      from: open.from,
      to: open.to,
      paragraph,
      line: open.lines === 1 && open.to - open.from <= SHORT && !ENDS.test(piece),
    });
    open = null;
  };
  for (const match of text.matchAll(lines)) {
    const piece = match[0];
    if (/^[\n\r\u2028\u2029\u0085\u000b\u000c]/.test(piece)) {
      breaks += 1;
      continue;
    }
    if (!isText(piece)) continue;
    const here = open;
    if (here && breaks === 1 && isWrap(text.slice(Math.max(here.from, here.to - 200), here.to), piece.slice(0, 40))) {
      open = { from: here.from, to: match.index + piece.length, lines: here.lines + 1 };
    } else {
      close();
      paragraph += 1;
      open = { from: match.index, to: match.index + piece.length, lines: 1 };
    }
    breaks = 0;
  }
  close();
  return blocks;
}
