/** Two actors: what changed, the chart, events, who claims and who denies, quotes, measures, the brief. */
import { useRef, useState } from 'preact/hooks';
import type { Days } from '../../../src/relations/periods.ts';
import type { RelationView } from '../../../src/rows.ts';
import { actorPath, pairPath } from '../../../src/server/addresses.ts';
import { addressOf, useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { betweenCode, openEvidence } from '../evidence.ts';
import { BriefColumn } from '../parts/brief.tsx';
import { RelationChart } from '../parts/chart.tsx';
import type { Drawn } from '../parts/chart-scale.ts';
import { ChartTable } from '../parts/chart-table.tsx';
import { beginComparing, Comparison } from '../parts/compare.tsx';
import { daysOf, FirstPeriod } from '../parts/compare-choice.tsx';
import { Events } from '../parts/events.tsx';
import { Ledger } from '../parts/ledger.tsx';
import { Measures } from '../parts/measures.tsx';
import { learnNames } from '../parts/names.ts';
import { Quotes } from '../parts/quotes.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { go, withQuery } from '../router.ts';
import { useFeeds, useTitle } from '../title.ts';
import { bound } from '../words.ts';

/** Another period: the page of events begins anew, and what it is compared with stays, unless all is shown. */
const pick = (from: string | null, to: string | null): void =>
  go(withQuery({ from, to, show: null, page: null, ...(from ? {} : { against: null }) }));

export function RelationPage({ id, query }: PageProps) {
  const [since, until, against] = [query.get('from'), query.get('to'), query.get('against')];
  const path = addressOf(`/relations/${encodeURIComponent(id)}`, { since, until });
  const { data: view, trouble } = useAnswer<RelationView>(path);
  const compared = comparedDays(against, since, until);
  const wide = useAnswer<RelationView>(
    compared && addressOf(`/relations/${encodeURIComponent(id)}`, { since: compared.from, until: compared.to }),
  ).data;
  useTitle(view ? `${view.a.name} and ${view.b.name}` : '');
  useFeeds(view ? `${view.a.name} and ${view.b.name}` : '', view ? feedsOf(view) : []);
  if (trouble) return <Failed trouble={trouble} whole />;
  if (!view) return <Loading lines={12} />;
  learnNames(view.a, view.b);
  return (
    <div class="page with-side">
      <div class="column">
        <RelationHead view={view} />
        <Jump view={view} />
        <ChartSection view={view} wide={wide} against={against} drawn={drawnIn(query)} show={query.get('show')} />
        {against !== null && <Comparison view={view} against={against} onClose={stopComparing} />}
        <Events view={view} id={id} query={query}>
          <Follow view={view} />
        </Events>
        <Ledger entries={view.ledger} />
        <Quotes quotes={view.quotes} />
        <Measures measures={view.measures} findings={view.findings} />
      </div>
      <aside class="side" aria-label="Brief">
        <BriefColumn pair={id} since={since} until={until} />
      </aside>
    </div>
  );
}

/** From the first day of two periods to the last, so that one chart draws both; null where nothing is compared. */
function comparedDays(against: string | null, since: string | null, until: string | null): Days | null {
  const first = daysOf(against);
  if (!first || !since || !until) return null;
  return { from: first.from < since ? first.from : since, to: first.to > until ? first.to : until };
}

/** The focus goes back to where the comparison was asked for. */
function stopComparing(): void {
  go(withQuery({ against: null, show: null }));
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.begin-comparing')?.focus());
}

const feedsOf = ({ a, b }: RelationView) =>
  [
    ['application/atom+xml', `/api/relations/${pairPath(a.key, b.key)}/feed.atom`],
    ['application/feed+json', `/api/relations/${pairPath(a.key, b.key)}/feed.json`],
  ] as const;

/** Where the page is one long column, the ways to its parts. */
function Jump({ view }: { readonly view: RelationView }) {
  const parts = [
    ['brief-title', 'Brief', true],
    ['events-title', 'Events', true],
    ['ledger-title', 'Claims and denials', view.ledger.length > 0],
    ['quotes-title', 'Quotes', view.quotes.length > 0],
    ['measures-title', 'Measures', view.measures.length + view.findings.length > 0],
  ] as const;
  return (
    <nav class="jump no-print" aria-label="On this page">
      {parts.map(([id, name, there]) =>
        there ? (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ) : null,
      )}
    </nav>
  );
}

function RelationHead({ view }: { readonly view: RelationView }) {
  const { a, b, assessment, since, until } = view;
  const all = betweenCode({ a: a.key, b: b.key, direction: 'both', from: since, to: until });
  return (
    <header class="page-head">
      <p class="kicker">Relation</p>
      <h1>
        <a href={actorPath(a.key)}>{a.name}</a> and <a href={actorPath(b.key)}>{b.name}</a>
      </h1>
      <p class="lead">
        {assessment.reports.length ? (
          <button type="button" class="finding" onClick={() => openEvidence(all)}>
            {bound(assessment.text)}
          </button>
        ) : (
          bound(assessment.text)
        )}
      </p>
    </header>
  );
}

/** What stands out most, in a sentence; the chart's title. */
function findingOf(view: RelationView): { text: string; code: string | null } {
  const [sharpest] = [...view.changes].sort((x, y) => x.p - y.p);
  if (!sharpest) {
    const text = view.forward.points.length
      ? `No ${view.period} stands out against the ones before it`
      : 'Nothing to draw yet';
    return { text, code: null };
  }
  const { direction, kind, from, to, line } = sharpest;
  return { text: line.text, code: betweenCode({ a: view.a.key, b: view.b.key, direction, kind, from, to }) };
}

const drawnIn = (query: URLSearchParams): Drawn => (query.get('draw') === 'intensity' ? 'intensity' : 'events');

interface ChartSectionProps {
  readonly view: RelationView;
  /** The relation from the first day of the compared periods to the last. */
  readonly wide: RelationView | null;
  readonly against: string | null;
  readonly drawn: Drawn;
  readonly show: string | null;
}

/** What is drawn, whether as a picture or a table, and whether another period stands beside it. */
interface ChoiceProps {
  readonly drawn: Drawn;
  readonly table: boolean;
  readonly comparing: boolean;
  readonly onTable: () => void;
  readonly onCompare: () => void;
}

function ChartChoice({ drawn, table, comparing, onTable, onCompare }: ChoiceProps) {
  const other = drawn === 'events' ? 'intensity' : 'events';
  return (
    <p class="chart-choice">
      {!table && (
        <button
          type="button"
          class="plain"
          onClick={() => go(withQuery({ draw: other === 'events' ? null : other }), { replace: true })}
        >
          {other === 'events' ? 'Count events' : 'Mean intensity'}
        </button>
      )}
      <button type="button" class="plain" onClick={onTable}>
        {table ? 'Chart' : 'Table'}
      </button>
      {!comparing && (
        <button type="button" class="plain begin-comparing" onClick={onCompare}>
          Compare two periods
        </button>
      )}
    </p>
  );
}

function ChartNote({ period, drawn }: { readonly period: string; readonly drawn: Drawn }) {
  if (drawn === 'intensity')
    return (
      <p class="chart-note">
        Mean intensity of the events of each {period}, on PLOVER’s scale from −10 (the gravest{' '}
        <span class="ink-conflict">conflict</span>) to +10 (the closest <span class="ink-cooperation">cooperation</span>
        ). Press a bar for its sentences; drag to choose a period. Denied reports are not counted.
      </p>
    );
  return (
    <p class="chart-note">
      Events by {period}. Above the line <span class="ink-cooperation">cooperation</span>, below it{' '}
      <span class="ink-conflict">conflict</span>; <span class="swatch deed" /> in deeds, <span class="swatch word" /> in
      words. Press a bar for its sentences; drag to choose a period. Denied reports are not counted.
    </p>
  );
}

function ChartSection({ view, wide, against, drawn, show }: ChartSectionProps) {
  const [table, setTable] = useState(false);
  const { text, code } = findingOf(view);
  const drawnView = wide ?? view;
  const some = drawnView.forward.points.length > 0;
  const comparing = against !== null;
  const first = daysOf(against);
  const second = { from: view.since ?? view.span?.from ?? '', to: view.until ?? view.span?.to ?? '' };
  const marked = first && wide ? ([['First', first] as const, ['Second', second] as const] as const) : [];
  return (
    <section class="chart-section" aria-labelledby="chart-title">
      <h2 id="chart-title">
        {code ? (
          <button type="button" class="finding" onClick={() => openEvidence(code)}>
            {bound(text)}
          </button>
        ) : (
          text
        )}
      </h2>
      <div class="chart-tools">
        <div class="periods-picked">
          {first && <FirstPeriod first={first} second={second} />}
          {(some || view.since || view.until) && <PeriodPicker view={view} name={comparing ? 'Second' : null} />}
        </div>
        {some && (
          <ChartChoice
            {...{ drawn, table, comparing }}
            onTable={() => setTable(!table)}
            onCompare={() => beginComparing(view)}
          />
        )}
      </div>
      {some &&
        (table ? (
          <ChartTable view={drawnView} />
        ) : (
          <RelationChart view={drawnView} drawn={drawn} show={show} marked={marked} onPick={pick} />
        ))}
      {some && !table && <ChartNote period={drawnView.period} drawn={drawn} />}
    </section>
  );
}

/** `name` tells it from the period that it is compared with. */
function PeriodPicker({ view, name }: { readonly view: RelationView; readonly name: string | null }) {
  const { since, until, span } = view;
  const start = useRef<HTMLInputElement>(null);
  const chosen = since !== null || until !== null;
  const first = since ?? span?.from ?? '';
  const last = until ?? span?.to ?? '';
  const change = (from: string, to: string) => {
    if (from && to && from <= to) pick(from, to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two fields in a line are no field set to the eye
    <div class="period" role="group" aria-label={name ? `${name} period` : 'Period'}>
      {name && (
        <span aria-hidden="true" class="period-name">
          {name}
        </span>
      )}
      <label>
        <span class="unseen">From</span>
        <input ref={start} type="date" value={first} max={last} onChange={(e) => change(e.currentTarget.value, last)} />
      </label>
      <span aria-hidden="true">–</span>
      <label>
        <span class="unseen">To</span>
        <input type="date" value={last} min={first} onChange={(e) => change(first, e.currentTarget.value)} />
      </label>
      {chosen && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            // The button goes when the whole is shown; the focus stays with the period.
            start.current?.focus();
            pick(null, null);
          }}
        >
          Whole record
        </button>
      )}
    </div>
  );
}

function Follow({ view }: { readonly view: RelationView }) {
  return (
    <p class="follow no-print">
      Follow this relation: <a href={feedsOf(view)[0][1]}>Atom</a>, <a href={feedsOf(view)[1][1]}>JSON Feed</a>
    </p>
  );
}
