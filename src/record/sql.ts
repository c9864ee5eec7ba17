/** The record's SQL, in one place. Kept to what DuckDB and PostgreSQL share; `?` stands for a parameter. */

const LIGHT = `r.id, r.article, r.sentence, r.type, r.mode, r.mutual, r.negated, r.day, r.topic, r.words`;

/** Columns and joins of a report; `from` is the table of reports, or a part of it under another name. */
const reportFrom = (from: string) => `
  select r.id, er.event, r.article, r.sentence, r.type, r.mode, r.contexts, r.cameo, r.quad, r.intensity, r.mutual,
    r.cue_start, r.cue_end, r.cue, r.day, r.when_from, r.when_to, r.when_text, r.when_implied, r.place, r.place_country,
    r.lat, r.lon, r.modality, r.negated, r.historical, r.status, r.confidence, r.rule, r.topic,
    a.title, a.publisher, a.published, a.url, o.origin,
    r.part, r.start_at, r.end_at, r.words, r.kind, r.section, r.paragraph, r.proper_at
  from ${from} r
  join articles a on a.id = r.article
  join origins o on o.article = r.article
  left join event_reports er on er.report = r.id`;

const REPORT = reportFrom('reports');

/** Reports whose ids a query gives: picked out first, so that the wide table is read for these alone. */
const reportsIn = (ids: string) => `
  with wanted as materialized (${ids}),
  picked as materialized (select * from reports where id in (select id from wanted))
  ${reportFrom('picked')}`;

const STATEMENT = `
  select t.id, t.article, t.sentence, t.actor, t.name, t.country, t.sector, t.office, t.speaker, t.cue, t.direct, t.stance,
    t.content, a.title, a.publisher, a.published, a.url, o.origin,
    s.part, s.start_at, s.end_at, s.words, s.kind, s.section, s.paragraph, s.proper_at
  from statements t
  join articles a on a.id = t.article
  join origins o on o.article = t.article
  join sentences s on s.article = t.article and s.idx = t.sentence`;

const SOURCE = `select a.id, a.title, a.publisher, a.published, a.url, o.origin from articles a join origins o on o.article = a.id`;

export const SQL = {
  meta: `select name, value from meta`,
  hasTables: `select count(*) as n from information_schema.tables where table_schema = 'main'`,
  isRecord: `select count(*) as n from information_schema.tables where table_schema = 'main' and table_name = 'meta'`,
  putMeta: `insert into meta values (?, ?)`,
  lastSeq: `select coalesce(max(seq), 0) as n from articles`,
  hasArticles: `select id from articles where id in (select unnest(?::varchar[]))`,
  putActor: `insert into actors values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
  actorKeys: `select id from actors`,

  bands: `
    select b.band, f.article, f.signature, a.published, o.origin, w.seq
    from bands b join fingerprints f on f.article = b.article join articles a on a.id = b.article
    join origins o on o.article = b.article join articles w on w.id = o.origin
    where b.band in (select unnest(?::integer[])) order by a.seq`,
  moveOrigin: `update origins set origin = ? where origin = ?`,
  moveDyads: `update dyads set origin = ? where origin = ?`,

  firstUnjoined: `
    select min(a.seq) as seq from reports r join articles a on a.id = r.article
    where not exists (select 1 from event_reports er where er.report = r.id)`,
  unjoined: `
    select ${LIGHT} from reports r join articles a on a.id = r.article
    where a.seq between ? and ? and not exists (select 1 from event_reports er where er.report = r.id) order by a.seq, r.idx`,
  joinedNear: `
    select er.event, ${LIGHT} from reports r join articles a on a.id = r.article
    join event_reports er on er.report = r.id
    where er.event in (select er2.event from event_reports er2 join reports r2 on r2.id = er2.report where r2.day in (select unnest(?::varchar[])))
    order by a.seq, r.idx`,
  judgements: `select a, b, same from judgements`,
  putJudgement: `insert into judgements values (?, ?, ?)`,
  dropJudgement: `delete from judgements where a = ? and b = ?`,
  dropEvents: `delete from events`,
  dropEventReports: `delete from event_reports`,

  reports: reportsIn('select unnest(?::varchar[]) as id'),
  reportsOfArticle: `${REPORT} where r.article = ? order by r.idx`,
  reportsOfArticles: `${REPORT} where r.article in (select unnest(?::varchar[])) order by a.seq, r.idx`,
  reportsOfEvents: reportsIn('select report as id from event_reports where event in (select unnest(?::varchar[]))'),
  parties: `
    select p.report, p.role, p.nth, p.actor, coalesce(p.name, '') as name, p.kind, p.country, p.sector, p.office, p.words, p.part,
      p.start_at, p.end_at, p.cue, p.direct, p.stance
    from report_parties p where p.report in (select unnest(?::varchar[])) order by p.report, p.role, p.nth`,
  denies: `select report, denied from report_denies where report in (select unnest(?::varchar[])) order by report, denied`,
  deniersOf: `select report, denied from report_denies where denied in (select unnest(?::varchar[])) order by report, denied`,
  eventIds: `
    select e.id from events e join reports r on r.id = e.leader join articles a on a.id = r.article
    order by coalesce(r.day, a.published), a.seq, r.idx`,
  /** DuckDB's own; PostgreSQL has no Parquet. */
  parquet: (path: string) => `
    copy (
      select er.event, r.id as report, r.article, a.published, a.publisher, a.title, a.url, o.origin, r.type, r.mode, r.contexts,
        r.cameo, r.quad, r.intensity, r.mutual, r.day, r.when_from, r.when_to, r.when_implied, p.actors, p.actor_countries,
        p.actor_sectors, p.recipients, p.recipient_countries, p.recipient_sectors, r.status, r.modality, r.negated, r.historical,
        p.speakers, p.speaker_stances, r.place, r.place_country, r.lat, r.lon, r.part, r.start_at as sentence_from,
        r.end_at as sentence_to, r.cue_start as cue_from, r.cue_end as cue_to, r.cue, r.words as sentence, r.confidence, r.rule
      from reports r join articles a on a.id = r.article join origins o on o.article = r.article
      left join event_reports er on er.report = r.id
      left join (
        select report,
          string_agg(name, '; ' order by nth) filter (role = 'actor') as actors,
          string_agg(coalesce(country, ''), '; ' order by nth) filter (role = 'actor') as actor_countries,
          string_agg(coalesce(sector, ''), '; ' order by nth) filter (role = 'actor') as actor_sectors,
          string_agg(name, '; ' order by nth) filter (role = 'recipient') as recipients,
          string_agg(coalesce(country, ''), '; ' order by nth) filter (role = 'recipient') as recipient_countries,
          string_agg(coalesce(sector, ''), '; ' order by nth) filter (role = 'recipient') as recipient_sectors,
          string_agg(coalesce(name, words, ''), '; ' order by nth) filter (role = 'speaker') as speakers,
          string_agg(coalesce(stance, ''), '; ' order by nth) filter (role = 'speaker') as speaker_stances
        from report_parties group by report
      ) p on p.report = r.id
      order by a.seq, r.idx
    ) to '${path.replaceAll("'", "''")}' (format parquet, compression zstd)`,
  joins: `select report, score, reason from event_reports where event = ?`,

  /** `where` comes from `pairWhere`: who stands on the two sides, and from when to when. */
  /** Packed into one text, parted by unit and record separators: thousands of rows are read much faster so. */
  dyads: (where: string) => `
    select string_agg(concat(d.report, chr(31), d.event, chr(31), d.origin, chr(31), d.a, chr(31), d.a_country, chr(31), d.b, chr(31),
      d.b_country, chr(31), d.day, chr(31), d.published, chr(31), d.quad, chr(31), d.type, chr(31), d.mode, chr(31), d.status,
      chr(31), d.intensity), chr(30)) as packed
    from dyads d where ${where}`,
  /** What counting needs of dyads, by what they have in common; a report that its event is named by is left empty. */
  counted: (where: string) => `
    select d.quad, d.type, d.mode, d.status, d.intensity, string_agg(concat(d.event, chr(31), d.origin, chr(31), d.day, chr(31),
      case when d.report = d.event then '' else d.report end), chr(30)) as packed
    from dyads d where ${where} group by 1, 2, 3, 4, 5`,
  /** Pairs of reports that have been joined now; counted from then on. */
  fillDyads: `
    insert into dyads
    select p.report, er.event, o.origin, p.a, p.a_country, p.b, p.b_country, r.day, a.published, r.quad, r.type, r.mode, r.status, r.intensity
    from pairs p join reports r on r.id = p.report join articles a on a.id = r.article join origins o on o.article = r.article
    join event_reports er on er.report = p.report
    where a.seq between ? and ? and er.event is not null
    order by a.seq, r.idx, p.nth`,
  dropDyads: `delete from dyads`,
  withBoth: (where: string) => `
    select distinct r.id, r.day from reports r
    join report_parties p on p.report = r.id and p.role <> 'speaker' join report_parties q on q.report = r.id and q.role <> 'speaker'
    where p.nth is not null and (p.nth <> q.nth or p.role <> q.role) and ${where} order by r.day desc nulls last, r.id`,
  /** Whoever acts towards nobody named is still one of an actor's reports. */
  withOne: (where: string) => `
    select distinct r.id, r.day from reports r join report_parties p on p.report = r.id and p.role <> 'speaker'
    where ${where} order by r.day desc nulls last, r.id`,
  volume: `
    select coalesce(published, '') as day, count(*)::integer as n from articles a join origins o on o.article = a.id
    where o.origin = a.id group by 1 order by 1`,
  countryPairs: `
    select least(a_country, b_country) as a, greatest(a_country, b_country) as b,
      count(distinct event) as events, count(distinct origin) as origins,
      count(distinct case when quad like '%cooperation' then event end) as cooperation,
      count(distinct case when quad like '%conflict' then event end) as conflict, max(day) as last
    from dyads
    where a_country is not null and b_country is not null and a_country <> b_country
    group by 1, 2 order by events desc, 1, 2 limit ?`,

  statementsBy: (where: string) => `${STATEMENT} where ${where} order by a.published desc, t.article, t.idx limit ?`,
  statementsOfArticle: `${STATEMENT} where t.article = ? order by t.idx`,
  statementsIn: `${STATEMENT} where t.article in (select unnest(?::varchar[])) order by t.article, t.idx`,
  sentencesIn: `
    select s.article, s.idx as sentence, s.part, s.start_at, s.end_at, s.words, s.kind, s.section, s.paragraph, s.proper_at, s.publisher as cited
    from sentences s where s.article in (select unnest(?::varchar[])) order by s.article, s.idx`,

  /** The last parameters but one are the articles to look in. */
  sentencesWithBoth: (a: string, b: string) => `
    select a.id as article, a.title, a.publisher, a.published, a.url, o.origin, s.idx as sentence, s.part, s.start_at, s.end_at, s.words, s.kind, s.section, s.paragraph, s.proper_at
    from sentences s join articles a on a.id = s.article join origins o on o.article = s.article
    join (
      select m.article, m.sentence from mentions m join actors c on c.id = m.actor where ${a}
      intersect
      select m.article, m.sentence from mentions m join actors c on c.id = m.actor where ${b}
    ) w on w.article = s.article and w.sentence = s.idx
    where s.kind in ('prose', 'list') and s.article in (select unnest(?::varchar[]))
    order by a.published desc nulls last, a.seq desc, s.idx limit ?`,
  article: `select a.id, a.title, a.publisher, a.published, a.url, o.origin, a.body, a.language from articles a join origins o on o.article = a.id where a.id = ?`,
  articleByAnyId: `select id from articles where id = ? or given_id = ? order by seq limit 1`,
  newest: `${SOURCE} order by a.published desc nulls last, a.seq desc limit ?`,
  newestReports: `
    select r.id from reports r join articles a on a.id = r.article
    order by a.published desc nulls last, a.seq desc, r.idx limit ? offset ?`,
  copiesOf: `${SOURCE} where o.origin = (select origin from origins where article = ?) and a.id <> ? order by a.seq`,
  mentionsOf: `
    select m.part, m.start_at, m.end_at, m.words, m.sentence, m.kind as mention_kind, m.reading, m.actor, c.name, c.kind, c.country, c.sector
    from mentions m left join actors c on c.id = m.actor where m.article = ? order by m.part desc, m.start_at, m.nth`,
  totals: `
    select (select count(*) from articles) as articles, (select count(*) from reports) as reports, (select count(*) from events) as events,
      (select count(distinct origin) from origins) as origins, (select min(day) from reports) as first_day, (select max(day) from reports) as last_day,
      (select count(*) from articles where publisher is distinct from 'Dragoman sample') as own`,

  actor: `select id, name, kind, country, sector from actors where id = ?`,
  actorsNamed: `select id, name, kind, country, sector from actors where lower(name) = lower(?) order by case kind when 'country' then 0 when 'person' then 1 else 2 end, id`,
  /** By the words of mentions: "Kim Jong Un" where the lexicon writes "Kim Jong-un". */
  actorsMentioned: `
    select c.id, c.name, c.kind, c.country, c.sector, count(*) as n
    from mentions m join actors c on c.id = m.actor where lower(m.words) = lower(?) and m.kind = 'name'
    group by all order by n desc, c.id limit 5`,
  actorsLike: `
    select c.id, c.name, c.kind, c.country, c.sector, count(distinct er.event) as events
    from actors c join report_parties p on p.actor = c.id join event_reports er on er.report = p.report
    where c.name ilike ? escape '\\' group by all order by events desc, c.id limit ?`,
  namesOf: `select words, count(*) as n from mentions where actor = ? and kind <> 'pronoun' group by words order by n desc, words limit ?`,
  officesOf: `
    select p.office, min(a.published) as first_day, max(a.published) as last_day
    from report_parties p join reports r on r.id = p.report join articles a on a.id = r.article
    where p.actor = ? and p.office is not null group by p.office order by first_day, p.office`,
  eventsLike: `
    select er.event, max(r.day) as day from event_reports er join reports r on r.id = er.report
    where r.words ilike ? escape '\\' group by er.event order by day desc, er.event limit ?`,
  sentencesLike: `
    select a.id as article, a.title, a.publisher, a.published, a.url, o.origin, s.idx as sentence, s.part, s.start_at, s.end_at, s.words, s.kind, s.section, s.paragraph, s.proper_at
    from sentences s join articles a on a.id = s.article join origins o on o.article = s.article
    where s.words ilike ? escape '\\' and s.kind in ('headline', 'prose', 'list') order by a.published desc nulls last, a.seq desc, s.idx limit ?`,

  withoutLookup: `
    select r.id from reports r join articles a on a.id = r.article
    where not exists (select 1 from lookups l where l.report = r.id) order by a.seq, r.idx`,
  dropFindings: `delete from findings`,
  dropLookups: `delete from lookups`,
  findingsOf: `select id, report, measure, words, conditional, because from findings where report in (select unnest(?::varchar[])) order by id`,
} as const;
