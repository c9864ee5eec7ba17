/** Events, articles, actors, reports, search. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, json, pageWith, reply, type Served } from '../api.ts';
import { problem } from '../problem.ts';
import { ActorPage, ArticlePage, EventPage, Found, Network, Report, Source } from '../schemas.ts';
import { Between, IdAsked, Paging, pageOf, ReportsAsked, SearchAsked } from '../schemas-work.ts';

const event = createRoute({
  method: 'get',
  path: '/events/{id}',
  summary: 'An event with all its reports, who affirms and who denies it, and why they were joined',
  request: { params: IdAsked },
  responses: answers(EventPage, 'The event'),
});

const Judged = z.object({ a: z.string().max(200), b: z.string().max(200), same: z.boolean() }).openapi('Judged');

const judge = createRoute({
  method: 'post',
  path: '/judgements',
  summary: "A reader's word that two reports are, or are not, of the same happening",
  request: { body: { required: true, content: { 'application/json': { schema: Judged } } } },
  responses: answers(z.object({ joined: z.int() }).openapi('Joined'), 'Kept; the events were joined anew'),
});

const articles = createRoute({
  method: 'get',
  path: '/articles',
  summary: 'The newest articles, of a period where days are named',
  request: { query: Paging.extend(Between.shape) },
  responses: answers(pageOf(Source, 'ArticleList'), 'A page of articles'),
});

const article = createRoute({
  method: 'get',
  path: '/articles/{id}',
  summary: 'An article with everything that was found in it',
  request: { params: IdAsked },
  responses: answers(ArticlePage, 'The article'),
});

const actor = createRoute({
  method: 'get',
  path: '/actors/{id}',
  summary: 'Somebody, and whom they meet',
  request: { params: IdAsked },
  responses: answers(ActorPage, 'The actor'),
});

const network = createRoute({
  method: 'get',
  path: '/actors/{id}/network',
  summary: 'Whom somebody meets most, and how often these countries meet one another',
  request: { params: IdAsked },
  responses: answers(Network, 'The counterparts and their meetings'),
});

/** More than so many cannot be told apart in a picture. */
const IN_A_NETWORK = 10;

const reports = createRoute({
  method: 'get',
  path: '/reports',
  summary: 'Reports by id, in the order asked for; without ids all reports, those of the newest articles first',
  request: { query: ReportsAsked },
  responses: answers(pageOf(Report, 'ReportsById'), 'The reports that are there'),
});

const search = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Relations, actors, events and sentences that have the words',
  request: { query: SearchAsked },
  responses: answers(Found, 'What was found'),
});

export function pageRoutes(api: OpenAPIHono, { desk, kept }: Served): void {
  api.openapi(event, async (c) => {
    const { id } = c.req.valid('param');
    const found = await desk.event(id);
    if (!found) return reply(problem(c, 404, 'no such event in the record; it may have been joined anew since'));
    return json(c, found);
  });
  api.openapi(judge, async (c) => {
    const { a, b, same } = c.req.valid('json');
    const known = await desk.reports([a, b]);
    if (known.length < 2) return reply(problem(c, 404, 'one of the two reports is not in the record'));
    await desk.judge(a, b, same);
    const joined = await desk.join();
    kept.changed();
    return json(c, { joined });
  });
  api.openapi(articles, async (c) => {
    const query = c.req.valid('query');
    const { items, total } = await desk.newestArticles(query);
    return json(c, pageWith(items, total, query, c.req.url));
  });
  api.openapi(article, async (c) => {
    const found = await desk.article(c.req.valid('param').id);
    if (!found) return reply(problem(c, 404, 'no such article in the record'));
    return json(c, found);
  });
  api.openapi(actor, async (c) => {
    const { id } = c.req.valid('param');
    return json(c, await kept.get(`actor ${id}`, () => desk.actor(id)));
  });
  api.openapi(network, async (c) => {
    const { id } = c.req.valid('param');
    const { counterparts } = await kept.get(`actor ${id}`, () => desk.actor(id));
    const actors = counterparts
      .slice(0, IN_A_NETWORK)
      .map(({ actor: one, events, origins, cooperation, conflict }) => ({
        ...one,
        ...{ events, origins, cooperation, conflict },
      }));
    const meetings = await desk.meetings(actors.map(({ key }) => key));
    return json(c, { actors, meetings });
  });
  api.openapi(reports, async (c) => {
    const { ids: asked, ...part } = c.req.valid('query');
    if (asked === undefined) {
      const { items, total } = await desk.newestReports(part);
      return json(c, pageWith(items, total, part, c.req.url));
    }
    const ids = asked.split(',').filter(Boolean).slice(0, 500);
    const items = await desk.reports(ids);
    return json(c, { items, total: items.length, next: null });
  });
  api.openapi(search, async (c) => {
    const { q, limit } = c.req.valid('query');
    return json(c, await kept.get(`search ${limit} ${q}`, () => desk.search(q, limit)));
  });
}
