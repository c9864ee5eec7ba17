/** Who said what: every statement of an article, in the order of its cues. */
import type { Article, Mention, Part, SpeakerWords, Statement, Tree } from '../nouns.ts';
import { withWholeTurns } from './colon.ts';
import { findInTree } from './cues.ts';
import { cueFrom, cueTo, type Draft } from './draft.ts';
import { keepTold } from './keep.ts';
import type { SpeechLexicon } from './lexicon.ts';
import { speechLexicon } from './load.ts';
import { withQuotes } from './quoted.ts';
import { findQuotes } from './quotes.ts';
import { withText } from './spans.ts';

/** Ranges of the paragraphs that the sentences stand in. */
function paragraphsOf(trees: readonly Tree[]): { from: number; to: number }[] {
  const found: { from: number; to: number; paragraph: number }[] = [];
  for (const { sentence } of trees) {
    const last = found.at(-1);
    if (last && last.paragraph === sentence.paragraph) last.to = Math.max(last.to, sentence.to);
    else found.push({ from: sentence.from, to: sentence.to, paragraph: sentence.paragraph });
  }
  return found;
}

/** The mention whose head word is the speaker's, else the words as they stand. */
function speakerOf(draft: Draft, text: string, mentions: ReadonlyMap<string, Mention>): Mention | SpeakerWords | null {
  if (!draft.speaker) return null;
  const { words, sentence } = draft.speakerTree;
  const { head, first, last } = draft.speaker;
  const known = mentions.get(`${sentence.index} ${head}`);
  if (known) return known;
  const [from, to] = [words[first]!.from, words[last]!.to];
  return { from, to, part: sentence.part, text: text.slice(from, to), actors: [] };
}

function finish(draft: Draft, index: number, text: string, mentions: ReadonlyMap<string, Mention>): Statement {
  const { part, index: sentence } = draft.tree.sentence;
  const [from, to] = [cueFrom(draft), cueTo(draft)];
  return {
    ...{ index, part, sentence, cueWord: draft.cue.word, direct: draft.direct, stance: draft.stance, kind: draft.kind },
    speaker: speakerOf(draft, text, mentions),
    cue: { from, to, part, text: text.slice(from, to) },
    content: draft.pieces.map((piece) => withText(text, part, piece)),
  };
}

/** Kinds of sentences that tell nothing. */
const UNTOLD = new Set(['boilerplate', 'reference', 'heading']);

function draftsOf(text: string, trees: readonly Tree[], lexicon: SpeechLexicon): Draft[] {
  const quotes = findQuotes(text, paragraphsOf(trees));
  const doubles = quotes.filter((q) => !q.single);
  const singles = quotes.filter((q) => q.single);
  const found = trees.flatMap((tree) => (UNTOLD.has(tree.sentence.kind) ? [] : findInTree(tree, lexicon)));
  withWholeTurns(found, trees);
  return keepTold(
    withQuotes(found, { text, doubles, singles, trees, lexicon }).filter((d) => d.pieces.length > 0),
    lexicon,
  );
}

/** Every statement of an article. `mentions` give speakers their actors. */
export function findStatements(
  article: Article,
  trees: readonly Tree[],
  mentions: readonly Mention[],
  lexicon: SpeechLexicon = speechLexicon(),
): Statement[] {
  const byHead = new Map<string, Mention>();
  for (const m of mentions) if (m.kind !== 'modifier') byHead.set(`${m.sentence} ${m.head}`, m);
  const found: Statement[] = [];
  for (const part of ['title', 'text'] as const satisfies readonly Part[]) {
    const text = part === 'title' ? (article.title ?? '') : article.text;
    const own = trees.filter((tree) => tree.sentence.part === part);
    for (const draft of draftsOf(text, own, lexicon)) found.push(finish(draft, found.length, text, byHead));
  }
  return found;
}
