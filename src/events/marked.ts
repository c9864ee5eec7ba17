/** Example sentences with the answer written in them: "[A France] *condemned* [R Syria]". For tests and the linter. */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import type { EventLexicon } from './lexicon.ts';

export interface Mark {
  /** A: actor, R: recipient, M: a party named but in neither place. */
  readonly role: 'A' | 'R' | 'M' | 'cue';
  readonly from: number;
  readonly to: number;
}

export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Takes the marks out of an example. */
export function readMarked(example: string): Marked {
  const marks: Mark[] = [];
  let text = '';
  let open: { role: Mark['role']; from: number } | null = null;
  for (const [piece] of example.matchAll(/\[[ARM] |\]|\*|[^[\]*]+|\[/g)) {
    if (/^\[[ARM] $/.test(piece)) open = { role: piece[1] as 'A', from: text.length };
    else if (piece === '*' && open?.role !== 'cue') open = { role: 'cue', from: text.length };
    else if ((piece === ']' || piece === '*') && open) {
      marks.push({ ...open, to: text.length });
      open = null;
    } else text += piece;
  }
  return { text, marks };
}

/** Enough of an actor for the conditions of a frame, by the words that name it. */
function actorFor(words: readonly Word[], text: string, country: string, lexicon: EventLexicon): Actor {
  const has = (name: string): boolean => words.some((w) => lexicon.inClass(name, w.lemma.toLowerCase()));
  if (has('example-armed')) return { name: text, kind: 'group', country, sector: 'MIL' };
  if (has('example-people')) return { name: text, kind: 'people', country, sector: 'CVL' };
  const official = words.find((w) => lexicon.inClass('example-official', w.lemma.toLowerCase()));
  if (official) return { name: text, kind: official.xpos === 'NNS' ? 'people' : 'person', country, sector: 'GOV' };
  return { name: text, kind: 'country', country, sector: 'GOV' };
}

/** Mentions for the marked parties, with head words from the tree. */
export function mentionsOf(tree: Tree, { text, marks }: Marked, lexicon: EventLexicon): Mention[] {
  return marks
    .filter((m) => m.role !== 'cue')
    .flatMap(({ from, to, role }, index) => {
      const inside = tree.words.filter((w) => w.from >= from && w.to <= to);
      const [first, last] = [inside[0], inside.at(-1)];
      if (!first || !last) return [];
      const head = inside.findLast((w) => w.head < first.index || w.head > last.index) ?? last;
      const span = text.slice(from, to);
      const modifier = ['amod', 'nmod:poss', 'compound'].includes(head.deprel);
      return [
        {
          ...{ index, from, to, part: 'text' as const, text: span, sentence: tree.sentence.index, head: head.index },
          ...{
            first: first.index,
            last: last.index,
            kind: modifier ? ('modifier' as const) : ('name' as const),
            reading: 'actor' as const,
          },
          ...{ actors: [actorFor(inside, span, `X${role}${index}`, lexicon)], chain: null },
        },
      ];
    });
}

/** The tree that has the cue, of a text that may have several sentences. */
export const treeWithCue = (trees: readonly Tree[], { marks }: Marked): Tree | undefined => {
  const cue = marks.find((m) => m.role === 'cue');
  return trees.find((t) => cue && t.sentence.from <= cue.from && cue.to <= t.sentence.to);
};
