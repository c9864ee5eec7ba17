import { createHash } from 'node:crypto';
import type { Article } from '../nouns.ts';

/** What reading gives: an article, or one line that says what was refused, where, and what to do. */
export type Item =
  | { readonly article: Article; readonly refusal?: undefined }
  | { readonly refusal: string; readonly article?: undefined };

/** What is known about bytes from outside. */
export interface Origin {
  /** File name or address, for messages. */
  readonly name: string;
  /** Day of publication given by the user: it goes before what the text says. */
  readonly date?: string | null;
  readonly url?: string | null;
  readonly contentType?: string | null;
  readonly publisher?: string | null;
}

export const refuse = (name: string, what: string): Item => ({ refusal: `${name}: ${what}` });

/** Longest text that is read, in characters. */
const LONGEST = 2_000_000;

/** An article named by its content, or a refusal where there is nothing to read. */
export function toItem(name: string, article: Omit<Article, 'id'> & { id?: string }): Item {
  if (!article.text.trim()) return refuse(name, 'no text in it; nothing to read');
  if (article.text.length > LONGEST)
    return refuse(name, `the text has ${article.text.length} characters, more than ${LONGEST}; split it`);
  const { id, date, title, text, url, publisher } = article;
  return { article: { ...article, id: id ?? contentId(title, text, date, url, publisher) } };
}

/** Sixteen hexadecimal digits that name a content. */
export function contentId(...parts: readonly (string | null | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part ?? '\u0001'}\u0000`);
  return hash.digest('hex').slice(0, 16);
}
