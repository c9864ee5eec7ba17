/**
 * A brief in the form of a news explainer, from coded records only. Sentences come from the sources byte for byte;
 * frames around them are short. Every line cites its sentences.
 */
import type {
  ActorRef,
  ArticleSentence,
  Brief,
  BriefLine,
  Dispute,
  LedgerEntry,
  PartyRow,
  QuoteRow,
  RelationView,
  ReportRow,
  SaidRow,
  SentenceRow,
  SourceRow,
} from '../rows.ts';
import { counted, dayInWords } from '../wording.ts';
import { byDay, type Candidate, candidates, choose, isFragment, LONG, Told } from './choose.ts';
import { Citations } from './cite.ts';
import { isLeaning } from './leaning.ts';
import { measureLines } from './meets.ts';
import { chooseQuote, quoteLine } from './quote.ts';

/** A sentence with its source. */
interface Placed {
  readonly source: SourceRow;
  readonly sentence: SentenceRow;
}

export interface BriefInput {
  readonly view: RelationView;
  /** Reports with both sides among their parties. */
  readonly reports: readonly ReportRow[];
  /** All other reports of the same articles: a tangent is chosen from them. */
  readonly others: readonly ReportRow[];
  readonly sentences: readonly ArticleSentence[];
  readonly statements: readonly QuoteRow[];
  /** Sentences that mention both sides, newest first: they fill a brief that has few reports. */
  readonly mentioning: readonly Placed[];
}

export interface BriefOptions {
  /** Key facts at most; default 5. Background has as many. */
  readonly facts?: number;
}

const DAY_MS = 86_400_000;
const SPANS = [30, 90, 365];
const LEAST_NEWS = 3;
const MOST_DISPUTES = 4;
/** Changes, and firsts, at most. */
const MOST_CHANGES = 2;
/** Background ages slowly: days in which its weight halves. */
const SLOW = 900;
const SAMPLE = 'Dragoman sample';

const dayOf = (report: ReportRow): string => report.day ?? report.source.published ?? '';

/** The last day that a report tells of, but no later than the last publication: plans lie ahead. */
function lastDay(reports: readonly ReportRow[]): string {
  const published =
    reports
      .map((report) => report.source.published ?? '')
      .sort()
      .at(-1) ?? '';
  const told = reports.map(dayOf).sort().at(-1) ?? '';
  return published && told > published ? published : told;
}

/** The day from which things are news: the shortest span back from the last day that has a few events in it. */
function newsSince(reports: readonly ReportRow[], last: string): string {
  // Articles without a day: nothing is older than anything else.
  if (!last) return '';
  for (const span of SPANS) {
    const since = new Date(Date.parse(last) - span * DAY_MS).toISOString().slice(0, 10);
    const events = new Set(
      reports.filter((report) => dayOf(report) >= since && !isBackground(report)).map((report) => report.event),
    );
    if (events.size >= LEAST_NEWS) return since;
  }
  return '';
}

const BACKGROUND = /background|history|context/i;

/** Under a heading that says so, told as history, or a week older than its article. */
function isBackground(report: ReportRow): boolean {
  if (report.historical || BACKGROUND.test(report.sentence.section ?? '')) return true;
  const { published } = report.source;
  const day = report.day ?? report.when?.to ?? null;
  return published !== null && day !== null && Date.parse(published) - Date.parse(day) > 7 * DAY_MS;
}

const isNews = (since: string) => (report: ReportRow) => dayOf(report) >= since && !isBackground(report);
const isDenial = (report: ReportRow): boolean =>
  report.status === 'denied' || report.denies.length > 0 || report.said.some((said) => said.stance === 'denies');

/** Makes the brief of a relation. */
export function brief(input: BriefInput, options: BriefOptions = {}): Brief {
  const { view, reports } = input;
  const { facts: most = 5 } = options;
  const citations = new Citations([...reports, ...input.others]);
  const told = new Told();
  const title = titleOf(view);
  const last = lastDay(reports);
  const isDirect = directBetween(view);
  const dealings = withoutSideBySide(view, reports);
  const pool = candidates(dealings, { now: last, isDirect });
  const isRecent = isNews(reports.length ? newsSince(dealings, last) : '');
  const perArticle = new Set(reports.map((report) => report.source.article)).size > 1 ? 1 : most;
  const opening = perArticle === most ? openingOf(input) : null;
  const [lead] = opening
    ? []
    : choose(pool, told, { most: 1, perArticle, fits: (report) => isRecent(report) && !isDenial(report) });
  const topline = opening ? citations.sentence(opening.source, opening.sentence) : lead ? citations.line(lead) : null;
  if (opening) told.addWords(opening.sentence.text);
  const headline = headlineOf(title, opening ?? lead ?? null, citations);
  const quoted = chooseQuote(input, last, told);
  if (quoted) told.addWords(quoted.sentence.text);
  const changes = changeLines(view, reports, citations);
  const lines = (from: readonly Candidate[], fits: (report: ReportRow) => boolean, per: number) =>
    byDay(choose(from, told, { most, perArticle: per, fits })).map((report) => citations.line(report));
  const facts = lines(pool, (report) => isRecent(report) && !isDenial(report), perArticle + 1);
  const older = candidates(dealings, { now: last, halfLife: SLOW, isDirect });
  const background = lines(older, (report) => !isRecent(report) && !isDenial(report), perArticle);
  const quote = quoted && quoteLine(quoted, citations);
  for (const line of fillers(input, told, citations)) (line.isBackground ? background : facts).push(line.line);
  // Lines of one article keep its order; those of several go by day.
  if (perArticle === 1) for (const list of [facts, background]) list.sort((a, b) => order(b.day ?? '', a.day ?? ''));
  const disputed = disputes(view, citations);
  const measures = measureLines(view, reports, citations);
  const tangent = tangentOf(input, told, last, citations);
  const further = furtherOf(input, citations);
  const claims = disputed.flatMap(({ claim, denials }) => [claim, ...denials]);
  const shown = [headline, topline, ...changes, ...facts, ...background, quote, ...claims, ...measures, tangent];
  const sources = citations.numbered(shown);
  return {
    ...{ title, headline, notes: notesOf(view, reports), topline, changes: changes.map(inOrder), facts, background },
    ...{ quote, disputed, measures: measures.map(inOrder), tangent, further, sources },
  };
}

const inOrder = (line: BriefLine): BriefLine => ({
  ...line,
  cites: [...line.cites].sort((a, b) => a.number - b.number),
});

/** Anybody, or any state: nobody in particular. */
const isAnybody = (side: ActorRef): boolean => side.key === 'any' || side.key === 'state';

/** Of a pair both names; of one actor, or of a search, its own. */
const titleOf = ({ a, b }: RelationView): string => (isAnybody(b) ? a.name : `${a.name} and ${b.name}`);

/** Under fewer lines than this, sentences that only mention both sides fill up. */
const FEW = 4;

/** Sentences of few articles in which nothing was coded between the two, though both are mentioned. */
function fillers(
  { mentioning, reports }: BriefInput,
  told: Told,
  citations: Citations,
): { isBackground: boolean; line: BriefLine }[] {
  const articles = new Set(reports.map((report) => report.source.article));
  if (articles.size > FEW) return [];
  const found: { isBackground: boolean; line: BriefLine }[] = [];
  for (const { source, sentence } of mentioning) {
    if (found.length === FEW || told.hasWords(sentence.text)) continue;
    told.addWords(sentence.text);
    const line = citations.sentence(source, sentence);
    found.push({ isBackground: BACKGROUND.test(sentence.section ?? ''), line });
  }
  return found;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const belongs = (side: ActorRef, party: PartyRow): boolean =>
  isAnybody(side) || party.key === side.key || (side.kind === 'country' && party.country === side.country);

/** Leaves out what the two only did side by side towards others ("both condemned the launch"), where there is more. */
function withoutSideBySide(view: RelationView, reports: readonly ReportRow[]): readonly ReportRow[] {
  const isDirect = directBetween(view);
  const acts = (report: ReportRow, side: ActorRef) => report.actors.some((party) => belongs(side, party));
  if (isAnybody(view.b)) return reports;
  const kept = reports.filter((report) => isDirect(report) || !(acts(report, view.a) && acts(report, view.b)));
  return kept.length ? kept : reports;
}

/** Is a report one of dealings between the two sides themselves; on one actor alone, with somebody of another state? */
function directBetween(view: RelationView): (report: ReportRow) => boolean {
  if (isAnybody(view.b)) {
    const isOther = (party: PartyRow) => !belongs(view.a, party) && party.country !== null;
    return ({ actors, recipients }) => [...actors, ...recipients].some(isOther);
  }
  return (report) => {
    const to = report.mutual ? [...report.actors, ...report.recipients] : report.recipients;
    const goes = (from: ActorRef, other: ActorRef) =>
      report.actors.some((party) => belongs(from, party)) && to.some((party) => belongs(other, party));
    return goes(view.a, view.b) || goes(view.b, view.a);
  };
}

/** Of one article alone, its first sentence with both in it is the top line: the writer chose it. */
function openingOf({ mentioning }: BriefInput): Placed | null {
  return [...mentioning].sort((a, b) => a.sentence.index - b.sentence.index)[0] ?? null;
}

/** The lead's own headline, where its article has one. */
function headlineOf(title: string, lead: Placed | null, citations: Citations): BriefLine {
  if (!lead) return { text: `Nothing on ${title} in the record`, status: null, day: null, cites: [] };
  const { source, sentence } = lead;
  return {
    text: source.title ?? title,
    status: null,
    day: source.published,
    cites: [citations.cite(source, sentence, null)],
  };
}

function sourceName({ title, publisher }: SourceRow): string {
  if (!title) return publisher ?? 'an article without a title';
  return publisher ? `“${title}”, ${publisher}` : `“${title}”, publisher not known`;
}

function notesOf(view: RelationView, reports: readonly ReportRow[]): string[] {
  const articles = new Map(reports.map((report) => [report.source.article, report.source]));
  const origins = new Set(reports.map((report) => report.source.origin)).size;
  const sources = [...articles.values()];
  if (!sources.length)
    return [isAnybody(view.b) ? 'The record has no report of it.' : 'The record has no report with both.'];
  const days = sources.flatMap((source) => (source.published ? [source.published] : [])).sort();
  const when = days.length
    ? days[0] === days.at(-1)
      ? `, ${dayInWords(days[0]!)}`
      : `, ${dayInWords(days[0]!)} to ${dayInWords(days.at(-1)!)}`
    : '';
  const notes: string[] = [];
  const publishers = new Set(sources.map((source) => source.publisher));
  const [only] = publishers;
  const told = counted(sources.length, 'article');
  if (origins === 1)
    notes.push(`From one source only: ${sourceName(sources[0]!)}${when}. Nothing here is confirmed by a second one.`);
  else if (publishers.size === 1 && only && only !== SAMPLE)
    notes.push(`From ${told} of one publisher, ${only}${when}: nothing here is confirmed by another publisher.`);
  else notes.push(`From ${told} of ${origins} independent origins${when}.`);
  if (sources.every((source) => source.publisher === SAMPLE))
    notes.push('All of them are samples that came with the program.');
  return notes;
}

/** The latest periods that stand out and the latest firsts, newest first. */
function changeLines(view: RelationView, reports: readonly ReportRow[], citations: Citations): BriefLine[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const found = [
    ...view.changes.slice(-MOST_CHANGES).map(({ from, line }) => ({ day: from, line })),
    ...view.firsts.slice(-MOST_CHANGES).map(({ day, line }) => ({ day, line })),
  ];
  found.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return found
    .map(({ line }) =>
      citations.resting(
        line.text,
        line.reports.flatMap((id) => byId.get(id) ?? []),
      ),
    )
    .filter((line) => line.cites.length > 0);
}

/** A sentence that tells a dispute by itself. */
const isPlain = (sentence: SentenceRow): boolean =>
  !isLeaning(sentence.text) && !isFragment(sentence) && sentence.text.length <= LONG;

/** Who says something and denies something like it disputes nothing with anybody. */
function isOneVoice({ claim, denials }: LedgerEntry): boolean {
  const [by] = claim.said;
  const isSame = (other: SaidRow | null) =>
    other !== null && (other.key === by?.key || (other.country !== null && other.country === by?.country));
  return by?.stance === 'affirms' && denials.every((denial) => denial.report.id !== claim.id && isSame(denial.by));
}

/**
 * Claims beside their denials, newest first; then what one sentence tells as claimed and as denied, or only as denied.
 * Who denies accusations without saying which disputes nothing that could be named.
 */
function disputes(view: RelationView, citations: Citations): Dispute[] {
  const isOwn = ({ claim, denials }: LedgerEntry): boolean => denials.every(({ report }) => report.id === claim.id);
  const newest = view.ledger
    .filter((entry) => !isOneVoice(entry))
    .sort((a, b) => order(dayOf(b.claim), dayOf(a.claim)));
  const told = new Set<string>();
  const apart = newest
    .filter((entry) => !isOwn(entry))
    .slice(0, MOST_DISPUTES)
    .map(({ claim, denials }): Dispute => {
      told.add(claim.sentence.text);
      const others = denials.filter(
        ({ report }) => !told.has(report.sentence.text) && told.add(report.sentence.text) && report.id !== claim.id,
      );
      return {
        kind: 'answered',
        claim: citations.line(claim),
        denials: (others.length ? others : denials)
          .slice(0, 3)
          .map(({ report }): BriefLine => ({ ...citations.line(report), status: 'denied' })),
      };
    });
  const own = newest
    .filter((entry) => isOwn(entry) && entry.claim.type !== 'REJECT' && isPlain(entry.claim.sentence))
    .filter(({ claim }) => !told.has(claim.sentence.text) && told.add(claim.sentence.text))
    .map(({ claim, affirmedBy }): Dispute => {
      const line: BriefLine = { ...citations.line(claim), status: 'denied' };
      return { kind: affirmedBy.length ? 'together' : 'alone', claim: line, denials: [] };
    });
  return [...apart, ...own].slice(0, MOST_DISPUTES);
}

/** A sentence of the same articles about one of the two and somebody else. */
function tangentOf(input: BriefInput, told: Told, last: string, citations: Citations): BriefLine | null {
  const { a, b } = input.view;
  const touching = input.others.filter((report) =>
    [...report.actors, ...report.recipients].some((party) => belongs(a, party) || belongs(b, party)),
  );
  const underHeading = input.others.filter((report) => /tangent/i.test(report.sentence.section ?? ''));
  const pool: readonly Candidate[] = candidates(underHeading.length ? underHeading : touching, { now: last });
  const [found] = choose(pool, told, { most: 1, perArticle: 1, fits: (report) => !isDenial(report) });
  return found ? citations.line(found) : null;
}

/** References of the articles; failing these, articles on the two that the brief does not cite. */
function furtherOf({ sentences, reports }: BriefInput, citations: Citations): Brief['further'] {
  const references = sentences.filter((sentence) => sentence.kind === 'reference');
  const listed = references.map(({ text, cited }) => ({
    title: cited ? text.replace(`(${cited})`, '').trim() : text.trim(),
    publisher: cited,
    url: null,
  }));
  if (listed.length) return unique(listed).slice(0, 8);
  const cited = new Set(citations.all().map(({ source }) => source.article));
  const sources = byDay(reports)
    .map((report) => report.source)
    .filter((source) => !cited.has(source.article));
  return unique(sources.flatMap(({ title, publisher, url }) => (title ? [{ title, publisher, url }] : []))).slice(0, 5);
}

function unique(items: Brief['further']): Brief['further'] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.title) && seen.add(item.title));
}
