// The inner loops of the tagger-parser, in AssemblyScript. Built by scripts/build-kernel.mjs into src/parse/kernel.wasm.ts.
// Integer products are exact, and floating-point work is done in one fixed order without fused operations,
// so that every machine gives the same bits.

/**
 * C[m][n] = dot(A[m], B[n]) * scale[n] + bias[n]; A and B are rows of int16, k a multiple of 8, n of 4; C is float32.
 * Four rows of B stay near while all rows of A pass by, two at a time.
 */
export function product(a: usize, b: usize, c: usize, scale: usize, bias: usize, m: i32, n: i32, k: i32): void {
  const bytes: usize = (<usize>k) << 1;
  const stride: usize = (<usize>n) << 2;
  for (let j: i32 = 0; j < n; j += 4) {
    const b0 = b + <usize>j * bytes;
    const b1 = b0 + bytes;
    const b2 = b1 + bytes;
    const b3 = b2 + bytes;
    const column = (<usize>j) << 2;
    const scales = v128.load(scale + column);
    const biases = v128.load(bias + column);
    let a0 = a;
    let to = c + column;
    let i: i32 = 0;
    for (; i + 2 <= m; i += 2) {
      const a1 = a0 + bytes;
      let s0 = i32x4.splat(0);
      let s1 = i32x4.splat(0);
      let s2 = i32x4.splat(0);
      let s3 = i32x4.splat(0);
      let t0 = i32x4.splat(0);
      let t1 = i32x4.splat(0);
      let t2 = i32x4.splat(0);
      let t3 = i32x4.splat(0);
      for (let p: usize = 0; p < bytes; p += 16) {
        const x = v128.load(a0 + p);
        const z = v128.load(a1 + p);
        const y0 = v128.load(b0 + p);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, y0));
        t0 = i32x4.add(t0, i32x4.dot_i16x8_s(z, y0));
        const y1 = v128.load(b1 + p);
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, y1));
        t1 = i32x4.add(t1, i32x4.dot_i16x8_s(z, y1));
        const y2 = v128.load(b2 + p);
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, y2));
        t2 = i32x4.add(t2, i32x4.dot_i16x8_s(z, y2));
        const y3 = v128.load(b3 + p);
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, y3));
        t3 = i32x4.add(t3, i32x4.dot_i16x8_s(z, y3));
      }
      v128.store(to, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(s0, s1, s2, s3)), scales), biases));
      v128.store(to + stride, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(t0, t1, t2, t3)), scales), biases));
      a0 = a1 + bytes;
      to += stride << 1;
    }
    if (i < m) {
      let s0 = i32x4.splat(0);
      let s1 = i32x4.splat(0);
      let s2 = i32x4.splat(0);
      let s3 = i32x4.splat(0);
      for (let p: usize = 0; p < bytes; p += 16) {
        const x = v128.load(a0 + p);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(b0 + p)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(b1 + p)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load(b2 + p)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load(b3 + p)));
      }
      v128.store(to, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(s0, s1, s2, s3)), scales), biases));
    }
  }
}

/** The sums of four vectors' lanes, side by side. */
// @ts-expect-error: decorator
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/** C[m][n] = dot(A[m], B[n]), all float32, k a multiple of 4. */
export function productF(a: usize, b: usize, c: usize, m: i32, n: i32, k: i32): void {
  const bytes: usize = (<usize>k) << 2;
  for (let i: i32 = 0; i < m; i++) {
    const a0 = a + <usize>i * bytes;
    for (let j: i32 = 0; j < n; j++) {
      const b0 = b + <usize>j * bytes;
      let s = f32x4.splat(0);
      for (let p: usize = 0; p < bytes; p += 16) s = f32x4.add(s, f32x4.mul(v128.load(a0 + p), v128.load(b0 + p)));
      const total = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
      store<f32>(c + ((<usize>(i * n + j)) << 2), total);
    }
  }
}

// @ts-expect-error: decorator
@inline
function tanh4(v: v128): v128 {
  // A rational approximation of tanh, good to the last bits of float32, in plain multiplications, additions and one division.
  const x = f32x4.pmax(f32x4.pmin(v, f32x4.splat(7.90531110763549805)), f32x4.splat(-7.90531110763549805));
  const s = f32x4.mul(x, x);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(4.89352455891786e-3));
  p = f32x4.mul(p, x);
  let q = f32x4.splat(1.19825839466702e-6);
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(2.26843463243900e-3));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(p, q);
}

// @ts-expect-error: decorator
@inline
function sigmoid4(v: v128): v128 {
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(v, f32x4.splat(0.5))), f32x4.splat(0.5)), f32x4.splat(0.5));
}

/**
 * One step of an LSTM for `lanes` sentences at once. `gates` (lanes x 4h) holds the recurrent product; the input's part is read
 * from row inRows[lane] of `inputs` (stride `inStride` floats). Gates are in the order i, f, g, o. The new h goes to `h` (int16, lanes x h)
 * and to row rows[lane] of `out` (int16, stride `outStride`).
 */
export function lstmStep(gates: usize, inputs: usize, inStride: i32, inRows: usize, rows: usize, c: usize, h: usize, out: usize, outStride: i32, lanes: i32, size: i32, unit: f32): void {
  const quarter = (<usize>size) << 2;
  for (let lane: i32 = 0; lane < lanes; lane++) {
    const row = load<i32>(rows + ((<usize>lane) << 2));
    const g = gates + <usize>lane * quarter * 4;
    const x = inputs + ((<usize>(load<i32>(inRows + ((<usize>lane) << 2)) * inStride)) << 2);
    const cell = c + <usize>lane * quarter;
    const hidden = h + ((<usize>(lane * size)) << 1);
    const to = out + ((<usize>(row * outStride)) << 1);
    for (let p: usize = 0; p < quarter; p += 16) {
      const i = sigmoid4(f32x4.add(v128.load(g + p), v128.load(x + p)));
      const f = sigmoid4(f32x4.add(v128.load(g + p + quarter), v128.load(x + p + quarter)));
      const n = tanh4(f32x4.add(v128.load(g + p + 2 * quarter), v128.load(x + p + 2 * quarter)));
      const o = sigmoid4(f32x4.add(v128.load(g + p + 3 * quarter), v128.load(x + p + 3 * quarter)));
      v128.store(cell + p, f32x4.add(f32x4.mul(f, v128.load(cell + p)), f32x4.mul(i, n)));
      v128.store(g + p + 3 * quarter, o);
    }
    // A loop of its own, so that several of these long chains are under way at once.
    for (let p: usize = 0; p < quarter; p += 16) {
      const o = v128.load(g + p + 3 * quarter);
      const fresh = v128.load(cell + p);
      // Adding 1.5 * 2^23 rounds to the nearest even number, which then stands in the low bits.
      const rounded = f32x4.add(f32x4.mul(f32x4.mul(o, tanh4(fresh)), f32x4.splat(unit)), f32x4.splat(12582912));
      const result = i32x4.sub(rounded, i32x4.splat(0x4b400000));
      const packed = i16x8.narrow_i32x4_s(result, result);
      v128.store64_lane(hidden + (p >> 1), packed, 0);
      v128.store64_lane(to + (p >> 1), packed, 0);
    }
  }
}

/** Rectifies n float32 values in place. */
export function relu(a: usize, n: i32): void {
  const end = a + ((<usize>n) << 2);
  for (let p = a; p < end; p += 16) v128.store(p, f32x4.pmax(f32x4.splat(0), v128.load(p)));
}

/** to[i][k] = max(0, a[i][k] + b[rows[i]][k]) for n rows of k float32, k a multiple of 4. */
export function addRelu(a: usize, b: usize, rows: usize, to: usize, n: i32, k: i32): void {
  const bytes: usize = (<usize>k) << 2;
  for (let i: i32 = 0; i < n; i++) {
    const other = b + <usize>load<i32>(rows + ((<usize>i) << 2)) * bytes;
    const from = <usize>i * bytes;
    for (let p: usize = 0; p < bytes; p += 16)
      v128.store(to + from + p, f32x4.pmax(f32x4.splat(0), f32x4.add(v128.load(a + from + p), v128.load(other + p))));
  }
}
