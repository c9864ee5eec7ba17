/**
 * Finds periods that stand out. The count of a period is compared with what the periods before it lead to expect, for
 * the volume of coverage it has: with a Gamma prior on the rate of events per article, worn down with age, the count
 * to come follows a negative binomial distribution, widened where the past was uneven, and its tail is the surprise.
 * A sparse or uneven past makes it cautious.
 */

/** Trailing periods that the expectation rests on. */
const TRAILING = 12;
/** Periods that have to be there before anything is called a change. */
const LEAST_PAST = 4;
/** What one step of age leaves of a period's weight. */
const WEAR = 0.88;
/** The prior: this many events, at the rate of the whole past. */
const PRIOR_EVENTS = 0.6;
/** The scatter that is supposed before anything is seen, and the weight of that. */
const PRIOR_SCATTER = 1.6;
const SCATTER_WEIGHT = 2;
/** Probability under which a count is a change. */
const ALARM = 0.002;
/** Fewer events than this are no rise, and a fall from fewer expected ones is none. */
const LEAST_EVENTS = 3;

export interface Surprise {
  readonly index: number;
  readonly count: number;
  readonly expected: number;
  /** Chance of a count so far out, were nothing changed. */
  readonly p: number;
  readonly rise: boolean;
}

/** P(X = k) for k = 0..most of a negative binomial with `shape` and mean shape/odds. */
function negativeBinomial(shape: number, odds: number, most: number): number[] {
  const density = [(odds / (odds + 1)) ** shape];
  for (let k = 0; k < most; k++) density.push((density[k]! * (shape + k)) / ((k + 1) * (odds + 1)));
  return density;
}

/** Chance of at least this count, and of at most this count. */
export function tails(count: number, shape: number, odds: number): { atLeast: number; atMost: number } {
  const density = negativeBinomial(shape, odds, count);
  const atMost = density.reduce((a, b) => a + b, 0);
  return { atLeast: Math.max(0, 1 - (atMost - density[count]!)), atMost: Math.min(1, atMost) };
}

interface Past {
  readonly shape: number;
  readonly exposure: number;
}

/** Worn sums of the periods before `index`, with the prior. */
function pastOf(counts: readonly number[], volume: readonly number[], index: number): Past {
  let events = 0;
  let exposure = 0;
  for (let age = 1; age <= TRAILING && index - age >= 0; age++) {
    const weight = WEAR ** (age - 1);
    events += weight * counts[index - age]!;
    exposure += weight * volume[index - age]!;
  }
  const rate = (events + PRIOR_EVENTS) / (exposure + 1);
  return { shape: events + PRIOR_EVENTS, exposure: exposure + PRIOR_EVENTS / rate };
}

/** How much more the past scattered than chance alone would have it (1: no more), drawn towards the prior. */
function scatterOf(counts: readonly number[], volume: readonly number[], index: number, rate: number): number {
  let sum = PRIOR_SCATTER * SCATTER_WEIGHT;
  let weights = SCATTER_WEIGHT;
  for (let age = 1; age <= TRAILING && index - age >= 0; age++) {
    const weight = WEAR ** (age - 1);
    const expected = Math.max(rate * volume[index - age]!, 0.1);
    sum += (weight * (counts[index - age]! - expected) ** 2) / expected;
    weights += weight;
  }
  return Math.max(1, sum / weights);
}

/**
 * Surprising periods of a series of counts. `volume` is the coverage of each period (articles of independent origin);
 * a period with twice the articles is expected to bring twice the events, and one without any says nothing.
 */
export function findSurprises(counts: readonly number[], volume: readonly number[]): Surprise[] {
  const isCovered = (i: number) => volume[i]! > 0;
  const all = counts.map((_, i) => i);
  const places = all.some(isCovered) ? all.filter(isCovered) : all;
  const told = places.map((i) => counts[i]!);
  const coverage = places.map((i) => Math.max(volume[i]!, 0.5));
  const found: Surprise[] = [];
  for (let at = LEAST_PAST; at < told.length; at++) {
    const surprise = surpriseAt(at, told, coverage);
    if (surprise) found.push({ ...surprise, index: places[at]! });
  }
  return found;
}

function surpriseAt(
  at: number,
  counts: readonly number[],
  coverage: readonly number[],
): Omit<Surprise, 'index'> | null {
  const { shape, exposure } = pastOf(counts, coverage, at);
  const expected = (shape / exposure) * coverage[at]!;
  const scatter = scatterOf(counts, coverage, at, shape / exposure);
  // The variance of the prediction, expected + expected²/shape, and what scatter adds to it.
  const narrow = expected / (expected / shape + scatter - 1);
  const count = counts[at]!;
  const { atLeast, atMost } = tails(count, narrow, narrow / expected);
  const rise = count > expected;
  const enough = rise ? count >= LEAST_EVENTS : expected >= LEAST_EVENTS;
  const p = rise ? atLeast : atMost;
  return enough && p < ALARM ? { count, expected, p, rise } : null;
}
