/** Reading an article: its text set well, everything that was found marked in it, and beside each paragraph what that is. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ArticleView, ReportRow, SentenceRow } from '../../../src/rows.ts';
import { articlePath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { eventCode, openEvidence, reportsCode } from '../evidence.ts';
import { MARK_KINDS, type MarkKind, marksIn, reportsBySentence } from '../parts/article-marks.ts';
import { MarkedText } from '../parts/marked.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { StatusMark } from '../parts/status.tsx';
import { useTitle } from '../title.ts';
import { counted, dayInWords, partiesOfReport, shown, sourceName, TYPE_WORDS, typeNoun, webAddress } from '../words.ts';

/** Characters shown at once; longer articles go on when asked. */
const AT_ONCE = 60_000;

export function ArticlePage({ id, query }: PageProps) {
  const { data: view, trouble } = useAnswer<ArticleView>(`/articles/${encodeURIComponent(id)}`);
  const [off, setOff] = useState<ReadonlySet<MarkKind>>(new Set());
  const at = query.get('at');
  useTitle(view?.source.title ?? '');
  useEffect(() => {
    if (at !== null && view) document.getElementById(`s${at}`)?.scrollIntoView({ block: 'center' });
  }, [at, view]);
  if (trouble) return <Failed trouble={trouble} whole />;
  if (!view) return <Loading lines={14} />;
  const toggle = (kind: MarkKind) => {
    const next = new Set(off);
    if (!next.delete(kind)) next.add(kind);
    setOff(next);
  };
  return (
    <article class="page reading">
      <ArticleHead view={view} />
      <fieldset class="mark-switches no-print">
        <legend class="unseen">Marks</legend>
        {MARK_KINDS.map((kind) => (
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
                <a href={articlePath(copy.article)}>
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

/** A sentence without end is shown piece by piece like the rest. */
const upTo = (sentence: SentenceRow, limit: number): SentenceRow =>
  sentence.to <= limit ? sentence : { ...sentence, to: limit, text: sentence.text.slice(0, limit - sentence.from) };

function paragraphsOf(view: ArticleView, limit: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const sentence of view.sentences) {
    if (sentence.part === 'title') continue;
    if (sentence.from > limit) break;
    const last = paragraphs.at(-1);
    const part = upTo(sentence, limit);
    if (last && last.number === sentence.paragraph) last.sentences.push(part);
    else paragraphs.push({ number: sentence.paragraph, sentences: [part] });
  }
  return paragraphs;
}

interface Marking {
  readonly view: ArticleView;
  readonly off: ReadonlySet<MarkKind>;
  readonly at: number | null;
}

function Paragraphs({ view, off, at }: Marking) {
  const target = view.sentences.find((s) => s.index === at);
  const [limit, setLimit] = useState((target?.from ?? 0) + AT_ONCE);
  const paragraphs = useMemo(() => paragraphsOf(view, limit), [view, limit]);
  const bySentence = useMemo(() => reportsBySentence(view.reports), [view]);
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
            {shown(partiesOfReport(report))}
          </button>
          <span class="quiet">
            {typeNoun(report.type)} <StatusMark status={report.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}
