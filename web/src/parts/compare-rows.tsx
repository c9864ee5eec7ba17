/** Rows of the comparison: a figure in two periods with its change, each a way to its sentences. */
import type { ComparedSide, CoveredPeriod, Figure } from '../../../src/rows.ts';
import type { Between } from '../evidence.ts';
import { daysInWords, grouped, signed } from '../words.ts';

type What = Pick<Between, 'quad' | 'type' | 'status' | 'counted'>;
type Period = 'first' | 'second' | 'both';

export interface Cells {
  readonly first: CoveredPeriod;
  readonly second: CoveredPeriod;
  /** "North Korea towards Russia" */
  readonly sides: string;
  readonly open: (what: What, period: Period) => void;
}

/** Under this chance a change is told as one. */
const TOLD = 0.05;

const minus = (text: string): string => text.replace('-', '\u2212');
const rateInWords = (rate: number): string => (rate >= 100 ? grouped(Math.round(rate)) : rate.toFixed(1));
const signedRate = (rate: number): string => minus(`${rate > 0 ? '+' : ''}${rate.toFixed(1)}`);

interface CellProps {
  readonly n: string;
  readonly rate: string | null;
  readonly dead: boolean;
  readonly label: string;
  readonly strong?: boolean;
  readonly onOpen: () => void;
}

function Cell({ n, rate, dead, label, strong = false, onOpen }: CellProps) {
  // Both tables keep the height of each row, whether it has figures or not.
  const small = rate === null ? null : <small>{rate || '\u00a0'}</small>;
  if (dead)
    return (
      <td class="none">
        {n}
        {small}
      </td>
    );
  return (
    <td class={strong ? 'strong' : undefined}>
      <button type="button" class="number" aria-label={label} onClick={onOpen}>
        {n}
        {small}
      </button>
    </td>
  );
}

interface FigureRowProps {
  readonly name: string;
  readonly what: What;
  readonly figure: Figure;
  readonly cells: Cells;
  /** A part of the row above it. */
  readonly inner?: boolean;
}

export function FigureRow({ name, what, figure, cells, inner = false }: FigureRowProps) {
  const { first, second, change, rates, p } = figure;
  const { sides, open } = cells;
  const rate = (n: number | null, count: number) => (n === null || count === 0 ? '' : rateInWords(n));
  const about = (n: number, { from, to }: CoveredPeriod) => `${n}: ${name}, ${sides}, ${daysInWords(from, to)}`;
  return (
    <tr class={inner ? 'inner' : undefined}>
      <th scope="row">{name}</th>
      <Cell
        {...{ n: grouped(first), rate: rate(rates.first, first), dead: first === 0 }}
        label={about(first, cells.first)}
        onOpen={() => open(what, 'first')}
      />
      <Cell
        {...{ n: grouped(second), rate: rate(rates.second, second), dead: second === 0 }}
        label={about(second, cells.second)}
        onOpen={() => open(what, 'second')}
      />
      <Cell
        {...{
          n: signed(change),
          rate: rates.change === null || first + second === 0 ? '' : signedRate(rates.change),
        }}
        dead={first + second === 0}
        strong={p !== null && p < TOLD}
        label={`${signed(change)}: change of ${name}, ${sides}`}
        onOpen={() => open(what, 'both')}
      />
    </tr>
  );
}

interface IntensityRowProps {
  readonly intensity: ComparedSide['intensity'];
  readonly cells: Cells;
}

export function IntensityRow({ intensity, cells }: IntensityRowProps) {
  const { first, second, change } = intensity;
  const parts = [
    [first, 'first', `in ${daysInWords(cells.first.from, cells.first.to)}`],
    [second, 'second', `in ${daysInWords(cells.second.from, cells.second.to)}`],
    [change, 'both', 'changed by'],
  ] as const;
  return (
    <tr>
      <th scope="row">Mean intensity</th>
      {parts.map(([n, period, when]) => (
        <Cell
          key={period}
          {...{ n: n === null ? '–' : minus(`${n > 0 ? '+' : ''}${n.toFixed(1)}`), rate: null, dead: n === null }}
          label={`${n?.toFixed(1)}: mean intensity, ${cells.sides}, ${when}`}
          onOpen={() => cells.open({}, period)}
        />
      ))}
    </tr>
  );
}
