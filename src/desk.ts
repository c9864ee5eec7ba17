/**
 * Joins the record, relations, measures and the brief for the command line and the server: one function for each page.
 *
 *     const desk = await openDesk('news.duckdb');
 *     await desk.save(coding);
 *     await desk.join();
 *     const view = await desk.relation('PRK', 'RUS', { since: '2023-01-01' });
 */
import type { BriefOptions } from './brief/index.ts';
import { ANY_STATE, ANYBODY, briefOnPair, quotesOf } from './briefs.ts';
import { InputError } from './errors.ts';
import { eventPage, evidencePage, facetsOf } from './evidence.ts';
import { countryName, type ExportChoice, type Exported, exportRecord } from './export.ts';
import { findMeasures, type Measures, measuresBetween, TRANSFERS } from './measures/index.ts';
import { loadMeasures } from './measures/load.ts';
import { newestArticles, newestReports } from './newest.ts';
import type { Article, Coding } from './nouns.ts';
import {
  counterparts,
  countryRef,
  eventsNumbered,
  isWorthKeeping,
  meetings,
  pairsInShort,
  pairsWithChanges,
  shortened,
  topOf,
  withNames,
} from './pairs.ts';
import { comparePeriods, type PeriodsAsked } from './periods.ts';
import * as record from './record/index.ts';
import { ledger, type Relation, relation, sidesOf, toEvent, toEvents } from './relations/index.ts';
import type {
  ActorRef,
  ActorView,
  ArticleView,
  Brief,
  DeskView,
  EventView,
  FindingRow,
  PairRow,
  Period,
  RelationView,
  ReportRow,
  SearchView,
} from './rows.ts';
import { hasName, notMet, whoIs } from './who-is.ts';

export interface RelationOptions {
  readonly since?: string | null;
  readonly until?: string | null;
  readonly period?: Period | null;
  /** Events to bring with their sentences, newest first; all are counted. Default 120. */
  readonly events?: number;
}

export interface EvidenceQuery extends RelationOptions {
  readonly a: string;
  readonly b: string;
  readonly direction?: 'forward' | 'backward' | 'both';
  readonly quad?: string | null;
  readonly type?: string | null;
  readonly status?: string | null;
  readonly kind?: 'cooperation' | 'conflict' | undefined;
  /** Only what counts of cooperation and conflict count: neither denied nor told as not so. */
  readonly counted?: boolean | undefined;
  /** A second period whose events are brought as well. */
  readonly also?: { readonly from: string; readonly to: string } | null | undefined;
}

/** A page of a list. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
}

type Named = { readonly ref: ActorRef; readonly side: record.Side };

const COUNTRY = /^[A-Z]{3}$/;
/** Reports for which measures are looked up at once. */
const LOOK_UP = 4000;
/** Relations whose numbers are kept until the record changes. */
const KEPT_RELATIONS = 32;
/** Events of a relation's page, newest first. */
const SHOWN = 120;
/** Events of an actor's page. */
const NEWEST = 50;
/** Reports about both sides, by others, at most. */
const ABOUT = 40;

/** An open record with everything that is made of it. */
export class Desk {
  readonly file: record.RecordFile;
  readonly #measures: Measures;
  #turn: Promise<unknown> = Promise.resolve();
  #seen: { readonly changes: number; readonly limit: number; readonly view: DeskView } | null = null;
  #relations: { readonly changes: number; readonly known: Map<string, Relation> } = { changes: -1, known: new Map() };
  #counted: { readonly changes: number; readonly volume: ReadonlyMap<string, number> } | null = null;

  constructor(file: record.RecordFile, measures: Measures) {
    this.file = file;
    this.#measures = measures;
  }

  // -------------------------------------------------------------- writing

  /** Has this very article been read? */
  has(article: Article): Promise<boolean> {
    return this.file.has(article);
  }

  /** Takes a coding; false where the record has the article already. In the file for certain after `join`, or any question. */
  save(coding: Coding): Promise<boolean> {
    return this.file.save(coding);
  }

  /** Writes what was taken and waits. */
  flush(): Promise<void> {
    return this.file.flush();
  }

  /** Joins new reports into events and looks measures up for them. Call after reading. Returns how many reports were new. */
  join(): Promise<number> {
    return this.#inTurn(async () => {
      const joined = await record.joinEvents(this.file);
      await this.#lookUp();
      return joined;
    });
  }

  /** Joining reads and then writes: one at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #lookUp(): Promise<void> {
    const { numbers, upTo } = await record.reportsWithoutLookup(this.file, [...TRANSFERS]);
    for (let at = 0; at < numbers.length; at += LOOK_UP) {
      const some = numbers.slice(at, at + LOOK_UP);
      const rows = await record.reportsNumbered(this.file, some);
      const found = rows.flatMap((one) => findMeasures(one, one.day ?? one.source.published, this.#measures));
      await record.saveFindings(this.file, at + LOOK_UP < numbers.length ? some.at(-1)! : upTo, found);
    }
  }

  /** A reader's word that two reports are, or are not, of the same happening. */
  judge(a: string, b: string, same: boolean): Promise<void> {
    return this.#inTurn(() => record.judge(this.file, a, b, same));
  }

  /** Writes the record to files: plover, polecat, icews, gdelt, phoenix, csv, parquet. Throws InputError. */
  export(format: string, out: string, choice: ExportChoice = {}): Promise<Exported> {
    return exportRecord(this.file, format, out, choice);
  }

  close(): void {
    this.file.close();
  }

  // -------------------------------------------------------------- who

  /** Finds the side that an ISO code, a key, a name, "any" or "any state" means. Throws InputError where nobody is meant. */
  async who(words: string): Promise<Named> {
    const asked = words.trim();
    if (asked === '' || asked.toLowerCase() === 'any') return { ref: ANYBODY, side: 'any' };
    if (/^(?:any )?state$/i.test(asked)) return { ref: ANY_STATE, side: 'state' };
    const code = COUNTRY.test(asked.toUpperCase()) && asked.length === 3 ? asked.toUpperCase() : null;
    const [found] = await record.findActors(this.file, code ?? asked);
    if (found?.kind === 'country' && found.country) return { ref: countryRef(found), side: { country: found.country } };
    if (found) return { ref: found, side: { key: found.key } };
    if (code)
      return {
        ref: { key: code, name: countryName(code), kind: 'country', country: code, sector: null },
        side: { country: code },
      };
    return notMet(asked);
  }

  readonly #ref = async (words: string): Promise<ActorRef> => (await this.who(words)).ref;

  async #relationsOf(countries: readonly (string | null)[]): Promise<PairRow[]> {
    const counts = await record.statePairs(this.file, 6, [...new Set(countries.flatMap((country) => country ?? []))]);
    const [last] = counts.flatMap((count) => count.last ?? []).sort((x, y) => (x < y ? 1 : -1));
    return pairsInShort(this.file, this.#ref, counts, last ?? null);
  }

  // -------------------------------------------------------------- pages

  /** Everything about two actors: `/r/A-B`. */
  async relation(a: string, b: string, options: RelationOptions = {}): Promise<RelationView> {
    const [left, right] = [await this.who(a), await this.who(b)];
    const counted = await this.counts(a, b, options);
    const most = options.events ?? SHOWN;
    const shown = counted.events.slice(0, most);
    const known = new Set(shown.flatMap((event) => event.reports));
    const both = await record.reportsWithBoth(this.file, left.side, right.side, options, known.size + ABOUT);
    const fetched = await record.reportsByEvent(
      this.file,
      shown.map((event) => event.event),
      both.filter((n) => !known.has(n)).slice(0, ABOUT),
    );
    const [reports, about] = [fetched.groups.flat(), fetched.others];
    const quotes = await quotesOf(this.file, [left.side, right.side], [...reports, ...about]);
    const span = counted.span;
    return {
      ...{ a: left.ref, b: right.ref, since: options.since ?? null, until: options.until ?? null, span, quotes },
      ...{ period: counted.period, forward: counted.forward, backward: counted.backward },
      ...(await withNames(this.file, counted, most)),
      articles: new Set(reports.map((report) => report.source.article)).size,
      origins: new Set(counted.events.flatMap((event) => event.origins)).size,
      events: fetched.groups.map(toEvent),
      total: counted.events.length,
      facets: facetsOf(counted.events),
      about: toEvents(about).slice(0, 30),
      ledger: shortened(ledger([...reports, ...about]), most / 5),
      findings: (await this.findings([...reports, ...about].map((report) => report.id))).slice(0, most / 5),
      measures: measuresBetween(left.ref, right.ref, options.until ?? span?.to ?? null, this.#measures),
    };
  }

  /** A relation's numbers without its sentences: for lines, tables and watching. */
  async counts(a: string, b: string, options: RelationOptions = {}): Promise<Relation> {
    const { since = null, until = null, period = null } = options;
    const asked = JSON.stringify([a, b, since, until, period]);
    await this.file.flush();
    if (this.#relations.changes !== this.file.changes)
      this.#relations = { changes: this.file.changes, known: new Map() };
    const { known } = this.#relations;
    const found = known.get(asked) ?? (await this.#count(a, b, { since, until, period }));
    known.delete(asked);
    known.set(asked, found);
    if (known.size > KEPT_RELATIONS) known.delete(known.keys().next().value!);
    return found;
  }

  async #count(a: string, b: string, options: RelationOptions): Promise<Relation> {
    const [left, right] = [await this.who(a), await this.who(b)];
    const dealings = await record.dealings(this.file, left.side, right.side, options);
    return relation({ a: left.ref, b: right.ref, ...dealings, volume: await this.#volume(), ...options });
  }

  /** What stands behind a number: all its reports. */
  async evidence(query: EvidenceQuery): Promise<ReportRow[]> {
    return (await this.evidencePage({ ...query, limit: Number.POSITIVE_INFINITY, offset: 0 })).items;
  }

  /** A part of what stands behind a number, by event, newest first; `total` counts all of it. */
  evidencePage = (query: EvidenceQuery & Part) => evidencePage(this, query);

  /** A part of the events between two actors that fit, newest first; `total` counts all of them. */
  eventPage = (a: string, b: string, options: Omit<EvidenceQuery, 'a' | 'b'> & Part) => eventPage(this, a, b, options);

  /** Two periods of a relation side by side. Throws InputError where they cannot be told. */
  periods = (a: string, b: string, asked: PeriodsAsked = {}) => comparePeriods(this, a, b, asked);

  /** Reports by id, in the order asked for. */
  reports = (ids: readonly string[]): Promise<ReportRow[]> => record.reports(this.file, ids);

  /** An event with all that tells of it: `/e/ID`. Null where there is none. */
  async event(id: string): Promise<EventView | null> {
    const known = await record.numbersOf(this.file, [id]);
    const [reports] = (await record.reportsByEvent(this.file, [...known.values()])).groups;
    if (!reports) return null;
    const joins = await record.joinsOf(this.file, id);
    const where = reports.find((report) => report.where)?.where ?? null;
    const findings = await this.findings(reports.map((report) => report.id));
    return { event: toEvent(reports), reports, joins, ...sidesOf(reports), findings, where };
  }

  /** An article with everything that was found in it: `/a/ID`; takes the record's id or the one it came with. */
  async article(id: string): Promise<ArticleView | null> {
    const found = await record.article(this.file, id);
    if (!found) return null;
    const { text, language, ...source } = found;
    const { article } = source;
    return {
      ...{ source, text, language },
      sentences: (await record.sentencesIn(this.file, [article])).map(
        ({ article: _, cited: __, ...sentence }) => sentence,
      ),
      mentions: await record.mentionsOf(this.file, article),
      reports: await record.reportsOfArticle(this.file, article),
      statements: await record.statementsOfArticle(this.file, article),
      copies: await record.copiesOf(this.file, article),
    };
  }

  /** Somebody, and whom they meet: `/w/ID`. */
  async actor(words: string, limit = 20): Promise<ActorView> {
    const { ref, side } = await this.who(words);
    if (record.isOpen(side)) throw new InputError(`name an actor: "${side}" has no page`);
    const all = await record.oneSide(this.file, side);
    const met = (await counterparts(this.file, this.#ref, all, limit * 2)).filter(hasName).slice(0, limit);
    return {
      actor: ref,
      ...(await whoIs(this.file, ref, met)),
      counterparts: met,
      events: await eventsNumbered(this.file, record.newestOf(all, NEWEST)),
      quotes: (await record.quotesBy(this.file, side, {}, 60)).filter(isWorthKeeping).slice(0, 10),
      tally: record.tallyOf(all),
    };
  }

  newestReports = (part: Part) => newestReports(this.file, part);
  newestArticles = (part: Part & { since?: string | undefined; until?: string | undefined }) =>
    newestArticles(this.file, part);

  /** How often any two of these countries meet each other. */
  meetings = (countries: readonly string[]) => meetings(this.file, countries);

  /** What changed, and the relations by weight: `/`. */
  async overview(limit = 30): Promise<DeskView> {
    await this.file.flush();
    const { changes } = this.file;
    if (this.#seen?.changes !== changes || this.#seen.limit !== limit)
      this.#seen = { changes, limit, view: await this.#look(limit) };
    return this.#seen.view;
  }

  async #look(limit: number): Promise<DeskView> {
    const { articles, reports, events, origins, first_day, last_day, own } = await record.totals(this.file);
    const counts = await record.statePairs(this.file, limit);
    const found = await pairsWithChanges(this.file, this.#ref, counts, last_day);
    const pairs = found.map(({ row }) => row);
    const span = first_day && last_day ? { from: first_day, to: last_day } : null;
    const newest = await record.newestArticles(this.file, 15);
    const sample = articles > 0 && own === 0;
    return { sample, articles, reports, events, origins, span, top: await topOf(this.file, found, 5), pairs, newest };
  }

  /** Relations, actors, events and sentences that have the words. */
  async search(query: string, limit = 10): Promise<SearchView> {
    const words = query.trim().slice(0, 200);
    if (!words) return { query: words, relations: [], actors: [], events: [], sentences: [] };
    const actors = await record.actorsLike(this.file, words, limit);
    const events = await record.eventsLike(this.file, words, limit);
    return {
      ...{ query: words, actors },
      relations: await this.#relationsOf(actors.map((actor) => actor.country)),
      events: await eventsNumbered(this.file, events),
      sentences: await record.sentencesLike(this.file, words, limit),
    };
  }

  /** The brief on two actors; from coded records only. */
  async brief(a: string, b: string, options: RelationOptions & BriefOptions = {}): Promise<Brief> {
    const view = await this.relation(a, b, { events: 40, ...options });
    const sides = [(await this.who(a)).side, (await this.who(b)).side] as const;
    return briefOnPair(this.file, view, sides, options);
  }

  // -------------------------------------------------------------- pieces

  /** The volume of coverage, counted anew when the record has changed. */
  async #volume(): Promise<ReadonlyMap<string, number>> {
    await this.file.flush();
    if (this.#counted?.changes !== this.file.changes)
      this.#counted = { changes: this.file.changes, volume: await record.volumeByDay(this.file) };
    return this.#counted.volume;
  }

  /** What measures say of reports, in the order of these. */
  async findings(ids: readonly string[]): Promise<FindingRow[]> {
    const place = new Map(ids.map((id, i) => [id, i]));
    const rows = await record.findingsOf(this.file, ids);
    rows.sort((x, y) => place.get(x.report)! - place.get(y.report)!);
    return rows.flatMap(({ id, report, measure, words, conditional, because }) => {
      const known = this.#measures.byId.get(measure);
      return known ? [{ id, report, measure: known, text: words, conditional, because }] : [];
    });
  }
}

/** Opens a record with its desk; makes the file where there is none. Throws InputError where it cannot be opened. */
export async function openDesk(path: string): Promise<Desk> {
  return new Desk(await record.openRecord(path), loadMeasures());
}
