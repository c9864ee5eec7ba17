/** The built pages: read once into memory, compressed once, served by name; unknown paths of the desk get the one page. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** What the pages answer to; everything else is not found. */
const PAGES = /^\/(?:$|add$|explain$|search$|words$|(?:r|e|a|w)\/[^/]+$)/;

interface File {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  readonly lasting: boolean;
}

function fileAt(path: string, name: string): File {
  const body = new Uint8Array(readFileSync(path));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const packed = /text|json|svg/.test(type) ? new Uint8Array(brotliCompressSync(body, quality)) : null;
  return { body, packed, type, lasting: name.startsWith('assets/') };
}

function filesUnder(folder: string): Map<string, File> {
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !TYPES[extname(entry.name)]) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    files.set(name, fileAt(path, name));
  }
  return files;
}

const MISSING =
  'The pages of the desk have not been built yet: run "npm run build", then start again. The API is at /api.\n';

/** Serves what lies in `folder`. Without built pages, says how to build them. */
export function builtPages(folder: string): MiddlewareHandler {
  let files: Map<string, File> | null = null;
  try {
    files = filesUnder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const { pathname } = new URL(c.req.url);
    const isPage = PAGES.test(pathname);
    if (!files?.has('index.html')) return isPage ? c.text(MISSING, 503) : next();
    const asked = files.get(isPage ? 'index.html' : pathname.slice(1));
    // A reader who went astray gets a page that says so, a program a problem.
    const astray = !asked && !pathname.startsWith('/api/') && /\btext\/html\b/.test(c.req.header('accept') ?? '');
    const file = astray ? files.get('index.html') : asked;
    if (!file) return next();
    if (astray) c.status(404);
    const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? file.packed : null;
    c.header('content-type', file.type);
    c.header('vary', 'accept-encoding');
    c.header('cache-control', file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (packed) c.header('content-encoding', 'br');
    return c.body(packed ?? file.body);
  };
}
