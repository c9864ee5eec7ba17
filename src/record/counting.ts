/** Questions about pairs of parties: what counting needs, as whole numbers. */
import type { CountRow, PairCount, Tally } from '../rows.ts';
import { QUADS, STATUS_ORDER } from '../wording.ts';
import type { Kind, RecordFile } from './record.ts';
import { dayNumber, dayOfNumber, statesNumber, statesOfNumber, type Value } from './schema.ts';
import { SQL } from './sql.ts';

/** One side of a question: a country with all that belongs to it, one actor, or anybody. */
export type Side = { readonly country: string } | { readonly key: string } | 'any';

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

function sideWhere(side: Side, column: 'a' | 'b'): Where {
  if (side === 'any') return { sql: 'true', values: [] };
  if ('country' in side) return { sql: `d.${column}_country = ?`, values: [side.country] };
  return { sql: `d.${column} = ?`, values: [side.key] };
}

function within({ since, until }: Between): Where {
  return all(
    ...(since ? [{ sql: 'd.day >= ?', values: [dayNumber(since)] }] : []),
    ...(until ? [{ sql: 'd.day <= ?', values: [dayNumber(until)] }] : []),
  );
}

/** What a state does to itself is no dealing with anybody else. */
const NOT_ITSELF: Where = { sql: `(d.a_country is distinct from d.b_country or d.a_country is null)`, values: [] };

function towards(from: Side, to: Side): Where {
  const apart = from === 'any' || to === 'any' ? [NOT_ITSELF] : [];
  return all(sideWhere(from, 'a'), sideWhere(to, 'b'), ...apart);
}

/** All pairs between two sides, either way: of two states by the one number that they have together. */
function eitherWay(a: Side, b: Side): Where {
  const states = a !== 'any' && b !== 'any' && 'country' in a && 'country' in b && statesNumber(a.country, b.country);
  return states ? { sql: 'd.states = ?', values: [states] } : either(towards(a, b), towards(b, a));
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
  const [there, back] = [towards(a, b), towards(b, a)];
  const where = all(eitherWay(a, b), within(between));
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
  const where = all(eitherWay(a, b), within(between));
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

/** Pairs of states by number of events. */
export async function statePairs(file: RecordFile, limit: number): Promise<PairCount[]> {
  const pairs = await file.rows(SQL.statePairs, [limit]);
  const origins = new Map(
    (await file.rows(SQL.originsOfStates(pairs.map((pair) => pair.states)))).map((row) => [row.states, row.origins]),
  );
  return pairs.map(({ states, events, cooperation, conflict, last }) => {
    const [a, b] = statesOfNumber(states);
    const day = last === null ? null : dayOfNumber(last);
    return { a, b, events, cooperation, conflict, origins: origins.get(states) ?? 0, last: day };
  });
}

type Known = Exclude<Side, 'any'>;

/** All that one side does or has done to it, and who is the other in it. */
function dealingsOf(side: Known): { readonly where: Where; readonly other: Where } {
  const own = sideWhere(side, 'a');
  return {
    where: either(towards(side, 'any'), towards('any', side)),
    other: {
      sql: `case when ${own.sql} then coalesce(d.b_country, d.b) else coalesce(d.a_country, d.a) end`,
      values: own.values,
    },
  };
}

/** One actor's events in numbers. */
export async function tallyOf(file: RecordFile, side: Known): Promise<Tally> {
  const { where } = dealingsOf(side);
  const [size] = await file.rows(SQL.sizesOf(where.sql), where.values);
  const quads = Object.fromEntries(QUADS.map((quad) => [quad, 0])) as Record<Kind['quad'], number>;
  const statuses = Object.fromEntries(STATUS_ORDER.map((status) => [status, 0])) as Record<Kind['status'], number>;
  const types: Record<string, number> = {};
  let [events, told, intensity] = [0, 0, 0];
  for (const { kind, strength, n } of await file.rows(SQL.kindsOf(where.sql), where.values)) {
    const { quad, type, intensity: each } = file.kind(kind);
    const status = STATUS_ORDER[strength]!;
    events += n;
    statuses[status] += n;
    if (status === 'denied' || status === 'negated') continue;
    told += n;
    intensity += n * each;
    quads[quad] += n;
    types[type] = (types[type] ?? 0) + n;
  }
  return {
    events,
    ...(size as { reports: number; origins: number }),
    intensity: told ? intensity / told : null,
    quads,
    types,
    statuses,
  };
}

/** Numbers of one actor's newest events. */
export async function newestEventsOf(file: RecordFile, side: Known, limit: number): Promise<number[]> {
  const { where } = dealingsOf(side);
  return (await file.rows(SQL.newestEvents(where.sql), [...where.values, limit])).map((row) => row.event);
}

export interface Met {
  readonly other: string;
  readonly events: number;
  readonly origins: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly last: string | null;
}

/** Whom one side meets most. */
export async function metBy(file: RecordFile, side: Known, limit: number): Promise<Met[]> {
  const { where, other } = dealingsOf(side);
  const values = [...other.values, ...where.values];
  const rows = await file.rows(SQL.counterparts(other.sql, where.sql), [...values, limit]);
  const origins = new Map(
    (await file.rows(SQL.originsBy(other.sql, where.sql), values)).map((row) => [row.other, row.origins]),
  );
  return rows.map(({ other: who, events, last, cooperation, conflict }) => ({
    ...{ other: who, events, cooperation, conflict, origins: origins.get(who) ?? 0 },
    last: last === null ? null : dayOfNumber(last),
  }));
}

export interface MetOn {
  readonly day: string;
  readonly quad: Kind['quad'];
  readonly n: number;
  /** Summed over the events. */
  readonly intensity: number;
}

/** What one side's events were from a day on, by whom it met. */
export async function metSince(file: RecordFile, side: Known, since: string): Promise<Map<string, MetOn[]>> {
  const { where, other } = dealingsOf(side);
  const all_ = all(where, within({ since }));
  const found = new Map<string, MetOn[]>();
  for (const { other: who, day, quad, n, intensity } of await file.rows(SQL.seriesBy(other.sql, all_.sql), [
    ...other.values,
    ...all_.values,
  ])) {
    const list = found.get(who) ?? [];
    list.push({ day: dayOfNumber(day), quad, n, intensity });
    found.set(who, list);
  }
  return found;
}

/** Articles of independent origin by day of publication: the volume of coverage. */
export async function volumeByDay(file: RecordFile): Promise<Map<string, number>> {
  return new Map((await file.rows(SQL.volume)).map((row) => [row.day, row.n]));
}
