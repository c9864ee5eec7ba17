/** The chosen period beside another one, by default the one just before it of the same length. */
import type { Direction, RelationView } from '../../../src/rows.ts';
import { pairPath } from '../../../src/server/addresses.ts';
import { addressOf, useAnswer } from '../api.ts';
import { betweenCode, openEvidence } from '../evidence.ts';
import { go, withQuery } from '../router.ts';
import { daysInWords } from '../words.ts';

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** As many days before a period as it has itself. */
export function periodBefore(from: string, to: string): readonly [string, string] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return [iso(first - (last - first) - DAY_MS), iso(first - DAY_MS)];
}

const KINDS = ['cooperation', 'conflict'] as const;

const countOf = ({ tally }: Direction, kind: string): number =>
  Object.entries(tally.quads).reduce((n, [quad, count]) => n + (quad.endsWith(kind) ? count : 0), 0);

interface CellProps {
  readonly view: RelationView;
  readonly name: 'forward' | 'backward';
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

function Cell({ view, name, kind, from, to }: CellProps) {
  const direction = view[name];
  const n = countOf(direction, kind);
  const about = `${n} of ${kind}, ${direction.from.name} towards ${direction.to.name}, ${daysInWords(from, to)}`;
  const code = betweenCode({ a: view.a.key, b: view.b.key, direction: name, kind, from, to });
  if (n === 0) return <td class="none">0</td>;
  return (
    <td>
      <button type="button" class="number" aria-label={about} onClick={() => openEvidence(code)}>
        {n}
      </button>
    </td>
  );
}

export function Comparison({ view, against }: { readonly view: RelationView; readonly against: string | null }) {
  const { since, until } = view;
  const asked = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(against ?? '');
  const [from, to] = asked ? [asked[1]!, asked[2]!] : periodBefore(since!, until!);
  const path = `/relations/${encodeURIComponent(pairPath(view.a.key, view.b.key))}`;
  const { data: other } = useAnswer<RelationView>(addressOf(path, { since: from, until: to, events: 1 }));
  const change = (first: string, last: string) => {
    if (first && last && first <= last) go(withQuery({ against: `${first}..${last}` }), { replace: true });
  };
  return (
    <details class="comparison" open={asked !== null}>
      <summary>Compare with another period</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: two fields in a line are no field set to the eye */}
      <div class="period" role="group" aria-label="The period to compare with">
        <label>
          <span class="unseen">Compare from</span>
          <input type="date" value={from} max={to} onChange={(e) => change(e.currentTarget.value, to)} />
        </label>
        <span aria-hidden="true">–</span>
        <label>
          <span class="unseen">Compare to</span>
          <input type="date" value={to} min={from} onChange={(e) => change(from, e.currentTarget.value)} />
        </label>
      </div>
      {other && (
        <div class="table-box">
          <table class="numbers">
            <caption class="unseen">Events in the two periods</caption>
            <thead>
              <tr>
                <th scope="col">Events told of</th>
                <th scope="col">{daysInWords(from, to)}</th>
                <th scope="col">{daysInWords(since, until)}</th>
              </tr>
            </thead>
            <tbody>
              {(['forward', 'backward'] as const).flatMap((name) =>
                KINDS.map((kind) => (
                  <tr key={name + kind}>
                    <th scope="row">
                      {view[name].from.name} → {view[name].to.name}, {kind}
                    </th>
                    <Cell view={other} name={name} kind={kind} from={from} to={to} />
                    <Cell view={view} name={name} kind={kind} from={since!} to={until!} />
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
