/** The events of a relation, newest first: by type, class and status, page by page, each view at an address of its own. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EventRow, RelationView } from '../../../src/rows.ts';
import { STATUS_ORDER, STATUS_WORDS } from '../../../src/wording.ts';
import { addressOf, useAnswer } from '../api.ts';
import { betweenCode, openEvidence } from '../evidence.ts';
import { go, withQuery } from '../router.ts';
import { counted, daysInWords, grouped, typeNoun } from '../words.ts';
import { EventList } from './event-list.tsx';
import { Glossary } from './glossary.tsx';
import { QUAD_COLUMNS } from './quads.ts';
import { Empty, Failed, Loading } from './states.tsx';

/** Events of one page. */
const AT_ONCE = 20;

interface Filters {
  readonly type: string | null;
  readonly quad: string | null;
  readonly status: string | null;
}

const filtersIn = (query: URLSearchParams): Filters => ({
  type: query.get('type'),
  quad: query.get('quad')?.replaceAll('-', ' ') ?? null,
  status: query.get('status'),
});

function pageIn(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

interface Listed {
  readonly items: readonly EventRow[];
  readonly total: number;
  readonly page: number;
}

/** One page of events: out of those that came with the relation, else asked for. */
function useEvents(view: RelationView, id: string, filters: Filters, page: number) {
  const { since, until, events, total } = view;
  const offset = (page - 1) * AT_ONCE;
  const all = !filters.type && !filters.quad && !filters.status;
  const atHand = all && (offset + AT_ONCE <= events.length || events.length >= total);
  const path = addressOf(`/relations/${encodeURIComponent(id)}/events`, {
    ...{ since, until, ...filters },
    ...{ limit: AT_ONCE, offset },
  });
  const { data, trouble, loading } = useAnswer<Omit<Listed, 'page'>>(atHand ? null : path);
  const last = useRef<Listed | null>(null);
  const held = data && !loading ? { ...data, page } : null;
  // What was there stays until the next is: nothing jumps.
  const list: Listed | null = atHand
    ? { items: events.slice(offset, offset + AT_ONCE), total, page }
    : (held ?? last.current);
  last.current = list;
  return { list, trouble, loading: loading && !atHand };
}

interface EventsProps {
  readonly view: RelationView;
  readonly id: string;
  readonly query: URLSearchParams;
  readonly children: ComponentChildren;
}

export function Events({ view, id, query, children }: EventsProps) {
  const { a, b, about, since, until, facets } = view;
  const filters = filtersIn(query);
  const page = pageIn(query);
  const { list, trouble, loading } = useEvents(view, id, filters, page);
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(page);
  // Whoever turns the page is led to its beginning.
  useLayoutEffect(() => {
    if (before.current !== page) title.current?.focus();
    before.current = page;
  }, [page]);
  const when = since && until ? `, ${daysInWords(since, until)}` : '';
  const code = betweenCode({ a: a.key, b: b.key, direction: 'both', ...filters, from: since, to: until });
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title" tabIndex={-1} ref={title}>
        Reported events{when}
      </h2>
      {view.total > 0 && <Choice view={view} filters={filters} />}
      {trouble && <Failed trouble={trouble} />}
      {!list && !trouble && <Loading lines={10} label="Loading events" />}
      {list && (
        <div aria-busy={loading}>
          <p class="events-count" aria-live="polite">
            {list.items.length > 0 && (
              <button type="button" class="finding" onClick={() => openEvidence(code)}>
                {amount(list)}
              </button>
            )}
          </p>
          {list.items.length === 0 && <Nothing view={view} page={list.page} total={list.total} />}
          <EventList events={list.items} />
          <Pages page={list.page} total={list.total} />
        </div>
      )}
      {about.length > 0 && (
        <details class="about">
          <summary>{counted(about.length, 'event')} by others towards both</summary>
          <EventList events={about} />
        </details>
      )}
      <Glossary types={Object.keys(facets.types)} />
      {children}
    </section>
  );
}

function amount({ items, total, page }: Listed): string {
  if (items.length === total) return `${counted(total, 'event')}, newest first`.replace(/^one/, 'One');
  const first = (page - 1) * AT_ONCE;
  return `${grouped(first + 1)} to ${grouped(first + items.length)} of ${grouped(total)} events, newest first`;
}

function Nothing({
  view,
  page,
  total,
}: {
  readonly view: RelationView;
  readonly page: number;
  readonly total: number;
}) {
  const { since, until } = view;
  if (page > 1 && total > 0)
    return (
      <Empty>
        There are not so many. <a href={withQuery({ page: null })}>To the newest events</a>
      </Empty>
    );
  if (view.total > 0)
    return (
      <Empty>
        No event fits. <a href={withQuery(NO_FILTERS)}>All events</a>
      </Empty>
    );
  return (
    <Empty>
      {since || until ? 'Nothing between the two in this period.' : 'Nothing between the two in the record.'}{' '}
      <a href="/add">Add articles</a>
    </Empty>
  );
}

const NO_FILTERS = { type: null, quad: null, status: null, page: null } as const;

type Option = readonly [value: string, name: string, n: number];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Choice({ view, filters }: { readonly view: RelationView; readonly filters: Filters }) {
  const { facets } = view;
  const types = Object.entries(facets.types).sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  const choices: readonly (readonly [keyof Filters, string, string, readonly Option[]])[] = [
    ['type', 'Type', 'All types', types.map(([type, n]) => [type, sentence(typeNoun(type)), n])],
    ['quad', 'Class', 'Words and deeds', QUAD_COLUMNS.map(([quad, name]) => [quad, name, facets.quads[quad] ?? 0])],
    [
      'status',
      'Status',
      'Any status',
      STATUS_ORDER.map((status) => [status, STATUS_WORDS[status], facets.statuses[status] ?? 0]),
    ],
  ];
  const chosen = filters.type || filters.quad || filters.status;
  return (
    // biome-ignore lint/a11y/useSemanticElements: fields in a line are no field set to the eye
    <div class="event-choice no-print" role="group" aria-label="Which events">
      {choices.map(([name, label, any, options]) => (
        <label key={name}>
          <span class="unseen">{label}</span>
          <select
            value={filters[name] ?? ''}
            onChange={(e) =>
              go(withQuery({ [name]: e.currentTarget.value.replaceAll(' ', '-') || null, page: null, show: null }))
            }
          >
            <option value="">{any}</option>
            {options
              .filter(([value, , n]) => n > 0 || value === filters[name])
              .map(([value, words, n]) => (
                <option key={value} value={value}>{`${words} (${grouped(n)})`}</option>
              ))}
          </select>
        </label>
      ))}
      {chosen && <a href={withQuery(NO_FILTERS)}>All events</a>}
    </div>
  );
}

function Pages({ page, total }: { readonly page: number; readonly total: number }) {
  const last = Math.ceil(total / AT_ONCE);
  if (last < 2) return null;
  const to = (n: number) => withQuery({ page: n > 1 ? String(n) : null, show: null });
  return (
    <nav class="pages no-print" aria-label="Pages of events">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Newer events
        </a>
      )}
      <span aria-current="page">{`Page ${grouped(page)} of ${grouped(last)}`}</span>
      {page < last && (
        <a href={to(page + 1)} rel="next">
          Older events
        </a>
      )}
      {page < last - 1 && <a href={to(last)}>Oldest</a>}
    </nav>
  );
}
