/** What the readers of mentions share: the sentence being read, and what stands in it. */
import type { Actor, Mention, StatesNamed, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import type { Story } from './coref.ts';

/** What the mentions room asks of whoever knows the actors. */
export interface Resolver {
  readonly find: (forms: readonly string[]) => readonly Found[];
  readonly describe: (
    phrase: { forms: readonly string[]; head: number },
    hits: never[],
    date: string | null,
    states?: () => StatesNamed,
  ) => Actor | null;
  readonly bySurname: (form: string, date: string | null) => Actor | null;
  /** A list of common words, in small letters; an Error where there is no such list. */
  readonly words: (list: string) => ReadonlySet<string>;
  readonly stateOf: (actor: Pick<Actor, 'country' | 'code'>) => Actor | null;
  /** Was the state of a country code no more on the day? */
  readonly isOver: (country: string, date: string | null) => boolean;
  readonly bySound: (forms: readonly string[], date: string | null) => Actor | null;
  /** The `because` of somebody of whom only the name is known. */
  readonly nameOnly: string;
}

export interface Found {
  readonly first: number;
  readonly last: number;
  readonly named: readonly { readonly kind: string; readonly entry?: number; readonly acronym?: boolean }[];
  /** The words around make it no state's name ("the Persian Gulf"). */
  readonly nobody?: boolean;
}

export interface Reading {
  readonly tree: Tree;
  /** The text that the sentence's offsets point into. */
  readonly text: string;
  readonly date: string | null;
  readonly resolver: Resolver;
  readonly story: Story;
  readonly mentions: Mention[];
  /** The names that the lexicon finds in the sentence. */
  readonly names: readonly Found[];
  /** The states that the article names anywhere, found when first asked for. */
  readonly states: () => StatesNamed;
  /** Which words of the sentence stand in a quotation. */
  readonly quoted: readonly boolean[];
}

export const PLACE_KINDS = new Set(['country', 'capital', 'city', 'metonym']);

export const isSubject = (word: Word): boolean => isRel(word, 'nsubj');
export const isPlural = (word: Word): boolean =>
  word.xpos === 'NNS' || word.xpos === 'NNPS' || /^(?:they|them|their|people|police)$/i.test(word.form);

export const hasArticle = (tree: Tree, head: Word): boolean =>
  dependents(tree, head.index, 'det').some((d) => /^(?:the|this|that|these|those)$/i.test(d.form));

export const isDefinite = (tree: Tree, head: Word): boolean => hasArticle(tree, head) || head.upos === 'PROPN';

/** The actor that a run of words is, `head` being its head; `hits` where the names in it have been found. */
export const actorOf = (
  { resolver, date, states }: Reading,
  forms: readonly string[],
  head: number,
  hits: readonly Found[] = resolver.find(forms),
): Actor | null => resolver.describe({ forms, head }, hits as never[], date, states);

/** Is the word, in small letters and without a stop, in a list of `lexicon/actors/words.tsv`? */
export const isIn = ({ resolver }: Pick<Reading, 'resolver'>, list: string, form: string | null | undefined): boolean =>
  typeof form === 'string' && resolver.words(list).has((form.endsWith('.') ? form.slice(0, -1) : form).toLowerCase());

export function isPlace(reading: Reading, head: Word): boolean {
  const { tree } = reading;
  const marker = caseOf(tree, head.index);
  if (isIn(reading, 'place-case', marker)) return true;
  // "in Lagos and Ikeja"
  if (isRel(head, 'conj') && marker === null && head.upos === 'PROPN') return isPlace(reading, tree.words[head.head]!);
  return isRel(head, 'appos') && head.head >= 0 && isPlace(reading, tree.words[head.head]!);
}

/** Titles in a phrase: the roles that the lexicon found in it. */
export const titlesOf = (forms: readonly string[], hits: readonly Found[]): string[] =>
  hits
    .filter((h) => h.named.some((n) => n.kind === 'role'))
    .flatMap((h) => forms.slice(h.first, h.last + 1).map((f) => f.toLowerCase()));

/** The word of a run that the others hang on. */
export function topOf(tree: Tree, { first, last }: { first: number; last: number }): number {
  for (let i = last; i >= first; i--) {
    const head = tree.words[i]!.head;
    if (head < first || head > last) return i;
  }
  return last;
}
