/** The network's weights and buffers in the kernel's memory. */
import type { Kernel } from './kernel.ts';
import type { Model } from './model.ts';

/** At most this many words go through at once. */
export const BATCH_WORDS = 1024;

export interface Matrix {
  readonly at: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

/** One direction of a recurrent layer. */
export interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
}

/** Puts values into the kernel's memory; returns where. */
export function placeFloats(kernel: Kernel, values: Float32Array): number {
  const at = kernel.reserve(values.length * 4);
  new Float32Array(kernel.memory.buffer, at, values.length).set(values);
  return at;
}

/** A matrix with its scales; rows of zeros make their number a multiple of four, as the kernel wants it. */
function placeMatrix(kernel: Kernel, model: Model, name: string, scaleName: string, biasName: string | null): Matrix {
  const { data, rows, columns } = model.int8(name);
  const full = (rows + 3) & ~3;
  const at = kernel.reserve(full * columns * 2);
  new Int16Array(kernel.memory.buffer, at, data.length).set(data);
  const padded = (values: Float32Array | null) => {
    const all = new Float32Array(full);
    if (values) all.set(values);
    return placeFloats(kernel, all);
  };
  const scale = padded(model.float(scaleName));
  const bias = padded(biasName ? model.float(biasName) : null);
  return { at, scale, bias, rows: full, columns };
}

export function placeLayers(kernel: Kernel, model: Model): Direction[][] {
  return Array.from({ length: model.header.layers }, (_, k) =>
    ['f', 'b'].map((d) => ({
      input: placeMatrix(kernel, model, `l${k}${d}.w`, `l${k}${d}.ws`, `l${k}${d}.bias`),
      recurrent: placeMatrix(kernel, model, `l${k}${d}.u`, `l${k}${d}.us`, null),
    })),
  );
}

export const HEADS = ['arcDep', 'arcHead', 'relDep', 'relHead', 'upos', 'xpos'] as const;

export type HeadName = (typeof HEADS)[number];

export function placeHeads(kernel: Kernel, model: Model): Record<HeadName, Matrix> {
  const place = (name: string) => placeMatrix(kernel, model, `${name}.w`, `${name}.ws`, `${name}.bias`);
  return Object.fromEntries(HEADS.map((name) => [name, place(name)])) as Record<HeadName, Matrix>;
}

/** Addresses of the buffers, each for a full batch. */
export function makeBuffers(kernel: Kernel, model: Model, inputWidth: number) {
  const { hidden, arc, rel, labels } = model.header;
  const words = BATCH_WORDS + 4;
  const size = (n: number, bytes: number) => kernel.reserve(n * bytes);
  const tagWidth = (name: string) => (model.int8(`${name}.w`).rows + 3) & ~3;
  return {
    input: size(words * inputWidth, 2),
    layers: [size(words * 2 * hidden, 2), size(words * 2 * hidden, 2)],
    projected: size(words * 4 * hidden, 4),
    gates: size(words * 4 * hidden, 4),
    cell: size(words * hidden, 4),
    state: size(words * hidden, 2),
    rows: size(words, 4),
    inRows: size(words, 4),
    headRows: size(words, 4),
    joined: size(words * rel, 4),
    labels: size(words * labels.length, 4),
    arcDep: size(words * arc, 4),
    arcHead: size(words * arc, 4),
    arcMixed: size(words * arc, 4),
    relDep: size(words * rel, 4),
    relHead: size(words * rel, 4),
    upos: size(words * tagWidth('upos'), 4),
    xpos: size(words * tagWidth('xpos'), 4),
  };
}

export type Buffers = ReturnType<typeof makeBuffers>;
