/** An event, summed up from its reports. */
import type { Status } from '../nouns.ts';
import type { ActorRef, EventRow, EventView, PartyRow, ReportRow, SaidRow } from '../rows.ts';
import { didToParty, inSentence, listed, STATUS_ORDER, STATUS_WORDS, toDo } from '../wording.ts';

const strongest = (reports: readonly ReportRow[]): Status =>
  reports.map((report) => report.status).reduce((a, b) => (STATUS_ORDER.indexOf(b) < STATUS_ORDER.indexOf(a) ? b : a));

/** The report that tells the event best: strongest status, prose before headlines, surest. */
function bestReport(reports: readonly ReportRow[]): ReportRow {
  const rank = (r: ReportRow) =>
    STATUS_ORDER.indexOf(r.status) * 10 + (r.sentence.kind === 'prose' ? 0 : 3) - r.confidence;
  return reports.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}

function refsOf(parties: readonly PartyRow[]): ActorRef[] {
  const seen = new Map<string, ActorRef>();
  for (const { key, name, kind, country, sector } of parties)
    if (!seen.has(key)) seen.set(key, { key, name, kind, country, sector });
  return known([...seen.values()]);
}

/** A phrase without an entry in the lexicon ("North Korean leader") says no more than somebody of the same state beside it. */
function known(actors: readonly ActorRef[]): ActorRef[] {
  const isPhrase = (actor: ActorRef) => actor.key.startsWith('name:');
  const kept = actors.filter(
    (actor) => !isPhrase(actor) || !actors.some((other) => !isPhrase(other) && other.country === actor.country),
  );
  return kept.length ? kept : [...actors];
}

const names = (actors: readonly ActorRef[]): string => listed(actors.map((actor) => inSentence(actor.name)));

/** "Reported: North Korea gave material aid to Russia"; "Planned: North Korea to visit Russia" */
function lineOf(report: ReportRow, status: Status): string {
  const actors = refsOf(report.actors);
  const recipients = refsOf(report.recipients);
  const past = didToParty(report);
  const did = status === 'planned' ? `to ${toDo(past)}` : past;
  const together = report.mutual && !recipients.length && actors.length > 1;
  const [first, ...others] = actors;
  const [who, whom] = together
    ? [inSentence(first!.name), names(others)]
    : [names(actors) || 'somebody not named', names(recipients)];
  return `${STATUS_WORDS[status]}: ${who} ${did} ${whom || 'somebody not named'}`;
}

const isDenial = (report: ReportRow): boolean => report.status === 'denied' || report.status === 'negated';
const originsOf = (reports: readonly ReportRow[]): number =>
  new Set(reports.map((report) => report.source.origin)).size;

function rangeOf(report: ReportRow): { from: string | null; to: string | null } {
  return report.when ? { from: report.when.from, to: report.when.to } : { from: report.day, to: report.day };
}

/** Sums up the reports of one event; there has to be one at least. */
export function toEvent(reports: readonly ReportRow[]): EventRow {
  const best = bestReport(reports);
  const status = strongest(reports);
  const { type, mode, quad, intensity, mutual } = best;
  return {
    id: best.event ?? best.id,
    ...{ type, mode, quad, intensity, mutual, ...rangeOf(best), status },
    actors: refsOf(best.actors),
    recipients: refsOf(best.recipients),
    reports: reports.length,
    origins: originsOf(reports),
    affirmed: originsOf(reports.filter((report) => !isDenial(report))),
    denied: originsOf(reports.filter(isDenial)),
    told: { report: best.id, text: best.sentence.text, source: best.source },
    line: lineOf(best, status),
  };
}

/** Events of reports, in the order in which their first reports come. */
export function toEvents(reports: readonly ReportRow[]): EventRow[] {
  const groups = new Map<string, ReportRow[]>();
  for (const report of reports) {
    const key = report.event ?? report.id;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()].map(toEvent);
}

/** Who affirms and who denies; null speakers are the article's own voice. */
export function sidesOf(reports: readonly ReportRow[]): Pick<EventView, 'affirms' | 'denies'> {
  const by = (report: ReportRow): SaidRow | null => report.said[0] ?? null;
  const told = (denial: boolean) =>
    reports.filter((report) => isDenial(report) === denial).map((report) => ({ by: by(report), report: report.id }));
  return { affirms: told(false), denies: told(true) };
}
