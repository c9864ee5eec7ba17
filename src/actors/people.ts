/** Who a person is on a day: in office, out of it, or neither. */
import type { Actor } from '../nouns.ts';
import type { ActorData, Entry, Term } from './data.ts';
import { normalToken, normalTokens } from './normal.ts';

/** States whose names put the family first. */
const FAMILY_FIRST = new Set(['PRK', 'KOR', 'CHN', 'TWN', 'VNM', 'KHM', 'HKG', 'SGP']);

/** Where a bare surname is ambiguous, news means the better-known state's. */
const KNOWN_BEST =
  'USA RUS CHN GBR FRA DEU ISR IRN UKR TUR IND JPN PRK KOR SYR IRQ AFG PAK EGY SAU ITA ESP CAN AUS BRA MEX VEN CUB POL SRB LBY'.split(
    ' ',
  );

const CLASS_ORDER = ['HOS', 'HOG', 'FM', 'DM', 'NSA', 'VICE'];

export const isActive = (term: Pick<Term, 'since' | 'until'>, date: string | null): boolean =>
  date === null
    ? term.until === null
    : (term.since === null || term.since <= date) && (term.until === null || date <= term.until);

const order = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;

export class People {
  readonly #data: ActorData;
  readonly #terms = new Map<number, Term[]>();
  readonly #surnames = new Map<string, number[]>();
  readonly #sounds = new Map<string, number[]>();

  constructor(data: ActorData) {
    this.#data = data;
    for (const term of data.terms) {
      const known = this.#terms.get(term.entry);
      if (known) known.push(term);
      else this.#terms.set(term.entry, [term]);
    }
    data.entries.forEach((entry, index) => {
      if (entry.kind !== 'person') return;
      const surname = surnameOf(entry.name, entry.country);
      const sound = soundOf(entry.name);
      if (sound) this.#sounds.set(sound, [...(this.#sounds.get(sound) ?? []), index]);
      if (surname) this.#surnames.set(surname, [...(this.#surnames.get(surname) ?? []), index]);
    });
  }

  /** People whose name sounds alike in another transcription ("Fayez al-Sarraj", "Fayiz al-Saraj"). */
  bySound(forms: readonly string[], date: string | null): number | null {
    const key = soundOf(forms.join(' '));
    const candidates = key ? (this.#sounds.get(key) ?? []) : [];
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
    const base = { name: entry.name, id: entry.id, kind: 'person' as const };
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

  /** Who a bare surname means on a day: only somebody in office, and only where that is clear. */
  bySurname(form: string, date: string | null): number | null {
    const candidates = (this.#surnames.get(normalToken(form)) ?? []).filter((i) =>
      this.terms(i).some((t) => isActive(t, date) && CLASS_ORDER.includes(t.officeClass ?? '')),
    );
    if (candidates.length <= 1) return candidates[0] ?? null;
    const known = candidates.filter((i) => KNOWN_BEST.includes(this.#data.entries[i]!.country ?? ''));
    if (known.length === 1) return known[0]!;
    if (!known.length && new Set(candidates.map((i) => this.#data.entries[i]!.country)).size === 1) return candidates[0]!;
    const weight = (i: number) => {
      const place = KNOWN_BEST.indexOf(this.#data.entries[i]!.country ?? '');
      return this.#standing(i, date) * 100 + (place < 0 ? 99 : place);
    };
    const [best, second] = (known.length ? known : candidates).sort((a, b) => weight(a) - weight(b));
    const sameState = this.#data.entries[best!]!.country === this.#data.entries[second!]!.country;
    return known.length && (sameState || weight(best!) < weight(second!)) ? best! : null;
  }
}

function rank(term: Term): number {
  const at = CLASS_ORDER.indexOf(term.officeClass ?? '');
  return at < 0 ? CLASS_ORDER.length : at;
}

/** The family name in normal form; "" where the name has one word only. */
export function surnameOf(name: string, country: string | null): string {
  const tokens = normalTokens(name);
  if (tokens.length < 2) return '';
  return country && FAMILY_FIRST.has(country) ? tokens[0]! : tokens.at(-1)!;
}

export const isFamilyFirst = (entry: Entry): boolean => FAMILY_FIRST.has(entry.country ?? '');

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

/** Consonants of the first and the last name, spellings of one sound made equal; "" where there is too little to go by. */
function soundOf(name: string): string {
  const tokens = normalTokens(name);
  const words = tokens
    .map((token) => LIKE.reduce((w, [pattern, to]) => w.replace(pattern, to), token).replace(/(.)\1+/g, '$1'))
    .filter(Boolean);
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || first!.length + last!.length < 4) return '';
  return `${tokens[0]![0]}${first} ${last}`;
}
