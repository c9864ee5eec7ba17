/** `dragoman compare A B --with FILE`: another project's events beside the record's. */
import pc from 'picocolors';
import { type Comparison, compare, type QuadCounts } from '../compare.ts';
import { QUADS } from '../wording.ts';
import { withDesk } from './record.ts';
import { spanOf, type ViewOptions } from './views.ts';

const HEADS = ['verb. coop.', 'mat. coop.', 'verb. confl.', 'mat. confl.'];
const WIDTH = 14;

const cell = (ours: number, theirs: number): string => `${ours} · ${theirs}`.padStart(WIDTH);

const figure = (r: number | null): string => (r === null ? 'does not vary' : r.toFixed(2));

function comparisonText(found: Comparison): string {
  const colour = process.stdout.isTTY ? pc : pc.createColors(false);
  const { a, b, months, correlation } = found;
  const head = `month  ${HEADS.map((h) => h.padStart(WIDTH)).join('')}`;
  const any = (counts: QuadCounts) => QUADS.some((quad) => counts[quad] > 0);
  const rows = months
    .filter(({ ours, theirs }) => any(ours) || any(theirs))
    .map(({ month, ours, theirs }) => `${month}${QUADS.map((quad) => cell(ours[quad], theirs[quad])).join('')}`);
  const total = (side: 'ours' | 'theirs', quad: keyof QuadCounts) => months.reduce((sum, m) => sum + m[side][quad], 0);
  const sums = `all    ${QUADS.map((quad) => cell(total('ours', quad), total('theirs', quad))).join('')}`;
  return [
    colour.bold(`${a.name} and ${b.name}: this record · ${found.format} (${found.file})`),
    `${found.rows} rows read, ${found.matching} of this pair${found.bad ? `, ${found.bad} could not be read (${found.firstBad})` : ''}. Events here, rows there.`,
    '',
    colour.dim(head),
    ...rows,
    colour.bold(sums),
    '',
    `Months together, r: cooperation ${figure(correlation.cooperation)}, conflict ${figure(correlation.conflict)}.`,
  ].join('\n');
}

/** Prints the comparison; the exit status is 1 where rows of the file could not be read. */
export function compareCommand(
  a: string,
  b: string,
  options: ViewOptions & { readonly with: string },
): Promise<number> {
  return withDesk(options.record, async (desk) => {
    const found = await compare(desk, a, b, options.with, spanOf(options));
    process.stdout.write(`${options.json ? JSON.stringify(found) : comparisonText(found)}\n`);
    return found.bad ? 1 : 0;
  });
}
