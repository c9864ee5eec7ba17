/** What a sentence is in the layout of its article: prose, heading, reference, boilerplate. */
import type { Dateline } from '../nouns.ts';

const BOILERPLATE = [
  /^(?:follow|like|find|join|connect with|subscribe to|contact|email|e-mail) (?:me|us|our|the author|\S+ on) ?(?:on|at|via|in)?\b.{0,60}$/i,
  /^(?:follow|find|like) .{1,40} on (?:twitter|x|facebook|instagram|linkedin|telegram|youtube|threads|bluesky|mastodon)\b/i,
  /^send (?:me|us) (?:a |your )?(?:secure |news |anonymous )*tips?\b/i,
  /^(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|alerts?|updates?|briefing|inbox|free)\b/i,
  /^(?:click|tap) (?:here|to)\b/i,
  /^(?:share|post|tweet) (?:this|the) (?:article|story|page|post|report)\b.{0,60}$/i,
  /^(?:read|see|watch|listen)(?: also| more| next|:| full)\b.{0,90}$/i,
  /^(?:share|tweet|print|email|copy link|advertisement|advertising|sponsored|related (?:articles|stories|topics|content)|most (?:read|popular)|comments?|tags?|topics?)[:.]?$/i,
  /^(?:©|\(c\)|copyright)\b/i,
  /\ball rights reserved\b/i,
  /^(?:photo|image|picture|video|credit|source)s?(?: by| credit|:).{0,90}$/i,
  /^(?:reporting|writing|additional reporting|editing|compiled|edited|translated) by\b/i,
  /^(?:this (?:article|story|report) (?:was|has been) (?:originally |first )?(?:published|updated|amended|corrected))\b/i,
  /^(?:cookies?|privacy policy|terms of (?:use|service))\b/i,
  /^get (?:the|our|all|your) .{0,60}\b(?:newsletter|app|inbox|email)\b/i,
  /^(?:have a (?:news )?tip|got a tip|do you have (?:a tip|information))\b/i,
];

/** Is the line an invitation, a share bar or a notice, rather than news? */
export const isBoilerplate = (line: string): boolean =>
  line.length <= 240 && BOILERPLATE.some((pattern) => pattern.test(line.trim()));

const REFERENCES =
  /^(?:further|related|recommended|additional|more) (?:reading|links|coverage|stories)$|^(?:sources?|references|read more|external links|see also)$/i;

export const isReferenceHeading = (line: string): boolean => REFERENCES.test(line.trim().replace(/:$/, ''));

/** The publisher in brackets at the end of a reading-list entry. */
export function publisherOf(line: string): string | null {
  return /\(([^()]{2,80})\)\s*$/.exec(line.trim())?.[1] ?? null;
}

const MOST_HEADING_WORDS = 8;

/** A short line of its own, without a verb's full stop, in title or capital letters: a section's head. */
export function isHeading(line: string): boolean {
  const text = line.trim();
  const words = text.split(/\s+/);
  if (words.length > MOST_HEADING_WORDS || /[.!?…,;"”]$/.test(text) || !/^\p{Lu}/u.test(text)) return false;
  const big = words.filter((w) => /^[\p{Lu}\p{N}]/u.test(w)).length;
  return words.length <= 4 ? big >= Math.ceil(words.length / 2) : big >= words.length * 0.6;
}

const MONTH =
  '(?:J[Aa][Nn]|F[Ee][Bb]|M[Aa][Rr]|A[Pp][Rr]|M[Aa][Yy]|J[Uu][Nn]|J[Uu][Ll]|A[Uu][Gg]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc])[A-Za-z]*\\.?';
const DATE = `${MONTH}\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\s+${MONTH}(?:\\s+\\d{4})?`;
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|de|la|el|del|of|the|and)){0,4}?";
const DATELINE = new RegExp(
  `^\\s*(?:Reuters\\s+)?(?<place>${NAME})(?<region>(?:,\\s+|/)${NAME})??(?:,?\\s+(?<date>${DATE}))?` +
    `(?:,\\s+(?<wire>\\p{Lu}{2,8}))?\\s*(?:\\((?<agency>[^()]{2,30})\\))?\\s*(?:(?<mark>--|—|–|-|:)|(?<=\\)))\\s+`,
  'u',
);

/** What a dash or colon must have around it to end a dateline: "Dash" of its own, "colon" right behind the place. */
function endsDateline(whole: string, mark: string | undefined, given: boolean): boolean {
  if (mark === undefined) return given;
  return mark === ':' ? true : mark.length > 1 || mark === '—' || /\s[–-]\s*$/.test(whole);
}

/** "Lagos - Police said": a lone dash behind a place, before a capital, and no second one that closes a parenthesis. */
const standsApart = (mark: string | undefined, after: string): boolean =>
  mark !== undefined && mark !== ':' && /^["“‘']?\p{Lu}/u.test(after) && !/ (?:--?|—|–) /.test(after);

/**
 * "PYONGYANG, June 19 (KCNA) --", "Kilis, Turkey -", "KABUL:": a place before a dash or colon, with a date, an agency, a state
 * behind it, or in capitals; null where it is none.
 */
export function readDateline(text: string, from: number): Dateline | null {
  const head = text.slice(from, from + 120);
  const match = DATELINE.exec(head);
  if (!match?.groups) return null;
  const [whole] = match;
  const { place = '', date, wire, agency, mark } = match.groups;
  const bureau = agency ?? wire;
  const capitals = place === place.toUpperCase() && /\p{Lu}{3}/u.test(place);
  const after = text.slice(from + whole.length, from + whole.length + 160);
  const strong = Boolean((date && (bureau || mark)) || (agency && mark) || (capitals && mark));
  const weak = mark !== ':' && standsApart(mark, after);
  if (!(strong || weak) || !endsDateline(whole, mark, Boolean(date && agency))) return null;
  return { place: place.trim(), dateText: date ?? null, agency: bureau ?? null, from, to: from + whole.length };
}
