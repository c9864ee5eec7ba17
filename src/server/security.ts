/** What every answer carries, and which requests are answered at all. */
import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Sets the security headers. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

/** Refuses requests for other hosts: a page elsewhere whose name was turned to point here must not read the record. */
export function onlyFor(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...hosts.map(nameOf)]);
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (known.has(nameOf(host))) return next();
    return problem(c, 421, `this desk answers for ${[...known].join(', ')} only, not for "${host.slice(0, 80)}"`);
  };
}

/** Refuses writes that come from pages of another origin. */
export const onlyOwnPages: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && nameOf(origin.replace(/^https?:\/\//, '')) !== nameOf(c.req.header('host') ?? ''));
  if (foreign) return problem(c, 403, 'a page of another origin cannot write to the record');
  return next();
};
