/** A tile of an output: as many sums as fit in the registers, beside the six operands of one step. */
export const tileRows: i32 = 4;
export const tileColumns: i32 = 8;

// @ts-ignore: decorator
@inline
export function multiplyAdd(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

/** A row of a packed panel: the next one lies right behind it. */
// @ts-ignore: decorator
@unmanaged
class PackedRow {
  left: v128;
  right: v128;
}

/** Eight numbers of a row as it lies in memory: the next row is anywhere. */
// @ts-ignore: decorator
@unmanaged
class PlainRow {}

/**
 * `target [rows, 8] = source [rows, 8] + a [rows, depth] b [depth, 8]`. From one step of the depth to the next, `a` moves
 * on by the size of `A`: `f32` where a row of it is contiguous, `v128` in a packed panel of four rows. The rows of `b`
 * are `bRow` bytes apart where `B` is `PlainRow`. Strides are in bytes; a `sourceRow` of 0 repeats one row. `rows` is to
 * be a constant, of 1 to 4.
 *
 * The way out after every step ends a basic block: V8 moves the loads of a block before its arithmetic, and those of
 * two steps would no longer fit in the registers.
 */
// @ts-ignore: decorator
@inline
function tile<A, B>(
  rows: i32, a: usize, aRow: usize, b: usize, bRow: usize, depth: i32,
  source: usize, sourceRow: usize, target: usize, targetRow: usize,
): void {
  let a0 = a, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
  let s00 = v128.load(source), s01 = v128.load(source, 16);
  let s10 = s00, s11 = s01, s20 = s00, s21 = s01, s30 = s00, s31 = s01;
  if (rows > 1) { source += sourceRow; s10 = v128.load(source); s11 = v128.load(source, 16); }
  if (rows > 2) { source += sourceRow; s20 = v128.load(source); s21 = v128.load(source, 16); }
  if (rows > 3) { source += sourceRow; s30 = v128.load(source); s31 = v128.load(source, 16); }
  let x: v128, b0: v128, b1: v128;
  const plain = offsetof<B>() == 0;
  for (;;) {
    b0 = v128.load(b); b1 = v128.load(b, 16); if (plain) b += bRow;
    x = v128.load_splat<f32>(a0); s00 = multiplyAdd(s00, x, b0); s01 = multiplyAdd(s01, x, b1);
    if (rows > 1) { x = v128.load_splat<f32>(a1); s10 = multiplyAdd(s10, x, b0); s11 = multiplyAdd(s11, x, b1); }
    if (rows > 2) { x = v128.load_splat<f32>(a2); s20 = multiplyAdd(s20, x, b0); s21 = multiplyAdd(s21, x, b1); }
    if (rows > 3) { x = v128.load_splat<f32>(a3); s30 = multiplyAdd(s30, x, b0); s31 = multiplyAdd(s31, x, b1); }
    if (depth == 1) break;
    b0 = v128.load(b, offsetof<B>()); b1 = v128.load(b, offsetof<B>() + 16); if (plain) b += bRow;
    x = v128.load_splat<f32>(a0, sizeof<A>()); s00 = multiplyAdd(s00, x, b0); s01 = multiplyAdd(s01, x, b1);
    if (rows > 1) { x = v128.load_splat<f32>(a1, sizeof<A>()); s10 = multiplyAdd(s10, x, b0); s11 = multiplyAdd(s11, x, b1); }
    if (rows > 2) { x = v128.load_splat<f32>(a2, sizeof<A>()); s20 = multiplyAdd(s20, x, b0); s21 = multiplyAdd(s21, x, b1); }
    if (rows > 3) { x = v128.load_splat<f32>(a3, sizeof<A>()); s30 = multiplyAdd(s30, x, b0); s31 = multiplyAdd(s31, x, b1); }
    if (depth == 2) break;
    b0 = v128.load(b, 2 * offsetof<B>()); b1 = v128.load(b, 2 * offsetof<B>() + 16); if (plain) b += bRow;
    x = v128.load_splat<f32>(a0, 2 * sizeof<A>()); s00 = multiplyAdd(s00, x, b0); s01 = multiplyAdd(s01, x, b1);
    if (rows > 1) { x = v128.load_splat<f32>(a1, 2 * sizeof<A>()); s10 = multiplyAdd(s10, x, b0); s11 = multiplyAdd(s11, x, b1); }
    if (rows > 2) { x = v128.load_splat<f32>(a2, 2 * sizeof<A>()); s20 = multiplyAdd(s20, x, b0); s21 = multiplyAdd(s21, x, b1); }
    if (rows > 3) { x = v128.load_splat<f32>(a3, 2 * sizeof<A>()); s30 = multiplyAdd(s30, x, b0); s31 = multiplyAdd(s31, x, b1); }
    if (depth == 3) break;
    b0 = v128.load(b, 3 * offsetof<B>()); b1 = v128.load(b, 3 * offsetof<B>() + 16); if (plain) b += bRow;
    x = v128.load_splat<f32>(a0, 3 * sizeof<A>()); s00 = multiplyAdd(s00, x, b0); s01 = multiplyAdd(s01, x, b1);
    if (rows > 1) { x = v128.load_splat<f32>(a1, 3 * sizeof<A>()); s10 = multiplyAdd(s10, x, b0); s11 = multiplyAdd(s11, x, b1); }
    if (rows > 2) { x = v128.load_splat<f32>(a2, 3 * sizeof<A>()); s20 = multiplyAdd(s20, x, b0); s21 = multiplyAdd(s21, x, b1); }
    if (rows > 3) { x = v128.load_splat<f32>(a3, 3 * sizeof<A>()); s30 = multiplyAdd(s30, x, b0); s31 = multiplyAdd(s31, x, b1); }
    depth -= 4;
    if (depth <= 0) break;
    a0 += 4 * sizeof<A>(); a1 += 4 * sizeof<A>(); a2 += 4 * sizeof<A>(); a3 += 4 * sizeof<A>(); b += 4 * offsetof<B>();
  }
  v128.store(target, s00); v128.store(target, s01, 16);
  if (rows > 1) { target += targetRow; v128.store(target, s10); v128.store(target, s11, 16); }
  if (rows > 2) { target += targetRow; v128.store(target, s20); v128.store(target, s21, 16); }
  if (rows > 3) { target += targetRow; v128.store(target, s30); v128.store(target, s31, 16); }
}

/** A tile of up to four rows, where the rows of `a` are contiguous and `b` is packed. Depth is at least 1. */
export function tileOfRows(
  rows: i32, a: usize, aRow: usize, b: usize, depth: i32,
  source: usize, sourceRow: usize, target: usize, targetRow: usize,
): void {
  if (rows >= 4) tile<f32, PackedRow>(4, a, aRow, b, 0, depth, source, sourceRow, target, targetRow);
  else if (rows == 3) tile<f32, PackedRow>(3, a, aRow, b, 0, depth, source, sourceRow, target, targetRow);
  else if (rows == 2) tile<f32, PackedRow>(2, a, aRow, b, 0, depth, source, sourceRow, target, targetRow);
  else tile<f32, PackedRow>(1, a, aRow, b, 0, depth, source, sourceRow, target, targetRow);
}

/** A tile of up to four rows, where `a` is a packed panel `[depth, 4]` and `b` is packed. Depth is at least 1. */
export function tileOfPanel(
  rows: i32, a: usize, b: usize, depth: i32,
  source: usize, sourceRow: usize, target: usize, targetRow: usize,
): void {
  if (rows >= 4) tile<v128, PackedRow>(4, a, 4, b, 0, depth, source, sourceRow, target, targetRow);
  else if (rows == 3) tile<v128, PackedRow>(3, a, 4, b, 0, depth, source, sourceRow, target, targetRow);
  else if (rows == 2) tile<v128, PackedRow>(2, a, 4, b, 0, depth, source, sourceRow, target, targetRow);
  else tile<v128, PackedRow>(1, a, 4, b, 0, depth, source, sourceRow, target, targetRow);
}

/** A tile of up to four rows where nothing is packed: the rows of `a` and of `b` are contiguous. Depth is at least 1. */
export function tileUnpacked(
  rows: i32, a: usize, aRow: usize, b: usize, bRow: usize, depth: i32,
  source: usize, sourceRow: usize, target: usize, targetRow: usize,
): void {
  if (rows >= 4) tile<f32, PlainRow>(4, a, aRow, b, bRow, depth, source, sourceRow, target, targetRow);
  else if (rows == 3) tile<f32, PlainRow>(3, a, aRow, b, bRow, depth, source, sourceRow, target, targetRow);
  else if (rows == 2) tile<f32, PlainRow>(2, a, aRow, b, bRow, depth, source, sourceRow, target, targetRow);
  else tile<f32, PlainRow>(1, a, aRow, b, bRow, depth, source, sourceRow, target, targetRow);
}
