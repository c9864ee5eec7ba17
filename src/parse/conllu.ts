import type { Tree, Word } from '../nouns.ts';

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim() || '_';

const row = (...columns: (string | number)[]): string => columns.join('\t');

/** A word's line; `TokenRange` gives its place in the article, except inside a multiword token, whose line has it. */
function wordLine(word: Word, last: boolean, spaceAfter: boolean): string {
  const misc = [...(spaceAfter || last ? [] : ['SpaceAfter=No']), `TokenRange=${word.from}:${word.to}`].join('|');
  return row(
    word.index + 1,
    clean(word.form),
    clean(word.lemma),
    word.upos,
    word.xpos || '_',
    '_',
    word.head + 1,
    word.deprel,
    '_',
    misc,
  );
}

function treeLines(tree: Tree, text: string, id: string, number: number): string[] {
  const { sentence, words } = tree;
  const lines = [`# sent_id = ${clean(id)}-${number}`, `# text = ${clean(text.slice(sentence.from, sentence.to))}`];
  words.forEach((word, i) => {
    const whole = sentence.tokens[i]?.multiwordTo;
    const next = words[i + 1];
    if (whole !== undefined && next) {
      let last = i + 1;
      while (last + 1 < words.length && words[last + 1]!.to <= whole) last += 1;
      lines.push(
        row(
          `${i + 1}-${last + 1}`,
          clean(text.slice(word.from, whole)),
          '_',
          '_',
          '_',
          '_',
          '_',
          '_',
          '_',
          `TokenRange=${word.from}:${whole}`,
        ),
      );
    }
    lines.push(wordLine(word, i === words.length - 1, next ? next.from > word.to : true));
  });
  return [...lines, ''];
}

/** CoNLL-U of an article's trees: `# newdoc id`, `# sent_id`, `# text`, and `TokenRange=from:to` in MISC. */
export function writeConllu(
  id: string,
  trees: readonly Tree[],
  texts: { readonly text: string; readonly title: string | null },
): string {
  const lines = [`# newdoc id = ${clean(id)}`];
  for (const [i, tree] of trees.entries()) {
    const text = tree.sentence.part === 'title' ? (texts.title ?? '') : texts.text;
    lines.push(...treeLines(tree, text, id, i + 1));
  }
  return `${lines.join('\n')}\n`;
}
