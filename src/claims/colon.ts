/** Speakers set off by a colon or a dash: "Putin: …", "Talks to resume: report", and the turns of a transcript. */
import type { Tree, Word } from '../nouns.ts';
import type { Draft } from './draft.ts';
import { isIn, type SpeechLexicon } from './lexicon.ts';
import { piecesOf } from './spans.ts';

const NAMING = new Set(['PROPN', 'ADJ', 'NOUN', 'ADP', 'DET', 'NUM']);
const LONGEST_NAME = 6;

/** Who may stand before a colon, or last in a headline: "Talks to resume: report". */
const isSource = (words: readonly Word[], lexicon: SpeechLexicon): boolean =>
  words.length > 0 &&
  words.every((w) => NAMING.has(w.upos)) &&
  words.some((w) => w.upos === 'PROPN' || isIn(lexicon, 'colon-source', w.form.toLowerCase()));

function draft(tree: Tree, at: number, speaker: readonly Word[], content: readonly Word[], slot: string): Draft | null {
  const pieces = piecesOf(
    tree,
    content.map((w) => w.index),
  );
  if (!pieces.length) return null;
  const [first, last] = [speaker[0]!.index, speaker.at(-1)!.index];
  const head = speaker.find((w) => w.head < first || w.head > last) ?? speaker.at(-1)!;
  return {
    ...{ tree, speakerTree: tree, pieces, direct: false, slot, kind: 'says', stance: 'affirms' },
    cue: { first: at, last: at, word: -1 },
    speaker: { head: head.index, first, last },
  };
}

const isVerb = (w: Word): boolean => w.upos === 'VERB' || w.upos === 'AUX';

/** "Putin: talks are over", and "WALLACE: Why now?" in a transcript. */
function speakerFirst(tree: Tree, lexicon: SpeechLexicon): Draft | null {
  const { words, sentence } = tree;
  const at = words.findIndex((w) => w.form === ':');
  if (at < 1 || at > LONGEST_NAME + 1 || at >= words.length - 2) return null;
  if (words[at + 1]!.from === words[at]!.to) return null;
  const before = words.slice(words[0]!.upos === 'PUNCT' ? 1 : 0, at);
  if (!isSource(before, lexicon)) return null;
  const turn = before.every((w) => w.form === w.form.toUpperCase());
  if (!turn && sentence.kind !== 'headline' && !opensLikeHeadline(tree, at)) return null;
  return draft(tree, at, before, words.slice(at + 1), turn ? 'turn' : 'colon');
}

/** The first line of a text whose headline is not marked as one: a name, a colon, a capital, a verb. */
const opensLikeHeadline = (tree: Tree, at: number): boolean =>
  tree.sentence.from === 0 && /^[\p{Lu}‘“'"]/u.test(tree.words[at + 1]!.form) && tree.words.slice(at + 1).some(isVerb);

/** "Talks to resume next week: report", "Two killed in raid – police" */
function speakerLast(tree: Tree, lexicon: SpeechLexicon): Draft | null {
  const { words, sentence } = tree;
  if (sentence.kind !== 'headline') return null;
  const marks = words.filter((w) => w.form === ':' || w.form === '–' || w.form === '—' || w.form === '-');
  const at = marks.at(-1)?.index ?? -1;
  const after = words.slice(at + 1).filter((w) => w.upos !== 'PUNCT');
  const spaced = at > 0 && (words[at]!.form === ':' || words[at]!.from > words[at - 1]!.to);
  if (!spaced || after.length > 4 || !isSource(after, lexicon) || !words.slice(0, at).some(isVerb)) return null;
  return draft(tree, at, after, words.slice(0, at), 'colon');
}

export function findColons(tree: Tree, lexicon: SpeechLexicon): Draft[] {
  const found = speakerFirst(tree, lexicon) ?? speakerLast(tree, lexicon);
  return found ? [found] : [];
}

/** A turn of a transcript goes on to the end of its paragraph or to the next turn. */
export function withWholeTurns(drafts: readonly Draft[], trees: readonly Tree[]): void {
  const turns = new Map(drafts.filter((d) => d.slot === 'turn').map((d) => [d.tree.sentence.index, d]));
  let open: Draft | null = null;
  for (const { sentence } of trees) {
    const turn: Draft | undefined = turns.get(sentence.index);
    if (turn) open = turn;
    else if (open && sentence.paragraph === open.tree.sentence.paragraph) {
      const last = open.pieces.at(-1)!;
      open.pieces = [...open.pieces.slice(0, -1), { ...last, to: sentence.to }];
    } else open = null;
  }
}
