/** Mentions: which words name political actors, and who they are within the article. */
import type { Article, Mention, StatesNamed, Tree } from '../nouns.ts';
import { Story } from './coref.ts';
import { fillCountries } from './fill.ts';
import { readTree } from './read.ts';
import type { Resolver } from './reading.ts';
import { asWritten } from './written.ts';

export type { Resolver } from './reading.ts';

const NAMING_STATES: ReadonlySet<string> = new Set(['country', 'adjective', 'people', 'capital']);

/** Kinds of sentences in which nobody acts. */
const NAMELESS = new Set(['boilerplate', 'reference', 'heading']);

/** The states that an article names; names that several states' places share say nothing. */
function statesNamed(trees: readonly Tree[], resolver: Resolver, date: string | null): StatesNamed {
  const named = new Set<string>();
  const placed = new Set<string>();
  for (const { words } of trees) {
    const forms = words.map((w) => w.form);
    for (const hit of resolver.find(forms)) {
      const kinds = hit.named.filter((n) => NAMING_STATES.has(n.kind) || n.kind === 'city');
      if (!kinds.length || kinds.some((n) => n.entry !== kinds[0]!.entry || (n.kind === 'city' && n.acronym))) continue;
      const own = forms.slice(hit.first, hit.last + 1);
      const actor = resolver.describe({ forms: own, head: own.length - 1 }, resolver.find(own) as never[], date);
      if (actor?.country) (kinds[0]!.kind === 'city' ? placed : named).add(actor.country);
    }
  }
  return { named, placed };
}

/** All mentions of an article, in order. Linear in its length. */
export function findMentions(article: Article, trees: readonly Tree[], resolver: Resolver): Mention[] {
  const story = new Story(resolver.words);
  let named: StatesNamed | null = null;
  const states = () => (named ??= statesNamed(trees, resolver, article.date));
  const mentions: Mention[] = [];
  for (const tree of trees) {
    if (NAMELESS.has(tree.sentence.kind)) continue;
    const text = tree.sentence.part === 'title' ? (article.title ?? '') : article.text;
    const names = resolver.find(tree.words.map((w) => w.form));
    readTree({ tree, text, date: article.date, resolver, story, mentions, states, names });
  }
  return asWritten(fillCountries(mentions));
}
