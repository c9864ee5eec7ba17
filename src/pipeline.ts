/**
 * The whole path from an article to its coding, on one page. Read this first.
 *
 * A stage is a function from noun to noun; rooms do not import one another; only this file joins them.
 */
import type { ActorIndex } from './actors/index.ts';
import { findStatements, linkDenials, readReality, spreadHistory, statusOf } from './claims/index.ts';
import { type EventLexicon, findEvents, fold } from './events/index.ts';
import { findMentions } from './mentions/index.ts';
import type { Article, Coding, EventCandidate, Report, Span, Tree } from './nouns.ts';
import type { Parser } from './parse/index.ts';
import { type Gazetteer, whereOf } from './places/index.ts';
import { asTold, splitSentences } from './text/index.ts';
import { findDates, whenOf } from './time/index.ts';

/** What the stages know: a model and three lexicons. */
export interface Tools {
  readonly parser: Parser;
  readonly actors: ActorIndex;
  readonly events: EventLexicon;
  readonly places: Gazetteer;
}

/** Kinds of sentences that tell events; headings, references and boilerplate do not. */
const TELLING = new Set(['headline', 'prose', 'list']);

/** Reads an article: who is named, what was done, who says so, when. Pure; the same article gives the same coding. */
export function code(article: Article, tools: Tools): Coding {
  const trees = tools.parser.parse(splitSentences(article), tools.actors.familiar).map(asTold);
  const sentences = trees.map((tree) => tree.sentence);
  const mentions = findMentions(article, trees, tools.actors);
  const statements = findStatements(article, trees, mentions);
  const dates = findDates(article, sentences);

  const mentionsIn = bySentence(mentions);
  const datesIn = bySentence(dates);

  const toReport = (tree: Tree, found: EventCandidate): Report[] => {
    const reality = readReality(tree, found.word, article, statements, { mentions });
    const folded = fold(found, reality, tree, tools.events);
    if (!folded) return [];
    const place = whereOf(tree, folded.moment, mentionsIn.get(tree.sentence.index) ?? [], tools.places, found.sites);
    const report = {
      ...folded.candidate,
      ...folded.reality,
      cue: { ...folded.candidate.cue, text: sliceOf(article, folded.candidate.cue) },
      ...{ quad: folded.quad, intensity: folded.intensity, status: statusOf(folded.reality), denies: [] },
      when: whenOf(tree, folded.moment, datesIn.get(tree.sentence.index) ?? [], article, folded.reality),
      where: place && { ...place, text: sliceOf(article, place) },
    };
    return [report];
  };

  const reports = trees.flatMap((tree) => {
    if (!TELLING.has(tree.sentence.kind)) return [];
    return findEvents(tree, mentionsIn.get(tree.sentence.index) ?? [], tools.events).flatMap((found) =>
      toReport(tree, found),
    );
  });
  const linked = linkDenials(spreadHistory(reports, trees, article), statements, trees);
  return { article, sentences, trees, mentions, statements, dates, reports: linked };
}

/** The article's own words at a place, byte for byte: a tree's forms may have their case restored. */
const sliceOf = (article: Article, { part, from, to }: Span): string =>
  ((part === 'title' ? article.title : article.text) ?? '').slice(from, to);

function bySentence<T extends { readonly sentence: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.sentence);
    if (group) group.push(item);
    else groups.set(item.sentence, [item]);
  }
  return groups;
}
