/** Shapes of the record's rows and views, as the OpenAPI document describes them. They follow `src/rows.ts` and `src/views.ts`. */
import { z } from '@hono/zod-openapi';
import { QUADS } from '../wording.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dayOrNull = z.string().nullable();
const text = z.string();
const maybe = z.string().nullable();
const count = z.int().min(0);
const part = z.enum(['title', 'text']);
const stance = z.enum(['affirms', 'denies', 'doubts']);
const spanOfDays = z.object({ from: text, to: text });

export const Status = z.enum(['reported', 'alleged', 'denied', 'planned', 'possible', 'negated']);
export const Quad = z.enum(QUADS);
export const PeriodName = z.enum(['day', 'week', 'month']);

const quadCounts = z.object({
  'verbal cooperation': count,
  'material cooperation': count,
  'verbal conflict': count,
  'material conflict': count,
});

export const ActorRef = z
  .object({
    key: text,
    name: text,
    kind: z.enum(['country', 'organisation', 'group', 'person', 'people', 'unknown']),
    country: maybe,
    sector: maybe,
  })
  .openapi('ActorRef');

const Party = ActorRef.extend({ office: maybe, text, from: count, to: count, part }).openapi('Party');

export const Said = z
  .object({
    key: maybe,
    name: maybe,
    office: maybe,
    country: maybe,
    sector: maybe,
    text: maybe,
    cue: text,
    direct: z.boolean(),
    stance,
  })
  .openapi('Said');

export const Source = z
  .object({ article: text, title: maybe, publisher: maybe, published: maybe, url: maybe, origin: text })
  .openapi('Source');

export const Sentence = z
  .object({
    index: count,
    part,
    from: count,
    to: count,
    text,
    kind: z.enum(['headline', 'prose', 'list', 'heading', 'reference', 'boilerplate']),
    section: maybe,
    paragraph: count,
    /** Where the sentence proper begins, after a dateline. */
    proper: count.nullish(),
  })
  .openapi('Sentence');

const place = z
  .object({ name: text, country: maybe, lat: z.number().nullable(), lon: z.number().nullable() })
  .nullable();

export const Report = z
  .object({
    id: text,
    event: maybe,
    source: Source,
    sentence: Sentence,
    type: text,
    mode: maybe,
    contexts: z.array(text),
    cameo: maybe,
    quad: Quad,
    intensity: z.number(),
    mutual: z.boolean(),
    cue: z.object({ from: count, to: count, text }),
    actors: z.array(Party),
    recipients: z.array(Party),
    when: z.object({ from: text, to: text, text: maybe, implied: z.boolean() }).nullable(),
    day: dayOrNull,
    where: place,
    modality: z.enum(['actual', 'future', 'hypothetical']),
    negated: z.boolean(),
    historical: z.boolean(),
    status: Status,
    confidence: z.number(),
    rule: text,
    topic: z.array(text),
    said: z.array(Said),
    denies: z.array(text),
  })
  .openapi('Report');

export const Quote = z
  .object({
    id: text,
    source: Source,
    sentence: Sentence,
    speaker: Said.nullable(),
    cue: text,
    direct: z.boolean(),
    stance,
    content: z.array(z.object({ from: count, to: count, text })),
  })
  .openapi('Quote');

export const Event = z
  .object({
    id: text,
    type: text,
    mode: maybe,
    quad: Quad,
    intensity: z.number(),
    mutual: z.boolean(),
    from: dayOrNull,
    to: dayOrNull,
    actors: z.array(ActorRef),
    recipients: z.array(ActorRef),
    status: Status,
    reports: count,
    origins: count,
    affirmed: count,
    denied: count,
    told: z.object({ report: text, text, source: Source }),
    line: text,
  })
  .openapi('Event');

const Line = z.object({ text, reports: z.array(text) }).openapi('Line');

export const Point = z
  .object({ from: day, to: day, quads: quadCounts, events: count, intensity: z.number().nullable() })
  .openapi('Point');

const Tally = z
  .object({
    events: count,
    reports: count,
    origins: count,
    intensity: z.number().nullable(),
    quads: quadCounts,
    types: z.record(text, count),
    statuses: z.record(text, count),
  })
  .openapi('Tally');

const Direction = z.object({ from: ActorRef, to: ActorRef, tally: Tally, points: z.array(Point) }).openapi('Direction');

const Change = z
  .object({
    from: day,
    to: day,
    direction: z.enum(['forward', 'backward', 'both']),
    kind: z.enum(['cooperation', 'conflict']),
    rise: z.boolean(),
    count,
    expected: z.number(),
    p: z.number(),
    label: text,
    line: Line,
  })
  .openapi('Change');

const LedgerEntry = z
  .object({
    claim: Report,
    affirmedBy: z.array(Said),
    denials: z.array(z.object({ report: Report, by: Said.nullable(), how: text })),
  })
  .openapi('LedgerEntry');

const First = z.object({ event: text, day, type: text, before: dayOrNull, line: Line }).openapi('First');

const Measure = z
  .object({
    id: text,
    authority: text,
    instrument: text,
    paragraphs: z.array(text),
    targets: z.array(text),
    scope: text,
    from: text,
    to: maybe,
    force: text,
    url: maybe,
    source: text,
    checked: maybe,
    confirmed: z.array(z.enum(['paragraph', 'ban', 'dates'])),
    known_until: dayOrNull,
  })
  .loose()
  .openapi('Measure');

const Finding = z
  .object({ id: text, report: text, measure: Measure, text, conditional: z.boolean(), because: text })
  .openapi('Finding');

const tallied = z.record(text, count);

export const Relation = z
  .object({
    a: ActorRef,
    b: ActorRef,
    since: dayOrNull,
    until: dayOrNull,
    span: spanOfDays.nullable(),
    period: PeriodName,
    assessment: Line,
    articles: count,
    origins: count,
    forward: Direction,
    backward: Direction,
    changes: z.array(Change),
    firsts: z.array(First),
    events: z.array(Event),
    total: count,
    facets: z.object({ types: tallied, quads: tallied, statuses: tallied }),
    about: z.array(Event),
    ledger: z.array(LedgerEntry),
    quotes: z.array(Quote),
    findings: z.array(Finding),
    measures: z.array(Measure),
  })
  .openapi('Relation');

const covered = z.object({ from: day, to: day, days: count, articles: count });
const number = z.number().nullable();

const Figure = z
  .object({
    first: count,
    second: count,
    change: z.int(),
    rates: z
      .object({ first: number, second: number, change: number })
      .openapi({ description: 'For 100 articles of coverage; null where a period has none' }),
    p: number.openapi({ description: 'Roughly the chance of such a difference, had only the coverage changed' }),
  })
  .openapi('Figure');

const direction = z.enum(['forward', 'backward', 'both']);
const figures = z.record(text, Figure);

const ComparedSide = z
  .object({
    direction,
    from: ActorRef,
    to: ActorRef,
    ...{ events: Figure, reports: Figure, origins: Figure },
    ...{ quads: figures, types: figures, statuses: figures },
    intensity: z.object({ first: number, second: number, change: number }),
  })
  .openapi('ComparedSide');

const Contrast = z
  .object({
    direction,
    type: maybe,
    kind: z.enum(['cooperation', 'conflict']).nullable(),
    figure: Figure,
    text,
  })
  .openapi('Contrast');

export const Periods = z
  .object({
    a: ActorRef,
    b: ActorRef,
    first: covered,
    second: covered,
    sides: z.array(ComparedSide),
    lines: z.array(Contrast),
    fresh: z.array(Contrast),
    stopped: z.array(Contrast),
  })
  .openapi('Periods');

const side = z.object({ by: Said.nullable(), report: text });

export const EventPage = z
  .object({
    event: Event,
    reports: z.array(Report),
    joins: z.array(z.object({ report: text, score: z.number(), reason: text })),
    affirms: z.array(side),
    denies: z.array(side),
    findings: z.array(Finding),
    where: place,
  })
  .openapi('EventPage');

const Mention = z
  .object({
    part,
    from: count,
    to: count,
    text,
    sentence: count,
    kind: text,
    reading: text,
    actor: ActorRef.nullable(),
  })
  .openapi('Mention');

export const ArticlePage = z
  .object({
    source: Source,
    text,
    language: maybe,
    sentences: z.array(Sentence),
    mentions: z.array(Mention),
    reports: z.array(Report),
    statements: z.array(Quote),
    copies: z.array(Source),
  })
  .openapi('ArticlePage');

const counts = { events: count, origins: count, cooperation: count, conflict: count };

const office = { office: text, country: maybe, from: dayOrNull, to: dayOrNull, source: maybe };

export const ActorPage = z
  .object({
    actor: ActorRef,
    of: ActorRef.nullable(),
    offices: z.array(z.object(office)),
    holders: z.array(z.object({ ...office, key: text, name: text, officeClass: maybe })),
    names: z.array(text),
    counterparts: z.array(z.object({ actor: ActorRef, ...counts, last: dayOrNull, points: z.array(Point) })),
    events: z.array(Event),
    quotes: z.array(Quote),
    tally: Tally,
  })
  .openapi('ActorPage');

export const Network = z
  .object({
    actors: z.array(ActorRef.extend(counts)),
    meetings: z.array(z.object({ a: text, b: text, ...counts, last: dayOrNull })),
  })
  .openapi('Network');

export const Pair = z
  .object({ a: ActorRef, b: ActorRef, ...counts, last: Event.nullable(), points: z.array(Point) })
  .openapi('Pair');

export const Overview = z
  .object({
    sample: z.boolean(),
    articles: count,
    reports: count,
    events: count,
    origins: count,
    span: spanOfDays.nullable(),
    top: z.array(z.object({ pair: z.tuple([ActorRef, ActorRef]), change: Change, points: z.array(Point) })),
    pairs: z.array(Pair),
    newest: z.array(Source),
  })
  .openapi('Overview');

export const Found = z
  .object({
    query: text,
    relations: z.array(Pair),
    actors: z.array(ActorRef.extend({ events: count })),
    events: z.array(Event),
    sentences: z.array(z.object({ source: Source, sentence: Sentence })),
  })
  .openapi('Found');
