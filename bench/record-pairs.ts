/**
 * Draws pairs of reports for judging joins by reading, and measures joins against such judgements.
 *
 *     node --import tsx bench/record-pairs.ts draw --record FILE --out PAIRS.jsonl [--each 70] [--seed 1]
 *     node --import tsx bench/record-pairs.ts score --record FILE --judged JUDGED.jsonl
 *
 * Drawn by hash, between articles of different origin: pairs that are joined (for precision), and pairs of a blocking
 * looser than the rule (for recall): a party and a type in common, two days apart at most, one word in common, those
 * with three words or more as often as those with fewer. JUDGED.jsonl has `a`, `b`, `stratum` and `same` (true or false).
 * Joins are made anew when scoring, by the code as it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openRecord } from '../src/record/index.ts';
import type { JoinInput } from '../src/record/join.ts';
import { joinReports } from '../src/record/join.ts';
import { inputsOf } from '../src/record/joining.ts';

const { values, positionals } = parseArgs({
  options: {
    record: { type: 'string' },
    out: { type: 'string' },
    judged: { type: 'string' },
    each: { type: 'string', default: '70' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
if (!values.record) throw new Error('name --record FILE');
const record = await openRecord(values.record);
const inputs = await inputsOf(record);
const origins = new Map(
  (await record.rows('select article, origin from origins')).map((row) => [row.article, row.origin]),
);
const sentences = new Map(
  (
    await record.rows(
      'select r.id, r.words, r.cue, r.day, a.published, a.publisher from reports r join articles a on a.seq = r.article',
    )
  ).map((row) => [row.id, row]),
);
record.close();

type Pair = readonly [JoinInput, JoinInput];

const order = (seed: string, [a, b]: Pair): string =>
  createHash('sha256').update(`${seed} ${a.id} ${b.id}`).digest('hex');
const apart = ([a, b]: Pair): boolean => origins.get(a.article as number) !== origins.get(b.article as number);

function drawn(pairs: readonly Pair[], most: number, seed: string): Pair[] {
  const keyed = pairs.map((pair) => ({ pair, key: order(seed, pair) }));
  return keyed
    .sort((x, y) => (x.key < y.key ? -1 : 1))
    .slice(0, most)
    .map(({ pair }) => pair);
}

function joinedPairs(events: ReadonlyMap<string, string>): Pair[] {
  const groups = new Map<string, JoinInput[]>();
  for (const input of inputs) groups.set(events.get(input.id)!, [...(groups.get(events.get(input.id)!) ?? []), input]);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, i) => group.slice(i + 1).map((b): Pair => [a, b])).filter(apart),
  );
}

const DAY_MS = 86_400_000;
const partiesOf = (input: JoinInput): Set<string> =>
  new Set(
    [...input.actors, ...input.recipients].flatMap((party) =>
      party.country ? [party.key, party.country] : [party.key],
    ),
  );

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const word of a) if (b.has(word)) n++;
  return n;
}

/** Pairs of the looser blocking, with their shared words. */
function blockedPairs(): { pair: Pair; words: number }[] {
  const byDay = new Map<number, JoinInput[]>();
  for (const input of inputs) {
    if (!input.day) continue;
    const day = Date.parse(input.day) / DAY_MS;
    byDay.set(day, [...(byDay.get(day) ?? []), input]);
  }
  const found: { pair: Pair; words: number }[] = [];
  for (const [day, list] of byDay) {
    for (const a of list) {
      const parties = partiesOf(a);
      for (let later = 0; later <= 2; later++) {
        for (const b of byDay.get(day + later) ?? []) {
          if (a.type !== b.type || (later === 0 && a.id >= b.id) || !apart([a, b])) continue;
          const words = shared(a.words, b.words);
          if (words && shared(parties, partiesOf(b))) found.push({ pair: [a, b], words });
        }
      }
    }
  }
  return found;
}

const eventsNow = (): Map<string, string> => new Map(joinReports(inputs).map(({ report, event }) => [report, event]));

/** Wilson's 95% interval. */
function interval(right: number, of: number): string {
  const [p, z] = [right / of, 1.96];
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return `${right} of ${of}, ${p.toFixed(2)} (${(middle - half).toFixed(2)}–${(middle + half).toFixed(2)})`;
}

function draw(): void {
  const each = Number(values.each);
  const blocked = blockedPairs();
  const many = blocked.filter(({ words }) => words >= 3).map(({ pair }) => pair);
  const few = blocked.filter(({ words }) => words < 3).map(({ pair }) => pair);
  const joined = joinedPairs(eventsNow());
  const lines = (
    [
      ['joined', joined, each],
      ['many words', many, each / 2],
      ['few words', few, each / 2],
    ] as const
  ).flatMap(([stratum, pairs, most]) =>
    drawn(pairs, most, values.seed!).map(([a, b]) =>
      JSON.stringify({
        stratum,
        of: pairs.length,
        a: a.id,
        b: b.id,
        type: a.type,
        other: b.type,
        first: sentences.get(a.id),
        second: sentences.get(b.id),
      }),
    ),
  );
  writeFileSync(values.out!, `${lines.join('\n')}\n`);
  console.log(
    `${joined.length} joined pairs, ${many.length} and ${few.length} blocked with many and few words in common`,
  );
}

interface Judged {
  readonly a: string;
  readonly b: string;
  readonly stratum: string;
  readonly of: number;
  readonly same: boolean;
}

function score(): void {
  const judged = readFileSync(values.judged!, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Judged);
  const events = eventsNow();
  const isJoined = ({ a, b }: Judged) => events.get(a) === events.get(b);
  for (const half of [0, 1]) {
    const some = judged.filter(
      ({ a, b }) => parseInt(createHash('sha256').update(`half ${a} ${b}`).digest('hex').slice(0, 8), 16) % 2 === half,
    );
    const still = some.filter((pair) => pair.stratum === 'joined' && isJoined(pair));
    const same = some.filter((pair) => pair.same);
    const blocked = same.filter((pair) => pair.stratum !== 'joined');
    const wrong = some.filter((pair) => !pair.same && pair.stratum !== 'joined');
    console.log(
      `half ${half}: precision of what is still joined ${interval(still.filter((p) => p.same).length, still.length)}`,
    );
    console.log(
      `  right joins kept ${interval(same.filter((p) => p.stratum === 'joined' && isJoined(p)).length, same.filter((p) => p.stratum === 'joined').length)}`,
    );
    console.log(
      `  recall of the looser blocking ${interval(blocked.filter(isJoined).length, blocked.length)}; joined though not the same ${interval(wrong.filter(isJoined).length, wrong.length)}`,
    );
  }
  const groups = new Map<string, number>();
  for (const event of events.values()) groups.set(event, (groups.get(event) ?? 0) + 1);
  console.log(
    `${inputs.length} reports, ${groups.size} events, ${joinedPairs(events).length} pairs joined across origins`,
  );
}

if (positionals[0] === 'draw') draw();
else score();
