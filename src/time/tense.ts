/** Is what happens on a date behind or ahead of the story? Told from the nearest verb. */
import type { Tense } from './rule.ts';

const IRREGULAR =
  'said|says|told|was|were|had|did|has|have|came|went|took|began|won|lost|met|held|made|left|shot|gave|found|got|sent|struck|fell|rose|broke|brought|built|bought|caught|chose|drew|drove|fought|flew|grew|heard|hit|kept|knew|led|paid|ran|saw|set off|sold|spoke|spent|stood|swore|taught|thought|threw|tore|understood|wore|wrote|withdrew|overthrew|sank|shook|became|put|quit|sought|died|slew|born';

const FUTURE = [
  "(?:will|shall|would|might|may|could|can|must|should|won't|cannot)(?= [a-z])",
  "['’]ll",
  '(?:is|are|be|am) (?:about |going )?to (?=[a-z])',
  '(?:schedul|expect|slat|prepar)(?:ed|es?|ing)? (?:to|for|on|in|at)',
  '(?:due|set|ready|likely|poised|agree[sd]?|plan|plans|planning|hopes?|hoping|intends?|aims?|wants?|vow(?:s|ed)|pledge[sd]?|promise[sd]?|threaten(?:s|ed)?|call(?:s|ed)) (?:to|for|on)',
  "(?:(?:is|are|am)|['’]re) (?:not |also |now )?[a-z]+ing",
  'as (?:soon|early) as|no later than|upcoming',
];

const PAST = [
  '(?:had been|was|were) (?:due|scheduled|expected|set|slated)',
  'planned to',
  IRREGULAR,
  '(?!need|indeed|speed|feed|seed|hundred|succeed|proceed|exceed|embed)[a-z]{2,}ed',
];

const SIGNAL = new RegExp(
  `(?<![\\w])(?:(?<past0>${PAST[0]}|${PAST[1]})|(?<future>${FUTURE.join('|')})|(?<past>${PAST[2]}|${PAST[3]}))(?!\\w)`,
  'g',
);

const WINDOW = 140;
const INFINITIVE = /\bto [a-z]+(?: [\w'’-]+){0,5} (?:on |by |from |until |at )?$/;

const tenseOfSignal = (m: RegExpExecArray): Tense => (m.groups!['future'] ? 'future' : 'past');

function signals(text: string): RegExpExecArray[] {
  return [...text.matchAll(SIGNAL)] as RegExpExecArray[];
}

/** Reads the verb nearest in front of a date, else the first one behind it. Looks at 140 characters either way. */
export function tenseAround(text: string, from: number, to: number): Tense {
  const before = text.slice(Math.max(0, from - WINDOW), from);
  const last = signals(before).at(-1);
  if (INFINITIVE.test(before) && (!last || tenseOfSignal(last) === 'future')) return 'future';
  if (last) return tenseOfSignal(last);
  const next = signals(text.slice(to, to + WINDOW))[0];
  return next ? tenseOfSignal(next) : null;
}
