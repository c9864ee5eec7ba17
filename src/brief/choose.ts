/** Chooses what a brief tells: sentences that carry reports, by weight, each once. */
import type { Status } from '../nouns.ts';
import type { PartyRow, ReportRow, SentenceRow } from '../rows.ts';
import { properText } from './cite.ts';
import { isLeaning, isUnfinished } from './leaning.ts';

const DAY_MS = 86_400_000;
/** Days in which the weight of an event halves, unless told otherwise. */
const HALF_LIFE = 120;
/** How much more the two's own dealings weigh than what others do to both. */
const DIRECT = 1.35;
const SHORT = 40;
export const LONG = 420;
/** Share of words from which two sentences say the same. */
const SAME = 0.6;

/** A sentence that may stand in a brief, with the report that it is chosen for. */
export interface Candidate {
  readonly report: ReportRow;
  /** Reports of the same event: independent origins weigh. */
  readonly origins: number;
  readonly weight: number;
}

const dayOf = (report: ReportRow): string => report.day ?? report.source.published ?? '';
const age = (report: ReportRow, now: string): number =>
  dayOf(report) && now ? Math.max(0, (Date.parse(now) - Date.parse(dayOf(report))) / DAY_MS) : HALF_LIFE * 2;

const STATUS_WEIGHT: Readonly<Record<Status, number>> = {
  reported: 1,
  alleged: 0.9,
  planned: 0.7,
  possible: 0.7,
  denied: 0.5,
  negated: 0.3,
};

export interface Weighing {
  /** The day that things are old or new against. */
  readonly now: string;
  /** Days in which the weight of an event halves; default 120. */
  readonly halfLife?: number;
  /** Does the report tell of dealings between the two themselves? */
  readonly isDirect?: (report: ReportRow) => boolean;
}

/** How much less a sentence weighs that only a sentence before it explains. */
const UNNAMED = 0.45;

/** "He", "They": a few letters, no abbreviation, and no part of the name. */
const isPronoun = ({ text, name }: PartyRow): boolean =>
  /^\p{L}{1,4}$/u.test(text) && text !== text.toUpperCase() && !name.toLowerCase().includes(text.toLowerCase());

/** Is whoever acts only referred to? Out of its article such a sentence says little. */
const isUnnamed = ({ actors }: ReportRow): boolean => actors.length > 0 && actors.every(isPronoun);

/** How much less a sentence weighs that leans on others, and a fragment: without a full stop, from the middle, with a clock. */
const LEANING = 0.55;
const FRAGMENT = 0.55;
export const isFragment = (sentence: SentenceRow): boolean =>
  sentence.kind === 'prose' && /^\p{Ll}|[\p{L}\p{N},]\s*$|\d:\d\d:\d\d/u.test(properText(sentence));

const leans = (report: ReportRow): boolean => isUnnamed(report) || isLeaning(properText(report.sentence));

function standsAlone(report: ReportRow): number {
  const text = properText(report.sentence);
  return (
    (isUnnamed(report) ? UNNAMED : 1) * (isLeaning(text) ? LEANING : 1) * (isFragment(report.sentence) ? FRAGMENT : 1)
  );
}

/** More for deeds than for words, for news than for the old, for many origins, for the top of an article. */
function weigh(report: ReportRow, origins: number, { now, halfLife = HALF_LIFE, isDirect }: Weighing): number {
  const recency = 0.5 ** (age(report, now) / halfLife);
  const direct = isDirect?.(report) ? DIRECT : 1;
  const deed = report.quad.startsWith('material') ? 1.25 : 1;
  const strength = 1 + Math.abs(report.intensity) / 20;
  const position = 1 + 0.4 / (1 + report.sentence.index);
  const length = report.sentence.text.length;
  const fit = length < SHORT || length > LONG ? 0.6 : 1;
  return (
    STATUS_WEIGHT[report.status] *
    (0.25 + recency) *
    direct *
    deed *
    strength *
    position *
    fit *
    standsAlone(report) *
    (1 + Math.log(origins)) *
    (0.5 + report.confidence / 2)
  );
}

/** Candidates, heaviest first, of finished sentences where there are any. Headlines and headings are left to the headline. */
export function candidates(reports: readonly ReportRow[], weighing: Weighing): Candidate[] {
  const origins = new Map<string, Set<string>>();
  for (const report of reports) {
    const key = report.event ?? report.id;
    origins.set(key, (origins.get(key) ?? new Set()).add(report.source.origin));
  }
  const found = reports
    .filter((report) => report.sentence.kind === 'prose' || report.sentence.kind === 'list')
    .map((report): Candidate => {
      const n = origins.get(report.event ?? report.id)!.size;
      return { report, origins: n, weight: weigh(report, n, weighing) };
    });
  const finished = found.filter(({ report }) => !isUnfinished(report.sentence.text));
  const kept = finished.length ? finished : found;
  return kept.sort((a, b) => b.weight - a.weight || (a.report.id < b.report.id ? -1 : 1));
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));

function isAlike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return few.size > 0 && shared / few.size > SAME;
}

/** Is a report of "last week" the same kind of deed between the same parties as one told of a day in it? */
function isVaguely(report: ReportRow, told: ReportRow): boolean {
  const keys = (parties: readonly PartyRow[]) =>
    parties
      .map((party) => party.key)
      .sort()
      .join(' ');
  const { when } = report;
  return (
    when !== null &&
    when.to > when.from &&
    told.day !== null &&
    told.day >= when.from &&
    told.day <= when.to &&
    report.type === told.type &&
    keys(report.actors) === keys(told.actors) &&
    keys(report.recipients) === keys(told.recipients)
  );
}

/** What has been told: a sentence or an event is told once. */
export class Told {
  readonly #sentences: string[] = [];
  readonly #events = new Set<string>();
  readonly #reports: ReportRow[] = [];

  /** Has this sentence, or one like it, or its event been told; or, of a day told vaguely, may it be one of them? */
  has(report: ReportRow): boolean {
    return (
      this.#events.has(report.event ?? report.id) ||
      this.hasWords(report.sentence.text) ||
      this.#reports.some((told) => isVaguely(report, told))
    );
  }

  hasWords(text: string): boolean {
    return this.#sentences.some((told) => isAlike(told, text));
  }

  add(report: ReportRow): void {
    this.#events.add(report.event ?? report.id);
    this.#reports.push(report);
    this.addWords(report.sentence.text);
  }

  addWords(text: string): void {
    this.#sentences.push(text);
  }
}

export interface Choice {
  /** Reports at most, and of one article. */
  readonly most: number;
  readonly perArticle: number;
  readonly fits: (report: ReportRow) => boolean;
}

/** Lines that lean on what was told before them only fill a list up to so many. */
const LEANING_UP_TO = 3;

/** The first candidates that fit and have not been told; those that lean on others, where there are too few. */
export function choose(from: readonly Candidate[], told: Told, { most, perArticle, fits }: Choice): ReportRow[] {
  const chosen: ReportRow[] = [];
  const ofArticle = new Map<string, number>();
  const take = (candidates: readonly Candidate[], upTo: number) => {
    for (const { report } of candidates) {
      if (chosen.length >= upTo) break;
      const { article } = report.source;
      const n = ofArticle.get(article) ?? 0;
      if (n >= perArticle || !fits(report) || told.has(report)) continue;
      ofArticle.set(article, n + 1);
      told.add(report);
      chosen.push(report);
    }
  };
  take(
    from.filter(({ report }) => !leans(report)),
    most,
  );
  take(
    from.filter(({ report }) => leans(report)),
    Math.min(most, LEANING_UP_TO),
  );
  return chosen;
}

export function byDay(reports: readonly ReportRow[]): ReportRow[] {
  return [...reports].sort((a, b) =>
    dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : a.sentence.index - b.sentence.index,
  );
}
