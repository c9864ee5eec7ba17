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

/** Lines of a text that was broken at a fixed width are no longer than this. */
const WIDEST = 100;

/** So many breaks inside a sentence show that a text was broken at a fixed width. */
const LEAST_BREAKS = 3;

/** Letters of a line that a full line may have been short of. */
const SLACK = 8;

/**
 * The width at which a text's lines were broken, or 0 where they were not: the longest of its lines, if several long ones break
 * off inside a sentence. Where everything is in capitals, each long line without a stop counts.
 */
function widthOf(text: string): number {
  const goesOn = /\p{Ll}/u.test(text) ? /^ *\p{Ll}/u : /^ *\p{Lu}/u;
  const lines = text.split(/\r\n|[\n\r]/);
  let breaks = 0;
  let width = 0;
  lines.forEach((line, i) => {
    width = Math.max(width, line.length);
    if (line.length >= WRAPPED && !ENDS.test(line) && goesOn.test(lines[i + 1] ?? '')) breaks += 1;
  });
  return width <= WIDEST && breaks >= LEAST_BREAKS ? width : 0;
}

/** Had the first word of `next` no more room in a line of `length` letters, so that a text of this width broke there? */
const isFull = (length: number, next: string, width: number): boolean =>
  width > 0 && length + 1 + /^\s*(\S*)/.exec(next)![1]!.length > width - SLACK;

/** Is the break after `block` a mere wrap, so that `next` goes on with it? */
const isWrap = (block: string, next: string): boolean =>
  !ENDS.test(block) && block.trim().length >= WRAPPED && /^\s*[\p{Ll}\p{N}"“'(]/u.test(next);

interface Open {
  readonly from: number;
  readonly to: number;
  readonly lines: number;
  /** Where its last line begins. */
  readonly last: number;
}

/** Does the line `next` go on with the open block? */
const goesOn = (text: string, open: Open, next: string, width: number): boolean =>
  !BULLET.test(next) &&
  (isFull(open.to - open.last, next, width) || isWrap(text.slice(Math.max(open.from, open.to - 200), open.to), next));

function blockOf(text: string, open: Open, paragraph: number): Block {
  const piece = text.slice(open.from, Math.min(open.to, open.from + SHORT + 1));
  const isLine = open.lines === 1 && open.to - open.from <= SHORT && !ENDS.test(piece);
  return { from: open.from, to: open.to, paragraph, line: isLine };
}

/** Blocks of a text: runs of lines that flow on. Line separators of every kind count. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = /[^\n\r\u2028\u2029\u0085\u000b\u000c]+|\r\n|[\n\r\u2028\u2029\u0085\u000b\u000c]/g;
  const width = widthOf(text);
  let open = null as Open | null;
  let breaks = 0;
  let paragraph = 0;
  for (const match of text.matchAll(lines)) {
    const piece = match[0];
    if (/^[\n\r\u2028\u2029\u0085\u000b\u000c]/.test(piece)) {
      breaks += 1;
      continue;
    }
    if (!isText(piece)) continue;
    const [from, to] = [match.index, match.index + piece.length];
    const here = open;
    if (here && breaks === 1 && goesOn(text, here, piece.slice(0, 40), width)) {
      open = { from: here.from, to, lines: here.lines + 1, last: from };
    } else {
      if (here) blocks.push(blockOf(text, here, paragraph));
      paragraph += 1;
      open = { from, to, lines: 1, last: from };
    }
    breaks = 0;
  }
  if (open) blocks.push(blockOf(text, open, paragraph));
  return blocks;
}
