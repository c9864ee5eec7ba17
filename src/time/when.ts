/** When an event is told to have been: the date that belongs to its predicate in the tree. */
import type { Article, DateMention, Reality, Tree, When, Word } from '../nouns.ts';
import { dependents, headOf, isRel } from '../tree.ts';

/** The word of the tree that a date expression hangs by: the one whose head lies outside of it. */
function hookOf(tree: Tree, date: DateMention): Word | null {
  const inside = tree.words.filter((w) => w.from < date.to && date.from < w.to);
  return inside.find((w) => w.head < 0 || !inside.some((o) => o.index === w.head)) ?? inside[0] ?? null;
}

const CLAUSE = ['ccomp', 'advcl', 'acl', 'parataxis', 'csubj', 'root'];

const isVerbal = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX';

/** The predicate that a date qualifies: up from its hook through nouns, to the first verb or clause. */
function predicateOf(tree: Tree, hook: Word): number {
  let at: Word | null = headOf(tree, hook.index);
  for (let step = 0; at && step < tree.words.length; step++) {
    if (isVerbal(at) || isRel(at, ...CLAUSE) || at.head < 0) return at.index;
    at = headOf(tree, at.index);
  }
  return tree.root;
}

/** Predicates that share their time with this one: those it is coordinated with, its noun's light verb, its own clause. */
function sharing(tree: Tree, word: number): number[] {
  const found = [word];
  let at = tree.words[word]!;
  for (let step = 0; step < 6 && at.head >= 0; step++) {
    const through = isVerbal(at)
      ? isRel(at, 'conj', 'xcomp') ||
        (isRel(at, 'advcl') && at.xpos === 'VBG' && !dependents(tree, at.index, 'mark').length)
      : isRel(at, 'nsubj', 'obj', 'obl', 'nmod', 'conj', 'xcomp', 'compound', 'appos', 'amod') && !isBefore(tree, at);
    if (!through) break;
    found.push(at.head);
    at = tree.words[at.head]!;
  }
  for (const w of dependents(tree, word, 'conj', 'xcomp')) found.push(w.index);
  for (const w of dependents(tree, word, 'advcl'))
    if (w.xpos === 'VBG' && !dependents(tree, w.index, 'mark').length) found.push(w.index);
  return found;
}

/** "after the attack", "before the talks": another time than the clause's. */
const isBefore = (tree: Tree, word: Word): boolean =>
  dependents(tree, word.index, 'case').some((c) =>
    /^(?:after|before|since|until|following|despite|over|amid|ahead)$/.test(c.lemma),
  );

const AFTER = new Set(['after', 'before', 'since', 'until', 'by', 'prior', 'from', 'till', 'following']);

/** Does a preposition say that the event was not on that date but after or before it? */
const isBound = (tree: Tree, hook: Word): boolean =>
  dependents(tree, hook.index, 'case', 'mark').some((c) => AFTER.has(c.lemma));

function tellsNow(tree: Tree, word: number): boolean {
  const verb = isVerbal(tree.words[word]!) ? tree.words[word]! : headOf(tree, word);
  if (!verb) return tree.sentence.kind === 'headline';
  const auxiliaries = dependents(tree, verb.index, 'aux', 'aux:pass', 'cop');
  if (auxiliaries.some((a) => a.lemma === 'will' || a.lemma === 'would')) return false;
  const finite = auxiliaries[0] ?? verb;
  if (finite.xpos === 'VBZ' || finite.xpos === 'VBP') return true;
  const root = tree.words[tree.root]!;
  return verb.index !== root.index && (root.xpos === 'VBZ' || root.xpos === 'VBP') && verb.xpos === 'VBG';
}

/** The report's time. Said dates go first; a clause in the present or perfect tense of dated news is of the day, implied. */
export function whenOf(
  tree: Tree,
  word: number,
  dates: readonly DateMention[],
  article: Article,
  reality: Reality,
): When | null {
  const own = dates.filter((d) => d.sentence === tree.sentence.index && d.days);
  const shared = sharing(tree, word);
  let best: { date: DateMention; rank: number } | null = null;
  for (const date of own) {
    const hook = hookOf(tree, date);
    if (!hook || isBound(tree, hook)) continue;
    const at = hook.index === word ? word : predicateOf(tree, hook);
    const direct = headOf(tree, hook.index)?.index === word ? 0 : shared.indexOf(at) + 1;
    const rank = direct === 0 ? (headOf(tree, hook.index)?.index === word ? 0 : -1) : direct;
    if (rank >= 0 && (!best || rank < best.rank)) best = { date, rank };
  }
  if (best) return { ...best.date.days!, text: best.date.text, implied: false };
  if (!article.date || reality.modality !== 'actual' || reality.negated || reality.historical) return null;
  return tellsNow(tree, word) ? { from: article.date, to: article.date, text: null, implied: true } : null;
}
