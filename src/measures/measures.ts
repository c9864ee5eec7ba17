/** Measures in force, and their meeting with reports. A lookup, not a judgement of law. */
import type { ActorRef, MeasureRow } from '../rows.ts';

export type Flow = 'to' | 'from' | 'both';

export interface Ban {
  readonly goods: readonly string[];
  readonly direction: Flow;
  /** What is banned, in words. */
  readonly words: string;
}

export interface Measure extends MeasureRow {
  readonly bans: readonly string[];
  /** The paragraph of a ban, where a row has several. */
  readonly at?: Readonly<Record<string, string>>;
  /** Groups that it is aimed at, by the lexicon's ids. */
  readonly group_ids?: readonly string[];
  /** UN: everybody; a body of `bound.tsv`; an ISO code; null: nobody is looked up. */
  readonly binds: string | null;
}

export interface Membership {
  readonly country: string;
  readonly since: string;
  readonly until: string | null;
}

/** Goods that a word names. */
export interface GoodsWord {
  readonly goods: string;
  /** Words one of which has to be told beside it, or sectors (upper case) one of which a party has to have; none: nothing has to. */
  readonly onlyWith: readonly string[];
}

/** What the lexicon holds. */
export interface Measures {
  readonly all: readonly Measure[];
  readonly byId: ReadonlyMap<string, Measure>;
  readonly bans: ReadonlyMap<string, Ban>;
  /** Word to goods. */
  readonly goods: ReadonlyMap<string, readonly GoodsWord[]>;
  /** Words beside which a word of goods names no goods: "arms embargo". */
  readonly beside: ReadonlySet<string>;
  /** States by their codes. */
  readonly names: ReadonlyMap<string, string>;
  /** Cues whose actor receives. */
  readonly purchases: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, readonly Membership[]>;
}

export const inForce = (measure: Measure, day: string): boolean =>
  measure.from <= day && (measure.to === null || day <= measure.to);

/** Is a measure aimed at this state or group? */
export const isAimedAt = (measure: Measure, target: string): boolean =>
  measure.targets.includes(target) || (measure.group_ids ?? []).includes(target);

/** Is a country bound by a measure on that day? */
export function isBound(measure: Measure, country: string, day: string, measures: Measures): boolean {
  if (measure.binds === 'UN') return true;
  if (measure.binds === null) return false;
  if (measure.binds === country) return true;
  const members = measures.members.get(measure.binds) ?? [];
  return members.some((m) => m.country === country && m.since <= day && (m.until === null || day <= m.until));
}

/** Measures on a day that are aimed at one of two actors and bind the other. Without a day: those that have no end. */
export function measuresBetween(a: ActorRef, b: ActorRef, day: string | null, measures: Measures): MeasureRow[] {
  const at = day ?? '9999-12-31';
  const between = (m: Measure, target: ActorRef, other: ActorRef) =>
    other.country !== null &&
    other.country !== target.country &&
    [target.key, target.country].some((one) => one !== null && isAimedAt(m, one)) &&
    isBound(m, other.country, at, measures);
  return measures.all
    .filter((m) => m.bans.length > 0 && inForce(m, at) && (between(m, a, b) || between(m, b, a)))
    .map(toRow);
}

/** A measure without what only looking up needs. */
export function toRow(measure: Measure): MeasureRow {
  const { id, authority, instrument, paragraphs, targets, scope, from, to, force, url, source, checked } = measure;
  const { confirmed, known_until } = measure;
  return {
    ...{ id, authority, instrument, paragraphs, targets, scope, from, to, force, url, source, checked },
    ...{ confirmed, known_until },
  };
}
