/** The network: words of many sentences in, scores out. Nothing is allocated while it runs but the results. */
import { type ArcScorer, makeArcScorer } from './heads.ts';
import { type Inputs, makeInputs } from './inputs.ts';
import { type Kernel, startKernel } from './kernel.ts';
import {
  BATCH_WORDS,
  type Buffers,
  type Direction,
  HEADS,
  type HeadName,
  type Matrix,
  makeBuffers,
  placeHeads,
  placeLayers,
} from './memory.ts';
import type { Model } from './model.ts';

export { BATCH_WORDS };

/** Scores of one batch, valid until the next. Rows are words in the order given. */
export interface Scores extends ArcScorer {
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  readonly uposWidth: number;
  readonly xposWidth: number;
}

export interface Network {
  /** Forms of sentences; together at most BATCH_WORDS words. */
  readonly run: (forms: readonly (readonly string[])[]) => Scores;
}

/** Sentences as lanes that run side by side, the longest first. */
interface Lanes {
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  readonly words: number;
}

function sortLanes(forms: readonly (readonly string[])[]): Lanes {
  let words = 0;
  const all = forms.map((f) => {
    const start = words;
    words += f.length;
    return { start, length: f.length };
  });
  all.sort((a, b) => b.length - a.length || a.start - b.start);
  return { starts: all.map((l) => l.start), lengths: all.map((l) => l.length), words };
}

interface Engine {
  readonly kernel: Kernel;
  readonly buffers: Buffers;
  readonly hidden: number;
  readonly unit: number;
}

const multiply = ({ kernel }: Engine, a: number, matrix: Matrix, c: number, m: number): void =>
  kernel.product(a, matrix.at, c, matrix.scale, matrix.bias, m, matrix.rows, matrix.columns);

/** Where a direction reads its input's part of the gates, by the word's row or by the row of `words`. */
interface Projected {
  readonly at: number;
  readonly words: Int32Array | null;
}

/** One direction of one layer, over all lanes at once, a step a word. */
function runDirection(
  engine: Engine,
  lanes: Lanes,
  recurrent: Matrix,
  projected: Projected,
  to: number,
  backward: boolean,
): void {
  const { kernel, buffers, hidden, unit } = engine;
  const { starts, lengths } = lanes;
  const many = starts.length;
  new Float32Array(kernel.memory.buffer, buffers.cell, many * hidden).fill(0);
  new Int16Array(kernel.memory.buffer, buffers.state, many * hidden).fill(0);
  const rows = new Int32Array(kernel.memory.buffer, buffers.rows, many);
  const inRows = new Int32Array(kernel.memory.buffer, buffers.inRows, many);
  const out = to + (backward ? hidden * 2 : 0);
  let active = many;
  for (let t = 0; t < (lengths[0] ?? 0); t++) {
    while (active > 0 && lengths[active - 1]! <= t) active -= 1;
    for (let k = 0; k < active; k++) {
      const row = starts[k]! + (backward ? lengths[k]! - 1 - t : t);
      rows[k] = row;
      inRows[k] = projected.words ? projected.words[row]! : row;
    }
    multiply(engine, buffers.state, recurrent, buffers.gates, active);
    kernel.lstmStep(
      buffers.gates,
      projected.at,
      4 * hidden,
      buffers.inRows,
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

type Layers = readonly (readonly Direction[])[];

/** Runs the layers; returns where the last one's output stands. */
function runLayers(engine: Engine, layers: Layers, lanes: Lanes, inputs: Inputs, words: Int32Array): number {
  const { buffers } = engine;
  let from = buffers.input;
  layers.forEach((directions, k) => {
    const to = buffers.layers[k % 2]!;
    directions.forEach(({ input, recurrent }, d) => {
      const backward = d === 1;
      const kept = { at: backward ? inputs.backward : inputs.forward, words };
      if (k > 0) multiply(engine, from, input, buffers.projected, lanes.words);
      const projected = k > 0 ? { at: buffers.projected, words: null } : kept;
      runDirection(engine, lanes, recurrent, projected, to, backward);
    });
    from = to;
  });
  return from;
}

/** Builds the network in a kernel of its own. */
export function makeNetwork(model: Model): Network {
  const kernel = startKernel();
  const { hidden, unit, arc } = model.header;
  const layers = placeLayers(kernel, model);
  const heads = placeHeads(kernel, model);
  const firsts = layers[0]!.map((d) => d.input);
  const buffers = makeBuffers(kernel, model, firsts[0]!.columns);
  const inputs = makeInputs(kernel, model, firsts, buffers.input);
  const words = new Int32Array(BATCH_WORDS);
  const scorer = makeArcScorer(kernel, model, buffers);
  const engine: Engine = { kernel, buffers, hidden, unit };
  const scores = (name: HeadName, many: number) =>
    new Float32Array(kernel.memory.buffer, buffers[name], many * heads[name].rows);

  return {
    run: (forms) => {
      const lanes = sortLanes(forms);
      inputs.look(forms, words);
      const encoded = runLayers(engine, layers, lanes, inputs, words);
      for (const name of HEADS) multiply(engine, encoded, heads[name], buffers[name], lanes.words);
      kernel.relu(buffers.arcDep, lanes.words * arc);
      kernel.relu(buffers.arcHead, lanes.words * arc);
      const [uposWidth, xposWidth] = [heads.upos.rows, heads.xpos.rows];
      return { upos: scores('upos', lanes.words), xpos: scores('xpos', lanes.words), uposWidth, xposWidth, ...scorer };
    },
  };
}
