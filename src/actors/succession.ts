/** Who follows whom in an office that one person has at a time: one person under two spellings, and terms whose end no source tells. */
import { normalTokens } from './normal.ts';

/** A term as a list or table has it; the words lists are those of `lexicon/actors/words.tsv`. */
export interface SeatTerm {
  readonly country: string;
  readonly name: string;
  readonly office: string | null;
  readonly officeClass: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** Words of titles, by list of `lexicon/actors/words.tsv`. */
export interface TitleWords {
  /** Of titles beside the seat ("deputy", "co-prince"). */
  readonly beside: ReadonlySet<string>;
  /** Of titles that fill a seat for a while ("acting", "caretaker"). */
  readonly acting: ReadonlySet<string>;
  /** Of heads of state who stand above another ("king", beside a governor-general). */
  readonly crown: ReadonlySet<string>;
  /** Of heads of government who are not heads of state ("premier"). */
  readonly premier: ReadonlySet<string>;
}

/** Classes of offices that one person of a state has at a time. */
const ONE_SEAT = new Set(['HOS', 'HOG', 'FM', 'DM', 'INT', 'FIN', 'NSA']);

/** Sources differ by some weeks about one and the same term. */
const SAME_TERM_DAYS = 62;

/** What tells seats and people apart. */
export interface SeatRules<T extends SeatTerm> {
  /** The seat of a term; null where several people may have the office at once. */
  readonly seatOf: (term: T) => string | null;
  /** Does the term only fill the seat for a while? */
  readonly isActing: (term: T) => boolean;
  /** Are two terms one person's? */
  readonly isSame: (a: T, b: T) => boolean;
}

const sameName = (a: SeatTerm, b: SeatTerm): boolean => a.name === b.name;

/** Rules by classes of offices and words of titles: one seat for a state's class and, of heads, for each of two. */
export function rulesOf<T extends SeatTerm>(
  titles: TitleWords,
  isSame: (a: T, b: T) => boolean = sameName,
): SeatRules<T> {
  const has = ({ office }: SeatTerm, words: ReadonlySet<string>) =>
    normalTokens(office ?? '').some((word) => words.has(word));
  return {
    isSame,
    isActing: (term) => has(term, titles.acting),
    seatOf: (term) => {
      const { country, officeClass } = term;
      if (!officeClass || !ONE_SEAT.has(officeClass) || has(term, titles.beside)) return null;
      // A king is no governor-general, a president no prime minister, though sources class both alike.
      const parting = officeClass === 'HOS' ? titles.crown : officeClass === 'HOG' ? titles.premier : null;
      return `${country} ${officeClass}${parting ? ` ${has(term, parting)}` : ''}`;
    },
  };
}

const begin = (term: SeatTerm): string => term.since ?? '';

const near = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= SAME_TERM_DAYS * 86_400_000);

function bySeat<T extends SeatTerm>(terms: readonly T[], seatOf: SeatRules<T>['seatOf']): T[][] {
  const seats = new Map<string, T[]>();
  for (const term of terms) {
    const seat = seatOf(term);
    if (seat === null) continue;
    const known = seats.get(seat);
    if (known) known.push(term);
    else seats.set(seat, [term]);
  }
  return [...seats.values()];
}

/** The first who took the seat after a term without end began; somebody acting only where nobody ended his time. */
function successor<T extends SeatTerm>(term: T, seat: readonly T[], { isActing, isSame }: SeatRules<T>): T | null {
  let next: T | null = null;
  for (const other of seat)
    if (
      begin(other) > begin(term) &&
      !isSame(term, other) &&
      (other.until === null || !isActing(other)) &&
      (next === null || begin(other) < begin(next))
    )
      next = other;
  return next;
}

/** Pairs of terms of one seat by two people, of which the first has no end though the second began after it. */
export const doubleSeats = <T extends SeatTerm>(terms: readonly T[], rules: SeatRules<T>): [T, T][] =>
  bySeat(terms, rules.seatOf).flatMap((seat) =>
    seat.flatMap((term) => {
      const next = term.until === null ? successor(term, seat, rules) : null;
      return next ? [[term, next] as [T, T]] : [];
    }),
  );

type Written = SeatTerm & { readonly byHand?: boolean };

const isHead = ({ officeClass }: SeatTerm): boolean => officeClass === 'HOS' || officeClass === 'HOG';

/** The end that a list made by hand has for the same person's term in the seat, or in the state's other headship. */
function handEnd<T extends Written>(term: T, told: readonly T[], isSame: SeatRules<T>['isSame']): string | null {
  const same = told.find(
    (other) =>
      isSame(term, other) &&
      other.country === term.country &&
      (other.officeClass === term.officeClass || (isHead(other) && isHead(term))) &&
      near(other.since, term.since),
  );
  return same?.until ?? null;
}

/**
 * Terms with the ends that their source does not tell: a term without end ends when a list made by hand says so of it,
 * else when the next person takes the seat.
 */
export function withEnds<T extends Written>(terms: readonly T[], rules: SeatRules<T>): T[] {
  const ends = new Map(doubleSeats(terms, rules).map(([term, next]) => [term, begin(next)]));
  const told = terms.filter(({ byHand, until }) => byHand && until !== null);
  return terms.map((term) => {
    if (term.until !== null || !ONE_SEAT.has(term.officeClass ?? '')) return term;
    const until = handEnd(term, told, rules.isSame) ?? ends.get(term);
    return until ? { ...term, until } : term;
  });
}

/** Are two words one in two transcriptions or spellings ("Turchin", "Turchyn")? */
function isLike(a: string, b: string, soundOf: (word: string) => string): boolean {
  if (a === b) return true;
  const [x, y] = [soundOf(a), soundOf(b)];
  return x.length > 1 && x === y && a[0] === b[0];
}

/**
 * Is it one person under two spellings? Both took the seat at nearly the same time, and either the last words are alike,
 * or two words are; of names that put the family first, two must be. `soundOf`: the consonants of a word, those of one
 * sound made equal.
 */
export function isOnePerson(
  a: SeatTerm,
  b: SeatTerm,
  familyFirst: boolean,
  soundOf: (word: string) => string,
): boolean {
  if (!near(a.since, b.since)) return false;
  const [x, y] = [normalTokens(a.name), normalTokens(b.name)];
  const alike = x.filter((word) => y.some((other) => isLike(word, other, soundOf))).length;
  if (alike >= 2 || (alike >= 1 && Math.min(x.length, y.length) === 1)) return true;
  return !familyFirst && x.at(-1)!.length > 3 && isLike(x.at(-1)!, y.at(-1)!, soundOf);
}
