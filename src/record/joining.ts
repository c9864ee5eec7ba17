/** Joining within a record: reports that are in no event yet are put into one. Reports are never touched. */
import { Joiner, type JoinInput, type JoinParty, type Judgements, pairKey, WINDOW } from './join.ts';
import { inPieces } from './pieces.ts';
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
export function contentWords(sentence: string, topic: string, partyWords: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const words of partyWords) for (const word of words.toLowerCase().match(WORD) ?? []) names.add(word);
  const found = new Set(topic ? topic.split(' ') : []);
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

async function sidesOf(file: RecordFile, ids: readonly string[]): Promise<Map<string, Sides>> {
  const sides = new Map<string, Sides>();
  for (const row of await inPieces(file, SQL.parties, ids)) {
    if (row.role === 'speaker') continue;
    const side = sides.get(row.report) ?? { actors: [], recipients: [], words: [] };
    sides.set(row.report, side);
    side[row.role === 'actor' ? 'actors' : 'recipients'].push({
      key: row.actor,
      country: row.country,
      sector: row.sector,
    });
    side.words.push(row.words);
  }
  return sides;
}

async function toInputs(file: RecordFile, rows: readonly Out[]): Promise<JoinInput[]> {
  const ids = rows.map((row) => row.id as string);
  const sides = await sidesOf(file, ids);
  const denies = new Map<string, string[]>();
  for (const { report, denied } of await inPieces(file, SQL.denies, ids))
    denies.set(report, [...(denies.get(report) ?? []), denied]);
  return rows.map((row) => {
    const side = sides.get(row.id) ?? { actors: [], recipients: [], words: [] };
    const { id, article, sentence, type, mode, mutual, negated, day } = row;
    return {
      ...{ id, article, sentence, type, mode, mutual, negated, day },
      ...{ actors: side.actors, recipients: side.recipients, denies: denies.get(id) ?? [] },
      words: contentWords(row.words, row.topic, side.words),
    };
  });
}

async function judgementsOf(file: RecordFile): Promise<Judgements> {
  const same = new Set<string>();
  const different = new Set<string>();
  for (const row of await file.rows(SQL.judgements)) (row.same ? same : different).add(pairKey(row.a, row.b));
  return { same, different };
}

async function earlierNear(
  file: RecordFile,
  fresh: readonly JoinInput[],
): Promise<{ event: string; report: JoinInput }[]> {
  const days = new Set<string>();
  for (const { day } of fresh) {
    if (day) for (let apart = -WINDOW; apart <= WINDOW; apart++) days.add(shift(day, apart));
  }
  if (!days.size) return [];
  const rows = await file.rows(SQL.joinedNear, [[...days]]);
  const inputs = await toInputs(file, rows);
  return inputs.map((report, i) => ({ event: rows[i]!.event, report }));
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
    const { seq } = (await file.rows(SQL.firstUnjoined))[0]!;
    if (seq === null) return joined;
    joined += await joinPiece(file, seq);
  }
}

async function joinPiece(file: RecordFile, seq: number): Promise<number> {
  const fresh = await toInputs(file, await file.rows(SQL.unjoined, [seq, seq + PIECE - 1]));
  const joiner = new Joiner(await earlierNear(file, fresh), await judgementsOf(file));
  const events: Row[] = [];
  const members: Row[] = [];
  for (const report of fresh) {
    const joined = joiner.join(report);
    if (joined.event === report.id) events.push([joined.event, report.id]);
    members.push([joined.event, joined.report, joined.score, joined.reason]);
  }
  await file.transaction(async () => {
    await file.put({ events, event_reports: members });
    await file.run(SQL.fillDyads, [seq, seq + PIECE - 1]);
  });
  return fresh.length;
}

/** Takes all events apart again. */
export async function unjoinEvents(file: RecordFile): Promise<void> {
  await file.transaction(async () => {
    await file.run(SQL.dropDyads);
    await file.run(SQL.dropEventReports);
    await file.run(SQL.dropEvents);
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
