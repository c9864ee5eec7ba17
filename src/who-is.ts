/** Who somebody is and was by the lexicon, beside what the articles of the record call them. */
import type { Known } from './actors/known.ts';
import { InputError } from './errors.ts';
import { countryName } from './export.ts';
import * as record from './record/index.ts';
import type { ActorRef, ActorView, Counterpart } from './rows.ts';

/** What the lexicon knows; brought when it is first asked for. */
const lexicon = async (): Promise<Known> => (await import('./actors/load.ts')).knownActors();

/** Names of the record that are looked through, the commonest first: titles before a name and parts of a state are left out. */
const NAMES = 40;
/** Of a state, who led it in so many years up to its last news. */
const YEARS = 10;
/** Behind every day: nothing has ended but what the lexicon ends. */
const NOW = '9998-12-31';

/** An actor whom the lexicon knows by this key though no article of the record has named it. Throws InputError where it does not. */
export async function notMet(
  key: string,
): Promise<{ readonly ref: ActorRef; readonly side: { readonly key: string } }> {
  const entry = (await lexicon()).entry(key);
  if (!entry || entry.id.startsWith('role:'))
    throw new InputError(
      `nobody called "${key.slice(0, 60)}" is in the record; give an ISO code such as PRK, or a name as the articles have it`,
    );
  const { id, name, kind, country, sector } = entry;
  return { ref: { key: id, name, kind, country, sector }, side: { key: id } };
}

/** Names by which articles know somebody, without titles before them and without parts of a state. */
function namesOf(known: Known, { key, name }: ActorRef, found: readonly string[]): string[] {
  const whole = known.entry(key) ? known.names(key, found) : found;
  const bare = [...new Set(whole.map((one) => one.replace(/^the /i, '')))];
  const isWithin = (one: string, other: string) => one !== other && one.endsWith(` ${other}`);
  return bare.filter((one) => one !== name && ![name, ...bare].some((other) => isWithin(one, other)));
}

/** The offices of the lexicon with their terms; where it has none, those that the news gave, by the days of the news. */
async function officesOf(file: record.RecordFile, known: Known, key: string): Promise<ActorView['offices']> {
  const terms = known.offices(key);
  if (terms.length)
    return terms.map(({ office, country, from, to, source }) => ({ office, country, from, to, source }));
  return (await record.officesOf(file, key)).map((row) => ({ ...row, country: null, source: null }));
}

/** `met` are those whom the actor meets; a state's leaders are told up to the last day with one of these. */
export async function whoIs(
  file: record.RecordFile,
  ref: ActorRef,
  met: readonly Counterpart[],
): Promise<Pick<ActorView, 'of' | 'offices' | 'holders' | 'names'>> {
  const known = await lexicon();
  const { country } = ref;
  const of: ActorRef | null =
    country && country !== ref.key
      ? { key: country, name: countryName(country), kind: 'country', country, sector: null }
      : null;
  const names = namesOf(known, ref, await record.namesOf(file, ref.key, NAMES));
  if (ref.kind !== 'country' || !ref.country)
    return { of, offices: await officesOf(file, known, ref.key), holders: [], names };
  const last = met
    .flatMap((one) => one.last ?? [])
    .sort()
    .at(-1);
  const from = last ? `${Number(last.slice(0, 4)) - YEARS}${last.slice(4)}` : NOW;
  return { of, offices: [], holders: known.holders(ref.country, from, last ?? NOW), names };
}

/** Somebody with a name, and not merely a description ("the chairman", "members"). */
export const hasName = ({ actor }: Counterpart): boolean =>
  !actor.key.startsWith('name:') || /^\p{Lu}/u.test(actor.name.replace(/^(?:the|an?) .*/i, ''));
