/**
 * Bytes to text. Order of trust: byte order mark, the server's word, the page's own word, valid UTF-8, a guess by
 * statistics. Node 20 decodes windows-1252 as Latin-1, which loses curly quotes; hence a decoder of its own.
 */
import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { detect } from 'chardet';

const HEAD = 2048;

/** The label in "text/html; charset=…". */
const labelIn = (contentType: string | null | undefined): string | null =>
  /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? null;

/** The label that a page or an XML file gives itself. */
function ownLabel(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const meta =
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  return meta?.[1] ?? null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const known = (label: string | null): string | null => (label ? normalizeEncoding(label) : null);

/** Name of the encoding of these bytes, as the Encoding Standard has it. */
export function encodingOf(bytes: Uint8Array, contentType?: string | null): string {
  const said = getBOMEncoding(bytes) ?? known(labelIn(contentType)) ?? known(ownLabel(bytes));
  // Pages often say Latin-1 or ASCII by habit and are UTF-8.
  if (said && said !== 'utf-8' && said !== 'windows-1252') return said;
  if (isUtf8(bytes)) return 'utf-8';
  return said && said !== 'utf-8' ? said : (known(detect(bytes) as string | null) ?? 'windows-1252');
}

/** Decodes bytes; a byte order mark is left out. */
export function decode(bytes: Uint8Array, contentType?: string | null): string {
  return new TextDecoder(encodingOf(bytes, contentType)).decode(bytes);
}

/** Text that holds control characters as binary files do. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (getBOMEncoding(bytes)) return false;
  const head = bytes.subarray(0, 8192);
  let odd = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)) odd++;
  return odd > 0 && odd / head.length > 0.002;
}
