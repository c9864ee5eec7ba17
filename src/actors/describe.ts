/** From the names found in a phrase to the actor that the phrase is. */
import type { Actor } from '../nouns.ts';
import type { Entry } from './data.ts';
import { asOwn, isEthnic, isNameWord, type Sorted, sortHits } from './hits.ts';
import { isFormer, type Knowledge, PERSON, type Phrase, pick, ROLE } from './knowledge.ts';
import { bodyActor, placeActor } from './owners.ts';
import { isNamedAfter, roleActor } from './roles.ts';
import type { Hit } from './trie.ts';

export type { Knowledge, Phrase } from './knowledge.ts';

/** Sectors of people whose state the words around may tell. */
export const CONTEXT_SECTORS: ReadonlySet<string> = new Set(
  'GOV COP JUD LEG MIL CVL OPP PTY LAB EDU AGR MED REL SPY CRM UAF REB REF PRM BUS PRE SOC JRN'.split(' '),
);

/** "Movement", "front", "league": a word of a body that has the sector of whom it belongs to. */
const isBodyWord = ({ weak, one }: Entry): boolean => weak === true && !one;

/** Why somebody is named without state and sector. */
export const UNKNOWN_NAME = 'a name that no lexicon knows';

/** The capitalised words at the head of a phrase that no lexicon knows: somebody's name. */
function unknownName({ words }: Knowledge, { forms, head }: Phrase): string | null {
  if (head < 0 || !/^\p{Lu}/u.test(forms[head]!)) return null;
  let [first, last] = [head, head];
  const isCapital = (i: number) => /^\p{Lu}/u.test(forms[i] ?? '');
  const goesOn = (i: number) => isCapital(i) || (words.has('particle', forms[i]) && isCapital(i + 1));
  while (goesOn(last + 1)) last += 1;
  while (first > 0 && /^\p{Lu}/u.test(forms[first - 1]!)) first -= 1;
  return forms.slice(first, last + 1).join(' ');
}

/** "Secretary of State Antony Blinken": a role right before a name is its title. */
function isTitled({ forms }: Phrase, person: Hit, roles: readonly Hit[]): boolean {
  return roles.some(
    (r) => r.last < person.first && forms.slice(r.last + 1, person.first).every((f) => /^[,“"]$/.test(f)),
  );
}

/** A name without the titles, places and courtesy in front of it: "Bill Brown" of "Los Angeles County Sheriff Bill Brown". */
function bare({ words }: Knowledge, { forms, head }: Phrase, name: string, hits: readonly Hit[]): string {
  const titles = hits.filter((h) => h.last < head && h.named.some((n) => n.kind === 'role'));
  const from = Math.max(0, ...titles.map((h) => h.last + 1));
  const own = forms.slice(from, head + 1).filter((f) => /^\p{Lu}/u.test(f) && !words.has('courtesy', f));
  const behind = forms.slice(head + 1);
  const end = behind.findIndex((f) => !/^\p{Lu}/u.test(f));
  const whole = [...own, ...(end < 0 ? behind : behind.slice(0, end))].join(' ');
  return whole || name;
}

/** The sector of the title right before a name: what the text says of the day is better than any list. */
function titleSector(knowledge: Knowledge, { forms }: Phrase, person: Hit, roles: readonly Hit[]): string | null {
  const title = roles.find(
    (r) => r.last < person.first && forms.slice(r.last + 1, person.first).every((f) => /^[,“"]$/.test(f)),
  );
  if (!title) return null;
  const { entry } = pick(knowledge, title, ROLE, null);
  return entry.one && !entry.weak ? entry.sector : null;
}

/** "Ethnic Greeks in Turkey" are people of Turkey. */
const ethnicGroup = (knowledge: Knowledge, phrase: Phrase, { place }: Sorted, date: string | null): Actor => ({
  ...{ name: phrase.forms.join(' '), kind: 'people', sector: 'CVL', because: 'an ethnic group' },
  country: place ? placeActor(knowledge, phrase, place, date).country : null,
});

/** "An Australian": one of a state's people, where an adjective of the state stands alone behind "a". */
const isOnePerson = ({ forms, head }: Phrase, { first, last, named }: Hit): boolean =>
  last === head &&
  head === forms.length - 1 &&
  named.every((n) => n.kind === 'adjective') &&
  /^(?:an?|another)$/i.test(forms[first - 1] ?? '');

const isBefore = (hit: Hit, { head }: Phrase): boolean => hit.last < head;

/** "Kenya's Brigid Kosgei": a name that no lexicon knows, of a state. */
function ownedName(knowledge: Knowledge, phrase: Phrase, place: Hit, name: string, date: string | null): Actor {
  const { country, because } = placeActor(knowledge, phrase, place, date);
  const last = phrase.forms[phrase.head];
  if (/^\p{Lu}/u.test(last ?? '') && knowledge.words.has('press-name', last))
    return { ...{ name, country, because }, kind: 'organisation', sector: 'JRN' };
  return { name, kind: 'unknown', country, sector: null, because };
}

/** "President Bush", "Chancellor Merkel": a title and a surname that one holder of such an office has. */
function titledSurname(knowledge: Knowledge, phrase: Phrase, sorted: Sorted, date: string | null): Actor | null {
  const form = phrase.forms[phrase.head];
  const [role] = sorted.roles;
  if (!form || !role || !isNameWord(form) || role.last !== phrase.head - 1) return null;
  const { entry } = pick(knowledge, role, ROLE, null);
  if ((!entry.one || entry.sector === null) && entry.sector !== 'MIL' && entry.sector !== 'LEG') return null;
  const index = knowledge.people.byTitle(form, entry.officeClass ?? null, date);
  if (index === null) return null;
  const actor = knowledge.people.describe(index, date);
  const state = sorted.place && placeActor(knowledge, phrase, sorted.place, date).country;
  if (state && actor.country && state !== actor.country) return null;
  const misses = actor.sector === null || (actor.sector === 'ELI' && !isFormer(knowledge, phrase));
  return misses ? { ...actor, sector: entry.sector } : actor;
}

/** A known person, as what the text says of the day ("former", a title before the name). */
function personActor(
  knowledge: Knowledge,
  phrase: Phrase,
  hit: Hit,
  roles: readonly Hit[],
  date: string | null,
): Actor {
  const { people } = knowledge;
  const all = hit.named.filter((n) => n.kind === 'person').map((n) => n.entry);
  const person = pick(knowledge, hit, PERSON, date);
  const actor = people.describe(all.length > 1 ? people.choose(all, date) : person.named.entry, date);
  if (isFormer(knowledge, phrase)) return actor.sector === 'GOV' ? { ...actor, sector: 'ELI' } : actor;
  const title = titleSector(knowledge, phrase, hit, roles);
  return title && (actor.sector === 'ELI' || actor.sector === null) ? { ...actor, sector: title } : actor;
}

/**
 * The actor that a phrase is, or null where it is none. A person or body named at the head goes first, then a role with its
 * owner, then a state; a name that nothing explains is somebody unknown, with the role and state that stand beside it.
 */
export function describe(
  knowledge: Knowledge,
  phrase: Phrase,
  hits: readonly Hit[],
  date: string | null,
): Actor | null {
  const whole = hits.flatMap((h) => asOwn(knowledge, phrase, h, hits));
  const sorted = sortHits(knowledge, phrase, whole);
  const covers = (hit: Hit | null): hit is Hit =>
    hit !== null && (phrase.head < 0 || (hit.first <= phrase.head && phrase.head <= hit.last));
  if (
    sorted.person &&
    (covers(sorted.person) || !sorted.roles.some(covers) || isTitled(phrase, sorted.person, sorted.roles))
  ) {
    return personActor(knowledge, phrase, sorted.person, sorted.roles, date);
  }
  if (covers(sorted.body)) return bodyActor(knowledge, phrase, sorted.body, date);
  const roleAtHead = sorted.roles.some(covers);
  if (roleAtHead) return roleActor(knowledge, phrase, sorted, date);
  const { place } = sorted;
  if (covers(place)) {
    const actor = placeActor(knowledge, phrase, place, date);
    return isOnePerson(phrase, place)
      ? { name: actor.name, kind: 'people', country: actor.country, sector: 'CVL', because: actor.because! }
      : actor;
  }
  const name = knowledge.words.has('thing-name', phrase.forms[phrase.head]) ? null : unknownName(knowledge, phrase);
  if (name && sorted.roles.some((r) => r.last < phrase.head || r.first === phrase.head + 1)) {
    const titled = titledSurname(knowledge, phrase, sorted, date);
    if (titled) return titled;
    const beside = sorted.roles.filter((r) => r.last < phrase.head || r.first === phrase.head + 1);
    if (isNamedAfter(knowledge, phrase, beside)) return null;
    const role = roleActor(knowledge, phrase, sorted, date);
    return role && { ...role, name: bare(knowledge, phrase, name, hits), kind: 'person' };
  }
  if (name && sorted.roles.some((r) => isBodyWord(pick(knowledge, r, ROLE, null).entry))) {
    // "The Northern Branch of the Islamic Movement": a body named by what it is part of.
    const body = roleActor(knowledge, phrase, sorted, date);
    if (!body) return null;
    const isKnown = body.country !== null || body.sector !== null;
    return {
      ...{ ...body, name: phrase.forms.join(' '), kind: 'organisation' },
      ...(!isKnown && { because: UNKNOWN_NAME }),
    };
  }
  if (hits.some((h) => isEthnic(knowledge, phrase, h) && covers(h)))
    return ethnicGroup(knowledge, phrase, sorted, date);
  if (name && sorted.place && isBefore(sorted.place, phrase))
    return ownedName(knowledge, phrase, sorted.place, name, date);
  if (name && hits.length > whole.length)
    return { name, kind: 'person', country: null, sector: null, because: UNKNOWN_NAME };
  return null;
}
