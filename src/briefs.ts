/** Gathers what a brief is chosen from: on a pair or on one actor, and on what the record has under some words. */
import { type BriefOptions, brief } from './brief/index.ts';
import type { Desk } from './desk.ts';
import { InputError } from './errors.ts';
import { isWorthKeeping } from './pairs.ts';
import * as record from './record/index.ts';
import { ledger, relation } from './relations/index.ts';
import type { ActorRef, Brief, QuoteRow, RelationView, ReportRow } from './rows.ts';

/** Events, and articles, that a brief on words is chosen from. */
const MOST_EVENTS = 300;
const MOST_ARTICLES = 40;

/** Reports of a pair that its brief is chosen from: the newest, at most. */
const MOST_REPORTS = 120;
/** Events of many origins that it is chosen from beside those, however old. */
const WEIGHTY = 20;

/** The brief on two sides, of which the second may be anybody; `view` is their relation. */
export async function briefOnPair(
  file: record.RecordFile,
  view: RelationView,
  sides: readonly [record.Side, record.Side],
  options: record.Between & BriefOptions,
): Promise<Brief> {
  const numbers = await record.reportsWithBoth(file, ...sides, options, MOST_REPORTS);
  const weighty = await record.weightyReports(file, ...sides, options, WEIGHTY);
  const reports = await record.reportsNumbered(file, [...new Set([...numbers, ...weighty])]);
  const articles = [...new Set(reports.map((report) => report.source.article))].slice(0, MOST_ARTICLES);
  const told = new Set(reports.map((report) => report.id));
  const others = (await record.reportsOfArticles(file, articles)).filter((report) => !told.has(report.id));
  const sentences = await record.referencesIn(file, articles);
  const statements = await record.quotesIn(file, articles);
  // Sentences that mention both: of the brief's articles, and of the newest where the brief has none.
  const within = articles.length
    ? articles
    : (await record.newestArticles(file, MOST_ARTICLES)).map((source) => source.article);
  const mentioning = await record.sentencesWithBoth(file, ...sides, within);
  return brief({ view, reports, others, sentences, statements, mentioning }, options);
}

/** The other side of a relation with every state and all that belongs to it. */
export const ANY_STATE: ActorRef = { key: 'state', name: 'any state', kind: 'unknown', country: null, sector: null };
/** The other side of a relation with everybody. */
export const ANYBODY: ActorRef = { key: 'any', name: 'anybody', kind: 'unknown', country: null, sector: null };

/** The view that a brief needs, of events without two sides: no directions, no changes. */
function viewOf(words: string, span: { since: string | null; until: string | null }): RelationView {
  const a: ActorRef = { ...ANYBODY, name: `“${words}”` };
  const counted = relation({ a, b: ANYBODY, forward: [], backward: [], volume: new Map() });
  return {
    ...{
      a,
      b: ANYBODY,
      ...span,
      span: null,
      period: counted.period,
      assessment: { ...counted.assessment, reports: [] },
    },
    ...{ forward: counted.forward, backward: counted.backward, changes: [], firsts: [] },
    ...{ total: 0, facets: { types: {}, quads: {}, statuses: {} } },
    ...{ articles: 0, origins: 0, events: [], about: [], ledger: [], quotes: [], findings: [], measures: [] },
  };
}

/** The brief on everything that the record has under these words: sentences, actors and cues. Throws InputError for none. */
export async function briefOnWords(
  desk: Desk,
  words: string,
  options: { readonly since?: string | null; readonly until?: string | null } & BriefOptions = {},
): Promise<Brief> {
  const asked = words.trim().slice(0, MOST_ARTICLES);
  if (!asked) throw new InputError('give the words that the brief shall be about');
  const { since = null, until = null } = options;
  const events = await record.eventsLike(desk.file, asked, MOST_EVENTS);
  const reports = (await record.reportsByEvent(desk.file, events)).groups.flat().filter((report) => {
    const day = report.day ?? report.source.published;
    if (day === null) return !since && !until;
    return (!since || day >= since) && (!until || day <= until);
  });
  const articles = [...new Set(reports.map((report) => report.source.article))].slice(0, MOST_ARTICLES);
  const told = new Set(reports.map((report) => report.id));
  const others = (await record.reportsOfArticles(desk.file, articles)).filter((report) => !told.has(report.id));
  const sentences = await record.referencesIn(desk.file, articles);
  const statements = (await record.quotesIn(desk.file, articles)).filter((quote) =>
    reports.some(
      ({ source, sentence }) => source.article === quote.source.article && sentence.index === quote.sentence.index,
    ),
  );
  const view: RelationView = {
    ...viewOf(asked, { since, until }),
    ledger: ledger(reports),
    findings: await desk.findings(reports.map((report) => report.id)),
  };
  return brief({ view, reports, others, sentences, statements, mentioning: [] }, options);
}

/** Quotes of a relation's page, at most. */
const MOST_QUOTES = 12;

/** Direct quotes from the articles that tell of these reports, by either side or about it; newest first. */
export async function quotesOf(
  file: record.RecordFile,
  sides: readonly [record.Side, record.Side],
  reports: readonly ReportRow[],
): Promise<QuoteRow[]> {
  const articles = [...new Set(reports.map((report) => report.source.article))].slice(0, MOST_ARTICLES);
  const told = new Set(reports.map((report) => `${report.source.article} ${report.sentence.index}`));
  const speaks = ({ speaker }: QuoteRow) =>
    sides.some(
      (side) =>
        !record.isOpen(side) && ('country' in side ? speaker?.country === side.country : speaker?.key === side.key),
    );
  const worth = (await record.quotesIn(file, articles)).filter(isWorthKeeping);
  const isAbout = (quote: QuoteRow) => told.has(`${quote.source.article} ${quote.sentence.index}`);
  // Sentences that name both are only looked for where somebody else is quoted.
  const open = new Set(worth.filter((quote) => !speaks(quote) && !isAbout(quote)).map((quote) => quote.source.article));
  for (const { source, sentence } of await record.sentencesWithBoth(file, ...sides, [...open]))
    told.add(`${source.article} ${sentence.index}`);
  const about = worth.filter((quote) => speaks(quote) || isAbout(quote));
  const key = (quote: QuoteRow) => `${quote.source.published ?? ''} ${quote.id}`;
  return about.sort((x, y) => (key(x) < key(y) ? 1 : -1)).slice(0, MOST_QUOTES);
}
