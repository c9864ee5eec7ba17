/** Labels of the periods that stand out, each a way to its sentences. */
import type { Change } from '../../../src/rows.ts';
import { betweenCode, openEvidence } from '../evidence.ts';
import type { PlotProps } from './chart.tsx';
import { conflictOf, cooperationOf, GUTTER, type Label, roomFor } from './chart-scale.ts';

function labelsOf({ view, name, direction, width }: PlotProps): Label[] {
  const step = width / Math.max(1, direction.points.length);
  const mine = view.changes
    .map((change, index) => ({ change, index }))
    .filter(({ change }) => change.direction === name || change.direction === 'both')
    .sort((a, b) => a.change.p - b.change.p);
  const labels = mine.flatMap(({ change, index }): Label[] => {
    const point = direction.points.findIndex((p) => p.from === change.from);
    if (point < 0) return [];
    return [{ x: (point + 0.5) * step, text: change.label, index: point, kind: change.kind, change: index }];
  });
  return roomFor(labels, width);
}

export function Changes(props: PlotProps) {
  const { view, direction, scale, width, name } = props;
  const step = width / Math.max(1, direction.points.length);
  const open = ({ kind, from, to }: Change) =>
    openEvidence(betweenCode({ a: view.a.key, b: view.b.key, direction: name, kind, from, to }));
  return (
    <g>
      {labelsOf(props).map(({ x, text, index, kind, change }) => {
        const point = direction.points[index]!;
        const up = kind === 'cooperation';
        const end = up ? scale.zero - cooperationOf(point) * scale.unit : scale.zero + conflictOf(point) * scale.unit;
        const y = up ? 11 : scale.height - 2;
        const which = view.changes[change]!;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a drawing has no buttons of its own
          <g
            key={change}
            class={`change ${kind}`}
            role="button"
            tabindex={0}
            aria-label={which.line.text}
            onClick={() => open(which)}
            onKeyDown={(event) => event.key === 'Enter' && open(which)}
          >
            <line
              x1={GUTTER + (index + 0.5) * step}
              x2={GUTTER + (index + 0.5) * step}
              y1={up ? 14 : y - 11}
              y2={end}
            />
            <text x={GUTTER + x} y={y} text-anchor="middle">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
