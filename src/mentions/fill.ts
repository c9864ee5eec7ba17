/** Gives a state to those whom the article places only later ("The military … in Myanmar"). */
import type { Actor, Mention } from '../nouns.ts';

/** Sectors whose people belong to the state that the story is about. */
export const AT_HOME: ReadonlySet<string> = new Set(
  'GOV COP JUD LEG MIL CVL OPP PTY LAB EDU AGR MED REL SPY CRM UAF REB REF PRM BUS UNK SOC'.split(' '),
);

/** Somebody with a sector, but of no state that is known. */
export const isPlaceless = (actor: Actor): boolean =>
  actor.country === null &&
  actor.id === undefined &&
  actor.code === undefined &&
  AT_HOME.has(actor.sector ?? '') &&
  (actor.kind === 'people' || actor.kind === 'person' || actor.kind === 'unknown');

/** The actor as one of a state; people of whom nothing else is known are its civilians. */
export const atHome = (actor: Actor, country: string, because: string): Actor => ({
  ...actor,
  country,
  ...(actor.sector === 'UNK' && { sector: 'CVL' }),
  because: `${actor.because ?? actor.name}; ${because}`,
});

const countriesOf = (mentions: readonly Mention[]): string[] =>
  mentions.flatMap((m) => m.actors.flatMap((a) => (a.country ? [a.country] : [])));

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

/** Mentions with the state of their sentence, where it names only one, else of the article. */
export function fillCountries(mentions: readonly Mention[]): Mention[] {
  if (!mentions.some((m) => m.actors.some(isPlaceless))) return [...mentions];
  const main = mostFrequent(countriesOf(mentions));
  const sentences = groupBySentence(mentions);
  return mentions.map((mention) => {
    if (!mention.actors.some(isPlaceless)) return mention;
    const here = [...new Set(countriesOf(sentences.get(mention.sentence)!))];
    const country = here.length === 1 ? here[0]! : main;
    if (!country) return mention;
    const because = here.length === 1 ? 'the state that the sentence names' : 'the state that the article names most';
    return { ...mention, actors: mention.actors.map((a) => (isPlaceless(a) ? atHome(a, country, because) : a)) };
  });
}
