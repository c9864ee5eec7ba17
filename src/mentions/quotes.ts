/** Which words of a sentence stand in a quotation, and who says them. */
import type { Tree, Word } from '../nouns.ts';
import { dependents } from '../tree.ts';
import { isIn, type Reading } from './reading.ts';

/** What a sentence leaves for the next: an open quotation, and its paragraph. */
export interface QuoteState {
  readonly open: boolean;
  readonly paragraph: number;
}

const OPENS = new Set(['“', '``']);
const CLOSES = new Set(['”', "''"]);

/** The words between marks, the marks among them; a quotation ends with its paragraph unless the next begins with a mark. */
export function quotedWords(tree: Tree, before: QuoteState): { quoted: readonly boolean[]; after: QuoteState } {
  const { paragraph } = tree.sentence;
  let open = before.open && before.paragraph === paragraph;
  const quoted = tree.words.map(({ form }) => {
    const was = open;
    if (OPENS.has(form)) open = true;
    else if (CLOSES.has(form)) open = false;
    else if (form === '"') open = !open;
    return open || was;
  });
  return { quoted, after: { open, paragraph } };
}

/** Is the word the subject of a verb of saying? */
export function isSpeaker(reading: Reading, word: Word): boolean {
  const verb = word.deprel === 'nsubj' ? reading.tree.words[word.head] : undefined;
  return verb !== undefined && isIn(reading, 'saying-verb', verb.lemma);
}

/** Who says what a quoted word stands in, where the sentence tells it: the subject of a verb of saying outside the marks. */
export function speakerOf(reading: Reading, word: Word): Word | null {
  const { tree, quoted } = reading;
  const found = tree.words.filter(
    (w) => w.upos === 'VERB' && !quoted[w.index] && isIn(reading, 'saying-verb', w.lemma),
  );
  for (const verb of found.sort((a, b) => Math.abs(a.index - word.index) - Math.abs(b.index - word.index))) {
    const subject = dependents(tree, verb.index, 'nsubj').find((w) => !quoted[w.index]);
    if (subject) return subject;
  }
  return null;
}
