/** The chart as a table: the same numbers, each of them a way to its sentences. */
import type { Direction, RelationView } from '../../../src/rows.ts';
import { betweenCode, openEvidence } from '../evidence.ts';
import { pointInWords } from './chart-scale.ts';
import { QUAD_COLUMNS } from './quads.ts';

function Cells({
  view,
  direction,
  name,
  index,
}: {
  readonly view: RelationView;
  readonly direction: Direction;
  readonly name: 'forward' | 'backward';
  readonly index: number;
}) {
  const point = direction.points[index];
  return (
    <>
      {QUAD_COLUMNS.map(([quad, label]) => {
        const n = point?.quads[quad] ?? 0;
        if (!point || n === 0)
          return (
            <td key={quad} class="none">
              0
            </td>
          );
        const code = betweenCode({
          a: view.a.key,
          b: view.b.key,
          direction: name,
          quad,
          counted: 'true',
          from: point.from,
          to: point.to,
        });
        const where = `${label}, ${direction.from.name} towards ${direction.to.name}, ${pointInWords(point, view.period)}`;
        return (
          <td key={quad}>
            <button type="button" class="number" aria-label={`${n}: ${where}`} onClick={() => openEvidence(code)}>
              {n}
            </button>
          </td>
        );
      })}
    </>
  );
}

export function ChartTable({ view }: { readonly view: RelationView }) {
  const { forward, backward, period } = view;
  const rows = forward.points
    .map((point, index) => ({ point, index }))
    .filter(({ point, index }) => point.events + (backward.points[index]?.events ?? 0) > 0)
    .reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="table-box" tabIndex={0} aria-label="The chart as a table">
      <table class="numbers">
        <caption class="unseen">Events by {period}, newest first; periods without any are left out</caption>
        <thead>
          <tr>
            <td />
            {[forward, backward].map((d) => (
              <th key={d.from.key} colSpan={4} scope="colgroup">
                {d.from.name} → {d.to.name}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">Period</th>
            {[forward, backward].flatMap((d) =>
              QUAD_COLUMNS.map(([quad, label]) => (
                <th key={d.from.key + quad} scope="col">
                  {label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, index }) => (
            <tr key={point.from}>
              <th scope="row">{pointInWords(point, period)}</th>
              <Cells view={view} direction={forward} name="forward" index={index} />
              <Cells view={view} direction={backward} name="backward" index={index} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
