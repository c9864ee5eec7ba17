/** Claims beside their denials. */
import type { LedgerEntry, ReportRow, SaidRow } from '../rows.ts';

const denier = (report: ReportRow): SaidRow | null =>
  report.said.find((said) => said.stance === 'denies') ?? report.said[0] ?? null;

const isDenial = (report: ReportRow): boolean =>
  report.status === 'denied' || report.said.some((said) => said.stance === 'denies');

interface Entry {
  claim: ReportRow;
  affirmedBy: SaidRow[];
  denials: { report: ReportRow; by: SaidRow | null; how: string }[];
}

/** The claim of an event: the report of it that tells most plainly that it is so. */
function claimOf(reports: readonly ReportRow[]): ReportRow | null {
  const affirming = reports.filter((report) => !isDenial(report) && !report.negated);
  return affirming.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/**
 * Claims of these reports that somebody denies: by a link within the article, or because a report of the same event
 * is a denial. A denial without its claim stands beside itself, so that it is not lost.
 */
export function ledger(reports: readonly ReportRow[]): LedgerEntry[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const byEvent = new Map<string, ReportRow[]>();
  for (const report of reports) {
    const key = report.event ?? report.id;
    byEvent.set(key, [...(byEvent.get(key) ?? []), report]);
  }
  const entries = new Map<string, Entry>();
  for (const denial of reports.filter(isDenial)) {
    const linked = denial.denies.map((id) => byId.get(id)).find((claim) => claim !== undefined);
    const same = claimOf(byEvent.get(denial.event ?? denial.id) ?? []);
    const claim = linked ?? same ?? denial;
    const entry = entries.get(claim.id) ?? {
      claim,
      affirmedBy: affirmers(byEvent.get(claim.event ?? claim.id) ?? [claim]),
      denials: [],
    };
    entry.denials.push({
      report: denial,
      by: denier(denial),
      how: linked
        ? 'denied in the same article'
        : same
          ? 'a report of the same event denies it'
          : 'a denial on its own',
    });
    entries.set(claim.id, entry);
  }
  return [...entries.values()];
}

function affirmers(reports: readonly ReportRow[]): SaidRow[] {
  const seen = new Map<string, SaidRow>();
  for (const report of reports.filter((r) => !isDenial(r))) {
    for (const said of report.said) if (said.stance === 'affirms') seen.set(said.key ?? said.name ?? '', said);
  }
  return [...seen.values()];
}
