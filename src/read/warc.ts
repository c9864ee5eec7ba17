/** Web archives: an article for each page that they hold. */
import { WARCParser } from 'warcio';
import { decode } from './charset.ts';
import { readHtml } from './html.ts';
import { type Item, type Origin, refuse } from './item.ts';

const HTML = /^(text\/html|application\/xhtml\+xml)/i;
const BIGGEST = 20_000_000;

async function payloadOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > BIGGEST) return null;
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

/** Pages of an archive, gzipped or not; other records are passed over. */
export async function* readWarc(bytes: Uint8Array, origin: Origin): AsyncGenerator<Item> {
  async function* whole() {
    yield bytes;
  }
  try {
    for await (const record of WARCParser.iterRecords(whole())) {
      if (record.warcType !== 'response') continue;
      const type = record.httpHeaders?.headers.get('Content-Type') ?? null;
      if (!HTML.test(type ?? '') || !/^200\b/.test(String(record.httpHeaders?.statusCode ?? ''))) continue;
      const url = record.warcTargetURI ?? null;
      const name = `${origin.name}: ${url ?? 'a record without an address'}`;
      const payload = await payloadOf(record as unknown as AsyncIterable<Uint8Array>);
      yield payload
        ? readHtml(decode(payload, type), { ...origin, name, url })
        : refuse(name, `longer than ${BIGGEST} bytes`);
    }
  } catch (error) {
    yield refuse(
      origin.name,
      `the archive breaks off or is damaged (${(error as Error).message.split('\n')[0]!.slice(0, 100)}); what stood before was read`,
    );
  }
}
