/** Datelines: the place, date and agency that a report begins with. */
import type { Dateline } from '../nouns.ts';

const MONTH =
  '(?:J[Aa][Nn]|F[Ee][Bb]|M[Aa][Rr]|A[Pp][Rr]|M[Aa][Yy]|J[Uu][Nn]|J[Uu][Ll]|A[Uu][Gg]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc])[A-Za-z]*\\.?';
const DATE = `${MONTH}\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\s+${MONTH}(?:\\s+(?:\\d{4}|\\d{2}(?!\\d)))?`;
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}.'’-]*|de|la|el|del|of|the|and)){0,4}?";
const PLACE = `^\\s*(?:Reuters\\s+)?(?<place>${NAME})(?<region>(?:,\\s+|/)${NAME})??`;
const MARK = '--|—|–|-|:|_';

/** "PYONGYANG, June 19 (KCNA) --" */
const PLAIN = new RegExp(
  `${PLACE}(?:,?\\s+(?<date>${DATE}))?(?:,\\s+(?<wire>\\p{Lu}{2,8}))?\\s*(?:\\((?<agency>[^()]{2,60})\\))?` +
    `\\s*(?:(?<mark>${MARK})|(?<=\\)))\\s+`,
  'u',
);

/** "MOSCOW, May 5. /TASS/." */
const SLASHED = new RegExp(
  `${PLACE},?\\s+(?<date>${DATE})\\.?\\s*/\\s?(?<agency>[\\p{L}][^/\\n]{1,30}?)\\s?/(?:\\.|\\s*(?:${MARK}))\\s+`,
  'u',
);

/** "Tehran, Iran | AFP | The army …" */
const BARRED = new RegExp(
  `${PLACE}\\s+\\|\\s+(?:(?<date>${DATE})\\s+\\|\\s+)?(?<agency>${NAME})\\s+(?:\\||${MARK})\\s+`,
  'u',
);

/** What a dash or colon must have around it to end a dateline: "Dash" of its own, "colon" right behind the place. */
function endsDateline(whole: string, mark: string | undefined, given: boolean): boolean {
  if (mark === undefined) return given;
  return mark === ':' ? true : mark.length > 1 || mark === '—' || /\s[–_-]\s*$/.test(whole);
}

/** "Lagos - Police said": a lone dash behind a place, before a capital, and no second one that closes a parenthesis. */
const standsApart = (mark: string | undefined, after: string): boolean =>
  mark !== undefined && mark !== ':' && /^["“‘']?\p{Lu}/u.test(after) && !/ (?:--?|—|–) /.test(after);

/** "Paris (AFP) The envoy": an agency's short name in brackets, and a sentence that begins right behind it. */
const standsBefore = (agency: string | undefined, after: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(agency ?? '') && /^["“‘']?\p{Lu}\p{Ll}*(?:\s|['’]s)/u.test(after);

const isCapitals = (place: string): boolean => place === place.toUpperCase() && /\p{Lu}{3}/u.test(place);

/** Notes of an editor between a dateline and its report: "[Text]". */
const NOTES = /^(?:\[[^[\]\n]{2,80}\]\s+){1,3}/;

/** Is what PLAIN found a dateline, with `after` behind it? */
function isPlain(match: RegExpExecArray, after: string): boolean {
  const { place = '', date, wire, agency, mark } = match.groups!;
  const strong = (date && (agency || wire || mark)) || (agency && mark) || (isCapitals(place) && mark);
  if (strong) return endsDateline(match[0], mark, Boolean(date && agency));
  return mark === undefined
    ? standsBefore(agency, after)
    : mark !== ':' && standsApart(mark, after) && endsDateline(match[0], mark, false);
}

/**
 * "PYONGYANG, June 19 (KCNA) --", "Kilis, Turkey -", "KABUL:", "MOSCOW, May 5. /TASS/.", "Tehran, Iran | AFP |": a place before a mark,
 * with a date, an agency, a state behind it, or in capitals; null where it is none. An editor's notes behind it are part of it.
 */
export function readDateline(text: string, from: number): Dateline | null {
  const head = text.slice(from, from + 160);
  const plain = PLAIN.exec(head);
  const behind = (end: number): string => text.slice(from + end, from + end + 160);
  const match = plain && isPlain(plain, behind(plain[0].length)) ? plain : (SLASHED.exec(head) ?? BARRED.exec(head));
  if (!match?.groups) return null;
  const { place = '', date, wire, agency } = match.groups;
  const [notes = ''] = NOTES.exec(behind(match[0].length)) ?? [];
  const to = from + match[0].length + notes.length;
  return { place: place.trim(), dateText: date ?? null, agency: agency ?? wire ?? null, from, to };
}
