/** Mentions: which words name political actors, and who they are within the article. */
import type { Article, Mention, StatesNamed, Tree } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import { Story } from './coref.ts';
import { fillCountries } from './fill.ts';
import { SHORT, withHome } from './people.ts';
import { type QuoteState, quotedWords } from './quotes.ts';
import { readTree } from './read.ts';
import { type Found, isIn, type Resolver, topOf } from './reading.ts';
import { asWritten } from './written.ts';

export type { Resolver } from './reading.ts';

const NAMING_STATES: ReadonlySet<string> = new Set(['country', 'adjective', 'people', 'capital']);

/** A state that the title or the first paragraph names is what the article is about, more than one of many named later. */
const FIRST_WEIGHT = 3;

/** Where something happens is its state more than who is spoken of. */
const PLACE_WEIGHT = 2;

/** Kinds of sentences in which nobody acts. */
const NAMELESS = new Set(['boilerplate', 'reference', 'heading']);

/** "Kobe" of "Kobe Bryant": a word of somebody's name. */
function isInLongerName(tree: Tree, hit: Found): boolean {
  const isOutside = (i: number) => i < hit.first || i > hit.last;
  const word = tree.words[topOf(tree, hit)]!;
  const isPiece = isRel(word, 'flat') && isOutside(word.head);
  return isPiece || dependents(tree, word.index, 'flat').some((w) => isOutside(w.index));
}

/** The states that an article names; names that several states' places share say nothing. */
function statesNamed(
  trees: readonly Tree[],
  namesOf: (tree: Tree) => readonly Found[],
  resolver: Resolver,
  date: string | null,
): StatesNamed {
  const named = new Set<string>();
  const placed = new Set<string>();
  const counts = new Map<string, number>();
  for (const tree of trees) {
    const { words, sentence } = tree;
    const first = sentence.part === 'title' || sentence.paragraph === 0 ? FIRST_WEIGHT : 1;
    const forms = words.map((w) => w.form);
    for (const hit of namesOf(tree)) {
      if (hit.nobody || isInLongerName(tree, hit) || isIn({ resolver }, 'descent-word', forms[hit.first - 1])) continue;
      const kinds = hit.named.filter((n) => NAMING_STATES.has(n.kind) || n.kind === 'city');
      const isShared = kinds.some(
        (n) => n.entry !== kinds[0]!.entry && !(n.kind === 'country' && kinds[0]!.kind === 'country'),
      );
      if (!kinds.length || isShared || kinds.some((n) => n.kind === 'city' && n.acronym)) continue;
      const own = forms.slice(hit.first, hit.last + 1);
      const actor = resolver.describe({ forms: own, head: own.length - 1 }, resolver.find(own) as never[], date);
      if (!actor?.country) continue;
      const isTown = kinds[0]!.kind === 'city';
      (isTown ? placed : named).add(actor.country);
      if (resolver.isOver(actor.country, date)) continue;
      const where = isTown || resolver.words('place-case').has(caseOf(tree, topOf(tree, hit)) ?? '') ? PLACE_WEIGHT : 1;
      counts.set(actor.country, (counts.get(actor.country) ?? 0) + first * where);
    }
  }
  return { named, placed, ...(trees.length >= SHORT && { counts }) };
}

/** All mentions of an article, in order. Linear in its length. */
export function findMentions(article: Article, trees: readonly Tree[], resolver: Resolver): Mention[] {
  const known = new Map<Tree, readonly Found[]>();
  const namesOf = (tree: Tree): readonly Found[] => {
    const found = known.get(tree) ?? resolver.find(tree.words.map((w) => w.form));
    known.set(tree, found);
    return found;
  };
  let named: StatesNamed | null = null;
  const states = () => (named ??= statesNamed(trees, namesOf, resolver, article.date));
  const story = new Story(resolver.words, states, (country) => resolver.isOver(country, article.date));
  const mentions: Mention[] = [];
  let quote: QuoteState = { open: false, paragraph: -1 };
  for (const tree of trees) {
    if (NAMELESS.has(tree.sentence.kind)) continue;
    const text = tree.sentence.part === 'title' ? (article.title ?? '') : article.text;
    const names = namesOf(tree);
    const { quoted, after } = quotedWords(tree, quote);
    quote = after;
    readTree({ tree, text, date: article.date, resolver, story, mentions, states, names, quoted });
  }
  return asWritten(withHome(fillCountries(mentions), trees, story, resolver));
}
