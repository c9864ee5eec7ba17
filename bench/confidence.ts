/**
 * Is confidence what it says? Reports of annotated sentences in bands of confidence, with the share that is right.
 *     node --import tsx bench/confidence.ts EVENTS.jsonl…
 * EVENTS: as for train/confidence.ts. Right: an event of the report's type (or one that could be defended) has its cue or a party.
 */
import { readFileSync } from 'node:fs';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

const BANDS = [0, 0.4, 0.55, 0.7, 0.8, 0.9, 1.01];

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

interface Event {
  readonly type: string;
  readonly also?: readonly string[];
  readonly cue: string;
  readonly actors: readonly { readonly text: string }[];
  readonly recipients: readonly { readonly text: string }[];
}

const tools = loadTools();

function judge(line: string): Judged[] {
  const row = JSON.parse(line) as { text: string; before?: string; date: string; events: readonly Event[] };
  const lead = row.before ? `${row.before} ` : '';
  const meets = (words: string, from: number, to: number): boolean => {
    const at = row.text.indexOf(words);
    return at >= 0 && lead.length + at < to && from < lead.length + at + words.length;
  };
  const { reports } = code({ id: 'x', date: row.date, title: null, text: lead + row.text }, tools);
  return reports
    .filter((r) => r.cue.to > lead.length)
    .map((r) => {
      const parties = [...r.actors, ...r.recipients];
      const right = row.events.some((e) => {
        if (![e.type, ...(e.also ?? [])].includes(r.type)) return false;
        const named = [...e.actors, ...e.recipients].some((p) => parties.some((m) => meets(p.text, m.from, m.to)));
        return named || meets(e.cue, r.cue.from, r.cue.to);
      });
      return { confidence: r.confidence, right };
    });
}

/** The chance that a right report has the higher confidence of a right and a wrong one. */
function order(judged: readonly Judged[]): number {
  const [right, wrong] = [judged.filter((j) => j.right), judged.filter((j) => !j.right)];
  const wins = right.reduce(
    (sum, r) =>
      sum + wrong.reduce((s, w) => s + (r.confidence > w.confidence ? 1 : r.confidence === w.confidence ? 0.5 : 0), 0),
    0,
  );
  return wins / (right.length * wrong.length);
}

for (const file of process.argv.slice(2)) {
  const judged = readFileSync(file, 'utf8').trim().split('\n').flatMap(judge);
  process.stdout.write(`${judged.length} reports, order ${order(judged).toFixed(3)}\n`);
  for (let i = 0; i + 1 < BANDS.length; i++) {
    const band = judged.filter((j) => j.confidence >= BANDS[i]! && j.confidence < BANDS[i + 1]!);
    const right = band.filter((j) => j.right).length;
    const said = band.reduce((s, j) => s + j.confidence, 0) / Math.max(1, band.length);
    process.stdout.write(
      `${BANDS[i]!.toFixed(2)}–${Math.min(1, BANDS[i + 1]!).toFixed(2)}  ${band.length} reports, said ${said.toFixed(2)}, right ${band.length ? (right / band.length).toFixed(2) : '—'}\n`,
    );
  }
}
