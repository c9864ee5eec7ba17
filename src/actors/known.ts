/** What the lexicon tells a reader of somebody: offices by their terms, who held a state's offices, and by which names. */
import type { ActorData, Entry, NameKind, Term } from './data.ts';
import { normalTokens } from './normal.ts';

/** An office from one day to another; null where the lexicon has no beginning, or no end so far. */
export interface Held {
  readonly key: string;
  readonly name: string;
  readonly office: string;
  /** Class of office: "HOS", "FM". */
  readonly officeClass: string | null;
  readonly country: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Where the days are from; several with "; " between. */
  readonly source: string;
}

/** Offices that are told on a state's own page, in this order. */
const LEADING = ['HOS', 'HOG', 'FM', 'DM'];
const BESIDE = /\b(?:deputy|vice|assistant|acting)\b/i;

/** Sources differ by some weeks about one and the same term. */
const SAME_TERM_DAYS = 62;
const EVER = '9999';

const begin = ({ from }: Held): string => from ?? '';
const end = ({ to }: Held): string => to ?? EVER;

const near = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= SAME_TERM_DAYS * 86_400_000);

const isSameTerm = (a: Held, b: Held): boolean =>
  (a.officeClass === b.officeClass || a.office === b.office) && near(a.from, b.from) && near(a.to, b.to);

/** One term out of what two sources tell of it: the whole time, under the fuller title. */
function joined(a: Held, b: Held): Held {
  const [first, last] = [begin(a) <= begin(b) ? a : b, end(a) >= end(b) ? a : b];
  const sources = [...new Set([a, b].flatMap(({ source }) => source.split('; ')))];
  const office = b.office.length > a.office.length ? b.office : a.office;
  return { ...a, office, from: first.from, to: last.to, source: sources.join('; ') };
}

/** Terms of one person without their doubles, the latest first. */
function merged(terms: readonly Held[]): Held[] {
  const found: Held[] = [];
  for (const term of [...terms].sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0))) {
    const at = found.findIndex(
      (other) =>
        other.country === term.country &&
        begin(term) <= end(other) &&
        (other.office.toLowerCase() === term.office.toLowerCase() || isSameTerm(other, term)),
    );
    if (at >= 0) found[at] = joined(found[at]!, term);
    else found.push(term);
  }
  return found.sort((a, b) => (begin(a) > begin(b) ? -1 : begin(a) < begin(b) ? 1 : 0));
}

/** Kinds of names that stand for the whole; a city or a region does not. */
const WHOLE: ReadonlySet<NameKind> = new Set(['country', 'capital', 'metonym', 'organisation', 'group', 'person']);

export class Known {
  readonly #data: ActorData;
  readonly #at = new Map<string, number>();

  constructor(data: ActorData) {
    this.#data = data;
    data.entries.forEach((entry, i) => {
      if (!this.#at.has(entry.id)) this.#at.set(entry.id, i);
    });
  }

  /** The lexicon's entry of a key, or null. */
  entry(key: string): Entry | null {
    const at = this.#at.get(key);
    return at === undefined ? null : this.#data.entries[at]!;
  }

  #held(term: Term): Held | null {
    const { office, officeClass, since, until } = term;
    const { id, name, country, source } = this.#data.entries[term.entry]!;
    if (office === null) return null;
    return {
      ...{ key: id, name, office, officeClass, source: term.source ?? source },
      ...{ country: term.country ?? country, from: since, to: until },
    };
  }

  /** The offices of a person, the latest first; none where the lexicon has none. */
  offices(key: string): Held[] {
    const at = this.#at.get(key);
    if (at === undefined) return [];
    return merged(this.#data.terms.flatMap((term) => (term.entry === at ? (this.#held(term) ?? []) : [])));
  }

  /** Who led a state between two days: head of state, of government, of foreign affairs, of defence; the latest first within each. */
  holders(country: string, from: string, to: string): Held[] {
    const people = new Map<string, Held[]>();
    for (const term of this.#data.terms) {
      if (term.country !== country || !LEADING.includes(term.officeClass ?? '')) continue;
      const held = this.#held(term);
      if (held && !BESIDE.test(held.office)) people.set(held.key, [...(people.get(held.key) ?? []), held]);
    }
    const rank = (held: Held) => LEADING.indexOf(held.officeClass ?? '');
    const all = [...people.values()].flatMap(merged).filter((held) => begin(held) <= to && end(held) >= from);
    // One person under two spellings has one term; the plainer name is kept.
    all.sort((a, b) => rank(a) - rank(b) || a.name.length - b.name.length);
    const kept = all.filter((held, i) => !all.slice(0, i).some((other) => isSameTerm(other, held)));
    return kept.sort((a, b) => rank(a) - rank(b) || (begin(a) > begin(b) ? -1 : begin(a) < begin(b) ? 1 : 0));
  }

  /** Of words that articles have for somebody, those that are names by the lexicon, or of a person fuller forms of such a name. */
  names(key: string, words: readonly string[]): string[] {
    const at = this.#at.get(key);
    const own = new Set(
      this.#data.names.flatMap(([tokens, kind, entry]) => (entry === at && WHOLE.has(kind) ? tokens : [])),
    );
    const person = at !== undefined && this.#data.entries[at]!.kind === 'person';
    return words.filter((name) => {
      const tokens = normalTokens(name.replace(/^the /i, ''));
      return (
        own.has(tokens.join(' ')) ||
        (person && /^\p{Lu}/u.test(name) && [...own].some((one) => isFuller(tokens, one.split(' '))))
      );
    });
  }
}

/** "Vladimir Vladimirovich Putin" for "Vladimir Putin": the same words in their order, from the first to the last, and one more. */
function isFuller(tokens: readonly string[], name: readonly string[]): boolean {
  if (tokens.length !== name.length + 1 || name.length < 2) return false;
  if (tokens[0] !== name[0] || tokens.at(-1) !== name.at(-1)) return false;
  let at = 0;
  for (const token of tokens) if (token === name[at]) at += 1;
  return at === name.length;
}
