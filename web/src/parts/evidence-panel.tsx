/** The one gesture: the sentences behind whatever was pressed. Beside the page, or a sheet from below on a phone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EventView, ReportRow } from '../../../src/rows.ts';
import { ask, useAnswer } from '../api.ts';
import { closeEvidence, lastPressed, readShow } from '../evidence.ts';
import { counted, grouped, originsInWords } from '../words.ts';
import { MarkKey } from './marked.tsx';
import { nameOf, useNames } from './names.ts';
import { ReportItem } from './report-item.tsx';
import { Empty, Failed, Loading } from './states.tsx';
import { Why } from './why.tsx';

interface ReportPage {
  readonly items: readonly ReportRow[];
  readonly total: number;
  /** Address of the page after it. */
  readonly next: string | null;
}

/** An event's answer and a list's answer, as one list. */
function reportsOf(data: ReportPage | EventView | null): readonly ReportRow[] | null {
  if (!data) return null;
  return 'items' in data ? data.items : data.reports;
}

const amountOf = (shown: number, total: number, origins: number): string =>
  shown < total
    ? `The newest ${shown} of ${grouped(total)} reports`
    : `${counted(total, 'report')} from ${originsInWords(origins)}, newest first`;

export function Evidence({ show }: { readonly show: string }) {
  useNames();
  const asked = readShow(show, nameOf);
  const { data, trouble } = useAnswer<ReportPage | EventView>(asked?.path ?? null);
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
  const [more, setMore] = useState<ReportPage | null>(null);
  const first = reportsOf(data);
  const reports = first && [...first, ...(more?.items ?? [])];
  const last = more ?? (data && 'items' in data ? data : null);
  const goOn = async (next: string) => {
    const page = await ask<ReportPage>(next.replace(/^\/api/, ''));
    setMore({ ...page, items: [...(more?.items ?? []), ...page.items] });
  };
  const origins = new Set(reports?.map((r) => r.source.origin)).size;
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
            {reports && reports.length > 0
              ? amountOf(reports.length, last?.total ?? reports.length, origins)
              : '\u00a0'}
          </p>
        )}
        <MarkKey />
      </div>
      {!asked && <Empty>This address asks for evidence that does not exist.</Empty>}
      {trouble && <Failed trouble={trouble} />}
      {asked?.why && <Why {...asked.why} />}
      {asked?.path && !reports && !trouble && <Loading />}
      {reports?.length === 0 && <Empty>Nothing in the record fits.</Empty>}
      <ol class="report-list">
        {reports?.map((report) => (
          <ReportItem key={report.id} report={report} />
        ))}
      </ol>
      {last?.next && (
        <button type="button" class="plain more" onClick={() => void goOn(last.next!)}>
          Show more
        </button>
      )}
    </aside>
  );
}
