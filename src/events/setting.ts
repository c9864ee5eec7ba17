/** Where no politics is told though the words fight: in a match, in a story, by the weather, on the stock exchange, in an accident. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import { logicalSubjects } from './grammar.ts';
import type { EventLexicon, Sense } from './lexicon.ts';

const SCORE = /^\d{1,3}[–-]\d{1,3}$/;

/** The predicate, what it is coordinated with, and the verbs above it. */
function clausesAround(tree: Tree, word: number): number[] {
  const found = [word];
  for (let at = tree.words[word]!; at.head >= 0 && found.length < 8; at = tree.words[at.head]!) found.push(at.head);
  return found;
}

const phrasesOf = (tree: Tree, word: number, ...cases: string[]): Word[] =>
  dependents(tree, word, 'obl', 'nmod').filter((w) => cases.includes(caseOf(tree, w.index) ?? ''));

/** "beat Argentina 3–1", "met in the final", "crushed them by nine wickets": a match. */
function isMatch(tree: Tree, lexicon: EventLexicon, word: number, subjects: readonly number[]): boolean {
  const isContest = (w: Word): boolean => lexicon.inClass('sport-contest', w.lemma.toLowerCase());
  if (phrasesOf(tree, word, 'in', 'by', 'on', 'at', 'after', 'with').some(isContest)) return true;
  if (subjects.some((s) => lexicon.inClass('athlete', tree.words[s]!.lemma.toLowerCase()))) return true;
  const near = [word, ...dependents(tree, word, 'obj').map((w) => w.index)];
  return near.some((at) => (tree.children[at] ?? []).some((c) => SCORE.test(tree.words[c]!.form) && !hasCase(tree, c)));
}

const hasCase = (tree: Tree, word: number): boolean => dependents(tree, word, 'case').length > 0;

/** "in the novel, the king invades …", "the film tells how …": deeds of a story. */
function isStory(tree: Tree, lexicon: EventLexicon, word: number): boolean {
  const isWork = (w: number): boolean => lexicon.inClass('story', tree.words[w]!.lemma.toLowerCase());
  return clausesAround(tree, word).some(
    (at) =>
      phrasesOf(tree, at, 'in').some((w) => isWork(w.index)) ||
      (at !== word && tree.words[at]!.upos === 'VERB' && logicalSubjects(tree, at).some(isWork)),
  );
}

/** "a boiler exploded", "an explosion ripped through a refinery", "the blast at the mill": of which nobody is named as the doer. */
function isBurst(tree: Tree, lexicon: EventLexicon, at: number): boolean {
  const isOf = (name: string, w: number): boolean => lexicon.inClass(name, tree.words[w]!.lemma.toLowerCase());
  const word = tree.words[at]!;
  const subjects = word.upos === 'VERB' ? logicalSubjects(tree, at) : [at];
  if (isOf('bursting-verb', at) && subjects.some((s) => isOf('bursting-thing', s))) return true;
  const places = [at, ...subjects].flatMap((w) => phrasesOf(tree, w, 'at', 'in', 'through', 'inside'));
  const objects = dependents(tree, at, 'obj');
  return (
    subjects.some((s) => isOf('burst-word', s)) &&
    [...places, ...objects].some((w) => isOf('industrial-place', w.index))
  );
}

/** "a bus crashed, and twelve were killed", "were killed when a plane crashed". */
function isAccident(tree: Tree, lexicon: EventLexicon, word: number): boolean {
  const head = headOf(tree, word);
  const beside = [
    ...dependents(tree, word, 'conj', 'advcl'),
    ...(head && isRel(tree.words[word]!, 'conj', 'advcl', 'parataxis') ? [head] : []),
  ];
  const isUnmeant = (w: Word): boolean =>
    dependents(tree, w.index, 'advmod', 'acl').some((a) => lexicon.inClass('accident-adverb', a.lemma)) ||
    phrasesOf(tree, w.index, 'by').some((p) =>
      dependents(tree, p.index, 'acl').some((a) =>
        dependents(tree, a.index, 'advmod').some((m) => lexicon.inClass('accident-adverb', m.lemma)),
      ),
    );
  const isMishap = (at: number): boolean => lexicon.inClass('accident-event', tree.words[at]!.lemma.toLowerCase());
  return (
    clausesAround(tree, word).some(
      (at) => tree.words[at]!.upos === 'VERB' && logicalSubjects(tree, at).some(isMishap),
    ) ||
    beside.some((w) => lexicon.inClass('accident-verb', w.lemma)) ||
    [tree.words[word]!, ...beside].some((w) => isBurst(tree, lexicon, w.index)) ||
    [tree.words[word]!, ...beside].some(isUnmeant)
  );
}

/** "the capability to strike", "the right to bomb": what somebody could do. */
function isFaculty(tree: Tree, lexicon: EventLexicon, word: number): boolean {
  const head = headOf(tree, word);
  return head?.upos === 'NOUN' && isRel(tree.words[word]!, 'acl') && lexicon.inClass('faculty', head.lemma);
}

/** "mobilised units to rebuild the dam", "the deployment of construction troops": peaceful work, of soldiers too. */
function isPeaceful(tree: Tree, lexicon: EventLexicon, word: number): boolean {
  const isWork = (w: Word): boolean => lexicon.inClass('peaceful-work', w.lemma.toLowerCase());
  const near = [tree.words[word]!, ...dependents(tree, word, 'obj', 'nsubj:pass'), ...phrasesOf(tree, word, 'of')];
  const aims = near.flatMap((w) => [
    ...phrasesOf(tree, w.index, 'for', 'to', 'on', 'in'),
    ...dependents(tree, w.index, 'xcomp', 'advcl', 'acl').filter((c) => c.xpos === 'VB' || c.xpos === 'VBG'),
  ]);
  const marks = [...near, ...aims].flatMap((w) => dependents(tree, w.index, 'compound', 'amod'));
  const within = aims.flatMap((w) => dependents(tree, w.index, 'acl', 'nmod'));
  return [...aims, ...marks, ...within].some(isWork);
}

/** "Under the constitution, the house impeaches the official": what may be done by a rule, on no day. */
function isRule(tree: Tree, lexicon: EventLexicon, word: number): boolean {
  const { xpos } = tree.words[word]!;
  if (xpos !== 'VBZ' && xpos !== 'VBP') return false;
  return phrasesOf(tree, word, 'under').some((w) => lexicon.inClass('rule-text', w.lemma.toLowerCase()));
}

/** What the words are about instead of politics; null where nothing shows it. */
export function settingOf(
  tree: Tree,
  lexicon: EventLexicon,
  word: number,
  sense: Sense,
  hasActor: boolean,
): string | null {
  const subjects = sense.kind === 'noun' ? [] : logicalSubjects(tree, word);
  const isOf = (name: string): boolean =>
    subjects.some((s) => lexicon.inClass(name, tree.words[s]!.lemma.toLowerCase()));
  if (
    isOf('weather') ||
    subjects.some((s) => phrasesOf(tree, s, 'of').some((w) => lexicon.inClass('weather', w.lemma)))
  )
    return 'the weather does it';
  if (isOf('illness')) return 'an illness does it';
  if (isFaculty(tree, lexicon, word)) return 'it is what somebody could do';
  if (sense.type === 'MOBILIZE' && isPeaceful(tree, lexicon, word)) return 'it is peaceful work';
  if (isRule(tree, lexicon, word)) return 'it is what a rule lets somebody do';
  if (sense.type === 'REQUEST' && !hasActor && isOf('circumstance')) return 'circumstances ask for it';
  if (isOf('market-mover')) return 'it happens on a market';
  const isGame = (w: Word): boolean => lexicon.inClass('sport-match', w.lemma.toLowerCase());
  const meets = sense.type === 'CONSULT' && phrasesOf(tree, word, 'in').some(isGame);
  if (meets || isMatch(tree, lexicon, word, subjects)) return 'it happens in a match';
  if (lexicon.inClass('type-of-deeds', sense.type) && isStory(tree, lexicon, word)) return 'it happens in a story';
  if (sense.type === 'ASSAULT' && !hasActor && isAccident(tree, lexicon, word)) return 'it is an accident';
  return null;
}
