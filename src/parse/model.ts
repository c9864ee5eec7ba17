/** The packed model: a JSON header and arrays. Written by train/export.py. */
import { KnowledgeError } from '../errors.ts';

interface Entry {
  readonly name: string;
  readonly type: 'i8' | 'f32';
  readonly shape: readonly number[];
  readonly offset: number;
}

interface Header {
  readonly format: string;
  readonly version: number;
  readonly hidden: number;
  readonly layers: number;
  readonly arc: number;
  readonly rel: number;
  /** int16 value that stands for 1 in the outputs of a layer. */
  readonly unit: number;
  readonly buckets: number;
  readonly labels: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly vectors: string;
  readonly known: string;
  readonly arrays: readonly Entry[];
}

export interface Model {
  readonly header: Omit<Header, 'vectors' | 'known' | 'arrays'>;
  /** Row of a word in the vector table; 0 is unknown. */
  readonly vectorRow: ReadonlyMap<string, number>;
  readonly knownRow: ReadonlyMap<string, number>;
  readonly int8: (name: string) => { readonly data: Int8Array; readonly rows: number; readonly columns: number };
  readonly float: (name: string) => Float32Array;
}

const MAGIC = 0x44524731;
const VERSION = 1;

const rowsOf = (names: string): Map<string, number> => new Map(names.split('\n').map((name, i) => [name, i + 1]));

/** Reads the packed model. Throws KnowledgeError where it is damaged or of another version. */
export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || view.getUint32(0, true) !== MAGIC)
    throw new KnowledgeError('K010', 'data/model.bin is no parser model; fetch the package again');
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Header;
  if (header.version !== VERSION)
    throw new KnowledgeError(
      'K011',
      `the model has version ${header.version}, this program reads ${VERSION}; update one of them`,
    );
  const start = bytes.byteOffset + 8 + length;
  const entries = new Map(header.arrays.map((e) => [e.name, e]));
  const entry = (name: string): Entry => {
    const found = entries.get(name);
    if (!found) throw new KnowledgeError('K012', `the model lacks "${name}"`);
    return found;
  };
  return {
    header,
    vectorRow: rowsOf(header.vectors),
    knownRow: rowsOf(header.known),
    int8: (name) => {
      const { shape, offset } = entry(name);
      const [rows = 0, columns = 0] = shape;
      return { data: new Int8Array(bytes.buffer, start + offset, rows * columns), rows, columns };
    },
    float: (name) => {
      const { shape, offset } = entry(name);
      const size = shape.reduce((a, b) => a * b, 1);
      return new Float32Array(bytes.buffer.slice(start + offset, start + offset + size * 4));
    },
  };
}
