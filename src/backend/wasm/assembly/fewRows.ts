import { multiplyAdd } from "./tile";

/** `out [n] = start [n] + a [k] b [k, n]`: nothing is packed, for b is read once. The values of `a` lie `step` bytes apart. */
export function rowTimesMatrix(a: usize, step: usize, b: usize, out: usize, n: i32, k: i32): void {
  const row = <usize>n << 2;
  for (; k >= 4; k -= 4, a += 4 * step, b += 4 * row) {
    const a0 = v128.load_splat<f32>(a), a1 = v128.load_splat<f32>(a + step);
    const a2 = v128.load_splat<f32>(a + 2 * step), a3 = v128.load_splat<f32>(a + 3 * step);
    let b0 = b, b1 = b + row, b2 = b1 + row, b3 = b2 + row, to = out;
    let left = n;
    for (; left >= 4; left -= 4, to += 16, b0 += 16, b1 += 16, b2 += 16, b3 += 16) {
      let sum = multiplyAdd(v128.load(to), a0, v128.load(b0));
      sum = multiplyAdd(sum, a1, v128.load(b1));
      sum = multiplyAdd(sum, a2, v128.load(b2));
      v128.store(to, multiplyAdd(sum, a3, v128.load(b3)));
    }
    for (; left > 0; left--, to += 4, b0 += 4, b1 += 4, b2 += 4, b3 += 4) {
      let sum = load<f32>(to) + load<f32>(a) * load<f32>(b0);
      sum += load<f32>(a + step) * load<f32>(b1);
      sum += load<f32>(a + 2 * step) * load<f32>(b2);
      store<f32>(to, sum + load<f32>(a + 3 * step) * load<f32>(b3));
    }
  }
  for (; k > 0; k--, a += step, b += row) {
    const x = load<f32>(a);
    for (let j: usize = 0; j < row; j += 4) store<f32>(out + j, load<f32>(out + j) + x * load<f32>(b + j));
  }
}

/** The sum of the four lanes. */
// @ts-ignore: decorator
@inline
export function sumOfLanes(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** `out [n] = start [n] + a [k] b [n, k]`, where `out` holds the start. */
export function rowTimesTransposed(a: usize, b: usize, out: usize, n: i32, k: i32): void {
  const row = <usize>k << 2;
  const whole = row & ~15;
  let j = 0;
  for (; j + 4 <= n; j += 4, b += 4 * row, out += 16) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let b0 = b, b1 = b + row, b2 = b1 + row, b3 = b2 + row;
    let at = a;
    for (const end = a + whole; at < end; at += 16, b0 += 16, b1 += 16, b2 += 16, b3 += 16) {
      const x = v128.load(at);
      s0 = multiplyAdd(s0, x, v128.load(b0));
      s1 = multiplyAdd(s1, x, v128.load(b1));
      s2 = multiplyAdd(s2, x, v128.load(b2));
      s3 = multiplyAdd(s3, x, v128.load(b3));
    }
    const low = f32x4.add(v128.shuffle<f32>(s0, s1, 0, 4, 1, 5), v128.shuffle<f32>(s0, s1, 2, 6, 3, 7));
    const high = f32x4.add(v128.shuffle<f32>(s2, s3, 0, 4, 1, 5), v128.shuffle<f32>(s2, s3, 2, 6, 3, 7));
    let sums = f32x4.add(v128.shuffle<f32>(low, high, 0, 1, 4, 5), v128.shuffle<f32>(low, high, 2, 3, 6, 7));
    for (const end = a + row; at < end; at += 4, b0 += 4, b1 += 4, b2 += 4, b3 += 4) {
      const values = f32x4(load<f32>(b0), load<f32>(b1), load<f32>(b2), load<f32>(b3));
      sums = multiplyAdd(sums, v128.load_splat<f32>(at), values);
    }
    v128.store(out, f32x4.add(v128.load(out), sums));
  }
  for (; j < n; j++, b += row, out += 4) {
    let sums = f32x4.splat(0);
    let at: usize = 0;
    for (; at < whole; at += 16) sums = multiplyAdd(sums, v128.load(a + at), v128.load(b + at));
    let sum = sumOfLanes(sums);
    for (; at < row; at += 4) sum += load<f32>(a + at) * load<f32>(b + at);
    store<f32>(out, load<f32>(out) + sum);
  }
}
