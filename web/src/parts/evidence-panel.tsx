/** The one gesture: the sentences behind whatever was pressed. Beside the page, or a sheet from below on a phone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EventView, ReportRow, SourceRow } from '../../../src/rows.ts';
import { ask, useAnswer } from '../api.ts';
import { closeEvidence, isOfArticles, lastPressed, readShow } from '../evidence.ts';
import { counted, grouped, originsInWords } from '../words.ts';
import { Glossary } from './glossary.tsx';
import { MarkKey } from './marked.tsx';
import { nameOf, useNames } from './names.ts';
import { ReportItem } from './report-item.tsx';
import { SourceList } from './source-list.tsx';
import { Empty, Failed, Loading } from './states.tsx';
import { Why } from './why.tsx';

interface ListPage {
  readonly items: readonly (ReportRow | SourceRow)[];
  readonly total: number;
  /** Address of the page after it. */
  readonly next: string | null;
}

/** An event's answer and a list's answer, as one list. */
function listOf(data: ListPage | EventView | null): readonly (ReportRow | SourceRow)[] | null {
  if (!data) return null;
  return 'items' in data ? data.items : data.reports;
}

const isReport = (item: ReportRow | SourceRow): item is ReportRow => 'sentence' in item;

function amountOf(list: readonly (ReportRow | SourceRow)[], total: number): string {
  const reports = list.filter(isReport);
  const noun = reports.length ? 'report' : 'article';
  if (list.length < total) return `The newest ${list.length} of ${grouped(total)} ${noun}s`;
  const origins = new Set((reports.length ? reports.map((r) => r.source) : (list as SourceRow[])).map((s) => s.origin))
    .size;
  return `${counted(total, noun)} from ${originsInWords(origins)}, newest first`;
}

const typesOf = (list: readonly (ReportRow | SourceRow)[]): string[] => [
  ...new Set(list.filter(isReport).map(({ type }) => type)),
];

export function Evidence({ show }: { readonly show: string }) {
  useNames();
  const asked = readShow(show, nameOf);
  const { data, trouble } = useAnswer<ListPage | EventView>(asked?.path ?? null);
  const panel = useRef<HTMLElement>(null);
  const [away, setAway] = useState(false);
  // In one piece with the drawing, so that the focus is never nowhere.
  useLayoutEffect(() => {
    const opener = lastPressed();
    // What was pressed in the column at the side must not be covered: the panel then stands before that column.
    setAway(opener?.closest('.side') != null);
    panel.current?.focus({ preventScroll: true });
    opener?.scrollIntoView({ block: 'nearest' });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeEvidence();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      const other = new URLSearchParams(location.search).has('show');
      if (!other && opener?.isConnected) (opener as HTMLElement | SVGElement).focus({ preventScroll: true });
    };
  }, [show]);
  const [more, setMore] = useState<ListPage | null>(null);
  const first = listOf(data);
  const list = first && [...first, ...(more?.items ?? [])];
  const last = more ?? (data && 'items' in data ? data : null);
  const goOn = async (next: string) => {
    const page = await ask<ListPage>(next.replace(/^\/api/, ''));
    const before = list?.length ?? 0;
    setMore({ ...page, items: [...(more?.items ?? []), ...page.items] });
    // The button goes with the last page: the focus goes on to the first that is new.
    requestAnimationFrame(() =>
      panel.current?.querySelectorAll<HTMLElement>('ol > li')[before]?.querySelector<HTMLElement>('a')?.focus(),
    );
  };
  const title = data && 'event' in data ? data.event.line : (asked?.about ?? 'Evidence');
  return (
    <aside class={away ? 'evidence is-away' : 'evidence'} aria-labelledby="evidence-title" tabIndex={-1} ref={panel}>
      <div class="evidence-head">
        <p class="kicker">Evidence</p>
        <button type="button" class="close" onClick={closeEvidence} aria-label="Close the evidence">
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
        <h2 id="evidence-title">{title}</h2>
        {!asked?.why && (
          <p class="evidence-count" aria-live="polite">
            {list && list.length > 0 ? amountOf(list, last?.total ?? list.length) : '\u00a0'}
          </p>
        )}
        {!isOfArticles(show) && <MarkKey />}
      </div>
      {!asked && <Empty>This address asks for evidence that does not exist.</Empty>}
      {trouble && <Failed trouble={trouble} />}
      {asked?.why && <Why {...asked.why} />}
      {asked?.path && !list && !trouble && <Loading />}
      {list?.length === 0 && <Empty>Nothing in the record fits.</Empty>}
      {list && list.length > 0 && <Items list={list} />}
      {!asked?.why && !isOfArticles(show) && list && <Glossary types={typesOf(list)} />}
      {last?.next && (
        <button type="button" class="plain more" onClick={() => void goOn(last.next!)}>
          Show more
        </button>
      )}
    </aside>
  );
}

function Items({ list }: { readonly list: readonly (ReportRow | SourceRow)[] }) {
  const reports = list.filter(isReport);
  if (!reports.length) return <SourceList sources={list as SourceRow[]} />;
  return (
    <ol class="report-list">
      {reports.map((report) => (
        <ReportItem key={report.id} report={report} />
      ))}
    </ol>
  );
}
