/** Explaining a sentence, coding without keeping, and reading articles into the record with progress as it happens. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { codingOut } from '../../contract.ts';
import type { Article } from '../../nouns.ts';
import { answers, answersOfWork, json, reply, type Served } from '../api.ts';
import { problem } from '../problem.ts';
import { ArticleAsked, ExplainAsked, Explanation, IdAsked, Reading, UrlAsked } from '../schemas-work.ts';

const explain = createRoute({
  method: 'get',
  path: '/explain',
  summary: 'Why a sentence is coded so, and why not otherwise',
  request: { query: ExplainAsked },
  responses: { ...answers(Explanation, 'Tree and reasons'), ...answersOfWork },
});

const code = createRoute({
  method: 'post',
  path: '/code',
  summary: 'Codes an article without keeping it; the answer is what `dragoman code` writes',
  request: { body: { required: true, content: { 'application/json': { schema: ArticleAsked } } } },
  responses: { ...answers(z.object({}).loose().openapi('Coding'), 'The coding'), ...answersOfWork },
});

const accepted = {
  202: { description: 'Being read', content: { 'application/json': { schema: Reading } } },
  400: answers(Reading, '')[400],
  ...answersOfWork,
};

const add = createRoute({
  method: 'post',
  path: '/articles',
  summary: 'Reads a pasted article, or an address, into the record',
  request: { body: { required: true, content: { 'application/json': { schema: z.union([ArticleAsked, UrlAsked]) } } } },
  responses: accepted,
});

const upload = createRoute({
  method: 'post',
  path: '/files/{id}',
  summary: 'Reads a file (page, feed, JSON Lines, WARC, PDF, text) into the record; the name stands in the address',
  request: {
    params: IdAsked,
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
  },
  responses: accepted,
});

const progress = createRoute({
  method: 'get',
  path: '/readings/{id}',
  summary: 'Progress of a reading, as server-sent events: article, refused, joining, done',
  request: { params: IdAsked },
  responses: {
    200: { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    404: answers(Reading, '')[404],
  },
});

const WITHOUT = 'this server was started without the language core; start it with "dragoman serve"';

type Asked = z.infer<typeof ArticleAsked>;

const articleOf = ({ text, title, date, publisher, url }: Asked): Article => ({
  id: '',
  text,
  title: title ?? null,
  date: date ?? null,
  publisher: publisher ?? null,
  url: url ?? null,
});

function explainRoute(api: OpenAPIHono, { work }: Served): void {
  api.openapi(explain, async (c) => {
    if (!work.code || !work.explain) return reply(problem(c, 501, WITHOUT));
    const { sentence, date = null } = c.req.valid('query');
    const coding = await work.code({ id: 'sentence', title: null, text: sentence, date });
    const trees = coding.trees.map(({ words }) => ({
      words: words.map(({ from: _from, to: _to, ...word }) => word),
    }));
    return json(c, { sentence, date, trees, lines: await work.explain(sentence, date) });
  });
  api.openapi(code, async (c) => {
    if (!work.code) return reply(problem(c, 501, WITHOUT));
    return json(c, codingOut(await work.code(articleOf(c.req.valid('json')))));
  });
}

export function workRoutes(api: OpenAPIHono, served: Served): void {
  const { work, readings } = served;
  explainRoute(api, served);
  api.openapi(add, async (c) => {
    const asked = c.req.valid('json');
    if (!work.code) return reply(problem(c, 501, WITHOUT));
    if ('text' in asked) return json(c, readings.begin(asked.title ?? 'pasted text', [articleOf(asked)]), 202);
    const { fromUrl } = work;
    if (!fromUrl)
      return reply(problem(c, 501, 'this server does not fetch addresses; save the page and drop the file'));
    return json(
      c,
      readings.begin(asked.url, () => fromUrl(asked.url)),
      202,
    );
  });
  api.openapi(upload, async (c) => {
    const { fromBytes } = work;
    if (!work.code || !fromBytes) return reply(problem(c, 501, WITHOUT));
    const name = c.req.valid('param').id;
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return json(
      c,
      readings.begin(name, async () => fromBytes(bytes, name)),
      202,
    );
  });
  api.openapi(progress, (c) => {
    const reading = readings.get(c.req.valid('param').id);
    if (!reading) return reply(problem(c, 404, 'no such reading; it may have been over for long'));
    return reply(
      streamSSE(c, async (stream) => {
        for await (const { event, data } of reading.follow(c.req.raw.signal))
          await stream.writeSSE({ event, data: JSON.stringify(data) });
      }),
    );
  });
}
