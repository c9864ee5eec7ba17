/** Mentions: which words name political actors, and who they are within the article. */
import type { Article, Mention, Tree } from '../nouns.ts';
import { Story } from './coref.ts';
import { fillCountries } from './fill.ts';
import { readTree } from './read.ts';
import type { Resolver } from './reading.ts';

export type { Resolver } from './reading.ts';

/** Kinds of sentences in which nobody acts. */
const NAMELESS = new Set(['boilerplate', 'reference', 'heading']);

/** All mentions of an article, in order. Linear in its length. */
export function findMentions(article: Article, trees: readonly Tree[], resolver: Resolver): Mention[] {
  const story = new Story();
  const mentions: Mention[] = [];
  for (const tree of trees) {
    if (NAMELESS.has(tree.sentence.kind)) continue;
    const text = tree.sentence.part === 'title' ? (article.title ?? '') : article.text;
    readTree({ tree, text, date: article.date, resolver, story, mentions });
  }
  return fillCountries(mentions);
}
