/** Looks dictionaries of actors through: findings with codes, for ours and for a user's. */
import { isAcronym, normalTokens } from './normal.ts';
import { doubleSeats, type SeatRules, type SeatTerm } from './succession.ts';
import type { UserEntry } from './user.ts';

export interface ActorFinding {
  readonly code: string;
  /** Error: the entry cannot work as written. Warning: it works, perhaps not as meant. */
  readonly level: 'error' | 'warning';
  readonly where: string;
  readonly message: string;
}

/** The codes, and what they say. */
export const ACTOR_CODES: Readonly<Record<string, string>> = {
  A101: 'an entry has no names',
  A102: 'a country is no ISO 3166-1 alpha-3 code',
  A103: 'a sector is none of PLOVER',
  A104: 'a date is no day of the calendar',
  A105: 'an entry ends before it begins',
  A106: 'an entry is there twice',
  A107: 'two people or bodies have one name on the same days',
  A201: 'a name is so short that other words will match it',
  A202: 'a name is covered by another entry without dates',
  A203: 'two people have one office of a state on the same days, as the first has no end',
};

/** Former states and territories that news names, beside ISO 3166-1. */
const MORE_STATES = new Set(['XKX', 'SUN', 'YUG', 'SCG', 'CSK', 'DDR', 'VDR']);

const SECTORS = new Set(
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC NGO IGO'.split(
    ' ',
  ),
);

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return (
    parts !== null &&
    Number(parts[2]) >= 1 &&
    Number(parts[2]) <= 12 &&
    Number(parts[3]) >= 1 &&
    Number(parts[3]) <= LENGTHS[Number(parts[2]) - 1]!
  );
}

const tell = (entry: UserEntry, at: number): string =>
  `entry ${at + 1}${entry.names?.[0] ? ` ("${entry.names[0]}")` : ''}`;

const found = (code: string, where: string, detail: string): ActorFinding => ({
  ...{ code, level: code < 'A2' ? ('error' as const) : ('warning' as const), where },
  message: `${ACTOR_CODES[code]}: ${detail}`,
});

function checkFields(entry: UserEntry, at: number, states: ReadonlySet<string>): ActorFinding[] {
  const where = tell(entry, at);
  const findings: ActorFinding[] = [];
  if (!entry.names?.length) findings.push(found('A101', where, 'give at least one'));
  if (entry.country && !states.has(entry.country) && !MORE_STATES.has(entry.country))
    findings.push(found('A102', where, `"${entry.country}"; leave it out for bodies of several states`));
  if (entry.sector && !SECTORS.has(entry.sector))
    findings.push(found('A103', where, `"${entry.sector}"; one of ${[...SECTORS].join(' ')}`));
  for (const day of [entry.since, entry.until])
    if (day && !isDay(day)) findings.push(found('A104', where, `"${day}"; write YYYY-MM-DD`));
  if (entry.since && entry.until && entry.since > entry.until)
    findings.push(found('A105', where, `${entry.since} to ${entry.until}`));
  for (const name of entry.names ?? [])
    if (normalTokens(name).join('').length < 3 && !isAcronym(name)) findings.push(found('A201', where, `"${name}"`));
  return findings;
}

const overlap = (a: UserEntry, b: UserEntry): boolean =>
  (a.since ?? '') <= (b.until ?? '9999') && (b.since ?? '') <= (a.until ?? '9999');

function compare(a: UserEntry, b: UserEntry, where: string, name: string): ActorFinding | null {
  if ((a.kind === 'role') !== (b.kind === 'role')) return null;
  const same = a.code === b.code && a.country === b.country && a.sector === b.sector && a.kind === b.kind;
  if (same && a.since === b.since && a.until === b.until) return found('A106', where, `"${name}"`);
  if (same || !overlap(a, b)) return null;
  const undated = (e: UserEntry) => !e.since && !e.until;
  if (undated(a) !== undated(b)) return found('A202', where, `"${name}"; give both dates`);
  return found('A107', where, `"${name}"; give each the days on which it is meant`);
}

/** Findings about offices that one person has at a time. */
export const checkSeats = <T extends SeatTerm>(terms: readonly T[], rules: SeatRules<T>): ActorFinding[] =>
  doubleSeats(terms, rules).map(([term, next]) =>
    found(
      'A203',
      `"${term.name}" and "${next.name}"`,
      `${term.office} of ${term.country} since ${term.since ?? 'ever'} and since ${next.since}; end the first`,
    ),
  );

/** Whoever has the very same title in a state has the same seat. */
const BY_TITLE: SeatRules<SeatTerm> = {
  seatOf: ({ country, office }) => (office && country ? `${country} ${normalTokens(office).join(' ')}` : null),
  isActing: () => false,
  isSame: (a, b) => a.name === b.name,
};

const termsOf = (entries: readonly UserEntry[]): SeatTerm[] =>
  entries.map(({ names, country = '', office = null, since = null, until = null }) => ({
    ...{ country, name: names?.[0] ?? '', office, officeClass: null, since, until },
  }));

/** Every finding of a dictionary. `states`: the ISO 3166-1 alpha-3 codes that there are. */
export function checkActors(entries: readonly UserEntry[], states: ReadonlySet<string>): ActorFinding[] {
  const findings = [
    ...entries.flatMap((entry, at) => checkFields(entry, at, states)),
    ...checkSeats(termsOf(entries), BY_TITLE),
  ];
  const byName = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    for (const key of new Set((entry.names ?? []).map((n) => normalTokens(n.replaceAll('_', ' ')).join(' ')))) {
      for (const other of byName.get(key) ?? []) {
        const finding = compare(entries[other]!, entry, `${tell(entries[other]!, other)} and ${tell(entry, at)}`, key);
        if (finding) findings.push(finding);
      }
      byName.set(key, [...(byName.get(key) ?? []), at]);
    }
  });
  return findings;
}
