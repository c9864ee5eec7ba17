/** What the parser's browser test runs in a worker, and in Node: article texts in, words and trees out. */
import { type LemmaData, loadParser } from '../../src/parse/index.ts';
import { splitSentences } from '../../src/text/index.ts';

export interface ReaderInput {
  readonly model: Uint8Array;
  readonly lemmas: LemmaData;
  readonly texts: readonly string[];
}

/** The words of every sentence with their tags, lemmas, heads and labels, as JSON. */
export function readTexts({ model, lemmas, texts }: ReaderInput): string {
  const parser = loadParser(model, lemmas);
  const read = (text: string) => parser.parse(splitSentences({ id: '', date: null, title: null, text }));
  return JSON.stringify(texts.map((text) => read(text).map((tree) => tree.words)));
}
