/** A user's own dictionaries of actors and roles. They win over the built-in names. */
import { InputError } from '../errors.ts';
import type { ActorKind } from '../nouns.ts';
import type { ActorData, Entry, NameRow, Term } from './data.ts';
import { isAcronym, normalTokens } from './normal.ts';

export interface UserEntry {
  readonly code?: string;
  readonly names: readonly string[];
  readonly kind?: ActorKind | 'role';
  readonly country?: string;
  readonly sector?: string;
  /** Of a person: the title of the office ("Prime Minister"). */
  readonly office?: string;
  readonly since?: string;
  readonly until?: string;
}

const KINDS: ReadonlySet<string> = new Set(['country', 'organisation', 'group', 'person', 'people', 'unknown', 'role']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Checks what a file holds. Throws InputError, naming the entry and what to do, at the first that cannot be read. `toCheck`: entries
 * without names and days written otherwise are let through, for the linter to find all of them.
 */
export function readUserEntries(value: unknown, file: string, asRoles: boolean, toCheck = false): UserEntry[] {
  if (!Array.isArray(value))
    throw new InputError(`${file}: a dictionary is a list of entries with "names"; see docs/actors.md`);
  return value.map((entry, i) => {
    const where = `${file}, entry ${i + 1}`;
    if (entry === null || typeof entry !== 'object')
      throw new InputError(`${where}: not an object; write {"code": …, "names": […]}`);
    const { names, kind, since, until } = entry as UserEntry;
    if (!Array.isArray(names) || (!names.length && !toCheck) || names.some((n) => typeof n !== 'string'))
      throw new InputError(`${where}: "names" must be a list of strings`);
    if (kind !== undefined && !KINDS.has(kind))
      throw new InputError(`${where}: unknown kind "${kind}"; one of ${[...KINDS].join(', ')}`);
    const { office } = entry as UserEntry;
    if (office !== undefined && typeof office !== 'string') throw new InputError(`${where}: "office" must be a string`);
    for (const day of [since, until])
      if (day !== undefined && !toCheck && !DAY.test(day))
        throw new InputError(`${where}: "${day}" is no day as YYYY-MM-DD`);
    return { ...(entry as UserEntry), ...(asRoles && { kind: 'role' as const }) };
  });
}

/** Codes of the CAMEO and PLOVER kind begin with the state: "GBRGOV". */
const stateOf = (code: string | undefined, states: ReadonlySet<string>): string | null =>
  code && states.has(code.slice(0, 3)) ? code.slice(0, 3) : null;

/** Roles that we know: that "minister" is one person stays true where a user says only whose sector a minister has. */
const rolesByName = ({ names, entries }: ActorData): ReadonlyMap<string, Entry> =>
  new Map(names.flatMap(([tokens, kind, entry]) => (kind === 'role' ? [[tokens, entries[entry]!]] : [])));

const officeOf = ({ officeClass }: Entry): Pick<Entry, 'officeClass'> => (officeClass ? { officeClass } : {});

/** Puts a user's entries in front: a built-in name that a user's entry has is dropped. */
export function withUserEntries(data: ActorData, user: readonly UserEntry[]): ActorData {
  const entries: Entry[] = [...data.entries];
  const names: NameRow[] = [];
  const terms: Term[] = [...data.terms];
  const taken = new Set<string>();
  const states = new Set(data.entries.filter((e) => e.kind === 'country').map((e) => e.id));
  const roles = rolesByName(data);
  for (const { code, names: written, kind, country, sector, office, since, until } of user) {
    const isRole = kind === 'role';
    const index = entries.length;
    const plain = written.map((n) => n.replaceAll('_', ' ').trim());
    const own: Entry = {
      ...{
        id: code ? `user:${code}` : `user:${normalTokens(plain[0]!).join('-')}`,
        name: plain[0]!,
        kind: isRole ? 'people' : ((kind as ActorKind) ?? 'group'),
      },
      ...{ country: country ?? stateOf(code, states), sector: sector ?? null, ...(code && { code }), source: 'user' },
    };
    entries.push(own);
    if (since || until || office)
      terms.push({
        entry: index,
        office: office ?? null,
        officeClass: null,
        sector: sector ?? null,
        country: country ?? null,
        since: since ?? null,
        until: until ?? null,
      });
    for (const name of plain) {
      const tokens = normalTokens(name).join(' ');
      if (!tokens) continue;
      taken.add(tokens);
      const known = isRole ? roles.get(tokens) : undefined;
      if (known?.one) entries.push({ ...own, kind: known.kind, one: true, ...officeOf(known) });
      names.push([
        tokens,
        isRole ? 'role' : kind === 'person' ? 'person' : kind === 'organisation' ? 'organisation' : 'group',
        known?.one ? entries.length - 1 : index,
        isAcronym(name) && name.length <= 6 ? 1 : 0,
      ]);
    }
  }
  return {
    ...{ entries, terms, words: data.words },
    names: [...names, ...data.names.filter(([tokens]) => !taken.has(tokens))],
  };
}
