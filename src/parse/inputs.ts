/** The first layer's products with its input, which depend on a word alone: kept from batch to batch. */
import { makeEmbedder } from './embed.ts';
import type { Kernel } from './kernel.ts';
import { BATCH_WORDS, type Matrix } from './memory.ts';
import type { Model } from './model.ts';

/** Words kept before all are forgotten: about 20 MB. */
const MOST = 5 * BATCH_WORDS;

export interface Inputs {
  /** Where the products of the two directions stand, a row of `rows` floats for each word kept. */
  readonly forward: number;
  readonly backward: number;
  /** Fills `rows` with the row of each word, in order. */
  readonly look: (forms: readonly (readonly string[])[], rows: Int32Array) => void;
}

export function makeInputs(kernel: Kernel, model: Model, matrices: readonly Matrix[], input: number): Inputs {
  const [first, second] = [matrices[0]!, matrices[1]!];
  const size = (matrix: Matrix) => (MOST + 4) * matrix.rows * 4;
  const [forward, backward] = [kernel.reserve(size(first)), kernel.reserve(size(second))];
  const embed = makeEmbedder(model);
  const row = new Int16Array(first.columns);
  const kept = [new Map<string, number>(), new Map<string, number>()] as const;
  let many = 0;

  const add = (form: string, isFirst: boolean, fresh: number): void => {
    embed(row, form, isFirst);
    new Int16Array(kernel.memory.buffer, input + fresh * first.columns * 2, first.columns).set(row);
  };
  const multiply = (matrix: Matrix, to: number, from: number, fresh: number): void =>
    kernel.product(
      input,
      matrix.at,
      to + from * matrix.rows * 4,
      matrix.scale,
      matrix.bias,
      fresh,
      matrix.rows,
      matrix.columns,
    );

  const look = (forms: readonly (readonly string[])[], rows: Int32Array): void => {
    if (many + BATCH_WORDS > MOST) {
      for (const map of kept) map.clear();
      many = 0;
    }
    const before = many;
    let at = 0;
    for (const sentence of forms) {
      for (let i = 0; i < sentence.length; i++) {
        const form = sentence[i]!;
        const map = kept[i === 0 ? 1 : 0];
        let known = map.get(form);
        if (known === undefined) {
          known = many;
          add(form, i === 0, many - before);
          map.set(form, known);
          many += 1;
        }
        rows[at] = known;
        at += 1;
      }
    }
    if (many === before) return;
    multiply(first, forward, before, many - before);
    multiply(second, backward, before, many - before);
  };
  return { forward, backward, look };
}
