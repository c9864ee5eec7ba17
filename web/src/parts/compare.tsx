/** Two periods of a relation side by side: what differs, what is new, what stopped, and the figures of both. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { quadOf } from '../../../src/ontology.ts';
import { daysBefore, laterPart } from '../../../src/relations/periods.ts';
import type { ComparedSide, Contrast, CoveredPeriod, PeriodsView, RelationView } from '../../../src/rows.ts';
import { pairPath } from '../../../src/server/addresses.ts';
import { addressOf, useAnswer } from '../api.ts';
import { articlesCode, type Between, betweenCode, openEvidence } from '../evidence.ts';
import { go, withQuery } from '../router.ts';
import { bound, counted, daysInWords, typeNoun } from '../words.ts';
import { daysOf, written } from './compare-choice.tsx';
import { type Cells, FigureRow, IntensityRow } from './compare-rows.tsx';
import { QUAD_COLUMNS } from './quads.ts';
import { Failed, Loading } from './states.tsx';

/** Whether it was asked for on this page: who asks is led to it, who comes by its address begins at the top. */
let asked = false;

/** Sets the chosen period, or the last year of the record, beside the time just before it. */
export function beginComparing({ since, until, span }: RelationView): void {
  if (!span) return;
  asked = true;
  const chosen = since || until ? { from: since ?? span.from, to: until ?? span.to } : laterPart(span);
  go(withQuery({ from: chosen.from, to: chosen.to, against: written(daysBefore(chosen)), show: null, page: null }));
}

interface ComparisonProps {
  readonly view: RelationView;
  readonly against: string;
  readonly onClose: () => void;
}

export function Comparison({ view, against, onClose }: ComparisonProps) {
  const { a, b, since, until } = view;
  const path = addressOf(`/relations/${encodeURIComponent(pairPath(a.key, b.key))}/periods`, {
    ...{ since, until },
    against: daysOf(against) ? against : null,
  });
  const { data, trouble } = useAnswer<PeriodsView>(path);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (asked) title.current?.focus();
    asked = false;
  }, []);
  return (
    <section class="comparison" aria-labelledby="comparison-title">
      <div class="comparison-head">
        <h2 id="comparison-title" tabIndex={-1} ref={title}>
          Two periods side by side
        </h2>
        <button type="button" class="plain no-print" onClick={onClose}>
          Stop comparing
        </button>
      </div>
      {trouble && <Failed trouble={trouble} />}
      {!data && !trouble && <Loading lines={8} />}
      {data && (
        <>
          <Periods first={data.first} second={data.second} />
          <Findings view={data} />
          <Tables view={data} />
        </>
      )}
    </section>
  );
}

/** The two periods in words, each with its coverage. */
function Periods({ first, second }: { readonly first: CoveredPeriod; readonly second: CoveredPeriod }) {
  const periods = [
    ['First', first],
    ['Second', second],
  ] as const;
  return (
    <dl class="periods">
      {periods.map(([name, { from, to, articles }]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {bound(daysInWords(from, to))},{' '}
            {articles ? (
              <button type="button" class="number" onClick={() => openEvidence(articlesCode(from, to))}>
                {counted(articles, 'article')} of coverage
              </button>
            ) : (
              'no coverage'
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The sentences that a contrast rests on: of both periods, or of the only one that has any. */
function codeOf({ a, b, first, second }: PeriodsView, { direction, type, kind, figure }: Contrast): string {
  const what: Omit<Between, 'from' | 'to'> = { a: a.key, b: b.key, direction, type, kind, counted: 'true' };
  if (figure.second === 0) return betweenCode({ ...what, from: first.from, to: first.to });
  const also = figure.first === 0 ? null : written(first);
  return betweenCode({ ...what, from: second.from, to: second.to, also });
}

function Lines({ view, lines }: { readonly view: PeriodsView; readonly lines: readonly Contrast[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.text}>
          <button type="button" class="finding" onClick={() => openEvidence(codeOf(view, line))}>
            {line.text}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Findings({ view }: { readonly view: PeriodsView }) {
  const { lines, fresh, stopped } = view;
  const parts = [
    ['New in the second period', fresh, 'Nothing that the first period does not have.'],
    ['In the first period only', stopped, 'Nothing that the second period does not have.'],
  ] as const;
  return (
    <>
      <div class="contrasts">
        {lines.length ? (
          <Lines view={view} lines={lines} />
        ) : (
          <p>Neither cooperation nor conflict differs by more than coverage and chance would have it.</p>
        )}
      </div>
      <div class="only">
        {parts.map(([name, list, none]) => (
          <div key={name}>
            <h3>{name}</h3>
            {list.length ? <Lines view={view} lines={list} /> : <p class="quiet">{none}</p>}
          </div>
        ))}
      </div>
    </>
  );
}

function Tables({ view }: { readonly view: PeriodsView }) {
  const shown = view.sides.filter(({ direction }) => direction !== 'both');
  return (
    <>
      <div class="two-tables">
        {shown.map((side) => (
          <SideTable key={side.direction} view={view} side={side} />
        ))}
      </div>
      <p class="chart-note">
        In small figures events for a hundred articles of coverage. A change in bold is more than coverage and chance
        would make it. Press a figure for its sentences; that of a change opens those of both periods.
      </p>
    </>
  );
}

function SideTable({ view, side }: { readonly view: PeriodsView; readonly side: ComparedSide }) {
  const { a, b, first, second, sides } = view;
  const { from, to, direction } = side;
  const cells: Cells = {
    first,
    second,
    sides: `${from.name} towards ${to.name}`,
    open: (what, period) => {
      const days = period === 'first' ? first : second;
      const also = period === 'both' ? written(first) : null;
      openEvidence(betweenCode({ a: a.key, b: b.key, direction, ...what, from: days.from, to: days.to, also }));
    },
  };
  // Both tables have the same rows, so that they can be read across.
  const types = [...new Set(sides.flatMap((one) => Object.keys(one.types)))];
  const none = { first: 0, second: 0, change: 0, rates: { first: null, second: null, change: null }, p: null };
  return (
    <table class="numbers compared">
      <caption>
        {from.name} <span aria-hidden="true">→</span>
        <span class="unseen"> towards </span> {to.name}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">First</th>
          <th scope="col">Second</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        <FigureRow name="Events" what={{}} figure={side.events} cells={cells} />
        {QUAD_COLUMNS.flatMap(([quad, name]) => [
          <FigureRow key={quad} name={name} what={{ quad, counted: 'true' }} figure={side.quads[quad]} cells={cells} />,
          ...types
            .filter((type) => quadOf(type) === quad)
            .map((type) => (
              <FigureRow
                key={type}
                inner
                name={typeNoun(type)}
                what={{ type, counted: 'true' }}
                figure={side.types[type] ?? none}
                cells={cells}
              />
            )),
        ])}
        <FigureRow name="Denied" what={{ status: 'denied' }} figure={side.statuses.denied} cells={cells} />
        <FigureRow name="Origins" what={{}} figure={side.origins} cells={cells} />
        <IntensityRow intensity={side.intensity} cells={cells} />
      </tbody>
    </table>
  );
}
