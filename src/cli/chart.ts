/** A relation drawn with characters: cooperation above the line, conflict below, half a character the smallest step. Pure. */
import type { Direction, Point } from '../rows.ts';

export interface ChartLook {
  /** Characters across. */
  readonly columns: number;
  readonly cooperation: (text: string) => string;
  readonly conflict: (text: string) => string;
  readonly dim: (text: string) => string;
}

const UP = 5;
const DOWN = 3;
const GUTTER = 6;
/** A bar of one period is at most so wide. */
const WIDEST = 3;

interface Bar {
  readonly from: string;
  readonly up: number;
  readonly down: number;
}

const upOf = ({ quads }: Point): number => quads['verbal cooperation'] + quads['material cooperation'];
const downOf = ({ quads }: Point): number => quads['verbal conflict'] + quads['material conflict'];

/** One bar a period, or one for several where there are more periods than columns. */
function barsOf(points: readonly Point[], room: number): Bar[] {
  const each = Math.max(1, Math.ceil(points.length / room));
  const bars: Bar[] = [];
  for (let at = 0; at < points.length; at += each) {
    const group = points.slice(at, at + each);
    const sum = (of: (point: Point) => number) => group.reduce((n, point) => n + of(point), 0);
    bars.push({ from: group[0]!.from, up: sum(upOf), down: sum(downOf) });
  }
  return bars;
}

/** Row by row from the zero line outwards: full, half or nothing. */
function cell(n: number, most: number, rows: number, row: number, half: string): string {
  const halves = n === 0 ? 0 : Math.max(1, Math.round((n / most) * rows * 2));
  return halves >= row * 2 + 2 ? '█' : halves === row * 2 + 1 ? half : ' ';
}

/** "2019    2020": the years, each where it begins, left out where they would touch. */
function yearsUnder(bars: readonly Bar[], wide: number): string {
  let line = '';
  let before = '';
  for (const [i, { from }] of bars.entries()) {
    const year = from.slice(0, 4);
    if (year !== before && line.length <= i * wide) line = `${line.padEnd(i * wide)}${year} `;
    before = year;
  }
  return line.trimEnd();
}

/** One scale for both directions, so that they can be compared. */
export interface ChartScale {
  readonly up: number;
  readonly down: number;
}

/** The largest bars above and below that these directions will be drawn with. */
export function chartScale(directions: readonly Direction[], columns: number): ChartScale {
  const bars = directions.flatMap((direction) => barsOf(direction.points, Math.max(8, columns - GUTTER)));
  return { up: Math.max(1, ...bars.map((bar) => bar.up)), down: Math.max(0, ...bars.map((bar) => bar.down)) };
}

/** The lines of one direction's chart; none where there is nothing to draw. */
export function chartLines({ points }: Direction, scale: ChartScale, look: ChartLook): string[] {
  const room = Math.max(8, look.columns - GUTTER);
  const bars = barsOf(points, room);
  if (!bars.length) return [];
  const wide = Math.min(WIDEST, Math.max(1, Math.floor(room / bars.length)));
  const draw = (one: (bar: Bar) => string) => bars.map((bar) => one(bar).repeat(wide)).join('');
  const edge = (label: string, mark: string) => look.dim(`${label.padStart(GUTTER - 2)} ${mark}`);
  const lines: string[] = [];
  for (let row = UP - 1; row >= 0; row -= 1)
    lines.push(
      edge(row === UP - 1 ? String(scale.up) : '', row === UP - 1 ? '┤' : '│') +
        look.cooperation(draw((bar) => cell(bar.up, scale.up, UP, row, '▄')).trimEnd()),
    );
  lines.push(edge('0', '┼') + look.dim('─'.repeat(bars.length * wide)));
  const below = scale.down === 0 ? 0 : Math.min(DOWN, Math.max(1, Math.ceil((scale.down / scale.up) * UP)));
  for (let row = 0; row < below; row += 1)
    lines.push(
      edge(row === below - 1 ? String(scale.down) : '', row === below - 1 ? '┤' : '│') +
        look.conflict(draw((bar) => cell(bar.down, scale.down, below, row, '▀')).trimEnd()),
    );
  lines.push(look.dim(`${' '.repeat(GUTTER)}${yearsUnder(bars, wide)}`));
  return lines.map((line) => line.trimEnd());
}
