/** Two actors: what changed, the chart, events, who claims and who denies, quotes, measures, the brief. */
import { useState } from 'preact/hooks';
import type { RelationView } from '../../../src/rows.ts';
import { actorPath, pairPath } from '../../../src/server/addresses.ts';
import { addressOf, useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { betweenCode, openEvidence } from '../evidence.ts';
import { BriefColumn } from '../parts/brief.tsx';
import { RelationChart } from '../parts/chart.tsx';
import { ChartTable } from '../parts/chart-table.tsx';
import { Comparison } from '../parts/compare.tsx';
import { EventList } from '../parts/event-list.tsx';
import { Ledger } from '../parts/ledger.tsx';
import { Measures } from '../parts/measures.tsx';
import { learnNames } from '../parts/names.ts';
import { Quotes } from '../parts/quotes.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { go, withQuery } from '../router.ts';
import { useTitle } from '../title.ts';
import { counted, daysInWords } from '../words.ts';

const pick = (from: string | null, to: string | null): void => go(withQuery({ from, to, show: null, against: null }));

export function RelationPage({ id, query }: PageProps) {
  const [since, until] = [query.get('from'), query.get('to')];
  const path = addressOf(`/relations/${encodeURIComponent(id)}`, { since, until });
  const { data: view, trouble } = useAnswer<RelationView>(path);
  useTitle(view ? `${view.a.name} and ${view.b.name}` : '');
  if (trouble) return <Failed trouble={trouble} />;
  if (!view) return <Loading lines={12} />;
  learnNames(view.a, view.b);
  return (
    <div class="page with-side">
      <div class="column">
        <RelationHead view={view} />
        <ChartSection view={view} against={query.get('against')} />
        <Events view={view} />
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
            {assessment.text}
          </button>
        ) : (
          assessment.text
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

function ChartSection({ view, against }: { readonly view: RelationView; readonly against: string | null }) {
  const [table, setTable] = useState(false);
  const { text, code } = findingOf(view);
  const drawn = view.forward.points.length > 0;
  return (
    <section class="chart-section" aria-labelledby="chart-title">
      <h2 id="chart-title">
        {code ? (
          <button type="button" class="finding" onClick={() => openEvidence(code)}>
            {text}
          </button>
        ) : (
          text
        )}
      </h2>
      <div class="chart-tools">
        <PeriodPicker view={view} />
        {drawn && (
          <button type="button" class="plain" aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? 'Chart' : 'Table'}
          </button>
        )}
      </div>
      {drawn && (table ? <ChartTable view={view} /> : <RelationChart view={view} onPick={pick} />)}
      {drawn && !table && (
        <p class="chart-note">
          Events by {view.period}. Above the line <span class="ink-cooperation">cooperation</span>, below it{' '}
          <span class="ink-conflict">conflict</span>; <span class="swatch deed" /> in deeds,{' '}
          <span class="swatch word" /> in words. Press a bar for its sentences; drag to choose a period. Denied reports
          are not counted.
        </p>
      )}
      {view.since && view.until && <Comparison view={view} against={against} />}
    </section>
  );
}

function PeriodPicker({ view }: { readonly view: RelationView }) {
  const { since, until, span } = view;
  const chosen = since !== null || until !== null;
  const first = since ?? span?.from ?? '';
  const last = until ?? span?.to ?? '';
  const change = (from: string, to: string) => {
    if (from && to && from <= to) pick(from, to);
  };
  return (
    <div class="period">
      <label>
        <span class="unseen">From</span>
        <input type="date" value={first} max={last} onChange={(e) => change(e.currentTarget.value, last)} />
      </label>
      <span aria-hidden="true">–</span>
      <label>
        <span class="unseen">To</span>
        <input type="date" value={last} min={first} onChange={(e) => change(first, e.currentTarget.value)} />
      </label>
      {chosen && (
        <button type="button" class="plain" onClick={() => pick(null, null)}>
          Whole record
        </button>
      )}
    </div>
  );
}

const FIRST_EVENTS = 12;

function Events({ view }: { readonly view: RelationView }) {
  const [all, setAll] = useState(false);
  const { events, about, since, until } = view;
  const shownEvents = all ? events : events.slice(0, FIRST_EVENTS);
  const when = since && until ? `, ${daysInWords(since, until)}` : '';
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title">Reported events{when}</h2>
      {events.length === 0 && <Empty>Nothing between the two in this period.</Empty>}
      <EventList events={shownEvents} />
      {events.length > shownEvents.length && (
        <button type="button" class="plain more" onClick={() => setAll(true)}>
          Show all {events.length}
        </button>
      )}
      {about.length > 0 && (
        <details class="about">
          <summary>{counted(about.length, 'event')} by others towards both</summary>
          <EventList events={about} />
        </details>
      )}
      <p class="follow no-print">
        Follow this relation: <a href={`/api/relations/${pairPath(view.a.key, view.b.key)}/feed.atom`}>Atom</a>,{' '}
        <a href={`/api/relations/${pairPath(view.a.key, view.b.key)}/feed.json`}>JSON Feed</a>
      </p>
    </section>
  );
}
