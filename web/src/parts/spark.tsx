/** A small line: cooperation above, conflict below, one bar a month. A picture beside figures that say the same. */
import type { Point } from '../../../src/rows.ts';

const cooperation = ({ quads }: Point): number => quads['verbal cooperation'] + quads['material cooperation'];
const conflict = ({ quads }: Point): number => quads['verbal conflict'] + quads['material conflict'];

export function Spark({
  points,
  width = 96,
  height = 24,
}: {
  readonly points: readonly Point[];
  readonly width?: number;
  readonly height?: number;
}) {
  const most = Math.max(1, ...points.map((p) => Math.max(cooperation(p), conflict(p))));
  const step = width / Math.max(1, points.length);
  const half = height / 2;
  const length = (n: number) => (n === 0 ? 0 : Math.max(1.5, (n / most) * (half - 1)));
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <line x1="0" x2={width} y1={half} y2={half} class="spark-zero" />
      {points.map((p, i) => (
        <g key={p.from}>
          <rect
            class="cooperation"
            x={i * step + 0.4}
            width={Math.max(1, step - 0.8)}
            y={half - length(cooperation(p))}
            height={length(cooperation(p))}
          />
          <rect
            class="conflict"
            x={i * step + 0.4}
            width={Math.max(1, step - 0.8)}
            y={half}
            height={length(conflict(p))}
          />
        </g>
      ))}
    </svg>
  );
}

/** What the small lines of a table draw. */
export const SparkNote = () => (
  <p class="quiet spark-note">
    Small lines draw the last two years of the record by month: <span class="ink-cooperation">cooperation</span> up,{' '}
    <span class="ink-conflict">conflict</span> down. Events denied or told as not so are in the number of events only.
  </p>
);
