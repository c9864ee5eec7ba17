/** From scores of heads to a tree: the best head for each word, mended by Chu-Liu-Edmonds where that is no tree. */

/** Heads (-1 for the root) of the best tree with one root. `scores`: n rows of n + 1, the root first. */
export function bestTree(scores: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  let roots = 0;
  for (let i = 0; i < n; i++) {
    let best = i === 0 ? 2 : 1;
    if (n === 1) best = 0;
    for (let j = 0; j <= n; j++) {
      if (j === i + 1) continue;
      if (scores[i * (n + 1) + j]! > scores[i * (n + 1) + best]! || (j === 0 && best === 0)) best = j;
    }
    heads[i] = best - 1;
    if (best === 0) roots += 1;
  }
  if (roots === 1 && isTree(heads)) return heads;
  return n <= LONGEST_EXACT ? spanningTree(scores, n) : mendedTree(scores, heads, n);
}

/** Longer runs of words are lists and rubbish as a rule: they are mended greedily, so that time stays bounded. */
const LONGEST_EXACT = 90;

/** One root, then whatever does not reach it is hung, one by one, where that costs least. */
function mendedTree(scores: Float32Array, heads: Int32Array, n: number): Int32Array {
  const row = n + 1;
  let root = 0;
  for (let i = 1; i < n; i++) if (scores[i * row]! > scores[root * row]!) root = i;
  // A second root is made its own head: it reaches nothing, and is hung like any cycle.
  for (let i = 0; i < n; i++) if (heads[i]! < 0) heads[i] = i;
  heads[root] = -1;
  for (let hung = 0; hung < n; hung++) {
    const rooted = reachesRoot(heads);
    let [word, head, cost] = [-1, -1, Number.POSITIVE_INFINITY];
    for (let d = 0; d < n; d++) {
      if (rooted[d]) continue;
      const now = heads[d] === d ? 0 : scores[d * row + heads[d]! + 1]!;
      for (let h = 0; h < n; h++) {
        const loss = now - scores[d * row + h + 1]!;
        if (rooted[h] && loss < cost) [word, head, cost] = [d, h, loss];
      }
    }
    if (word < 0) break;
    heads[word] = head;
  }
  return heads;
}

/** For each word 1 where the way up ends at the root, else 0. */
function reachesRoot(heads: Int32Array): Uint8Array {
  const known = new Uint8Array(heads.length); // 1 yes, 2 no
  for (let start = 0; start < heads.length; start++) {
    const way: number[] = [];
    let at = start;
    while (at >= 0 && known[at] === 0) {
      known[at] = 2;
      way.push(at);
      at = heads[at]!;
    }
    if (at < 0 || known[at] === 1) for (const w of way) known[w] = 1;
  }
  return known.map((k) => (k === 1 ? 1 : 0));
}

function isTree(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length).fill(-1);
  for (let i = 0; i < heads.length; i++) {
    let at = i;
    while (at >= 0 && seen[at] !== i) {
      if (seen[at]! >= 0) break;
      seen[at] = i;
      at = heads[at]!;
    }
    if (at >= 0 && seen[at] === i) return false;
  }
  return true;
}

/** A weight beyond any score, so that the maximum tree has a single root. */
const ROOT_COST = 1e4;

function spanningTree(scores: Float32Array, n: number): Int32Array {
  const size = n + 1;
  const weight = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY); // weight[head * size + dependent]
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= n; j++)
      if (j !== i + 1) weight[j * size + i + 1] = scores[i * size + j]! - (j === 0 ? ROOT_COST : 0);
  }
  const heads = chuLiuEdmonds(weight, size);
  return Int32Array.from({ length: n }, (_, i) => heads[i + 1]! - 1);
}

/** Maximum arborescence from node 0. Contracts cycles until none is left, then opens them again. */
function chuLiuEdmonds(weight: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    let best = -1;
    for (let h = 0; h < size; h++) {
      if (
        h !== d &&
        weight[h * size + d]! > Number.NEGATIVE_INFINITY &&
        (best < 0 || weight[h * size + d]! > weight[best * size + d]!)
      )
        best = h;
    }
    heads[d] = best;
  }
  const cycle = findCycle(heads, size);
  return cycle ? openCycle(weight, size, heads, cycle) : heads;
}

function findCycle(heads: Int32Array, size: number): number[] | null {
  const mark = new Int32Array(size);
  for (let start = 1; start < size; start++) {
    let at = start;
    while (at > 0 && mark[at] === 0) {
      mark[at] = start;
      at = heads[at]!;
    }
    if (at > 0 && mark[at] === start) {
      const cycle = [at];
      for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
      return cycle;
    }
  }
  return null;
}

function openCycle(weight: Float64Array, size: number, heads: Int32Array, cycle: readonly number[]): Int32Array {
  const inside = new Set(cycle);
  const rest = Array.from({ length: size }, (_, i) => i).filter((i) => !inside.has(i));
  const small = rest.length + 1;
  const contracted = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(small);
  const leaves = new Int32Array(small);
  rest.forEach((h, a) => {
    rest.forEach((d, b) => {
      if (a !== b) contracted[a * small + b] = weight[h * size + d]!;
    });
    for (const c of cycle) {
      const into = weight[h * size + c]! - weight[heads[c]! * size + c]!;
      if (into > contracted[a * small + small - 1]!) {
        contracted[a * small + small - 1] = into;
        enters[a] = c;
      }
      const out = weight[c * size + h]!;
      if (h > 0 && out > contracted[(small - 1) * small + a]!) {
        contracted[(small - 1) * small + a] = out;
        leaves[a] = c;
      }
    }
  });
  const solved = chuLiuEdmonds(contracted, small);
  const result = Int32Array.from(heads);
  rest.forEach((d, b) => {
    if (d > 0) result[d] = solved[b] === small - 1 ? leaves[b]! : rest[solved[b]!]!;
  });
  const entry = solved[small - 1]!;
  result[enters[entry]!] = rest[entry]!;
  return result;
}
