/** What the server needs of the program: the desk it shows, and the work it can be asked to do. */
import type { Desk } from '../desk.ts';
import type { Article, Coding } from '../nouns.ts';

export type DeskPort = Pick<
  Desk,
  | 'actor'
  | 'article'
  | 'brief'
  | 'event'
  | 'eventPage'
  | 'evidencePage'
  | 'has'
  | 'join'
  | 'judge'
  | 'overview'
  | 'periods'
  | 'relation'
  | 'reports'
> &
  Pick<Desk, 'meetings' | 'newestArticles' | 'newestReports' | 'save' | 'search'>;

/** A line of an explanation, as `dragoman explain` prints it. */
export interface ExplainedLine {
  readonly kind: 'head' | 'text' | 'dim';
  readonly text: string;
}

/** Work on request. What is absent is answered with 501 and said on the pages. */
export interface Work {
  /** Reads one article. Throws InputError where it cannot be read. */
  readonly code?: (article: Article) => Coding | Promise<Coding>;
  /** Why a sentence is coded so, in lines. */
  readonly explain?: (
    sentence: string,
    date: string | null,
  ) => readonly ExplainedLine[] | Promise<readonly ExplainedLine[]>;
  /** Articles in a file: page, feed, JSON Lines, WARC, PDF, text. Throws InputError where there is none. */
  readonly fromBytes?: (bytes: Uint8Array, name: string) => readonly Article[] | Promise<readonly Article[]>;
  /** Articles at an address; private addresses are the reader's to refuse. */
  readonly fromUrl?: (url: string) => Promise<readonly Article[]>;
}
