/** The lines of a brief on measures that reported transfers meet. */
import type { Status } from '../nouns.ts';
import type { BriefLine, FindingRow, MeasureRow, RelationView, ReportRow } from '../rows.ts';
import type { Citations } from './cite.ts';

const FIRMNESS: readonly Status[] = ['reported', 'alleged', 'planned', 'possible', 'denied', 'negated'];
/** A measure's line is worded after the firmest of the reports that meet it. */
const firmness = (reports: ReadonlyMap<string, ReportRow>, { report }: FindingRow): number =>
  FIRMNESS.indexOf(reports.get(report)?.status ?? 'negated');

/** What of a measure nobody has compared with its text. */
function uncheckedOf({ confirmed, paragraphs }: MeasureRow): string {
  if (!confirmed.length) return ' (Not checked against the text.)';
  if (!confirmed.includes('ban')) return ' (What it bans was not checked against the text.)';
  const isNumbered = paragraphs.length > 0;
  return isNumbered && !confirmed.includes('paragraph') ? ' (Paragraph not checked against the text.)' : '';
}

/** What measures say of the reported transfers; one line for each measure. */
export function measureLines(view: RelationView, reports: readonly ReportRow[], citations: Citations): BriefLine[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const byBan = new Map<string, { text: string; reports: ReportRow[] }>();
  const firmest = [...view.findings].sort((a, b) => firmness(byId, a) - firmness(byId, b));
  for (const finding of firmest) {
    const report = byId.get(finding.report);
    if (!report) continue;
    // Measures of the same ban are told by the first of them.
    const ban = /which bans (.*)$/.exec(finding.text)?.[1] ?? finding.text;
    const entry = byBan.get(ban) ?? { text: finding.text + uncheckedOf(finding.measure), reports: [] };
    entry.reports.push(report);
    byBan.set(ban, entry);
  }
  return [...byBan.values()].slice(0, 4).map((entry) => citations.resting(entry.text, entry.reports, 3));
}
