/**
 * The record's SQL, in one place, in what DuckDB and PostgreSQL share: `src/record/portable.test.ts` asks every question
 * of both. `?` stands for a parameter. Rows are picked by number from short lists written into the statement (`among`),
 * because that is what an index answers.
 */
import { COUNTRIES } from './schema.ts';

/** A condition on a column of whole numbers: one of these. */
export const among = (column: string, numbers: readonly number[]): string =>
  numbers.length ? `${column} in (${numbers.map((n) => Math.trunc(n)).join(',')})` : 'false';

/** Rows of a table of which a column is one of these numbers, under a name of its own: all between them are read. */
function scanned(table: string, name: string, column: string, numbers: readonly number[], beside = ''): string {
  if (!numbers.length) return `${table} ${name} ${beside} where false`;
  const wanted = [...new Set(numbers)].map((n) => `(${Math.trunc(n)})`).join(',');
  return `${table} ${name} ${beside} join (values ${wanted}) wanted(n) on wanted.n = ${name}.${column}`;
}

/** Numbers that lie so near each other, on average, are found faster by reading all between them than by an index. */
const NEAR = 1000;

/** The same where the column has an index, for numbers that lie far apart. */
function picked(table: string, name: string, column: string, numbers: readonly number[]): string {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const n of numbers) [least, most] = [Math.min(least, n), Math.max(most, n)];
  const areNear = most - least < numbers.length * NEAR;
  return areNear
    ? scanned(table, name, column, numbers)
    : `${table} ${name} where ${among(`${name}.${column}`, numbers)}`;
}

/** The same for ids: sixteen hexadecimal digits; what is none is left out. */
export function amongIds(column: string, ids: readonly string[]): string {
  const known = ids.filter((id) => /^[0-9a-f]{16}$/.test(id));
  return known.length ? `${column} in (${known.map((id) => `'${id}'`).join(',')})` : 'false';
}

/** The same for days, YYYY-MM-DD. */
const amongDays = (column: string, days: readonly string[]): string => {
  const known = days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return known.length ? `${column} in (${known.map((day) => `'${day}'`).join(',')})` : 'false';
};

const LIGHT = `r.n, r.id, r.article, r.sentence, r.type, r.mode, r.mutual, r.negated, r.status, r.cue, r.day, r.words`;

const SOURCE = `
  select a.seq, a.id, a.title, a.publisher, a.published, a.url, o.origin_id as origin
  from articles a join origins o on o.article = a.seq`;

const SENTENCE = `s.article, s.idx as sentence, s.part, s.start_at, s.end_at, s.words, s.kind, s.section, s.paragraph, s.proper_at`;

/** Told at once with a kind, so that the report read first brings its own: numbers of kinds stay below this. */
export const KINDS = 4096;

/** Of any of these countries, either way; of any at all where null. */
const ofAny = (countries: readonly number[] | null): string =>
  countries ? `(${among('d.a_country', countries)} or ${among('d.b_country', countries)})` : 'true';

/** Of an article that has a word like each of these patterns; the index is read once, however many there are. */
function withWords(column: string, patterns: readonly string[]): string {
  if (!patterns.length) return 'true';
  const each = (of: (i: number) => string, between: string) => patterns.map((_, i) => of(i)).join(between);
  return `${column} in (
    select p.article from postings p join (select n, ${each((i) => `word like ? as w${i}`, ', ')} from terms) t on t.n = p.term
    where ${each((i) => `t.w${i}`, ' or ')} group by p.article having ${each((i) => `bool_or(t.w${i})`, ' and ')}
  )`;
}

/** Events once each, as the report read first tells them, with the strongest status and the earliest day of theirs. */
const EVENTS = (by: string, where: string) => `
  select ${by} as side, d.event, min(d.report * cast(${KINDS} as bigint) + d.kind) % ${KINDS} as kind, min(k.strength) as strength, min(d.day) as day
  from dyads d join kinds k on k.n = d.kind where ${where} group by 1, 2`;

/** What is denied or told as not so is not counted as cooperation or conflict: the last two statuses. */
const AFFIRMED = `e.strength < 4`;

/**
 * Events that reports of articles from one number to another can go to, as far as days, types, parties and denial say.
 * The report that an event was begun with has to fit; to a report that denies another, any member. `days`: all that are
 * near theirs, `neighbours`: types that are told of one happening.
 */
const NEAR_EVENTS = (days: readonly string[], apart: number, neighbours: readonly (readonly [string, string])[]) => `
  with fresh as (
    select distinct r.day, r.type, r.negated, case when r.mutual then 'any' else p.role end as role, p.actor, p.country,
      exists (select 1 from report_denies d where d.report = r.n) as denies
    from reports r join report_parties p on p.report = r.n
    where r.article between ? and ? and p.role <> 'speaker' and r.day is not null
  ), blocks as (
    select day, type, negated, role, denies, country as block from fresh where country is not null
    union select day, type, negated, role, denies, actor from fresh
  ), kin as (
    select distinct type, type as other from blocks
    union all select * from (values ${neighbours.map(([type, other]) => `('${type}', '${other}')`).join(', ')}) n(type, other)
  ), wanted as (
    select distinct cast(cast(b.day as date) + w.apart as varchar) as day, k.other as type, b.negated, b.role, b.denies, b.block
    from blocks b join kin k on k.type = b.type
    cross join (values ${Array.from({ length: 2 * apart + 1 }, (_, i) => `(${i - apart})`).join(', ')}) w(apart)
  ), told as (
    select er.event, er.event = er.report as is_first, r.day, r.type, r.negated, r.mutual, p.role, p.actor, p.country
    from reports r join event_reports er on er.report = r.n join report_parties p on p.report = r.n
    where p.role <> 'speaker' and ${amongDays('r.day', days)}
  )
  ${['country', 'actor']
    .map(
      (column) => `
    select t.event from told t
    join wanted w on w.day = t.day and w.type = t.type and w.negated = t.negated and w.block = t.${column}
    where (t.is_first or w.denies) and (w.role = t.role or w.role = 'any' or t.mutual)`,
    )
    .join(' union ')} order by 1`;

/** What stands once in a table of its own, and articles: by which text each has its number. */
const KEYS = {
  actors: `select n, id as key from actors`,
  names: `select n, concat(actor, ' ', words) as key from names`,
  terms: `select n, word as key from terms`,
  articles: `select seq as n, id as key from articles`,
};
export type Dictionary = keyof typeof KEYS;

/** The control character between keys that come as one text. */
export const SEPARATOR = 31;

export const SQL = {
  meta: `select name, value from meta`,
  hasTables: `select count(*) as n from information_schema.tables where table_schema in ('main', 'public')`,
  isRecord: `select count(*) as n from information_schema.tables where table_schema in ('main', 'public') and table_name = 'meta'`,
  putMeta: `insert into meta values (?, ?)`,
  setMeta: `update meta set value = ? where name = ?`,
  lastNumbers: `select (select coalesce(max(seq), 0) from articles) as seq, (select coalesce(max(n), 0) from reports) as report`,
  kinds: `select n, quad, type, mode, status, intensity, strength from kinds order by n`,
  /** The keys of a dictionary in the order of their numbers, as one text and each for itself. */
  keysAtOnce: (of: Dictionary) =>
    `select cast(count(*) as integer) as n, string_agg(key, chr(${SEPARATOR}) order by n) as keys from (${KEYS[of]}) k`,
  keys: (of: Dictionary) => `${KEYS[of]} order by n`,

  bands: (bands: readonly number[]) => `
    select b.band, b.article from ${scanned('bands', 'b', 'band', bands)} order by b.article, b.band`,
  fingerprints: (articles: readonly number[]) => `
    select f.article, f.signature, a.published, o.origin, o.origin_id
    from ${scanned('fingerprints', 'f', 'article', articles, 'join articles a on a.seq = f.article join origins o on o.article = f.article')}
    order by f.article`,
  moveOrigin: `update origins set origin = ?, origin_id = ? where origin = ?`,
  moveDyads: `update dyads set origin = ? where origin = ?`,

  /** Reports of articles behind the last one that was joined. */
  unjoined: `select ${LIGHT} from reports r where r.article between ? and ? order by r.n`,
  /**
   * Reports of articles from one number to another whose sentence their publisher has printed on so many days, up to
   * that article, word for word. Only articles read before count, so that reading in pieces finds the same.
   */
  stock: (days: number) => `
    with printed as (
      select e.words, b.publisher, b.published, min(e.article) as first
      from reports e join articles b on b.seq = e.article
      where b.publisher is not null and b.published is not null and e.article <= ?
        and e.words in (select words from reports where article between ? and ?)
      group by 1, 2, 3
    ), numbered as (
      select words, publisher, first, row_number() over (partition by words, publisher order by first, published) as nth from printed
    )
    select r.n from reports r join articles a on a.seq = r.article
    join numbered p on p.words = r.words and p.publisher = a.publisher and p.nth = ${days}
    where r.article between ? and ? and r.article >= p.first order by r.n`,
  nearEvents: NEAR_EVENTS,
  /** What joining compares of reports, and of their parties. */
  light: (reports: readonly number[]) => `select ${LIGHT} from ${picked('reports', 'r', 'n', reports)} order by r.n`,
  sides: (reports: readonly number[]) => `
    select p.report, p.role, p.actor, p.country, p.sector, p.words
    from (select p.* from ${picked('report_parties', 'p', 'report', reports)}) p
    where p.role <> 'speaker' order by p.report, p.role, p.nth`,
  judgements: `select a, b, same from judgements order by a, b`,
  putJudgement: `insert into judgements values (?, ?, ?)`,
  dropJudgement: `delete from judgements where a = ? and b = ?`,
  dropEventReports: `delete from event_reports`,
  /** Pairs of reports that have been joined now; counted from then on. */
  fillDyads: `
    insert into dyads
    select p.report, er.event, o.origin, p.states, p.day, p.kind, p.a, p.a_country, p.b, p.b_country
    from pairs p join event_reports er on er.report = p.report join origins o on o.article = p.article
    where p.article between ? and ? and er.report >= ? order by p.report, p.nth`,
  dropDyads: `delete from dyads`,

  reports: (reports: readonly number[]) => `select r.* from ${picked('reports', 'r', 'n', reports)} order by r.n`,
  numbersOf: (ids: readonly string[]) => `select n, id from reports where ${amongIds('id', ids)} order by n`,
  idsOf: (reports: readonly number[]) => `select r.n, r.id from ${picked('reports', 'r', 'n', reports)} order by r.n`,
  reportsOfArticles: (articles: readonly number[]) =>
    `select r.n from ${scanned('reports', 'r', 'article', articles)} order by r.n`,
  eventsOf: (reports: readonly number[]) =>
    `select e.report, e.event from ${scanned('event_reports', 'e', 'report', reports)} order by e.report`,
  reportsOfEvents: (events: readonly number[]) =>
    `select e.event, e.report from ${scanned('event_reports', 'e', 'event', events)} order by e.report`,
  sources: (articles: readonly number[]) =>
    `${SOURCE} where ${among('a.seq', articles)} and ${among('o.article', articles)} order by a.seq`,
  parties: (reports: readonly number[]) => `
    select p.report, p.role, p.nth, p.actor, coalesce(p.name, '') as name, p.kind, p.country, p.sector, p.office, p.words, p.part,
      p.start_at, p.end_at, p.cue, p.direct, p.stance
    from ${picked('report_parties', 'p', 'report', reports)} order by p.report, p.role, p.nth`,
  denies: (reports: readonly number[]) =>
    `select d.report, d.denied from ${scanned('report_denies', 'd', 'report', reports)} order by d.report, d.denied`,
  eventNumbers: `
    select er.event from event_reports er join reports r on r.n = er.report join articles a on a.seq = r.article
    where er.report = er.event order by coalesce(r.day, a.published), r.n`,
  /** Deeds told as the content of an accusation: the word of their saying is the word of an ACCUSE in the same sentence. */
  accused: `
    select distinct r.id from reports r
    join reports a on a.article = r.article and a.sentence = r.sentence and a.type = 'ACCUSE' and a.n <> r.n
    join report_parties p on p.report = r.n and p.role = 'speaker' and p.cue = a.cue
    where r.status = 'alleged' order by r.id`,
  /** DuckDB's own; PostgreSQL has no Parquet. */
  parquet: (path: string) => `
    copy (
      select e.id as event, r.id as report, a.id as article, a.published, a.publisher, a.title, a.url, o.origin_id as origin, r.type, r.mode, replace(r.contexts, ' ', '; ') as contexts,
        r.cameo, r.quad, r.intensity, r.mutual, r.day, r.when_from, r.when_to, r.when_implied, p.actors, p.actor_countries,
        p.actor_sectors, p.recipients, p.recipient_countries, p.recipient_sectors, r.status, r.modality, r.negated, r.historical,
        p.speakers, p.speaker_stances, coalesce(p.direct, false) as direct, r.place, r.place_country, r.lat, r.lon, r.part, r.start_at as sentence_from,
        r.end_at as sentence_to, r.cue_start as cue_from, r.cue_end as cue_to, r.cue, r.words as sentence, r.confidence, r.rule
      from reports r join articles a on a.seq = r.article join origins o on o.article = r.article
      join event_reports er on er.report = r.n join reports e on e.n = er.event
      left join (
        select report,
          string_agg(name, '; ' order by nth) filter (role = 'actor') as actors,
          string_agg(coalesce(country, ''), '; ' order by nth) filter (role = 'actor') as actor_countries,
          string_agg(coalesce(sector, ''), '; ' order by nth) filter (role = 'actor') as actor_sectors,
          string_agg(name, '; ' order by nth) filter (role = 'recipient') as recipients,
          string_agg(coalesce(country, ''), '; ' order by nth) filter (role = 'recipient') as recipient_countries,
          string_agg(coalesce(sector, ''), '; ' order by nth) filter (role = 'recipient') as recipient_sectors,
          string_agg(coalesce(name, words, ''), '; ' order by nth) filter (role = 'speaker') as speakers,
          string_agg(coalesce(stance, ''), '; ' order by nth) filter (role = 'speaker') as speaker_stances,
          bool_or(direct) filter (role = 'speaker') as direct
        from report_parties group by report
      ) p on p.report = r.n
      order by r.n
    ) to '${path.replaceAll("'", "''")}' (format parquet, compression zstd)`,
  joins: `select r.id as report, er.score, er.reason from event_reports er join reports r on r.n = er.report where er.event = ? order by er.report`,

  /** All between two sides: what counting needs. `forward` and `backward` say which pairs go which way. */
  dyads: (where: string, forward: string, backward: string) => `
    select d.report, d.event, d.origin, d.day, d.kind,
      case when ${forward} then 1 else 0 end + case when ${backward} then 2 else 0 end as ways
    from dyads d where ${where}`,
  /** The same of many pairs of states; forward is from the state that comes first in the alphabet. */
  dyadsOfStates: (states: readonly number[], where: string) => `
    select d.report, d.event, d.origin, d.day, d.kind, case when d.a_country < d.b_country then 1 else 2 end as ways, d.states
    from dyads d where ${among('d.states', states)} and ${where}`,
  /** All that one side does or has done to it; `other` is the number of a country, or that of an actor above ${COUNTRIES}. */
  dyadsOfOne: (own: string, where: string) => `
    select d.report, d.event, d.origin, d.day, d.kind,
      case when ${own} then case when d.b_country > 0 then d.b_country else ${COUNTRIES} + d.b end
        else case when d.a_country > 0 then d.a_country else ${COUNTRIES} + d.a end end as other
    from dyads d where ${where}`,
  /** The events that most origins tell of. */
  weighty: (where: string) => `
    select d.event from dyads d where ${where}
    group by d.event having count(distinct d.origin) > 1 order by count(distinct d.origin) desc, max(d.day) desc nulls last, d.event limit ?`,
  originsOfStates: (states: readonly number[]) =>
    `select states, cast(count(distinct origin) as integer) as origins from dyads where ${among('states', states)} group by states`,
  /** Pairs of states by events. */
  statePairs: (countries: readonly number[] | null) => `
    with e as (${EVENTS('d.states', `d.states > 0 and d.a_country <> d.b_country and ${ofAny(countries)}`)})
    select e.side as states, cast(count(*) as integer) as events, max(e.day) as last,
      cast(count(case when k.quad like '%cooperation' and ${AFFIRMED} then 1 end) as integer) as cooperation,
      cast(count(case when k.quad like '%conflict' and ${AFFIRMED} then 1 end) as integer) as conflict
    from e join kinds k on k.n = e.kind group by 1 order by events desc, 1 limit ?`,
  volume: `
    select day, cast(count(*) as integer) as n from origins where origin = article and day is not null group by day order by day`,

  /** Reports with both sides among their parties, whoever acts; newest first. */
  withBoth: (p: string, q: string, where: string) => `
    select r.n from reports r
    join (
      select distinct p.report from report_parties p join report_parties q on q.report = p.report
      where p.role <> 'speaker' and q.role <> 'speaker' and (p.nth <> q.nth or p.role <> q.role) and ${p} and ${q}
    ) w on w.report = r.n where ${where} order by r.day desc nulls last, r.n desc limit ?`,
  /** Whoever acts towards nobody named is still one of an actor's reports. */
  withOne: (p: string, where: string) => `
    select r.n from reports r join (select distinct p.report from report_parties p where p.role <> 'speaker' and ${p}) w on w.report = r.n
    where ${where} order by r.day desc nulls last, r.n desc limit ?`,

  /** Places of quotations, newest first. */
  quotesBy: (where: string) => `
    select t.article, t.idx from statements t join articles a on a.seq = t.article
    where ${where} order by a.published desc nulls last, t.article desc, t.idx limit ?`,
  statements: (articles: readonly number[], where = 'true') => `
    select t.idx, t.actor, t.name, t.country, t.sector, t.office, t.speaker, t.cue, t.direct, t.stance, t.content, ${SENTENCE}
    from (select t.* from ${scanned('statements', 't', 'article', articles)}) t
    join (select s.* from ${scanned('sentences', 's', 'article', articles)}) s on s.article = t.article and s.idx = t.sentence
    where ${where} order by t.article, t.idx`,
  sentencesIn: (articles: readonly number[]) => `
    select ${SENTENCE}, s.publisher as cited from ${scanned('sentences', 's', 'article', articles)} order by s.article, s.idx`,
  referencesIn: (articles: readonly number[]) => `
    select * from (
      select ${SENTENCE}, s.publisher as cited from ${scanned('sentences', 's', 'article', articles)}
    ) s where kind = 'reference' order by article, sentence`,
  sentencesWithBoth: (a: string, b: string, articles: readonly number[]) => `
    select ${SENTENCE}
    from (select s.* from ${scanned('sentences', 's', 'article', articles)}) s join (
      select m.article, m.sentence from (select m.* from ${scanned('mentions', 'm', 'article', articles)}) m
      join names k on k.n = m.name join (
        select c.n, case when ${a} then 1 else 0 end as a, case when ${b} then 1 else 0 end as b from actors c where ${a} or ${b}
      ) c on c.n = k.actor group by m.article, m.sentence having max(c.a) = 1 and max(c.b) = 1
    ) w on w.article = s.article and w.sentence = s.idx
    where s.kind in ('prose', 'list') order by s.article desc, s.idx`,
  article: `select a.body, a.rest, a.language from articles a where a.seq = ?`,
  /** What a text is put together from. */
  piecesOf: `select s.gap, s.words from sentences s where s.article = ? and s.part = 'text' order by s.idx`,
  articleNumbers: (ids: readonly string[]) => `select seq from articles where ${amongIds('id', ids)} order by seq`,
  articleNumber: `select seq from articles where id = ? or given_id = ? order by seq limit 1`,
  newest: `select seq from articles order by published desc nulls last, seq desc limit ?`,
  /** Of a period, the newest first; 'total' counts all of them. */
  newestIn: `
    select seq, cast(count(*) over () as integer) as total from articles where published between ? and ?
    order by published desc, seq desc limit ? offset ?`,
  newestReports: `
    select r.n from reports r join articles a on a.seq = r.article
    order by a.published desc nulls last, a.seq desc, r.idx limit ? offset ?`,
  copiesOf: `
    select article as seq from origins where origin = (select origin from origins where article = ?) and article <> ? order by article`,
  mentionsOf: `
    select m.part, m.start_at, m.end_at, k.words, m.sentence, m.kind as mention_kind, m.reading, c.id as actor, c.name, c.kind, c.country, c.sector
    from mentions m join names k on k.n = m.name left join actors c on c.n = k.actor
    where m.article = ? order by m.part desc, m.start_at, m.idx, m.nth`,
  totals: `
    select (select count(*) from articles) as articles, (select count(*) from reports) as reports,
      (select count(*) from event_reports where event = report) as events,
      (select count(*) from origins where origin = article) as origins, (select min(day) from reports) as first_day, (select max(day) from reports) as last_day,
      (select count(*) from articles where publisher is distinct from 'Dragoman sample') as own`,

  actor: `select id, name, kind, country, sector from actors where id = ?`,
  actors: (ids: readonly string[]) => `
    select a.id, a.name, a.kind, a.country, a.sector from actors a
    join (values ${ids.map(() => '(?)').join(',')}) wanted(id) on wanted.id = a.id order by a.n`,
  actorNumber: `select n from actors where id = ?`,
  actorsNumbered: (numbers: readonly number[]) => `select n, id from actors where ${among('n', numbers)} order by n`,
  actorsNamed: `select id, name, kind, country, sector from actors where lower(name) = lower(?) order by case kind when 'country' then 0 when 'person' then 1 else 2 end, id`,
  /** By the words of mentions: "Kim Jong Un" where the lexicon writes "Kim Jong-un". */
  actorsMentioned: `
    select c.id, c.name, c.kind, c.country, c.sector, count(*) as n
    from names k join mentions m on m.name = k.n join actors c on c.n = k.actor where lower(k.words) = lower(?) and m.kind = 'name'
    group by 1, 2, 3, 4, 5 order by n desc, c.id limit 5`,
  actorsLike: `
    select c.id, c.name, c.kind, c.country, c.sector, e.events from actors c join (
      select p.actor, count(distinct er.event) as events from report_parties p join event_reports er on er.report = p.report
      where p.actor in (select id from actors where lower(name) like ? escape '\\') group by p.actor
    ) e on e.actor = c.id order by e.events desc, c.id limit ?`,
  namesOf: `
    select k.words, m.n from names k join (
      select name, count(*) as n from mentions
      where name in (select k2.n from names k2 join actors c on c.n = k2.actor where c.id = ?) and kind <> 'pronoun' group by name
    ) m on m.name = k.n order by m.n desc, k.words limit ?`,
  officesOf: `
    select p.office, min(a.published) as first_day, max(a.published) as last_day
    from report_parties p join reports r on r.n = p.report join articles a on a.seq = r.article
    where p.actor = ? and p.office is not null group by p.office order by first_day, p.office`,
  /** Articles that have a word like each of these patterns, the newest first; all where there are none. */
  articlesWith: (patterns: readonly string[]) => `
    select a.seq from articles a where ${withWords('a.seq', patterns)} order by a.published desc nulls last, a.seq desc`,
  /** Joined reports of such articles, the newest day first. */
  reportsWith: (patterns: readonly string[]) => `
    select r.n, er.event from reports r join event_reports er on er.report = r.n
    where ${withWords('r.article', patterns)} order by r.day desc nulls last, er.event, r.n limit ?`,
  /** Those of them whose own words have something in lower case, with their words. */
  reportsHaving: (patterns: readonly string[]) => `
    select r.n, er.event, r.words from reports r join event_reports er on er.report = r.n
    where ${withWords('r.article', patterns)} and strpos(lower(r.words), ?) > 0 order by r.day desc nulls last, er.event, r.n`,
  /** The same of few articles, in no order. */
  reportsOfThese: (articles: readonly number[]) => `
    select r.n, er.event, r.day from ${scanned('reports', 'r', 'article', articles, 'join event_reports er on er.report = r.n')} order by r.n`,
  wordsOf: (reports: readonly number[]) =>
    `select r.n, r.words from ${picked('reports', 'r', 'n', reports)} order by r.n`,
  /** Sentences of articles that have something in lower case. */
  wordsIn: (articles: readonly number[]) => `
    select s.article, s.idx, s.words, s.kind from (select s.* from ${scanned('sentences', 's', 'article', articles)}) s
    where strpos(lower(s.words), ?) > 0 order by s.article, s.idx`,

  /** Joined reports of some types for which measures have not been looked up yet. */
  joinedTotals: `select count(distinct event) as events, count(*) as reports from event_reports`,
  lastJoined: `select coalesce(max(report), 0) as n from event_reports`,
  withoutLookup: (types: readonly string[]) => `
    select n from reports join event_reports on report = n where n > ? and n <= ? and type in (${types.map((type) => `'${type.replaceAll("'", "''")}'`).join(', ')}) order by n`,
  dropFindings: `delete from findings`,
  findingsOf: (reports: readonly string[]) => `
    select id, report, measure, words, conditional, because from findings where ${amongIds('report', reports)} order by id`,
} as const;
