/** Scores of arcs and labels from the vectors that the network leaves for each word. */
import type { Kernel } from './kernel.ts';
import { type Buffers, placeFloats } from './memory.ts';
import type { Model } from './model.ts';

export interface ArcScorer {
  /** Scores of heads for the n words from `start`: n rows of n + 1, the root first. */
  readonly arcs: (start: number, n: number) => Float32Array;
  /** The best label of each word under its head (-1: the root); "root" only for the root. */
  readonly labels: (start: number, heads: Int32Array) => Int32Array;
}

/** Sums in a fixed order, so that every machine rounds alike; n is even. */
function dot(a: Float32Array, i: number, b: Float32Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  for (let k = 0; k < n; k += 2) {
    s0 += a[i + k]! * b[j + k]!;
    s1 += a[i + k + 1]! * b[j + k + 1]!;
  }
  return s0 + s1;
}

function transpose(matrix: Float32Array, size: number): Float32Array {
  const out = new Float32Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) out[j * size + i] = matrix[i * size + j]!;
  return out;
}

/** Words that a sentence may have. */
export const LONGEST = 256;

export function makeArcScorer(kernel: Kernel, model: Model, buffers: Buffers): ArcScorer {
  const { arc, rel, labels } = model.header;
  const [rootArc, arcB] = [model.float('rootArc'), model.float('arcB')];
  const relBias = model.float('relOutBias');
  const relOut = placeFloats(kernel, model.float('relOut'));
  const turned = placeFloats(kernel, transpose(model.float('arcW'), arc));
  const square = kernel.reserve(LONGEST * LONGEST * 4);
  const rootLabel = labels.indexOf('root');
  const floats = (at: number, n: number) => new Float32Array(kernel.memory.buffer, at, n);

  const arcs = (start: number, n: number): Float32Array => {
    const [dep, head] = [buffers.arcDep + start * arc * 4, buffers.arcHead + start * arc * 4];
    kernel.productF(dep, turned, buffers.arcMixed, n, arc, arc);
    kernel.productF(buffers.arcMixed, head, square, n, n, arc);
    const [pairs, mixed, heads] = [floats(square, n * n), floats(buffers.arcMixed, n * arc), floats(head, n * arc)];
    const out = new Float32Array(n * (n + 1));
    const rootBias = dot(rootArc, 0, arcB, 0, arc);
    for (let i = 0; i < n; i++) out[i * (n + 1)] = dot(mixed, i * arc, rootArc, 0, arc) + rootBias;
    for (let j = 0; j < n; j++) {
      const bias = dot(heads, j * arc, arcB, 0, arc);
      for (let i = 0; i < n; i++) out[i * (n + 1) + j + 1] = pairs[i * n + j]! + bias;
    }
    return out;
  };

  const labelsOf = (start: number, heads: Int32Array): Int32Array => {
    const n = heads.length;
    const many = labels.length;
    const rows = new Int32Array(kernel.memory.buffer, buffers.headRows, n);
    for (let i = 0; i < n; i++) rows[i] = heads[i]! < 0 ? i : heads[i]!;
    const at = start * rel * 4;
    kernel.addRelu(buffers.relDep + at, buffers.relHead + at, buffers.headRows, buffers.joined, n, rel);
    kernel.productF(buffers.joined, relOut, buffers.labels, n, many, rel);
    const scores = floats(buffers.labels, n * many);
    return heads.map((head, i) => (head < 0 ? rootLabel : bestLabel(scores, i * many)));
  };

  const bestLabel = (scores: Float32Array, from: number): number => {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < labels.length; l++) {
      const score = scores[from + l]! + relBias[l]!;
      if (l !== rootLabel && score > most) [most, best] = [score, l];
    }
    return best;
  };
  return { arcs, labels: labelsOf };
}
