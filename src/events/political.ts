/** Is it politics? What private people do to one another, and praise at home, are no events of PLOVER. */
import type { Actor, Mention, Tree } from '../nouns.ts';
import type { EventLexicon, Sense } from './lexicon.ts';
import { isKnown } from './near.ts';
import type { Cast } from './parties.ts';

export interface Parties {
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
}

const actorsOf = ({ actors, recipients }: Parties): readonly Actor[] =>
  [...actors, ...recipients].flatMap((m) => m.actors);

const isPolitical = (lexicon: EventLexicon, { kind, sector, code }: Actor): boolean =>
  kind === 'country' || code !== undefined || (sector !== null && lexicon.inClass('political-sector', sector));

/** "Musicians invited a singer": nobody in it has a part in politics, and all are of one state. */
export function isPrivate(parties: Parties, lexicon: EventLexicon, tree: Tree): boolean {
  const all = actorsOf(parties);
  const isTaking = (m: Mention): boolean =>
    m.sentence === tree.sentence.index && lexicon.inClass('political-people', tree.words[m.head]!.lemma);
  if ([...parties.actors, ...parties.recipients].some(isTaking)) return false;
  const states = new Set(all.flatMap((a) => (a.country === null ? [] : [a.country])));
  const isBody = (a: Actor): boolean => a.kind === 'organisation' && a.country === null;
  return states.size < 2 && !all.some((a) => isPolitical(lexicon, a) || isBody(a));
}

/** May the actor oppose his own state? Where one party is the state, parties, assemblies and leagues are its organs. */
function mayOppose({ country, sector }: Actor, lexicon: EventLexicon): boolean {
  if (sector === null || !lexicon.inClass('opposing-sector', sector)) return false;
  return !lexicon.inClass('party-state', country ?? '') || lexicon.inClass('opposing-anywhere', sector);
}

/** "The minister thanked the nurses": all of one state, and none who may oppose it. */
export function isAtHome(parties: Parties, lexicon: EventLexicon): boolean {
  if (!parties.actors.length || !parties.recipients.length) return false;
  const all = actorsOf(parties);
  const home = all[0]!.country;
  return home !== null && all.every((a) => a.country === home && !mayOppose(a, lexicon));
}

/**
 * A state deals with itself. Where one party is the state, whoever does not oppose it is an organ of it, unless he is addressed
 * by name; elsewhere only one's own staff is: "the president instructed officials".
 */
function isWithItself({ actors, recipients }: Parties, lexicon: EventLexicon, type: string, tree: Tree): boolean {
  const all = actorsOf({ actors, recipients });
  const home = all[0]?.country ?? null;
  if (!actors.length || actors.length + recipients.length < 2 || !all.every((a) => a.country === home)) return false;
  const isOrgan = (a: Actor): boolean => a.sector !== null && lexicon.inClass('state-organ', a.sector);
  // "Residents urged the government": society speaks to the state.
  const speaks = (a: Actor): boolean => isOrgan(a) || a.sector === 'PTY' || a.sector === 'ELI';
  if (type === 'REQUEST' && !actorsOf({ actors, recipients: [] }).some(speaks)) return false;
  if (home !== null && lexicon.inClass('party-state', home))
    return !recipients.some((m) => isNamedPerson(tree, m)) && !all.some((a) => mayOppose(a, lexicon));
  const isStaff = (m: Mention): boolean => tree.words[m.head]!.xpos === 'NNS';
  return (
    lexicon.inClass('type-to-staff', type) && recipients.length > 0 && recipients.every(isStaff) && all.every(isOrgan)
  );
}

/**
 * "The premier sent gifts to the workers": organs and people of a one-party state, in a sentence that names nobody abroad. A
 * state called by its name acts towards others.
 */
function isHouseNews({ actors, recipients }: Parties, lexicon: EventLexicon, { tree, all }: Cast): boolean {
  const ours = actorsOf({ actors, recipients });
  const home = ours.find((a) => a.country !== null)?.country ?? null;
  if (home === null || !lexicon.inClass('party-state', home)) return false;
  const isOurs = (a: Actor): boolean => a.country === home && a.kind !== 'country' && !mayOppose(a, lexicon);
  const isStranger = ({ country, kind, code }: Actor): boolean =>
    country === null && code === undefined && kind !== 'organisation' && kind !== 'group';
  if (!ours.every((a) => isOurs(a) || isStranger(a))) return false;
  // "anti-Japanese" is said of those at home.
  const isAgainst = (m: Mention): boolean => /^anti-/i.test(tree.words[m.head]!.form);
  const isAbroad = ({ country, kind, sector, code }: Actor): boolean =>
    code !== undefined || (country !== null ? country !== home : kind === 'organisation' || sector === 'IGO');
  return (
    !all.some((m) => m.actors.some(isAbroad) && !isAgainst(m)) &&
    !tree.words.some((w) => ['of-another-state', 'abroad'].some((name) => lexicon.inClass(name, w.lemma.toLowerCase())))
  );
}

const isNamedPerson = (tree: Tree, { head, actors }: Mention): boolean =>
  tree.words[head]!.upos === 'PROPN' && actors.some((a) => a.kind === 'person');

/** "The cabinet met": a body's own session; where one party is the state, one that an organ of it has held. */
function isOwnSession({ actors, recipients }: Parties, lexicon: EventLexicon, tree: Tree, held: boolean): boolean {
  const [only, ...others] = actors;
  const [actor, ...more] = only?.actors ?? [];
  if (!only || !actor || others.length || more.length || recipients.length) return false;
  if (actor.kind === 'organisation') return actor.country !== null;
  if (held && lexicon.inClass('party-state', actor.country ?? '')) return !mayOppose(actor, lexicon);
  return actor.kind === 'people' && lexicon.inClass('session-body', tree.words[only.head]!.lemma.toLowerCase());
}

/** "Banquets were held in Pyongyang": nobody does it, and only a place is named. */
const isOnlyPlace = ({ actors, recipients }: Parties): boolean =>
  actors.length === 0 && recipients.length > 0 && recipients.every((m) => m.reading === 'place');

/** "visited the statue of the founder", "paid tribute to his portrait": nobody living is met or praised. */
const isOnlyMemorial = ({ recipients }: Parties, lexicon: EventLexicon, tree: Tree): boolean =>
  recipients.length > 0 &&
  recipients.every((m) => lexicon.inClass('memorial', tree.words[m.head]!.lemma.toLowerCase()));

/** "Ships were helped by aircraft": one arm of a state does it for itself. */
function isOwnArm(parties: Parties): boolean {
  if (!parties.actors.length || !parties.recipients.length) return false;
  const [first, ...rest] = actorsOf(parties);
  return first!.country !== null && rest.every((a) => a.country === first!.country && a.sector === first!.sector);
}

/** How many parties are named, groups and bodies of several states as several: a mountain that is visited is none. */
const known = (parties: Parties): number =>
  actorsOf(parties).reduce((sum, a) => sum + (isSomebody(a) ? (a.kind === 'people' || isOfStates(a) ? 2 : 1) : 0), 0);

/** "The NATO summit" */
const isOfStates = ({ sector, country }: Actor): boolean => sector === 'IGO' && country === null;

const isSomebody = ({ country, sector, code, kind }: Actor): boolean =>
  country !== null || sector !== null || code !== undefined || kind !== 'unknown';

/** Why parties of one state make no event of the sense's type among themselves, in words; null where they make one. */
export function whyAtHome(parties: Parties, lexicon: EventLexicon, sense: Sense, cast: Cast): string | null {
  const { type, mode } = sense;
  const { tree } = cast;
  const isAbroad = (m: Mention): boolean => lexicon.inClass('of-another-state', tree.words[m.head]!.lemma);
  if ([...parties.actors, ...parties.recipients].some(isAbroad)) return null;
  const isOf = (name: string): boolean => lexicon.inClass(name, type);
  if ((isOf('type-abroad') || mode === 'visit') && isAtHome(parties, lexicon))
    return 'all are of one state, and none opposes it';
  if (isOf('type-within-state') && isWithItself(parties, lexicon, type, tree)) return 'a state deals with itself';
  const isToldAtHome = isOf('type-at-home') || (type === 'REQUEST' && parties.recipients.length > 0);
  if (isToldAtHome && isHouseNews(parties, lexicon, cast)) return 'a one-party state tells of itself';
  const words = [sense.lemma, ...sense.rest].filter((w) => lexicon.inClass('session', w));
  const held = words.some((w) => !lexicon.inClass('session-attended', w));
  if (words.length && sense.frame.M.length && isOf('type-of-two') && isOwnSession(parties, lexicon, tree, held))
    return 'it is the own session of a body';
  return null;
}

/** What is told where no slot names anybody in politics. */
export const NOBODY = 'no political actor in its places';

/** "A shopper complained about a toaster", "farmers blamed the drought": people of everyday life, and nobody to whom they do it. */
function isToNobody(
  { actors, recipients }: Parties,
  lexicon: EventLexicon,
  { type, mode }: Sense,
  tree: Tree,
): boolean {
  if (
    !actors.length ||
    recipients.length ||
    (type === 'ASSAULT' && mode !== null && !lexicon.inClass('mode-to-nobody', mode))
  )
    return false;
  const isEveryday = ({ kind, sector, code }: Actor): boolean =>
    kind !== 'country' && code === undefined && sector !== null && lexicon.inClass('everyday-sector', sector);
  if (!isPrivate({ actors, recipients }, lexicon, tree) || !actors.every((m) => m.actors.every(isEveryday)))
    return false;
  const isOne = actors.length === 1 && tree.words[actors[0]!.head]!.xpos === 'NN';
  return lexicon.inClass(isOne ? 'type-of-one-to-nobody' : 'type-of-several-to-nobody', type);
}

/** "The minister spoke to reporters" */
const isInterview = ({ actors, recipients }: Parties, lexicon: EventLexicon): boolean =>
  actors.length + recipients.length === 2 &&
  [...actors, ...recipients].some((m) => m.actors.every((a) => lexicon.inClass('press-sector', a.sector ?? '')));

/** Why parties make no event of the sense's type, in words; null where they make one. */
export function whyNotPolitical(parties: Parties, lexicon: EventLexicon, sense: Sense, tree: Tree): string | null {
  const { type } = sense;
  if (![...parties.actors, ...parties.recipients].some(isKnown)) return NOBODY;
  const isOf = (name: string): boolean => lexicon.inClass(name, type);
  if (isOf('type-between-powers') && isPrivate(parties, lexicon, tree))
    return 'nobody in its places has a part in politics';
  if (isOf('type-between-powers') && isOnlyPlace(parties)) return 'nobody does it, and only a place is named';
  if (isOf('type-of-two') && isInterview(parties, lexicon)) return 'it is said to the press';
  if (isToNobody(parties, lexicon, sense, tree)) return 'people of everyday life do it to nobody who is named';
  if (sense.mode === 'visit' && parties.recipients.length && !parties.recipients.some(isKnown))
    return 'the place is no political actor';
  if ((sense.mode === 'visit' || isOf('type-abroad')) && isOnlyMemorial(parties, lexicon, tree))
    return 'a memorial is no political actor';
  if (isOf('type-given') && isOwnArm(parties)) return 'it is done for itself';
  if (isOf('type-given') && !parties.recipients.length && isPrivate(parties, lexicon, tree))
    return 'it is given to nobody, by nobody in politics';
  const takesTwo = isOf('type-of-two') ? sense.kind === 'noun' : isOf('type-of-partners') && sense.frame.M.length > 0;
  if (takesTwo && known(parties) < 2) return 'it takes two, and one is named';
  return null;
}
