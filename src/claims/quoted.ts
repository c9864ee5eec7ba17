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
function grow(draft: Draft, { text, quotes, trees }: QuoteContext): Quote[] {
  const taken: Quote[] = [];
  const grown: Piece[] = [];
  for (const piece of draft.pieces) {
    const quote = quotes.find(
      (q) =>
        overlap(q, piece) > 0 && !holds(q, cueFrom(draft)) && (wants(q, piece) || opensPiece(draft, q, piece, text)),
    );
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

/** The piece opens with a quotation that ends in a stop, before the cue: what follows in it is the speaker, taken in by mistake. */
function opensPiece(draft: Draft, quote: Quote, piece: Range, text: string): boolean {
  const ended = /[.,?!…—-]["”»'’]*$/.test(text.slice(quote.from, quote.to));
  return ended && Math.abs(quote.from - piece.from) <= 1 && quote.to <= cueFrom(draft);
}

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

const NAMING = new Set(['PROPN', 'NOUN', 'PRON', 'DET', 'ADJ', 'NUM']);

/** A quotation's speaker stands outside it, beside the cue; where the tree says otherwise, the words beside the cue are taken. */
function withSpeaker(draft: Draft, quotes: readonly Quote[]): Draft {
  const { tree, cue, speaker } = draft;
  if (!draft.direct || cue.word < 0) return draft;
  const quoted = (i: number): boolean =>
    quotes.some((q) => !q.single && holds(q, tree.words[i]!.from) && !holds(q, cueFrom(draft)));
  if (speaker && (draft.speakerTree !== tree || !quoted(speaker.head))) return draft;
  let first = cue.first;
  while (first > 0 && !quoted(first - 1) && tree.words[first - 1]!.upos !== 'VERB') first--;
  const before = run(tree, first, cue.first - 1);
  if (before) return { ...draft, speaker: before };
  let last = cue.last;
  while (
    last + 1 < tree.words.length &&
    !quoted(last + 1) &&
    ![',', '.', ';', ':'].includes(tree.words[last + 1]!.form)
  )
    last++;
  return { ...draft, speaker: run(tree, cue.last + 1, last) };
}

/** The naming words of a range, with the head among them that the others hang on. */
function run(tree: Tree, from: number, to: number): Draft['speaker'] {
  let [first, last] = [from, to];
  while (first <= last && !NAMING.has(tree.words[first]!.upos)) first++;
  while (last >= first && ['PUNCT', 'AUX', 'ADV', 'ADP', 'CCONJ', 'SCONJ'].includes(tree.words[last]!.upos)) last--;
  if (first > last) return null;
  const inside = tree.words.slice(first, last + 1).filter((w) => ['PROPN', 'NOUN', 'PRON'].includes(w.upos));
  const head = inside.find((w) => w.head < first || w.head > last) ?? inside[0];
  return head ? { head: head.index, first, last } : null;
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

/** What finding needs: the text, its quotations, its trees in order. */
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

/** '"Why now?" Kim asked.' where the quotation's stop ended the sentence. */
function tagAfter(quote: Quote, last: Tree | null, { text, quotes, trees, lexicon }: QuoteContext): Draft | null {
  if (!/[?!.…]["”»'’]*$/.test(text.slice(quote.from, quote.to))) return null;
  const next = sentenceAt(trees, quote.to + 1);
  if (
    !next ||
    next === last ||
    next.sentence.from > quote.to + 1 ||
    next.sentence.paragraph !== last?.sentence.paragraph
  )
    return null;
  const cue = cueNear(next, quote, quotes, lexicon);
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

function attribute(quote: Quote, drafts: readonly Draft[], context: QuoteContext): Draft | null {
  const { text, quotes, trees, lexicon } = context;
  const [first, last] = [sentenceAt(trees, quote.from), sentenceAt(trees, quote.to - 1)];
  const told = signed(quote, context) ?? tagAfter(quote, last, context);
  if (told) return told;
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
  const { quotes } = context;
  for (const draft of found) {
    for (const quote of grow(draft, context)) taken.add(quote);
  }
  const drafts = found.map((d) => withSpeaker(d, quotes)).sort((a, b) => cueFrom(a) - cueFrom(b));
  for (const quote of quotes) {
    if (quote.single || taken.has(quote) || !isUtterance(context.text, quote)) continue;
    if (
      drafts.some(
        (d) => !holds(quote, cueFrom(d)) && d.pieces.some((p) => overlap(p, quote) > 0.5 * (quote.to - quote.from)),
      )
    )
      continue;
    const previous = drafts.filter((d) => d.direct && SPOKEN.has(d.kind) && cueFrom(d) < quote.from).at(-1);
    if (previous && continues(previous, quote, context)) {
      previous.pieces = distinct([...previous.pieces, ...piecesOfQuote(quote, context.trees)]);
      continue;
    }
    const draft = attribute(quote, drafts, context);
    if (!draft) continue;
    drafts.push(withSpeaker({ ...draft, pieces: piecesOfQuote(quote, context.trees) }, quotes));
    drafts.sort((a, b) => cueFrom(a) - cueFrom(b));
  }
  return drafts;
}
