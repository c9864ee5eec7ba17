/**
 * Fits the weights of lexicon/events/confidence.yaml on judged reports and prints the file.
 *     node --import tsx train/confidence.ts --events EVENTS.jsonl [--judged JUDGED.tsv ARTICLES.jsonl…]
 * EVENTS: sentences with every event annotated (`text`, `before`, `date`, `events: [{type, also, cue, actors, recipients}]`).
 * JUDGED: article id, sentence, start of the cue, type, 1 or 0; the articles that it speaks of follow.
 */
import { readFileSync } from 'node:fs';
import { evidenceOf } from '../src/events/confidence.ts';
import { attempts } from '../src/events/find.ts';
import { findEvents } from '../src/events/index.ts';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

interface Row {
  readonly evidence: readonly string[];
  readonly right: number;
}

interface Seen {
  readonly sentence: number;
  readonly cue: { readonly from: number; readonly to: number };
  readonly type: string;
  readonly evidence: readonly string[];
}

const tools = loadTools();
const lines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');

/** Every event of a text before its status is read, with the evidence for it. */
function seenIn(text: string, date: string | null, title: string | null = null): Seen[] {
  const coding = code({ id: 'x', date, title, text }, tools);
  return coding.trees.flatMap((tree) => {
    const mentions = coding.mentions.filter((m) => m.sentence === tree.sentence.index);
    const tried = new Map(attempts(tree, mentions, tools.events).map((a) => [a.word, a.match]));
    return findEvents(tree, mentions, tools.events).flatMap((e) => {
      const match = tried.get(e.word);
      if (!match || e.cue.part === 'title') return [];
      return [{ sentence: tree.sentence.index, cue: e.cue, type: e.type, evidence: evidenceOf(tree, match, tools.events) }];
    });
  });
}

/** A report is right where an event of its type has its cue or one of its parties' words; promises count as what is promised. */
function rowsOfEvents(file: string): Row[] {
  return lines(file).flatMap((line) => {
    const row = JSON.parse(line);
    const lead = row.before ? `${row.before} ` : '';
    const spans = row.events.map((e: { type: string; also?: string[]; cue: string }) => {
      const at = row.text.indexOf(e.cue);
      return { types: [e.type, ...(e.also ?? [])], from: lead.length + at, to: lead.length + at + e.cue.length };
    });
    return seenIn(lead + row.text, row.date)
      .filter((s) => s.cue.to > lead.length)
      .map((s) => ({
        evidence: s.evidence,
        right: spans.some((e: { from: number; to: number }) => s.cue.from < e.to && e.from < s.cue.to) ? 1 : 0,
      }));
  });
}

function rowsOfJudged(file: string, articles: readonly string[]): Row[] {
  const byId = new Map(articles.flatMap(lines).map((l) => [JSON.parse(l).id as string, JSON.parse(l)]));
  const seen = new Map<string, Seen[]>();
  return lines(file).flatMap((line) => {
    const [id, sentence, from, , right] = line.split('\t') as [string, string, string, string, string];
    const article = byId.get(id);
    if (!article) throw new Error(`${file}: no article ${id} among the files that were given`);
    if (!seen.has(id)) seen.set(id, seenIn(article.text, article.date, article.title));
    const found = seen.get(id)!.find((s) => s.sentence === Number(sentence) && Math.abs(s.cue.from - Number(from)) < 3);
    return found ? [{ evidence: found.evidence, right: Number(right) }] : [];
  });
}

/** Logistic regression by gradient descent, drawn towards nothing by `pull`; deterministic. */
function fit(rows: readonly Row[], pull = 2, steps = 3000, rate = 1): Map<string, number> {
  const names = [...new Set(rows.flatMap((r) => r.evidence))].sort();
  const weights = new Map<string, number>([['base', 0], ...names.map((n): [string, number] => [n, 0])]);
  for (let step = 0; step < steps; step++) {
    const slope = new Map<string, number>();
    for (const { evidence, right } of rows) {
      const all = ['base', ...evidence];
      const miss = right - 1 / (1 + Math.exp(-all.reduce((s, n) => s + weights.get(n)!, 0)));
      for (const n of all) slope.set(n, (slope.get(n) ?? 0) + miss);
    }
    for (const [n, w] of weights) weights.set(n, w + (rate * ((slope.get(n) ?? 0) - (n === 'base' ? 0 : pull * w))) / rows.length);
  }
  return weights;
}

const args = process.argv.slice(2);
const judgedAt = args.indexOf('--judged');
const rows = [
  ...rowsOfEvents(args[args.indexOf('--events') + 1]!),
  ...(judgedAt < 0 ? [] : rowsOfJudged(args[judgedAt + 1]!, args.slice(judgedAt + 2))),
];
process.stderr.write(`${rows.length} reports, ${rows.filter((r) => r.right).length} right\n`);
const HEADER = `# What speaks for a report and against it, in log-odds: its confidence is the logistic of their sum, the share of such reports that
# tell an event of their type. Fitted by train/confidence.ts; bench/RESULTS.md has how well it holds. The names are those of
# src/events/confidence.ts ("recipient only near": it stands in no slot of the frame; "side clause": under a clause or participle
# that hangs on a noun or beside the main one).
`;
process.stdout.write(HEADER);
for (const [name, weight] of fit(rows)) process.stdout.write(`${name}: ${weight.toFixed(2)}\n`);
