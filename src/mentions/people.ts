/** Private people, of whom an article says no state, live where it is plainly about. */
import type { Actor, Mention, Tree } from '../nouns.ts';
import type { Story } from './coref.ts';
import { atHome, NOT_HERE } from './fill.ts';
import type { Resolver } from './reading.ts';

/** The share of the states named from which an article is plainly about one. */
const PLAIN = 0.6;

/** The share from which whatever has a full name is of that state, person or not. */
const SURE = 0.75;

/** Sentences below which a text is too short to be about one state. */
export const SHORT = 4;

/** Somebody who is of no world body and of whom hardly more than the full name is known. */
const isStateless = ({ kind, id, country, sector, name, because }: Actor): boolean =>
  kind === 'person' &&
  id === undefined &&
  country === null &&
  sector !== 'IGO' &&
  (name.includes(' ') || /^\p{Lu}/u.test(name)) &&
  !because?.endsWith(NOT_HERE);

/** A name that is surely a person's: a "he" or "she" means it, its first word is a first name, or an age stands behind it. */
function isPersons(resolver: Resolver, tree: Tree | undefined, mention: Mention, { name }: Actor): boolean {
  const { last, kind, text } = mention;
  if (kind === 'pronoun') return /^(?:he|she|him|her|his)$/i.test(text);
  const [first = '', second] = name.toLowerCase().split(/[\s-]/);
  // A bare "Barry" may be a storm.
  if (second === undefined) return isAged(tree, last);
  if (resolver.words('male-name').has(first) || resolver.words('female-name').has(first)) return true;
  return isAged(tree, last);
}

/** "Obi, 42, …" */
function isAged(tree: Tree | undefined, last: number): boolean {
  const behind = [1, 2].map((k) => tree?.words[last + k]?.form ?? '');
  return behind[0] === ',' && /^(?:aged|\d\d)$/.test(behind[1]!);
}

/** "Ada Obi of UNICEF": somebody of a body that has no state. */
const isOfBody = (resolver: Resolver, tree: Tree | undefined, { first, last }: Mention): boolean =>
  resolver
    .find((tree?.words ?? []).slice(first, last + 1).map((w) => w.form))
    .some((hit) => hit.named.some((n) => n.kind === 'organisation'));

/** The mentions, with the state of the article for the private people in it, where that is plain. */
export function withHome(
  mentions: readonly Mention[],
  trees: readonly Tree[],
  story: Story,
  resolver: Resolver,
): Mention[] {
  const home = story.homeCountry();
  if (!home || trees.length < SHORT || story.shareOf(home) < PLAIN) return [...mentions];
  const treeOf = new Map(trees.map((tree) => [tree.sentence.index, tree]));
  const isSure = story.shareOf(home) >= SURE;
  const people = new Set<string>();
  for (const m of mentions)
    for (const actor of m.actors)
      if (
        isStateless(actor) &&
        ((isSure && actor.name.includes(' ') && !isOfBody(resolver, treeOf.get(m.sentence), m)) ||
          isPersons(resolver, treeOf.get(m.sentence), m, actor))
      )
        people.add(actor.name);
  const placed = (a: Actor) =>
    isStateless(a) && people.has(a.name) ? atHome(a, home, 'the state that the article is about') : a;
  return mentions.map((m) => (m.actors.some(isStateless) ? { ...m, actors: m.actors.map(placed) } : m));
}
