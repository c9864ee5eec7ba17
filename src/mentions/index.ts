/** Mentions: which words name political actors, and who they are within the article. */
import type { Article, Mention, Tree } from '../nouns.ts';
import { Story } from './coref.ts';
import { fillCountries } from './fill.ts';
import { readTree } from './read.ts';
import type { Resolver } from './reading.ts';

export type { Resolver } from './reading.ts';

const NAMING_STATES: ReadonlySet<string> = new Set(['country', 'adjective', 'people', 'capital']);

/** Kinds of sentences in which nobody acts. */
const NAMELESS = new Set(['boilerplate', 'reference', 'heading']);

/** The states that an article names: by name, adjective, people or capital. */
function statesNamed(trees: readonly Tree[], resolver: Resolver, date: string | null): Set<string> {
  const found = new Set<string>();
  for (const { words } of trees) {
    const forms = words.map((w) => w.form);
    for (const hit of resolver.find(forms)) {
      if (!hit.named.some((n) => NAMING_STATES.has(n.kind))) continue;
      const own = forms.slice(hit.first, hit.last + 1);
      const actor = resolver.describe({ forms: own, head: own.length - 1 }, resolver.find(own) as never[], date);
      if (actor?.country) found.add(actor.country);
    }
  }
  return found;
}

/** All mentions of an article, in order. Linear in its length. */
export function findMentions(article: Article, trees: readonly Tree[], resolver: Resolver): Mention[] {
  const story = new Story(resolver.words);
  let named: ReadonlySet<string> | null = null;
  const states = () => (named ??= statesNamed(trees, resolver, article.date));
  const mentions: Mention[] = [];
  for (const tree of trees) {
    if (NAMELESS.has(tree.sentence.kind)) continue;
    const text = tree.sentence.part === 'title' ? (article.title ?? '') : article.text;
    readTree({ tree, text, date: article.date, resolver, story, mentions, states });
  }
  return fillCountries(mentions);
}
