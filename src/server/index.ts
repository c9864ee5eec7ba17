/**
 * The desk over HTTP: pages, API and feeds from one process, on loopback.
 *
 *     const server = await createServer(desk, { port: 0, work: { code: (article) => code(article, tools) } });
 *     // server.url … await server.close();
 */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { InputError } from '../errors.ts';
import type { DeskView } from '../rows.ts';
import { pairPath } from './addresses.ts';
import { type AppOptions, appOf } from './app.ts';
import { Kept } from './cache.ts';
import type { DeskPort, Work } from './desk-port.ts';
import { Readings } from './readings.ts';

export type { DeskPort, ExplainedLine, Work } from './desk-port.ts';

export interface ServerOptions extends AppOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly work?: Work;
  /** Hears of failures of the program itself, for a log. */
  readonly onFailure?: (error: unknown) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Stops within two seconds, whatever is still being asked; the article being read is finished first. */
  close(): Promise<void>;
}

const DEFAULT_PORT = 4777;
const GRACE_MS = 1500;
const WARM_PAIRS = 6;

/** The desk as a fetch function, for tests and other servers. */
export function createApp(desk: DeskPort, options: ServerOptions = {}) {
  const work = options.work ?? {};
  const kept = new Kept();
  const readings = new Readings({ desk, work, kept });
  const { onFailure } = options;
  return { app: appOf({ desk, work, kept, readings, onFailure }, options), kept, readings };
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `port ${port} is taken; give another with --port, or stop what listens there`;
      reject(error.code === 'EADDRINUSE' ? new InputError(taken) : error);
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

const grace = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref());

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Asks for what will be asked first, so that it is at hand: the first page, and the relations at the top of it. */
async function warm(app: ReturnType<typeof createApp>['app'], going: () => boolean): Promise<void> {
  const get = (path: string) => app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });
  const overview = await get('/api/overview');
  if (!overview.ok) return;
  const { pairs } = (await overview.json()) as DeskView;
  for (const { a, b } of pairs.slice(0, WARM_PAIRS)) {
    if (!going()) return;
    const relation = `/api/relations/${encodeURIComponent(pairPath(a.key, b.key))}`;
    await get(relation);
    if (going()) await get(`${relation}/brief`);
  }
}

/** Starts the desk. Throws InputError where the port is taken. */
export async function createServer(desk: DeskPort, options: ServerOptions = {}): Promise<RunningServer> {
  const { port = DEFAULT_PORT, host = '127.0.0.1' } = options;
  const { app, readings } = createApp(desk, { ...options, hosts: [host, ...(options.hosts ?? [])] });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const address = await listen(server, port, host);
  const name = host.includes(':') ? `[${host}]` : host;
  let closing: Promise<void> | null = null;
  const warming = warm(app, () => closing === null).catch((error) => options.onFailure?.(error));
  return {
    url: `http://${name}:${address.port}/`,
    port: address.port,
    close: () =>
      (closing ??= Promise.all([close(server), readings.close(), Promise.race([warming, grace()])]).then(
        () => undefined,
      )),
  };
}
