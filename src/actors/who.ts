/** Reads a bare phrase, without a tree: where its head is, and which parts of it are actors of their own. */
import type { Actor } from '../nouns.ts';
import { CONTEXT_SECTORS, describe, type Knowledge } from './describe.ts';
import { findNames } from './hits.ts';
import { normalToken } from './normal.ts';
import type { Hit, NameIndex } from './trie.ts';
import type { Words } from './words.ts';

const TOKEN = /[\p{L}\p{N}\p{M}.'’&]+|[^\s]/gu;
const ABBREVIATION = /^(?:\p{L}\.)+$|^(?:Mr|Mrs|Dr|Gen|Lt|Col|Sgt|St|No|Jr|Sr)\.$/u;

function clitic(token: string): string[] {
  const match = /^(.+?)(['’]s|['’])$/.exec(token);
  if (match) return [match[1]!, match[2]!];
  const plain = ABBREVIATION.test(token) ? token : token.replace(/\.$/, '');
  return plain ? [plain] : [];
}

export const tokensOf = (phrase: string): string[] =>
  [...phrase.slice(0, 2000).matchAll(TOKEN)].flatMap(([token]) => clitic(token));

/** The head of a bare noun phrase: the last word before a comma or preposition. */
export function headOf(words: Words, forms: readonly string[], hits: readonly Hit[]): number {
  const inName = (i: number) => hits.some((h) => h.first < i && i <= h.last);
  const end = forms.findIndex((f, i) => i > 0 && !inName(i) && (/^[,(;:]$/.test(f) || words.has('phrase-case', f)));
  const before = end < 0 ? forms.length : end;
  for (let i = before - 1; i >= 0; i--) if (/[\p{L}\p{N}]/u.test(forms[i]!) && !/^['’]s$/.test(forms[i]!)) return i;
  return -1;
}

/** Where "and" or a comma divides two actors rather than two words of one name. Commas alone only explain. */
function divide(forms: readonly string[], hits: readonly Hit[]): string[][] {
  const inside = (i: number) => hits.some((h) => h.first < i && i < h.last);
  if (!forms.some((f, i) => /^(?:and|&|or|;)$/i.test(f) && !inside(i))) return [[...forms]];
  const parts: string[][] = [];
  let start = 0;
  forms.forEach((form, i) => {
    if (inside(i) || !/^(?:and|,|&|;|or)$/i.test(form)) return;
    if (i > start) parts.push(forms.slice(start, i));
    start = i + 1;
  });
  if (start < forms.length) parts.push(forms.slice(start));
  return parts;
}

/** "Russian and Belarusian soldiers", "the presidents of Chile and Peru": a bare part borrows the noun of the whole one. */
function shareHead(part: readonly string[], parts: readonly (readonly string[])[]): string[] {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (part !== last && part.length === 1 && last.length > 1 && /^\p{Ll}/u.test(last.at(-1)!))
    return [...part, ...last.slice(1)];
  const of = first.findIndex((f) => f.toLowerCase() === 'of');
  const isOwner = part !== first && of > 0 && part.every((f) => /^\p{Lu}/u.test(f) || f === 'the');
  return isOwner && /\p{Ll}s$/u.test(first[of - 1]!) ? [...first.slice(0, of + 1), ...part] : [...part];
}

const isName = (words: Words, forms: readonly string[]): boolean =>
  forms.length > 0 &&
  forms.every((w) => /^\p{Lu}/u.test(w) || words.has('phrase-particle', normalToken(w)) || /^[-–.]$/.test(w));

const WORDS_BEFORE = /^(?:the|a|an|this|that|these|those|some|several|many|our|their|his|her|its)$/i;

/** What a bare phrase means of what it names: the place itself by its own name, the state without a sector. */
function asNamed(actor: Actor, forms: readonly string[], hits: readonly Hit[]): Actor {
  const words = forms.filter((f) => !WORDS_BEFORE.test(f));
  const [hit] = hits;
  if (!hit || hits.length > 1 || hit.last - hit.first + 1 < words.length) return actor;
  const kinds = new Set(hit.named.map((n) => n.kind));
  const own = forms.slice(hit.first, hit.last + 1).join(' ');
  if (actor.kind === 'country' && kinds.has('country') && actor.sector === 'GOV') return { ...actor, sector: null };
  if (actor.kind === 'country' && (kinds.has('capital') || kinds.has('metonym'))) return { ...actor, name: own };
  if (kinds.has('city') && actor.kind === 'unknown') return { ...actor, name: own, kind: 'people', sector: 'CVL' };
  if (kinds.has('people') && actor.kind === 'people' && actor.sector === 'CVL') return { ...actor, sector: null };
  return actor;
}

/** "Defense Minister" beside "German": the state comes from the words around. */
function inContext(
  knowledge: Knowledge,
  names: NameIndex,
  actor: Actor,
  context: string | null,
  date: string | null,
): Actor {
  if (!context || actor.country || actor.id || !CONTEXT_SECTORS.has(actor.sector ?? '')) return actor;
  const forms = tokensOf(context);
  const hit = findNames(names, knowledge.words, forms).find((h) =>
    h.named.some((n) => n.kind === 'country' || n.kind === 'adjective'),
  );
  const home = hit && describe(knowledge, { forms, head: hit.last }, [hit], date);
  return home?.country
    ? { ...actor, country: home.country, because: `${actor.because ?? ''}; ${home.because}` }
    : actor;
}

/** The second half of "FSB, Russia's security service" says what the first does not. */
function withRest(actor: Actor, rest: Actor | null): Actor {
  if (!rest) return actor;
  return {
    ...actor,
    country: actor.country ?? rest.country,
    sector: actor.sector ?? rest.sector,
    ...(rest.office && !actor.office && { office: rest.office }),
  };
}

export class Reader {
  readonly #knowledge: Knowledge;
  readonly #names: NameIndex;

  constructor(knowledge: Knowledge, names: NameIndex) {
    this.#knowledge = knowledge;
    this.#names = names;
  }

  /** The actors that a phrase names, coordinated ones apart. */
  who(text: string, date: string | null, context: string | null): Actor[] {
    const forms = tokensOf(text);
    const parts = divide(forms, findNames(this.#names, this.#knowledge.words, forms));
    const actors = parts
      .map((part) => this.#one(shareHead(part, parts), date))
      .filter((a) => a !== null)
      .map((a) => inContext(this.#knowledge, this.#names, a, context, date));
    if (parts.length === 1 || actors.length === parts.length || actors.length > 1) return actors;
    const whole = this.#one(forms, date);
    return whole ? [whole] : actors;
  }

  #one(forms: readonly string[], date: string | null): Actor | null {
    const comma = forms.indexOf(',');
    if (comma > 0 && comma < forms.length - 1) {
      const first = this.#plain(forms.slice(0, comma), date);
      const rest = this.#plain(forms.slice(comma + 1), date);
      const name = forms.slice(0, comma);
      if (!first && rest && isName(this.#knowledge.words, name))
        return { ...rest, name: name.join(' '), kind: 'person' };
      return first ? withRest(first, rest) : rest;
    }
    return this.#plain(forms, date);
  }

  #plain(forms: readonly string[], date: string | null): Actor | null {
    const hits = findNames(this.#names, this.#knowledge.words, forms);
    const known = describe(this.#knowledge, { forms, head: headOf(this.#knowledge.words, forms, hits) }, hits, date);
    if (known && (known.id !== undefined || known.country || known.sector)) return asNamed(known, forms, hits);
    const words = forms.filter((f) => /\p{L}/u.test(f));
    const { people } = this.#knowledge;
    if (words.length > 1 && isName(this.#knowledge.words, words)) {
      const sounds = people.bySound(words, date);
      return sounds === null ? known : people.describe(sounds, date);
    }
    if (words.length === 1 && /^\p{Lu}/u.test(words[0]!)) {
      const index = people.bySurname(words[0]!, date);
      return index === null ? known : people.describe(index, date);
    }
    // A phrase whose head says nothing is whatever it does name.
    return known ?? describe(this.#knowledge, { forms, head: -1 }, hits, date);
  }
}
