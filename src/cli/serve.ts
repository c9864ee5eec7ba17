import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import { InputError } from '../errors.ts';
import type { Article } from '../nouns.ts';
import type { Tools } from '../pipeline.ts';
import type { Item } from '../read/index.ts';
import { createServer } from '../server/index.ts';
import { withDesk } from './record.ts';

export interface ServeOptions {
  readonly record?: string;
  readonly port?: string;
  readonly host?: string;
  readonly json?: boolean;
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

function portOf(option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  const port = Number(option);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InputError(`--port must be a number from 0 to 65535, not "${option}"`);
  return port;
}

/** All articles of what is read; where there is none, the refusal. */
async function articlesIn(items: AsyncIterable<Item>): Promise<Article[]> {
  const articles: Article[] = [];
  let refusal: string | null = null;
  for await (const item of items) {
    if (item.article) articles.push(item.article);
    else refusal ??= item.refusal;
  }
  if (!articles.length) throw new InputError(refusal ?? 'no article in it; nothing to read');
  return articles;
}

/** Serves the desk of an open record until a signal comes. Prints the address. */
export async function serveDesk(desk: Desk, options: ServeOptions, ready: Tools | null = null): Promise<void> {
  let tools = ready;
  // The language core is brought when it is asked for the first time; the first page does not wait for it.
  const loaded = async () => (tools ??= (await import('./dictionaries.ts')).toolsWith());
  const server = await createServer(desk, {
    ...{ port: portOf(options.port), host: options.host, version: version() },
    work: {
      code: async (article) => (await import('../pipeline.ts')).code(article, await loaded()),
      explain: async (sentence, date) =>
        (await import('../explain.ts')).explainSentence(sentence, date, await loaded()),
      // Reading brings many packages; the first page does not wait for them.
      fromBytes: async (bytes, name) => articlesIn((await import('../read/index.ts')).readBytes(bytes, { name })),
      fromUrl: async (url) => articlesIn((await import('../read/index.ts')).readUrl(url)),
    },
    onFailure: (error) => process.stderr.write(`dragoman: ${(error as Error).stack ?? error}\n`),
  });
  process.stdout.write(
    options.json ? `${JSON.stringify({ url: server.url })}\n` : `The desk is at ${server.url} (stop it with Ctrl-C)\n`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}

/** `dragoman serve` */
export function serveCommand(options: ServeOptions): Promise<number> {
  return withDesk(options.record, async (desk) => {
    await serveDesk(desk, options);
    return 0;
  });
}
