/** The crucial quote: the one quotation that a brief gives. */
import type { ActorRef, BriefQuote, QuoteRow } from '../rows.ts';
import type { BriefInput } from './brief.ts';
import type { Told } from './choose.ts';
import type { Citations } from './cite.ts';

const DAY_MS = 86_400_000;
/** The other side of a brief on one actor, or on words. */
const isOpenEnd = (side: ActorRef): boolean => side.name === 'anybody' || side.key === 'state';

const wordCount = (quote: QuoteRow): number =>
  quote.content
    .map((piece) => piece.text)
    .join(' ')
    .split(/\s+/).length;

/** Worth of a quotation: a heading that names it, an office, both sides in its sentence, a whole sentence, a fitting length, news. */
function quoteWeight(quote: QuoteRow, { view }: BriefInput, last: string): number {
  const words = wordCount(quote);
  const names = [view.a, view.b].filter((side) => quote.sentence.text.includes(side.name)).length;
  const party = [view.a, view.b].some((side) => side.country !== null && side.country === quote.speaker?.country);
  const days =
    quote.source.published && last ? Math.abs(Date.parse(last) - Date.parse(quote.source.published)) / DAY_MS : 400;
  const heading = /quote/i.test(quote.sentence.section ?? '') ? 4 : 0;
  const whole = /^[“"‘']?\p{Ll}/u.test(quote.content[0]?.text ?? '') ? 0 : 0.6;
  const length = words < 6 || words > 60 ? -3 : Math.min(words, 20) / 20;
  return (
    heading +
    (quote.speaker?.office ? 1 : 0) +
    names * 1.5 +
    whole +
    (party ? 0.7 : 0) +
    length +
    1.5 * 0.5 ** (days / 120)
  );
}

/** Short and mostly of capitals: the name of something, in quotation marks. */
function isName(quote: QuoteRow): boolean {
  const words = quote.content.flatMap((piece) => piece.text.match(/\p{L}[\p{L}'’-]*/gu) ?? []);
  return words.length < 8 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length;
}

const placeOf = (article: string, sentence: number): string => `${article} ${sentence}`;
/** The words of a search stand in quotation marks in its title. */
const plain = ({ name }: ActorRef): string => name.replace(/^“|”$/g, '').toLowerCase();

/**
 * Of several articles a quotation has to be of one of the two, name one, or stand in a sentence that tells of what the
 * brief is on; of one article alone, any is to the point.
 */
function isToThePoint({ view, reports }: BriefInput): (quote: QuoteRow) => boolean {
  const several = new Set(reports.map((report) => report.source.article)).size > 1;
  if (!several) return () => true;
  const telling = new Set(reports.map(({ source, sentence }) => placeOf(source.article, sentence.index)));
  const sides = [view.a, view.b].filter((side) => !isOpenEnd(side));
  return ({ speaker, sentence, source }) =>
    telling.has(placeOf(source.article, sentence.index)) ||
    sides.some(
      (side) =>
        sentence.text.toLowerCase().includes(plain(side)) ||
        speaker?.key === side.key ||
        (side.kind === 'country' && side.country === speaker?.country),
    );
}

/** Fewer words in quotation marks are somebody's word for a thing. */
const LEAST_QUOTED = 6;

/** A speaker with a name: "which" and "he" say nothing to who has not read the article. */
const isNamed = ({ speaker }: QuoteRow): boolean =>
  Boolean(speaker?.name && (speaker.key || /\p{Lu}|\s/u.test(speaker.name)));

/** The quotation of most worth, of sentences that have not been told. */
export function chooseQuote(input: BriefInput, last: string, told: Told): QuoteRow | null {
  const direct = input.statements
    .filter((quote) => quote.direct && isNamed(quote) && wordCount(quote) >= LEAST_QUOTED && !isName(quote))
    .filter(isToThePoint(input))
    .filter((quote) => !told.hasWords(quote.sentence.text));
  const weighed = direct.map((quote) => ({ quote, weight: quoteWeight(quote, input, last) }));
  weighed.sort((a, b) => b.weight - a.weight || (a.quote.id < b.quote.id ? -1 : 1));
  return weighed[0]?.quote ?? null;
}

/** A quotation as the brief gives it: its words byte for byte. */
export function quoteLine(quote: QuoteRow, citations: Citations): BriefQuote {
  const { name, office } = quote.speaker!;
  return {
    text: quote.sentence.text,
    words: quote.content.map((piece) => piece.text),
    speaker: name!,
    office,
    status: null,
    day: quote.source.published,
    cites: [citations.ofQuote(quote)],
  };
}
