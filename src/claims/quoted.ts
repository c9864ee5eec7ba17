/** Quotations meet cues: content grows to the whole quotation, and quotations without a cue find theirs. */
import type { Tree } from '../nouns.ts';
import { cueFrom, cueTo, type Draft } from './draft.ts';
import { cuesOf, posOf, type SpeechLexicon } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import type { Piece } from './spans.ts';
import { phraseOf, speakerOfVerb } from './speaker.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

const overlap = (a: Range, b: Range): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

const holds = (a: Range, at: number): boolean => a.from <= at && at < a.to;

/** How much of a piece must stand in a quotation for the quotation to be what was said. */
const MOST = 0.75;

const sentenceAt = (trees: readonly Tree[], at: number): Tree | null => {
  let [low, high] = [0, trees.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { from, to } = trees[middle]!.sentence;
    if (at < from) high = middle - 1;
    else if (at >= to) low = middle + 1;
    else return trees[middle]!;
  }
  return null;
};

function piecesOfQuote(quote: Quote, trees: readonly Tree[]): Piece[] {
  return quote.pieces.map(({ from, to }) => ({ from, to, sentence: sentenceAt(trees, from)?.sentence.index ?? -1 }));
}

/** Grows a draft's pieces to the quotations that they stand in. Returns the quotations it took whole. */
function grow(draft: Draft, quotes: readonly Quote[], trees: readonly Tree[]): Quote[] {
  const taken: Quote[] = [];
  const grown: Piece[] = [];
  for (const piece of draft.pieces) {
    const quote = quotes.find((q) => overlap(q, piece) > 0 && !holds(q, cueFrom(draft)) && wants(q, piece));
    if (!quote) {
      grown.push(stretch(draft, piece, quotes));
      continue;
    }
    if (!taken.includes(quote)) grown.push(...piecesOfQuote(quote, trees));
    taken.push(quote);
  }
  draft.direct = taken.length > 0 && grown.length > 0 && taken.length >= draft.pieces.length;
  draft.pieces = distinct(grown);
  return taken;
}

const wants = (quote: Quote, piece: Range): boolean => overlap(quote, piece) >= MOST * (piece.to - piece.from);

/** Content that ends inside a quotation goes on to its end; quotation marks at its edges belong to it. */
function stretch(draft: Draft, piece: Piece, quotes: readonly Quote[]): Piece {
  let { from, to } = piece;
  for (const q of quotes) {
    if (overlap(q, piece) === 0 || holds(q, cueFrom(draft))) continue;
    const own = q.pieces.find((p) => overlap(p, piece) > 0) ?? q;
    if (own.from >= from && own.from - 1 <= to) to = Math.max(to, own.to);
    else if (own.from < from && from - own.from <= 2) from = own.from;
  }
  return { ...piece, from, to };
}

function distinct(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  const found: Piece[] = [];
  for (const piece of sorted) {
    const before = found.at(-1);
    if (before && piece.from < before.to) found[found.length - 1] = { ...before, to: Math.max(before.to, piece.to) };
    else found.push(piece);
  }
  return found;
}

const SPOKEN = new Set(['says', 'asks', 'shows']);

/** A verb of speech in a sentence, outside quotations, nearest to a place in the text. */
function cueNear(tree: Tree, quote: Quote, quotes: readonly Quote[], lexicon: SpeechLexicon): Draft | null {
  let best: { at: number; gap: number } | null = null;
  for (const word of tree.words) {
    if (posOf(word.upos) !== 'verb' || quotes.some((q) => holds(q, word.from))) continue;
    if (!cuesOf(lexicon, 'verb', word.lemma).some((c) => SPOKEN.has(c.kind) && c.slots.some((s) => s.name === 'quote')))
      continue;
    const gap = word.from < quote.from ? quote.from - word.to : word.from - quote.to;
    if (!best || gap < best.gap) best = { at: word.index, gap };
  }
  return best && makeCue(tree, best.at, lexicon);
}

function makeCue(tree: Tree, v: number, lexicon: SpeechLexicon): Draft {
  const cue = cuesOf(lexicon, 'verb', tree.words[v]!.lemma)[0]!;
  const head = speakerOfVerb(tree, v);
  return {
    ...{ tree, speakerTree: tree, pieces: [], direct: true, slot: 'clause', kind: cue.kind, stance: cue.stance },
    cue: { first: v, last: v, word: v },
    speaker: head && { head: head.index, ...phraseOf(tree, head.index, v) },
  };
}

const LEAST_WORDS = 3;

const wordCount = (text: string): number => text.split(/\s+/).length;

/** Looks like something said, rather than a word in quotation marks: several words, and a stop or a comma at its end. */
function isUtterance(text: string, quote: Quote): boolean {
  const inner = text.slice(quote.from, quote.to);
  return (
    wordCount(inner) >= LEAST_WORDS &&
    (!quote.closed || /[.,;:?!…—–-]["”»'’]*$/.test(inner) || /^[.,?!]/.test(text.slice(quote.to)))
  );
}

export interface QuoteContext {
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly trees: readonly Tree[];
  readonly lexicon: SpeechLexicon;
}

/** Only the last statement before a quotation, in the same or the neighbouring sentence, may go on in it. */
function continues(draft: Draft | undefined, quote: Quote, context: QuoteContext): boolean {
  if (!draft?.direct) return false;
  const end = Math.max(cueTo(draft), ...draft.pieces.map((p) => p.to));
  const start = sentenceAt(context.trees, quote.from);
  const before = sentenceAt(context.trees, end - 1);
  if (!start || !before) return false;
  return start.sentence.paragraph === before.sentence.paragraph && start.sentence.index - before.sentence.index <= 1;
}

function attribute(quote: Quote, drafts: readonly Draft[], context: QuoteContext): Draft | null {
  const { text, quotes, trees, lexicon } = context;
  const [first, last] = [sentenceAt(trees, quote.from), sentenceAt(trees, quote.to - 1)];
  for (const tree of new Set([last, first])) {
    const cue = tree && cueNear(tree, quote, quotes, lexicon);
    if (cue) return cue;
  }
  const before = first && trees[trees.indexOf(first) - 1];
  const lead = text.slice(0, quote.from).trimEnd().at(-1);
  if (before && lead === ':') {
    const cue = cueNear(before, quote, quotes, lexicon);
    if (cue) return cue;
  }
  return earlier(quote, drafts, context);
}

/** A quotation that stands alone: the speaker of the paragraph before it goes on. */
function earlier(quote: Quote, drafts: readonly Draft[], { trees }: QuoteContext): Draft | null {
  const here = sentenceAt(trees, quote.from);
  if (!here || quote.from - here.sentence.from > 1) return null;
  const previous = drafts.filter((d) => SPOKEN.has(d.kind) && cueFrom(d) < quote.from).at(-1);
  if (!previous || here.sentence.paragraph - previous.tree.sentence.paragraph > 1) return null;
  return { ...previous, pieces: [], direct: true };
}

/** All statements, with their quotations whole. */
export function withQuotes(found: readonly Draft[], context: QuoteContext): Draft[] {
  const taken = new Set<Quote>();
  const doubles = context.quotes;
  for (const draft of found) {
    for (const quote of grow(draft, doubles, context.trees)) taken.add(quote);
  }
  const drafts = [...found].sort((a, b) => cueFrom(a) - cueFrom(b));
  for (const quote of doubles) {
    if (quote.single || taken.has(quote) || !isUtterance(context.text, quote)) continue;
    if (drafts.some((d) => d.pieces.some((p) => overlap(p, quote) > 0.5 * (quote.to - quote.from)))) continue;
    const previous = drafts.filter((d) => d.direct && SPOKEN.has(d.kind) && cueFrom(d) < quote.from).at(-1);
    if (previous && continues(previous, quote, context)) {
      previous.pieces = distinct([...previous.pieces, ...piecesOfQuote(quote, context.trees)]);
      continue;
    }
    const draft = attribute(quote, drafts, context);
    if (!draft) continue;
    draft.pieces = piecesOfQuote(quote, context.trees);
    drafts.push(draft);
    drafts.sort((a, b) => cueFrom(a) - cueFrom(b));
  }
  return drafts;
}
