/**
 * Joins reports into events. A judgement, kept apart from the reports: each report is compared with those already
 * there whose days are close, and goes to the event it fits best, or begins one of its own. Reports come in the order
 * of reading, so that joining in one go or in pieces gives the same events.
 */

export interface JoinParty {
  readonly key: string;
  readonly country: string | null;
  readonly sector: string | null;
}

export interface JoinInput {
  readonly id: string;
  readonly article: string | number;
  readonly sentence: number;
  readonly type: string;
  readonly mode: string | null;
  readonly mutual: boolean;
  readonly negated: boolean;
  readonly day: string | null;
  readonly actors: readonly JoinParty[];
  readonly recipients: readonly JoinParty[];
  /** Told as a fact or a claim, rather than as planned or possible. */
  readonly actual: boolean;
  /** The words that tell it, lower case. */
  readonly cue: string;
  /** Content words of the sentence, lower case, without the parties' own. */
  readonly words: ReadonlySet<string>;
  /** Names in the sentence besides the parties: the first words of each, lower case. */
  readonly names?: ReadonlySet<string>;
  /** Ids of reports that this one denies. */
  readonly denies: readonly string[];
}

export interface Joined {
  readonly event: string;
  readonly report: string;
  readonly score: number;
  readonly reason: string;
}

export interface Judgements {
  /** "a b" with a < b: a reader said these two are the same, or not. */
  readonly same: ReadonlySet<string>;
  readonly different: ReadonlySet<string>;
}

/** Score from which a report goes to an event. */
export const THRESHOLD = 0.62;
/** Days apart from which two reports are not compared. */
export const WINDOW = 3;

const WEIGHT = { parties: 0.3, type: 0.25, days: 0.2, words: 0.25 };

/** Types that different writers give to one happening, both ways round. */
export const NEIGHBOURS: readonly (readonly [string, string])[] = (
  [
    ['AGREE', 'CONSULT'],
    ['AGREE', 'COOPERATE'],
    ['CONSULT', 'COOPERATE'],
    ['AID', 'COOPERATE'],
    ['AID', 'SUPPORT'],
    ['ACCUSE', 'REJECT'],
    ['ACCUSE', 'THREATEN'],
    ['ASSAULT', 'COERCE'],
    ['COERCE', 'SANCTION'],
    ['MOBILIZE', 'THREATEN'],
    ['CONCEDE', 'RETREAT'],
    ['AGREE', 'SUPPORT'],
    ['ASSAULT', 'MOBILIZE'],
  ] as const
).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
/** Types that can be told of one happening with a type: itself and its neighbours. */
const KIN = new Map<string, readonly string[]>(
  NEIGHBOURS.map(([type]) => [type, [type, ...NEIGHBOURS.flatMap(([a, b]) => (a === type ? [b] : []))]]),
);
const kinOf = (type: string): readonly string[] => KIN.get(type) ?? [type];

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** How far two actors can be the same, 0..1: the same, one the other's state, colleagues. */
function likeness(a: JoinParty, b: JoinParty): number {
  if (a.key === b.key) return 1;
  if (!a.country || a.country !== b.country) return 0;
  const whole = a.key === a.country || b.key === b.country;
  const official = (p: JoinParty) => p.sector === null || p.sector === 'GOV';
  if (official(a) && official(b)) return whole ? 0.9 : 0.6;
  if (a.sector === b.sector) return 0.7;
  return whole ? 0.6 : 0;
}

function sideLikeness(a: readonly JoinParty[], b: readonly JoinParty[]): number {
  let best = 0;
  for (const x of a) for (const y of b) best = Math.max(best, likeness(x, y));
  return best;
}

/** Both sides have to fit; a mutual event has no first side. Reports fit on the sides that they have. */
function partyScore(a: JoinInput, b: JoinInput): number {
  const straight = sides(a, b);
  if (!a.mutual && !b.mutual) return straight;
  const all = (r: JoinInput) => [...r.actors, ...r.recipients];
  return Math.max(straight, mutualScore(all(a), all(b)));
}

/** What fits on one side alone counts for, where neither report names the other side, and where one of them does. */
const NONE_NAMED = 0.8;
const ONE_NAMED = 0.5;

function sides(a: JoinInput, b: JoinInput): number {
  const actors = sideLikeness(a.actors, b.actors);
  const recipients = sideLikeness(a.recipients, b.recipients);
  const both = (x: readonly JoinParty[], y: readonly JoinParty[]) => x.length > 0 && y.length > 0;
  const none = (x: readonly JoinParty[], y: readonly JoinParty[]) => !x.length && !y.length;
  const missing = (x: readonly JoinParty[], y: readonly JoinParty[]) => (none(x, y) ? NONE_NAMED : ONE_NAMED);
  if (both(a.actors, b.actors) && both(a.recipients, b.recipients))
    return actors && recipients && (actors + recipients) / 2;
  if (both(a.actors, b.actors)) return actors * missing(a.recipients, b.recipients);
  return recipients * missing(a.actors, b.actors);
}

function mutualScore(a: readonly JoinParty[], b: readonly JoinParty[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < 2) return 0;
  let least = 1;
  for (const party of few) least = Math.min(least, sideLikeness([party], many));
  return least;
}

function typeScore(a: JoinInput, b: JoinInput): number {
  if (a.type === b.type) return a.mode === b.mode ? 1 : 0.85;
  return kinOf(a.type).includes(b.type) ? 0.45 : 0;
}

const DAY_MS = 86_400_000;
const DAY_NUMBERS = new Map<string, number>();

/** Days since 1970; each is asked for many thousand times. */
function dayNumber(day: string): number {
  const known = DAY_NUMBERS.get(day);
  if (known !== undefined) return known;
  const n = Date.parse(day) / DAY_MS;
  DAY_NUMBERS.set(day, n);
  return n;
}

function dayScore(a: JoinInput, b: JoinInput): number {
  if (!a.day || !b.day) return a.article === b.article ? 0.4 : 0;
  if (a.day === b.day) return 1;
  const apart = Math.abs(dayNumber(a.day) - dayNumber(b.day));
  return apart > WINDOW ? 0 : [1, 0.7, 0.4, 0.2][apart]!;
}

interface Words {
  /** Share of the smaller set, and of both together, 0..1. */
  readonly share: number;
  readonly together: number;
  readonly shared: readonly string[];
}

function wordsOf(a: ReadonlySet<string>, b: ReadonlySet<string>): Words {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const shared = [...few].filter((word) => many.has(word));
  return {
    share: few.size ? shared.length / Math.max(4, few.size) : 0,
    together: few.size ? (2 * shared.length) / (few.size + many.size) : 0,
    shared,
  };
}

export interface Comparison {
  readonly score: number;
  readonly reason: string;
}

const APART: Comparison = { score: 0, reason: '' };

const isAcross = (a: JoinInput, b: JoinInput): boolean => a.article !== b.article;

/** Shared words that two articles need to tell of one thing, and what share of all their words these are. */
const LEAST_SHARED = 3;
const LEAST_TOGETHER = 0.3;
/** The same where the very same parties are told of with the same cue on neighbouring days. */
const LEAST_SHARED_EXACT = 2;
const LEAST_TOGETHER_EXACT = 0.12;
/** From here on the words are nearly the same, whatever else differs. */
const SAME_WORDS = 0.6;

/**
 * Do the words of two articles speak for one happening? Of joins judged by reading, those with few words in common were
 * wrong: in a war or an uprising the same parties do the same kind of thing every day.
 */
function speaksFor(a: JoinInput, b: JoinInput, { together, shared }: Words, parties: number, days: number): boolean {
  if (isElsewhere(a, b)) return false;
  if (together >= SAME_WORDS && shared.length >= LEAST_SHARED) return true;
  if (a.actual !== b.actual) return false;
  if (shared.length >= LEAST_SHARED && together >= LEAST_TOGETHER) return true;
  const isExact = parties >= 0.85 && days >= 0.7 && a.cue === b.cue;
  // A short headline, word for word, or of parties and cue alone: "Mali expels two envoys of Niger".
  if (isExact && (together === 1 || (days === 1 && !a.words.size && !b.words.size))) return true;
  return isExact && shared.length >= LEAST_SHARED_EXACT && together >= LEAST_TOGETHER_EXACT;
}

/** Types of deeds that happen at a place. */
const PLACED = new Set(['ASSAULT', 'PROTEST', 'COERCE']);

/** Share of the names of the sentence with fewer that the other has too. */
const LEAST_NAMES = 0.4;

/**
 * Do both sentences name something, and next to nothing in common? Of deeds at a place these are two: "nine killed in Kabul",
 * "ten killed in Herat".
 */
function isElsewhere(a: JoinInput, b: JoinInput): boolean {
  if (!PLACED.has(a.type) || !PLACED.has(b.type) || !a.names?.size || !b.names?.size) return false;
  const shared = [...a.names].filter((name) => b.names!.has(name)).length;
  return shared < LEAST_NAMES * Math.min(a.names.size, b.names.size);
}

/** How well two reports can be of one happening, and why, in a line. 0 where something speaks against it. */
export function compare(a: JoinInput, b: JoinInput): Comparison {
  const type = typeScore(a, b);
  if (type && (a.denies.includes(b.id) || b.denies.includes(a.id))) return { score: 1, reason: 'one denies the other' };
  if (a.negated !== b.negated) return APART;
  const days = dayScore(a, b);
  if (!type || !days) return APART;
  const parties = partyScore(a, b);
  if (!parties) return APART;
  const words = wordsOf(a.words, b.words);
  if (isAcross(a, b) && !speaksFor(a, b, words, parties, days)) return APART;
  const sameSentence = !isAcross(a, b) && a.sentence === b.sentence;
  const likeWords = isAcross(a, b) ? Math.min(1, words.together / SAME_WORDS) : words.share;
  const word = sameSentence ? (type === 1 ? 0.7 : 0.3) : likeWords;
  const score = WEIGHT.parties * parties + WEIGHT.type * type + WEIGHT.days * days + WEIGHT.words * word;
  return { score, reason: reasonOf({ a, b, parties, days, shared: words.shared, sameSentence }) };
}

interface Grounds {
  readonly a: JoinInput;
  readonly b: JoinInput;
  readonly parties: number;
  readonly days: number;
  readonly shared: readonly string[];
  readonly sameSentence: boolean;
}

function reasonOf({ a, b, parties, days, shared, sameSentence }: Grounds): string {
  const who = parties === 1 ? 'the same parties' : 'compatible parties';
  const what = a.type === b.type ? `both ${a.type}` : `${a.type} beside ${b.type}`;
  const when = days === 1 ? 'the same day' : a.day && b.day ? `${a.day} and ${b.day}` : 'no day given';
  const where = sameSentence
    ? ['one sentence']
    : shared.length
      ? [`shared words: ${shared.slice(0, 6).join(', ')}`]
      : [];
  return [who, what, when, ...where].join('; ');
}

/** What share of an event's reports, of other articles, a newcomer may have nothing in common with. */
const MOST_STRANGERS = 0.5;

interface Group {
  readonly event: string;
  readonly leader: JoinInput;
  readonly members: JoinInput[];
}

/** What joining knows so far; `earlier` are members of events made before. */
export class Joiner {
  readonly #groups = new Map<string, Group>();
  /** By type, denial and party of a member (see `placesOf`), and its day. */
  readonly #byPlace = new Map<string, Map<number, Group[]>>();
  readonly #byArticle = new Map<string | number, Group[]>();
  readonly #groupOf = new Map<string, Group>();
  readonly #judgements: Judgements;
  /** By a report's id, those that a reader joined with it. */
  readonly #sameAs = new Map<string, string[]>();

  constructor(earlier: readonly { readonly event: string; readonly report: JoinInput }[], judgements: Judgements) {
    this.#judgements = judgements;
    for (const pair of judgements.same) {
      const [a, b] = pair.split(' ') as [string, string];
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        this.#sameAs.set(one, [...(this.#sameAs.get(one) ?? []), other]);
    }
    for (const { event, report } of earlier) this.#put(this.#groups.get(event) ?? this.#begin(event, report), report);
  }

  /** Puts the next report into its event. */
  join(report: JoinInput): Joined {
    const best = this.#bestFor(report);
    if (!best) {
      const event = report.id;
      this.#put(this.#begin(event, report), report);
      return { event, report: report.id, score: 1, reason: 'the first report of it' };
    }
    this.#put(best.group, report);
    return {
      event: best.group.event,
      report: report.id,
      score: Math.round(best.score * 1000) / 1000,
      reason: best.reason,
    };
  }

  #begin(event: string, leader: JoinInput): Group {
    const group: Group = { event, leader, members: [] };
    this.#groups.set(event, group);
    return group;
  }

  #put(group: Group, report: JoinInput): void {
    group.members.push(report);
    this.#groupOf.set(report.id, group);
    for (const place of report.day ? placesOf(report, [report.type]) : []) {
      const byDay = this.#byPlace.get(place) ?? new Map<number, Group[]>();
      this.#byPlace.set(place, byDay);
      addTo(byDay, dayNumber(report.day!), group);
    }
    addTo(this.#byArticle, report.article, group);
  }

  #candidates(report: JoinInput): Set<Group> {
    const found = new Set(this.#byArticle.get(report.article) ?? []);
    for (const other of [...report.denies, ...(this.#sameAs.get(report.id) ?? [])]) {
      const group = this.#groupOf.get(other);
      if (group) found.add(group);
    }
    if (!report.day) return found;
    const middle = dayNumber(report.day);
    const places = placesOf(report, kinOf(report.type)).flatMap((place) => this.#byPlace.get(place) ?? []);
    for (let apart = -WINDOW; apart <= WINDOW; apart++)
      for (const byDay of places) for (const group of byDay.get(middle + apart) ?? []) found.add(group);
    return found;
  }

  #bestFor(report: JoinInput): (Comparison & { group: Group }) | null {
    let best: (Comparison & { group: Group }) | null = null;
    for (const group of this.#candidates(report)) {
      const fit = this.#fit(report, group);
      if (fit.score >= THRESHOLD && fit.score > (best?.score ?? 0)) best = { ...fit, group };
    }
    return best;
  }

  #isJudged(report: JoinInput, group: Group, how: keyof Judgements): boolean {
    const pairs = this.#judgements[how];
    return pairs.size > 0 && group.members.some((member) => pairs.has(pairKey(member.id, report.id)));
  }

  /** The best comparison with a member; the leader must not speak against it, so that events do not drift. */
  #fit(report: JoinInput, group: Group): Comparison {
    if (this.#isJudged(report, group, 'different')) return APART;
    if (this.#isJudged(report, group, 'same')) return { score: 1, reason: 'a reader joined them' };
    if (!report.denies.length && compare(report, group.leader).score < THRESHOLD * 0.75) return APART;
    const fits = group.members.map((member) => ({ fit: compare(report, member), isAcross: isAcross(report, member) }));
    const across = fits.filter((one) => one.isAcross);
    const strangers = across.filter((one) => !one.fit.score);
    if (strangers.length > across.length * MOST_STRANGERS) return APART;
    return fits.reduce((best, { fit }) => (fit.score > best.score ? fit : best), APART);
  }
}

/** Where a report is looked for: reports that have none of these in common do not fit, whatever their words. */
const placesOf = (report: JoinInput, types: readonly string[]): string[] =>
  [...blocksOf(report)].flatMap((block) => types.map((type) => `${type} ${report.negated} ${block}`));

/** Reports without a country or an actor in common are never of one event: parties fit by these only. */
function blocksOf(report: JoinInput): Set<string> {
  return new Set(
    [...report.actors, ...report.recipients].flatMap((party) =>
      party.country ? [party.key, party.country] : [party.key],
    ),
  );
}

function addTo<K>(map: Map<K, Group[]>, key: K, group: Group): void {
  const list = map.get(key);
  if (!list) map.set(key, [group]);
  else if (!list.includes(group)) list.push(group);
}

/** Joins reports, given in the order of reading, from nothing. */
export function joinReports(
  reports: readonly JoinInput[],
  judgements: Judgements = { same: new Set(), different: new Set() },
): Joined[] {
  const joiner = new Joiner([], judgements);
  return reports.map((report) => joiner.join(report));
}
