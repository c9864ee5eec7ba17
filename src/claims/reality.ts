/** Whether a predicate is told as fact, as future, as a mere possibility, as untrue; and who says so. */
import type { Actor, Article, Mention, Reality, Said, Span, Statement, Tree, When, Word } from '../nouns.ts';
import { dependent, isRel } from '../tree.ts';
import { realityOf } from './climb.ts';
import { readHistory } from './history.ts';
import { statementsAt } from './holding.ts';
import { effectOf, isIn, type SpeechLexicon } from './lexicon.ts';
import { speechLexicon } from './load.ts';
import { isPassiveVerb, speakerOfVerb, subjectOf } from './speaker.ts';

/** What may be known besides: who is meant by which words, and when it happened. */
export interface RealityContext {
  readonly mentions?: readonly Mention[];
  readonly when?: When | null;
  readonly lexicon?: SpeechLexicon;
}

const REPORTING = new Set(['says', 'shows', 'thinks', 'accuses', 'seems']);

const size = (s: Statement): number => s.content.reduce((sum, c) => sum + c.to - c.from, 0);

const overlaps = (a: Span, b: Span): boolean => a.part === b.part && a.from < b.to && b.from < a.to;

/** Who does it: the agent of a passive, the subject of the verb, or of the verb that a noun is the object of. */
function doerOf(tree: Tree, word: number, lexicon: SpeechLexicon): Word | null {
  const { upos, deprel, head } = tree.words[word]!;
  if (upos === 'VERB' || upos === 'AUX' || upos === 'ADJ')
    return isPassiveVerb(tree, word) ? speakerOfVerb(tree, word, lexicon) : subjectOf(tree, word, lexicon);
  const owner = dependent(tree, word, 'nmod:poss');
  if (owner) return owner;
  if (head < 0) return null;
  const above = tree.words[head]!;
  if (deprel === 'nmod' && isRel(above, 'obj')) return doerOf(tree, head, lexicon);
  const light = above.upos === 'VERB' && effectOf(lexicon, 'verb', above.lemma, 'obj')?.outcome === 'share';
  return light && ['obj', 'xcomp'].includes(deprel) ? doerOf(tree, head, lexicon) : null;
}

/** "announced the sale": one's own doing. */
const announces = (tree: Tree, word: number, statement: Statement, lexicon: SpeechLexicon): boolean => {
  const noun = tree.words[word]!;
  const cue =
    statement.sentence === tree.sentence.index && statement.cueWord >= 0 ? tree.words[statement.cueWord]! : null;
  return cue !== null && isIn(lexicon, 'announcing-verb', cue.lemma) && noun.head === cue.index && isRel(noun, 'obj');
};

/** Mentions of one actor: the same chain, or the same country where one speaks for its government. */
function sameActor(mention: Mention, speaker: NonNullable<Statement['speaker']>): boolean {
  if ('chain' in speaker && speaker.chain !== null && mention.chain === speaker.chain) return true;
  return mention.actors.some((a) =>
    speaker.actors.some((b) => (a.id !== undefined && a.id === b.id) || speaksFor(b, a)),
  );
}

const speaksFor = (speaker: Actor, actor: Actor): boolean =>
  speaker.country !== null && speaker.country === actor.country && official(speaker) && official(actor);

const official = ({ kind, sector }: Actor): boolean => kind === 'country' || sector === 'GOV' || sector === 'MIL';

/** The statement's speaker is the one who does it: "Kim said he would visit". */
function isOwnAct(
  tree: Tree,
  word: number,
  statement: Statement,
  mentions: readonly Mention[],
  lexicon: SpeechLexicon,
): boolean {
  const { speaker } = statement;
  if (!speaker) return false;
  if (announces(tree, word, statement, lexicon)) return true;
  const doer = doerOf(tree, word, lexicon);
  if (!doer) return false;
  const lemma = doer.lemma.toLowerCase();
  if (statement.direct) return isIn(lexicon, 'first-person', lemma);
  if (overlaps({ from: doer.from, to: doer.to, part: tree.sentence.part }, speaker)) return true;
  if (['PROPN', 'NOUN'].includes(doer.upos) && speaker.text.toLowerCase() === doer.form.toLowerCase()) return true;
  const mention = mentions.find(
    (m) => m.sentence === tree.sentence.index && m.head === doer.index && m.kind !== 'modifier',
  );
  if (mention && sameActor(mention, speaker)) return true;
  return statement.sentence === tree.sentence.index && isIn(lexicon, 'third-person', lemma) && !mention?.actors.length;
}

/** "We urge Mali to stop", she said: the speaker of the quotation in which "I" or "we" does it. */
function selfOf(
  tree: Tree,
  word: number,
  statements: readonly Statement[],
  lexicon: SpeechLexicon,
): Mention | undefined {
  const doer = doerOf(tree, word, lexicon);
  if (!doer || !isIn(lexicon, 'first-person', doer.lemma.toLowerCase())) return undefined;
  const held = statementsAt(statements, tree.words[word]!.from, tree.sentence.part).filter((s) => s.direct);
  const speaker = held.sort((a, b) => size(a) - size(b))[0]?.speaker;
  return speaker && 'head' in speaker && speaker.actors.length ? speaker : undefined;
}

/** Who says so: the speaker, or the noun of saying itself ("rumours of torture"). */
function speakerOf({ speaker, cue, cueWord, sentence, kind }: Statement, tree: Tree): Said['speaker'] {
  if (
    speaker ||
    kind !== 'says' ||
    sentence !== tree.sentence.index ||
    cueWord < 0 ||
    tree.words[cueWord]!.upos !== 'NOUN'
  )
    return speaker;
  return { ...cue, actors: [] };
}

/** "amid fears of an attack": nobody says so. */
const isThoughtNoun = ({ kind, sentence, cueWord }: Statement, tree: Tree): boolean =>
  kind === 'thinks' && sentence === tree.sentence.index && tree.words[cueWord]?.upos === 'NOUN';

function saidOf(
  tree: Tree,
  word: number,
  statements: readonly Statement[],
  mentions: readonly Mention[],
  lexicon: SpeechLexicon,
): Said[] {
  const { from } = tree.words[word]!;
  return statementsAt(statements, from, tree.sentence.part)
    .filter((s) => REPORTING.has(s.kind ?? 'says') && !isThoughtNoun(s, tree))
    .filter(
      (s) =>
        !(s.sentence === tree.sentence.index && s.cueWord === word) &&
        (s.stance !== 'affirms' || !isOwnAct(tree, word, s, mentions, lexicon)),
    )
    .sort((a, b) => size(a) - size(b))
    .map((s) => ({ speaker: speakerOf(s, tree), cue: s.cue, direct: s.direct, stance: s.stance }))
    .filter((s) => s.speaker !== null);
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
  const said = saidOf(tree, word, statements, context.mentions ?? [], lexicon);
  if (told.alleged) {
    const { from, to, form } = told.alleged;
    said.push({
      speaker: null,
      cue: { from, to, part: tree.sentence.part, text: form },
      direct: false,
      stance: 'affirms',
    });
  }
  // What is only asked, doubted, or not denied may be so.
  if (said.some((s) => s.stance === 'doubts') && told.modality === 'actual' && !said.some((s) => s.stance === 'denies'))
    told.modality = 'hypothetical';
  const history = readHistory(tree, word, article, context.when ?? null, lexicon);
  const steps = [...told.steps, ...(history ? [history] : []), ...said.map(tellSaid)].filter((s) => s !== '');
  const negated = told.negated && !said.some((s) => s.stance === 'denies');
  const self = selfOf(tree, word, statements, lexicon);
  return { modality: told.modality, negated, historical: history !== null, said, steps, ...(self && { self }) };
}

function tellSaid({ speaker, cue, stance }: Said): string {
  return `"${speaker?.text ?? 'somebody unnamed'}" ${stance} it ("${cue.text}")`;
}
