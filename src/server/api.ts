/** What the routes share: the app's type, how a route is described, and how an answer is checked. */
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Kept } from './cache.ts';
import type { DeskPort, Work } from './desk-port.ts';
import { problem } from './problem.ts';
import type { Readings } from './readings.ts';
import { Problem } from './schemas-work.ts';

/** What the routes work with. */
export interface Served {
  readonly desk: DeskPort;
  readonly work: Work;
  readonly kept: Kept;
  readonly readings: Readings;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** An empty set of routes; a question that does not fit its shape is answered with a problem. */
export function newApi(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const issues = result.error.issues.map((i) => ({ at: i.path.join('.'), message: i.message }));
      const [first] = issues;
      const detail = `${result.target}: ${first?.at ? `${first.at} ` : ''}${first?.message ?? 'wrong'}`;
      return problem(c, 400, detail, { issues });
    },
  });
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** The answers of a route: one good one, and problems. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    400: problemAnswer('The question is malformed'),
    404: problemAnswer('Nobody and nothing of that name is in the record'),
  };
}

export const answersOfWork = {
  413: problemAnswer('Too large'),
  422: problemAnswer('It cannot be read'),
  501: problemAnswer('This server was started without the means'),
};

/** One page of a longer list. `here` is the address asked for. */
export function pageWith<T>(
  items: readonly T[],
  total: number,
  { limit, offset }: { limit: number; offset: number },
  here: string,
) {
  const more = offset + limit < total && limit > 0;
  const url = new URL(here);
  url.searchParams.set('offset', String(offset + limit));
  url.searchParams.set('limit', String(limit));
  return { items, total, next: more ? `${url.pathname}${url.search}` : null };
}

/** One page out of a list that is at hand. */
export function pageAt<T>(all: readonly T[], page: { limit: number; offset: number }, here: string) {
  return pageWith(all.slice(page.offset, page.offset + page.limit), all.length, page, here);
}

/**
 * An answer whose shape the type checker does not compare with the route's schema, since the record's rows are read-only
 * and the schemas' types are not. A test compares them on real answers.
 */
export const reply = (answer: Response): never => answer as never;

/** Replies with JSON. */
export const json = (c: Context, value: unknown, status: 200 | 202 = 200): never =>
  reply(c.body(JSON.stringify(value), status, { 'content-type': 'application/json; charset=utf-8' }));
