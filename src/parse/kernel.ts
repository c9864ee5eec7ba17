/** The WebAssembly kernel and its memory. */
import { KERNEL_BASE64 } from './kernel.wasm.ts';

export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly product: (
    a: number,
    b: number,
    c: number,
    scale: number,
    bias: number,
    m: number,
    n: number,
    k: number,
  ) => void;
  readonly productF: (a: number, b: number, c: number, m: number, n: number, k: number) => void;
  readonly lstmStep: (
    gates: number,
    inputs: number,
    inStride: number,
    inRows: number,
    rows: number,
    c: number,
    h: number,
    out: number,
    outStride: number,
    lanes: number,
    size: number,
    unit: number,
  ) => void;
  readonly relu: (a: number, n: number) => void;
  readonly addRelu: (a: number, b: number, rows: number, to: number, n: number, k: number) => void;
  /** Reserves bytes, aligned to 16; grows the memory. Views made before it are stale. */
  readonly reserve: (bytes: number) => number;
}

const PAGE = 65536;
const FIRST = 1024;

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const raw = atob(base64);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

/** Starts the kernel in a memory of its own. */
export function startKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(decode(KERNEL_BASE64));
  const instance = new WebAssembly.Instance(module, { env: { memory, abort: () => {} } });
  const { product, productF, lstmStep, relu, addRelu } = instance.exports as unknown as Kernel;
  let next = FIRST;
  const reserve = (bytes: number): number => {
    const at = next;
    next += (bytes + 15) & ~15;
    const missing = next - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return at;
  };
  return { memory, product, productF, lstmStep, relu, addRelu, reserve };
}
