import type { Mention, Tree } from '../nouns.ts';
import { attempts } from './find.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Miss } from './match.ts';

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
