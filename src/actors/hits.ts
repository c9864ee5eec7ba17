/** The hits of a phrase, each as what it is of its own, by kind. */
import type { NameKind } from './data.ts';
import { BODIES, has, type Knowledge, type Phrase, PLACES, textOf } from './knowledge.ts';
import { normalToken, normalTokens } from './normal.ts';
import type { Hit, NameIndex } from './trie.ts';
import type { Words } from './words.ts';

export interface Sorted {
  readonly person: Hit | null;
  readonly body: Hit | null;
  readonly place: Hit | null;
  readonly roles: readonly Hit[];
}

/** "The Persian Gulf", "the Sea of Japan": waters are of no state. */
function isOfWater(words: Words, forms: readonly string[], { first, last }: Hit): boolean {
  const isWater = (form: string | undefined) => /^\p{Lu}/u.test(form ?? '') && words.has('water-noun', form);
  return isWater(forms[last + 1]) || (forms[first - 1] === 'of' && isWater(forms[first - 2]));
}

/** "North American", "Latin American": people of a continent. */
const isOfContinent = (forms: readonly string[], { first }: Hit): boolean =>
  /^americas?$|^americans?$/i.test(forms[first]!) && /^(?:north|south|latin|central)$/i.test(forms[first - 1] ?? '');

/** "The Paris Agreement", "the Chicago Marathon": a town's name in a text's or an event's. */
const isOfDeed = (words: Words, forms: readonly string[], { last, named }: Hit): boolean =>
  named.every(({ kind }) => kind === 'capital' || kind === 'city') &&
  runBehind(forms, last, 3).some((form) => words.has('deed-name', form));

/** The capitalised words behind a name, at most so many. */
function runBehind(forms: readonly string[], last: number, most: number): readonly string[] {
  const behind = forms.slice(last + 1, last + 1 + most);
  const end = behind.findIndex((form) => !isNameWord(form));
  return end < 0 ? behind : behind.slice(0, end);
}

/** "Amazon Environmental Research Institute": a firm's name of one word that begins another body's. */
const isOfOtherBody = ({ words, data }: Knowledge, { forms }: Phrase, { last, named }: Hit): boolean =>
  named.every(({ kind, entry }) => kind === 'organisation' && data.entries[entry]!.sector === 'BUS') &&
  runBehind(forms, last, 5)
    .slice(1)
    .some((form) => words.has('named-site', form));

/** The names in running tokens; those of waters, continents and treaties are marked to be nobody's. */
export function findNames(names: NameIndex, words: Words, forms: readonly string[]): Hit[] {
  const isNobodys = (hit: Hit) =>
    has(hit, PLACES) && (isOfWater(words, forms, hit) || isOfContinent(forms, hit) || isOfDeed(words, forms, hit));
  return names.find(forms).map((hit) => (isNobodys(hit) ? { ...hit, nobody: true } : hit));
}

const isRole = (hit: Hit): boolean => hit.named.some((n) => n.kind === 'role');

/** "US-backed rebels": the state is not whose rebels they are. */
function isTheirs({ words }: Knowledge, { forms }: Phrase, hit: Hit): boolean {
  const next = forms[hit.last + 1];
  const after = next === '-' || next === '–' ? forms[hit.last + 2] : undefined;
  return !words.has('not-theirs', after) && !words.has('about-noun', next);
}

/** "Ethnic Albanians" may live in any state; a people of a user's dictionary is whom the user means. */
export const isEthnic = ({ words, data }: Knowledge, { forms }: Phrase, hit: Hit): boolean =>
  words.has('descent-word', forms[hit.first - 1]) && hit.named.every((n) => data.entries[n.entry]!.source !== 'user');

/** Of several hits, the one nearest to the head; those before it go before those after it. */
function nearest(hits: readonly Hit[], head: number): Hit | null {
  const distance = (h: Hit) =>
    head < 0 ? h.first : h.last < head ? head - h.last : h.first > head ? (h.first - head) * 1.5 : 0;
  return [...hits].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

export function sortHits(knowledge: Knowledge, phrase: Phrase, hits: readonly Hit[]): Sorted {
  const theirs = hits.filter((h) => !h.nobody && isTheirs(knowledge, phrase, h) && !isEthnic(knowledge, phrase, h));
  const of = (test: (h: Hit) => boolean) => theirs.filter(test);
  return {
    person: nearest(
      of((h) => h.named.some((n) => n.kind === 'person')),
      phrase.head,
    ),
    body: nearest(
      of((h) => has(h, BODIES)),
      phrase.head,
    ),
    place: nearest(
      of((h) => has(h, PLACES)),
      phrase.head,
    ),
    roles: of(isRole),
  };
}

export const isNameWord = (form: string | undefined): boolean =>
  form !== undefined && /^\p{Lu}(?:['’]\p{Lu})?\p{Ll}+/u.test(form);

/** "Hassan Mohamed" in "Ali El-Hassan Mohamed". */
const isBehindHyphen = ({ words }: Knowledge, { forms }: Phrase, { first, named }: Hit): boolean =>
  named.some((n) => n.kind === 'person') &&
  /^[-–]$/.test(forms[first - 1] ?? '') &&
  (isNameWord(forms[first - 2]) || words.has('particle', forms[first - 2]));

/** "Ana Ruiz Soto", where "Ana Ruiz" is short for Ana María López Ruiz: one more surname makes it somebody else's. */
function isOfLonger(
  { data }: Knowledge,
  { forms }: Phrase,
  { first, last, named }: Hit,
  hits: readonly Hit[],
): boolean {
  const next = forms[last + 1];
  if (!isNameWord(next) || hits.some((h) => h.first <= last + 1 && last + 1 <= h.last)) return false;
  const own = normalTokens(forms.slice(first, last + 1).join(' '));
  return named.every(({ kind, entry }) => {
    const full = normalTokens(data.entries[entry]!.name);
    return kind === 'person' && full.length > own.length && !full.includes(normalToken(next!));
  });
}

const STATES: ReadonlySet<NameKind> = new Set(['country']);

const NAMES_OF_ONE_WORD: ReadonlySet<NameKind> = new Set([
  'person',
  'city',
  'country',
  'capital',
  'group',
  'organisation',
]);

/** Whoever lists a name of one word knows it stands beside others ("Three Norlundish sailors"). */
const isUsers = ({ data }: Knowledge, entry: number): boolean =>
  data.entries[entry]!.source === 'user' && data.entries[entry]!.kind !== 'person';

/** "Luís Montenegro", "David Bakradze", "Kent Hehr": a name that is only part of somebody's longer, unknown name. */
function isPartOfName(knowledge: Knowledge, phrase: Phrase, name: Hit, hits: readonly Hit[]): boolean {
  const { words } = knowledge;
  const { forms } = phrase;
  if (name.last > name.first)
    return isBehindHyphen(knowledge, phrase, name) || isOfLonger(knowledge, phrase, name, hits);
  if (name.named.some((n) => isUsers(knowledge, n.entry))) return false;
  if (!has(name, NAMES_OF_ONE_WORD)) return false;
  if (isOfOtherBody(knowledge, phrase, name)) return true;
  const free = (i: number) =>
    isNameWord(forms[i]) &&
    !words.has('press-name', forms[i]) &&
    !words.has('former', forms[i]) &&
    !hits.some((h) => h !== name && h.first <= i && i <= h.last);
  // "Three US soldiers": a state before a common noun is whose they are, whatever stands before it.
  const isOwner = has(name, STATES) && /^\p{Ll}/u.test(forms[name.last + 1] ?? '');
  if (free(name.first - 1) && !isOwner && !words.has('place-before', forms[name.first - 1])) return true;
  const single = name.named.some(({ kind }) => kind === 'person' || kind === 'city' || kind === 'group');
  const next = words.has('particle', forms[name.last + 1]) ? name.last + 2 : name.last + 1;
  return single && free(next) && !words.has('place-tail', forms[name.last + 1]);
}

/** What a hit is of its own: all, only its common noun ("the Ohio General Assembly", "the Congress of Ghana"), or no name at all. */
export function asOwn(knowledge: Knowledge, phrase: Phrase, hit: Hit, hits: readonly Hit[]): Hit[] {
  if (isSurname(knowledge, phrase, hit, hits) || isFirstName(knowledge, phrase, hit)) return [];
  const isOther = isAnothers(phrase, hit, hits) || isUnnamed(knowledge, phrase, hit) || isFarTown(knowledge, hit);
  if (!isPartOfName(knowledge, phrase, hit, hits) && !isOther) return [hit];
  const named = hit.named.filter((n) => n.kind === 'role');
  return named.length ? [{ ...hit, named }] : [];
}

/** "The House of Representatives" in an article that names states, but not the one whose house goes by that name alone. */
function isUnnamed({ data, states, words }: Knowledge, phrase: Phrase, hit: Hit): boolean {
  if (!states || !words.of('shared-body').has(textOf(phrase, hit).toLowerCase())) return false;
  const body = hit.named.find((n) => BODIES.has(n.kind));
  const country = body && data.entries[body.entry]!.country;
  if (!country) return false;
  const { named, placed } = states();
  return named.size > 0 && !named.has(country) && !placed.has(country);
}

/** A small town's name in a text that names states, but not the town's. */
function isFarTown({ data, states }: Knowledge, { named }: Hit): boolean {
  if (!states || !named.every((n) => n.kind === 'city' && n.acronym)) return false;
  const around = states();
  if (!around.named.size && !around.placed.size) return false;
  const isNear = (country: string) => around.named.has(country) || around.placed.has(country);
  return !named.some((n) => isNear(data.entries[n.entry]!.country ?? ''));
}

/** "Yu Chang Son", "Stephen King", "Ida Driver": a noun of people that ends a name; one that is seldom a surname, behind a first name. */
function isSurname({ words }: Knowledge, { forms }: Phrase, { first, last }: Hit, hits: readonly Hit[]): boolean {
  const isFree = (i: number) => !hits.some((h) => h.first <= i && i <= h.last);
  const isGiven = (form: string) => words.has('female-name', form) || words.has('male-name', form);
  return (
    first === last &&
    isNameWord(forms[first]) &&
    isNameWord(forms[first - 1]) &&
    (words.has('surname-role', forms[first]) || isGiven(forms[first - 1]!)) &&
    !isNameWord(forms[first + 1]) &&
    isFree(first - 1)
  );
}

/** A body whose name is a common noun ("Congress"), with another state before it or behind an "of". */
function isAnothers({ forms }: Phrase, hit: Hit, hits: readonly Hit[]): boolean {
  if (!hit.named.some((n) => n.kind === 'role') || !has(hit, BODIES)) return false;
  const isPlace = (h: Hit) => has(h, PLACES);
  const after = (h: Hit) => forms[hit.last + 1] === 'of' && h.first > hit.last + 1 && h.first <= hit.last + 3;
  return hits.some((h) => isPlace(h) && (h.last === hit.first - 1 || after(h)));
}

/** "His wife Mary", "Mary": a town's name that is a first name, too, of somebody's. */
function isFirstName({ words }: Knowledge, { forms }: Phrase, { first, last, named }: Hit): boolean {
  if (first !== last || named.some((n) => n.kind !== 'city')) return false;
  const form = forms[first];
  return words.has('female-name', form) || words.has('male-name', form) || words.has('kin', forms[first - 1]);
}
