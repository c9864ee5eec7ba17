/** Questions about pairs of parties: what counting needs, as whole numbers. */
import type { CountRow, PairCount } from '../rows.ts';
import { actorNumber } from './kept.ts';
import type { RecordFile } from './record.ts';
import { countryNumber, dayNumber, dayOfNumber, statesNumber, statesOfNumber, type Value } from './schema.ts';
import { SQL } from './sql.ts';

/** Somebody: a country with all that belongs to it, or one actor. */
export type Someone = { readonly country: string } | { readonly key: string };
/** One side of a question: somebody, anybody, or any state with all that belongs to it. */
export type Side = Someone | 'any' | 'state';

/** Is a side nobody in particular? */
export const isOpen = (side: Side): side is 'any' | 'state' => typeof side === 'string';

export interface Between {
  readonly since?: string | null;
  readonly until?: string | null;
}

/** A condition with its parameters. */
export interface Where {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** All of these conditions. */
export function all(...wheres: Where[]): Where {
  return { sql: wheres.map((w) => w.sql).join(' and ') || 'true', values: wheres.flatMap((w) => w.values) };
}

const either = (...wheres: Where[]): Where => ({
  sql: `(${wheres.map((w) => `(${w.sql})`).join(' or ')})`,
  values: wheres.flatMap((w) => w.values),
});

/** A side by its number among the countries, or among the actors; -1 for somebody whom the record does not know. */
type Numbered = { readonly column: '' | '_country'; readonly n: number } | 'any' | 'state';

async function numbered(file: RecordFile, side: Side): Promise<Numbered> {
  if (isOpen(side)) return side;
  if ('country' in side) return { column: '_country', n: countryNumber(side.country) || -1 };
  return { column: '', n: await actorNumber(file, side.key) };
}

function sideWhere(side: Numbered, column: 'a' | 'b'): Where {
  if (side === 'any') return { sql: 'true', values: [] };
  if (side === 'state') return { sql: `d.${column}_country <> 0`, values: [] };
  return { sql: `d.${column}${side.column} = ?`, values: [side.n] };
}

export function within({ since, until }: Between): Where {
  return all(
    ...(since ? [{ sql: 'd.day >= ?', values: [dayNumber(since)] }] : []),
    ...(until ? [{ sql: 'd.day <= ?', values: [dayNumber(until)] }] : []),
  );
}

/** What a state does to itself is no dealing with anybody else. */
const NOT_ITSELF: Where = { sql: '(d.a_country <> d.b_country or d.a_country = 0)', values: [] };

function towards(from: Numbered, to: Numbered): Where {
  const apart = typeof from === 'string' || typeof to === 'string' ? [NOT_ITSELF] : [];
  return all(sideWhere(from, 'a'), sideWhere(to, 'b'), ...apart);
}

/** All pairs between two sides, either way: of two states by the one number that they have together. */
function eitherWay(a: Side, b: Side, [one, other]: readonly [Numbered, Numbered]): Where {
  const isPair = !isOpen(a) && !isOpen(b) && 'country' in a && 'country' in b;
  const states = isPair && statesNumber(a.country, b.country);
  return states ? { sql: 'd.states = ?', values: [states] } : either(towards(one, other), towards(other, one));
}

/** All that one side does or has done to it, and where it is the one that does it. */
export async function dealingsOf(file: RecordFile, side: Someone): Promise<{ own: Where; where: Where }> {
  const one = await numbered(file, side);
  return { own: sideWhere(one, 'a'), where: either(towards(one, 'any'), towards('any', one)) };
}

/** The earliest first; reports of one day in the order of reading. */
const inOrder = (x: CountRow, y: CountRow): number =>
  x.day === y.day ? x.report - y.report : (x.day ?? '') < (y.day ?? '') ? -1 : 1;

/** Days as text, each made once. */
function dayReader(): (n: number | null) => string | null {
  const known = new Map<number, string>();
  return (n) => {
    if (n === null) return null;
    const day = known.get(n) ?? dayOfNumber(n);
    known.set(n, day);
    return day;
  };
}

type Numbers = readonly (number | null)[];

/** Makes rows of numbers; tens of thousands of them, so each is one plain literal. */
function rowMaker(file: RecordFile): (row: Numbers) => CountRow {
  const read = dayReader();
  return (row) => {
    const { quad, type, mode, status, intensity } = file.kind(row[4]!);
    const [report, event, origin] = [row[0]!, row[1]!, row[2]!];
    return { report, event, origin, day: read(row[3]!), quad, type, mode, status, intensity };
  };
}

export interface Dealings {
  readonly forward: CountRow[];
  readonly backward: CountRow[];
}

const FORWARD = 1;
const BACKWARD = 2;

/** What two sides are reported to have done to each other, oldest first: some ten thousand rows in some ten milliseconds. */
export async function dealings(file: RecordFile, a: Side, b: Side, between: Between = {}): Promise<Dealings> {
  const sides = [await numbered(file, a), await numbered(file, b)] as const;
  const [there, back] = [towards(...sides), towards(sides[1], sides[0])];
  const where = all(eitherWay(a, b, sides), within(between));
  const values = [...there.values, ...back.values, ...where.values];
  const found: Dealings = { forward: [], backward: [] };
  const toRow = rowMaker(file);
  await file.each(SQL.dyads(where.sql, there.sql, back.sql), values, (numbers) => {
    const row = toRow(numbers);
    if ((numbers[5] as number) & FORWARD) found.forward.push(row);
    if ((numbers[5] as number) & BACKWARD) found.backward.push(row);
  });
  found.forward.sort(inOrder);
  found.backward.sort(inOrder);
  return found;
}

/** Numbers of the reports of those events between two sides that most origins tell of. */
export async function weightyReports(
  file: RecordFile,
  a: Side,
  b: Side,
  between: Between,
  limit: number,
): Promise<number[]> {
  const sides = [await numbered(file, a), await numbered(file, b)] as const;
  const where = all(eitherWay(a, b, sides), within(between));
  const events = (await file.rows(SQL.weighty(where.sql), [...where.values, limit])).map((row) => row.event as number);
  return (await file.rows(SQL.reportsOfEvents(events))).map((row) => row.report);
}

/** The dealings of pairs of states, by pair; from a day on, where one is given. */
export async function dealingsOfPairs(
  file: RecordFile,
  pairs: readonly PairCount[],
  since: string | null,
): Promise<Map<PairCount, Dealings>> {
  const byStates = new Map(
    pairs.map((pair) => [statesNumber(pair.a, pair.b), { forward: [], backward: [] } as Dealings]),
  );
  const where = all(...(since ? [within({ since })] : []));
  const toRow = rowMaker(file);
  await file.each(SQL.dyadsOfStates([...byStates.keys()], where.sql), where.values, (numbers) => {
    const pair = byStates.get(numbers[6]!)!;
    pair[numbers[5] === FORWARD ? 'forward' : 'backward'].push(toRow(numbers));
  });
  for (const { forward, backward } of byStates.values()) for (const rows of [forward, backward]) rows.sort(inOrder);
  return new Map(pairs.map((pair) => [pair, byStates.get(statesNumber(pair.a, pair.b))!]));
}

/** Pairs of states by number of events; of these countries with anybody, where some are given. */
export async function statePairs(
  file: RecordFile,
  limit: number,
  countries: readonly string[] | null = null,
): Promise<PairCount[]> {
  const pairs = await file.rows(SQL.statePairs(countries?.map(countryNumber) ?? null), [limit]);
  const origins = new Map(
    (await file.rows(SQL.originsOfStates(pairs.map((pair) => pair.states)))).map((row) => [row.states, row.origins]),
  );
  return pairs.map(({ states, events, cooperation, conflict, last }) => {
    const [a, b] = statesOfNumber(states);
    const day = last === null ? null : dayOfNumber(last);
    return { a, b, events, cooperation, conflict, origins: origins.get(states) ?? 0, last: day };
  });
}

/** Articles of independent origin by day of publication: the volume of coverage. */
export async function volumeByDay(file: RecordFile): Promise<Map<string, number>> {
  return new Map((await file.rows(SQL.volume)).map((row) => [dayOfNumber(row.day), row.n]));
}
