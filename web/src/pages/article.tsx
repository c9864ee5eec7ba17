/** Reading an article: its text set well, everything that was found marked in it, and beside each paragraph what that is. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ArticleView, ReportRow, SentenceRow } from '../../../src/rows.ts';
import { actorPath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { eventCode, openEvidence, reportsCode } from '../evidence.ts';
import { layOut, type Mark, MarkedText, marksOf } from '../parts/marked.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { StatusMark } from '../parts/status.tsx';
import { useTitle } from '../title.ts';
import { counted, dayInWords, shown, sourceName, TYPE_WORDS, webAddress } from '../words.ts';

const KINDS = ['events', 'actors', 'statements'] as const;
type Kind = (typeof KINDS)[number];

/** Characters shown at once; longer articles go on when asked. */
const AT_ONCE = 60_000;

export function ArticlePage({ id, query }: PageProps) {
  const { data: view, trouble } = useAnswer<ArticleView>(`/articles/${encodeURIComponent(id)}`);
  const [off, setOff] = useState<ReadonlySet<Kind>>(new Set());
  const at = query.get('at');
  useTitle(view?.source.title ?? '');
  useEffect(() => {
    if (at !== null && view) document.getElementById(`s${at}`)?.scrollIntoView({ block: 'center' });
  }, [at, view]);
  if (trouble) return <Failed trouble={trouble} />;
  if (!view) return <Loading lines={14} />;
  const toggle = (kind: Kind) => {
    const next = new Set(off);
    if (!next.delete(kind)) next.add(kind);
    setOff(next);
  };
  return (
    <article class="page reading">
      <ArticleHead view={view} />
      <fieldset class="mark-switches no-print">
        <legend class="unseen">Marks</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={!off.has(kind)} onChange={() => toggle(kind)} /> {kind}
          </label>
        ))}
      </fieldset>
      <Paragraphs view={view} off={off} at={at === null ? null : Number(at)} />
      {view.copies.length > 0 && (
        <section>
          <h2>Nearly the same text</h2>
          <ul>
            {view.copies.map((copy) => (
              <li key={copy.article}>
                <a href={`/a/${copy.article}`}>
                  <bdi>{shown(copy.title ?? 'Without a title')}</bdi>
                </a>{' '}
                <span class="quiet">{shown(sourceName(copy))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function ArticleHead({ view }: { readonly view: ArticleView }) {
  const { source, reports } = view;
  const url = webAddress(source.url);
  return (
    <header class="page-head">
      <p class="kicker">
        <bdi>{shown(sourceName(source))}</bdi>
        {source.published && `, ${dayInWords(source.published)}`}
      </p>
      <h1>
        <bdi>{shown(source.title ?? 'Without a title')}</bdi>
      </h1>
      <p class="quiet">
        {reports.length ? (
          <button type="button" class="plain" onClick={() => openEvidence(reportsCode(reports.map((r) => r.id)))}>
            {counted(reports.length, 'report')}
          </button>
        ) : (
          'No reports'
        )}{' '}
        found.{' '}
        {url && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            The original
          </a>
        )}
      </p>
    </header>
  );
}

interface Paragraph {
  readonly number: number;
  readonly sentences: SentenceRow[];
}

function paragraphsOf(view: ArticleView, limit: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const sentence of view.sentences) {
    if (sentence.part === 'title') continue;
    if (sentence.from > limit) break;
    const last = paragraphs.at(-1);
    if (last && last.number === sentence.paragraph) last.sentences.push(sentence);
    else paragraphs.push({ number: sentence.paragraph, sentences: [sentence] });
  }
  return paragraphs;
}

interface Marking {
  readonly view: ArticleView;
  readonly off: ReadonlySet<Kind>;
  readonly at: number | null;
}

function Paragraphs({ view, off, at }: Marking) {
  const target = view.sentences.find((s) => s.index === at);
  const [limit, setLimit] = useState(Math.max(AT_ONCE, (target?.to ?? 0) + 1));
  const paragraphs = useMemo(() => paragraphsOf(view, limit), [view, limit]);
  const bySentence = useMemo(() => groupReports(view.reports), [view]);
  return (
    <div class="text">
      {paragraphs.map(({ number, sentences }) => (
        <div key={number} class="paragraph">
          <p
            class={
              sentences.every((s) => s.kind === 'boilerplate')
                ? 'boilerplate'
                : sentences[0]?.kind === 'heading'
                  ? 'text-heading'
                  : ''
            }
          >
            {sentences.map((sentence) => (
              <SentenceText
                key={sentence.index}
                view={view}
                sentence={sentence}
                off={off}
                at={at}
                reports={bySentence.get(sentence.index) ?? []}
              />
            ))}
          </p>
          {!off.has('events') && <Margin reports={sentences.flatMap((s) => bySentence.get(s.index) ?? [])} />}
        </div>
      ))}
      {view.text.length > limit && (
        <button type="button" class="plain more" onClick={() => setLimit(limit + AT_ONCE * 4)}>
          Go on reading
        </button>
      )}
    </div>
  );
}

function groupReports(reports: readonly ReportRow[]): Map<number, ReportRow[]> {
  const groups = new Map<number, ReportRow[]>();
  for (const report of reports)
    groups.set(report.sentence.index, [...(groups.get(report.sentence.index) ?? []), report]);
  return groups;
}

/** The marks of a report; pressing what was done opens its evidence. */
function whatIn(report: ReportRow): Mark[] {
  const show = report.event ? eventCode(report.event) : reportsCode([report.id]);
  return marksOf(report).map((mark) => (mark.kind === 'what' ? { ...mark, href: `?show=${show}` } : mark));
}

function marksIn(
  view: ArticleView,
  sentence: SentenceRow,
  reports: readonly ReportRow[],
  off: ReadonlySet<Kind>,
): Mark[] {
  const inside = (from: number, to: number) => from >= sentence.from && to <= sentence.to;
  const actors = view.mentions
    .filter((m) => m.part === sentence.part && m.sentence === sentence.index && inside(m.from, m.to))
    .map(
      (m): Mark => ({
        ...{ from: m.from, to: m.to, kind: 'actor' },
        title: m.actor ? `${m.actor.name} (${m.kind})` : m.kind,
        href: m.actor ? actorPath(m.actor.key) : undefined,
      }),
    );
  const quotes = view.statements
    .flatMap((s) => (s.direct ? s.content : []))
    .filter((c) => inside(c.from, c.to))
    .map((c): Mark => ({ from: c.from, to: c.to, kind: 'quote' }));
  return layOut([
    ...(off.has('events') ? [] : reports.flatMap(whatIn).filter((m) => m.kind === 'what' || m.kind === 'time')),
    ...(off.has('actors') ? [] : actors),
    ...(off.has('statements') ? [] : quotes),
  ]);
}

interface SentenceProps extends Marking {
  readonly sentence: SentenceRow;
  readonly reports: readonly ReportRow[];
}

function SentenceText({ view, sentence, off, at, reports }: SentenceProps) {
  const marks = marksIn(view, sentence, reports, off);
  return (
    <>
      <span id={`s${sentence.index}`} class={at === sentence.index ? 'sought' : undefined}>
        <MarkedText text={sentence.text} base={sentence.from} marks={marks} />
      </span>{' '}
    </>
  );
}

function Margin({ reports }: { readonly reports: readonly ReportRow[] }) {
  if (!reports.length) return null;
  return (
    <ul class="margin">
      {reports.map((report) => (
        <li key={report.id} class={report.quad.endsWith('conflict') ? 'is-conflict' : 'is-cooperation'}>
          <button
            type="button"
            class="plain"
            title={TYPE_WORDS[report.type]?.meaning}
            onClick={() => openEvidence(report.event ? eventCode(report.event) : reportsCode([report.id]))}
          >
            {shown(report.actors.map((a) => a.name).join(', ') || 'somebody not named')} →{' '}
            {shown(report.recipients.map((a) => a.name).join(', ') || 'nobody named')}
          </button>
          <span class="quiet">
            {report.type.toLowerCase()} <StatusMark status={report.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}
