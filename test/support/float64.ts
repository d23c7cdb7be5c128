/**
 * The fused operations from their formulas, as plain loops in float64: what kernels are held against. Nothing here is
 * fast, and nothing looks at how a kernel does it.
 */
export type Values = Float64Array;

/** What an operand of a product becomes before it is multiplied: itself, or rounded to bfloat16. */
export type Round = (x: number) => number;

const exact: Round = (x) => x;

const zeros = (size: number): Values => new Float64Array(size);

/** The element, which is there. */
const at = (x: ArrayLike<number>, i: number): number => x[i] as number;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The nearest bfloat16, ties to even. */
export function bfloat16(x: number): number {
  if (Number.isNaN(x)) return x;
  float[0] = x;
  bits[0] = (at(bits, 0) + 0x7fff + ((at(bits, 0) >>> 16) & 1)) & 0xffff0000;
  return at(float, 0);
}

/** `c [M, N] = a [M, K] b [K, N]`. */
export function product(M: number, N: number, K: number, a: Values, b: Values, round = exact): Values {
  const c = zeros(M * N);
  const [left, right] = round === exact ? [a, b] : [a.map(round), b.map(round)];
  for (let m = 0; m < M; m++)
    for (let k = 0; k < K; k++) {
      const factor = at(left, m * K + k);
      for (let n = 0; n < N; n++) c[m * N + n] = at(c, m * N + n) + factor * at(right, k * N + n);
    }
  return c;
}

/** The transpose of `[rows, columns]`. */
export function transposed(x: Values, rows: number, columns: number): Values {
  const y = zeros(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) y[j * rows + i] = at(x, i * columns + j);
  return y;
}

/** The largest magnitude. */
export const largest = (...all: ArrayLike<number>[]): number => {
  let most = 0;
  for (const x of all) for (let i = 0; i < x.length; i++) most = Math.max(most, Math.abs(at(x, i)));
  return most;
};

export const sum = (...all: Values[]): Values =>
  (all[0] as Values).map((_, i) => all.reduce((total, x) => total + at(x, i), 0));

// ---- RMSNorm: y = weight x r, r = (mean(x^2) + eps)^(-1/2) ----------------------------------------------------------

export function rmsNorm(x: Values, weight: Values, eps: number): { y: Values; r: Values } {
  const D = weight.length;
  const M = x.length / D;
  const [y, r] = [zeros(x.length), zeros(M)];
  for (let m = 0; m < M; m++) {
    let squares = 0;
    for (let d = 0; d < D; d++) squares += at(x, m * D + d) ** 2;
    r[m] = 1 / Math.sqrt(squares / D + eps);
    for (let d = 0; d < D; d++) y[m * D + d] = at(weight, d) * at(x, m * D + d) * at(r, m);
  }
  return { y, r };
}

/** With `dr/dx_k = -r^3 x_k / D`. `terms`: the largest of the numbers that elements of dx and dweight are sums of. */
export function rmsNormGrad(dy: Values, x: Values, weight: Values, eps: number) {
  const D = weight.length;
  const M = x.length / D;
  const { r } = rmsNorm(x, weight, eps);
  const [dx, dweight] = [zeros(x.length), zeros(D)];
  const terms = { dx: 0, dweight: 0 };
  for (let m = 0; m < M; m++) {
    const scale = at(r, m);
    let dr = 0;
    for (let d = 0; d < D; d++) dr += at(dy, m * D + d) * at(weight, d) * at(x, m * D + d);
    for (let d = 0; d < D; d++) {
      const i = m * D + d;
      const direct = at(dy, i) * at(weight, d) * scale;
      dx[i] = direct + (dr * -(scale ** 3) * at(x, i)) / D;
      const along = at(dy, i) * at(x, i) * scale;
      dweight[d] = at(dweight, d) + along;
      terms.dx = Math.max(terms.dx, Math.abs(direct));
      terms.dweight = Math.max(terms.dweight, Math.abs(along));
    }
  }
  return { dx, dweight, terms };
}

// ---- Linear layers: y = x weight^T + bias, weight [N, K] -------------------------------------------------------------

export function linear(x: Values, weight: Values, K: number, bias?: Values, round = exact): Values {
  const [M, N] = [x.length / K, weight.length / K];
  const y = product(M, N, K, x, transposed(weight, N, K), round);
  return bias ? y.map((one, i) => one + at(bias, i % N)) : y;
}

export const linearGradX = (dy: Values, weight: Values, N: number, round = exact): Values =>
  product(dy.length / N, weight.length / N, N, dy, weight, round);

/** `dweight [N, K] = dy^T x`. */
export function linearGradWeight(dy: Values, x: Values, N: number, K: number, round = exact): Values {
  const M = dy.length / N;
  return product(N, K, M, transposed(dy, M, N), x, round);
}

/** The column sums of `dy [M, N]`. */
export function linearGradBias(dy: Values, N: number): Values {
  const sums = zeros(N);
  for (const [i, one] of dy.entries()) sums[i % N] = at(sums, i % N) + one;
  return sums;
}

/** `y = x weight^T + scale h b^T + bias`, `h = x a^T`; weight [N, K], a [r, K], b [N, r]. */
export function lowRankLinear(
  x: Values,
  { weight, a, b, bias }: { weight: Values; a: Values; b: Values; bias?: Values | undefined },
  { K, rank, scale }: { K: number; rank: number; scale: number },
  round = exact,
) {
  const h = linear(x, a, K, undefined, round);
  const scaled = b.map((one) => Math.fround(scale) * one);
  const y = linear(x, weight, K, bias, round);
  return { y: rank === 0 ? y : sum(y, linear(h, scaled, rank, undefined, round)), h };
}

export function lowRankLinearGrad(
  dy: Values,
  x: Values,
  { weight, a, b }: { weight: Values; a: Values; b: Values },
  { K, rank, scale }: { K: number; rank: number; scale: number },
  round = exact,
) {
  const N = weight.length / K;
  const scaled = b.map((one) => Math.fround(scale) * one);
  const dx = linearGradX(dy, weight, N, round);
  if (rank === 0) return { dx, da: zeros(0), db: zeros(0) };
  const h = linear(x, a, K, undefined, round);
  const dh = linearGradX(dy, scaled, N, round);
  return {
    dx: sum(dx, linearGradX(dh, a, rank, round)),
    da: linearGradWeight(dh, x, rank, K, round),
    db: linearGradWeight(dy, h, N, rank, round).map((one) => Math.fround(scale) * one),
  };
}

/** RMSNorm, then several linear layers of its result. */
export function rmsNormLinears(
  x: Values,
  norm: Values,
  weights: readonly Values[],
  biases: readonly (Values | undefined)[],
  eps: number,
  round = exact,
) {
  const { y: normal, r } = rmsNorm(x, norm, eps);
  return { y: weights.map((weight, i) => linear(normal, weight, norm.length, biases[i], round)), r };
}

export function rmsNormLinearsGrad(
  dy: readonly Values[],
  x: Values,
  norm: Values,
  weights: readonly Values[],
  eps: number,
  round = exact,
) {
  const D = norm.length;
  const { y: normal } = rmsNorm(x, norm, eps);
  const outputs = weights.map((weight) => weight.length / D);
  const dnormal = sum(
    ...weights.map((weight, i) => linearGradX(dy[i] as Values, weight, at(outputs, i), round)),
  );
  const { dx, dweight: dnorm, terms } = rmsNormGrad(dnormal, x, norm, eps);
  return {
    ...{ dx, dnorm, terms },
    dweights: dy.map((one, i) => linearGradWeight(one, normal, at(outputs, i), D, round)),
    dbiases: dy.map((one, i) => linearGradBias(one, at(outputs, i))),
  };
}

// ---- SwiGLU and the feed-forward network ---------------------------------------------------------------------------

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const swiglu = (gate: Values, up: Values): Values => gate.map((g, i) => g * sigmoid(g) * at(up, i));

/** With `silu'(g) = s + g s (1 - s)`. */
export const swigluGrad = (dy: Values, gate: Values, up: Values) => ({
  dgate: gate.map((g, i) => {
    const s = sigmoid(g);
    return at(dy, i) * at(up, i) * (s + g * s * (1 - s));
  }),
  dup: gate.map((g, i) => at(dy, i) * g * sigmoid(g)),
});

/** The weights of a feed-forward network: norm [D], gate and up [F, D], down [D, F]. */
export interface FeedForward {
  readonly norm: Values;
  readonly gate: Values;
  readonly up: Values;
  readonly down: Values;
}

/** `y = x + down(silu(gate n) up n)`, `n = RMSNorm(x)`. */
export function feedForward(x: Values, { norm, gate, up, down }: FeedForward, eps: number, round = exact) {
  const D = norm.length;
  const { y: normal, r } = rmsNorm(x, norm, eps);
  const g = linear(normal, gate, D, undefined, round);
  const u = linear(normal, up, D, undefined, round);
  const y = sum(x, linear(swiglu(g, u), down, down.length / D, undefined, round));
  return { y, r, g, u };
}

export function feedForwardGrad(
  dy: Values,
  x: Values,
  { norm, gate, up, down }: FeedForward,
  eps: number,
  round = exact,
) {
  const D = norm.length;
  const F = gate.length / D;
  const { y: normal } = rmsNorm(x, norm, eps);
  const g = linear(normal, gate, D, undefined, round).map(round);
  const u = linear(normal, up, D, undefined, round).map(round);
  const { dgate: dg, dup: du } = swigluGrad(linearGradX(dy, down, D, round), g, u);
  const dnormal = sum(linearGradX(dg, gate, F, round), linearGradX(du, up, F, round));
  const { dx, dweight: dnorm, terms } = rmsNormGrad(dnormal, x, norm, eps);
  return {
    ...{ dx: sum(dx, dy), dnorm, terms },
    dgate: linearGradWeight(dg, normal, F, D, round),
    dup: linearGradWeight(du, normal, F, D, round),
    ddown: linearGradWeight(dy, swiglu(g, u), D, F, round),
  };
}

// ---- Attention -----------------------------------------------------------------------------------------------------

/** A token as attention knows it. */
export interface Place {
  readonly position: number;
  readonly kind: number;
  readonly index: number;
  /** Negative where it belongs to none. */
  readonly image: number;
  readonly present: boolean;
}

/** What one kind of query may see of one kind of key: nothing, itself, what came before, or its own image. */
export const reachNames = ["none", "self", "earlier", "image"] as const;

export interface AttentionShape {
  readonly batch: number;
  readonly queries: number;
  readonly keys: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** 0 turns nothing. */
  readonly rotaryBase: number;
  /** `[batch][tokens]`; without them everything sees everything. */
  readonly queryPlaces?: readonly (readonly Place[])[] | undefined;
  readonly keyPlaces?: readonly (readonly Place[])[] | undefined;
  /** `reaches[kind of the query][kind of the key]`. */
  readonly reaches?: readonly (readonly number[])[] | undefined;
}

/** The rule: whether a query sees a key. */
export function sees(query: Place, key: Place, reaches: readonly (readonly number[])[]): boolean {
  if (!key.present) return false;
  switch (reachNames[at(reaches[query.kind] as readonly number[], key.kind)]) {
    case "self":
      return query.kind === key.kind && query.index === key.index;
    case "earlier":
      return query.position >= key.position;
    case "image":
      return query.image >= 0 && query.image === key.image;
    default:
      return false;
  }
}

/**
 * Rotary embedding of one head, in the layout of Hugging Face's Llama: element i and element i + size / 2 turn against
 * each other by `position base^(-2 i / size)`, where, as there, the frequency and the angle are rounded to float32:
 * that is part of the definition, for at position 4,000 the rounding turns by more than 1e-4. `way` -1 turns back.
 */
export function turned(head: Values, position: number, base: number, way = 1): Values {
  if (base === 0) return head.slice();
  const half = head.length / 2;
  const out = zeros(head.length);
  for (let i = 0; i < half; i++) {
    const angle = Math.fround(position * Math.fround(1 / base ** (i / half)));
    const [cos, sin] = [Math.cos(angle), way * Math.sin(angle)];
    out[i] = at(head, i) * cos - at(head, half + i) * sin;
    out[half + i] = at(head, half + i) * cos + at(head, i) * sin;
  }
  return out;
}

interface Row {
  readonly q: Values;
  readonly ks: readonly Values[];
  readonly weights: Values;
  readonly lse: number;
  /** The largest magnitude of a score. */
  readonly score: number;
  readonly kvHead: number;
  /** Of the query, over the batch. */
  readonly token: number;
}

/** Rotated queries and keys of each row `[batch][head][query]`, its softmax over the keys, and its largest score. */
function attended(q: Values, k: Values, shape: AttentionShape) {
  const { batch, queries, keys, heads, kvHeads, headSize, rotaryBase } = shape;
  const headOf = (x: Values, token: number, head: number, of: number): Values =>
    x.subarray((token * of + head) * headSize, (token * of + head + 1) * headSize);
  const rows: Row[] = [];
  for (let b = 0; b < batch; b++) {
    const turnedKeys = Array.from({ length: kvHeads }, (_, head) =>
      Array.from({ length: keys }, (_, j) =>
        turned(headOf(k, b * keys + j, head, kvHeads), shape.keyPlaces?.[b]?.[j]?.position ?? 0, rotaryBase),
      ),
    );
    for (let head = 0; head < heads; head++)
      for (let i = 0; i < queries; i++) {
        const place = shape.queryPlaces?.[b]?.[i];
        const query = turned(headOf(q, b * queries + i, head, heads), place?.position ?? 0, rotaryBase);
        const kvHead = Math.floor(head / (heads / kvHeads));
        const ks = turnedKeys[kvHead] as Values[];
        const scores = zeros(keys).fill(Number.NEGATIVE_INFINITY);
        for (let j = 0; j < keys; j++) {
          const key = shape.keyPlaces?.[b]?.[j];
          if (place && key && shape.reaches && !sees(place, key, shape.reaches)) continue;
          let score = 0;
          for (let d = 0; d < headSize; d++) score += at(query, d) * at(ks[j] as Values, d);
          scores[j] = score / Math.sqrt(headSize);
        }
        const most = scores.reduce((a, x) => Math.max(a, x), Number.NEGATIVE_INFINITY);
        const exps = scores.map((score) => (most === Number.NEGATIVE_INFINITY ? 0 : Math.exp(score - most)));
        const total = exps.reduce((a, x) => a + x, 0);
        rows.push({
          ...{ q: query, ks, kvHead, token: b * queries + i },
          score: scores.reduce((a, x) => (Number.isFinite(x) ? Math.max(a, Math.abs(x)) : a), 0),
          weights: exps.map((one) => (total > 0 ? one / total : 0)),
          lse: total > 0 ? most + Math.log(total) : 0,
        });
      }
  }
  return rows;
}

/**
 * `softmax(q k^T / sqrt(headSize)) v` under the rule; a row that sees nothing is zero, and so is its lse. `score` is the
 * largest magnitude of a score.
 */
export function attention(q: Values, k: Values, v: Values, shape: AttentionShape) {
  const { queries, keys, heads, kvHeads, headSize } = shape;
  const o = zeros(q.length);
  const rows = attended(q, k, shape);
  const score = rows.reduce((most, row) => Math.max(most, row.score), 0);
  for (const [row, { weights, kvHead, token }] of rows.entries()) {
    const head = Math.floor(row / queries) % heads;
    const sample = Math.floor(row / queries / heads);
    for (let j = 0; j < keys; j++)
      for (let d = 0; d < headSize; d++) {
        const to = (token * heads + head) * headSize + d;
        o[to] = at(o, to) + at(weights, j) * at(v, ((sample * keys + j) * kvHeads + kvHead) * headSize + d);
      }
  }
  return { o, lse: Float64Array.from(rows, ({ lse }) => lse), score };
}

/** `[batch, heads, queries, keys]`. */
export const attentionWeights = (q: Values, k: Values, shape: AttentionShape): Values =>
  Float64Array.from(attended(q, k, shape).flatMap(({ weights }) => [...weights]));

/**
 * With p the softmax, `dp_j = do . v_j`: `ds_j = p_j (dp_j - sum_l p_l dp_l)`. `terms`: the largest numbers that
 * elements of dq and dk are sums of.
 */
export function attentionGrad(dO: Values, q: Values, k: Values, v: Values, shape: AttentionShape) {
  const { queries, keys, heads, kvHeads, headSize, rotaryBase } = shape;
  const [dq, dk, dv] = [zeros(q.length), zeros(k.length), zeros(k.length)];
  const terms = { dq: 0, dk: 0 };
  const scale = 1 / Math.sqrt(headSize);
  for (const [row, { q: query, weights, ks, kvHead, token }] of attended(q, k, shape).entries()) {
    const head = Math.floor(row / queries) % heads;
    const sample = Math.floor(row / queries / heads);
    const from = (token * heads + head) * headSize;
    const dp = zeros(keys);
    let along = 0;
    for (let j = 0; j < keys; j++) {
      const to = ((sample * keys + j) * kvHeads + kvHead) * headSize;
      let dot = 0;
      for (let d = 0; d < headSize; d++) {
        dot += at(dO, from + d) * at(v, to + d);
        dv[to + d] = at(dv, to + d) + at(weights, j) * at(dO, from + d);
      }
      dp[j] = dot;
      along += at(weights, j) * dot;
    }
    const dQuery = zeros(headSize);
    for (let j = 0; j < keys; j++) {
      const p = at(weights, j);
      if (p === 0) continue;
      const ds = p * (at(dp, j) - along) * scale;
      const size = p * Math.max(Math.abs(at(dp, j)), Math.abs(along)) * scale;
      const key = ks[j] as Values;
      const dKey = zeros(headSize);
      for (let d = 0; d < headSize; d++) {
        dQuery[d] = at(dQuery, d) + ds * at(key, d);
        dKey[d] = ds * at(query, d);
        terms.dq = Math.max(terms.dq, size * Math.abs(at(key, d)));
        terms.dk = Math.max(terms.dk, size * Math.abs(at(query, d)));
      }
      const to = ((sample * keys + j) * kvHeads + kvHead) * headSize;
      const back = turned(dKey, shape.keyPlaces?.[sample]?.[j]?.position ?? 0, rotaryBase, -1);
      for (let d = 0; d < headSize; d++) dk[to + d] = at(dk, to + d) + at(back, d);
    }
    const position = shape.queryPlaces?.[sample]?.[token - sample * queries]?.position ?? 0;
    dq.set(turned(dQuery, position, rotaryBase, -1), from);
  }
  return { dq, dk, dv, terms };
}

// ---- Softmax cross-entropy, mean over the labels that are not negative ----------------------------------------------

export function crossEntropy(logits: Values, labels: ArrayLike<number>) {
  const M = labels.length;
  const V = M > 0 ? logits.length / M : 0;
  const lse = zeros(M);
  let [total, count] = [0, 0];
  for (let m = 0; m < M; m++) {
    if (at(labels, m) < 0) continue;
    const row = logits.subarray(m * V, (m + 1) * V);
    const most = row.reduce((a, x) => Math.max(a, x), Number.NEGATIVE_INFINITY);
    lse[m] = most + Math.log(row.reduce((a, x) => a + Math.exp(x - most), 0));
    total += at(lse, m) - at(row, at(labels, m));
    count++;
  }
  return { loss: count > 0 ? total / count : 0, lse };
}

export function crossEntropyGrad(dy: number, logits: Values, labels: ArrayLike<number>): Values {
  const V = labels.length > 0 ? logits.length / labels.length : 0;
  const { lse } = crossEntropy(logits, labels);
  const count = Math.max(1, Array.from(labels).filter((label) => label >= 0).length);
  return logits.map((x, i) => {
    const row = Math.floor(i / V);
    const label = at(labels, row);
    if (label < 0) return 0;
    return ((Math.exp(x - at(lse, row)) - (i % V === label ? 1 : 0)) * dy) / count;
  });
}

// ---- AdamW (Loshchilov and Hutter, 2019) -----------------------------------------------------------------------------

export interface Moment {
  readonly value: Values;
  readonly gradient: Values;
  readonly first: Values;
  readonly second: Values;
  /** Learning rate, learning rate times weight decay, and what takes the bias off the two moments. */
  readonly rates: readonly [rate: number, decay: number, first: number, second: number];
}

/** All gradients together are brought to a norm of at most `clip`, as PyTorch does it, where that is positive. */
export function adamW(
  all: readonly Moment[],
  { beta1, beta2, eps, clip }: Readonly<Record<"beta1" | "beta2" | "eps" | "clip", number>>,
) {
  const norm = Math.sqrt(
    all.reduce((total, { gradient }) => total + gradient.reduce((squares, g) => squares + g * g, 0), 0),
  );
  const factor = clip > 0 ? Math.min(1, clip / (norm + 1e-6)) : 1;
  const updated = all.map(({ value, gradient, first, second, rates: [rate, decay, correct1, correct2] }) => {
    const m = first.map((one, i) => beta1 * one + (1 - beta1) * factor * at(gradient, i));
    const v = second.map((one, i) => beta2 * one + (1 - beta2) * (factor * at(gradient, i)) ** 2);
    const p = value.map(
      (one, i) => one * (1 - decay) - (rate * correct1 * at(m, i)) / (Math.sqrt(correct2 * at(v, i)) + eps),
    );
    return { value: p, first: m, second: v };
  });
  return { norm, updated };
}

// ---- Lookups -----------------------------------------------------------------------------------------------------------

/** Rows of `x [M, D]` added up by id; an id out of range is dropped. */
export function segmentSum(x: Values, ids: ArrayLike<number>, segments: number): Values {
  const D = ids.length > 0 ? x.length / ids.length : 0;
  const y = zeros(segments * D);
  for (let m = 0; m < ids.length; m++) {
    const id = at(ids, m);
    if (id < 0 || id >= segments) continue;
    for (let d = 0; d < D; d++) y[id * D + d] = at(y, id * D + d) + at(x, m * D + d);
  }
  return y;
}
