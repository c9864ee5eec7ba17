/** What a finder is: a name, the classes of words it needs, a pattern, and what it makes of a match. */
import type { TimexType } from '../nouns.ts';

export type Tense = 'past' | 'future' | null;

/** What a match is read against. */
export interface Setting {
  /** The day of publication, or null. */
  readonly date: string | null;
  /** The last day that the story named. */
  readonly last: string | null;
  /** The quarter that the story speaks of, "1989-Q3". */
  readonly quarter: string | null;
}

export interface Match {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** Up to 24 characters in front, up to 40 behind. */
  readonly before: string;
  readonly after: string;
  /** The tense of what happens at the time, from the words around; worked out when asked for. */
  readonly tense: () => Tense;
}

export interface Reading {
  readonly type: TimexType;
  /** Null where the day of publication would be needed. */
  readonly value: string | null;
}

export interface Rule {
  readonly name: string;
  /** Classes of words that must all be in the sentence (bits of `CLASS`). */
  readonly needs: number;
  readonly pattern: RegExp;
  /** Null for a mirage. */
  readonly read: (match: Match, setting: Setting) => Reading | null;
}

/** Classes of words, one bit each. */
export const CLASS = { month: 1, weekday: 2, unit: 4, digit: 8, deixis: 16, holiday: 32, set: 64, part: 128 } as const;

export const rule = (name: string, needs: number, pattern: string, read: Rule['read']): Rule => ({
  name,
  needs,
  pattern: new RegExp(`(?<![\\w$€£.À-ɏ])(?:${pattern})(?![\\wÀ-ɏ]|[.,]\\d)`, 'gi'),
  read,
});

export const date = (value: string | null): Reading => ({ type: 'DATE', value });
export const time = (value: string | null): Reading => ({ type: 'TIME', value });
export const duration = (value: string): Reading => ({ type: 'DURATION', value });
export const set = (value: string): Reading => ({ type: 'SET', value });
