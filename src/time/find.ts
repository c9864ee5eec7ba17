import type { Match, Reading, Setting } from './rule.ts';
import { RULES } from './rules.ts';
import { tenseAround } from './tense.ts';

/** An expression in a sentence; offsets are into the sentence. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly order: number;
  readonly reading: Reading;
}

const [BEFORE, AFTER] = [24, 40];
/** Longer sentences than this are no prose; reading stops there. */
const LONGEST = 4000;

function matchOf(text: string, m: RegExpExecArray): Match {
  const [from, to] = [m.index, m.index + m[0].length];
  return {
    groups: m.groups ?? {},
    text: m[0],
    before: text.slice(Math.max(0, from - BEFORE), from),
    after: text.slice(to, to + AFTER),
    tense: () => tenseAround(text, from, to),
  };
}

function candidatesIn(text: string, classes: number, setting: Setting): Found[] {
  const found: Found[] = [];
  RULES.forEach(({ needs, pattern, read }, order) => {
    if ((classes & needs) !== needs) return;
    for (const m of text.matchAll(pattern)) {
      const reading = read(matchOf(text, m as RegExpExecArray), setting);
      if (!reading) continue;
      const lead = /^(?:over|during|at|in|since|by) the (?=weekend|summer|winter|spring|autumn|fall)/i.exec(m[0]);
      const from = m.index + (lead ? lead[0].indexOf('the') : 0);
      found.push({ from, to: m.index + m[0].length, order, reading });
    }
  });
  return found;
}

/** The longest first; of equals the earlier rule. No two overlap. */
function settle(candidates: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const c of [...candidates].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.order - b.order || a.from - b.from,
  )) {
    if (!kept.some((k) => c.from < k.to && k.from < c.to)) kept.push(c);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** All expressions of a sentence, none over another, in order. */
export const findAll = (text: string, classes: number, setting: Setting): Found[] =>
  settle(candidatesIn(text.slice(0, LONGEST), classes, setting));
