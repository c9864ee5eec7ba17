import type { Found } from './find.ts';

const isClock = ({ reading }: Found): boolean => reading.type === 'TIME' && /T\d/.test(reading.value ?? '');

const dayOf = ({ reading }: Found): string | null =>
  /^\d{4}-\d{2}-\d{2}(?![\dT])/.exec(reading.value ?? '')?.[0] ?? null;

const onDay = (clock: Found, day: string): string => `${day}${clock.reading.value!.slice(10)}`;

/** "9 a.m. on Tuesday" is one time; in "on Tuesday at 9 a.m." the clock takes the day. */
export function joinClocks(found: readonly Found[], text: string): Found[] {
  const joined: Found[] = [];
  for (const next of found) {
    const before = joined.at(-1);
    const gap = before ? text.slice(before.to, next.from) : '';
    const [ahead, behind] = [dayOf(next), before ? dayOf(before) : null];
    if (before && isClock(before) && ahead && /^(?:,| \))? (?:on )?$/.test(gap)) {
      joined[joined.length - 1] = { ...before, to: next.to, reading: { type: 'TIME', value: onDay(before, ahead) } };
    } else if (isClock(next) && behind && gap.length < 60) {
      joined.push({ ...next, reading: { type: 'TIME', value: onDay(next, behind) } });
    } else joined.push(next);
  }
  return joined;
}
