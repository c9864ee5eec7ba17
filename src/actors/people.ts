/** Who a person is on a day: in office, out of it, or neither. */
import type { Actor } from '../nouns.ts';
import type { ActorData, Entry, Term } from './data.ts';
import { normalToken, normalTokens } from './normal.ts';

const CLASS_ORDER = ['HOS', 'HOG', 'FM', 'DM', 'NSA', 'VICE'];

export const isActive = (term: Pick<Term, 'since' | 'until'>, date: string | null): boolean =>
  date === null
    ? term.until === null
    : (term.since === null || term.since <= date) && (term.until === null || date <= term.until);

const order = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;

export class People {
  readonly #data: ActorData;
  /** States whose names put the family first. */
  readonly #familyFirst: ReadonlySet<string>;
  /** States where people have their mother's surname after their father's. */
  readonly #mothersName: ReadonlySet<string>;
  /** Where a bare surname is ambiguous, news means the better-known state's: these, in their order. */
  readonly #knownBest: readonly string[];
  readonly #terms = new Map<number, Term[]>();
  readonly #surnames = new Map<string, number[]>();
  #sounds: Map<string, number[]> | null = null;

  constructor(data: ActorData) {
    this.#data = data;
    this.#familyFirst = new Set(data.words['family-first']);
    this.#mothersName = new Set(data.words['mothers-name']);
    this.#knownBest = data.words['known-best'] ?? [];
    for (const term of data.terms) {
      const known = this.#terms.get(term.entry);
      if (known) known.push(term);
      else this.#terms.set(term.entry, [term]);
    }
  }

  /** Made when first asked for: most runs need no other spellings. */
  #soundsAlike(key: string): readonly number[] {
    if (!this.#sounds) this.#sounds = this.#index((entry) => (entry.kind === 'person' ? soundKeys(entry.name) : []));
    return this.#sounds.get(key) ?? [];
  }

  #index(keysOf: (entry: Entry) => readonly string[]): Map<string, number[]> {
    const index = new Map<string, number[]>();
    this.#data.entries.forEach((entry, at) => {
      for (const key of keysOf(entry)) {
        const known = index.get(key);
        if (known) known.push(at);
        else index.set(key, [at]);
      }
    });
    return index;
  }

  #withSurname(form: string): readonly number[] {
    if (!this.#surnames.size)
      for (const [tokens, kind, index] of this.#data.names) if (kind === 'person') this.#addSurname(tokens, index);
    return this.#surnames.get(normalToken(form)) ?? [];
  }

  #addSurname(tokens: string, index: number): void {
    const words = tokens.split(' ');
    if (words.length < 2) return;
    const surname = this.#familyFirst.has(this.#data.entries[index]!.country ?? '') ? words[0]! : words.at(-1)!;
    // "Harald V", "Juan Carlos I": a number is no surname.
    if (/^[ivx]+$/.test(surname)) return;
    const known = this.#surnames.get(surname);
    if (!known) this.#surnames.set(surname, [index]);
    else if (!known.includes(index)) known.push(index);
  }

  /** People whose name sounds alike in another transcription ("Fayez al-Sarraj", "Fayiz al-Saraj"). */
  bySound(forms: readonly string[], date: string | null): number | null {
    for (const key of soundKeys(forms.join(' '))) {
      const candidates = this.#soundsAlike(key).filter(
        (i) => !this.#familyFirst.has(this.#data.entries[i]!.country ?? ''),
      );
      if (candidates.length) return this.choose(candidates, date);
    }
    return forms.length > 2 ? this.#bySecondSurname(forms, date) : null;
  }

  /** "Ricardo Rosselló Nevares" is Ricardo Rosselló, where names end with the mother's. */
  #bySecondSurname(forms: readonly string[], date: string | null): number | null {
    const [key] = soundKeys(forms.slice(0, -1).join(' '));
    const plain = normalTokens(forms.slice(0, -1).join(' ')).join(' ');
    const candidates = (key ? this.#soundsAlike(key) : []).filter(
      (i) =>
        this.#mothersName.has(this.#data.entries[i]!.country ?? '') &&
        normalTokens(this.#data.entries[i]!.name).join(' ') === plain,
    );
    return candidates.length ? this.choose(candidates, date) : null;
  }

  terms(entry: number): readonly Term[] {
    return this.#terms.get(entry) ?? [];
  }

  /** The office held on the day; the last one where no day is given. */
  #held(entry: number, date: string | null): Term | null {
    const terms = this.terms(entry);
    const active = terms.filter((t) => isActive(t, date));
    const best = (list: readonly Term[]) =>
      [...list].sort((a, b) => rank(a) - rank(b) || order(b.since, a.since))[0] ?? null;
    return best(active) ?? (date === null ? ([...terms].sort((a, b) => order(b.since, a.since))[0] ?? null) : null);
  }

  /** A person as of a day. `wider`: somebody whom no office of that day explains. */
  describe(index: number, date: string | null): Actor {
    const entry = this.#data.entries[index]!;
    const base = { name: entry.name, id: entry.id, kind: 'person' as const, ...(entry.code && { code: entry.code }) };
    const held = this.#held(index, date);
    if (held) {
      const because = `${entry.name}${held.office ? ` was ${held.office}` : ''}${held.since ? ` from ${held.since}` : ''}${held.until ? ` to ${held.until}` : ''} (${entry.source})`;
      return {
        ...base,
        country: held.country ?? entry.country,
        sector: held.sector ?? entry.sector,
        ...(held.office && { office: held.office }),
        because,
      };
    }
    const past = this.terms(index).filter((t) => date !== null && t.until !== null && t.until < date);
    if (past.length) {
      const last = past.sort((a, b) => order(b.until, a.until))[0]!;
      return {
        ...base,
        country: last.country ?? entry.country,
        sector: last.sector === 'GOV' ? 'ELI' : (entry.sector ?? last.sector),
        because: `${entry.name} was ${last.office ?? last.sector} until ${last.until} (${entry.source})`,
      };
    }
    return { ...base, country: entry.country, sector: entry.sector, because: `${entry.name} (${entry.source})` };
  }

  /** Of several people of one name: who is in office on the day, else the latest who was. */
  choose(indexes: readonly number[], date: string | null): number {
    const sorted = [...indexes].sort((a, b) => this.#standing(a, date) - this.#standing(b, date) || a - b);
    return sorted[0]!;
  }

  #standing(index: number, date: string | null): number {
    const terms = this.terms(index);
    const active = terms.find((t) => isActive(t, date));
    if (active) return rank(active);
    if (terms.some((t) => date !== null && t.until !== null && t.until < date)) return 50;
    return terms.length ? 90 : 60;
  }

  /** The holder of a class of office (or one who held it) whom a title and a surname mean ("President Bush"). */
  byTitle(form: string, officeClass: string | null, date: string | null): number | null {
    const ofClass = (t: Term) => officeClass === null || t.officeClass === officeClass;
    const held = (t: Term) => ofClass(t) && (t.since ?? '') <= (date ?? '9999');
    const all = this.#withSurname(form);
    const fits = all.filter((i) => this.terms(i).some(held));
    if (!fits.length && officeClass !== null) return only(all.filter((i) => this.terms(i).some(ofClass)));
    const active = fits.filter((i) => this.terms(i).some((t) => held(t) && isActive(t, date)));
    const pool = active.length ? active : fits;
    if (pool.length <= 1) return pool[0] ?? null;
    const known = pool.filter((i) => this.#isWellKnown(i));
    return known.length ? this.choose(known, date) : null;
  }

  /** Who a bare surname means on a day: somebody in office, else one who led a well-known state, where that is clear. */
  bySurname(form: string, date: string | null): number | null {
    const all = this.#withSurname(form);
    const inOffice = all.filter((i) =>
      this.terms(i).some((t) => isActive(t, date) && CLASS_ORDER.includes(t.officeClass ?? '')),
    );
    if (!inOffice.length) return this.#formerLeader(all, date) ?? this.#headOf(all, date);
    const candidates = inOffice;
    if (candidates.length <= 1) return this.#isShared(candidates, all, COMMON) ? null : (candidates[0] ?? null);
    const known = candidates.filter((i) => this.#isWellKnown(i));
    if (known.length === 1) return known[0]!;
    if (!known.length && new Set(candidates.map((i) => this.#data.entries[i]!.country)).size === 1)
      return candidates[0]!;
    const weight = (i: number) => {
      const place = this.#knownBest.indexOf(this.#data.entries[i]!.country ?? '');
      return this.#standing(i, date) * 100 + (place < 0 ? 99 : place);
    };
    const [best, second] = (known.length ? known : candidates).sort((a, b) => weight(a) - weight(b));
    const sameState = this.#data.entries[best!]!.country === this.#data.entries[second!]!.country;
    return known.length && (sameState || weight(best!) < weight(second!)) ? best! : null;
  }

  /** The head of an organisation of states, whose surname nobody of a well-known state has. */
  #headOf(all: readonly number[], date: string | null): number | null {
    const heads = all.filter((i) => this.terms(i).some((t) => t.officeClass === 'HEAD' && isActive(t, date)));
    return heads.length === 1 && !this.#isShared(heads, all, 1) ? heads[0]! : null;
  }

  #isWellKnown(index: number): boolean {
    return this.#knownBest.includes(this.#data.entries[index]!.country ?? '');
  }

  /** "Williams": a surname of somebody of a small state or an organisation, and of so many others of well-known states. */
  #isShared(some: readonly number[], all: readonly number[], others: number): boolean {
    return !some.some((i) => this.#isWellKnown(i)) && all.filter((i) => this.#isWellKnown(i)).length >= others;
  }

  /** One, and only one, who led a well-known state before the day, within the memory of those who read news. */
  #formerLeader(all: readonly number[], date: string | null): number | null {
    const led = all.filter(
      (i) =>
        this.#isWellKnown(i) &&
        this.terms(i).some(
          (t) => LEADING.has(t.officeClass ?? '') && (t.since ?? '') <= (date ?? '9999') && !isLongPast(t, date),
        ),
    );
    return led.length === 1 ? led[0]! : null;
  }
}

/** Years after an office in which news still calls a leader by the surname alone. */
const REMEMBERED_YEARS = 30;

const isLongPast = ({ until }: Term, date: string | null): boolean =>
  date !== null && until !== null && Number(date.slice(0, 4)) - Number(until.slice(0, 4)) > REMEMBERED_YEARS;

const only = (found: readonly number[]): number | null => (found.length === 1 ? found[0]! : null);

/** Of a surname that so many people of well-known states have, the leader of a small one is not meant by it alone. */
const COMMON = 2;

/** Classes of offices that lead a state. */
const LEADING = new Set(['HOS', 'HOG']);

function rank(term: Term): number {
  const at = CLASS_ORDER.indexOf(term.officeClass ?? '');
  return at < 0 ? CLASS_ORDER.length : at;
}

const LIKE: readonly (readonly [RegExp, string])[] = [
  [/^(?:al|el|ul|as|an|ad|ash|at|az)$/, ''],
  [/ou|oo|uu/g, 'u'],
  [/kh|gh|q|ck|c(?=[aou])|k/g, 'k'],
  [/ph/g, 'f'],
  [/tch|ch|sch|sh|zh|dj|j|dz/g, 'j'],
  [/[vw]/g, 'v'],
  [/ts|tz|z/g, 's'],
  [/th|dh/g, 't'],
  [/[aeiouyh]/g, ''],
];

/** The consonants of a word in small letters, spellings of one sound made equal; "" for an article ("al"). */
export const soundOf = (word: string): string =>
  LIKE.reduce((w, [pattern, to]) => w.replace(pattern, to), word).replace(/(.)\1+/g, '$1');

/** Consonants of a name's words; the first letter stays. */
function soundsOf(name: string): { initial: string; words: string[] } {
  const tokens = normalTokens(name);
  const words = tokens.map(soundOf).filter(Boolean);
  return { initial: tokens[0]?.[0] ?? '', words };
}

/** Keys under which names sound alike: all words, and the first with the last where these say enough. */
function soundKeys(name: string): string[] {
  const { initial, words } = soundsOf(name);
  const last = words.at(-1) ?? '';
  if (words.length < 2 || last.length < 2) return [];
  const all = words.join('').length >= 4 && words.length <= 5 ? [`${initial}${words.join(' ')}`] : [];
  const ends =
    words.length > 2 && words[0]!.length + last.length >= 6 && last.length >= 3
      ? [`${initial}${words[0]} ${last}`]
      : [];
  return [...all, ...ends];
}
