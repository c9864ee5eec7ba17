/** What the tree says of a predicate's places: voice, subject through control and sharing, object, prepositional phrases. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel, universal } from '../tree.ts';

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

/** Markers of a gerund clause whose subject is the object of the verb above ("accused Iran of arming"). */
const OBJECT_CONTROL_MARKS = new Set(['of', 'for', 'from', 'into', 'against', 'with']);

const MAX_STEPS = 12;

const children = (tree: Tree, i: number): Word[] => (tree.children[i] ?? []).map((c) => tree.words[c]!);

/**
 * "Mali severed ties with Niger", read as a name and a participle in front of a noun that is the root: the name that acts.
 * A noun phrase of that shape does not stand alone as a sentence.
 */
export function actingName(tree: Tree, v: number): Word | null {
  const noun = headOf(tree, v);
  const name = tree.words[v - 1];
  if (tree.words[v]!.deprel !== 'amod' || noun?.upos !== 'NOUN' || noun.head >= 0) return null;
  if (name?.upos !== 'PROPN' || name.head !== noun.index || !isRel(name, 'compound', 'nmod')) return null;
  return dependents(tree, noun.index, 'det', 'case', 'cop', 'nsubj').length ? null : name;
}

/** Is the predicate's grammatical subject the one it is done to? */
export function isPassive(tree: Tree, v: number): boolean {
  const word = tree.words[v]!;
  if (actingName(tree, v)) return false;
  const own = children(tree, v);
  if (own.some((w) => w.deprel === 'aux:pass' || w.deprel === 'nsubj:pass' || w.deprel === 'csubj:pass')) return true;
  if (word.xpos !== 'VBN') return false;
  // "soldiers held prisoner", "a man given a medal": a participle behind its noun may keep an object.
  if (word.deprel === 'acl' && !own.some((w) => w.deprel === 'nsubj' || w.deprel === 'aux')) return true;
  if (own.some((w) => w.deprel === 'aux' || w.deprel === 'nsubj' || w.deprel === 'obj')) return false;
  if (['acl', 'advcl', 'xcomp', 'amod'].includes(word.deprel)) return true;
  return word.deprel === 'conj' && word.head >= 0 && isPassive(tree, word.head);
}

/** The noun that a relative clause belongs to, for a verb in it (or coordinated with it). */
function antecedent(tree: Tree, v: number): number {
  let at = v;
  for (let step = 0; step < MAX_STEPS && at >= 0; step++) {
    const word = tree.words[at]!;
    if (word.deprel === 'acl:relcl') return word.head;
    if (!isRel(word, 'conj', 'xcomp', 'ccomp')) return -1;
    at = word.head;
  }
  return -1;
}

function resolveRelative(tree: Tree, v: number, word: Word): number {
  if (!RELATIVE.has(word.lemma)) return word.index;
  const noun = antecedent(tree, v);
  return noun < 0 ? word.index : noun;
}

/** A controlled clause: whose subject does "to attack" have in "ordered the army to attack"? */
function controller(tree: Tree, v: number, depth: number): number[] {
  const head = headOf(tree, v)!;
  const object = dependents(tree, head.index, 'obj', 'iobj')[0];
  const isNounOrAdjective = head.upos !== 'VERB' && head.upos !== 'AUX';
  if (object && !isNounOrAdjective && object.index < v) return [object.index];
  return surfaceSubjects(tree, head.index, depth + 1);
}

function adverbialSubject(tree: Tree, v: number, depth: number): number[] {
  const head = headOf(tree, v)!;
  const mark = dependents(tree, v, 'mark', 'case')[0]?.lemma;
  const object = dependents(tree, head.index, 'obj')[0];
  if (mark && OBJECT_CONTROL_MARKS.has(mark) && object && object.index < v) return [object.index];
  return surfaceSubjects(tree, head.index, depth + 1);
}

/** "plans to attack", "its decision to withdraw": the possessor of the noun, or the subject of the verb that has it. */
function subjectOfNounClause(tree: Tree, v: number, depth: number): number[] {
  const word = tree.words[v]!;
  const noun = headOf(tree, v)!;
  const marked = dependents(tree, v, 'mark', 'case').length > 0;
  if (word.xpos === 'VBN' || (word.xpos === 'VBG' && !marked)) return [noun.index];
  const owner = dependents(tree, noun.index, 'nmod:poss')[0];
  if (owner) return [owner.index];
  const governor = headOf(tree, noun.index);
  if (governor && isRel(noun, 'obj', 'obl', 'xcomp')) return surfaceSubjects(tree, governor.index, depth + 1);
  return [];
}

/** A bare name right before a main verb without a subject is its subject, whatever the parser calls it. */
function nameBefore(tree: Tree, v: number): number[] {
  const name = tree.words[v - 1];
  if (name?.upos !== 'PROPN' || name.head !== v || tree.words[v]!.upos !== 'VERB') return [];
  return dependents(tree, name.index, 'case').length ? [] : [name.index];
}

/** Words in the subject's place, found through coordination, control, participles and relatives. */
export function surfaceSubjects(tree: Tree, v: number, depth = 0): number[] {
  if (depth > MAX_STEPS) return [];
  const own = dependents(tree, v, 'nsubj', 'csubj').filter((w) => w.upos !== 'VERB' || w.deprel.startsWith('nsubj'));
  if (own.length) return own.map((w) => resolveRelative(tree, v, w));
  const word = tree.words[v]!;
  if (word.head < 0) return nameBefore(tree, v);
  if (word.deprel === 'acl:relcl') return [word.head];
  switch (universal(word.deprel)) {
    case 'conj':
      return surfaceSubjects(tree, word.head, depth + 1);
    case 'xcomp':
      return controller(tree, v, depth);
    case 'advcl':
      return adverbialSubject(tree, v, depth);
    case 'acl':
      return subjectOfNounClause(tree, v, depth);
    case 'amod':
      return [actingName(tree, v)?.index ?? word.head];
    case 'ccomp':
      // "said it was ready to talk": an "it" that the parser takes for a mere placeholder is who says so.
      return dependents(tree, v, 'expl').length ? surfaceSubjects(tree, word.head, depth + 1) : [];
    default:
      return [];
  }
}

/** "attacked and killed three soldiers": an object that coordinated verbs share. */
function sharedObject(tree: Tree, v: number): Word[] {
  const word = tree.words[v]!;
  if (word.deprel === 'conj' && word.head >= 0) {
    const shared = dependents(tree, word.head, 'obj').filter((w) => w.index > v);
    if (shared.length) return shared;
  }
  const next = dependents(tree, v, 'conj').find((w) => w.upos === 'VERB');
  const between = next
    ? children(tree, v).some((w) => w.index > v && w.index < next.index && !isRel(w, 'advmod'))
    : true;
  return next && !between ? dependents(tree, next.index, 'obj').filter((w) => w.index > next.index) : [];
}

/** "telephoned the king": one who is spoken to, where nothing is said or given, is the object. */
const soleReceiver = (tree: Tree, v: number): Word[] =>
  dependents(tree, v, 'ccomp', 'xcomp').length ? [] : dependents(tree, v, 'iobj');

function activeObjects(tree: Tree, v: number): number[] {
  if (actingName(tree, v)) return [tree.words[v]!.head];
  const own = dependents(tree, v, 'obj');
  if (own.length) return own.map((w) => resolveRelative(tree, v, w));
  const shared = [...sharedObject(tree, v), ...soleReceiver(tree, v)];
  if (shared.length) return shared.map((w) => w.index);
  const word = tree.words[v]!;
  const hasSubject = dependents(tree, v, 'nsubj').some((w) => !RELATIVE.has(w.lemma));
  return word.deprel === 'acl:relcl' && hasSubject && !dependents(tree, v, 'ccomp', 'xcomp').length ? [word.head] : [];
}

/** The one it is done to: object, or subject of a passive. */
export function logicalObjects(tree: Tree, v: number): number[] {
  if (!isPassive(tree, v)) return activeObjects(tree, v);
  return surfaceSubjects(tree, v);
}

/** Prepositions of a passive's phrases under which the parser may hang the agent: "was threatened with war by Mali". */
const BEFORE_AGENT = new Set(['to', 'with', 'for', 'on', 'against', 'from']);

function agents(tree: Tree, v: number): number[] {
  const phrases = dependents(tree, v, 'obl', 'nmod');
  const own = phrases.filter((w) => w.deprel === 'obl:agent' || caseOf(tree, w.index) === 'by');
  // "granted by Mali to three officers": the parser may take the second phrase for an agent, too.
  const by = own.filter((w) => caseOf(tree, w.index) === 'by');
  if (by.length) return by.map((w) => w.index);
  if (own.length || !dependents(tree, v, 'aux:pass').length) return own.map((w) => w.index);
  return phrases
    .filter((w) => w.index > v && BEFORE_AGENT.has(caseOf(tree, w.index) ?? ''))
    .filter((w) => !dependents(tree, w.index, 'det', 'nummod').length)
    .flatMap((w) => dependents(tree, w.index, 'nmod'))
    .filter((w) => caseOf(tree, w.index) === 'by')
    .map((w) => w.index);
}

/** "an act *Mali* branded as piracy": the parser takes the subject of a bare relative clause for an apposition. */
function bareSubjects(tree: Tree, v: number): number[] {
  const at = tree.words[v]!;
  if (at.deprel !== 'acl' || !(at.xpos === 'VBN' || at.xpos === 'VBD')) return [];
  const near = dependents(tree, at.head, 'appos').filter((w) => w.upos === 'PROPN' && w.index < v);
  const isNext = near.some((w) => w.index === v - 1) && tree.words[near[0]!.index - 1]!.upos !== 'PUNCT';
  return isNext ? near.map((w) => w.index) : [];
}

/** The one who does it: subject, or agent of a passive. */
export function logicalSubjects(tree: Tree, v: number): number[] {
  const found = isPassive(tree, v) ? agents(tree, v) : surfaceSubjects(tree, v);
  return found.length ? found : bareSubjects(tree, v);
}

/** "ill-treatment at the hands of the army" */
const atHandsOf = (tree: Tree, i: number): number[] =>
  dependents(tree, i, 'obl', 'nmod')
    .filter((w) => w.form.toLowerCase() === 'hands' && caseOf(tree, w.index) === 'at')
    .flatMap((w) => dependents(tree, w.index, 'nmod'))
    .filter((w) => caseOf(tree, w.index) === 'of')
    .map((w) => w.index);

/** Nouns under `i` in a phrase with this preposition ("toward" meets "towards"). */
export function prepositional(tree: Tree, i: number, preposition: string): number[] {
  const found: number[] = preposition === 'by' ? atHandsOf(tree, i) : [];
  for (const word of children(tree, i)) {
    if (!isRel(word, 'obl', 'nmod', 'advmod', 'conj', 'xcomp', 'obj')) continue;
    const marker = caseOf(tree, word.index);
    if (marker === null) continue;
    const markers = dependents(tree, word.index, 'case').map((c) => c.lemma);
    const isOutOf = marker === 'out of' || (markers[0] === 'out' && markers[1] === 'of');
    if (preposition === 'from' && isOutOf) found.push(word.index);
    else if (marker === `${preposition}s` || marker.startsWith(`${preposition} `) || markers.includes(preposition)) {
      found.push(RELATIVE.has(word.lemma) ? resolveRelative(tree, i, word) : word.index);
    }
  }
  return found;
}

/** Heads of the clauses that depend on a predicate: complements, and gerunds after a preposition. */
export function clauses(tree: Tree, v: number, ...relations: string[]): number[] {
  const comp = relations.includes('comp');
  const own = children(tree, v).filter((w) => isRel(w, ...relations) || (comp && isComplement(tree, w)));
  return [...own, ...(comp && !own.length ? hungOnObject(tree, v) : [])].map((w) => w.index);
}

/** "ordered the envoys *to leave*": the parser may hang the infinitive on the object. */
const hungOnObject = (tree: Tree, v: number): Word[] =>
  dependents(tree, v, 'obj').flatMap((object) =>
    dependents(tree, object.index, 'acl').filter(
      (w) => w.xpos === 'VB' && dependents(tree, w.index, 'mark').some((m) => m.lemma === 'to'),
    ),
  );

function isComplement(tree: Tree, word: Word): boolean {
  if (isRel(word, 'xcomp', 'ccomp')) return true;
  if (word.deprel === 'acl' && word.xpos !== 'VBN') return true;
  return (
    word.deprel === 'advcl' &&
    dependents(tree, word.index, 'mark', 'case').some((m) => OBJECT_CONTROL_MARKS.has(m.lemma) || m.lemma === 'to')
  );
}

/** `i` and what is coordinated with it. */
export function withConjuncts(tree: Tree, i: number): number[] {
  const found = [i];
  for (let k = 0; k < found.length && found.length < 40; k++) {
    for (const w of dependents(tree, found[k]!, 'conj')) found.push(w.index);
  }
  return found;
}
