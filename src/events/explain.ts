import type { Mention, Tree } from '../nouns.ts';
import { attempts, findCandidates } from './find.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Miss } from './match.ts';
import { fateOf } from './refine.ts';

export interface EventExplanation {
  readonly word: string;
  /** The rule that won, with what it rests on; null where none did. */
  readonly won: string | null;
  /** Rules that were tried first and why they stopped, the nearest first. */
  readonly missed: readonly string[];
}

const MOST_MISSES = 4;

const tellMiss = ({ sense, why }: Miss): string =>
  `${sense.rule}${sense.rest.length ? ` ("${sense.lemma} ${sense.rest.join(' ')}")` : ''}: ${why}`;

/** For every predicate that the lexicon knows: which sense won, and which came near and where they stopped. */
export function explainEvents(tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon): EventExplanation[] {
  return attempts(tree, mentions, lexicon).map(({ word, match, misses, light }) => ({
    word: tree.words[word]!.form,
    won: match ? [match.sense.rule, ...match.notes].join('; ') : null,
    missed:
      light === 'ends'
        ? ['the verb above ends the event, so that it is no event here']
        : [...misses]
            .sort((a, b) => b.passed - a.passed)
            .slice(0, MOST_MISSES)
            .map(tellMiss),
  }));
}

/**
 * Why a sentence is not coded as the type: the sense of it that came nearest and where it stopped, or what took it away.
 * One line, for people.
 */
export function whyNot(tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon, type: string): string {
  const { drafts, hushed } = findCandidates(tree, mentions, lexicon);
  const draft = drafts.find((d) => d.type === type);
  if (draft) {
    const fate = fateOf(tree, drafts, draft, lexicon, hushed);
    return fate
      ? `${draft.rule} won at "${draft.cue.text}", but ${fate}`
      : `it is: ${draft.rule} at "${draft.cue.text}"`;
  }
  const tried = attempts(tree, mentions, lexicon, type);
  const beaten = tried.find((a) => a.match);
  if (beaten) {
    const winner = drafts.find((d) => d.word === beaten.word);
    const { sense } = beaten.match!;
    return `${sense.rule} fits "${tree.words[beaten.word]!.form}", but ${winner?.rule ?? 'another sense'} asks for more and goes before it`;
  }
  const [nearest] = tried
    .flatMap(({ word, misses }) => misses.map((miss) => ({ word, miss })))
    .sort((a, b) => b.miss.passed - a.miss.passed);
  const isEnded = tried.some((a) => a.light === 'ends');
  if (isEnded && !nearest?.miss.passed) return 'the verb above ends the event, so that it is no event here';
  if (nearest) return `nearest at "${tree.words[nearest.word]!.form}": ${tellMiss(nearest.miss)}`;
  return `no word of the sentence has a sense of ${type}`;
}
