/** Scores of arcs and labels from the vectors that the network leaves for each word. */
import type { Kernel } from './kernel.ts';
import type { Buffers } from './memory.ts';
import type { Model } from './model.ts';

export interface ArcScorer {
  /** Scores of heads for the n words from `start`: n rows of n + 1, the root first. */
  readonly arcs: (start: number, n: number) => Float32Array;
  /** The best label of a word under a head (-1: the root); "root" only for the root. */
  readonly label: (start: number, word: number, head: number) => number;
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

export function makeArcScorer(kernel: Kernel, model: Model, buffers: Buffers): ArcScorer {
  const { arc, rel, labels } = model.header;
  const [rootArc, arcB] = [model.float('rootArc'), model.float('arcB')];
  const [relOut, relBias] = [model.float('relOut'), model.float('relOutBias')];
  const turned = kernel.reserve(arc * arc * 4);
  new Float32Array(kernel.memory.buffer, turned, arc * arc).set(transpose(model.float('arcW'), arc));
  const square = kernel.reserve(256 * 256 * 4);
  const rootLabel = labels.indexOf('root');
  const floats = (at: number, n: number) => new Float32Array(kernel.memory.buffer, at, n);
  const joined = new Float32Array(rel);

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

  const label = (start: number, word: number, head: number): number => {
    if (head < 0) return rootLabel;
    const dep = floats(buffers.relDep + (start + word) * rel * 4, rel);
    const above = floats(buffers.relHead + (start + head) * rel * 4, rel);
    for (let k = 0; k < rel; k++) joined[k] = Math.max(0, dep[k]! + above[k]!);
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < labels.length; l++) {
      if (l === rootLabel) continue;
      const score = dot(joined, 0, relOut, l * rel, rel) + relBias[l]!;
      if (score > most) [most, best] = [score, l];
    }
    return best;
  };
  return { arcs, label };
}
