/** Words as UD English has them: clitics and hyphens apart, abbreviations and numbers whole. One pass, linear time. */
import type { Token } from '../nouns.ts';
import { BEFORE_NUMBERS, isAbbreviation, TITLES } from './abbreviations.ts';

/** Prefixes that stay with their word across a hyphen. */
const PREFIXES = new Set(
  'non e mid anti re co pre pro post cross semi ex sub multi counter neo inter intra ultra un bi tri micro macro mini'.split(
    ' ',
  ),
);

const CLITICS = /^(.+?)(n['’`]t|['’`](?:s|re|ve|ll|d|m)|s['’`]|['’])$/i;

const FUSED: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  gotta: 3,
  wanna: 3,
  dont: 2,
  doesnt: 4,
  didnt: 3,
  wont: 2,
  cant: 2,
  isnt: 2,
  wasnt: 3,
  lets: 3,
  dunno: 2,
};

/** Prefixes that stay with a name too ("pro-Russian", "non-Muslim"). */
const BEFORE_NAMES = new Set('non anti pro pre post mid ex'.split(' '));

function isPrefixBefore(prefix: string, next: string): boolean {
  const lower = prefix.toLowerCase();
  // "UN-backed" has a name before it; "RE-OPEN" is all in capitals.
  if (/^\p{Lu}{2,}$/u.test(prefix)) return lower !== 'un' && PREFIXES.has(lower) && /\p{Lu}/u.test(next);
  return PREFIXES.has(lower) && (/\p{Ll}/u.test(next) || (BEFORE_NAMES.has(lower) && /\p{Lu}/u.test(next)));
}

const LONGEST = 120;

// Alternatives in order: addresses; dotted abbreviations; numbers; words with inner apostrophes; runs of stops or dashes; any other character.
const PIECE = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.|HTTPS?:\/\/|WWW\.)[^\s<>"“”]{1,1000000}`, // addresses
    String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}`,
    String.raw`[@#][\p{L}_][\p{L}\p{N}_]{1,60}`,
    String.raw`(?:[A-Za-z][\w-]{0,40}\.){1,5}(?:com|org|net|gov|edu|info|co\.uk|co|io|tv|pdf|docx?|html?|jpe?g|png|xlsx?|txt|COM|ORG|NET|GOV|EDU)(?![\w.-]*\w)`,
    String.raw`[:;]-?[()DP](?![\p{L}\p{N}])`, // smileys
    String.raw`(?:\p{L}\.){2,12}|(?<![\p{L}\p{N}])\p{Lu}\p{Ll}\.\p{Lu}\.`, // dotted abbreviations ("U.S.", "Ph.D.")
    String.raw`US(?=\$)|[AC]\$|HK\$`,
    String.raw`\d{3}-\d{3}-\d{4}(?![\w-])|\d{3}-\d{4}(?![\w-])`, // telephones
    String.raw`(?<![\p{L}\p{N}])[+]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|['’]s)?(?![\p{L}\d]|[.,:/]\d)`, // numbers
    String.raw`(?<=^|[\s$€£(])\.\d+(?![\p{L}\d])`,
    String.raw`\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|['’]s)?(?![\p{L}\d]|[.,:/]\d)`,
    String.raw`\d+(?:[.,:]\d+)*(?=(?:km|kg|mm|cm|m|mph|kph|bn|mn|am|pm|pc|ft|mi)(?![\p{L}\d]))`,
    String.raw`[\p{L}\p{N}_\p{M}]+(?:['’${'`'}][\p{L}\p{N}\p{M}]+)*['’]?`, // words
    String.raw`\.{2,}|-{2,}|[!?]{2,}|([*=+_~#$])\1+|<<|>>`, // runs
    String.raw`\p{Emoji_Presentation}|[^\s]`,
  ].join('|'),
  'gu',
);

const isBoundaryHyphen = (text: string, at: number): boolean =>
  text[at] === '-' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '');

interface Raw {
  from: number;
  to: number;
}

/** Pieces between spaces and punctuation, before clitics are cut and prefixes joined. */
function rawPieces(text: string, from: number, to: number): Raw[] {
  const pieces: Raw[] = [];
  PIECE.lastIndex = from;
  for (let m = PIECE.exec(text); m && m.index < to; m = PIECE.exec(text)) {
    let end = Math.min(m.index + m[0].length, to);
    if (m[0].length > 1 && /^(?:https?:|www\.)/i.test(m[0]))
      end = m.index + trimAddress(text.slice(m.index, end)).length;
    pieces.push({ from: m.index, to: end });
    PIECE.lastIndex = end;
  }
  return pieces;
}

const trimAddress = (address: string): string => address.replace(/[.,;:!?)\]'’]+$/, '');

/** Joins "re-" and the like to what follows; everything else about a hyphen stays three tokens. */
function joinPrefixes(text: string, pieces: readonly Raw[]): Raw[] {
  const joined: Raw[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = { ...pieces[i]! };
    let start = piece.from;
    for (;;) {
      const [hyphen, next] = [pieces[i + 1], pieces[i + 2]];
      if (!hyphen || next?.from !== hyphen.to || hyphen.from !== piece.to || !isBoundaryHyphen(text, hyphen.from))
        break;
      if (!isPrefixBefore(text.slice(start, piece.to), text[next.from]!)) break;
      [start, piece.to] = [next.from, next.to];
      i += 2;
    }
    joined.push(piece);
  }
  return joined;
}

/** "Mr" and "." are one token where the word is an abbreviation. A single letter counts as an initial before a capital. */
function joinStops(text: string, pieces: readonly Raw[]): Raw[] {
  const joined: Raw[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const stop = pieces[i + 1];
    const word = text.slice(piece.from, piece.to);
    const dot = stop && stop.from === piece.to && stop.to === stop.from + 1 && text[stop.from] === '.';
    if (
      dot &&
      piece.to - piece.from <= 8 &&
      (BEFORE_NUMBERS.has(word.toLowerCase())
        ? NUMBER.test(text.slice(stop.to, stop.to + 8))
        : isAbbreviation(word) && (followedOn(text, stop.to) || TITLES.has(word.toLowerCase())))
    ) {
      joined.push({ from: piece.from, to: stop.to });
      i += 1;
    } else joined.push(piece);
  }
  return joined;
}

/** A figure, a Roman one that is no word ("Art. II", but "art. I think"), or a small number in letters ("No. two"). */
const NUMBER = /^\s*(?:\d|(?:[IVX]{2,}|[VX]|one|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}'’]))/u;

const followedOn = (text: string, at: number): boolean => /^\s*[\p{L}\p{N},;:)(&'"]/u.test(text.slice(at, at + 6));

const CLOSING_QUOTE = /['’]$/;

/** "shouldn't've": what stands before one clitic may end in another. */
const STACKED = /^(.+?)(n['’`]t|['’`](?:re|ve|ll|d|m))$/i;

/** Where n't, 's and the like begin in the piece, first to last; an apostrophe alone behind "workers". */
function cutsOf(form: string, match: RegExpExecArray | null): number[] {
  const fused = FUSED[form.toLowerCase()];
  if (fused) return [fused];
  if (!match || !/\p{L}|\d/u.test(match[1]!)) return [];
  const cuts = [/^s['’`]$/i.test(match[2]!) ? form.length - 1 : match[1]!.length];
  if (!STACKED.test(form)) return cuts;
  for (let rest = STACKED.exec(match[1]!); rest; rest = STACKED.exec(rest[1]!)) cuts.unshift(rest[1]!.length);
  return cuts;
}

/** Cuts n't, 's and the like off; the first part carries the end of the whole token. */
function cutClitics(text: string, piece: Raw, out: Token[]): void {
  const form = text.slice(piece.from, piece.to);
  const match = form.length > LONGEST || !/['’`]/.test(form) ? null : CLITICS.exec(form);
  const cuts = cutsOf(form, match).map((at) => piece.from + at);
  if (!cuts.length) {
    out.push({ ...piece, form });
    return;
  }
  const isQuote = match && CLOSING_QUOTE.test(form) && !/^s['’`]$/i.test(match[2]!);
  [piece.from, ...cuts].forEach((from, i) => {
    const to = cuts[i] ?? piece.to;
    const isFirst = i === 0 && !isQuote;
    out.push({ from, to, form: text.slice(from, to), ...(isFirst && { multiwordTo: piece.to }) });
  });
}

/** Tokens of `text` from `from` to `to`. */
export function tokenize(text: string, from: number, to: number): Token[] {
  const pieces = joinStops(text, joinPrefixes(text, rawPieces(text, from, to)));
  const tokens: Token[] = [];
  for (const piece of pieces) {
    if (/['’`]|^\p{L}{4,6}$/u.test(text.slice(piece.from, Math.min(piece.to, piece.from + LONGEST))))
      cutClitics(text, piece, tokens);
    else tokens.push({ ...piece, form: text.slice(piece.from, piece.to) });
  }
  return tokens;
}
