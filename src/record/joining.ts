/** Joining within a record: reports that are in no event yet are put into one. Reports are never touched. */
import { Joiner, type JoinInput, type JoinParty, type Judgements, NEIGHBOURS, pairKey, WINDOW } from './join.ts';
import { inPieces } from './pieces.ts';
import { idsOf, numbersOf } from './queries.ts';
import type { Out, RecordFile } from './record.ts';
import type { Row } from './schema.ts';
import { SQL } from './sql.ts';

const WORD = /\p{L}{4,}/gu;
/** Words of saying and being that any two sentences share. */
const COMMON = new Set(
  'about after again against also amid among been before being between both could did does during each from further have having into its more most much must only other over said says same should since some such than that their them then there these they this those through under until very were what when where which while will with within would told statement according'.split(
    ' ',
  ),
);

const DAY_MS = 86_400_000;
const byNumber = (a: number, b: number): number => a - b;
const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Content words of a sentence, without the words that name its parties. */
export function contentWords(sentence: string, partyWords: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const words of partyWords) for (const word of words.toLowerCase().match(WORD) ?? []) names.add(word);
  const found = new Set<string>();
  for (const word of sentence.toLowerCase().match(WORD) ?? []) {
    if (!COMMON.has(word) && !names.has(word)) found.add(word);
  }
  return found;
}

const NAME = /(?<![\p{L}\p{M}’'-])\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*/gu;
/** Days and months are written like names. */
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The first word of each name in a sentence, lower case, but for the sentence's own first word and the parties' words. */
export function namesIn(sentence: string, partyWords: Iterable<string>): Set<string> {
  const parties = new Set([...partyWords].flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{M}]+/u)));
  const found = new Set<string>();
  for (const { 0: name, index } of sentence.matchAll(NAME)) {
    if (!/\p{L}/u.test(sentence.slice(0, index))) continue;
    const first = name.toLowerCase().split(/[^\p{L}\p{M}]+/u)[0]!;
    if (first.length > 2 && !CALENDAR.test(first) && !parties.has(first)) found.add(first);
  }
  return found;
}

interface Sides {
  readonly actors: JoinParty[];
  readonly recipients: JoinParty[];
  readonly words: string[];
}

/** Reports that are asked for at once: as many need all rows of a table read, which is done once for them. */
const MANY = 20_000;

/** The parties of reports. */
async function sidesOf(file: RecordFile, reports: readonly number[]): Promise<Map<number, Sides>> {
  const sides = new Map<number, Sides>(reports.map((n) => [n, { actors: [], recipients: [], words: [] }]));
  for (const row of await inPieces(file, SQL.sides, reports, MANY)) {
    const side = sides.get(row.report)!;
    const { actor: key, country, sector } = row;
    side[row.role === 'actor' ? 'actors' : 'recipients'].push({ key, country, sector });
    side.words.push(row.words);
  }
  return sides;
}

/** Ids of what reports deny, by their numbers. */
async function denialsOf(file: RecordFile, reports: readonly number[]): Promise<Map<number, string[]>> {
  const links = await inPieces(file, SQL.denies, reports, MANY);
  const ids = await idsOf(
    file,
    links.map((link) => link.denied),
  );
  const denies = new Map<number, string[]>();
  for (const { report, denied } of links) denies.set(report, [...(denies.get(report) ?? []), ids.get(denied)!]);
  return denies;
}

/** Reports as joining sees them; what they deny is given. */
async function toInputs(
  file: RecordFile,
  rows: readonly Out[],
  denies: ReadonlyMap<number, readonly string[]>,
): Promise<JoinInput[]> {
  const numbers = rows.map((row) => row.n as number);
  const sides = await sidesOf(file, numbers);
  return rows.map((row) => {
    const side = sides.get(row.n)!;
    const { n, id, article, sentence, type, mode, mutual, negated, day } = row;
    return {
      ...{ id, article, sentence, type, mode, mutual, negated, day },
      ...{ actors: side.actors, recipients: side.recipients, denies: denies.get(n) ?? [] },
      actual: row.status !== 'planned' && row.status !== 'possible',
      cue: (row.cue as string).toLowerCase(),
      words: contentWords(row.words, side.words),
      names: namesIn(row.words, side.words),
    };
  });
}

async function judgementsOf(file: RecordFile): Promise<Judgements> {
  const same = new Set<string>();
  const different = new Set<string>();
  for (const row of await file.rows(SQL.judgements)) (row.same ? same : different).add(pairKey(row.a, row.b));
  return { same, different };
}

/**
 * A publisher's own words: from the third day on which it prints a sentence word for word, that sentence tells nothing
 * of the day (teasers, captions, rules for comments, the stock paragraph of an old story). Its reports are kept, and are
 * of no event.
 */
const STOCK_DAYS = 3;

/** Reports of articles from one number to another that joining sees. */
async function unjoined(file: RecordFile, from: number, to: number): Promise<Out[]> {
  const stock = new Set((await file.rows(SQL.stock(STOCK_DAYS), [to, from, to, from, to])).map((row) => row.n));
  return (await file.rows(SQL.unjoined, [from, to])).filter((row) => !stock.has(row.n));
}

/** All reports of a record as joining sees them, in the order of reading. */
export async function inputsOf(file: RecordFile): Promise<JoinInput[]> {
  const { seq } = (await file.rows(SQL.lastNumbers))[0]!;
  return freshInputs(file, await unjoined(file, 1, seq));
}

async function freshInputs(file: RecordFile, rows: readonly Out[]): Promise<JoinInput[]> {
  const numbers = rows.map((row) => row.n as number);
  return toInputs(file, rows, await denialsOf(file, numbers));
}

interface Earlier {
  readonly event: string;
  readonly report: JoinInput;
}

/** Reports deny others of their own article alone. */
const NO_DENIALS = new Map<number, string[]>();

/** Events that have a report of which a reader said that it is of one happening with another. */
async function judgedEvents(file: RecordFile, { same }: Judgements): Promise<number[]> {
  const numbers = await numbersOf(
    file,
    [...same].flatMap((pair) => pair.split(' ')),
  );
  return (await inPieces(file, SQL.eventsOf, [...numbers.values()])).map((row) => row.event);
}

/** Members of the events that reports of articles from one number to another can go to, in the order of reading. */
async function earlierNear(
  file: RecordFile,
  [from, to]: readonly [number, number],
  fresh: readonly Out[],
  judgements: Judgements,
): Promise<{ earlier: Earlier[]; numbers: Map<string, number> }> {
  const days = new Set<string>();
  for (const day of new Set(fresh.flatMap((row) => row.day ?? [])))
    for (let apart = -WINDOW; apart <= WINDOW; apart++) days.add(shift(day, apart));
  const near = await file.rows(SQL.nearEvents([...days].sort(), WINDOW, NEIGHBOURS), [from, to]);
  const events = new Set([...near.map((row) => row.event as number), ...(await judgedEvents(file, judgements))]);
  const members = await inPieces(file, SQL.reportsOfEvents, [...events], MANY);
  const eventOf = new Map(members.map((row) => [row.report as number, row.event as number]));
  const rows = await inPieces(file, SQL.light, [...eventOf.keys()].sort(byNumber), MANY);
  const inputs = await toInputs(file, rows, NO_DENIALS);
  const ids = new Map(rows.map((row) => [row.n as number, row.id as string]));
  return {
    earlier: inputs.map((report, i) => ({ event: ids.get(eventOf.get(rows[i]!.n)!)!, report })),
    numbers: new Map([...events].map((event) => [ids.get(event)!, event])),
  };
}

/** Articles whose reports are joined at once. An article is never divided. */
const PIECE = 1000;

/**
 * Joins what is not joined yet, piece by piece in the order of reading; returns how many reports that were. The pieces
 * do not matter: the events are the same as in one go.
 */
export async function joinEvents(file: RecordFile): Promise<number> {
  let joined = 0;
  for (;;) {
    const last = (await file.rows(SQL.lastNumbers))[0]!.seq as number;
    const meta = (await file.rows(SQL.meta)).find((row) => row.name === 'joined');
    const from = Number(meta!.value) + 1;
    if (from > last) return joined;
    joined += await joinPiece(file, from, Math.min(last, from + PIECE - 1));
  }
}

async function joinPiece(file: RecordFile, from: number, to: number): Promise<number> {
  const rows = await unjoined(file, from, to);
  const fresh = await freshInputs(file, rows);
  const judgements = await judgementsOf(file);
  const { earlier, numbers } = await earlierNear(file, [from, to], rows, judgements);
  for (const { id, n } of rows) numbers.set(id, n);
  const joiner = new Joiner(earlier, judgements);
  const members = fresh.map((report, i): Row => {
    const { event, score, reason } = joiner.join(report);
    return [numbers.get(event)!, rows[i]!.n, score, reason];
  });
  await file.transaction(async () => {
    await file.put({ event_reports: members });
    if (rows.length) await file.run(SQL.fillDyads, [from, to, rows[0]!.n]);
    await file.run(SQL.setMeta, [String(to), 'joined']);
  });
  return fresh.length;
}

/** Takes all events apart again. */
export async function unjoinEvents(file: RecordFile): Promise<void> {
  await file.transaction(async () => {
    await file.run(SQL.dropDyads);
    await file.run(SQL.dropEventReports);
    await file.run(SQL.setMeta, ['0', 'joined']);
  });
}

/** Keeps what a reader says about two reports, and joins anew. */
export async function judge(file: RecordFile, a: string, b: string, same: boolean): Promise<void> {
  const [first, second] = a < b ? [a, b] : [b, a];
  await file.transaction(async () => {
    await file.run(SQL.dropJudgement, [first, second]);
    await file.run(SQL.putJudgement, [first, second, same]);
  });
  await unjoinEvents(file);
  await joinEvents(file);
}
