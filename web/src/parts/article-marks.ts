/** Everything that was found in a sentence of an article, as marks; pressing one opens why it was read so. */
import type { ArticleView, ReportRow, SentenceRow } from '../../../src/rows.ts';
import { whyCode } from '../evidence.ts';
import { layOut, type Mark, marksOf } from './marked.tsx';

export const MARK_KINDS = ['events', 'actors', 'statements', 'dates'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const NO_KINDS: ReadonlySet<MarkKind> = new Set();

/** Reports by the place of their sentence. */
export function reportsBySentence(reports: readonly ReportRow[]): Map<number, ReportRow[]> {
  const groups = new Map<number, ReportRow[]>();
  for (const report of reports)
    groups.set(report.sentence.index, [...(groups.get(report.sentence.index) ?? []), report]);
  return groups;
}

/** The mentions within a sentence. */
export const mentionsIn = (view: ArticleView, sentence: SentenceRow): ArticleView['mentions'] =>
  view.mentions.filter(
    (m) => m.part === sentence.part && m.sentence === sentence.index && m.from >= sentence.from && m.to <= sentence.to,
  );

/** The statements whose words lie within a sentence. */
export const statementsIn = (view: ArticleView, sentence: SentenceRow): ArticleView['statements'] =>
  view.statements.filter((s) => s.sentence.index === sentence.index && s.sentence.part === sentence.part);

/** Marks of a sentence that do not cross, without the kinds that are off. */
export function marksIn(
  view: ArticleView,
  sentence: SentenceRow,
  reports: readonly ReportRow[],
  off: ReadonlySet<MarkKind> = NO_KINDS,
): Mark[] {
  // The longer words first: "North Korea", not the "North" in it.
  const actors = [...mentionsIn(view, sentence)]
    .sort((x, y) => y.to - y.from - (x.to - x.from))
    .map(
      (m): Mark => ({
        ...{ from: m.from, to: m.to, kind: 'actor' },
        title: m.actor ? `${m.actor.name} (${m.kind})` : m.kind,
      }),
    );
  const quotes = view.statements
    .flatMap((s) => (s.direct ? s.content : []))
    .filter((c) => c.from >= sentence.from && c.to <= sentence.to)
    .map((c): Mark => ({ from: c.from, to: c.to, kind: 'quote' }));
  const found = reports.flatMap(marksOf);
  const href = `?show=${whyCode(view.source.article, sentence.index)}`;
  return layOut([
    ...(off.has('events') ? [] : found.filter((m) => m.kind === 'what')),
    ...(off.has('dates') ? [] : found.filter((m) => m.kind === 'time')),
    ...(off.has('actors') ? [] : actors),
    ...(off.has('statements') ? [] : quotes),
  ]).map((mark) => ({ ...mark, href }));
}
