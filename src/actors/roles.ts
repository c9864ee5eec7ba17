/** The actor that a role is: whose minister, soldier or spokesman. */
import type { Actor, ActorKind } from '../nouns.ts';
import type { Entry } from './data.ts';
import type { Sorted } from './hits.ts';
import { isFormer, type Knowledge, type Phrase, pick, ROLE, textOf } from './knowledge.ts';
import { normalToken } from './normal.ts';
import { bodyActor, placeActor } from './owners.ts';
import type { Hit } from './trie.ts';

/** Sectors whose people are former officials once they have left. */
const OFFICIAL = new Set(['GOV', 'SPY', 'MIL', 'LEG', 'COP', 'JUD', 'IGO']);

/** Bodies whose armed or ruling people are of the body's sector ("Boko Haram gunmen", "Shin Bet security service"). */
const STAMPING = new Set(['REB', 'PRM', 'CRM', 'SPY', 'UAF', 'PTY', 'OPP']);
const STAMPED = new Set(['GOV', 'UAF', 'MIL', 'REB', 'PRM', 'CRM', 'COP']);

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
      (!entry.weak || LENDING.has(entry.sector ?? '')) &&
      OWNING.has(entry.sector ?? '') &&
      (hit.last === first - 1 || (behind && hit.first > last + 1)),
  );
  return owner ? { entry: owner.entry, hit: atHead.hit } : atHead;
}

/** "The fallen fighters of the Soviet Army": an army's fighters are soldiers. */
function ofArmy(entries: readonly Deciding[], deciding: Deciding): Deciding {
  if (deciding.entry.sector !== 'REB' && deciding.entry.sector !== 'UAF') return deciding;
  const army = entries.find(({ hit, entry }) => entry.sector === 'MIL' && hit.first > deciding.hit.last);
  return army ? { entry: army.entry, hit: deciding.hit } : deciding;
}

/** Sectors of bodies that have presidents, ministers or secretaries of their own. */
const OWNING = new Set(['SOC', 'LAB', 'BUS', 'EDU', 'MED', 'PTY', 'REL', 'JRN', 'AGR', 'JUD', 'LEG']);

/** "The widow of a soldier", "Putin's daughter": kin are no soldiers and no officials. */
const isKin = ({ words }: Knowledge, { forms }: Phrase, { first, last }: Hit): boolean =>
  first === last && words.has('kin', normalToken(forms[first]!).replace(/s$/, ''));

/** Weak bodies that lend their sector to who heads them ("chairman of the Freedom Party"). */
const LENDING = new Set(['SOC', 'PTY', 'EDU']);

/** The role that decides: a strong one at the head, else a strong one before it, else a weak one. */
function decidingRole(knowledge: Knowledge, phrase: Phrase, roles: readonly Hit[]): Deciding | null {
  const entries = roles.map((hit) => ({ hit, entry: pick(knowledge, hit, ROLE, null).entry }));
  if (!entries.length) return null;
  const atHead = entries.find(({ hit }) => hit.first <= phrase.head && phrase.head <= hit.last) ?? entries.at(-1)!;
  const generic = atHead.entry.weak || atHead.entry.sector === 'CVL' || atHead.entry.sector === 'UNK';
  if (!generic) return ofArmy(entries, ofBody(phrase, entries, atHead));
  if (atHead.entry.kind === 'unknown' || isKin(knowledge, phrase, atHead.hit)) return atHead;
  // "The Revolutionary Party": whatever stands before it, a party is one.
  if (atHead.entry.sector === 'PTY') return atHead;
  const others = entries.filter((e) => e !== atHead && e.entry.sector !== 'CVL' && e.entry.sector !== 'UNK');
  const better =
    others.find((e) => !e.entry.weak) ?? others.find((e) => atHead.entry.one && LENDING.has(e.entry.sector ?? ''));
  return better ? { entry: better.entry, hit: atHead.hit } : atHead;
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
const LED: ReadonlySet<string | null> = new Set(['GOV', 'MIL', 'REB', 'COP', 'SPY', 'PRM']);

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
export function roleActor(knowledge: Knowledge, phrase: Phrase, sorted: Sorted, date: string | null): Actor | null {
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

/** Sectors whose words are titles before names ("Colonel Ruiz", "Judge Marrero", "Father Brown"). */
const TITLES = new Set(['MIL', 'LEG', 'JUD', 'REL', 'COP', 'REB', 'GOV', 'EDU', 'JRN', 'MED', 'SPY', 'IGO', 'PTY']);

/** "Youth Day": a name that only has a role word in it, and is nobody's. */
export function isNamedAfter(knowledge: Knowledge, { forms, head }: Phrase, roles: readonly Hit[]): boolean {
  return roles.every((hit) => {
    const { entry } = pick(knowledge, hit, ROLE, null);
    const written = /^\p{Lu}/u.test(forms[hit.first]!) && hit.last < head;
    return written && !entry.one && !entry.weak && !TITLES.has(entry.sector ?? '');
  });
}
