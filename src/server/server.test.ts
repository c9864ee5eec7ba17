import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import type { z } from '@hono/zod-openapi';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import type { Article } from '../nouns.ts';
import { ACTORS, makeCoding } from '../record/testing.ts';
import { createApp, createServer } from './index.ts';
import {
  ActorPage,
  ArticlePage,
  type Event,
  EventPage,
  Found,
  Network,
  Overview,
  Periods,
  Relation,
  Report,
} from './schemas.ts';
import { BriefPage, pageOf } from './schemas-work.ts';
import { type TestDesk, testDesk } from './testing.ts';

const { PRK, RUS } = ACTORS;

/** Stands in for the language core: one event in any text that has these words. */
const code = (article: Article) =>
  makeCoding({ ...article }, [
    { sentence: 0, type: 'AID', cue: 'gave', actors: [['North Korea', PRK]], recipients: [['Russia', RUS]] },
  ]);

let made: TestDesk;
let ask: (path: string, init?: RequestInit) => Promise<Response>;

before(async () => {
  made = await testDesk();
  const { app } = createApp(made.desk, { work: { code, explain: () => [{ kind: 'head', text: 'Tree' }] } });
  ask = async (path, init = {}) => {
    const headers = { host: 'localhost', ...(init.headers as Record<string, string>) };
    return app.request(`http://localhost${path}`, { ...init, headers });
  };
});

after(() => made.close());

const get = async (path: string): Promise<unknown> => {
  const response = await ask(path);
  assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
  return response.json();
};

/** The answer is what its schema says, and nothing is in it that the schema does not know. */
function fits(schema: z.ZodType, answer: unknown, path: string): void {
  assert.deepEqual(schema.parse(answer), answer, path);
}

test('answers are as the OpenAPI document describes them', async () => {
  fits(Overview, await get('/api/overview'), 'overview');
  fits(Relation, await get('/api/relations/PRK-RUS'), 'relation');
  fits(BriefPage, await get('/api/relations/PRK-RUS/brief'), 'brief');
  fits(Found, await get('/api/search?q=artillery'), 'search');
  fits(ArticlePage, await get('/api/articles/feature'), 'article');
  fits(ActorPage, await get('/api/actors/per:antony-blinken'), 'actor');
  fits(Network, await get('/api/actors/RUS/network'), 'network');
  const evidence = (await get('/api/relations/PRK-RUS/evidence?direction=forward&kind=cooperation')) as {
    items: { event: string; id: string; quad: string }[];
    total: number;
  };
  fits(pageOf(Report, 'Checked'), evidence, 'evidence');
  assert.ok(evidence.total > 0 && evidence.items.every((r) => r.quad.endsWith('cooperation')));
  fits(Periods, await get('/api/relations/PRK-RUS/periods'), 'periods');
  fits(EventPage, await get(`/api/events/${evidence.items[0]!.event}`), 'event');
  fits(pageOf(Report, 'Checked2'), await get(`/api/reports?ids=${evidence.items[0]!.id}`), 'reports');
});

test('the OpenAPI document names every route, and every GET in it answers', async () => {
  const doc = (await get('/api/openapi.json')) as { openapi: string; paths: Record<string, Record<string, unknown>> };
  assert.equal(doc.openapi, '3.1.0');
  const values: Record<string, string> = { pair: 'PRK-RUS', id: 'feature' };
  const skipped = /^\/(?:readings|events)\//;
  for (const [path, methods] of Object.entries(doc.paths)) {
    if (!methods.get || skipped.test(path)) continue;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      path.startsWith('/actors') ? 'PRK' : (values[name] ?? ''),
    );
    const query = { '/search': '?q=x', '/reports': '?ids=x', '/explain': '?sentence=North+Korea+gave+Russia+arms.' }[
      path
    ];
    const response = await ask(`/api${filled}${query ?? ''}`);
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
  }
});

test('every route that answers is in the OpenAPI document, and the other way round', async () => {
  const { app } = createApp(made.desk);
  const doc = (await get('/api/openapi.json')) as { paths: Record<string, Record<string, unknown>> };
  const told = Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const answered = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json')
    .map(({ method, path }) => `${method} ${path.slice(4).replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`);
  assert.deepEqual([...new Set(answered)].sort(), told.sort());
  const page = readFileSync(new URL('../../docs/desk.md', import.meta.url), 'utf8');
  for (const route of told) assert.ok(page.includes(`\`${route.replace(' ', ' /api')}\``), `docs/desk.md has ${route}`);
});

test('lists come in pages whose addresses lead on to the end', async () => {
  type List = { items: { id?: string; article?: string }[]; next: string | null; total: number };
  for (const path of [
    '/relations/PRK-RUS/events',
    '/relations/PRK-RUS/evidence',
    '/reports',
    '/articles',
    '/relations',
  ]) {
    let next: string | null = `/api${path}?limit=20`;
    const seen = new Set<string>();
    let pages = 0;
    while (next) {
      const page = (await get(next)) as List;
      for (const item of page.items) seen.add(item.id ?? item.article ?? JSON.stringify(item));
      next = page.next;
      pages += 1;
      if (!next) assert.equal(seen.size, page.total, path);
    }
    assert.ok(pages > 1 || path === '/relations', path);
  }
});

type Compared = z.infer<typeof Periods>;
type Reports = { items: { event: string; day: string; type: string; status: string }[]; total: number };

test('two periods side by side: each count is that of its evidence, new and stopped are in one period only', async () => {
  const [first, second] = ['2020-01-01..2021-12-31', '2022-01-01..2023-12-31'].map((span) => span.split('..'));
  const asked = `since=${second![0]}&until=${second![1]}&against=${first!.join('..')}`;
  const view = (await get(`/api/relations/PRK-RUS/periods?${asked}`)) as Compared;
  assert.deepEqual([view.first.from, view.first.to], first);
  assert.ok(view.first.articles > 0 && view.second.articles > view.first.articles);
  const counted = async (direction: string, type: string, [since, until]: string[]) => {
    const query = `direction=${direction}&type=${type}&counted=true&since=${since}&until=${until}&limit=500`;
    const { items } = (await get(`/api/relations/PRK-RUS/evidence?${query}`)) as Reports;
    return new Set(items.map(({ event }) => event)).size;
  };
  for (const { direction, types } of view.sides)
    for (const [type, figure] of Object.entries(types)) {
      assert.equal(await counted(direction, type, first!), figure.first, `${direction} ${type}`);
      assert.equal(await counted(direction, type, second!), figure.second, `${direction} ${type}`);
      assert.equal(figure.change, figure.second - figure.first);
    }
  assert.ok(view.fresh.every(({ figure }) => figure.first === 0 && figure.second > 0));
  assert.ok(view.stopped.every(({ figure }) => figure.second === 0 && figure.first > 0));
  // What is behind a difference are the reports of both periods.
  const span = `since=${second![0]}&until=${second![1]}`;
  const [one, other, both] = await Promise.all(
    [`${span}`, `since=${first![0]}&until=${first![1]}`, `${span}&also=${first!.join('..')}`].map(
      async (query) => (await get(`/api/relations/PRK-RUS/evidence?${query}&limit=500`)) as Reports,
    ),
  );
  assert.equal(both!.total, one!.total + other!.total);
  const [newest, oldest] = [both!.items[0]!.day, both!.items.at(-1)!.day];
  assert.ok(newest >= second![0]! && oldest <= first![1]!, `${newest} ${oldest}`);
});

test('events are chosen by type, class and status, counted as the relation tells beforehand', async () => {
  const { facets, total, events } = (await get('/api/relations/PRK-RUS')) as z.infer<typeof Relation>;
  const list = async (query: string) =>
    (await get(`/api/relations/PRK-RUS/events?${query}`)) as {
      items: z.infer<typeof Event>[];
      total: number;
    };
  assert.equal((await list('limit=500')).total, total);
  assert.equal(events.length, Math.min(total, 120));
  for (const [type, n] of Object.entries(facets.types)) assert.equal((await list(`type=${type}`)).total, n, type);
  for (const [quad, n] of Object.entries(facets.quads))
    assert.equal((await list(`quad=${encodeURIComponent(quad)}`)).total, n, quad);
  for (const [status, n] of Object.entries(facets.statuses))
    assert.equal((await list(`status=${status}`)).total, n, status);
  const { items } = await list('type=AID&status=alleged&limit=2&offset=1');
  assert.ok(items.length === 2 && items.every(({ type, status }) => type === 'AID' && status === 'alleged'));
});

test('what is wrong is said as a problem, in one line', async () => {
  const problems: readonly (readonly [string, number, RegExp])[] = [
    ['/api/relations/PRK', 400, /no pair of actors/],
    ['/api/relations/PRK-RUS?since=2023-02-30', 400, /since must be a day of the calendar/],
    ['/api/relations/PRK-RUS?since=2023-02-03&until=2023-02-01', 400, /since 2023-02-03 is after until 2023-02-01/],
    ['/api/relations/PRK-RUS/periods?against=2020', 400, /"2020" is no period; write it as/],
    ['/api/relations/PRK-RUS/periods?against=2020-02-01..2020-01-01', 400, /ends before it begins/],
    ['/api/relations/PRK-RUS/evidence?also=2020-02-30..2020-03-01', 400, /is no period/],
    ['/api/relations/nobody%20here-RUS', 404, /nobody called/],
    ['/api/events/nothing', 404, /no such event/],
    ['/api/articles/nothing', 404, /no such article/],
    ['/api/nothing', 404, /openapi\.json/],
    ['/api/readings/nothing', 404, /no such reading/],
    ['/elsewhere/deep', 404, /nothing at/],
  ];
  for (const [path, status, detail] of problems) {
    const response = await ask(path);
    assert.equal(response.status, status, path);
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const body = (await response.json()) as { detail: string; status: number; title: string };
    assert.equal(body.status, status);
    assert.match(body.detail, detail);
  }
});

test('a reader who goes astray is shown a page, a program a problem', async () => {
  const shown = await ask('/elsewhere/deep', { headers: { accept: 'text/html,*/*' } });
  assert.equal(shown.status, 404);
  assert.match(shown.headers.get('content-type') ?? '', /^text\/html/);
  const told = await ask('/api/elsewhere', { headers: { accept: 'text/html,*/*' } });
  assert.match(told.headers.get('content-type') ?? '', /^application\/problem\+json/);
});

test('an unchanged answer is not sent twice', async () => {
  const first = await ask('/api/relations/PRK-RUS');
  const tag = first.headers.get('etag');
  assert.ok(tag);
  const second = await ask('/api/relations/PRK-RUS', { headers: { 'if-none-match': tag } });
  assert.equal(second.status, 304);
});

test('other hosts, and pages of other origins that write, are refused; every answer is locked down', async () => {
  assert.equal((await ask('/api/overview', { headers: { host: 'evil.example' } })).status, 421);
  const body = JSON.stringify({ text: 'North Korea gave Russia arms.' });
  const headers = { 'content-type': 'application/json' };
  const foreign = await ask('/api/articles', {
    ...{ method: 'POST', body },
    headers: { ...headers, origin: 'http://evil.example' },
  });
  assert.equal(foreign.status, 403);
  const response = await ask('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
  assert.ok(!policy.includes('unsafe'));
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
});

test('feeds escape what comes from outside and list the newest events', async () => {
  const text = await (await ask('/api/relations/PRK-RUS/feed.atom')).text();
  assert.match(text, /^<\?xml/);
  assert.ok(!text.includes('<script>'));
  const atom = parseAtomFeed(text);
  assert.match(atom.updated ?? '', /^\d{4}-\d\d-\d\dT00:00:00Z$/);
  assert.ok(atom.id && atom.title && atom.authors?.[0]?.name);
  assert.equal(atom.links?.find(({ rel }) => rel === 'self')?.href, 'http://localhost/api/relations/PRK-RUS/feed.atom');
  const entries = atom.entries ?? [];
  assert.ok(entries.length > 20 && new Set(entries.map(({ id }) => id)).size === entries.length);
  for (const { id, title, updated, links } of entries)
    assert.ok(
      id && title && /^\d{4}-\d\d-\d\dT/.test(updated ?? '') && links?.[0]?.href?.startsWith('http://localhost/e/'),
    );
  assert.ok(entries.some(({ summary }) => summary?.value?.includes('<script>document["title"]="owned"</script>')));
  const feed = (await get('/api/relations/PRK-RUS/feed.json')) as { version: string };
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  const items = parseJsonFeed(feed).items ?? [];
  assert.deepEqual(
    items.map(({ title }) => title),
    entries.map(({ title }) => title?.value),
  );
  assert.ok(items.every(({ id, url, content_text }) => id && url?.startsWith('http://localhost/e/') && content_text));
});

test('an article is read with progress, and the record has it afterwards', async () => {
  const post = (text: string) =>
    ask('/api/articles', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, date: '2024-06-01', publisher: 'New Paper' }),
    });
  const begun = await post('North Korea gave Russia rockets.');
  assert.equal(begun.status, 202);
  const { id } = (await begun.json()) as { id: string };
  const told = await (await ask(`/api/readings/${id}`)).text();
  assert.match(told, /event: article\ndata: .*"fresh":true/);
  assert.match(told, /event: joining[\s\S]*event: done\ndata: \{"read":1,"refused":0\}/);
  const { sentences } = (await get('/api/search?q=rockets')) as { sentences: unknown[] };
  assert.equal(sentences.length, 1);
  const again = (await (await post('Nobody did anything.')).json()) as { id: string };
  assert.match(await (await ask(`/api/readings/${again.id}`)).text(), /event: refused[\s\S]*"refused":1/);
});

test('progress is told while an article is still being read', async () => {
  let go: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const slow = async (article: Article) => {
    await gate;
    return code(article);
  };
  const { app } = createApp(made.desk, {
    work: {
      code: slow,
      fromBytes: () => ['', 'North Korea gave Russia sand.'].map((text) => ({ id: '', text, date: null, title: null })),
    },
  });
  const request = (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost${path}`, { ...init, headers: { host: 'localhost' } });
  const { id } = (await (await request('/api/files/x.txt', { method: 'POST', body: 'x' })).json()) as { id: string };
  const reader = (await request(`/api/readings/${id}`)).body!.getReader();
  const first = new TextDecoder().decode((await reader.read()).value);
  assert.match(first, /event: refused/);
  go();
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    rest += new TextDecoder().decode(piece.value);
  assert.match(rest, /event: article[\s\S]*event: done/);
});

test('a server listens on loopback and stops within two seconds though a client hangs on', async () => {
  const server = await createServer(made.desk, { port: 0 });
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const hanging = request({ host: '127.0.0.1', port: server.port, path: '/api/overview', method: 'POST' });
  hanging.on('error', () => {});
  hanging.write('{');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = Date.now();
  await server.close();
  assert.ok(Date.now() - began < 2000);
  await assert.rejects(createServer(made.desk, { port: -1 }).then((s) => s.close()));
});
