/** Parse: sentences to trees. The only room that knows the model; anything with this interface can stand in its place. */
import type { Sentence, Tree } from '../nouns.ts';
import { makeTree } from '../tree.ts';
import { bestTree } from './decode.ts';
import { LONGEST } from './heads.ts';
import { type LemmaData, type Lemmatizer, makeLemmatizer } from './lemma.ts';
import { mendTree } from './mend.ts';
import { type Model, readModel } from './model.ts';
import { BATCH_WORDS, makeNetwork, type Network, type Scores } from './network.ts';

export { writeConllu } from './conllu.ts';
export type { LemmaData } from './lemma.ts';

/** A form, and one that the model knows and that reads like it ("Marovia": "Iran"). */
export type Familiar = ReadonlyMap<string, string>;

export interface Parser {
  /**
   * A tree for each sentence, in order. Deterministic: a sentence's tree does not depend on its neighbours. `familiar`: forms
   * that are read as if others stood there, where the model has never met them.
   */
  readonly parse: (sentences: readonly Sentence[], familiar?: Familiar) => Tree[];
}

function best(scores: Float32Array, row: number, width: number, many: number): number {
  let at = 0;
  for (let k = 1; k < many; k++) if (scores[row * width + k]! > scores[row * width + at]!) at = k;
  return at;
}

/** Forms that are read on their own: a dateline is no part of the clause behind it. */
function piecesOf({ tokens, dateline }: Sentence): string[][] {
  const forms = tokens.map((t) => t.form);
  const cut = dateline ? tokens.findIndex((t) => t.from >= dateline.to) : -1;
  return cut > 0 ? [forms.slice(0, cut), forms.slice(cut)] : [forms];
}

/** Heads and labels of pieces side by side; earlier pieces hang on the root of the last. */
function joinPieces(pieces: readonly string[][], start: number, scores: Scores, model: Model): [number, string][] {
  const { labels } = model.header;
  const all: [number, string][] = [];
  let rootBefore = -1;
  for (const { length } of pieces) {
    const from = all.length;
    const heads = bestTree(scores.arcs(start + from, length), length);
    const relations = scores.labels(start + from, heads);
    heads.forEach((head, i) => {
      all.push([head < 0 ? -1 : from + head, labels[relations[i]!]!]);
    });
    const root = from + heads.indexOf(-1);
    if (rootBefore >= 0) all[rootBefore] = [root, 'parataxis'];
    rootBefore = root;
  }
  return all;
}

type Arc = readonly [head: number, deprel: string];

/**
 * What the tree says of a word's tags: "is threatening to leave" has an auxiliary and is a verb, as is "plans" with a subject
 * and no copula; "Pirates" is no name in one tag set and a common noun in the other.
 */
function agreedTags(upos: string, xpos: string, word: number, arcs: readonly Arc[]): [string, string] {
  const has = (deprel: string): boolean => arcs.some(([h, d]) => h === word && d === deprel);
  if (upos === 'ADJ' && xpos === 'VBG' && has('aux')) return ['VERB', xpos];
  if (upos === 'NOUN' && xpos === 'NNS' && arcs[word]![1] === 'root' && has('nsubj') && has('acl') && !has('cop'))
    return ['VERB', 'VBZ'];
  return [upos === 'PROPN' && xpos === 'NNS' ? 'NOUN' : upos, xpos];
}

function treeOf(sentence: Sentence, start: number, scores: Scores, model: Model, lemmatize: Lemmatizer): Tree {
  const { upos: uposNames, xpos: xposNames } = model.header;
  const arcs = joinPieces(piecesOf(sentence), start, scores, model);
  const words = sentence.tokens.map(({ from, to, form }, i) => {
    const tag = uposNames[best(scores.upos, start + i, scores.uposWidth, uposNames.length)]!;
    const fine = xposNames[best(scores.xpos, start + i, scores.xposWidth, xposNames.length)]!;
    const [head, deprel] = arcs[i]!;
    const [upos, xpos] = agreedTags(tag, fine, i, arcs);
    return { index: i, from, to, form, lemma: lemmatize(form, upos, xpos), upos, xpos, head, deprel };
  });
  mendTree(words);
  return makeTree(sentence, words);
}

/** Sentences in groups that fit the network's buffers. */
function* groups(sentences: readonly Sentence[]): Generator<Sentence[]> {
  let group: Sentence[] = [];
  let words = 0;
  for (const sentence of sentences) {
    if (sentence.tokens.length > LONGEST)
      throw new RangeError(`a sentence has ${sentence.tokens.length} words; cut it at ${LONGEST} or fewer`);
    if (words + sentence.tokens.length > BATCH_WORDS && group.length) {
      yield group;
      [group, words] = [[], 0];
    }
    group.push(sentence);
    words += sentence.tokens.length;
  }
  if (group.length) yield group;
}

function parseGroup(
  group: readonly Sentence[],
  network: Network,
  model: Model,
  lemmatize: Lemmatizer,
  familiar: Familiar | undefined,
): Tree[] {
  const known = (form: string): string =>
    (model.knownRow.has(form.toLowerCase()) ? undefined : familiar?.get(form)) ?? form;
  const pieces = group.flatMap(piecesOf);
  const scores = network.run(familiar?.size ? pieces.map((forms) => forms.map(known)) : pieces);
  let start = 0;
  return group.map((sentence) => {
    const tree = treeOf(sentence, start, scores, model, lemmatize);
    start += sentence.tokens.length;
    return tree;
  });
}

/** Makes a parser from the packed model and the lemma table. Throws RangeError for a sentence of more than 256 words. */
export function loadParser(bytes: Uint8Array, lemmas: LemmaData): Parser {
  const model = readModel(bytes);
  const network = makeNetwork(model);
  const lemmatize = makeLemmatizer(lemmas);
  return {
    parse: (sentences, familiar) =>
      [...groups(sentences)].flatMap((group) => parseGroup(group, network, model, lemmatize, familiar)),
  };
}
