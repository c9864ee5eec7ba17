import { createHash } from 'node:crypto';

/** Sixteen hexadecimal digits of the parts' SHA-256. Parts are kept apart, so that "ab","c" is not "a","bc". */
export function shortHash(...parts: readonly (string | number | null | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part ?? '\u0001'}\u0000`);
  return hash.digest('hex').slice(0, 16);
}
