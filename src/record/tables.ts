/** A coding as the rows of the record's tables. Pure; the same coding gives the same rows. */
import type { Actor, Article, Coding, Mention, Report, Said, Sentence, SpeakerWords, Statement } from '../nouns.ts';
import { shortHash } from './hash.ts';
import { countryNumber, dayNumber, type Row, statesNumber, type TableName } from './schema.ts';
import { topicWords } from './topic.ts';
import { gapsOf, termsOf } from './words.ts';

export type TableRows = { [Name in TableName]?: Row[] };

/** A range of more days than this is not placed on a day. */
const WIDEST_DAYS = 31;

/** Names an article by all that makes it this article: its words, day, publisher and address. */
export function articleId(article: Article): string {
  return shortHash(article.title, article.text, article.date, article.publisher, article.url);
}

/** The key of an actor within a record. */
export function actorKey(actor: Actor): string {
  if (actor.id) return actor.id;
  if (actor.code) return `code:${actor.code}`;
  const name = actor.name.toLowerCase().replace(/\s+/g, ' ').trim();
  return `name:${name}${actor.country ? `@${actor.country}` : ''}`;
}

function unknownActor(name: string): Actor {
  return { name, kind: 'unknown', country: null, sector: null };
}

const actorsOf = (mention: Mention): readonly Actor[] =>
  mention.actors.length ? mention.actors : [unknownActor(mention.text)];

export function sentenceText(article: Article, span: { from: number; to: number; part: string }): string {
  return (span.part === 'title' ? (article.title ?? '') : article.text).slice(span.from, span.to);
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

function dayOf(report: Report, article: Article): string | null {
  if (!report.when) return report.historical ? null : article.date;
  const { from, to } = report.when;
  return daysBetween(from, to) > WIDEST_DAYS ? null : from;
}

/** Where the sentence begins behind its dateline and the dash after that. */
function properStart(article: Article, s: Sentence): number {
  if (!s.dateline || s.dateline.to <= s.from) return s.from;
  const rest = sentenceText(article, { from: s.dateline.to, to: s.to, part: s.part });
  return s.dateline.to + /^[\s\-–—:]*/.exec(rest)![0].length;
}

function sentenceRow(seq: number, article: Article, s: Sentence, gap: string): Row {
  return [
    seq,
    s.index,
    s.part,
    s.from,
    s.to,
    s.paragraph,
    s.kind,
    s.section,
    s.publisher ?? null,
    gap,
    sentenceText(article, s),
    properStart(article, s),
  ];
}

function sentenceColumns(article: Article, s: Sentence): Row {
  return [s.part, s.from, s.to, sentenceText(article, s), s.kind, s.section, s.paragraph, properStart(article, s)];
}

function mentionRows({ seq, numbers }: Places, m: Mention): Row[] {
  // Nearly always the words are as long as their span.
  const end = m.to === m.from + m.text.length ? null : m.to;
  const start = [m.sentence, m.part, m.from, end, m.kind, m.reading, m.chain] as const;
  if (!m.actors.length) return [[seq, m.index, 0, ...start, numbers.name(null, m.text)]];
  return m.actors.map((actor, nth) => [seq, m.index, nth, ...start, numbers.name(actor, m.text)]);
}

/** Somebody's name; a phrase of the text is put together from words, without the spaces that divided them. */
function nameOf({ id, code, name }: Actor): string {
  return id || code ? name : name.replace(/ (['’]s?)(?=\s|$)/g, '$1').replace(/(\p{L}) - (\p{L})/gu, '$1-$2');
}

/** What the record knows of an actor, behind the number. */
export function actorRow(actor: Actor): Row {
  return [actorKey(actor), nameOf(actor), actor.kind, actor.country, actor.sector, actor.because ?? null];
}

const actorColumns = (actor: Actor): Row => [
  actorKey(actor),
  nameOf(actor),
  actor.kind,
  actor.country,
  actor.sector,
  actor.office ?? null,
];
const NO_ACTOR: Row = [null, null, null, null, null, null];

function partyRows(report: number, role: string, mentions: readonly Mention[]): Row[] {
  const all = mentions.flatMap((m) => actorsOf(m).map((actor) => ({ m, actor })));
  return all.map(({ m, actor }, nth) => [
    report,
    role,
    nth,
    ...actorColumns(actor),
    m.text,
    m.part,
    m.from,
    m.to,
    null,
    null,
    null,
  ]);
}

/** The one who speaks: somebody known before a phrase for them ("U.S. national security adviser", "Jake Sullivan"). */
function speakerActor(speaker: Mention | SpeakerWords | null): Actor | undefined {
  const actors = speaker?.actors ?? [];
  return actors.find((actor) => actor.id && actor.kind === 'person') ?? actors.find((actor) => actor.id) ?? actors[0];
}

function saidRow(report: number, said: Said, nth: number): Row {
  const { speaker, cue, direct, stance } = said;
  const actor = speakerActor(speaker);
  const columns = actor ? actorColumns(actor) : NO_ACTOR;
  const words = speaker ? [speaker.text, speaker.part, speaker.from, speaker.to] : [null, null, null, null];
  return [report, 'speaker', nth, ...columns, ...words, cue.text, direct, stance];
}

interface Reported {
  readonly n: number;
  readonly id: string;
  readonly report: Report;
}

/** Ids of the reports: a hash of the article and of the spans, told apart by place where two are alike. */
function reportIds(article: string, coding: Coding, first: number): Reported[] {
  const seen = new Map<string, number>();
  const spans = (mentions: readonly Mention[]) => mentions.map((m) => `${m.from}-${m.to}`).join(',');
  return coding.reports.map((report, i) => {
    const { cue, type, mode } = report;
    const key = [
      article,
      cue.part,
      cue.from,
      cue.to,
      type,
      mode ?? '',
      spans(report.actors),
      spans(report.recipients),
    ].join('|');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { n: first + i, id: shortHash(key, nth), report };
  });
}

function reportRow(article: number, { n, id, report: r }: Reported, idx: number, coding: Coding): Row {
  const when = r.when ? [r.when.from, r.when.to, r.when.text, r.when.implied] : [null, null, null, null];
  const where = r.where ? [r.where.name, r.where.country, r.where.lat, r.where.lon] : [null, null, null, null];
  return [
    ...[n, id, article, idx, r.sentence, r.type, r.mode, r.contexts.join(' '), r.cameo, r.quad, r.intensity, r.mutual],
    ...[r.cue.from, r.cue.to, r.cue.text, dayOf(r, coding.article), ...when, ...where],
    ...[r.modality, r.negated, r.historical, r.status, r.confidence, r.rule],
    topicWords(
      r,
      coding.trees.find((tree) => tree.sentence.index === r.sentence),
    ).join(' '),
    ...sentenceColumns(coding.article, coding.sentences[r.sentence]!),
  ];
}

interface Pair {
  readonly a: Actor;
  readonly b: Actor;
}

/** The ordered pairs of a report: actors towards recipients; where it is mutual, everybody towards everybody else. */
function pairsOf(report: Report): Pair[] {
  const actors = report.actors.flatMap(actorsOf);
  const recipients = report.recipients.flatMap(actorsOf);
  const from = report.mutual ? [...actors, ...recipients] : actors;
  const to = report.mutual ? from : recipients;
  const seen = new Set<string>();
  return from.flatMap((a) =>
    to.flatMap((b) => {
      const key = `${actorKey(a)}>${actorKey(b)}`;
      if (actorKey(a) === actorKey(b) || seen.has(key)) return [];
      seen.add(key);
      return [{ a, b }];
    }),
  );
}

/** An attack that names no victim concerns the state that it was in, where that is another than the attacker's. */
function siteOf({ type, recipients, where }: Report): string | null {
  return type === 'ASSAULT' && !recipients.length ? (where?.country ?? null) : null;
}

function pairRows({ n, report }: Reported, article: Article, { seq, numbers }: Places): Row[] {
  const of = (actor: Actor) => numbers.actor(actor);
  const pairs = pairsOf(report).map(({ a, b }) => [of(a), a.country, of(b), b.country] as const);
  const site = siteOf(report);
  const onSite = site ? report.actors.flatMap(actorsOf).filter((a) => a.country && a.country !== site) : [];
  // Nobody of the site's state is named: its country stands alone.
  const all = [...pairs, ...onSite.map((a) => [of(a), a.country, 0, site] as const)];
  const day = dayOf(report, article);
  return all.map(([a, aCountry, b, bCountry], nth) => [
    ...[n, seq, nth, statesNumber(aCountry, bCountry), day && dayNumber(day), numbers.kind(report)],
    ...[a, countryNumber(aCountry), b, countryNumber(bCountry)],
  ]);
}

/** A person named right behind the speaker's words: "adviser" + "Jake Sullivan". */
function namedBehind(speaker: Mention | SpeakerWords | null, mentions: readonly Mention[]): Actor | undefined {
  if (!speaker || speakerActor(speaker)?.id) return undefined;
  const next = mentions.find(
    (m) => m.part === speaker.part && m.from > speaker.from && m.from >= speaker.to && m.from - speaker.to <= 2,
  );
  const person = next?.actors.find((actor) => actor.kind === 'person' && actor.id);
  return person && { ...person, office: person.office ?? speakerActor(speaker)?.office };
}

function speakerColumns(speaker: Mention | SpeakerWords | null, mentions: readonly Mention[]): Row {
  const actor = namedBehind(speaker, mentions) ?? speakerActor(speaker);
  return [...(actor ? actorColumns(actor) : NO_ACTOR), speaker?.text ?? null];
}

/** Spans of a statement's words, which its sentence has; what reaches beyond that is kept with its words. */
function contentOf({ content, part }: Statement, home: Sentence): string {
  const isInside = (from: number, to: number) => part === home.part && from >= home.from && to <= home.to;
  return JSON.stringify(content.map(({ from, to, text }) => (isInside(from, to) ? [from, to] : [from, to, text])));
}

function statementRow(s: Statement, idx: number, { mentions, sentences }: Coding, seq: number): Row {
  const content = contentOf(s, sentences[s.sentence]!);
  return [seq, idx, s.sentence, ...speakerColumns(s.speaker, mentions), s.cue.text, s.direct, s.stance, content];
}

/** A statement's id: of its article and its place among the statements there. */
export const statementId = (article: string, idx: number): string => shortHash(article, 'statement', idx);

function actorsIn(coding: Coding): Actor[] {
  const speakers = coding.statements.flatMap((s) => s.speaker?.actors ?? []);
  const parties = coding.reports.flatMap((r) => [...r.actors, ...r.recipients].flatMap(actorsOf));
  return [...coding.mentions.flatMap((m) => m.actors), ...speakers, ...parties];
}

/** Where an article comes in the order of reading. */
export interface Places {
  /** Its own number, and that of its first report. */
  readonly seq: number;
  readonly first: number;
  readonly numbers: Numbers;
}

/** Numbers of what stands once in a table of its own; what is new gets the next one. */
export interface Numbers {
  readonly kind: (report: Report) => number;
  readonly actor: (actor: Actor) => number;
  readonly name: (actor: Actor | null, words: string) => number;
  readonly term: (word: string) => number;
}

/** By which words search finds an article. */
export function postingRows({ article, sentences }: Coding, { seq, numbers }: Places): Row[] {
  return termsOf(sentences.map((s) => sentenceText(article, s))).map((word) => [numbers.term(word), seq]);
}

/** All rows of an article but those that depend on other articles (origins, events, findings), and its postings. */
export function tableRows(coding: Coding, places: Places): TableRows {
  const { article } = coding;
  const { seq, first, numbers } = places;
  const id = articleId(article);
  const reports = reportIds(id, coding, first);
  const { date, title, text, url = null, publisher = null, language = null } = article;
  const { gaps, rest } = gapsOf(text, coding.sentences);
  for (const actor of actorsIn(coding)) numbers.actor(actor);
  return {
    articles: [[id, seq, article.id, date, title, rest === null ? text : null, rest, url, publisher, language]],
    sentences: coding.sentences.map((s, i) => sentenceRow(seq, article, s, gaps[i]!)),
    mentions: coding.mentions.flatMap((m) => mentionRows(places, m)),
    reports: reports.map((reported, idx) => reportRow(seq, reported, idx, coding)),
    report_parties: reports.flatMap(({ n, report: r }) => [
      ...partyRows(n, 'actor', r.actors),
      ...partyRows(n, 'recipient', r.recipients),
      ...r.said.map((said, nth) => saidRow(n, said, nth)),
    ]),
    report_denies: reports.flatMap(({ n, report: r }) => r.denies.flatMap((i) => (reports[i] ? [[n, first + i]] : []))),
    pairs: reports.flatMap((reported) => pairRows(reported, article, places)),
    statements: coding.statements.map((s, idx) => statementRow(s, idx, coding, seq)),
  };
}
