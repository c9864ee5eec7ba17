/** Whether a predicate is told as fact, as future, as a mere possibility, as untrue; and who says so. */
import type { Article, Mention, Reality, Said, Span, Statement, Tree, When } from '../nouns.ts';
import { realityOf } from './climb.ts';
import { readHistory } from './history.ts';
import type { SpeechLexicon } from './lexicon.ts';
import { speechLexicon } from './load.ts';
import { subjectOf } from './speaker.ts';

/** What may be known besides: who is meant by which words, and when it happened. */
export interface RealityContext {
  readonly mentions?: readonly Mention[];
  readonly when?: When | null;
  readonly lexicon?: SpeechLexicon;
}

const REPORTING = new Set(['says', 'shows', 'thinks', 'accuses', 'seems']);

const size = (s: Statement): number => s.content.reduce((sum, c) => sum + c.to - c.from, 0);

const covers = (s: Statement, at: number, part: string): boolean =>
  s.part === part && s.content.some((c) => c.from <= at && at < c.to);

const overlaps = (a: Span, b: Span): boolean => a.part === b.part && a.from < b.to && b.from < a.to;

/** The statement's speaker is the one who does it: "Kim said he would visit". */
function isOwnAct(tree: Tree, word: number, statement: Statement, mentions: readonly Mention[]): boolean {
  const subject = subjectOf(tree, word);
  if (!subject || !statement.speaker) return false;
  const span: Span = { from: subject.from, to: subject.to, part: tree.sentence.part };
  if (overlaps(span, statement.speaker)) return true;
  const mention = mentions.find(
    (m) => m.sentence === tree.sentence.index && m.head === subject.index && m.kind !== 'modifier',
  );
  const chain = 'chain' in statement.speaker ? statement.speaker.chain : null;
  if (mention && chain !== null && mention.chain === chain) return true;
  const same =
    statement.sentence === tree.sentence.index &&
    ['he', 'she', 'it', 'they', 'we', 'i'].includes(subject.lemma.toLowerCase());
  return same && !mention?.actors.length;
}

function saidOf(tree: Tree, word: number, statements: readonly Statement[], mentions: readonly Mention[]): Said[] {
  const { from } = tree.words[word]!;
  return statements
    .filter((s) => REPORTING.has(s.kind ?? 'says') && covers(s, from, tree.sentence.part))
    .filter((s) => !(s.sentence === tree.sentence.index && s.cueWord === word) && !isOwnAct(tree, word, s, mentions))
    .sort((a, b) => size(a) - size(b))
    .map(({ speaker, cue, direct, stance }) => ({ speaker, cue, direct, stance }));
}

/**
 * Reads how a predicate is told: from its own clause upward through the tree, and from the statements that hold it.
 * `steps` explain every decision, innermost first.
 */
export function readReality(
  tree: Tree,
  word: number,
  article: Article,
  statements: readonly Statement[],
  context: RealityContext = {},
): Reality {
  const lexicon = context.lexicon ?? speechLexicon();
  const told = realityOf(tree, word, lexicon);
  const said = saidOf(tree, word, statements, context.mentions ?? []);
  if (told.alleged) {
    const { from, to, form } = told.alleged;
    said.push({
      speaker: null,
      cue: { from, to, part: tree.sentence.part, text: form },
      direct: false,
      stance: 'affirms',
    });
  }
  const history = readHistory(tree, word, article, context.when ?? null);
  const steps = [...told.steps, ...(history ? [history] : []), ...said.map(tellSaid)].filter((s) => s !== '');
  const negated = told.negated && !said.some((s) => s.stance === 'denies');
  return { modality: told.modality, negated, historical: history !== null, said, steps };
}

function tellSaid({ speaker, cue, stance }: Said): string {
  return `"${speaker?.text ?? 'somebody unnamed'}" ${stance} it ("${cue.text}")`;
}
