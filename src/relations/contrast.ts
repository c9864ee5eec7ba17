/** Two periods of one relation side by side: what grew, what shrank, what is new and what stopped. Pure. */
import type { Quad, Status } from '../nouns.ts';
import { MUTUAL_TYPES } from '../ontology.ts';
import type { ComparedSide, Contrast, CoveredPeriod, Figure, PeriodsView, Tally } from '../rows.ts';
import { counted, grouped, inSentence, QUADS, STATUS_ORDER, typeNoun } from '../wording.ts';
import { tally } from './count.ts';
import { type Days, daysBetween } from './periods.ts';
import type { Relation } from './relation.ts';

export interface PeriodInput extends Days {
  /** Articles of independent origin by day of publication, of the whole record. */
  readonly volume: ReadonlyMap<string, number>;
  /** The relation's numbers within the period. */
  readonly relation: Relation;
}

function covered({ from, to, volume }: PeriodInput): CoveredPeriod {
  let articles = 0;
  for (const [day, n] of volume) if (day >= from && day <= to) articles += n;
  return { from, to, days: daysBetween(from, to) + 1, articles };
}

/** Rates are told for so many articles. */
const PER = 100;

/** Logarithms of the factorials from 0 to n. */
function logFactorials(n: number): number[] {
  const logs = [0];
  for (let k = 1; k <= n; k++) logs.push(logs[k - 1]! + Math.log(k));
  return logs;
}

/**
 * Chance of a split at least as uneven as this one, were the rates of both periods the same: the second count is then
 * binomial, its share the second period's share of the exposure.
 */
export function chanceOf(first: number, second: number, share: number): number | null {
  const n = first + second;
  if (!n || share <= 0 || share >= 1) return null;
  const logs = logFactorials(n);
  let [atMost, atLeast] = [0, 0];
  for (let k = 0; k <= n; k++) {
    const density = Math.exp(logs[n]! - logs[k]! - logs[n - k]! + k * Math.log(share) + (n - k) * Math.log(1 - share));
    if (k <= second) atMost += density;
    if (k >= second) atLeast += density;
  }
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

type Maker = (first: number, second: number) => Figure;

/** Makes figures of two counts for two periods. Exposure is coverage; days where one of the two has none. */
function figureMaker(first: CoveredPeriod, second: CoveredPeriod): Maker {
  const told = first.articles > 0 && second.articles > 0;
  const [x, y] = told ? [first.articles, second.articles] : [first.days, second.days];
  const rate = (n: number, articles: number) => (articles ? (PER * n) / articles : null);
  return (a, b) => {
    const [before, after] = [rate(a, first.articles), rate(b, second.articles)];
    const change = before === null || after === null ? null : after - before;
    return {
      ...{ first: a, second: b, change: b - a },
      rates: { first: before, second: after, change },
      p: chanceOf(a, b, y / (x + y)),
    };
  };
}

function figures<K extends string>(
  keys: readonly K[],
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  make: Maker,
): Record<K, Figure> {
  return Object.fromEntries(keys.map((key) => [key, make(a[key] ?? 0, b[key] ?? 0)])) as Record<K, Figure>;
}

type Sides = Pick<ComparedSide, 'direction' | 'from' | 'to'>;

function sideOf(who: Sides, first: Tally, second: Tally, make: Maker): ComparedSide {
  const types = [...new Set([...Object.keys(first.types), ...Object.keys(second.types)])].sort();
  const change = first.intensity === null || second.intensity === null ? null : second.intensity - first.intensity;
  return {
    ...who,
    events: make(first.events, second.events),
    reports: make(first.reports, second.reports),
    origins: make(first.origins, second.origins),
    quads: figures<Quad>(QUADS, first.quads, second.quads, make),
    types: figures(types, first.types, second.types, make),
    statuses: figures<Status>(STATUS_ORDER, first.statuses, second.statuses, make),
    intensity: { first: first.intensity, second: second.intensity, change },
  };
}

/** "from North Korea towards Russia", "between North Korea and Russia" */
function between({ direction, from, to }: Sides): string {
  const [x, y] = [inSentence(from.name), inSentence(to.name)];
  return direction === 'both' ? `between ${x} and ${y}` : `from ${x} towards ${y}`;
}

/** Types that are told of in one of the periods only; of what two do together once, for both. */
function onlyIn(sides: readonly ComparedSide[], period: 'first' | 'second'): Contrast[] {
  const other = period === 'first' ? 'second' : 'first';
  const found = sides.flatMap((side) =>
    Object.entries(side.types).flatMap(([type, figure]): Contrast[] => {
      if (MUTUAL_TYPES.has(type) !== (side.direction === 'both')) return [];
      if (figure[period] === 0 || figure[other] > 0) return [];
      const n = figure[period];
      const text = `${sentence(typeNoun(type, n !== 1))} ${between(side)}: ${counted(n, 'event')}`;
      return [{ direction: side.direction, type, kind: null, figure, text }];
    }),
  );
  return found.sort((x, y) => y.figure[period] - x.figure[period] || (x.text < y.text ? -1 : 1));
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Under this chance a difference is told as one. */
const TOLD = 0.05;

const rateInWords = (rate: number): string =>
  rate >= 10 ? grouped(Math.round(rate)) : String(Number(rate.toFixed(rate >= 1 ? 1 : 2)));

/** Cooperation and conflict of one direction, where the difference is more than coverage and chance would make it. */
function kindLine(side: ComparedSide, kind: 'cooperation' | 'conflict', make: Maker): Contrast | null {
  const sum = (period: 'first' | 'second') =>
    side.quads[`verbal ${kind}`][period] + side.quads[`material ${kind}`][period];
  const figure = make(sum('first'), sum('second'));
  if (figure.p === null || figure.p >= TOLD) return null;
  const { rates } = figure;
  const rose = (rates.change ?? figure.change) > 0;
  const rate =
    rates.first === null || rates.second === null
      ? ''
      : `; for each ${PER} articles of coverage ${rateInWords(rates.second)} after ${rateInWords(rates.first)}`;
  const counts = `${figure.second ? counted(figure.second, 'event') : 'no event'} after ${figure.first ? grouped(figure.first) : 'none'}`;
  const text = `${sentence(kind)} reported ${between(side)} ${rose ? 'rose' : 'fell'}: ${counts}${rate}.`;
  return { direction: side.direction, type: null, kind, figure, text };
}

/** The two directions and both together, compared. Events denied or told as not so are counted as such only. */
export function contrast(
  a: PeriodsView['a'],
  b: PeriodsView['b'],
  before: PeriodInput,
  after: PeriodInput,
): PeriodsView {
  const [first, second] = [covered(before), covered(after)];
  const make = figureMaker(first, second);
  const [x, y] = [before.relation, after.relation];
  const sides = [
    sideOf({ direction: 'forward', from: a, to: b }, x.forward.tally, y.forward.tally, make),
    sideOf({ direction: 'backward', from: b, to: a }, x.backward.tally, y.backward.tally, make),
    sideOf({ direction: 'both', from: a, to: b }, tally(x.events), tally(y.events), make),
  ];
  const lines = sides
    .slice(0, 2)
    .flatMap((side) => (['cooperation', 'conflict'] as const).flatMap((kind) => kindLine(side, kind, make) ?? []))
    .sort((one, other) => one.figure.p! - other.figure.p!);
  return { a, b, first, second, sides, lines, fresh: onlyIn(sides, 'second'), stopped: onlyIn(sides, 'first') };
}
