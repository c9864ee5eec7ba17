/** Quotations meet cues: content grows to the whole quotation, and quotations without a cue find theirs. */
import { attribute, SPOKEN } from './attribute.ts';
import { withSpeaker } from './beside.ts';
import { cueFrom, cueTo, type Draft } from './draft.ts';
import { distinct, grow } from './grow.ts';
import { holds, overlap, piecesOfQuote, type QuoteContext, type Range, sentenceAt } from './place.ts';
import type { Quote } from './quotes.ts';

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

/** Only the last statement before a quotation, in the same or the neighbouring sentence, may go on in it. */
function continues(draft: Draft | undefined, quote: Quote, context: QuoteContext): boolean {
  if (!draft?.direct) return false;
  const end = Math.max(cueTo(draft), ...draft.pieces.map((p) => p.to));
  const start = sentenceAt(context.trees, quote.from);
  const before = sentenceAt(context.trees, end - 1);
  if (!start || !before) return false;
  return start.sentence.paragraph === before.sentence.paragraph && start.sentence.index - before.sentence.index <= 1;
}

/** Drafts by the places of their pieces: is a quotation already somebody's words? */
function coverage(drafts: readonly Draft[]): (quote: Quote) => boolean {
  const held = drafts.flatMap((draft) => draft.pieces.map(({ from, to }) => ({ from, to, draft })));
  held.sort((a, b) => a.from - b.from);
  const furthest: number[] = [];
  for (const { to } of held) furthest.push(Math.max(to, furthest.at(-1) ?? 0));
  return (quote) => {
    const half = 0.5 * (quote.to - quote.from);
    for (let i = lastBefore(held, quote.to); i >= 0 && furthest[i]! > quote.from; i--) {
      if (!holds(quote, cueFrom(held[i]!.draft)) && overlap(held[i]!, quote) > half) return true;
    }
    return false;
  };
}

/** Last index whose start lies before `at`; -1 where there is none. */
function lastBefore(list: readonly Range[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** All statements, with their quotations whole, in the order of their cues. */
export function withQuotes(found: readonly Draft[], context: QuoteContext): Draft[] {
  const taken = new Set<Quote>();
  for (const draft of found) for (const quote of grow(draft, context)) taken.add(quote);
  const drafts = found.map((d) => withSpeaker(d, context)).sort((a, b) => cueFrom(a) - cueFrom(b));
  const isCovered = coverage(drafts);
  const spoken = drafts.filter((d) => SPOKEN.has(d.kind));
  const added: Draft[] = [];
  let next = 0;
  let last: Draft | null = null;
  for (const quote of context.doubles) {
    while (next < spoken.length && cueFrom(spoken[next]!) < quote.from) last = spoken[next++]!;
    if (taken.has(quote) || !isUtterance(context.text, quote) || isCovered(quote)) continue;
    if (last && continues(last, quote, context)) {
      last.pieces = distinct([...last.pieces, ...piecesOfQuote(quote, context.trees)]);
      continue;
    }
    const draft = attribute(quote, last, context);
    if (!draft) continue;
    last = withSpeaker({ ...draft, pieces: piecesOfQuote(quote, context.trees) }, context);
    added.push(last);
  }
  return [...drafts, ...added].sort((a, b) => cueFrom(a) - cueFrom(b));
}
