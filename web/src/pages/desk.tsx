/** The first page: what changed, the relations by weight, the newest articles. */
import { useState } from 'preact/hooks';
import type { DeskView, PairRow } from '../../../src/rows.ts';
import { relationPath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import { ARTICLES, betweenCode, EVERYTHING, eventCode, openEvidence, reportsCode } from '../evidence.ts';
import { useAll } from '../parts/more.ts';
import { learnNames } from '../parts/names.ts';
import { PairCells } from '../parts/pair-cells.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { Spark, SparkNote } from '../parts/spark.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { StatusMark } from '../parts/status.tsx';
import { useTitle } from '../title.ts';
import { bound, counted, dayInWords, lineWithoutStatus, originsInWords, shortDay, shown } from '../words.ts';

export function DeskPage() {
  useTitle('');
  const { data, trouble } = useAnswer<DeskView>('/overview');
  if (trouble) return <Failed trouble={trouble} whole />;
  if (!data) return <Loading lines={10} />;
  if (data.articles === 0) return <EmptyDesk />;
  for (const { a, b } of data.pairs) learnNames(a, b);
  return (
    <div class="page with-side">
      <div class="column">
        <Welcome view={data} />
        <Top view={data} />
        <Pairs pairs={data.pairs} />
      </div>
      <aside class="side" aria-label="Newest articles">
        <Newest view={data} />
      </aside>
    </div>
  );
}

function EmptyDesk() {
  return (
    <div class="page empty-desk">
      <h1>The record is empty</h1>
      <p class="lead">
        Give it news to read: it keeps who is reported to have done what to whom, when, and who says so, each with its
        sentence.
      </p>
      <p>
        <a class="press" href="/add">
          Add articles
        </a>
      </p>
      <p class="quiet">
        Or in a terminal: <code>dragoman read articles/*.html</code>
      </p>
    </div>
  );
}

function Welcome({ view }: { readonly view: DeskView }) {
  const { articles, events, origins, span, sample } = view;
  const when = span ? `, ${dayInWords(span.from)} to ${dayInWords(span.to)}` : '';
  return (
    <>
      <h1 class="unseen">The desk</h1>
      <p class="record-line">
        <button type="button" class="number" onClick={() => openEvidence(ARTICLES)}>
          {counted(articles, 'article')} from {originsInWords(origins)}
        </button>
        ,{' '}
        <button type="button" class="number" onClick={() => openEvidence(EVERYTHING)}>
          {counted(events, 'event')}
        </button>
        {when}.
      </p>
      {sample && (
        <p class="sample">
          This is the sample record that came with the program: short dispatches about a few countries. Open a relation
          below, or <a href="/add">add your own articles</a>.
        </p>
      )}
    </>
  );
}

function Top({ view }: { readonly view: DeskView }) {
  return (
    <section class="top" aria-labelledby="changed">
      <h2 id="changed" class="kicker">
        What changed
      </h2>
      {view.top.length === 0 && <p class="quiet">No period stands out against the ones before it.</p>}
      <ul>
        {view.top.map(({ pair: [a, b], change, points }) => {
          const { direction, kind, from, to } = change;
          const { reports } = change.line;
          const between = betweenCode({ a: a.key, b: b.key, direction, kind, from, to });
          const code = reports.length > 0 && reports.length <= 40 ? reportsCode(reports) : between;
          return (
            <li key={`${a.key}${b.key}${from}${kind}${direction}`}>
              <button type="button" class="picture" tabIndex={-1} aria-hidden="true" onClick={() => openEvidence(code)}>
                {points.some((point) => point.events > 0) && <Spark points={points} width={112} height={32} />}
              </button>
              <p>
                <button type="button" class="finding" onClick={() => openEvidence(code)}>
                  {bound(change.line.text)}
                </button>{' '}
                <a class="to-relation" href={relationPath(a.key, b.key)}>
                  {a.name} and {b.name}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Order = 'events' | 'name' | 'last' | 'balance' | 'origins';

const balance = ({ cooperation, conflict }: PairRow): number =>
  (cooperation - conflict) / Math.max(1, cooperation + conflict);
const nameOfPair = ({ a, b }: PairRow): string => `${a.name} and ${b.name}`;

const ORDERS: Readonly<Record<Order, (x: PairRow, y: PairRow) => number>> = {
  events: (x, y) => y.events - x.events,
  name: (x, y) => (nameOfPair(x) < nameOfPair(y) ? -1 : 1),
  last: (x, y) => ((x.last?.from ?? '') < (y.last?.from ?? '') ? 1 : -1),
  balance: (x, y) => balance(x) - balance(y),
  origins: (x, y) => y.origins - x.origins,
};

/** Orders that begin with the least: names from A, conflict before cooperation. */
const RISING: ReadonlySet<Order> = new Set(['name', 'balance']);

const FIRST_PAIRS = 12;

const HEADS: readonly (readonly [Order, string])[] = [
  ['name', 'Relation'],
  ['last', 'Last reported event'],
  ['events', 'Events'],
  ['balance', 'Conflict · cooperation'],
  ['origins', 'Origins'],
];

function Pairs({ pairs }: { readonly pairs: readonly PairRow[] }) {
  const [order, setOrder] = useState<Order>('events');
  const { all, list, showAll } = useAll<HTMLTableSectionElement>(FIRST_PAIRS);
  const sorted = [...pairs].sort(ORDERS[order]).slice(0, all ? undefined : FIRST_PAIRS);
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" class="kicker">
        Relations
      </h2>
      <table class="pairs" aria-labelledby="relations">
        <thead>
          <tr>
            {HEADS.map(([name, label]) => (
              <th
                key={name}
                scope="col"
                class={`col-${name}`}
                aria-sort={order === name ? (RISING.has(name) ? 'ascending' : 'descending') : undefined}
              >
                <button type="button" onClick={() => setOrder(name)}>
                  {label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={list}>
          {sorted.map((pair) => (
            <PairLine key={pair.a.key + pair.b.key} pair={pair} />
          ))}
        </tbody>
      </table>
      {pairs.length > sorted.length && (
        <button type="button" class="plain more" onClick={showAll}>
          Show all {pairs.length}
        </button>
      )}
      <SparkNote />
    </section>
  );
}

function PairLine({ pair }: { readonly pair: PairRow }) {
  const { a, b, last, events, origins, cooperation, conflict, points } = pair;
  return (
    <tr>
      <th scope="row" class="col-name">
        <a href={relationPath(a.key, b.key)}>
          {a.name} <span class="and">and</span> {b.name}
        </a>
      </th>
      <td class="col-last">
        {last && (
          <button type="button" class="finding small" onClick={() => openEvidence(eventCode(last.id))}>
            {shown(lineWithoutStatus(last))}
          </button>
        )}
        {last && (
          <span class="last-meta">
            {last.from && shortDay(last.from)} <StatusMark status={last.status} />
          </span>
        )}
      </td>
      <PairCells {...{ a: a.key, b: b.key, name: nameOfPair(pair), events, origins, cooperation, conflict, points }} />
    </tr>
  );
}

function Newest({ view }: { readonly view: DeskView }) {
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" class="kicker">
        Newest articles
      </h2>
      <SourceList sources={view.newest} />
    </section>
  );
}
