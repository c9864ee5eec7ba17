/** Claims on the left, their denials on the right. */
import type { Status } from '../../../src/nouns.ts';
import type { LedgerEntry, ReportRow } from '../../../src/rows.ts';
import { openEvidence, reportsCode } from '../evidence.ts';
import { dayInWords, grouped, shown, sourceName, speakerInWords } from '../words.ts';
import { MarkedSentence } from './marked.tsx';
import { useAll } from './more.ts';
import { StatusMark } from './status.tsx';

interface SideProps {
  readonly report: ReportRow;
  /** On the right the sentence is there as a denial, whatever else it tells. */
  readonly status: Status;
  readonly by: string;
  readonly why?: string;
  /** Whether its words are told: not again, where the claim's own words stand beside it. */
  readonly told?: boolean;
}

function Side({ report, status, by, why, told = true }: SideProps) {
  const { source } = report;
  return (
    <div class="ledger-side">
      <p class="ledger-by">
        <StatusMark status={status} /> {shown(by)}
      </p>
      {told && (
        <blockquote class="sentence">
          <MarkedSentence report={report} />
        </blockquote>
      )}
      <p class="report-source">
        <button type="button" class="plain" title={why} onClick={() => openEvidence(reportsCode([report.id]))}>
          <bdi>{shown(sourceName(source))}</bdi>
          {source.published && `, ${dayInWords(source.published)}`}
        </button>
      </p>
    </div>
  );
}

/** Claims that are shown before all are asked for. */
const FIRST = 8;

export function Ledger({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const { all, list, showAll } = useAll<HTMLDivElement>(FIRST);
  if (!entries.length) return null;
  return (
    <section class="ledger" aria-labelledby="ledger-title">
      <h2 id="ledger-title">Claims and denials</h2>
      <div ref={list}>
        {entries.slice(0, all ? undefined : FIRST).map(({ claim, affirmedBy, denials }) => (
          <div key={claim.id} class="ledger-row">
            {denials.some(({ report }) => report.id === claim.id) && !affirmedBy.length ? (
              <p class="quiet">Denied before any report here claims it.</p>
            ) : (
              <Side
                report={claim}
                status={claim.status}
                by={affirmedBy.length ? affirmedBy.map(speakerInWords).join('; ') : 'in the article’s own words'}
              />
            )}
            <div>
              {denials.map(({ report, by, how }) => (
                <Side
                  key={report.id}
                  report={report}
                  status={report.status === 'negated' ? 'negated' : 'denied'}
                  by={by ? `by ${speakerInWords(by)}` : 'by somebody not named'}
                  why={how}
                  told={report.id !== claim.id || !affirmedBy.length}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {!all && entries.length > FIRST && (
        <button type="button" class="plain more" onClick={showAll}>
          Show all {grouped(entries.length)}
        </button>
      )}
    </section>
  );
}
