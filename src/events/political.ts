/** Is it politics? What private people do to one another, and praise at home, are no events of PLOVER. */
import type { Actor, Mention } from '../nouns.ts';
import type { EventLexicon, Sense } from './lexicon.ts';
import { isKnown } from './near.ts';

export interface Parties {
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
}

const actorsOf = ({ actors, recipients }: Parties): readonly Actor[] =>
  [...actors, ...recipients].flatMap((m) => m.actors);

const isPolitical = (lexicon: EventLexicon, { kind, sector, code }: Actor): boolean =>
  kind === 'country' || code !== undefined || (sector !== null && lexicon.inClass('political-sector', sector));

/** "Musicians invited a singer": nobody in it has a part in politics, and all are of one state. */
function isPrivate(parties: Parties, lexicon: EventLexicon): boolean {
  const all = actorsOf(parties);
  const states = new Set(all.flatMap((a) => (a.country === null ? [] : [a.country])));
  const isBody = (a: Actor): boolean => a.kind === 'organisation' && a.country === null;
  return states.size < 2 && !all.some((a) => isPolitical(lexicon, a) || isBody(a));
}

/** "The minister thanked the nurses": all of one state, and none who may oppose it. */
function isAtHome(parties: Parties, lexicon: EventLexicon): boolean {
  if (!parties.actors.length || !parties.recipients.length) return false;
  const all = actorsOf(parties);
  const home = all[0]!.country;
  return (
    home !== null &&
    all.every((a) => a.country === home && !(a.sector !== null && lexicon.inClass('opposing-sector', a.sector)))
  );
}

/** "Banquets were held in Pyongyang": nobody does it, and only a place is named. */
const isOnlyPlace = ({ actors, recipients }: Parties): boolean =>
  actors.length === 0 && recipients.length > 0 && recipients.every((m) => m.reading === 'place');

/** Why parties make no event of the sense's type, in words; null where they make one. */
export function whyNotPolitical(parties: Parties, lexicon: EventLexicon, { type }: Sense): string | null {
  if (![...parties.actors, ...parties.recipients].some(isKnown)) return 'no political actor in its places';
  if (lexicon.inClass('type-between-powers', type)) {
    if (isPrivate(parties, lexicon)) return 'nobody in its places has a part in politics';
    if (isOnlyPlace(parties)) return 'nobody does it, and only a place is named';
  }
  if (lexicon.inClass('type-abroad', type) && isAtHome(parties, lexicon))
    return 'all are of one state, and none opposes it';
  return null;
}
