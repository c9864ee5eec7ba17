/** Text: an article's sentences and tokens after UD English, with what each line is. Offsets are into the original. */
import type { Article, Part, Sentence, SentenceKind, Token } from '../nouns.ts';
import { boundaries } from './boundaries.ts';
import { restoreCase } from './capitals.ts';
import { readDateline } from './datelines.ts';
import { entryEnds } from './entries.ts';
import { isBoilerplate, isHeading, isReferenceHeading, publisherOf } from './kinds.ts';
import { type Block, blocksOf } from './paragraphs.ts';
import { withSeams } from './seams.ts';
import { tokenize } from './tokens.ts';

export { LONGEST_SENTENCE } from './boundaries.ts';
export { asTold } from './told.ts';

interface State {
  readonly text: string;
  readonly part: Part;
  readonly sentences: Sentence[];
  section: string | null;
  references: boolean;
}

function push(
  state: State,
  tokens: readonly Token[],
  block: Block,
  kind: SentenceKind,
  dateline: Sentence['dateline'] = null,
): void {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return;
  const { sentences, part, text, section } = state;
  const line = text.slice(first.from, last.to);
  sentences.push({
    ...{
      index: sentences.length,
      part,
      from: first.from,
      to: last.to,
      paragraph: block.paragraph,
      kind,
      section,
      dateline,
    },
    tokens: restoreCase(tokens, dateline ? tokens.findIndex((t) => t.from >= dateline.to) : 0),
    ...(kind === 'reference' && { publisher: publisherOf(line) }),
  });
}

const BULLET = /^[-–—•*·▪‣]$/;

/** A block that is a line of its own: heading, reference, boilerplate, list item or headline. */
function readLine(state: State, block: Block, tokens: readonly Token[]): boolean {
  const line = state.text.slice(block.from, block.to);
  if (isReferenceHeading(line)) {
    state.references = true;
    state.section = line.trim();
    push(state, tokens, block, 'heading');
    return true;
  }
  if (state.references && ((!isHeading(line) && block.line) || publisherOf(line))) {
    let start = 0;
    for (const end of entryEnds(tokens)) {
      push(state, tokens.slice(start, end), block, 'reference');
      start = end;
    }
    return true;
  }
  if (!block.line || !isHeading(line)) return false;
  const isTop = state.part === 'title' || (state.sentences.length === 0 && tokens.length > 4);
  if (!isTop) {
    state.section = line.trim();
    state.references = false;
  }
  push(state, tokens, block, isTop ? 'headline' : 'heading');
  return true;
}

function readBlock(state: State, block: Block): void {
  const { text } = state;
  const tokens = tokenize(text, block.from, block.to);
  if (readLine(state, block, tokens)) return;
  const dateline = readDateline(text, block.from);
  let start = 0;
  // "MOSCOW, May 5. /TASS/. The minister …": no sentence ends inside a dateline.
  const body = dateline ? tokens.findIndex((t) => t.from >= dateline.to) : 0;
  for (const end of withSeams(tokens, boundaries(tokens))) {
    if (end <= body) continue;
    const piece = tokens.slice(start, end);
    const isFirst = start === 0;
    start = end;
    const line = text.slice(piece[0]!.from, piece.at(-1)!.to);
    const kind: SentenceKind = isBoilerplate(line) ? 'boilerplate' : kindOf(state, block, piece);
    push(state, piece, block, kind, isFirst ? dateline : null);
  }
}

function kindOf(state: State, block: Block, tokens: readonly Token[]): SentenceKind {
  if (state.part === 'title') return 'headline';
  if (BULLET.test(tokens[0]!.form)) return 'list';
  return block.line && state.sentences.length === 0 ? 'headline' : 'prose';
}

function readPart(article: Article, part: Part, sentences: Sentence[]): void {
  const text = part === 'title' ? (article.title ?? '') : article.text;
  const state: State = { text, part, sentences, section: null, references: false };
  for (const block of blocksOf(text)) readBlock(state, block);
}

/** Sentences of an article, the title's first. Linear in the length of the text; sentences are cut at 250 tokens. */
export function splitSentences(article: Article): Sentence[] {
  const sentences: Sentence[] = [];
  if (article.title) readPart(article, 'title', sentences);
  readPart(article, 'text', sentences);
  return sentences;
}
