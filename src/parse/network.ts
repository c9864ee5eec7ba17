/** The network: words of many sentences in, scores out. Nothing is allocated while it runs but the results. */
import { makeEmbedder } from './embed.ts';
import { type ArcScorer, makeArcScorer } from './heads.ts';
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

/** One direction of one layer, over all lanes at once, a step a word. */
function runDirection(
  engine: Engine,
  lanes: Lanes,
  { input, recurrent }: Direction,
  from: number,
  to: number,
  backward: boolean,
): void {
  const { kernel, buffers, hidden, unit } = engine;
  multiply(engine, from, input, buffers.projected, lanes.words);
  const many = lanes.starts.length;
  new Float32Array(kernel.memory.buffer, buffers.cell, many * hidden).fill(0);
  new Int16Array(kernel.memory.buffer, buffers.state, many * hidden).fill(0);
  const rows = new Int32Array(kernel.memory.buffer, buffers.rows, many);
  const out = to + (backward ? hidden * 2 : 0);
  let active = many;
  for (let t = 0; t < (lanes.lengths[0] ?? 0); t++) {
    while (active > 0 && lanes.lengths[active - 1]! <= t) active -= 1;
    for (let k = 0; k < active; k++) rows[k] = lanes.starts[k]! + (backward ? lanes.lengths[k]! - 1 - t : t);
    multiply(engine, buffers.state, recurrent, buffers.gates, active);
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

/** Runs the layers; returns where the last one's output stands. */
function runLayers(engine: Engine, layers: readonly (readonly Direction[])[], lanes: Lanes): number {
  let from = engine.buffers.input;
  layers.forEach(([forward, backward], k) => {
    const to = engine.buffers.layers[k % 2]!;
    runDirection(engine, lanes, forward!, from, to, false);
    runDirection(engine, lanes, backward!, from, to, true);
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
  const width = layers[0]![0]!.input.columns;
  const buffers = makeBuffers(kernel, model, width);
  const embed = makeEmbedder(model);
  const scorer = makeArcScorer(kernel, model, buffers);
  const engine: Engine = { kernel, buffers, hidden, unit };
  const scores = (name: HeadName, words: number) =>
    new Float32Array(kernel.memory.buffer, buffers[name], words * heads[name].rows);

  return {
    run: (forms) => {
      const lanes = sortLanes(forms);
      const input = new Int16Array(kernel.memory.buffer, buffers.input, lanes.words * width);
      let row = 0;
      for (const sentence of forms) {
        sentence.forEach((form, i) => {
          embed(input.subarray(row * width, (row + 1) * width), form, i === 0);
          row += 1;
        });
      }
      const encoded = runLayers(engine, layers, lanes);
      for (const name of HEADS) multiply(engine, encoded, heads[name], buffers[name], lanes.words);
      kernel.relu(buffers.arcDep, lanes.words * arc);
      kernel.relu(buffers.arcHead, lanes.words * arc);
      const [uposWidth, xposWidth] = [heads.upos.rows, heads.xpos.rows];
      return { upos: scores('upos', lanes.words), xpos: scores('xpos', lanes.words), uposWidth, xposWidth, ...scorer };
    },
  };
}
