import { hashedFeatures, normalForm, shapeOf } from './features.ts';
import type { Model } from './model.ts';

const HASHES = 8;

interface Table {
  readonly data: Int8Array;
  readonly columns: number;
}

function copyRow({ data, columns }: Table, index: number, row: Int16Array, at: number): void {
  const from = index * columns;
  for (let j = 0; j < columns; j++) row[at + j] = data[from + j]!;
}

/** Fills a row of the first layer's input with the int8 values of a word's vectors. */
export function makeEmbedder(model: Model): (row: Int16Array, form: string, first: boolean) => void {
  const [glove, known, hashed, shape] = [
    model.int8('glove'),
    model.int8('known'),
    model.int8('hashed'),
    model.int8('shape'),
  ];
  const buckets = new Int32Array(HASHES);
  const knownAt = glove.columns;
  const hashedAt = knownAt + known.columns;
  const shapeAt = hashedAt + hashed.columns;
  return (row, form, first) => {
    row.fill(0);
    const name = normalForm(form);
    copyRow(glove, model.vectorRow.get(name) ?? 0, row, 0);
    copyRow(known, model.knownRow.get(name) ?? 0, row, knownAt);
    hashedFeatures(form, model.header.buckets, buckets, 0);
    for (let k = 0; k < HASHES; k++) {
      const from = buckets[k]! * hashed.columns;
      for (let j = 0; j < hashed.columns; j++) row[hashedAt + j]! += hashed.data[from + j]!;
    }
    copyRow(shape, shapeOf(form, first), row, shapeAt);
  };
}
