/** What stands in a row of a table about a pair: trend, balance and origins, each a way to its sentences. */
import type { Point } from '../../../src/rows.ts';
import { type Between, betweenCode, openEvidence } from '../evidence.ts';
import { counted, grouped, originsInWords } from '../words.ts';
import { Spark } from './spark.tsx';

export interface PairCellsProps {
  readonly a: string;
  readonly b: string;
  /** "North Korea and Russia" */
  readonly name: string;
  readonly events: number;
  readonly origins: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly points: readonly Point[];
}

export function PairCells({ a, b, name, events, origins, cooperation, conflict, points }: PairCellsProps) {
  const open = (more: Partial<Between> = {}) => openEvidence(betweenCode({ a, b, direction: 'both', ...more }));
  return (
    <>
      <td class="col-events">
        <button
          type="button"
          class="number trend"
          aria-label={`${counted(events, 'event')}, ${name}`}
          onClick={() => open()}
        >
          <Spark points={points} />
          <span>{grouped(events)}</span>
        </button>
      </td>
      <td class="col-balance">
        <span class="balance">
          <Side n={conflict} kind="conflict" name={name} open={open} />
          <Balance cooperation={cooperation} conflict={conflict} />
          <Side n={cooperation} kind="cooperation" name={name} open={open} />
        </span>
      </td>
      <td class="col-origins">
        <button type="button" class="number" aria-label={`${originsInWords(origins)}, ${name}`} onClick={() => open()}>
          {grouped(origins)}
        </button>
      </td>
    </>
  );
}

interface SideProps {
  readonly n: number;
  readonly kind: 'conflict' | 'cooperation';
  readonly name: string;
  readonly open: (more: Partial<Between>) => void;
}

function Side({ n, kind, name, open }: SideProps) {
  if (n === 0)
    return (
      <span class="number none">
        0<span class="unseen"> of {kind}</span>
      </span>
    );
  return (
    <button
      type="button"
      class={`number ${kind}`}
      aria-label={`${grouped(n)} of ${kind}, ${name}`}
      onClick={() => open({ kind, counted: 'true' })}
    >
      {grouped(n)}
    </button>
  );
}

function Balance({ cooperation, conflict }: { readonly cooperation: number; readonly conflict: number }) {
  const share = conflict / Math.max(1, cooperation + conflict);
  return (
    <svg class="balance-bar" width="64" height="8" aria-hidden="true">
      <rect class="conflict" x="0" y="0" width={Math.max(0, 64 * share - 0.5)} height="8" />
      <rect class="cooperation" x={64 * share + 0.5} y="0" width={Math.max(0, 64 * (1 - share) - 0.5)} height="8" />
    </svg>
  );
}
