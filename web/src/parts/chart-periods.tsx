/** Periods that are compared, marked in the chart. */
import type { PlotProps } from './chart.tsx';
import { GUTTER } from './chart-scale.ts';

/** A stretch of days that the chart shades and names. */
export type Marked = readonly [name: string, days: { readonly from: string; readonly to: string }];

/** The two periods that are compared: a ground behind each, and its name at its head. */
export function Compared({ marked, direction, scale, width }: PlotProps) {
  const { points } = direction;
  const step = width / Math.max(1, points.length);
  return (
    <>
      {marked.map(([name, { from, to }]) => {
        const first = points.findIndex((point) => point.to >= from);
        const last = points.findLastIndex((point) => point.from <= to);
        if (first < 0 || last < first) return null;
        const x = GUTTER + first * step;
        return (
          <g key={name} class={`compared-period ${name.toLowerCase()}`}>
            <rect x={x} width={Math.max(2, (last - first + 1) * step - 2)} y="14" height={scale.height - 14} />
            <text x={x + 4} y={28}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}
