/** Errors as problem details (RFC 9457). */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Too large',
  421: 'Wrong host',
  422: 'The request cannot be carried out',
  429: 'Too many at once',
  500: 'The program failed',
  501: 'Not available in this server',
};

/** One line for people in `detail`: what, where, what to do. */
export function problem(c: Context, status: ContentfulStatusCode, detail: string, more: object = {}): Response {
  const body = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail, ...more };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}
