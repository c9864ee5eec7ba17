/** Content grows to the quotations that it stands in. */
import { cueFrom, type Draft } from './draft.ts';
import { holds, overlap, piecesOfQuote, type QuoteContext, quotesOver, type Range } from './place.ts';
import type { Quote } from './quotes.ts';
import type { Piece } from './spans.ts';

/** How much of a piece must stand in a quotation for the quotation to be what was said. */
const MOST = 0.75;

const wants = (quote: Quote, piece: Range): boolean => overlap(quote, piece) >= MOST * (piece.to - piece.from);

/** The piece opens with a quotation that ends in a stop, before the cue: what follows in it is the speaker, taken in by mistake. */
function opensPiece(draft: Draft, quote: Quote, piece: Range, text: string): boolean {
  const ended = /[.,?!…—-]["”»'’]*$/.test(text.slice(quote.from, quote.to));
  return ended && Math.abs(quote.from - piece.from) <= 1 && quote.to <= cueFrom(draft);
}

/** Grows a draft's pieces to the quotations that they stand in. Returns the quotations it took whole. */
export function grow(draft: Draft, context: QuoteContext): Quote[] {
  const { text, trees } = context;
  const taken: Quote[] = [];
  const grown: Piece[] = [];
  for (const piece of draft.pieces) {
    const quote = quotesOver(context, piece).find(
      (q) =>
        overlap(q, piece) > 0 && !holds(q, cueFrom(draft)) && (wants(q, piece) || opensPiece(draft, q, piece, text)),
    );
    if (!quote) {
      grown.push(stretch(draft, piece, context));
      continue;
    }
    if (!taken.includes(quote)) grown.push(...piecesOfQuote(quote, trees));
    taken.push(quote);
  }
  draft.direct = taken.length > 0 && grown.length > 0 && taken.length >= draft.pieces.length;
  draft.pieces = distinct(grown);
  return taken;
}

/** Content that ends inside a quotation goes on to its end; quotation marks at its edges belong to it. */
function stretch(draft: Draft, piece: Piece, context: QuoteContext): Piece {
  let { from, to } = piece;
  for (const q of quotesOver(context, piece)) {
    if (overlap(q, piece) === 0 || holds(q, cueFrom(draft))) continue;
    const own = q.pieces.find((p) => overlap(p, piece) > 0) ?? q;
    if (own.from >= from && own.from - 1 <= to) to = Math.max(to, own.to);
    else if (own.from < from && from - own.from <= 2) from = own.from;
  }
  return { ...piece, from, to };
}

/** Pieces in order, those that overlap as one. */
export function distinct(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  const found: Piece[] = [];
  for (const piece of sorted) {
    const before = found.at(-1);
    if (before && piece.from < before.to) found[found.length - 1] = { ...before, to: Math.max(before.to, piece.to) };
    else found.push(piece);
  }
  return found;
}
