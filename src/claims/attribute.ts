/** Quotations without a cue in the tree find one: beside them, in the next sentence, before a colon, or a sentence earlier. */
import type { Tree, Word } from '../nouns.ts';
import type { Draft } from './draft.ts';
import { cuesOf, isIn, posOf, type SpeechLexicon } from './lexicon.ts';
import { isQuotedAt, type QuoteContext, sentenceAt, treeIndexAt } from './place.ts';
import type { Quote } from './quotes.ts';
import { phraseOf, speakerOfVerb } from './speaker.ts';

/** Kinds of cues that bring quotations. */
export const SPOKEN = new Set(['says', 'asks', 'shows']);

/** A verb of speech in a sentence, outside quotations, nearest to a place in the text. */
function cueNear(tree: Tree, quote: Quote, context: QuoteContext): Draft | null {
  const { lexicon } = context;
  let best: { at: number; gap: number } | null = null;
  for (const word of tree.words) {
    if (posOf(word.upos) !== 'verb' || isQuotedAt(context, word.from)) continue;
    if (!cuesOf(lexicon, 'verb', word.lemma).some((c) => SPOKEN.has(c.kind) && c.slots.some((s) => s.name === 'quote')))
      continue;
    const gap = word.from < quote.from ? quote.from - word.to : word.from - quote.to;
    if (!best || gap < best.gap) best = { at: word.index, gap };
  }
  return best && makeCue(tree, best.at, lexicon);
}

function makeCue(tree: Tree, v: number, lexicon: SpeechLexicon): Draft {
  const cue = cuesOf(lexicon, 'verb', tree.words[v]!.lemma)[0];
  const head = speakerOfVerb(tree, v, lexicon);
  return {
    ...{
      tree,
      speakerTree: tree,
      pieces: [],
      direct: true,
      slot: 'clause',
      kind: cue?.kind ?? 'says',
      stance: cue?.stance ?? 'affirms',
    },
    cue: { first: v, last: v, word: v },
    speaker: head && { head: head.index, ...phraseOf(tree, head.index, v) },
  };
}

/** '"Why now?" Kim asked.' where the quotation's stop ended the sentence. */
function tagAfter(quote: Quote, last: Tree | null, context: QuoteContext): Draft | null {
  const { text, trees } = context;
  if (!/[?!.…]["”»'’]*$/.test(text.slice(quote.from, quote.to))) return null;
  const next = sentenceAt(trees, quote.to + 1);
  if (
    !next ||
    next === last ||
    next.sentence.from > quote.to + 1 ||
    next.sentence.paragraph !== last?.sentence.paragraph
  )
    return null;
  const cue = cueNear(next, quote, context);
  return cue && cue.cue.word <= 8 ? cue : null;
}

const DASH = /^\s*(?:[―—–]|--?)\s*(?=\p{Lu})/u;

/** '"…" — Kim': a quotation signed with a name after a dash, at the end of a paragraph. */
function signed(quote: Quote, { text, trees }: QuoteContext): Draft | null {
  const dash = DASH.exec(text.slice(quote.to, quote.to + 8));
  const tree = dash && sentenceAt(trees, quote.to + dash[0].length);
  if (!tree) return null;
  const first = tree.words.findIndex((w) => w.from >= quote.to + dash[0].length);
  let last = first;
  while (last + 1 < tree.words.length && ['PROPN', 'ADJ', 'NOUN', 'DET', 'ADP'].includes(tree.words[last + 1]!.upos))
    last++;
  if (last - first > 10 || first < 1) return null;
  return {
    ...{ tree, speakerTree: tree, pieces: [], direct: true, slot: 'clause', kind: 'says', stance: 'affirms' },
    cue: { first: first - 1, last: first - 1, word: -1 },
    speaker: { head: last, first, last },
  };
}

/** A statement for a quotation that has none, its pieces still empty; `previous` is the last spoken one before it. */
export function attribute(quote: Quote, previous: Draft | null, context: QuoteContext): Draft | null {
  const { text, trees } = context;
  const [first, last] = [sentenceAt(trees, quote.from), sentenceAt(trees, quote.to - 1)];
  const told = signed(quote, context) ?? tagAfter(quote, last, context);
  if (told) return told;
  for (const tree of new Set([last, first])) {
    const cue = tree && cueNear(tree, quote, context);
    if (cue) return cue;
  }
  const before = first && trees[treeIndexAt(trees, quote.from) - 1];
  const lead = text.slice(0, quote.from).trimEnd().at(-1);
  if (before && lead === ':') {
    const cue = cueNear(before, quote, context);
    if (cue) return cue;
  }
  return earlier(quote, previous, context);
}

/** A quotation that stands alone: the speaker of the paragraph before it goes on. */
function earlier(quote: Quote, previous: Draft | null, { trees, lexicon }: QuoteContext): Draft | null {
  const here = sentenceAt(trees, quote.from);
  if (!here || quote.from - here.sentence.from > 1) return null;
  if (!previous || here.sentence.paragraph - previous.tree.sentence.paragraph > 1)
    return introduced(here, trees, lexicon);
  return { ...previous, pieces: [], direct: true };
}

/** 'The mayor was angry. "Nobody asked us."': the one whom the sentence before is about, where it is a person by name, title or pronoun. */
function introduced(here: Tree, trees: readonly Tree[], lexicon: SpeechLexicon): Draft | null {
  const before = trees[treeIndexAt(trees, here.sentence.from) - 1];
  if (!before || before.sentence.kind === 'headline' || here.sentence.paragraph - before.sentence.paragraph > 1)
    return null;
  const root = before.words[before.root]!;
  const subject = speakerOfVerb(before, root.index, lexicon);
  if (!subject || !isPerson(subject, lexicon)) return null;
  return {
    ...makeCue(before, root.index, lexicon),
    ...({ kind: 'says', stance: 'affirms' } as const),
    speaker: { head: subject.index, ...phraseOf(before, subject.index, root.index) },
  };
}

const isPerson = ({ upos, lemma }: Word, lexicon: SpeechLexicon): boolean =>
  upos === 'PROPN' ||
  isIn(lexicon, 'personal-pronoun', lemma.toLowerCase()) ||
  (upos === 'NOUN' && isIn(lexicon, 'speaking-noun', lemma));
