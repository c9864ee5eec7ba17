/** One report: its sentence with the words marked, its status, who says so, where and when it was printed. */
import type { ReportRow } from '../../../src/rows.ts';
import { articlePath, eventPath } from '../../../src/server/addresses.ts';
import { addressOf } from '../api.ts';
import { dayInWords, daysInWords, shown, sourceName, speakerInWords } from '../words.ts';
import { MarkedSentence } from './marked.tsx';
import { StatusMark } from './status.tsx';

function saidLine(report: ReportRow): string | null {
  const [outer] = report.said;
  if (!outer) return null;
  // The chip before it says "Denied" already.
  const denied = report.status === 'denied' ? 'by' : 'denied by';
  const verb = outer.stance === 'denies' ? denied : outer.stance === 'doubts' ? 'doubted by' : 'according to';
  return `${verb} ${shown(speakerInWords(outer))}`;
}

/** Where the sentence stands in the article's page. */
export const sentenceHref = (report: ReportRow): string =>
  `${articlePath(report.source.article)}?at=${report.sentence.index}&mark=${encodeURIComponent(report.id)}`;

export const explainHref = (report: ReportRow): string =>
  addressOf('/explain', { sentence: report.sentence.text.slice(0, 2000), date: report.source.published });

export function ReportItem({ report, withEvent = true }: { readonly report: ReportRow; readonly withEvent?: boolean }) {
  const { source, when } = report;
  const said = saidLine(report);
  return (
    <li class="report">
      <blockquote class="sentence">
        <MarkedSentence report={report} />
      </blockquote>
      <p class="report-meta">
        <StatusMark status={report.status} />
        {said && <span> {said}</span>}
        {when && (
          <span class="when">
            {' '}
            for {daysInWords(when.from, when.to)}
            {when.implied ? ', by the day of the news' : ''}
          </span>
        )}
      </p>
      <p class="report-source">
        <bdi>{shown(sourceName(source))}</bdi>
        {source.published && <>, {dayInWords(source.published)}</>}
      </p>
      <p class="report-links">
        <a href={explainHref(report)}>
          Why?<span class="unseen"> The rules that read this sentence so</span>
        </a>
        <a href={sentenceHref(report)}>In the article</a>
        {withEvent && report.event && <a href={eventPath(report.event)}>The event</a>}
      </p>
    </li>
  );
}
