/** Readings asked for over the wire: one at a time, each article coded, saved and told of as it happens. */
import { randomUUID } from 'node:crypto';
import { InputError } from '../errors.ts';
import type { Article, Coding } from '../nouns.ts';
import { articleId } from '../record/index.ts';
import type { Kept } from './cache.ts';
import type { DeskPort, Work } from './desk-port.ts';

/** What is told of a reading. */
export type Progress =
  | { readonly event: 'article'; readonly data: ArticleTold }
  | { readonly event: 'refused'; readonly data: { readonly name: string; readonly why: string } }
  | { readonly event: 'joining' | 'done'; readonly data: { readonly read: number; readonly refused: number } };

export interface ArticleTold {
  readonly title: string;
  readonly article: string;
  /** False where the record had it already. */
  readonly fresh: boolean;
  readonly sentences: number;
  /** Reports found; `reports` has the first of them. */
  readonly found: number;
  readonly reports: readonly { readonly type: string; readonly status: string; readonly text: string }[];
  readonly done: number;
  readonly of: number;
}

type Articles = readonly Article[] | (() => Promise<readonly Article[]>);

const SHOWN_REPORTS = 12;

/** One reading and all that has been told of it; whoever comes late hears it from the beginning. */
export class ReadingFollowed {
  readonly #told: Progress[] = [];
  readonly #waiting = new Set<() => void>();
  over = false;

  tell(progress: Progress): void {
    this.#told.push(progress);
    this.over = progress.event === 'done';
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Everything told so far, then what comes, until it is over or `signal` says stop. */
  async *follow(signal: AbortSignal): AsyncGenerator<Progress> {
    const news = () =>
      new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    for (let at = 0; !signal.aborted; at += 1) {
      while (at >= this.#told.length && !signal.aborted) {
        if (this.over) return;
        await news();
      }
      const next = this.#told[at];
      if (next) yield next;
    }
  }
}

export interface ReadingsOptions {
  readonly desk: DeskPort;
  readonly work: Work;
  readonly kept: Kept;
}

/** Readings that may be looked at after they are over. */
const KEPT_READINGS = 50;

export class Readings {
  readonly #options: ReadingsOptions;
  readonly #readings = new Map<string, ReadingFollowed>();
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: ReadingsOptions) {
    this.#options = options;
  }

  get(id: string): ReadingFollowed | undefined {
    return this.#readings.get(id);
  }

  /** Puts a reading in the queue. */
  begin(name: string, articles: Articles) {
    const id = randomUUID();
    const reading = new ReadingFollowed();
    this.#readings.set(id, reading);
    if (this.#readings.size > KEPT_READINGS) this.#readings.delete(this.#readings.keys().next().value!);
    this.#queue = this.#queue.then(() => this.#read(reading, name, articles));
    return { id, name, state: 'waiting' as const };
  }

  /** Stops after the article at hand; resolves when the record is at rest. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
  }

  async #read(reading: ReadingFollowed, name: string, articles: Articles): Promise<void> {
    const totals = { read: 0, refused: 0 };
    const refuse = (what: string, error: unknown) => {
      totals.refused += 1;
      reading.tell({ event: 'refused', data: { name: what, why: whyOf(error) } });
    };
    try {
      const list = typeof articles === 'function' ? await articles() : articles;
      for (const [index, article] of list.entries()) {
        if (this.#closed) break;
        try {
          const told = await this.#readOne(article);
          totals.read += 1;
          reading.tell({ event: 'article', data: { ...told, done: index + 1, of: list.length } });
        } catch (error) {
          refuse(article.title ?? name, error);
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      reading.tell({ event: 'joining', data: totals });
      await this.#options.desk.join();
    } catch (error) {
      refuse(name, error);
    }
    this.#options.kept.changed();
    reading.tell({ event: 'done', data: totals });
  }

  async #readOne(article: Article): Promise<Omit<ArticleTold, 'done' | 'of'>> {
    const { desk, work } = this.#options;
    if (!article.text.trim()) throw new InputError('no text in it');
    const coding = await work.code!(article);
    const fresh = await desk.save(coding);
    return toldOf(coding, fresh);
  }
}

function toldOf(coding: Coding, fresh: boolean): Omit<ArticleTold, 'done' | 'of'> {
  const { article, sentences, reports } = coding;
  const textOf = (index: number) => {
    const s = sentences[index];
    return s ? (s.part === 'title' ? (article.title ?? '') : article.text).slice(s.from, s.to).slice(0, 400) : '';
  };
  return {
    title: article.title ?? `${article.text.trim().slice(0, 80)}…`,
    article: articleId(article),
    fresh,
    sentences: sentences.length,
    found: reports.length,
    reports: reports
      .slice(0, SHOWN_REPORTS)
      .map(({ type, status, sentence }) => ({ type, status, text: textOf(sentence) })),
  };
}

/** Bad input is told as it is; anything else is the program's fault and said so, without its insides. */
const whyOf = (error: unknown): string =>
  error instanceof InputError
    ? error.message
    : `the program failed on it (${error instanceof Error ? error.name : 'unknown'})`;
