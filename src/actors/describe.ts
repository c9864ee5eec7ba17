/** From the names found in a phrase to the actor that the phrase is. */
import type { Actor, ActorKind } from '../nouns.ts';
import type { ActorData, Entry, NameKind } from './data.ts';
import { normalToken } from './normal.ts';
import { isActive, type People } from './people.ts';
import type { Hit, Named } from './trie.ts';
import type { Words } from './words.ts';

/** A phrase: its tokens, and which of them is its head (-1 where nobody knows). */
export interface Phrase {
  readonly forms: readonly string[];
  readonly head: number;
}

export interface Knowledge {
  readonly data: ActorData;
  readonly people: People;
  readonly words: Words;
}

const PLACES: ReadonlySet<NameKind> = new Set(['country', 'adjective', 'people', 'capital', 'metonym', 'city']);
const BODIES: ReadonlySet<NameKind> = new Set(['organisation', 'group']);

interface Sorted {
  readonly person: Hit | null;
  readonly body: Hit | null;
  readonly place: Hit | null;
  readonly roles: readonly Hit[];
}

const has = (hit: Hit, kinds: ReadonlySet<NameKind>): boolean => hit.named.some((n) => kinds.has(n.kind));
const isRole = (hit: Hit): boolean => hit.named.some((n) => n.kind === 'role');

/** "US-backed rebels": the state is not whose rebels they are. */
function isTheirs({ words }: Knowledge, { forms }: Phrase, hit: Hit): boolean {
  const next = forms[hit.last + 1];
  const after = next === '-' || next === '–' ? forms[hit.last + 2] : undefined;
  return !words.has('not-theirs', after);
}

/** "Ethnic Albanians" may live in any state. */
const isEthnic = ({ forms }: Phrase, hit: Hit): boolean => forms[hit.first - 1]?.toLowerCase() === 'ethnic';

/** Of several hits, the one nearest to the head; those before it go before those after it. */
function nearest(hits: readonly Hit[], head: number): Hit | null {
  const distance = (h: Hit) =>
    head < 0 ? h.first : h.last < head ? head - h.last : h.first > head ? (h.first - head) * 1.5 : 0;
  return [...hits].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** "North American", "Latin American": people of a continent. */
const isOfContinent = ({ forms }: Phrase, hit: Hit): boolean =>
  /^americas?$|^americans?$/i.test(forms[hit.first]!) &&
  /^(?:north|south|latin|central)$/i.test(forms[hit.first - 1] ?? '');

function sortHits(knowledge: Knowledge, phrase: Phrase, hits: readonly Hit[]): Sorted {
  const theirs = hits.filter(
    (h) => isTheirs(knowledge, phrase, h) && !isEthnic(phrase, h) && !isOfContinent(phrase, h),
  );
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

/** The entry of one of these kinds that held on the day (a Taliban of 2010 is a rebel, one of 2023 a government). */
function pick(
  { data, people }: Knowledge,
  hit: Hit,
  kinds: ReadonlySet<NameKind>,
  date: string | null,
): { entry: Entry; named: Named; sector: string | null } {
  const fitting = hit.named.filter((n) => kinds.has(n.kind));
  const active = fitting.find((n) => people.terms(n.entry).some((t) => isActive(t, date)));
  const untimed = fitting.find((n) => !people.terms(n.entry).length);
  const named = active ?? untimed ?? fitting[0]!;
  const term = people.terms(named.entry).find((t) => isActive(t, date));
  const entry = data.entries[named.entry]!;
  return { entry, named, sector: term?.sector ?? entry.sector };
}

/** Sectors whose people are former officials once they have left. */
const OFFICIAL = new Set(['GOV', 'SPY', 'MIL', 'LEG', 'COP', 'JUD', 'IGO']);

/** Sectors of people whose state the words around may tell. */
export const CONTEXT_SECTORS: ReadonlySet<string> = new Set(
  'GOV COP JUD LEG MIL CVL OPP PTY LAB EDU AGR MED REL SPY CRM UAF REB REF PRM BUS PRE SOC JRN'.split(' '),
);

/** Bodies whose armed or ruling people are of the body's sector ("Boko Haram gunmen", "Shin Bet security service"). */
const STAMPING = new Set(['REB', 'PRM', 'CRM', 'SPY', 'UAF', 'PTY', 'OPP']);
const STAMPED = new Set(['GOV', 'UAF', 'MIL', 'REB', 'PRM', 'CRM', 'COP']);

const textOf = ({ forms }: Phrase, hit: Hit): string => forms.slice(hit.first, hit.last + 1).join(' ');

const ROLE: ReadonlySet<NameKind> = new Set(['role']);
const PERSON: ReadonlySet<NameKind> = new Set(['person']);

interface Deciding {
  readonly entry: Entry;
  readonly hit: Hit;
}

/** "President of the Chadian Human Rights League", "Senate President": whose president it is decides. */
function ofBody({ forms }: Phrase, entries: readonly Deciding[], atHead: Deciding): Deciding {
  if (!atHead.entry.one) return atHead;
  const { first, last } = atHead.hit;
  const behind = forms[last + 1]?.toLowerCase() === 'of';
  const owner = entries.find(
    ({ hit, entry }) =>
      !entry.weak && OWNING.has(entry.sector ?? '') && (hit.last === first - 1 || (behind && hit.first > last + 1)),
  );
  return owner ? { entry: owner.entry, hit: atHead.hit } : atHead;
}

/** Sectors of bodies that have presidents, ministers or secretaries of their own. */
const OWNING = new Set(['SOC', 'LAB', 'BUS', 'EDU', 'MED', 'PTY', 'REL', 'JRN', 'AGR', 'JUD', 'LEG']);

/** "The widow of a soldier", "Putin's daughter": kin are no soldiers and no officials. */
const isKin = ({ words }: Knowledge, { forms }: Phrase, { first, last }: Hit): boolean =>
  first === last && words.has('kin', normalToken(forms[first]!).replace(/s$/, ''));

/** The role that decides: a strong one at the head, else a strong one before it, else a weak one. */
function decidingRole(knowledge: Knowledge, phrase: Phrase, roles: readonly Hit[]): Deciding | null {
  const entries = roles.map((hit) => ({ hit, entry: pick(knowledge, hit, ROLE, null).entry }));
  if (!entries.length) return null;
  const atHead = entries.find(({ hit }) => hit.first <= phrase.head && phrase.head <= hit.last) ?? entries.at(-1)!;
  const generic = atHead.entry.weak || atHead.entry.sector === 'CVL' || atHead.entry.sector === 'UNK';
  if (!generic) return ofBody(phrase, entries, atHead);
  if (atHead.entry.kind === 'unknown' || isKin(knowledge, phrase, atHead.hit)) return atHead;
  const others = entries.filter((e) => e !== atHead && e.entry.sector !== 'CVL');
  const better = others.find((e) => !e.entry.weak) ?? others.find((e) => atHead.entry.one && e.entry.sector === 'SOC');
  return better ? { entry: better.entry, hit: atHead.hit } : atHead;
}

const isFormer = ({ words }: Knowledge, { forms, head }: Phrase): boolean =>
  forms.slice(0, head < 0 ? forms.length : head + 1).some((f) => words.has('former', f));

function bodyActor(knowledge: Knowledge, phrase: Phrase, body: Hit, date: string | null): Actor {
  const { entry, sector } = pick(knowledge, body, BODIES, date);
  return {
    name: entry.name,
    id: entry.id,
    kind: entry.kind,
    country: entry.country,
    sector,
    ...(entry.code && { code: entry.code }),
    because: `"${textOf(phrase, body)}" is ${entry.name} (${entry.source})`,
  };
}

function placeActor(knowledge: Knowledge, phrase: Phrase, place: Hit, date: string | null): Actor {
  const { entry, named } = pick(knowledge, place, PLACES, date);
  const because = `"${textOf(phrase, place)}" is ${named.kind === 'country' ? 'the name' : `${named.kind === 'adjective' ? 'the adjective' : `a ${named.kind}`}`} of ${entry.name}`;
  if (named.kind === 'people')
    return {
      name: textOf(phrase, place),
      kind: 'people',
      country: entry.country,
      sector: entry.kind === 'people' ? entry.sector : 'CVL',
      because,
    };
  return {
    name: entry.name,
    id: entry.id,
    kind: named.kind === 'city' ? 'unknown' : entry.kind,
    country: entry.country,
    sector: named.kind === 'city' ? null : entry.sector,
    because,
  };
}

/** Whose the role is: a body's, a state's, or a leader's ("the Assad regime", "President Hrawi's army"). */
function ownerOf(knowledge: Knowledge, phrase: Phrase, sorted: Sorted, date: string | null): Actor | null {
  if (sorted.body) return bodyActor(knowledge, phrase, sorted.body, date);
  if (sorted.place) return placeActor(knowledge, phrase, sorted.place, date);
  const named = sorted.person?.named.find((n) => n.kind === 'person');
  if (named) return knowledge.people.describe(named.entry, date);
  const surname = surnameBefore(knowledge, phrase, sorted.roles);
  const index = surname === null ? null : knowledge.people.bySurname(surname, date);
  return index === null ? null : knowledge.people.describe(index, date);
}

/** Sectors of those whom a leader has ("the Assad regime", "President Hrawi's army"); nobody's are "Young people". */
const LED = new Set(['GOV', 'MIL', 'REB', 'COP', 'SPY', 'PRM', null]);

/** A single capitalised word right before the role: a leader's surname, if anybody's. */
function surnameBefore(knowledge: Knowledge, { forms }: Phrase, roles: readonly Hit[]): string | null {
  const led = roles.find((r) => r.first > 0 && LED.has(pick(knowledge, r, ROLE, null).entry.sector));
  if (!led) return null;
  const at = /^['’]s?$/.test(forms[led.first - 1]!) ? led.first - 2 : led.first - 1;
  const isName = (i: number) => /^\p{Lu}\p{Ll}{2,}/u.test(forms[i] ?? '');
  const isTitle = (i: number) => roles.some((r) => r.first <= i && i <= r.last);
  return isName(at) && !isTitle(at) && (!isName(at - 1) || isTitle(at - 1)) ? forms[at]! : null;
}

const isState = (actor: Actor | null): boolean => actor?.kind === 'country';

/** "the Polish foreign minister", "UN officials", "police in Lagos", "rebel leaders". */
function roleActor(knowledge: Knowledge, phrase: Phrase, sorted: Sorted, date: string | null): Actor | null {
  const deciding = decidingRole(knowledge, phrase, sorted.roles);
  if (!deciding) return null;
  const { entry, hit } = deciding;
  const owner = ownerOf(knowledge, phrase, sorted, date);
  const isWorldBody =
    sorted.body !== null && owner?.kind === 'organisation' && owner.country === null && owner.sector !== null;
  const place = sorted.place && (!isWorldBody || sorted.place.last < phrase.head) ? sorted.place : null;
  const country = (place ? placeActor(knowledge, phrase, place, date).country : owner?.country) ?? entry.country;
  let sector = entry.weak ? (isState(owner) && entry.sector) || (owner?.sector ?? entry.sector) : entry.sector;
  const stamped =
    entry.weak ||
    (entry.sector === 'GOV' && (!entry.officeClass || (isWorldBody && !place))) ||
    (STAMPING.has(owner?.sector ?? '') && STAMPED.has(entry.sector ?? '')) ||
    (owner?.sector === 'MIL' && (entry.sector === 'REB' || entry.sector === 'UAF'));
  if (sorted.body && owner?.sector && stamped) sector = owner.sector;
  if (OFFICIAL.has(sector ?? '') && entry.one && isFormer(knowledge, phrase)) sector = 'ELI';
  const kind: ActorKind = entry.one
    ? 'person'
    : owner?.kind === 'organisation' && (entry.weak || country === null)
      ? 'organisation'
      : entry.kind;
  const role = textOf(phrase, hit);
  if (sector === 'UNK' && country !== null) sector = 'CVL';
  return {
    name: phrase.forms.join(' '),
    kind,
    country,
    sector,
    ...(owner?.code && { code: owner.code }),
    ...(entry.one && { office: role }),
    because: `"${role}" is ${sector ?? 'of no sector'}${owner ? `, of ${owner.name}` : ''}`,
  };
}

/** The capitalised words at the head of a phrase that no lexicon knows: somebody's name. */
function unknownName({ forms, head }: Phrase): string | null {
  if (head < 0 || !/^\p{Lu}/u.test(forms[head]!)) return null;
  let [first, last] = [head, head];
  while (last + 1 < forms.length && /^\p{Lu}/u.test(forms[last + 1]!)) last += 1;
  while (first > 0 && /^\p{Lu}/u.test(forms[first - 1]!)) first -= 1;
  return forms.slice(first, last + 1).join(' ');
}

/** "Secretary of State Antony Blinken": a role right before a name is its title. */
function isTitled({ forms }: Phrase, person: Hit, roles: readonly Hit[]): boolean {
  return roles.some(
    (r) => r.last < person.first && forms.slice(r.last + 1, person.first).every((f) => /^[,“"]$/.test(f)),
  );
}

/** Capitals of a title before a name. */
const TITLE_WORDS =
  /^(?:(?:President|Prime|Minister|Foreign|Defen[cs]e|Secretary|General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Lieutenant|Lt|Sgt|Adm|Admiral|Sen|Senator|Rep|Gov|Governor|Deputy|Chancellor|Ambassador|Judge|King|Queen|Prince|Princess|Sheikh|Mayor|Chief|Spokesman|Spokeswoman|Spokesperson|Mr|Mrs|Ms|Dr|Professor|Prof)\.? )+(?=\p{Lu})/u;

/** The sector of the title right before a name: what the text says of the day is better than any list. */
function titleSector(knowledge: Knowledge, { forms }: Phrase, person: Hit, roles: readonly Hit[]): string | null {
  const title = roles.find(
    (r) => r.last < person.first && forms.slice(r.last + 1, person.first).every((f) => /^[,“"]$/.test(f)),
  );
  if (!title) return null;
  const { entry } = pick(knowledge, title, ROLE, null);
  return entry.one && !entry.weak ? entry.sector : null;
}

const isNameWord = (form: string | undefined): boolean => form !== undefined && /^\p{Lu}\p{Ll}+/u.test(form);

/** "Luís Montenegro", "David Bakradze", "Kent Hehr": a name that is only part of somebody's longer, unknown name. */
function isPartOfName({ words }: Knowledge, { forms }: Phrase, name: Hit, hits: readonly Hit[]): boolean {
  if (name.last > name.first) return false;
  const kinds = name.named.map((n) => n.kind);
  if (
    !kinds.some(
      (k) =>
        k === 'person' || k === 'city' || k === 'country' || k === 'capital' || k === 'group' || k === 'organisation',
    )
  )
    return false;
  const free = (i: number) =>
    isNameWord(forms[i]) &&
    !words.has('press-name', forms[i]) &&
    !hits.some((h) => h !== name && h.first <= i && i <= h.last);
  if (free(name.first - 1) && !words.has('place-before', forms[name.first - 1])) return true;
  const single = kinds.includes('person') || kinds.includes('city') || kinds.includes('group');
  return single && free(name.last + 1) && !words.has('place-tail', forms[name.last + 1]);
}

/** "Ethnic Greeks in Turkey" are people of Turkey. */
const ethnicGroup = (knowledge: Knowledge, phrase: Phrase, { place }: Sorted, date: string | null): Actor => ({
  ...{ name: phrase.forms.join(' '), kind: 'people', sector: 'CVL', because: 'an ethnic group' },
  country: place ? placeActor(knowledge, phrase, place, date).country : null,
});

const isBefore = (hit: Hit, { head }: Phrase): boolean => hit.last < head;

/** "Kenya's Brigid Kosgei": a name that no lexicon knows, of a state. */
function ownedName(knowledge: Knowledge, phrase: Phrase, place: Hit, name: string, date: string | null): Actor {
  const { country, because } = placeActor(knowledge, phrase, place, date);
  const last = phrase.forms[phrase.head];
  if (/^\p{Lu}/u.test(last ?? '') && knowledge.words.has('press-name', last))
    return { ...{ name, country, because }, kind: 'organisation', sector: 'JRN' };
  return { name, kind: 'unknown', country, sector: null, because };
}

/** Sectors whose words are titles before names ("Colonel Ruiz", "Judge Marrero", "Father Brown"). */
const TITLES = new Set(['MIL', 'LEG', 'JUD', 'REL', 'COP', 'REB', 'GOV', 'EDU', 'JRN', 'MED', 'SPY', 'IGO', 'PTY']);

/** "Youth Day": a name that only has a role word in it, and is nobody's. */
function isNamedAfter(knowledge: Knowledge, { forms, head }: Phrase, roles: readonly Hit[]): boolean {
  return roles.every((hit) => {
    const { entry } = pick(knowledge, hit, ROLE, null);
    const written = /^\p{Lu}/u.test(forms[hit.first]!) && hit.last < head;
    return written && !entry.one && !entry.weak && !TITLES.has(entry.sector ?? '');
  });
}

/** "President Bush", "Chancellor Merkel": a title and a surname that one holder of such an office has. */
function titledSurname(knowledge: Knowledge, phrase: Phrase, sorted: Sorted, date: string | null): Actor | null {
  const form = phrase.forms[phrase.head];
  const [role] = sorted.roles;
  if (!form || !role || !isNameWord(form) || role.last !== phrase.head - 1) return null;
  const { entry } = pick(knowledge, role, ROLE, null);
  if (!entry.one && entry.sector !== 'MIL' && entry.sector !== 'LEG') return null;
  const index = knowledge.people.byTitle(form, entry.officeClass ?? null, date);
  if (index === null) return null;
  const actor = knowledge.people.describe(index, date);
  const state = sorted.place && placeActor(knowledge, phrase, sorted.place, date).country;
  if (state && actor.country && state !== actor.country) return null;
  const misses = actor.sector === null || (actor.sector === 'ELI' && !isFormer(knowledge, phrase));
  return misses ? { ...actor, sector: entry.sector } : actor;
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
  const whole = hits.filter((h) => !isPartOfName(knowledge, phrase, h, hits));
  const sorted = sortHits(knowledge, phrase, whole);
  const covers = (hit: Hit | null): hit is Hit =>
    hit !== null && (phrase.head < 0 || (hit.first <= phrase.head && phrase.head <= hit.last));
  if (
    sorted.person &&
    (covers(sorted.person) || !sorted.roles.some(covers) || isTitled(phrase, sorted.person, sorted.roles))
  ) {
    const person = pick(knowledge, sorted.person, PERSON, date);
    const all = sorted.person.named.filter((n) => n.kind === 'person').map((n) => n.entry);
    const actor = knowledge.people.describe(
      all.length > 1 ? knowledge.people.choose(all, date) : person.named.entry,
      date,
    );
    if (isFormer(knowledge, phrase)) return actor.sector === 'GOV' ? { ...actor, sector: 'ELI' } : actor;
    const title = titleSector(knowledge, phrase, sorted.person, sorted.roles);
    return title && (actor.sector === 'ELI' || actor.sector === null) ? { ...actor, sector: title } : actor;
  }
  if (covers(sorted.body)) return bodyActor(knowledge, phrase, sorted.body, date);
  const roleAtHead = sorted.roles.some(covers);
  if (roleAtHead) return roleActor(knowledge, phrase, sorted, date);
  const { place } = sorted;
  if (covers(place)) return placeActor(knowledge, phrase, place, date);
  const name = unknownName(phrase);
  if (name && sorted.roles.some((r) => r.last < phrase.head || r.first === phrase.head + 1)) {
    const titled = titledSurname(knowledge, phrase, sorted, date);
    if (titled) return titled;
    if (isNamedAfter(knowledge, phrase, sorted.roles)) return null;
    const role = roleActor(knowledge, phrase, sorted, date);
    return role && { ...role, name: name.replace(TITLE_WORDS, ''), kind: 'person' };
  }
  if (hits.some((h) => isEthnic(phrase, h) && covers(h))) return ethnicGroup(knowledge, phrase, sorted, date);
  if (name && sorted.place && isBefore(sorted.place, phrase))
    return ownedName(knowledge, phrase, sorted.place, name, date);
  if (name && hits.length > whole.length)
    return { name, kind: 'person', country: null, sector: null, because: 'a name that no lexicon knows' };
  return null;
}
