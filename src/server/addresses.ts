/** Addresses of the pages, shared with the pages themselves. Pure. */

const encode = (key: string): string => encodeURIComponent(key).replaceAll('%3A', ':');

/** "PRK-RUS"; with "~" between where a key has a hyphen itself. */
export function pairPath(a: string, b: string): string {
  const between = a.includes('-') || b.includes('-') ? '~' : '-';
  return `${encode(a)}${between}${encode(b)}`;
}

/** The two keys of "PRK-RUS" or "per:kim-jong-un~RUS", or null. Takes decoded text. */
export function readPair(text: string): readonly [string, string] | null {
  const parts = text.includes('~') ? text.split('~') : text.split('-');
  const [a, b, more] = parts;
  return a && b && more === undefined ? [a, b] : null;
}

export const relationPath = (a: string, b: string): string => `/r/${pairPath(a, b)}`;
export const eventPath = (id: string): string => `/e/${encode(id)}`;
export const articlePath = (id: string): string => `/a/${encode(id)}`;
export const actorPath = (key: string): string => `/w/${encode(key)}`;
