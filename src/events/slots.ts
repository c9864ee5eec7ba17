/** From the slots of a frame to words of the sentence. */
import type { Tree } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import { clauses, isPassive, logicalObjects, logicalSubjects, prepositional, withConjuncts } from './grammar.ts';
import type { EventLexicon, Slot } from './lexicon.ts';

/** A predicate in its place: for a noun governed by a light verb ("launched an attack"), the verb too. */
export interface Site {
  readonly tree: Tree;
  readonly lexicon: EventLexicon;
  readonly word: number;
  readonly noun: boolean;
  /** The light verb that governs the noun, or -1. */
  readonly light: number;
  /** The predicate's other words ("lawsuit" of "file a lawsuit"): none of them is a party by itself. */
  readonly own?: readonly number[];
}

/** "the last of its troops *from Mali*": what a word that counts is of. */
const countedBy = (tree: Tree, lexicon: EventLexicon, word: number): number[] =>
  lexicon.inClass('transparent', tree.words[word]!.lemma)
    ? dependents(tree, word, 'nmod').flatMap((w) => (caseOf(tree, w.index) === 'of' ? [w.index] : []))
    : [];

/** Where a prepositional phrase of this predicate may hang: on it, on its object, on its light verb and that verb's object. */
function attachmentSites({ tree, lexicon, word, noun, light }: Site): number[] {
  const sites = [word];
  if (!noun)
    sites.push(
      ...logicalObjects(tree, word)
        .flatMap((w) => withConjuncts(tree, w))
        .flatMap((w) => [w, ...countedBy(tree, lexicon, w)]),
      ...dependents(tree, word, 'xcomp')
        .filter((w) => w.upos !== 'VERB')
        .map((w) => w.index),
      // "hand the islands back *to Mali*"
      ...dependents(tree, word, 'advmod')
        .filter((w) => lexicon.inClass('direction-adverb', w.lemma))
        .map((w) => w.index),
    );
  if (light >= 0) sites.push(light);
  const head = headOf(tree, word);
  // A phrase after the last of several coordinated predicates often belongs to all of them.
  if (!noun)
    for (const w of dependents(tree, word, 'conj'))
      if (w.upos === 'VERB' && !logicalObjects(tree, word).length) sites.push(w.index);
  if (noun && light < 0 && head && isRel(tree.words[word]!, 'obj', 'nsubj:pass')) sites.push(head.index);
  // "praise for Mali came from Niger"
  if (
    noun &&
    light < 0 &&
    head &&
    tree.words[word]!.deprel === 'nsubj' &&
    lexicon.lightRoles(head.lemma).includes('existential')
  )
    sites.push(head.index);
  return [...new Set(sites)];
}

/** "Mali is in breach of …", "under attack by …": the subject of a noun that is the predicate behind a preposition. */
function predicateSubjects(tree: Tree, noun: number, lexicon: EventLexicon): number[] {
  const at = tree.words[noun]!;
  // "walked out in protest", "in retaliation for"
  if (isRel(at, 'obl') && caseOf(tree, noun) === 'in' && lexicon.inClass('manner-noun', at.lemma))
    return logicalSubjects(tree, at.head);
  const inState =
    dependents(tree, noun, 'cop').length > 0 &&
    dependents(tree, noun, 'case').some((c) => c.lemma === 'in' || c.lemma === 'under');
  return inState ? logicalSubjects(tree, noun) : [];
}

/** Who says it: the subject of the verb that the predicate's clause is the content of ("…, said the army"). */
function speakers(tree: Tree, word: number): number[] {
  for (let at = tree.words[word]!; at.head >= 0; at = tree.words[at.head]!) {
    if (isRel(at, 'ccomp')) return logicalSubjects(tree, at.head);
    const saying = dependents(tree, at.index, 'parataxis').find((w) => w.upos === 'VERB');
    if (saying) return logicalSubjects(tree, saying.index);
    if (!isRel(at, 'conj', 'xcomp', 'advcl', 'parataxis')) break;
  }
  const root =
    tree.words[word]!.head < 0 ? dependents(tree, word, 'parataxis').find((w) => w.upos === 'VERB') : undefined;
  return root ? logicalSubjects(tree, root.index) : [];
}

function nounSlot({ tree, word, light, lexicon }: Site, slot: Slot): number[] | null {
  switch (slot) {
    case 'poss':
      return dependents(tree, word, 'nmod:poss').map((w) => w.index);
    case 'mod':
      return dependents(tree, word, 'amod', 'compound', 'nmod:unmarked', 'nmod:desc').map((w) => w.index);
    case 'subj':
      return light >= 0 ? logicalSubjects(tree, light) : predicateSubjects(tree, word, lexicon);
    case 'obj':
      return [];
    default:
      return null;
  }
}

/** The thing that somebody is given, of a passive that keeps its object. */
const isGiven = (tree: Tree, at: number, verb: number): boolean =>
  tree.words[at]!.head === verb && isRel(tree.words[at]!, 'obj');

/** "was granted to a poet and his family *by Mali*": an agent that the parser hangs on a phrase that nobody does anything by. */
const lowAgents = (tree: Tree, verb: number, lexicon: EventLexicon): number[] =>
  dependents(tree, verb, 'obj', 'obl', 'xcomp')
    .filter((w) => w.index > verb && w.upos !== 'VERB')
    .flatMap((w) => withConjuncts(tree, w.index))
    // "was promised loans by Mali": nobody lends by somebody.
    .filter(
      (at) =>
        isGiven(tree, at, verb) || lexicon.sensesOf('noun', tree.words[at]!.lemma).every((s) => s.rest.length > 0),
    )
    .flatMap((at) => dependents(tree, at, 'nmod', 'obl'))
    .filter((w) => caseOf(tree, w.index) === 'by')
    .map((w) => w.index);

function verbSlot({ tree, word, lexicon }: Site, slot: Slot): number[] | null {
  switch (slot) {
    case 'subj': {
      const found = logicalSubjects(tree, word);
      return found.length || !isPassive(tree, word) ? found : lowAgents(tree, word, lexicon);
    }
    case 'obj':
      return logicalObjects(tree, word);
    case 'poss':
    case 'mod':
      return [];
    default:
      return null;
  }
}

function subjectsOfClauses(tree: Tree, word: number): number[] {
  return clauses(tree, word, 'comp').flatMap((clause) => {
    const subjects = dependents(tree, clause, 'nsubj').map((w) => w.index);
    return subjects.length ? subjects : dependents(tree, word, 'obj').map((w) => w.index);
  });
}

/** "an attack on soldiers by rebels", "missiles fired by the army": phrases that the parser hangs on a noun or participle below. */
function prepositionalAround(site: Site, preposition: string): number[] {
  const { tree, lexicon, word, noun } = site;
  // "the arrest by police … was confirmed by the ministry": a noun's own phrase goes before its verb's.
  const own = noun || preposition === 'of' ? prepositional(tree, word, preposition) : [];
  // "the bombing … was condemned by Mali": the agent of a passive does what the verb says, not what its subject names.
  const isOthers = (at: number): boolean =>
    preposition === 'by' && noun && site.light < 0 && at !== word && tree.words[word]!.deprel === 'nsubj:pass';
  const sites = attachmentSites(site).filter((at) => !isOthers(at));
  const found = own.length ? own : sites.flatMap((at) => prepositional(tree, at, preposition));
  if (!found.length && noun && preposition === 'of') return behindAgent(tree, word);
  if (!found.length && !noun && preposition === 'with') return behindTopic(site);
  if (found.length || !noun || !lexicon.inClass('often-low-preposition', preposition)) return found;
  if (preposition === 'by') {
    const done = dependents(tree, word, 'acl').filter(
      (w) => w.xpos === 'VBN' && lexicon.inClass('carrying-out', w.lemma),
    );
    if (done.length) return done.flatMap((w) => prepositional(tree, w.index, 'by'));
  }
  // "condemnation of the raid from Mali", but not "a ban on goods from Mali"
  const low = dependents(tree, word, 'nmod').filter((w) => preposition !== 'from' || caseOf(tree, w.index) === 'of');
  return low.flatMap((w) => prepositional(tree, w.index, preposition));
}

/** "the arrest by police *of two traders*": the parser hangs on the agent what is said of the deed. */
const behindAgent = (tree: Tree, word: number): number[] =>
  dependents(tree, word, 'nmod')
    .filter((w) => caseOf(tree, w.index) === 'by')
    .flatMap((w) => prepositional(tree, w.index, 'of'));

/** "shared intelligence on the bombers *with Mali*": the parser hangs on what it is about whom it is shared with. */
const behindTopic = ({ tree, word, lexicon }: Site): number[] =>
  [word, ...dependents(tree, word, 'obj').map((w) => w.index)]
    .flatMap((at) => dependents(tree, at, 'obl', 'nmod'))
    .filter(
      (w) => w.index > word && w.upos === 'NOUN' && !lexicon.inClass('clause-of-its-own', caseOf(tree, w.index) ?? ''),
    )
    .filter(
      (w) =>
        lexicon.sensesOf('noun', w.lemma).every((s) => s.rest.length > 0) && !lexicon.inClass('relation-word', w.lemma),
    )
    .flatMap((w) => prepositional(tree, w.index, 'with'));

/** "send Mali surface-to-air missiles": a bare name right behind the verb is often read as part of the thing that is given. */
function receivers(tree: Tree, word: number): number[] {
  const own = dependents(tree, word, 'iobj').map((w) => w.index);
  if (own.length) return own;
  const next = tree.words[word + 1];
  const object = dependents(tree, word, 'obj')[0];
  if (!next || !object || next.upos !== 'PROPN' || next.deprel !== 'compound' || next.head !== object.index) return [];
  return object.upos === 'NOUN' && !/^\p{Lu}+$/u.test(next.form) ? [next.index] : [];
}

function oneStep(site: Site, slot: Slot): number[] {
  const { tree, word } = site;
  const special = site.noun ? nounSlot(site, slot) : verbSlot(site, slot);
  if (special) return special;
  switch (slot) {
    case 'iobj':
      return receivers(tree, word);
    case 'pred':
      return dependents(tree, word, 'xcomp')
        .filter((w) => w.upos !== 'VERB')
        .map((w) => w.index);
    case 'speaker':
      return speakers(tree, word);
    case 'comp':
      return subjectsOfClauses(tree, word);
    case 'xcomp':
    case 'ccomp':
    case 'acl':
      return clauses(tree, word, slot);
    default:
      return prepositionalAround(site, slot);
  }
}

/** Phrases with a preposition anywhere under the predicate, but not in a clause that stands on its own. */
function within(tree: Tree, word: number, preposition: string): number[] {
  const found: number[] = [];
  const stack = [word];
  while (stack.length) {
    for (const child of tree.children[stack.pop()!] ?? []) {
      const w = tree.words[child]!;
      if (child < word || w.deprel === 'acl:relcl' || isRel(w, 'ccomp', 'parataxis', 'conj')) continue;
      if (isRel(w, 'obl', 'nmod') && caseOf(tree, child) === preposition) found.push(child);
      stack.push(child);
    }
  }
  return found.sort((a, b) => a - b);
}

/** What hangs on the predicate, and phrases behind its object that the parser may have hung one noun too low. */
function parts({ tree, word, noun }: Site): number[] {
  const own = tree.children[word] ?? [];
  const behind = noun
    ? []
    : dependents(tree, word, 'obj').flatMap((o) => dependents(tree, o.index, 'nmod').filter((w) => w.index > o.index));
  return [...own, ...behind.filter((w) => caseOf(tree, w.index) !== 'of').map((w) => w.index)];
}

/** The clauses that a condition on "comp", "xcomp" or "ccomp" looks at; the words of any other slot. */
export function wordsForCondition(site: Site, slot: Slot): number[] {
  if (slot === 'comp') return clauses(site.tree, site.word, 'comp');
  if (slot === 'part') return parts(site);
  return wordsOfSlot(site, slot);
}

/** A verb, or a gerund that has an object of its own ("stopped bombing Mali"). */
const governs = (tree: Tree, word: number): boolean =>
  tree.words[word]!.upos === 'VERB' || dependents(tree, word, 'obj').length > 0;

/** Words that stand in a slot; "obj.of" goes on inside what stands in "obj". */
export function wordsOfSlot(site: Site, slot: Slot): number[] {
  const steps = slot.split('.');
  if (steps[0] === 'within') return within(site.tree, site.word, steps[1]!);
  let found = oneStep(site, steps[0]!);
  for (const step of steps.slice(1)) {
    const counted =
      steps[0] === 'obj' || steps[0] === 'subj' ? found.flatMap((w) => countedBy(site.tree, site.lexicon, w)) : [];
    found = [...found, ...counted].flatMap((word) =>
      oneStep({ ...site, word, noun: !governs(site.tree, word), light: -1 }, step),
    );
  }
  const own = slot === 'obj' ? (site.own ?? []) : [];
  return [...new Set(found)].filter((w) => w !== site.word && !own.includes(w));
}
