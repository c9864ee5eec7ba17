/** The whole server as one function from request to response; nothing listens yet. */
import { fileURLToPath } from 'node:url';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { InputError } from '../errors.ts';
import { newApi, type Served } from './api.ts';
import { builtPages } from './pages.ts';
import { problem } from './problem.ts';
import { pageRoutes } from './routes/pages.ts';
import { relationRoutes } from './routes/relations.ts';
import { workRoutes } from './routes/work.ts';
import { onlyFor, onlyOwnPages, secured } from './security.ts';

export interface AppOptions {
  readonly version?: string;
  /** Names that the server may be called by, besides loopback. */
  readonly hosts?: readonly string[];
  /** Folder of the built pages. */
  readonly pages?: string;
  /** Largest body of a request, in bytes. */
  readonly bodyLimit?: number;
}

const PAGES = fileURLToPath(new URL('../../web/dist', import.meta.url));
const BODY_LIMIT = 20_000_000;

function apiOf(served: Served, version: string): OpenAPIHono {
  const api = newApi();
  relationRoutes(api, served);
  pageRoutes(api, served);
  workRoutes(api, served);
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Dragoman',
      version,
      description:
        'The record of how states and other political actors treat one another: reports, never facts. Counts are of independent origins unless they are named reports.',
    },
    servers: [{ url: '/api' }],
  });
  return api;
}

/** For answers that come in one piece: packing and tagging wait for the end, and progress is told as it happens. */
const whole =
  (work: MiddlewareHandler): MiddlewareHandler =>
  (c, next) =>
    c.req.path.startsWith('/api/readings/') ? next() : work(c, next);

/** Puts the parts together, from the outermost: security, limits, packing, the API, the pages. */
export function appOf(served: Served, options: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono();
  const limit = options.bodyLimit ?? BODY_LIMIT;
  const tooLarge = `a request may bring ${Math.round(limit / 1e6)} MB at most; read larger files with "dragoman read"`;
  app.use(secured);
  app.use(onlyFor(options.hosts ?? []));
  app.use(onlyOwnPages);
  app.use('/api/*', bodyLimit({ maxSize: limit, onError: (c) => problem(c, 413, tooLarge) }));
  app.use('/api/*', whole(compress()));
  app.use('/api/*', whole(etag({ weak: true })));
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache');
  });
  app.route('/api', apiOf(served, options.version ?? '0.0.0'));
  app.all('/api/*', (c) =>
    problem(c, 404, `nothing at ${c.req.path.slice(0, 200)}; /api/openapi.json lists what there is`),
  );
  app.use(builtPages(options.pages ?? PAGES));
  app.notFound((c) => problem(c, 404, `nothing at ${c.req.path.slice(0, 200)}`));
  app.onError((error, c) => {
    if (error instanceof InputError)
      return problem(c, /is in the record/.test(error.message) ? 404 : 400, error.message);
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, 400, error.message || 'malformed request');
    served.onFailure?.(error);
    return problem(c, 500, 'the program failed on this request; the terminal that runs it has the details');
  });
  return app;
}
