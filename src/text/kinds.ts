/** What a sentence is in the layout of its article: prose, heading, reference, boilerplate. */
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
