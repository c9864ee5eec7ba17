import type { Sentence, Token, Tree, Word } from './nouns.ts';
import { makeTree } from './tree.ts';

interface Line {
  readonly id: string;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly range: readonly [number, number] | null;
}

function readLine(line: string): Line {
  const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '0', deprel = '', , misc = ''] =
    line.split('\t');
  const range = /TokenRange=(\d+):(\d+)/.exec(misc);
  return {
    id,
    form,
    lemma,
    upos,
    xpos,
    head: Number(head),
    deprel,
    range: range && [Number(range[1]), Number(range[2])],
  };
}

/** Gives each word its place in the text: TokenRange where there is one, else by walking through `# text`. */
function placeWords(lines: readonly Line[], text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  let whole: { to: number; last: number } | null = null;
  for (const line of lines) {
    if (line.id.includes('.')) continue;
    const found = line.range?.[0] ?? text.indexOf(line.form, at);
    if (line.id.includes('-')) {
      const from = found < 0 ? at : found;
      whole = { to: line.range?.[1] ?? from + line.form.length, last: Number(line.id.split('-')[1]) };
      at = from;
      continue;
    }
    const inside = whole !== null && Number(line.id) <= whole.last;
    const from: number = inside ? Math.min(found < 0 ? at : found, whole!.to) : found < 0 ? at : found;
    const to: number =
      line.range?.[1] ?? (inside ? Math.min(from + line.form.length, whole!.to) : from + line.form.length);
    at = to;
    if (whole && Number(line.id) >= whole.last) whole = null;
    const { form, lemma, upos, xpos, deprel } = line;
    words.push({ index: words.length, from, to, form, lemma, upos, xpos, head: line.head - 1, deprel });
  }
  return words;
}

function sentenceOf(text: string, words: readonly Word[], index: number): Sentence {
  const tokens: Token[] = words.map(({ from, to, form }) => ({ from, to, form }));
  return {
    ...{ index, part: 'text', from: 0, to: text.length, paragraph: 0, kind: 'prose' },
    ...{ section: null, dateline: null, tokens },
  } as Sentence;
}

/** Reads trees from CoNLL-U; offsets count within each sentence's own `# text`. For tests and training, not for reading news. */
export function readConllu(conllu: string): { text: string; tree: Tree }[] {
  const found: { text: string; tree: Tree }[] = [];
  for (const block of conllu.split(/\n\s*\n/)) {
    const rows = block.split('\n').filter(Boolean);
    const lines = rows.filter((row) => !row.startsWith('#')).map(readLine);
    if (!lines.length) continue;
    const text = rows.find((row) => row.startsWith('# text = '))?.slice(9) ?? lines.map((l) => l.form).join(' ');
    const words = placeWords(lines, text);
    found.push({ text, tree: makeTree(sentenceOf(text, words, found.length), words) });
  }
  return found;
}
