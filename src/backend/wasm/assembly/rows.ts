import { exp, log } from "./exp";
import { sumOfLanes } from "./fewRows";
import { loadSome, storeSome } from "./some";
import { multiplyAdd } from "./tile";

/** The sum of `x y` over `size` floats. */
function dot(x: usize, y: usize, size: i32): f32 {
  let sums = f32x4.splat(0), more = sums;
  let left = size;
  for (; left >= 8; left -= 8, x += 32, y += 32) {
    sums = multiplyAdd(sums, v128.load(x), v128.load(y));
    more = multiplyAdd(more, v128.load(x, 16), v128.load(y, 16));
  }
  sums = f32x4.add(sums, more);
  for (; left > 0; left -= 4, x += 16, y += 16) sums = multiplyAdd(sums, loadSome(x, left), loadSome(y, left));
  return sumOfLanes(sums);
}

/** `y = weight x r` and `r = 1 / sqrt(mean(x^2) + eps)` of rows `x [rows, size]`. */
export function rmsNorm(x: usize, weight: usize, y: usize, r: usize, rows: i32, size: i32, eps: f32): void {
  const row = <usize>size << 2;
  for (; rows > 0; rows--, x += row, y += row, r += 4) {
    const inverse: f32 = 1 / sqrt<f32>(dot(x, x, size) / <f32>size + eps);
    store<f32>(r, inverse);
    const scale = f32x4.splat(inverse);
    let i = 0;
    let at: usize = 0;
    for (; i + 4 <= size; i += 4, at += 16) {
      v128.store(y + at, f32x4.mul(f32x4.mul(v128.load(x + at), scale), v128.load(weight + at)));
    }
    for (; i < size; i++, at += 4) store<f32>(y + at, load<f32>(x + at) * inverse * load<f32>(weight + at));
  }
}

/** Rows whose part of a weight's gradient is summed up first: long sums of float32 lose what short ones keep. */
const rowsTogether: i32 = 64;

/**
 * The gradients of `rmsNorm`: `dx = r (weight dy - x r mean(weight dy x r))`, `dWeight = sum(dy x r)`. `some [2 size]`
 * is memory to work in.
 */
export function rmsNormGrad(
  dy: usize, x: usize, weight: usize, r: usize, dx: usize, dWeight: usize, some: usize, rows: i32, size: i32,
): void {
  const row = <usize>size << 2;
  const weighted = some + row;
  memory.fill(dWeight, 0, row);
  for (let first = 0; first < rows; first += rowsTogether) {
    memory.fill(some, 0, row);
    for (let i = min(rowsTogether, rows - first); i > 0; i--, x += row, dy += row, dx += row, r += 4) {
      const inverse = load<f32>(r);
      for (let left = size, at: usize = 0; left > 0; left -= 4, at += 16) {
        const gradient = loadSome(dy + at, left);
        const part = multiplyAdd(loadSome(some + at, left), gradient, f32x4.mul(loadSome(x + at, left), f32x4.splat(inverse)));
        storeSome(some + at, part, left);
        storeSome(weighted + at, f32x4.mul(gradient, loadSome(weight + at, left)), left);
      }
      const along = f32x4.splat((dot(weighted, x, size) / <f32>size) * inverse * inverse);
      for (let left = size, at: usize = 0; left > 0; left -= 4, at += 16) {
        const across = f32x4.sub(loadSome(weighted + at, left), f32x4.mul(loadSome(x + at, left), along));
        storeSome(dx + at, f32x4.mul(across, f32x4.splat(inverse)), left);
      }
    }
    for (let left = size, at: usize = 0; left > 0; left -= 4, at += 16) {
      storeSome(dWeight + at, f32x4.add(loadSome(dWeight + at, left), loadSome(some + at, left)), left);
    }
  }
}

/** `silu(gate) up` of `size` floats. */
export function swiglu(gate: usize, up: usize, out: usize, size: i32): void {
  for (let left = size; left > 0; left -= 4, gate += 16, up += 16, out += 16) {
    const x = loadSome(gate, left);
    const s = f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))));
    storeSome(out, f32x4.mul(f32x4.mul(x, s), loadSome(up, left)), left);
  }
}

/** The gradients of `swiglu`: `dGate = dy up s (1 + gate (1 - s))`, `dUp = dy gate s`, where `s = sigmoid(gate)`. */
export function swigluGrad(dy: usize, gate: usize, up: usize, dGate: usize, dUp: usize, size: i32): void {
  const one = f32x4.splat(1);
  for (let left = size; left > 0; left -= 4, dy += 16, gate += 16, up += 16, dGate += 16, dUp += 16) {
    const x = loadSome(gate, left);
    const power = exp(f32x4.neg(x));
    const s = f32x4.div(one, f32x4.add(one, power));
    const through = f32x4.mul(loadSome(dy, left), s);
    storeSome(dUp, f32x4.mul(through, x), left);
    const slope = multiplyAdd(one, x, f32x4.mul(power, s)); // 1 - s, with nothing cancelled
    storeSome(dGate, f32x4.mul(f32x4.mul(through, loadSome(up, left)), slope), left);
  }
}

/** The sum of `e^(x - most)` over a row. */
function sumOfPowers(x: usize, most: f32, size: i32): f32 {
  const shift = f32x4.splat(most);
  let sums = f32x4.splat(0);
  for (; size >= 4; size -= 4, x += 16) sums = f32x4.add(sums, exp(f32x4.sub(v128.load(x), shift)));
  let sum = sumOfLanes(sums);
  for (; size > 0; size--, x += 4) sum += f32x4.extract_lane(exp(f32x4.splat(load<f32>(x) - most)), 0);
  return sum;
}

function mostOf(x: usize, size: i32): f32 {
  let most = load<f32>(x);
  if (size >= 4) {
    let lanes = v128.load(x);
    for (; size >= 4; size -= 4, x += 16) lanes = f32x4.max(lanes, v128.load(x));
    lanes = f32x4.max(lanes, v128.shuffle<f32>(lanes, lanes, 2, 3, 0, 1));
    most = max<f32>(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1));
  }
  for (; size > 0; size--, x += 4) most = max<f32>(most, load<f32>(x));
  return most;
}

/**
 * The mean of `lse - logit of the label` over the rows of `logits [rows, size]` whose label is not negative, 0 over
 * none; and their `lse [rows]`, the logarithms of the sums of the exponentials, 0 for the others.
 */
export function crossEntropy(logits: usize, labels: usize, lse: usize, rows: i32, size: i32): f32 {
  const row = <usize>size << 2;
  let sum: f64 = 0;
  let count = 0;
  for (; rows > 0; rows--, logits += row, labels += 4, lse += 4) {
    const label = load<i32>(labels);
    if (label < 0) {
      store<f32>(lse, 0);
      continue;
    }
    const most = mostOf(logits, size);
    const total = most + log(sumOfPowers(logits, most, size));
    store<f32>(lse, total);
    sum += <f64>total - load<f32>(logits + (<usize>label << 2));
    count++;
  }
  return count > 0 ? <f32>(sum / <f64>count) : 0;
}

/** The gradient of `crossEntropy`: `dy (e^(logits - lse) - one at the label) / count`, 0 where the label is negative. */
export function crossEntropyGrad(
  dy: f32, logits: usize, labels: usize, lse: usize, out: usize, rows: i32, size: i32,
): void {
  const row = <usize>size << 2;
  let count = 0;
  for (let i: usize = 0; i < <usize>rows << 2; i += 4) if (load<i32>(labels + i) >= 0) count++;
  const share: f32 = dy / <f32>max(1, count);
  for (; rows > 0; rows--, logits += row, out += row, labels += 4, lse += 4) {
    const label = load<i32>(labels);
    if (label < 0) {
      memory.fill(out, 0, row);
      continue;
    }
    const shift = f32x4.splat(load<f32>(lse));
    for (let left = size, at: usize = 0; left > 0; left -= 4, at += 16) {
      storeSome(out + at, f32x4.mul(exp(f32x4.sub(loadSome(logits + at, left), shift)), f32x4.splat(share)), left);
    }
    const hot = out + (<usize>label << 2);
    store<f32>(hot, load<f32>(hot) - share);
  }
}

/** The sum of the squares of `size` floats. */
export function sumOfSquares(x: usize, size: i32): f64 {
  let sum: f64 = 0;
  for (; size > 0; size -= 1024, x += 4096) sum += dot(x, x, min(1024, size));
  return sum;
}

/**
 * One step of AdamW for `size` floats: the next value, first and second moment of each. `rate` has the bias of the first
 * moment taken off already, `unbias` takes off that of the second. `rest1` and `rest2` are what the betas leave to 1.
 */
export function adamW(
  value: usize, gradient: usize, first: usize, second: usize, nextValue: usize, nextFirst: usize, nextSecond: usize,
  size: i32, scale: f32, beta1: f32, rest1: f32, beta2: f32, rest2: f32, rate: f32, kept: f32, unbias: f32, eps: f32,
): void {
  const scales = f32x4.splat(scale), beta1s = f32x4.splat(beta1), beta2s = f32x4.splat(beta2);
  const rest1s = f32x4.splat(rest1), rest2s = f32x4.splat(rest2);
  const rates = f32x4.splat(rate), keeps = f32x4.splat(kept), unbiases = f32x4.splat(unbias), epsilons = f32x4.splat(eps);
  let at: usize = 0;
  for (let left = size; left > 0; left -= 4, at += 16) {
    const g = f32x4.mul(loadSome(gradient + at, left), scales);
    const m = multiplyAdd(f32x4.mul(loadSome(first + at, left), beta1s), g, rest1s);
    const v = multiplyAdd(f32x4.mul(loadSome(second + at, left), beta2s), f32x4.mul(g, g), rest2s);
    const step = f32x4.div(f32x4.mul(m, rates), f32x4.add(f32x4.sqrt(f32x4.mul(v, unbiases)), epsilons));
    storeSome(nextFirst + at, m, left);
    storeSome(nextSecond + at, v, left);
    storeSome(nextValue + at, f32x4.sub(f32x4.mul(loadSome(value + at, left), keeps), step), left);
  }
}
