/** Briefs on more than a pair: on what the record has under some words. */
import { type BriefOptions, brief } from './brief/index.ts';
import type { Desk } from './desk.ts';
import { InputError } from './errors.ts';
import * as record from './record/index.ts';
import { ledger, relation } from './relations/index.ts';
import type { ActorRef, Brief, RelationView } from './rows.ts';

/** Events, and articles, that a brief on words is chosen from. */
const MOST_EVENTS = 300;
const MOST_ARTICLES = 150;

const ANYBODY: ActorRef = { key: 'any', name: 'anybody', kind: 'unknown', country: null, sector: null };

/** The view that a brief needs, of events without two sides: no directions, no changes. */
function viewOf(words: string, span: { since: string | null; until: string | null }): RelationView {
  const a: ActorRef = { ...ANYBODY, name: `“${words}”` };
  const counted = relation({ a, b: ANYBODY, forward: [], backward: [], volume: new Map() });
  return {
    ...{ a, b: ANYBODY, ...span, span: null, period: counted.period, assessment: counted.assessment },
    ...{ forward: counted.forward, backward: counted.backward, changes: [], firsts: [] },
    ...{ articles: 0, origins: 0, events: [], about: [], ledger: [], quotes: [], findings: [], measures: [] },
  };
}

/** The brief on everything that the record has under these words: sentences, actors and cues. Throws InputError for none. */
export async function briefOnWords(
  desk: Desk,
  words: string,
  options: { readonly since?: string | null; readonly until?: string | null } & BriefOptions = {},
): Promise<Brief> {
  const asked = words.trim().slice(0, 200);
  if (!asked) throw new InputError('give the words that the brief shall be about');
  const { since = null, until = null } = options;
  const events = await record.eventsLike(desk.file, asked, MOST_EVENTS);
  const reports = (await record.reportsOfEvents(desk.file, events)).filter((report) => {
    const day = report.day ?? report.source.published ?? '';
    return (!since || day >= since) && (!until || day <= until);
  });
  const articles = [...new Set(reports.map((report) => report.source.article))].slice(0, MOST_ARTICLES);
  const told = new Set(reports.map((report) => report.id));
  const others = (await record.reportsOfArticles(desk.file, articles)).filter((report) => !told.has(report.id));
  const sentences = await record.sentencesIn(desk.file, articles);
  const statements = (await record.statementsIn(desk.file, articles)).filter((quote) =>
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
