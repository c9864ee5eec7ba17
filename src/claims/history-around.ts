/** A deed without a date is history where the sentences before it, in the same paragraph, tell of years long past. */
import type { Article, Report, Tree } from '../nouns.ts';
import { dependents, headOf } from '../tree.ts';
import { yearsIn } from './history.ts';

/** How many years back a year must lie for the deeds around it to be history too. */
const LONG = 20;

/** An article without a date is no older than this. */
const UNDATED = 1970;

const newsYear = ({ date }: Article): number => (date ? Number(date.slice(0, 4)) : UNDATED);

/** The verb of a noun's clause, or the word itself. */
function verbOver(tree: Tree, word: number): number {
  let at = tree.words[word]!;
  while (at.upos !== 'VERB' && at.head >= 0) at = headOf(tree, at.index)!;
  return at.index;
}

/** "seized the post", "were driven out": not "have seized", "seizes". */
function isToldInThePast(tree: Tree, word: number): boolean {
  const verb = verbOver(tree, word);
  return [tree.words[verb]!, ...dependents(tree, verb, 'aux', 'cop')].some((w) => w.xpos === 'VBD');
}

/** Paragraphs by their sentences, titles apart. */
function paragraphsOf(trees: readonly Tree[]): Map<string, Tree[]> {
  const found = new Map<string, Tree[]>();
  for (const tree of trees) {
    const key = `${tree.sentence.part} ${tree.sentence.paragraph}`;
    found.set(key, [...(found.get(key) ?? []), tree]);
  }
  return found;
}

/** Whether a report has a time of its own that is no history. */
const isOfNow = ({ when, historical, modality }: Report): boolean =>
  !historical && (modality === 'future' || (when !== null && !when.implied));

/**
 * The reports, with those marked as history that have no date of their own, are told in the past, and follow a sentence of
 * their paragraph that names a year long past, where nothing in the paragraph has a later time.
 */
export function spreadHistory(reports: readonly Report[], trees: readonly Tree[], article: Article): Report[] {
  const limit = newsYear(article) - LONG;
  const told = new Map<number, Tree>();
  for (const paragraph of paragraphsOf(trees).values()) {
    const years = paragraph.map(yearsIn);
    const first = years.findIndex((y) => y.length > 0);
    const inside = new Set(paragraph.map((t) => t.sentence.index));
    if (first < 0 || years.flat().some((y) => y > limit)) continue;
    if (reports.some((r) => inside.has(r.sentence) && isOfNow(r))) continue;
    for (const tree of paragraph.slice(first)) told.set(tree.sentence.index, tree);
  }
  return reports.map((report) => {
    const tree = told.get(report.sentence);
    if (!tree || report.historical || report.modality !== 'actual' || !isToldInThePast(tree, report.word))
      return report;
    return {
      ...report,
      historical: true,
      when: null,
      steps: [...report.steps, 'its paragraph tells of years long past'],
    };
  });
}
