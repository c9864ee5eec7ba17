/** The first page: what changed, the relations by weight, the newest articles. */
import { useState } from 'preact/hooks';
import type { DeskView, PairRow } from '../../../src/rows.ts';
import { articlePath, relationPath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import { betweenCode, eventCode, openEvidence, reportsCode } from '../evidence.ts';
import { learnNames } from '../parts/names.ts';
import { Spark } from '../parts/spark.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { StatusMark } from '../parts/status.tsx';
import { useTitle } from '../title.ts';
import {
  bound,
  counted,
  dayInWords,
  grouped,
  lineWithoutStatus,
  originsInWords,
  shortDay,
  shown,
  sourceName,
} from '../words.ts';

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
        {grouped(articles)} {articles === 1 ? 'article' : 'articles'} from {grouped(origins)}{' '}
        {origins === 1 ? 'origin' : 'origins'}, {grouped(events)} {events === 1 ? 'event' : 'events'}
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
              <Spark points={points} width={112} height={32} />
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
  const [all, setAll] = useState(false);
  const sorted = [...pairs].sort(ORDERS[order]).slice(0, all ? undefined : FIRST_PAIRS);
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" class="kicker">
        Relations
      </h2>
      <table class="pairs">
        <thead>
          <tr>
            {HEADS.map(([name, label]) => (
              <th key={name} scope="col" class={`col-${name}`} aria-sort={order === name ? 'descending' : undefined}>
                <button type="button" onClick={() => setOrder(name)}>
                  {label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((pair) => (
            <PairLine key={pair.a.key + pair.b.key} pair={pair} />
          ))}
        </tbody>
      </table>
      {pairs.length > sorted.length && (
        <button type="button" class="plain more" onClick={() => setAll(true)}>
          Show all {pairs.length}
        </button>
      )}
    </section>
  );
}

function PairLine({ pair }: { readonly pair: PairRow }) {
  const { a, b, last, events, origins, cooperation, conflict, points } = pair;
  const all = betweenCode({ a: a.key, b: b.key, direction: 'both' });
  const some = (kind: string) => betweenCode({ a: a.key, b: b.key, direction: 'both', kind });
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
      <td class="col-events">
        <span class="trend">
          <Spark points={points} />
          <button
            type="button"
            class="number"
            aria-label={`${counted(events, 'event')}, ${nameOfPair(pair)}`}
            onClick={() => openEvidence(all)}
          >
            {grouped(events)}
          </button>
        </span>
      </td>
      <td class="col-balance">
        <span class="balance">
          <button
            type="button"
            class="number conflict"
            disabled={!conflict}
            aria-label={`${conflict} of conflict, ${nameOfPair(pair)}`}
            onClick={() => openEvidence(some('conflict'))}
          >
            {grouped(conflict)}
          </button>
          <Balance cooperation={cooperation} conflict={conflict} />
          <button
            type="button"
            class="number cooperation"
            disabled={!cooperation}
            aria-label={`${cooperation} of cooperation, ${nameOfPair(pair)}`}
            onClick={() => openEvidence(some('cooperation'))}
          >
            {grouped(cooperation)}
          </button>
        </span>
      </td>
      <td class="col-origins">
        <button
          type="button"
          class="number"
          aria-label={`${originsInWords(origins)}, ${nameOfPair(pair)}`}
          onClick={() => openEvidence(all)}
        >
          {grouped(origins)}
        </button>
      </td>
    </tr>
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

function Newest({ view }: { readonly view: DeskView }) {
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" class="kicker">
        Newest articles
      </h2>
      <ol class="newest">
        {view.newest.map((source) => (
          <li key={source.article}>
            <a href={articlePath(source.article)}>
              <bdi>{shown(source.title ?? 'Without a title')}</bdi>
            </a>
            <span class="quiet">
              <bdi>{shown(sourceName(source))}</bdi>
              {source.published && `, ${dayInWords(source.published)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
