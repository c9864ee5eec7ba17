/** Measures in force between the parties, and the reports that meet them. A lookup, not a judgement of law. */
import type { FindingRow, MeasureRow } from '../../../src/rows.ts';
import { openEvidence, reportsCode } from '../evidence.ts';
import { counted, dayInWords, webAddress } from '../words.ts';

function Instrument({ measure }: { readonly measure: MeasureRow }) {
  const url = webAddress(measure.url);
  const name = `${measure.instrument}${measure.paragraphs.length ? `, ¶${measure.paragraphs.join(', ')}` : ''}`;
  return url ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {name}
    </a>
  ) : (
    name
  );
}

interface MeasuresProps {
  readonly measures: readonly MeasureRow[];
  readonly findings: readonly FindingRow[];
}

const day = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayInWords(text) : text);

export function Measures({ measures, findings }: MeasuresProps) {
  const met = new Map<string, FindingRow[]>();
  for (const finding of findings) met.set(finding.measure.id, [...(met.get(finding.measure.id) ?? []), finding]);
  const all = [...measures, ...findings.map((f) => f.measure)].filter(
    (measure, i, list) => list.findIndex((m) => m.id === measure.id) === i,
  );
  if (!all.length) return null;
  const [meeting, other] = [all.filter((m) => met.has(m.id)), all.filter((m) => !met.has(m.id))];
  return (
    <section class="measures" aria-labelledby="measures-title">
      <h2 id="measures-title">Measures in force</h2>
      <p class="quiet">A lookup in a list of rules, not a judgement of law.</p>
      <ul>
        {meeting.map((measure) => (
          <MeasureItem key={measure.id} measure={measure} reports={met.get(measure.id) ?? []} />
        ))}
      </ul>
      {other.length > 0 && (
        <details open={meeting.length === 0 && other.length < 4}>
          <summary>{`${counted(other.length, 'measure')} in force that no report here meets`}</summary>
          <ul>
            {other.map((measure) => (
              <MeasureItem key={measure.id} measure={measure} reports={[]} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Findings told in words, at most; all of them stand behind the button. */
const MOST_WORDED = 2;
const PARTS = { paragraph: 'the paragraph', ban: 'what it bans', dates: 'the dates' } as const;

/** What of a measure was compared with something, and what was not; with what, for who points at it. */
function Checked({ measure }: { readonly measure: MeasureRow }) {
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter(
    (part) => part !== 'paragraph' || measure.paragraphs.length > 0,
  );
  const open = parts.filter((part) => !measure.confirmed.includes(part));
  const words =
    open.length === 0
      ? 'Checked'
      : open.length === parts.length
        ? 'Not checked against the text'
        : `Not checked: ${open.map((part) => PARTS[part]).join(', ')}`;
  const how = [measure.checked && `Compared: ${measure.checked}.`, `Source: ${measure.source}.`];
  return <span title={how.filter(Boolean).join(' ')}>{words}. </span>;
}

function MeasureItem({ measure, reports }: { readonly measure: MeasureRow; readonly reports: readonly FindingRow[] }) {
  const meet = reports.length === 1 ? 'One report meets it' : `${counted(reports.length, 'report')} meet it`;
  return (
    <li>
      <p>
        <strong>
          <Instrument measure={measure} />
        </strong>{' '}
        {measure.scope}
      </p>
      {[...new Set(reports.map((finding) => finding.text))].slice(0, MOST_WORDED).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="quiet">
        {measure.authority}, from {day(measure.from)}
        {measure.to && ` to ${day(measure.to)}`}
        {measure.known_until && `, term known to ${day(measure.known_until)}`}. <Checked measure={measure} />
        {reports.length > 0 && (
          <button type="button" class="plain" onClick={() => openEvidence(reportsCode(reports.map((f) => f.report)))}>
            {meet}
          </button>
        )}
      </p>
    </li>
  );
}
