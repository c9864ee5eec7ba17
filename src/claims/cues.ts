/** Statements that a single tree tells of: verbs, nouns and adjectives of speech, "according to", headline colons. */
import type { Tree, Word } from '../nouns.ts';
import { caseOf, dependent, dependents, headOf, isRel, reach, subtree } from '../tree.ts';
import { denialAside, isDeniedAside } from './aside.ts';
import { deniesClause } from './clause.ts';
import { findColons } from './colon.ts';
import { contentOf } from './content.ts';
import type { Draft } from './draft.ts';
import { type Cue, cuesOf, isIn, posOf, type SpeechLexicon } from './lexicon.ts';
import { piecesOf } from './spans.ts';
import { phraseOf, speakerOfNominal, speakerOfVerb } from './speaker.ts';

function particleOf(tree: Tree, v: number, particle: string): Word | null {
  for (const c of tree.children[v] ?? []) {
    const w = tree.words[c]!;
    if (w.index > v && (w.lemma === particle || w.form === particle) && !isRel(w, 'punct')) return w;
  }
  return null;
}

/** "Foreign minister Kim", where the parser saw two subjects: the title just before the name belongs to it. */
function withTitle(tree: Tree, head: Word, first: number): number {
  const title = dependents(tree, head.head, 'nsubj').find(
    (w) => head.deprel === w.deprel && w.index < first && phraseOf(tree, w.index).last === first - 1,
  );
  return title ? phraseOf(tree, title.index).first : first;
}

/** Words of the phrase that names the speaker; a clause that hangs on it and holds the cue is left out. */
function speakerRange(tree: Tree, head: Word | null, cue: number): Draft['speaker'] {
  if (!head) return null;
  let without = cue;
  while (without >= 0 && tree.words[without]!.head !== head.index) without = tree.words[without]!.head;
  const { first: own, last } = phraseOf(tree, head.index, without);
  const first = withTitle(tree, head, own);
  const stop = cue > head.index && last >= cue ? cue - 1 : last;
  let end = stop;
  while (end > head.index && tree.words[end]!.upos === 'PUNCT') end--;
  return { head: head.index, first, last: Math.max(end, head.index) };
}

/** "not", "never" at the word itself. */
export const isNot = (tree: Tree, v: number, lexicon: SpeechLexicon): boolean =>
  dependents(tree, v, 'advmod', 'cc', 'cc:preconj').some(
    (w) => isIn(lexicon, 'negator', w.lemma.toLowerCase()) || isIn(lexicon, 'negator', w.form.toLowerCase()),
  );

/** "declined to comment" */
const keepsSilent = (tree: Tree, v: number, lexicon: SpeechLexicon): boolean =>
  isIn(lexicon, 'unwilling-verb', tree.words[v]!.lemma) &&
  dependents(tree, v, 'xcomp').some((w) => isIn(lexicon, 'withheld-speech', w.lemma));

/** "did not rule out", "would not confirm", "declined to say", "nobody denies": neither affirmed nor denied. */
function stanceAt(tree: Tree, v: number, cue: Cue, lexicon: SpeechLexicon): Cue['stance'] {
  if (cue.stance === 'doubts' || cue.kind === 'judges' || cue.kind === 'orders') return cue.stance;
  const word = tree.words[v]!;
  const head = headOf(tree, v);
  const above = head !== null && isRel(word, 'xcomp') && isIn(lexicon, 'unwilling-verb', head.lemma);
  // "neither confirmed nor denied": the first of the pair has its own word, the second the conjunction.
  const nobody = dependents(tree, v, 'nsubj').some((w) => deniesClause(tree, w, lexicon));
  const silent = nobody || isNot(tree, v, lexicon) || keepsSilent(tree, v, lexicon) || above;
  return silent && (cue.stance === 'denies' || cue.kind === 'says') ? 'doubts' : cue.stance;
}

/** "rejected accusations of", "dismissed claims that": the verb denies what another has said. */
const deniesSaying = (tree: Tree, v: number, lexicon: SpeechLexicon): boolean =>
  isIn(lexicon, 'denying-verb', tree.words[v]!.lemma) &&
  dependents(tree, v, 'obj', 'nsubj:pass').some((o) => cuesOf(lexicon, 'noun', o.lemma).some((c) => c.kind === 'says'));

/** The speaker of a noun of saying; not the one who denies it. */
function speakerOfNoun(tree: Tree, n: number, lexicon: SpeechLexicon): Word | null {
  const above = headOf(tree, n);
  const denied = above !== null && isRel(tree.words[n]!, 'obj') && isIn(lexicon, 'denying-verb', above.lemma);
  const speaker = speakerOfNominal(tree, n, lexicon);
  return denied && speaker && headOf(tree, speaker.index)?.index !== n ? null : speaker;
}

function draftOf(tree: Tree, v: number, cue: Cue, lexicon: SpeechLexicon): Draft | null {
  const particle = cue.particle ? particleOf(tree, v, cue.particle) : null;
  if (cue.particle && !particle) return null;
  const filled = contentOf(tree, v, cue, lexicon);
  if (!filled) return null;
  const verb = posOf(tree.words[v]!.upos) === 'verb';
  const speaker = verb ? speakerOfVerb(tree, v, lexicon) : speakerOfNoun(tree, v, lexicon);
  const named = new Set(speaker && !filled.words.includes(speaker.index) ? [speaker.index] : []);
  const pieces = piecesOf(
    tree,
    filled.words.filter((i) => !named.has(i) && i !== particle?.index),
  );
  if (!pieces.length) return null;
  const denial: Pick<Cue, 'kind' | 'stance'> = deniesSaying(tree, v, lexicon)
    ? { kind: 'says', stance: isNot(tree, v, lexicon) ? 'doubts' : 'denies' }
    : { kind: cue.kind, stance: stanceAt(tree, v, cue, lexicon) };
  return {
    ...{ tree, speakerTree: tree, pieces, direct: false, slot: filled.slot, kind: denial.kind, stance: denial.stance },
    cue: { first: v, last: particle?.index ?? v, word: v },
    speaker: named.size ? speakerRange(tree, speaker, v) : null,
  };
}

/** "according to X": the clause that the phrase hangs on. */
function accordingTo(tree: Tree, word: Word, lexicon: SpeechLexicon): Draft | null {
  const marker = caseOf(tree, word.index);
  const head = headOf(tree, word.index);
  if (
    !marker ||
    !isIn(lexicon, 'according', marker.replaceAll(' ', '_')) ||
    !head ||
    (marker === 'per' && word.upos !== 'PROPN')
  )
    return null;
  const sign = dependents(tree, word.index, 'case')[0]!;
  const { first, last: end } = reach(tree, word.index);
  const top = clauseAbove(tree, head.index, atEdge(tree, first, end));
  const own = new Set(subtree(tree, word.index));
  const pieces = piecesOf(
    tree,
    subtree(tree, top).filter((i) => !own.has(i)),
  );
  if (!pieces.length) return null;
  const last = dependent(tree, sign.index, 'fixed')?.index ?? sign.index;
  return {
    ...{ tree, speakerTree: tree, pieces, direct: false, slot: 'clause', kind: 'says', stance: 'affirms' },
    cue: { first: sign.index, last, word: sign.index },
    speaker: speakerRange(tree, word, -1),
  };
}

/** The clause that a phrase speaks of: the whole sentence where the phrase opens or ends it, else the nearest clause around it. */
function clauseAbove(tree: Tree, i: number, edge: boolean): number {
  let at = i;
  const stops = edge ? ['ccomp', 'parataxis'] : ['ccomp', 'advcl', 'parataxis', 'acl', 'conj'];
  while (tree.words[at]!.head >= 0 && !isRel(tree.words[at]!, ...stops)) at = tree.words[at]!.head;
  return at;
}

/** Does a phrase stand at the beginning or the end of its sentence? */
function atEdge(tree: Tree, first: number, last: number): boolean {
  const only = (from: number, to: number): boolean => tree.words.slice(from, to).every((w) => w.upos === 'PUNCT');
  return only(0, first) || only(last + 1, tree.words.length);
}

/** "Sultan Said": a name that the parser took for a verb. */
const isName = (tree: Tree, word: Word): boolean =>
  word.upos === 'VERB' &&
  tree.sentence.kind !== 'headline' &&
  /^\p{Lu}\p{Ll}/u.test(word.form) &&
  tree.words[word.index - 1]?.upos === 'PROPN';

/** Every statement whose cue and content stand in this sentence. */
export function findInTree(tree: Tree, lexicon: SpeechLexicon): Draft[] {
  const found: Draft[] = [];
  for (const word of tree.words) {
    if (isName(tree, word)) continue;
    const aside = denialAside(tree, word, lexicon);
    if (aside) {
      const { speaker, denied, ...told } = aside;
      const pieces = piecesOf(tree, [denied.index]);
      found.push({
        ...{ tree, speakerTree: tree, pieces, direct: false, ...told },
        stance: isNot(tree, word.index, lexicon) ? 'doubts' : 'denies',
        speaker: speakerRange(tree, speaker, word.index),
      });
      continue;
    }
    if (isDeniedAside(tree, word, lexicon)) continue;
    const phrase = isRel(word, 'obl', 'nmod', 'advcl', 'parataxis') ? accordingTo(tree, word, lexicon) : null;
    if (phrase) found.push(phrase);
    for (const cue of cuesOf(lexicon, posOf(word.upos), word.lemma)) {
      const draft = draftOf(tree, word.index, cue, lexicon);
      if (!draft) continue;
      found.push(draft);
      break;
    }
  }
  const colons = findColons(tree, lexicon);
  // "Putin: Russia will respond": what stands before the colon is the speaker, and nobody's words.
  const named = (d: Draft): boolean =>
    colons.some((c) => d.pieces.some((p) => p.to <= tree.words[c.cue.first]!.from && c.cue.first > c.speaker!.last));
  return [...colons, ...found.filter((d) => !named(d))];
}
