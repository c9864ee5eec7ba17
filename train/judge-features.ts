/** What the judge looks at: a predicate in its tree, with its own word left out but for what kinds of events the lexicon knows for it. */
import type { Mention, Tree, Word } from '../src/nouns.ts';
import { caseOf, dependents, headOf, isRel, universal } from '../src/tree.ts';

/** A predicate that may tell an event. */
export interface Question {
  readonly tree: Tree;
  readonly word: number;
  /** Mentions of the sentence by head word. */
  readonly whoAt: ReadonlyMap<number, Mention>;
  /** Event types that the lexicon knows for the word; none for a word that it does not know. */
  readonly known: readonly string[];
}

/** Each mention of a sentence under its head word, whole phrases before modifiers. */
export function byHead(mentions: readonly Mention[]): Map<number, Mention> {
  const heads = new Map<number, Mention>();
  for (const m of mentions) if (m.kind !== 'modifier' || !heads.has(m.head)) heads.set(m.head, m);
  return heads;
}

const isPassive = (tree: Tree, word: Word): boolean =>
  word.upos === 'VERB' &&
  (dependents(tree, word.index, 'aux:pass', 'nsubj:pass').length > 0 ||
    (word.xpos === 'VBN' && isRel(word, 'acl', 'amod')));

/** What somebody is, coarsely: "GOV", "country", "people". */
function classesOf(mention: Mention): string[] {
  const classes = new Set<string>();
  for (const { sector, kind, country } of mention.actors) {
    if (sector) classes.add(sector);
    classes.add(kind === 'unknown' && !country && !sector ? 'stranger' : kind);
  }
  return [...classes];
}

/** A word in a place of the predicate: its lemma, or who it is. */
function addPlace(out: string[], { tree, whoAt }: Question, place: string, word: Word): void {
  const mention = whoAt.get(word.index);
  out.push(`${place} is there`);
  if (mention) {
    out.push(`${place} is ${mention.reading === 'place' ? 'a place' : 'an actor'}`);
    for (const name of classesOf(mention)) out.push(`${place} is ${name}`);
  }
  if (word.upos !== 'PROPN' && word.upos !== 'PRON' && word.upos !== 'NUM') out.push(`${place} "${word.lemma}"`);
  for (const w of dependents(tree, word.index, 'amod', 'compound', 'nmod:poss'))
    if (whoAt.has(w.index)) out.push(`${place} has an actor as modifier`);
    else if (w.upos !== 'PROPN' && !isRel(w, 'nmod:poss')) out.push(`${place} has modifier "${w.lemma}"`);
}

function placeOf(tree: Tree, passive: boolean, child: Word): string | null {
  if (child.deprel === 'obl:agent') return 'doer';
  if (isRel(child, 'nsubj', 'csubj')) return passive ? 'undergoer' : 'doer';
  if (isRel(child, 'obj')) return 'undergoer';
  if (isRel(child, 'iobj')) return 'receiver';
  if (isRel(child, 'nmod:poss')) return 'owner';
  if (isRel(child, 'obl', 'nmod')) {
    const preposition = caseOf(tree, child.index);
    return preposition === 'by' ? 'doer' : preposition ? `"${preposition}"` : null;
  }
  return isRel(child, 'xcomp', 'ccomp', 'advcl', 'acl') ? universal(child.deprel) : null;
}

const SMALL = ['aux', 'compound:prt', 'mark', 'advmod', 'amod', 'compound', 'det', 'cop', 'expl'];

function addChild(out: string[], q: Question, passive: boolean, child: Word): void {
  const place = placeOf(q.tree, passive, child);
  if (place) addPlace(out, q, place, child);
  else if (isRel(child, ...SMALL)) {
    if (q.whoAt.has(child.index)) out.push(`${universal(child.deprel)} is an actor`);
    else if (child.upos !== 'PROPN') out.push(`${universal(child.deprel)} "${child.lemma}"`);
  }
}

function addAbove(out: string[], { tree, word, whoAt }: Question): void {
  const self = tree.words[word]!;
  const relation = self.deprel === 'acl:relcl' ? 'relative clause' : universal(self.deprel);
  out.push(`stands as ${relation}`);
  const head = headOf(tree, word);
  if (!head) return;
  if (whoAt.has(head.index)) out.push(`${relation} of an actor`);
  if (head.upos !== 'PROPN') out.push(`${relation} of "${head.lemma}"`);
  const preposition = dependents(tree, word, 'case', 'mark')[0];
  if (preposition) out.push(`behind "${preposition.lemma}"`);
  if (isRel(self, 'obj', 'xcomp', 'ccomp', 'nsubj'))
    for (const w of dependents(tree, head.index, 'nsubj', 'obl', 'obj'))
      if (w.index !== word && whoAt.has(w.index)) out.push(`actor as ${universal(w.deprel)} of the word above`);
}

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ']);
const NEAR = 6;

/** Features of a predicate, each a phrase that a person can read. */
export function featuresOf(q: Question): string[] {
  const { tree, word } = q;
  const self = tree.words[word]!;
  const passive = isPassive(tree, self);
  const out = [`a ${self.upos}${passive ? ' in the passive' : ''}`, `form ${self.xpos}`];
  out.push(...(q.known.length ? q.known.map((t) => `known as ${t}`) : ['not known']));
  if (q.known.length > 1) out.push('known as several');
  for (const child of dependents(tree, word)) addChild(out, q, passive, child);
  addAbove(out, q);
  out.push(`${Math.min(q.whoAt.size, 3)} actors in the sentence`, `in a ${tree.sentence.kind}`);
  for (let i = Math.max(0, word - NEAR); i <= word + NEAR && i < tree.words.length; i++) {
    const near = tree.words[i]!;
    if (i !== word && CONTENT.has(near.upos)) out.push(`near "${near.lemma}"`);
  }
  return [...new Set(out)];
}

/** Senses of the lexicon of events, as far as the judge looks at them. */
export type SensesOf = (
  kind: 'verb' | 'noun' | 'adjective',
  lemma: string,
) => readonly { readonly type: string; readonly rest: readonly string[] }[];

/** The event types that the lexicon has for a word, weak senses too; not those of phrases that begin with it. */
export function knownTypes(sensesOf: SensesOf, upos: string, lemma: string): string[] {
  const kind = upos === 'VERB' ? 'verb' : upos === 'NOUN' ? 'noun' : 'adjective';
  const single = sensesOf(kind, lemma).filter((s) => s.rest.length === 0);
  return [...new Set(single.map((s) => s.type))].sort();
}
