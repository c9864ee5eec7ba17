/** Whom the place of a pronoun in its sentence rules in or out. */
import type { Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import type { Question } from './coref.ts';
import { isIn, isPlural, type Reading } from './reading.ts';
import type { Part } from './salience.ts';

/** What a word does in its clause. */
export function partOf(word: Word): Part {
  if (isRel(word, 'nsubj')) return 'subject';
  if (isRel(word, 'obj', 'iobj')) return 'object';
  return word.deprel === 'nmod:poss' ? 'owner' : 'other';
}

/** The mentions of the sentence that are one actor. */
const ownMentions = ({ tree, mentions }: Reading): Mention[] => {
  const own: Mention[] = [];
  for (let i = mentions.length - 1; i >= 0 && mentions[i]!.sentence === tree.sentence.index; i--)
    if (mentions[i]!.chain !== null) own.push(mentions[i]!);
  return own;
};

const chainsOf = (own: readonly Mention[], words: readonly Word[]): number[] =>
  own.filter((m) => words.some((w) => w.index === m.head)).map((m) => m.chain!);

/** Who is made to do what an infinitive tells: the object above it ("told Roe to …"); null for the subject. */
const controller = (tree: Tree, clause: Word, verb: Word): Word | null =>
  isRel(clause, 'xcomp')
    ? (dependents(tree, verb.index, 'obj', 'iobj').find((w) => w.index < clause.index) ?? null)
    : null;

/** Chains of the subjects of the clauses that an object pronoun stands in: it means none of them. */
export function subjectsAbove(reading: Reading, word: Word): ReadonlySet<number> {
  const { tree } = reading;
  const chains = new Set<number>();
  if (!isRel(word, 'obj', 'iobj', 'obl')) return chains;
  const own = ownMentions(reading);
  for (let at = headOf(tree, word.index), clause: Word = word; at; clause = at, at = headOf(tree, at.index)) {
    const told = controller(tree, clause, at);
    const subjects = told ? [told] : dependents(tree, at.index, 'nsubj');
    for (const chain of chainsOf(own, subjects)) chains.add(chain);
    // "an order prohibiting him from …": the noun before such a clause does it.
    if (subjects.length || isRel(at, 'ccomp', 'acl')) break;
  }
  return chains;
}

/** Chains of the objects of the clauses above a subject pronoun: "to give Mali more than they have given" speaks of the giver. */
export function objectsAbove(reading: Reading, word: Word): ReadonlySet<number> {
  const { tree } = reading;
  const chains = new Set<number>();
  if (!isRel(word, 'nsubj') || word.deprel === 'nsubj:pass') return chains;
  const own = ownMentions(reading);
  for (let at = headOf(tree, word.index); at; at = headOf(tree, at.index)) {
    if (isRel(at, 'ccomp', 'parataxis')) break;
    if (at.head === word.head || at.index === word.head) continue;
    for (const chain of chainsOf(own, dependents(tree, at.index, 'obj', 'iobj'))) chains.add(chain);
  }
  return chains;
}

/** "wished Roe success in his work", "congratulated Roe on his election": somebody addressed, before what is his. */
function addressee(
  { tree, resolver }: Pick<Reading, 'tree' | 'resolver'>,
  verb: Word,
  word: Word,
  below: Word,
): Word | null {
  if (!isIn({ resolver }, 'addressing-verb', verb.lemma)) return null;
  const object = dependents(tree, verb.index, 'iobj', 'obj').find((w) => w.index < word.index);
  // "the plan of his" is inside the object, "success in his work" is only hung there.
  const isInside = object === below && !/^(?:in|on|upon|for|over|at|with)$/i.test(caseOf(tree, word.head) ?? '');
  return object && !isInside ? object : null;
}

/** "sent Roe a message on his election", "a message to Roe upon his recovery": those who are written to, the last first. */
function honoured({ tree, resolver }: Pick<Reading, 'tree' | 'resolver'>, word: Word): readonly Word[] {
  const noun = headOf(tree, word.index)!;
  if (!isIn({ resolver }, 'honour-noun', noun.lemma)) return [];
  const isReceiver = (w: Word) => isRel(w, 'iobj') || /^to$/i.test(caseOf(tree, w.index) ?? '');
  return tree.words
    .slice(0, noun.index)
    .filter((w) => w !== word && isReceiver(w))
    .reverse();
}

/** The words of a subject that a pronoun may mean: itself, and who owns it ("their deeds show their faith"). */
const withOwner = (tree: Tree, subject: Word): Word[] =>
  subject.upos === 'NOUN' ? [subject, ...dependents(tree, subject.index, 'nmod:poss')] : [subject];

/**
 * Whom a possessor most likely means: who owns the phrase that it is in ("Mali's plea for its people"), or the subject of
 * its clause, or who is addressed there. Words of the tree.
 */
function ownersAbove({ tree, resolver }: Reading, word: Word): readonly Word[] {
  let below = word;
  for (let at = headOf(tree, word.index); at; below = at, at = headOf(tree, at.index)) {
    // "Roe in his message", "Roe and his wife", but not the ministry of "his ministry".
    const beside = below !== word && isRel(below, 'nmod', 'conj') && at.upos === 'PROPN' ? [at] : [];
    const owner = [
      ...beside,
      ...dependents(tree, at.index, 'nmod:poss').filter((w) => w !== word && w.index < word.index),
    ];
    const subjects = dependents(tree, at.index, 'nsubj').filter((w) => w !== below && w.index < word.index);
    const told = (subjects.length && addressee({ tree, resolver }, at, word, below)) || controller(tree, below, at);
    const found = told ? [told] : [...owner, ...subjects.flatMap((s) => withOwner(tree, s))];
    if (found.length) return found;
    if (isRel(at, 'ccomp')) break;
  }
  return [];
}

/** The objects and obliques of a verb and of its infinitives ("is going to hurt Chad"), before a word. */
const sufferers = (tree: Tree, verb: Word, word: Word): readonly Word[] =>
  [verb, ...dependents(tree, verb.index, 'xcomp')]
    .flatMap((v) => dependents(tree, v.index, 'obj', 'obl'))
    .filter((w) => w.index < word.index);

/**
 * "Residents stay at home unless they are ill", "the ministry said it would": the subject of the clause above; of what is
 * done to somebody, the object ("rescued fishermen after they were found").
 */
function subjectsOver(tree: Tree, word: Word): readonly Word[] {
  let clause = headOf(tree, word.index);
  while (clause && isRel(clause, 'advcl', 'ccomp', 'conj', 'xcomp')) {
    const above = headOf(tree, clause.index);
    const before = (relation: string) =>
      above ? dependents(tree, above.index, relation).filter((w) => w.index < word.index) : [];
    const objects = word.deprel === 'nsubj:pass' && isRel(clause, 'advcl') ? before('obj') : [];
    if (objects.length) return objects;
    const told = above && controller(tree, clause, above);
    const subjects = told ? [told] : before('nsubj');
    if (subjects.length) return subjects;
    // "Arming Mali will hurt Chad and they will pay": a clause that is a subject is nobody, whom it hurts is somebody.
    if (before('csubj').length) return sufferers(tree, above!, word);
    clause = above;
  }
  return [];
}

/** The chains of those whom the place of a pronoun speaks for, or the number of a thing that it means rather. */
export function boundTo(reading: Reading, word: Word): Pick<Question, 'bound' | 'boundThing'> {
  const own = ownMentions(reading);
  const owns = word.deprel === 'nmod:poss';
  const honour = owns ? honoured(reading, word).find((w) => chainsOf(own, [w]).length) : undefined;
  const words = honour
    ? [honour]
    : owns
      ? ownersAbove(reading, word)
      : isRel(word, 'nsubj')
        ? subjectsOver(reading.tree, word)
        : [];
  const bound = new Set(chainsOf(own, words));
  const thing = bound.size ? undefined : words.find((w) => w.upos === 'NOUN' && (owns || isSomebody(reading, w)));
  return { bound, boundThing: thing ? (isPlural(thing) ? 'many' : 'one') : null };
}

/** Who does what a "himself" or "itself" is in: the nearest subject above it, if it is somebody named. */
export function subjectOf({ tree, mentions }: Reading, word: Word): Mention | null {
  for (let at = headOf(tree, word.index); at; at = headOf(tree, at.index)) {
    const subject = dependents(tree, at.index, 'nsubj').find((s) => s.index < word.index);
    if (!subject) continue;
    return mentions.findLast((m) => m.sentence === tree.sentence.index && m.head === subject.index) ?? null;
  }
  return null;
}

/** Is the word in a clause or phrase beside the main ones: of time or cause, relative, in apposition? */
export function isAside(tree: Tree, word: Word): boolean {
  for (let at: Word | null = word; at; at = headOf(tree, at.index))
    if (isRel(at, 'advcl', 'acl', 'appos', 'parataxis')) return true;
  return false;
}

/** Is a word that names no actor somebody all the same ("the driver", "participants agreed")? */
export function isSomebody(reading: Reading, word: Word): boolean {
  if (isIn(reading, 'human-noun', word.lemma)) return true;
  const verb = word.deprel === 'nsubj' && word.upos === 'NOUN' ? reading.tree.words[word.head] : undefined;
  return verb !== undefined && isPlural(word) && isIn(reading, 'acting-verb', verb.lemma);
}
