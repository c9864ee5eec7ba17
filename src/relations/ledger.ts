/** Claims beside their denials. */
import type { LedgerEntry, PartyRow, ReportRow, SaidRow } from '../rows.ts';

/** Who denies: the speaker of the denial, or, where the refusal itself is the denial, its actor. */
function denier(report: ReportRow): SaidRow | null {
  const said = report.said.find((one) => one.stance === 'denies') ?? report.said[0];
  if (said || !isBareDenial(report) || !report.actors[0]) return said ?? null;
  const { key, name, office, country, sector, text } = report.actors[0];
  return { key, name, office, country, sector, text, cue: report.cue.text, direct: false, stance: 'denies' };
}

const DENYING = /\bden(y|ies|ied|ying)\b|\bdismiss/i;

/** A refusal whose verb is one of denying, though what is denied is only named ("denied the accusations"). */
const isBareDenial = (report: ReportRow): boolean => report.type === 'REJECT' && DENYING.test(report.cue.text);

/** Somebody says of his own side that it has not done so: who says what others must not or do not do denies nothing. */
const isOwnDenial = ({ status, modality, said, actors }: ReportRow): boolean =>
  status === 'negated' &&
  modality === 'actual' &&
  said.some(({ key, country }) =>
    actors.some((party) => (key !== null && party.key === key) || (country !== null && party.country === country)),
  );

/** Told by one and denied by another, both of one sentence: the claim, though its status is denied. */
const isContested = ({ said }: ReportRow): boolean =>
  said.some(({ stance }) => stance === 'affirms') && said.some(({ stance }) => stance === 'denies');

const isDenial = (report: ReportRow): boolean =>
  report.status === 'denied' ||
  report.denies.length > 0 ||
  report.said.some((said) => said.stance === 'denies') ||
  isOwnDenial(report) ||
  isBareDenial(report);

/** Told as having been, and denied by nobody in the same breath. */
const isClaim = (report: ReportRow): boolean => !isDenial(report) && !report.negated && report.modality === 'actual';

const inSameSentence = (a: ReportRow, b: ReportRow): boolean =>
  a.source.article === b.source.article && a.sentence.index === b.sentence.index && a.sentence.text === b.sentence.text;

interface Entry {
  claim: ReportRow;
  affirmedBy: SaidRow[];
  denials: { report: ReportRow; by: SaidRow | null; how: string }[];
}

/** The claim of an event: the report of it that tells most plainly that it is so. */
function claimOf(reports: readonly ReportRow[], denial: ReportRow): ReportRow | null {
  const affirming = reports.filter((report) => isClaim(report) && !inSameSentence(report, denial));
  return affirming.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0] ?? null;
}

const DAY_MS = 86_400_000;
/** Days within which a denial answers a claim. */
const ANSWER_DAYS = 90;
/** Share of words that claim and denial have in common at least. */
const SHARED = 0.2;

const dayOf = (report: ReportRow): string => report.source.published ?? report.day ?? '';

/** Content words of a report's sentence, cut to stems of five letters. */
function stems(report: ReportRow): Set<string> {
  const words = report.sentence.text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

function shared(a: Set<string>, b: Set<string>): number {
  let n = 0;
  for (const stem of a) if (b.has(stem)) n++;
  return n / Math.max(1, Math.min(a.size, b.size));
}

const countries = (parties: ReportRow['actors']): string =>
  [...new Set(parties.map((party) => party.country ?? party.key))].sort().join(' ');

const isDeed = (report: ReportRow): boolean => report.quad.startsWith('material') && report.type !== 'SANCTION';
const isPartyOf = (report: ReportRow, party: PartyRow): boolean =>
  party.country !== null && [...report.actors, ...report.recipients].some((other) => other.country === party.country);

/** Do two reports tell of the same kind of thing from and to the same countries? */
function isSameMatter(claim: ReportRow, denial: ReportRow): boolean {
  if (isBareDenial(denial)) return isDeed(claim) && denial.actors.every((party) => isPartyOf(claim, party));
  const [a, b] = [claim, denial];
  return (
    (a.type === b.type || (a.quad === b.quad && isDeed(a))) &&
    countries(a.actors) === countries(b.actors) &&
    countries(a.recipients) === countries(b.recipients)
  );
}

/** The claim of other articles that a denial answers best: before it, of the same matter, in like words. */
function earlierClaim(denial: ReportRow, claims: readonly ReportRow[]): ReportRow | null {
  const words = stems(denial);
  let best: { claim: ReportRow; score: number } | null = null;
  for (const claim of claims) {
    const days = (Date.parse(dayOf(denial)) - Date.parse(dayOf(claim))) / DAY_MS;
    if (!(days >= 0 && days <= ANSWER_DAYS) || inSameSentence(claim, denial) || !isSameMatter(claim, denial)) continue;
    const likeness = shared(words, stems(claim));
    const score = likeness + (claim.sentence.kind === 'prose' ? 0.1 : 0) - days / 1000;
    if (likeness >= SHARED && score > (best?.score ?? 0)) best = { claim, score };
  }
  return best?.claim ?? null;
}

/** The claim that a denial is of, and how that is known. */
function claimFor(
  denial: ReportRow,
  byId: ReadonlyMap<string, ReportRow>,
  sameEvent: readonly ReportRow[],
  claims: readonly ReportRow[],
) {
  const linked = denial.denies.map((id) => byId.get(id)).find((claim) => claim && !inSameSentence(claim, denial));
  if (linked) return { claim: linked, how: 'denied in the same article' };
  if (isContested(denial)) return { claim: denial, how: 'denied in the same article' };
  const same = claimOf(sameEvent, denial);
  if (same) return { claim: same, how: 'a report of the same event denies it' };
  const earlier = earlierClaim(denial, claims);
  if (earlier) return { claim: earlier, how: `answers a claim of ${dayOf(earlier)} on the same matter` };
  return { claim: denial, how: 'a denial on its own' };
}

/**
 * Claims of these reports that somebody denies: by a link within the article, because a report of the same event is a
 * denial, or because it answers an earlier claim of the same matter. A denial without a claim stands beside itself, so
 * that it is not lost.
 */
export function ledger(reports: readonly ReportRow[]): LedgerEntry[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const byEvent = new Map<string, ReportRow[]>();
  for (const report of reports) {
    const key = report.event ?? report.id;
    const group = byEvent.get(key);
    if (group) group.push(report);
    else byEvent.set(key, [report]);
  }
  const claims = reports.filter((report) => isClaim(report) || (isContested(report) && report.modality === 'actual'));
  const entries = new Map<string, Entry>();
  for (const denial of reports.filter(isDenial)) {
    const { claim, how } = claimFor(denial, byId, byEvent.get(denial.event ?? denial.id) ?? [], claims);
    const entry = entries.get(claim.id) ?? {
      claim,
      affirmedBy: affirmers(byEvent.get(claim.event ?? claim.id) ?? [claim]),
      denials: [],
    };
    entry.denials.push({ report: denial, by: denier(denial), how });
    entries.set(claim.id, entry);
  }
  return [...entries.values()];
}

function affirmers(reports: readonly ReportRow[]): SaidRow[] {
  const seen = new Map<string, SaidRow>();
  for (const report of reports.filter((r) => !isDenial(r) || isContested(r))) {
    for (const said of report.said) if (said.stance === 'affirms') seen.set(said.key ?? said.name ?? '', said);
  }
  return [...seen.values()];
}
