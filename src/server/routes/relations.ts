/** Relations: the list, one of them, what stands behind its numbers, its brief and its feeds. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { formatBrief } from '../../brief/index.ts';
import { InputError } from '../../errors.ts';
import { readDays } from '../../periods.ts';
import { readPair } from '../addresses.ts';
import { answers, json, pageAt, pageWith, reply, type Served } from '../api.ts';
import { atomFeed, jsonFeed } from '../feeds.ts';
import { Event, Overview, Pair, Periods, Relation, Report } from '../schemas.ts';
import {
  BriefAsked,
  BriefPage,
  EventsAsked,
  EvidenceAsked,
  Paging,
  PairAsked,
  PeriodsAsked,
  pageOf,
  RelationAsked,
} from '../schemas-work.ts';

const overview = createRoute({
  method: 'get',
  path: '/overview',
  summary: 'What changed, the relations by weight, the newest articles',
  responses: answers(Overview, 'The first page'),
});

const list = createRoute({
  method: 'get',
  path: '/relations',
  summary: 'Pairs of countries by how often they meet in the record',
  request: { query: Paging },
  responses: answers(pageOf(Pair, 'PairList'), 'A page of pairs'),
});

const one = createRoute({
  method: 'get',
  path: '/relations/{pair}',
  summary: 'Everything about two actors',
  request: { params: PairAsked, query: RelationAsked },
  responses: answers(Relation, 'The relation'),
});

const events = createRoute({
  method: 'get',
  path: '/relations/{pair}/events',
  summary: 'Events between two actors, newest first',
  request: { params: PairAsked, query: EventsAsked },
  responses: answers(pageOf(Event, 'EventList'), 'A page of events'),
});

const periods = createRoute({
  method: 'get',
  path: '/relations/{pair}/periods',
  summary: 'Two periods of a relation side by side; by default the last year and the one before it',
  request: { params: PairAsked, query: PeriodsAsked },
  responses: answers(Periods, 'What is more, what is less, what is new and what stopped'),
});

const evidence = createRoute({
  method: 'get',
  path: '/relations/{pair}/evidence',
  summary: 'The reports behind a number, newest first',
  request: { params: PairAsked, query: EvidenceAsked },
  responses: answers(pageOf(Report, 'ReportList'), 'A page of reports'),
});

const brief = createRoute({
  method: 'get',
  path: '/relations/{pair}/brief',
  summary: 'The brief on two actors, from coded records only',
  request: { params: PairAsked, query: BriefAsked },
  responses: answers(BriefPage, 'The brief as JSON, or as text, Markdown or HTML where asked'),
});

const atom = createRoute({
  method: 'get',
  path: '/relations/{pair}/feed.atom',
  summary: 'The newest events as an Atom feed',
  request: { params: PairAsked },
  responses: { 200: { description: 'Atom', content: { 'application/atom+xml': { schema: { type: 'string' } } } } },
});

const feed = createRoute({
  method: 'get',
  path: '/relations/{pair}/feed.json',
  summary: 'The newest events as a JSON Feed',
  request: { params: PairAsked },
  responses: {
    200: { description: 'JSON Feed', content: { 'application/feed+json': { schema: { type: 'object' } } } },
  },
});

function pairOf(text: string): readonly [string, string] {
  const pair = readPair(text);
  if (!pair) throw new InputError(`"${text.slice(0, 80)}" is no pair of actors; write it as PRK-RUS`);
  return pair;
}

/** Throws InputError where a period ends before it begins. */
function inOrder<T extends { readonly since?: string | undefined; readonly until?: string | undefined }>(asked: T): T {
  const { since, until } = asked;
  if (since && until && since > until) throw new InputError(`since ${since} is after until ${until}`);
  return asked;
}

const MEDIA = { text: 'text/plain', md: 'text/markdown', html: 'text/html', json: 'application/json' } as const;

/** Events of the list above and the feeds. */
const MANY = 500;

const originOf = (c: Context): string => new URL(c.req.url).origin;

export function relationRoutes(api: OpenAPIHono, { desk, kept }: Served): void {
  const allPairs = () => kept.get('pairs', () => desk.overview(200));
  const relation = (pair: string, options: object) => {
    const [a, b] = pairOf(pair);
    return kept.get(`relation ${pair} ${JSON.stringify(options)}`, () => desk.relation(a, b, options));
  };

  api.openapi(overview, async (c) => json(c, await kept.get('overview', () => desk.overview(30))));
  api.openapi(list, async (c) => json(c, pageAt((await allPairs()).pairs, c.req.valid('query'), c.req.url)));
  api.openapi(one, async (c) => {
    return json(c, await relation(c.req.valid('param').pair, inOrder(c.req.valid('query'))));
  });
  api.openapi(events, async (c) => {
    const query = inOrder(c.req.valid('query'));
    const { items, total } = await desk.eventPage(...pairOf(c.req.valid('param').pair), query);
    return json(c, pageWith(items, total, query, c.req.url));
  });
  api.openapi(periods, async (c) => {
    const { pair } = c.req.valid('param');
    const { since, until, against } = inOrder(c.req.valid('query'));
    const days = against === undefined ? null : readDays(against);
    const question = `periods ${pair} ${JSON.stringify([since, until, days])}`;
    return json(c, await kept.get(question, () => desk.periods(...pairOf(pair), { since, until, against: days })));
  });
  api.openapi(evidence, async (c) => {
    const query = inOrder(c.req.valid('query'));
    const [a, b] = pairOf(c.req.valid('param').pair);
    const also = query.also === undefined ? null : readDays(query.also);
    const { items, total } = await desk.evidencePage({ a, b, ...query, also });
    return json(c, pageWith(items, total, query, c.req.url));
  });
  api.openapi(brief, async (c) => {
    const { format, ...between } = inOrder(c.req.valid('query'));
    const { pair } = c.req.valid('param');
    const [a, b] = pairOf(pair);
    const made = await kept.get(`brief ${pair} ${JSON.stringify(between)}`, () => desk.brief(a, b, between));
    if (format === 'json') return json(c, made);
    const headers = {
      'content-type': `${MEDIA[format]}; charset=utf-8`,
      'content-disposition': `inline; filename="brief-${pair.replace(/[^\w.-]/g, '_')}.${format === 'text' ? 'txt' : format}"`,
    };
    return reply(c.body(formatBrief(made, format), 200, headers));
  });
  api.openapi(atom, async (c) => {
    const view = await relation(c.req.valid('param').pair, { events: MANY });
    return c.body(atomFeed(view, originOf(c)), 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });
  api.openapi(feed, async (c) => {
    const view = await relation(c.req.valid('param').pair, { events: MANY });
    const body = JSON.stringify(jsonFeed(view, originOf(c)));
    return reply(c.body(body, 200, { 'content-type': 'application/feed+json; charset=utf-8' }));
  });
}
