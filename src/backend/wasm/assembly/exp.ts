import { multiplyAdd } from "./tile";

/** `e^x` to 2 units in the last place, as in Cephes: 0 below the smallest normal number, at most 2.4e38. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const lowest = f32x4.splat(-87.33654);
  const below = f32x4.lt(x, lowest);
  x = f32x4.pmin(f32x4.pmax(x, lowest), f32x4.splat(88.37626));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440e-4)));
  let y = f32x4.splat(1.9875691500e-4);
  y = multiplyAdd(f32x4.splat(1.3981999507e-3), y, r);
  y = multiplyAdd(f32x4.splat(8.3334519073e-3), y, r);
  y = multiplyAdd(f32x4.splat(4.1665795894e-2), y, r);
  y = multiplyAdd(f32x4.splat(1.6666665459e-1), y, r);
  y = multiplyAdd(f32x4.splat(5.0000001201e-1), y, r);
  y = f32x4.add(multiplyAdd(r, y, f32x4.mul(r, r)), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(y, power), below);
}

/** The natural logarithm of a positive normal number, to 1 unit in the last place, as in Cephes. */
export function log(x: f32): f32 {
  const bits = reinterpret<i32>(x);
  let m = reinterpret<f32>((bits & 0x007fffff) | 0x3f000000);
  let e = <f32>((bits >> 23) - 126);
  if (m < 0.707106781) {
    e -= 1;
    m += m;
  }
  m -= 1;
  const z = m * m;
  let y: f32 = 7.0376836292e-2;
  y = y * m - 1.1514610310e-1;
  y = y * m + 1.1676998740e-1;
  y = y * m - 1.2420140846e-1;
  y = y * m + 1.4249322787e-1;
  y = y * m - 1.6668057665e-1;
  y = y * m + 2.0000714765e-1;
  y = y * m - 2.4999993993e-1;
  y = y * m + 3.3333331174e-1;
  y = y * m * z - e * 2.12194440e-4 - 0.5 * z;
  return m + y + e * 0.693359375;
}
