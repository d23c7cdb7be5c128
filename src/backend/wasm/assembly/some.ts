/** Four floats or, at the end of a row, the `left` that are there, beside zeros. */
// @ts-ignore: decorator
@inline
export function loadSome(from: usize, left: i32): v128 {
  return left >= 4 ? v128.load(from) : loadEnd(from, left);
}

function loadEnd(from: usize, left: i32): v128 {
  let x = f32x4.splat(load<f32>(from));
  x = f32x4.replace_lane(x, 3, 0);
  x = f32x4.replace_lane(x, 2, left > 2 ? load<f32>(from, 8) : 0);
  return f32x4.replace_lane(x, 1, left > 1 ? load<f32>(from, 4) : 0);
}

/** Writes four floats, of which at the end of a row there is room for `left`. */
// @ts-ignore: decorator
@inline
export function storeSome(to: usize, x: v128, left: i32): void {
  if (left >= 4) v128.store(to, x);
  else storeEnd(to, x, left);
}

function storeEnd(to: usize, x: v128, left: i32): void {
  store<f32>(to, f32x4.extract_lane(x, 0));
  if (left > 1) store<f32>(to, f32x4.extract_lane(x, 1), 4);
  if (left > 2) store<f32>(to, f32x4.extract_lane(x, 2), 8);
}
