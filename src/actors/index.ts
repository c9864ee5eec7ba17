/** Actors: who a name or a phrase is, on a day. */
import type { Actor } from '../nouns.ts';
import type { ActorData } from './data.ts';
import { describe, type Phrase } from './describe.ts';
import { People } from './people.ts';
import { type Hit, NameIndex } from './trie.ts';
import { type UserEntry, withUserEntries } from './user.ts';

export type { ActorData } from './data.ts';
export type { Phrase } from './describe.ts';
export type { Hit } from './trie.ts';
export type { UserEntry } from './user.ts';

export interface ActorIndex {
  /** Names in running tokens. */
  readonly find: (forms: readonly string[]) => Hit[];
  /** The actor that a phrase is, or null. `hits` are those of the phrase's own tokens. */
  readonly describe: (phrase: Phrase, hits: readonly Hit[], date: string | null) => Actor | null;
  /** Who a bare surname means on a day, or null where that is not clear. */
  readonly bySurname: (form: string, date: string | null) => Actor | null;
  /** The actors that a bare phrase names, coordinated ones apart. */
  readonly who: (phrase: string, date: string | null) => Actor[];
}

const TOKEN = /[\p{L}\p{N}\p{M}.'’]+|[^\s]/gu;
const PREPOSITIONS = new Set([
  'of',
  'in',
  'from',
  'for',
  'at',
  'near',
  'on',
  'by',
  'to',
  'with',
  'against',
  'who',
  'whom',
  'which',
  'that',
]);

const PARTICLES = new Set(
  'al el bin ibn ben de da do dos del della van von der den la le di du ould abu abdul y e'.split(' '),
);

const tokensOf = (phrase: string): string[] => [...phrase.slice(0, 2000).matchAll(TOKEN)].flatMap(([t]) => clitic(t));

const clitic = (token: string): string[] => {
  const match = /^(.+?)(['’]s|['’])$/.exec(token);
  return match
    ? [match[1]!, match[2]!]
    : [/^(?:\p{L}\.)+$|^(?:Mr|Mrs|Dr|Gen|Lt|Col|Sgt|St|No)\.$/u.test(token) ? token : token.replace(/\.$/, '')].filter(
        Boolean,
      );
};

/** The head of a bare noun phrase: the last word before a comma or preposition. */
function headOf(forms: readonly string[]): number {
  const end = forms.findIndex((f, i) => i > 0 && (/^[,(;:]$/.test(f) || PREPOSITIONS.has(f.toLowerCase())));
  const before = end < 0 ? forms.length : end;
  for (let i = before - 1; i >= 0; i--) if (/[\p{L}\p{N}]/u.test(forms[i]!) && !/^['’]s$/.test(forms[i]!)) return i;
  return -1;
}

/** Where "and" or a comma divides two actors rather than two words of one name. */
function divide(forms: readonly string[], hits: readonly Hit[]): string[][] {
  const parts: string[][] = [];
  let start = 0;
  forms.forEach((form, i) => {
    const inside = hits.some((h) => h.first < i && i < h.last);
    if (inside || !/^(?:and|,|&|;|or)$/i.test(form)) return;
    if (i > start) parts.push(forms.slice(start, i));
    start = i + 1;
  });
  if (start < forms.length) parts.push(forms.slice(start));
  return parts;
}

/** Makes the index, with a user's entries before the built-in ones. */
export function loadActors(data: ActorData, user: readonly UserEntry[] = []): ActorIndex {
  const all = user.length ? withUserEntries(data, user) : data;
  const names = new NameIndex();
  for (const [tokens, kind, entry, acronym] of all.names) names.add(tokens, { kind, entry, acronym: acronym === 1 });
  const people = new People(all);
  const knowledge = { data: all, people };
  const find = (forms: readonly string[]) => names.find(forms);
  const bySurname = (form: string, date: string | null): Actor | null => {
    const index = people.bySurname(form, date);
    return index === null ? null : people.describe(index, date);
  };
  const one = (forms: readonly string[], date: string | null): Actor | null => {
    const phrase = { forms, head: headOf(forms) };
    const known = describe(knowledge, phrase, find(forms), date);
    if (known) return known;
    const words = forms.filter((f) => /\p{L}/u.test(f));
    const sounds =
      words.length > 1 && words.every((w) => /^\p{Lu}/u.test(w) || PARTICLES.has(w.toLowerCase()))
        ? people.bySound(words, date)
        : null;
    if (sounds !== null) return people.describe(sounds, date);
    return words.length === 1 && /^\p{Lu}/u.test(words[0]!) ? bySurname(words[0]!, date) : looseOne(forms, date);
  };
  /** A phrase whose head says nothing: whatever it does name. */
  const looseOne = (forms: readonly string[], date: string | null): Actor | null =>
    describe(knowledge, { forms, head: -1 }, find(forms), date) ?? null;
  return {
    find,
    bySurname,
    describe: (phrase, hits, date) => describe(knowledge, phrase, hits, date),
    who: (text, date) => {
      const forms = tokensOf(text);
      const parts = divide(forms, find(forms));
      const actors = parts.map((part) => one(shareHead(part, parts), date)).filter((a) => a !== null);
      if (parts.length > 1 && actors.length < parts.length) {
        const whole = one(forms, date);
        return actors.length > 1 ? actors : whole ? [whole] : actors;
      }
      return actors;
    },
  };
}

/** "Russian and Belarusian soldiers": the first part borrows the last one's noun. */
function shareHead(part: readonly string[], parts: readonly (readonly string[])[]): string[] {
  const last = parts.at(-1)!;
  const isBare = part !== last && part.length === 1 && last.length > 1 && /^\p{Ll}/u.test(last.at(-1)!);
  return isBare ? [...part, ...last.slice(1)] : [...part];
}
