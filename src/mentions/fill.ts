/** Gives a state to those whom the article places only later ("The military … in Myanmar"). */
import type { Actor, Mention } from '../nouns.ts';
import { isTeller } from './coref.ts';

/** Sectors whose people belong to the state that the story is about. */
export const AT_HOME: ReadonlySet<string> = new Set(
  'GOV COP JUD LEG MIL CVL OPP PTY LAB EDU AGR MED REL SPY CRM UAF REB REF PRM BUS UNK SOC'.split(' '),
);

/** Why people have no state: they are of several, of another, or of those named beside. */
export const NOT_HERE = 'not of the state around';

/** Somebody with a sector, but of no state that is known. */
export const isPlaceless = (actor: Actor): boolean =>
  actor.country === null &&
  actor.id === undefined &&
  actor.code === undefined &&
  AT_HOME.has(actor.sector ?? '') &&
  !actor.because?.endsWith(NOT_HERE) &&
  (actor.kind === 'people' || actor.kind === 'person' || actor.kind === 'unknown');

/** Somebody whom only an office tells ("the leaders", "a member"), not by name, and whose state is not known. */
export const isVague = ({ country, id, sector, office, because }: Actor): boolean =>
  country === null && id === undefined && sector === null && office !== undefined && !because?.endsWith(NOT_HERE);

/** The actor as one of a state; people of whom nothing else is known are its civilians, a mere leader leads it. */
export const atHome = (actor: Actor, country: string, because: string): Actor => ({
  ...actor,
  country,
  ...(actor.sector === 'UNK' && { sector: 'CVL' }),
  ...(actor.sector === null && /^leaders?$/i.test(actor.office ?? '') && { sector: 'GOV' }),
  because: `${actor.because ?? actor.name}; ${because}`,
});

const countriesOf = (mentions: readonly Mention[]): string[] =>
  mentions.flatMap((m) => m.actors.flatMap((a) => (a.country && !isTeller(a) ? [a.country] : [])));

function mostFrequent(countries: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  let best: string | null = null;
  for (const [country, count] of counts) if (best === null || count > counts.get(best)!) best = country;
  return best;
}

function groupBySentence(mentions: readonly Mention[]): Map<number, Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  return groups;
}

/** Somebody unknown whose state or sector the article says elsewhere has it everywhere. */
function shareAmongNames(mentions: readonly Mention[]): Mention[] {
  const isUnknown = (a: Actor) => a.kind === 'person' && a.id === undefined && /^\p{Lu}/u.test(a.name);
  const known = new Map<string, { country: string | null; sector: string | null; clear: boolean }>();
  for (const actor of mentions.flatMap((m) => m.actors).filter(isUnknown)) {
    const { country, sector } = known.get(actor.name) ?? actor;
    const clear = (known.get(actor.name)?.clear ?? true) && (!country || !actor.country || country === actor.country);
    known.set(actor.name, { country: country ?? actor.country, sector: sector ?? actor.sector, clear });
  }
  const shared = (actor: Actor): Actor => {
    const all = isUnknown(actor) ? known.get(actor.name) : undefined;
    if (!all?.clear || (all.country === actor.country && all.sector === actor.sector)) return actor;
    return { ...actor, country: actor.country ?? all.country, sector: actor.sector ?? all.sector };
  };
  return mentions.map((m) => (m.actors.some(isUnknown) ? { ...m, actors: m.actors.map(shared) } : m));
}

/** "Okoro quits", above "Senator Ada Okoro": a bare surname of whom nothing is known is the one whom the article names in full. */
function sharedSurnames(mentions: readonly Mention[]): readonly Mention[] {
  const isBare = (a: Actor) =>
    a.kind === 'person' && a.id === undefined && !a.country && /^\p{Lu}[^\s]*$/u.test(a.name);
  if (!mentions.some((m) => m.actors.some(isBare))) return mentions;
  const full = new Map<string, Actor | null>();
  for (const actor of mentions.flatMap((m) => m.actors)) {
    const surname = actor.name.split(' ').at(-1)!;
    if (actor.kind !== 'person' || surname === actor.name || !actor.country) continue;
    const known = full.get(surname);
    full.set(surname, known === undefined || known?.name === actor.name ? actor : null);
  }
  const whole = (a: Actor): Actor => (isBare(a) && full.get(a.name)) || a;
  return mentions.map((m) => (m.actors.some(isBare) ? { ...m, actors: m.actors.map(whole) } : m));
}

/** Mentions with the state of their sentence, where it names only one, else of the article. */
export function fillCountries(found: readonly Mention[]): Mention[] {
  return placed(sharedSurnames(shareAmongNames(found))).map(asCivilians);
}

/** People of a state of whom nothing else is known are its civilians. */
const asCivilians = (mention: Mention): Mention =>
  mention.actors.some((a) => a.sector === 'UNK' && a.country !== null)
    ? { ...mention, actors: mention.actors.map((a) => (a.sector === 'UNK' && a.country ? { ...a, sector: 'CVL' } : a)) }
    : mention;

function placed(mentions: readonly Mention[]): readonly Mention[] {
  const lacks = (actor: Actor, { kind }: Mention) => isPlaceless(actor) || (kind === 'nominal' && isVague(actor));
  if (!mentions.some((m) => m.actors.some((a) => lacks(a, m)))) return mentions;
  const main = mostFrequent(countriesOf(mentions));
  const sentences = groupBySentence(mentions);
  return mentions.map((mention) => {
    if (!mention.actors.some((a) => lacks(a, mention))) return mention;
    const here = [...new Set(countriesOf(sentences.get(mention.sentence)!))];
    const country = here.length === 1 ? here[0]! : main;
    if (!country) return mention;
    const because = here.length === 1 ? 'the state that the sentence names' : 'the state that the article names most';
    return { ...mention, actors: mention.actors.map((a) => (lacks(a, mention) ? atHome(a, country, because) : a)) };
  });
}
