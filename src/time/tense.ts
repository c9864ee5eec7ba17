/** Is what happens on a date behind or ahead of the story? Told from the nearest verb. */
import type { Tense } from './rule.ts';

const IRREGULAR =
  'said|says|told|was|were|had|did|has|have|came|went|took|began|won|lost|met|held|made|left|shot|gave|found|got|sent|struck|fell|rose|broke|brought|built|bought|caught|chose|drew|drove|fought|flew|grew|heard|hit|kept|knew|led|paid|ran|saw|set off|sold|spoke|spent|stood|swore|taught|thought|threw|tore|understood|wore|wrote|withdrew|overthrew|sank|shook|became|put|quit|sought|died|slew|born';

const FUTURE = [
  "(?:will|shall|would|might|may|could|can|must|should|won['’]t|cannot)(?: not| also| then| again| still| now| never| soon| only| even| [a-z]+ly)?(?: be| have)?(?: been)? [a-z]+",
  "['’]ll [a-z]+",
  '(?:is|are|be|am) (?:about |going |due |set |expected |scheduled |planned |slated )?to (?:be )?[a-z]+',
  '(?:schedul|expect|slat|prepar|plann)(?:ed|ing)?|expects?|plans? (?:to|for|on)',
  '(?:decided|voted|opted|offered|agreement|deal|decision|proposal|intention|pact|contract|offer) to (?:be )?[a-z]+',
  'meets?|begins|starts|travels|departs|arrives|hosts',
  '(?:due|set|ready|likely|poised|agree[sd]?|hopes?|hoping|intends?|aims?|wants?|vow(?:s|ed)|pledge[sd]?|promise[sd]?|threaten(?:s|ed)?|call(?:s|ed)) to (?:be )?[a-z]+',
  '(?:due|set|ready|poised|hop(?:es?|ing)|intend(?:s|ed)?|aims?|wants?) (?:for|on)|call(?:s|ed) for(?= $)',
  "call(?:s|ed) (?:on|for|upon) (?:[\\w'’]+ ){1,4}to [a-z]+",
  "(?:(?:is|are|am)|['’]re) (?:not |also |now )?[a-z]+ing",
  'to be [a-z]+|as (?:soon|early) as|no later than|upcoming|payable|(?:if|when|once|unless) (?:[a-z]+ ){1,3}(?:is|are) [a-z]+(?:ed|rd|ld|en)',
];

const PAST = [
  '(?:had been|was|were) (?:due|scheduled|expected|set|slated)',
  `set(?! (?:to|for)\\b)|${IRREGULAR}`,
  '(?<!\\b(?:an?|the|its|his|her|their|still|newly|of) )(?!need|indeed|speed|feed|seed|hundred|succeed|proceed|exceed|embed)[a-z]{2,}ed',
];

const SIGNAL = new RegExp(
  `(?<![\\w])(?:(?<before>${PAST[0]}|could(?: not|n['’]t) [a-z]+|(?:[Nn]either|[Nn]o one|[Nn]obody|[Nn]one) (?:[\\w'’]+ ){0,8}could)|(?<future>${FUTURE.join('|')})|(?<past>${PAST[1]}|${PAST[2]}))(?!\\w)`,
  'g',
);

const WINDOW = 140;
const INFINITIVE = /\bto [a-z]+(?: [\w'’-]+){0,5} (?:on |by |from |until |at )?$/;

const tenseOfSignal = (m: RegExpExecArray): Tense => (m.groups!['future'] ? 'future' : 'past');

function signals(text: string): RegExpExecArray[] {
  return [...text.matchAll(SIGNAL)] as RegExpExecArray[];
}

/** "On Thursday she pledged to go": a date in front is the pledge's. */
const SAID = /^(?:agreed|vowed|pledged|promised|threatened|called|decided|voted|opted|offered)\b/;

/** Reads the verb nearest in front of a date, else the first one behind it. Looks at 140 characters either way. */
export function tenseAround(text: string, from: number, to: number): Tense {
  const before = text.slice(Math.max(0, from - WINDOW), from);
  if (/\b(?:until|through|as (?:soon|early) as|no later than) (?:[\w.:]+ ){0,3}$/.test(before)) return 'future';
  const last = signals(before).at(-1);
  if (INFINITIVE.test(before) && (!last || tenseOfSignal(last) === 'future')) return 'future';
  if (last) return tenseOfSignal(last);
  const next = signals(text.slice(to, to + WINDOW))[0];
  return next ? (SAID.test(next[0]) ? 'past' : tenseOfSignal(next)) : null;
}
