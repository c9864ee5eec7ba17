/** When an event is told to have been: the date that belongs to its predicate in the tree. */
import type { Article, DateMention, Reality, Tree, When, Word } from '../nouns.ts';
import { dependents, headOf, isRel } from '../tree.ts';
import { daysOf } from './calendar.ts';

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
        (isRel(at, 'advcl', 'acl') &&
          isParticiple(at) &&
          at.deprel !== 'acl:relcl' &&
          !dependents(tree, at.index, 'mark').length)
      : isRel(at, 'nsubj', 'obj', 'obl', 'nmod', 'conj', 'xcomp', 'compound', 'appos', 'amod') &&
        !isBefore(tree, at) &&
        !isCause(tree, at);
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

/** "responsibility for the murder": what something is for was before it. */
const isCause = (tree: Tree, word: Word): boolean =>
  isRel(word, 'nmod', 'obl') && dependents(tree, word.index, 'case').some((c) => c.lemma === 'for');

const AFTER = new Set(['after', 'before', 'since', 'until', 'by', 'prior', 'from', 'till', 'following']);

/** Does a preposition say that the event was not on that date but after or before it? */
const isBound = (tree: Tree, hook: Word): boolean =>
  dependents(tree, hook.index, 'case', 'mark').some((c) => AFTER.has(c.lemma));

/** An end of "from Monday to Friday": its days are more than its value's own. */
const isRange = ({ type, value, days }: DateMention): boolean => {
  const own = type === 'DATE' ? daysOf(value) : null;
  return own !== null && days !== null && (days.from < own.from || days.to > own.to);
};

const PRESENT = new Set(['VBZ', 'VBP']);

/** Relations by which a clause takes the time of the clause above it, when it has none of its own. */
const CARRIED = ['ccomp', 'xcomp', 'conj', 'parataxis'];

const isFuture = (auxiliaries: readonly Word[]): boolean =>
  auxiliaries.some((a) => a.lemma === 'will' || a.lemma === 'would');

const isParticiple = (word: Word): boolean => word.xpos === 'VBG' || word.xpos === 'VBN';

const ALONG = new Set(['by', 'while', 'as', 'when', 'with', 'to']);

/** Prepositions by which a happening is part of what its clause tells. */
const WITHIN = new Set(['in', 'by', 'during', 'with', 'through', 'from', 'for']);

const isNounCarried = (tree: Tree, word: Word): boolean =>
  isRel(word, 'nsubj', 'obj', 'conj', 'xcomp', 'compound', 'ccomp', 'parataxis') ||
  (isRel(word, 'obl') &&
    dependents(tree, word.index, 'case').every(
      (c) => WITHIN.has(c.lemma) || (c.lemma === 'to' && tree.words[word.head]?.lemma === 'lead'),
    ));

/** Is the word told at the time of the clause above it: what is said, tried, or done along with it? */
function isCarried(tree: Tree, word: Word): boolean {
  if (!isVerbal(word)) return isNounCarried(tree, word);
  if (isRel(word, ...CARRIED)) return true;
  const along = dependents(tree, word.index, 'mark').every((m) => ALONG.has(m.lemma));
  return isParticiple(word) && along && isRel(word, 'acl', 'advcl') && word.deprel !== 'acl:relcl';
}

/** "has already sent": at some time before. */
const EARLIER = new Set(['already', 'previously', 'formerly', 'long', 'repeatedly', 'often', 'historically']);

/** Is the predicate told in the present or perfect tense, or under a clause that is? What lies "after" something else is not. */
function tellsNow(tree: Tree, word: number, settled: boolean): boolean {
  let at = tree.words[word]!;
  for (let step = 0; step <= tree.words.length; step++) {
    const auxiliaries = dependents(tree, at.index, 'aux', 'aux:pass', 'cop');
    if (isFuture(auxiliaries) && !settled) return false;
    if (dependents(tree, at.index, 'advmod').some((w) => EARLIER.has(w.lemma))) return false;
    if (auxiliaries.length ? PRESENT.has(auxiliaries[0]!.xpos) : PRESENT.has(at.xpos)) return true;
    if (isBefore(tree, at) || isBound(tree, at)) return false;
    if (at.head < 0) return !isVerbal(at) && tree.sentence.kind === 'headline';
    if (!isCarried(tree, at)) return false;
    at = tree.words[at.head]!;
  }
  return false;
}

/** Does the date hang in the phrase of the predicate itself ("the killing of ten, five days ago, by rebels")? */
function isInPhrase(tree: Tree, hook: Word, word: number): boolean {
  let at: Word | null = hook;
  for (let step = 0; at && step < tree.words.length; step++) {
    if (at.index === word) return true;
    if (at !== hook && (isVerbal(at) || isRel(at, ...CLAUSE))) return false;
    at = headOf(tree, at.index);
  }
  return false;
}

const DATELINE = 99;

const isDateline = ({ sentence }: Tree, date: DateMention): boolean =>
  sentence.dateline !== null && date.from < sentence.dateline.to;

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
    if (!hook || (isBound(tree, hook) && !isRange(date))) continue;
    const rank = isDateline(tree, date)
      ? DATELINE
      : isInPhrase(tree, hook, word)
        ? 0
        : shared.indexOf(predicateOf(tree, hook)) + 1 || -1;
    if (rank >= 0 && (!best || rank < best.rank)) best = { date, rank };
  }
  if (best) return { ...best.date.days!, text: best.date.text, implied: false };
  if (!article.date || reality.modality !== 'actual' || reality.negated || reality.historical) return null;
  return tellsNow(tree, word, reality.modality === 'actual')
    ? { from: article.date, to: article.date, text: null, implied: true }
    : null;
}
