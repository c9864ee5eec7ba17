/** The network: words of many sentences in, scores out. No allocation while it runs but for the results. */
import { hashedFeatures, normalForm, shapeOf } from './features.ts';
import { type Kernel, startKernel } from './kernel.ts';
import type { Model } from './model.ts';

/** At most this many words go through at once. */
export const BATCH_WORDS = 1024;

const GLOVE = 100;
const HASHES = 8;

interface Matrix {
  readonly at: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
}

/** Scores of one batch, valid until the next. Rows are words in the order given. */
export interface Scores {
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  readonly uposWidth: number;
  readonly xposWidth: number;
  /** Scores of heads for the words of one sentence: n rows of n + 1, the root first. */
  readonly arcs: (start: number, n: number) => Float32Array;
  /** The best label of a word under a head (-1: the root), "root" only for the root. */
  readonly label: (start: number, word: number, head: number) => number;
}

export interface Network {
  readonly run: (forms: readonly (readonly string[])[]) => Scores;
}

function place(kernel: Kernel, values: Float32Array): number {
  const at = kernel.reserve(values.length * 4);
  new Float32Array(kernel.memory.buffer, at, values.length).set(values);
  return at;
}

function placeMatrix(kernel: Kernel, model: Model, name: string, scaleName: string, biasName: string | null): Matrix {
  const { data, rows, columns } = model.int8(name);
  const at = kernel.reserve(data.length * 2);
  new Int16Array(kernel.memory.buffer, at, data.length).set(data);
  const scale = place(kernel, model.float(scaleName));
  const bias = place(kernel, biasName ? model.float(biasName) : new Float32Array(rows));
  return { at, scale, bias, rows, columns };
}

const headMatrix = (kernel: Kernel, model: Model, name: string): Matrix =>
  placeMatrix(kernel, model, `${name}.w`, `${name}.ws`, `${name}.bias`);

function placeLayers(kernel: Kernel, model: Model): Direction[][] {
  return Array.from({ length: model.header.layers }, (_, k) =>
    ['f', 'b'].map((d) => ({
      input: placeMatrix(kernel, model, `l${k}${d}.w`, `l${k}${d}.ws`, `l${k}${d}.bias`),
      recurrent: placeMatrix(kernel, model, `l${k}${d}.u`, `l${k}${d}.us`, null),
    })),
  );
}

/** Fills rows of the first layer's input with the tables' int8 values. */
function makeEmbedder(model: Model, width: number) {
  const glove = model.int8('glove');
  const known = model.int8('known');
  const hashed = model.int8('hashed');
  const shape = model.int8('shape');
  const buckets = new Int32Array(HASHES);
  const knownAt = GLOVE;
  const hashedAt = knownAt + known.columns;
  const shapeAt = hashedAt + hashed.columns;
  return (row: Int16Array, form: string, first: boolean): void => {
    row.fill(0, 0, width);
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

interface Table {
  readonly data: Int8Array;
  readonly columns: number;
}

function copyRow({ data, columns }: Table, index: number, row: Int16Array, at: number): void {
  const from = index * columns;
  for (let j = 0; j < columns; j++) row[at + j] = data[from + j]!;
}

/** Buffers in the kernel's memory. */
function makeBuffers(kernel: Kernel, model: Model, inputWidth: number) {
  const { hidden, arc, rel } = model.header;
  const words = BATCH_WORDS + 4;
  const size = (n: number, bytes: number) => kernel.reserve(n * bytes);
  const tagWidth = (name: string) => model.int8(`${name}.w`).rows;
  return {
    input: size(words * inputWidth, 2),
    layers: [size(words * 2 * hidden, 2), size(words * 2 * hidden, 2)],
    projected: size(words * 4 * hidden, 4),
    gates: size(words * 4 * hidden, 4),
    cell: size(words * hidden, 4),
    state: size(words * hidden, 2),
    rows: size(words, 4),
    arcDep: size(words * arc, 4),
    arcHead: size(words * arc, 4),
    arcMixed: size(words * arc, 4),
    relDep: size(words * rel, 4),
    relHead: size(words * rel, 4),
    upos: size(words * tagWidth('upos'), 4),
    xpos: size(words * tagWidth('xpos'), 4),
  };
}

interface Lanes {
  /** Sentences, the longest first. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

function sortLanes(forms: readonly (readonly string[])[]): Lanes {
  let at = 0;
  const all = forms.map((f) => {
    const start = at;
    at += f.length;
    return { start, length: f.length };
  });
  all.sort((a, b) => b.length - a.length || a.start - b.start);
  return { starts: all.map((l) => l.start), lengths: all.map((l) => l.length) };
}

/** Builds the network in a kernel of its own. */
export function makeNetwork(model: Model): Network {
  const kernel = startKernel();
  const { hidden, unit, arc, rel, labels } = model.header;
  const layers = placeLayers(kernel, model);
  const heads = Object.fromEntries(
    ['arcDep', 'arcHead', 'relDep', 'relHead', 'upos', 'xpos'].map((n) => [n, headMatrix(kernel, model, n)]),
  );
  const inputWidth = layers[0]![0]!.input.columns;
  const buffers = makeBuffers(kernel, model, inputWidth);
  const embed = makeEmbedder(model, inputWidth);
  const view = {
    i16: new Int16Array(kernel.memory.buffer),
    i32: new Int32Array(kernel.memory.buffer),
    f32: new Float32Array(kernel.memory.buffer),
  };
  const multiply = (a: number, matrix: Matrix, c: number, m: number) =>
    kernel.product(a, matrix.at, c, matrix.scale, matrix.bias, m, matrix.rows, matrix.columns);

  function runDirection(
    lanes: Lanes,
    { input, recurrent }: Direction,
    from: number,
    to: number,
    total: number,
    backward: boolean,
  ): void {
    multiply(from, input, buffers.projected, total);
    const many = lanes.starts.length;
    view.f32.fill(0, buffers.cell >> 2, (buffers.cell >> 2) + many * hidden);
    view.i16.fill(0, buffers.state >> 1, (buffers.state >> 1) + many * hidden);
    let active = many;
    for (let t = 0; t < (lanes.lengths[0] ?? 0); t++) {
      while (active > 0 && lanes.lengths[active - 1]! <= t) active -= 1;
      for (let k = 0; k < active; k++)
        view.i32[(buffers.rows >> 2) + k] = lanes.starts[k]! + (backward ? lanes.lengths[k]! - 1 - t : t);
      multiply(buffers.state, recurrent, buffers.gates, active);
      const out = to + (backward ? hidden * 2 : 0);
      kernel.lstmStep(
        buffers.gates,
        buffers.projected,
        4 * hidden,
        buffers.rows,
        buffers.cell,
        buffers.state,
        out,
        2 * hidden,
        active,
        hidden,
        unit,
      );
    }
  }

  function encode(forms: readonly (readonly string[])[]): number {
    let row = 0;
    for (const sentence of forms) {
      for (let i = 0; i < sentence.length; i++, row++) {
        const at = (buffers.input >> 1) + row * inputWidth;
        embed(view.i16.subarray(at, at + inputWidth), sentence[i]!, i === 0);
      }
    }
    const lanes = sortLanes(forms);
    let from = buffers.input;
    layers.forEach(([forward, backward], k) => {
      const to = buffers.layers[k % 2]!;
      runDirection(lanes, forward!, from, to, row, false);
      runDirection(lanes, backward!, from, to, row, true);
      from = to;
    });
    for (const [name, matrix] of Object.entries(heads)) multiply(from, matrix, buffers[name as 'upos'], row);
    return row;
  }

  const rootArc = model.float('rootArc');
  const rootRel = model.float('rootRel');
  const arcB = model.float('arcB');
  const relOut = model.float('relOut');
  const relBias = model.float('relOutBias');
  const rootLabel = labels.indexOf('root');
  const floats = (at: number, n: number) => view.f32.subarray(at >> 2, (at >> 2) + n);
  const matrixW = model.float('arcW');

  /** dep_i · W · head_j + head_j · b; the root's column from its own vector. */
  function arcScores(start: number, n: number): Float32Array {
    const out = new Float32Array(n * (n + 1));
    const dep = floats(buffers.arcDep + start * arc * 4, n * arc);
    const head = floats(buffers.arcHead + start * arc * 4, n * arc);
    const mixed = floats(buffers.arcMixed, n * arc);
    transposeProduct(dep, matrixW, mixed, n, arc);
    const bias = new Float32Array(n + 1);
    for (let j = 0; j < n; j++) bias[j + 1] = dot(head, j * arc, arcB, 0, arc);
    bias[0] = dot(rootArc, 0, arcB, 0, arc);
    for (let i = 0; i < n; i++) {
      out[i * (n + 1)] = dot(mixed, i * arc, rootArc, 0, arc) + bias[0]!;
      for (let j = 0; j < n; j++) out[i * (n + 1) + j + 1] = dot(mixed, i * arc, head, j * arc, arc) + bias[j + 1]!;
    }
    return out;
  }

  const joined = new Float32Array(rel);
  function label(start: number, word: number, head: number): number {
    const dep = floats(buffers.relDep + (start + word) * rel * 4, rel);
    const above = head < 0 ? rootRel : floats(buffers.relHead + (start + head) * rel * 4, rel);
    for (let k = 0; k < rel; k++) joined[k] = Math.max(0, dep[k]! + above[k]!);
    if (head < 0) return rootLabel;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < labels.length; l++) {
      if (l === rootLabel) continue;
      const score = dot(joined, 0, relOut, l * rel, rel) + relBias[l]!;
      if (score > most) {
        most = score;
        best = l;
      }
    }
    return best;
  }

  view.i16 = new Int16Array(kernel.memory.buffer);
  view.i32 = new Int32Array(kernel.memory.buffer);
  view.f32 = new Float32Array(kernel.memory.buffer);
  return {
    run: (forms) => {
      const words = encode(forms);
      kernel.relu(buffers.arcDep, words * arc);
      kernel.relu(buffers.arcHead, words * arc);
      const [uposWidth, xposWidth] = [heads.upos!.rows, heads.xpos!.rows];
      return {
        ...{
          upos: floats(buffers.upos, words * uposWidth),
          xpos: floats(buffers.xpos, words * xposWidth),
          uposWidth,
          xposWidth,
        },
        ...{ arcs: arcScores, label },
      };
    },
  };
}

function dot(a: Float32Array, i: number, b: Float32Array, j: number, n: number): number {
  let [s0, s1] = [0, 0];
  for (let k = 0; k < n; k += 2) {
    s0 += a[i + k]! * b[j + k]!;
    s1 += a[i + k + 1]! * b[j + k + 1]!;
  }
  return s0 + s1;
}

/** out = a · W for n rows of `size`. */
function transposeProduct(a: Float32Array, w: Float32Array, out: Float32Array, n: number, size: number): void {
  for (let i = 0; i < n; i++) {
    out.fill(0, i * size, (i + 1) * size);
    for (let k = 0; k < size; k++) {
      const x = a[i * size + k]!;
      if (x === 0) continue;
      for (let j = 0; j < size; j++) out[i * size + j]! += x * w[k * size + j]!;
    }
  }
}
