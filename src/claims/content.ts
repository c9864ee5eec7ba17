/** What was said: the words of a cue's content, found in the slots that the lexicon gives the cue. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel, reach, subtree, universal } from '../tree.ts';
import { type Cue, isIn, type Slot, type SpeechLexicon } from './lexicon.ts';
import { isPassiveVerb } from './speaker.ts';

/** Indexes of the content's words, and the slot they were found in; empty where the slot is not filled. */
export interface Filled {
  readonly slot: string;
  readonly words: readonly number[];
}

const children = (tree: Tree, i: number): Word[] => (tree.children[i] ?? []).map((c) => tree.words[c]!);

const opener = (tree: Tree, i: number): Word | undefined => {
  const [first] = subtree(tree, i);
  return first === undefined ? undefined : tree.words[first];
};

const isInfinitive = (tree: Tree, i: number): boolean =>
  dependents(tree, i, 'mark').some((m) => m.lemma === 'to') && !dependents(tree, i, 'nsubj').length;

const hasMark = (tree: Tree, i: number, ...lemmas: string[]): boolean =>
  dependents(tree, i, 'mark', 'case').some((m) => lemmas.includes(m.lemma));

const isGerund = (tree: Tree, w: Word): boolean =>
  w.xpos === 'VBG' && !dependents(tree, w.index, 'aux', 'nsubj', 'cop').length;

/** "dismissed the claim *that the ship was armed*", where the clause was hung on the verb. */
function clauseAfterNoun(tree: Tree, n: number): number[] {
  const that = tree.words[n + 1];
  if (that?.lemma !== 'that' || that.deprel !== 'mark') return [];
  const clause = tree.words[that.head]!;
  return clause.head === tree.words[n]!.head ? [clause.index] : [];
}

/** "allegations *the minister took bribes*": taken for a relative clause, but nothing is missing in it. */
const isFullClause = (tree: Tree, w: Word, lexicon: SpeechLexicon): boolean =>
  w.deprel === 'acl:relcl' &&
  !dependents(tree, w.index, 'nsubj', 'obj', 'obl').some((d) => isIn(lexicon, 'relative-pronoun', d.lemma)) &&
  dependents(tree, w.index, 'nsubj').length > 0 &&
  dependents(tree, w.index, 'obj', 'xcomp', 'ccomp').length > 0;

/** Complement clauses, with the indirect questions that a parser may have taken for adverbial ones. */
function clause(tree: Tree, v: number, lexicon: SpeechLexicon): number[] {
  const own = children(tree, v);
  const plain = own.filter((w) => w.deprel === 'ccomp' && !isGerund(tree, w)).map((w) => w.index);
  if (plain.length) return plain;
  const follows = tree.words[v]!.upos === 'NOUN' ? clauseAfterNoun(tree, v) : [];
  if (follows.length) return follows;
  const full = tree.words[v]!.upos === 'NOUN' ? own.find((w) => isFullClause(tree, w, lexicon)) : undefined;
  if (full) return [full.index];
  const indirect = own.find(
    (w) =>
      isRel(w, 'advcl', 'acl', 'xcomp') &&
      w.index > v &&
      (hasMark(tree, w.index, 'that') || isIn(lexicon, 'clause-opener', opener(tree, w.index)?.lemma ?? '')),
  );
  if (indirect && !hasMark(tree, indirect.index, 'when', 'if', 'as')) return [indirect.index];
  return [];
}

/** "The bridge, officials said, was destroyed": between commas, with a subject of its own and nothing else. */
function isAside(tree: Tree, v: number, lexicon: SpeechLexicon): boolean {
  const { first, last } = reach(tree, v);
  const subject = dependents(tree, v, 'nsubj')[0];
  const between =
    tree.words[first - 1]?.form === ',' && (tree.words[last + 1]?.form === ',' || tree.words[last]!.form === ',');
  return (
    between &&
    isRel(tree.words[v]!, 'acl', 'advcl') &&
    !!subject &&
    !isIn(lexicon, 'relative-pronoun', subject.lemma) &&
    !dependents(tree, v, 'obj', 'mark').length
  );
}

/** The clause around an aside, without it. */
function around(tree: Tree, v: number): number[] {
  let top = tree.words[v]!.head;
  while (tree.words[top]!.head >= 0 && !isRel(tree.words[top]!, 'ccomp', 'parataxis', 'conj'))
    top = tree.words[top]!.head;
  const under = new Set(subtree(tree, v));
  return subtree(tree, top).filter((i) => !under.has(i));
}

/** "X, officials said": the cue stands beside the clause that it reports. */
function host(tree: Tree, v: number, lexicon: SpeechLexicon): number[] {
  const word = tree.words[v]!;
  if (word.head < 0 || !(isRel(word, 'parataxis') || isAside(tree, v, lexicon))) return [];
  if (isAside(tree, v, lexicon)) return around(tree, v);
  const under = new Set(subtree(tree, v));
  return subtree(tree, word.head).filter((i) => !under.has(i));
}

const beside = (tree: Tree, v: number): number[] =>
  children(tree, v)
    .filter((w) => w.deprel === 'parataxis' && w.index > v)
    .slice(0, 1)
    .map((w) => w.index);

function objects(tree: Tree, v: number): Word[] {
  if (isPassiveVerb(tree, v)) return dependents(tree, v, 'nsubj');
  return children(tree, v).filter((w) => w.deprel === 'obj');
}

function complements(tree: Tree, v: number): Word[] {
  return children(tree, v).filter(
    (w) => w.index > v && (isRel(w, 'xcomp', 'ccomp') || (isRel(w, 'advcl') && isInfinitive(tree, w.index))),
  );
}

/** "denied *attacking*", "denied *having attacked*" */
const isOfGerund = (tree: Tree, w: Word): boolean =>
  w.xpos === 'VBG' || dependents(tree, w.index, 'aux').some((a) => a.xpos === 'VBG');

/** "called for the army *to leave*" */
const infinitivesAfter = (tree: Tree, v: number, at: number): number[] =>
  complements(tree, v)
    .filter((w) => w.index > at && isInfinitive(tree, w.index))
    .map((w) => w.index);

function prepositional(tree: Tree, v: number, preposition: string): number[] {
  const at = [v, ...dependents(tree, v, 'obj', 'compound').map((w) => w.index)];
  for (const i of at) {
    for (const w of children(tree, i)) {
      const nominal = isRel(w, 'obl', 'nmod', 'xcomp') && caseOf(tree, w.index) === preposition;
      const gerund = isRel(w, 'advcl', 'acl', 'ccomp', 'xcomp') && w.index > v && hasMark(tree, w.index, preposition);
      if (nominal || gerund) return [w.index, ...(preposition === 'for' ? infinitivesAfter(tree, v, w.index) : [])];
    }
  }
  return [];
}

/** A clause's words without the preposition or mark that opens it. */
function bare(tree: Tree, head: number): number[] {
  const words = subtree(tree, head);
  const dropped = new Set(
    children(tree, head)
      .filter((w) => isRel(w, 'case', 'mark') && w.index < head && w.lemma !== 'that' && w.lemma !== 'to')
      .flatMap((w) => subtree(tree, w.index)),
  );
  return words.filter((i) => !dropped.has(i));
}

const whole = (tree: Tree, heads: readonly number[]): number[] => heads.flatMap((h) => subtree(tree, h));

/** "…, adding that": a participle of speech after a comma goes on for the speaker and is no part of what was said. */
function withoutParticiples(
  tree: Tree,
  words: readonly number[],
  v: number,
  lexicon: SpeechLexicon,
): readonly number[] {
  const gone = new Set<number>();
  for (const i of words) {
    const w = tree.words[i]!;
    if (
      i > v &&
      w.xpos === 'VBG' &&
      isIn(lexicon, 'participle-of-speech', w.lemma) &&
      isRel(w, 'advcl', 'ccomp', 'parataxis', 'conj', 'acl') &&
      tree.words[i - 1]?.form === ','
    ) {
      for (const k of subtree(tree, i)) gone.add(k);
    }
  }
  return gone.size ? words.filter((i) => !gone.has(i)) : words;
}

/** Object and predicate together: "called it a disgrace", "want Iran to stop", "expects talks to resume". */
function small(tree: Tree, v: number): number[] {
  const object = objects(tree, v)[0];
  const complement = complements(tree, v).find(
    (w) => w.deprel === 'xcomp' || isInfinitive(tree, w.index) || w.upos !== 'VERB',
  );
  if (!complement) return [];
  return whole(tree, object ? [object.index, complement.index] : [complement.index]);
}

function asPhrase(tree: Tree, v: number): number[] {
  const object = objects(tree, v)[0];
  const as = prepositional(tree, v, 'as');
  return as.length ? whole(tree, object ? [object.index, ...as] : as) : [];
}

/** Everything after the cue in its clause, where the parser did not see how it hangs together ("called half of them 'liars'"). */
function after(tree: Tree, v: number): number[] {
  const own = children(tree, v).filter((w) => w.index > v);
  if (!own.some((w) => isRel(w, 'obj', 'iobj', 'ccomp', 'xcomp'))) return [];
  const apart = new Set(
    own.filter((w) => isRel(w, 'conj', 'cc', 'nsubj', 'advcl')).flatMap((w) => subtree(tree, w.index)),
  );
  return subtree(tree, v).filter((i) => i > v && !apart.has(i));
}

/** What is said of the object: "criticized her *for* …", "cited it *as* …". */
function ofObject(tree: Tree, v: number, object: Word, lexicon: SpeechLexicon): number[] {
  return children(tree, v)
    .filter((w) => w.index > object.index && isRel(w, 'obl', 'advcl'))
    .filter((w) => isIn(lexicon, 'object-preposition', dependents(tree, w.index, 'mark', 'case')[0]?.lemma ?? ''))
    .flatMap((w) => subtree(tree, w.index));
}

type Finder = (tree: Tree, v: number, slot: Slot, lexicon: SpeechLexicon) => readonly number[];

const FINDERS: Readonly<Record<string, Finder>> = {
  clause: (tree, v, _, lexicon) => whole(tree, clause(tree, v, lexicon)),
  parataxis: (tree, v) => whole(tree, beside(tree, v)),
  obj: (tree, v, slot, lexicon) => {
    const object = objects(tree, v).find((w) => !isIn(lexicon, 'relative-pronoun', w.lemma));
    if (!object || (slot.of === 'alone' && complements(tree, v).length)) return [];
    return [...subtree(tree, object.index), ...ofObject(tree, v, object, lexicon)];
  },
  after,
  inf: (tree, v) =>
    whole(
      tree,
      complements(tree, v)
        .filter((w) => isInfinitive(tree, w.index))
        .map((w) => w.index),
    ),
  ger: (tree, v, slot) => {
    if (slot.of) return prepositional(tree, v, slot.of).flatMap((h) => bare(tree, h));
    return whole(
      tree,
      complements(tree, v)
        .filter((w) => isOfGerund(tree, w))
        .map((w) => w.index),
    );
  },
  prep: (tree, v, slot) => prepositional(tree, v, slot.of!).flatMap((h) => bare(tree, h)),
  small,
  as: asPhrase,
  xcomp: (tree, v) => {
    const to = complements(tree, v)[0];
    const subject = dependents(tree, v, 'nsubj')[0];
    return to ? whole(tree, subject && subject.lemma !== 'it' ? [subject.index, to.index] : [to.index]) : [];
  },
};

/** Where the parser found no clause: what follows the cue, else what stands before its subject. Only for plain verbs of saying. */
function rest(tree: Tree, v: number): number[] {
  const under = subtree(tree, v);
  const own = children(tree, v);
  const beside = own.filter(
    (w) => isRel(w, 'nsubj', 'aux', 'advmod', 'mark', 'cc', 'iobj', 'obl') && !hasVerb(tree, w.index),
  );
  const apart = new Set([v, ...beside.flatMap((w) => subtree(tree, w.index))]);
  const after = under.filter((i) => i > v && !apart.has(i) && tree.words[i]!.upos !== 'PUNCT');
  if (after.some((i) => tree.words[i]!.upos === 'VERB' || tree.words[i]!.upos === 'AUX'))
    return under.filter((i) => i > v && !apart.has(i));
  const subject = dependents(tree, v, 'nsubj')[0];
  const start = subject && subject.index < v ? reach(tree, subject.index).first : v;
  const word = tree.words[v]!;
  const scope =
    word.head < 0 || !['obj', 'acl', 'nsubj'].includes(universal(word.deprel)) ? tree.words.map((w) => w.index) : under;
  const before = scope.filter((i) => i < start);
  return tree.words[start - 1]?.form === ',' && before.some((i) => ['VERB', 'AUX'].includes(tree.words[i]!.upos))
    ? before
    : [];
}

const hasVerb = (tree: Tree, i: number): boolean =>
  subtree(tree, i).some((k) => ['VERB', 'AUX'].includes(tree.words[k]!.upos));

/** The first filled slot of a cue. For a noun, clauses hang on it as `acl` and phrases as `nmod`. */
export function contentOf(tree: Tree, v: number, cue: Cue, lexicon: SpeechLexicon): Filled | null {
  for (const slot of cue.slots) {
    const words = FINDERS[slot.name]?.(tree, v, slot, lexicon) ?? [];
    if (words.length)
      return {
        slot: slot.name,
        words: withoutParticiples(
          tree,
          words.filter((i) => i !== v),
          v,
          lexicon,
        ),
      };
  }
  const above = cue.slots.some((s) => s.name === 'clause') && cue.kind !== 'wants' ? host(tree, v, lexicon) : [];
  if (above.length) return { slot: 'clause', words: above };
  const left =
    cue.kind === 'says' && cue.slots[0]?.name === 'clause' && isIn(lexicon, 'plain-speech', tree.words[v]!.lemma)
      ? rest(tree, v)
      : [];
  return left.length ? { slot: 'rest', words: withoutParticiples(tree, left, v, lexicon) } : null;
}
