/** Why a sentence was coded so, and why not otherwise: as lines for people. Made of the traces that coding keeps anyway. */
import { explainEvents, whyNot } from './events/index.ts';
import type { Coding, Mention, Report, Tree } from './nouns.ts';
import { code, type Tools } from './pipeline.ts';
import { traceLines } from './trace.ts';

export interface Line {
  readonly kind: 'head' | 'text' | 'dim';
  readonly text: string;
}

const head = (text: string): Line => ({ kind: 'head', text });
const line = (text: string): Line => ({ kind: 'text', text });
const dim = (text: string): Line => ({ kind: 'dim', text });

/** The tree, one word a line, indented under its head, in the order of the sentence. */
export function treeLines(tree: Tree): string[] {
  const depthOf = (i: number): number => {
    let depth = 0;
    for (let at = tree.words[i]!.head; at >= 0 && depth < tree.words.length; at = tree.words[at]!.head) depth += 1;
    return depth;
  };
  return tree.words.map((w) => {
    const above = w.head < 0 ? 'the root' : `${w.deprel} of ${tree.words[w.head]!.form}`;
    return `${'  '.repeat(Math.min(depthOf(w.index), 20))}${w.form}  [${w.lemma} ${w.upos} ${w.xpos}] ${above}`;
  });
}

const who = (m: Mention): string =>
  m.actors
    .map(
      (a) =>
        `${a.name} [${[a.country ?? '—', a.sector ?? '—', a.office].filter(Boolean).join(' ')}]${a.because ? ` because ${a.because}` : ''}`,
    )
    .join(' + ');

function mentionLines(coding: Coding): Line[] {
  if (!coding.mentions.length) return [line('nobody')];
  return coding.mentions.map((m) =>
    line(`"${m.text}" (${m.kind}${m.reading === 'place' ? ', as a place' : ''}): ${who(m)}`),
  );
}

const names = (list: readonly Mention[]): string => list.map((m) => m.text).join(' + ') || '(nobody named)';

function reportLines(report: Report): Line[] {
  const { type, mode, cameo, status, when, where, modality, negated, historical } = report;
  const flags = [modality, ...(negated ? ['negated'] : []), ...(historical ? ['historical'] : [])].join(', ');
  return [
    line(
      `${names(report.actors)} → ${type}${mode ? `/${mode}` : ''} (CAMEO ${cameo ?? '—'}) → ${names(report.recipients)}`,
    ),
    line(
      `  status ${status} (${flags}); when ${when ? `${when.from}…${when.to}${when.implied ? ', implied' : ` from "${when.text}"`}` : 'unknown'}; where ${where?.name ?? 'unknown'}`,
    ),
    ...report.steps.map((s) => dim(`  ${s}`)),
    ...traceLines(report.trace, 1).map(dim),
  ];
}

function missLines(coding: Coding, tools: Tools): Line[] {
  return coding.trees.flatMap((tree) => {
    const mentions = coding.mentions.filter((m) => m.sentence === tree.sentence.index);
    return explainEvents(tree, mentions, tools.events).flatMap(({ word, won, missed }) => [
      line(`"${word}": ${won ?? 'no event'}`),
      ...missed.map((m) => dim(`  not ${m}`)),
    ]);
  });
}

function whyNotLines(coding: Coding, tools: Tools, type: string): Line[] {
  const here = (tree: Tree) => coding.mentions.filter((m) => m.sentence === tree.sentence.index);
  const became = coding.reports.filter((r) => r.type === type).map((r) => line(`it is coded so: ${r.rule}`));
  return [
    head(`Why not ${type}`),
    ...(became.length ? became : coding.trees.map((tree) => line(whyNot(tree, here(tree), tools.events, type)))),
  ];
}

/** Codes the sentence as an article of its own and tells every step; `type` asks besides why it was not coded as that. */
export function explainSentence(
  sentence: string,
  date: string | null,
  tools: Tools,
  type: string | null = null,
): Line[] {
  const coding = code({ id: 'sentence', date, title: null, text: sentence }, tools);
  const statements = coding.statements.map((s) =>
    line(
      `${s.speaker?.text ?? '(nobody named)'} — "${s.cue.text}" (${s.stance}${s.direct ? ', direct' : ''}): ${s.content.map((c) => c.text).join(' … ')}`,
    ),
  );
  return [
    head('Tree'),
    ...coding.trees.flatMap((tree) => treeLines(tree).map(line)),
    head('Who is named'),
    ...mentionLines(coding),
    head('Who says what'),
    ...(statements.length ? statements : [line('nobody says anything')]),
    head('Events'),
    ...(coding.reports.length ? coding.reports.flatMap(reportLines) : [line('none')]),
    head('Predicates that were tried'),
    ...missLines(coding, tools),
    ...(type === null ? [] : whyNotLines(coding, tools, type)),
  ];
}
