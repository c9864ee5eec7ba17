/** Joining within a record: reports that are in no event yet are put into one. Reports are never touched. */
import { Joiner, type JoinInput, type JoinParty, type Judgements, pairKey, WINDOW } from './join.ts';
import { inPieces } from './pieces.ts';
import { idsOf } from './queries.ts';
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

interface Sides {
  readonly actors: JoinParty[];
  readonly recipients: JoinParty[];
  readonly words: string[];
}

/** Reports that lie so near each other are asked for with all between them. */
const NEAR = 200;

/** Ascending numbers as few ranges. */
function rangesOf(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const n of numbers) {
    const last = found.at(-1);
    if (last && n - last[1] <= NEAR) last[1] = n;
    else found.push([n, n]);
  }
  return found;
}

/** The parties of reports, given by ascending numbers. */
async function sidesOf(file: RecordFile, reports: readonly number[]): Promise<Map<number, Sides>> {
  const sides = new Map<number, Sides>(reports.map((n) => [n, { actors: [], recipients: [], words: [] }]));
  for (const [first, last] of rangesOf(reports)) {
    for (const row of await file.rows(SQL.sides, [first, last])) {
      const side = sides.get(row.report);
      if (!side) continue;
      const { actor: key, country, sector } = row;
      side[row.role === 'actor' ? 'actors' : 'recipients'].push({ key, country, sector });
      side.words.push(row.words);
    }
  }
  return sides;
}

async function toInputs(file: RecordFile, rows: readonly Out[]): Promise<JoinInput[]> {
  const numbers = rows.map((row) => row.n as number);
  const sides = await sidesOf(file, numbers);
  const denies = new Map<number, string[]>();
  const links = await inPieces(file, SQL.denies, numbers);
  const ids = await idsOf(
    file,
    links.map((link) => link.denied),
  );
  for (const { report, denied } of links) denies.set(report, [...(denies.get(report) ?? []), ids.get(denied)!]);
  return rows.map((row) => {
    const side = sides.get(row.n) ?? { actors: [], recipients: [], words: [] };
    const { n, id, article, sentence, type, mode, mutual, negated, day } = row;
    return {
      ...{ id, article, sentence, type, mode, mutual, negated, day },
      ...{ actors: side.actors, recipients: side.recipients, denies: denies.get(n) ?? [] },
      actual: row.status !== 'planned' && row.status !== 'possible',
      cue: (row.cue as string).toLowerCase(),
      words: contentWords(row.words, side.words),
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
  return toInputs(file, await unjoined(file, 1, seq));
}

interface Earlier {
  readonly event: string;
  readonly report: JoinInput;
}

/** Members of events that have a report near the days of these, and the events' numbers. */
async function earlierNear(
  file: RecordFile,
  fresh: readonly Out[],
): Promise<{ earlier: Earlier[]; numbers: Map<string, number> }> {
  const days = new Set<string>();
  for (const day of new Set(fresh.flatMap((row) => row.day ?? [])))
    for (let apart = -WINDOW; apart <= WINDOW; apart++) days.add(shift(day, apart));
  const rows = days.size ? await file.rows(SQL.joinedNear([...days].sort())) : [];
  const inputs = await toInputs(file, rows);
  return {
    earlier: inputs.map((report, i) => ({ event: rows[i]!.event_id, report })),
    numbers: new Map(rows.map((row) => [row.event_id, row.event])),
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
  const fresh = await toInputs(file, rows);
  const { earlier, numbers } = await earlierNear(file, rows);
  for (const { id, n } of rows) numbers.set(id, n);
  const joiner = new Joiner(earlier, await judgementsOf(file));
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
