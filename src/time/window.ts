import { addDays } from './calendar.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}

const DAYS: Readonly<Record<string, number>> = { TH: 1 / 24, D: 1, W: 7, M: 30.44, Y: 365.25, Q: 91.31, DE: 3652.5 };

const BEHIND = /^(?:the )?(?:past|last) /i;
const AHEAD = /^(?:the )?(?:next|coming) /i;
const PAST = /^(?:the )?past (?:week|month|year)$/i;
const PAST_DAYS: Readonly<Record<string, number>> = { k: 7, h: 30.44, r: 365.25 };

const between = (a: string, b: string): Days => (a < b ? { from: a, to: b } : { from: b, to: a });

/** "the past year" and "the last 24 hours" end on the day of publication, "the next two weeks" begin there. Null for all else. */
export function windowOf(text: string, value: string, on: string | null): Days | null {
  if (!on) return null;
  if (PAST.test(text)) {
    const days = PAST_DAYS[text.at(-1)!.toLowerCase()]!;
    return between(addDays(on, -Math.round(days)), on);
  }
  const amount = /^P(T?)(\d+(?:\.\d+)?)([A-Z]+)$/.exec(value);
  const sign = BEHIND.test(text) ? -1 : AHEAD.test(text) ? 1 : 0;
  const unit = amount && DAYS[amount[1]! + amount[3]!];
  if (!unit || sign === 0) return null;
  const days = sign * Math.max(1, Math.round(Number(amount[2]) * unit));
  return Math.abs(days) < 366 * 1000 ? between(on, addDays(on, days)) : null;
}
