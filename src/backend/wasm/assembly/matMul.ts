import { multiplyBlock, multiplyUnpacked } from "./block";
import { rowTimesMatrix, rowTimesTransposed } from "./fewRows";
import { packByEight, packByFour, packTransposed } from "./pack";
import { tileColumns, tileRows } from "./tile";

/** A panel of `b` of this depth is 8 KiB and stays in the first-level cache while all tiles of a block use it. */
const blockDepth: i32 = 256;
/** A block of `a` is 128 KiB: a part of the second-level cache. */
const blockRows: i32 = 128;
const blockColumns: i32 = 1024;

const bytesOfB: usize = blockDepth * blockColumns * 4;
const bytesOfA: usize = blockRows * blockDepth * 4;
const bytesOfEdge: usize = tileRows * tileColumns * 4;

/** Fewer rows are multiplied one by one. */
const rowsWorthTiles: i32 = 4;
/** Fewer rows are not worth packing `b` for, as long as its rows are contiguous and so short that they do not evict one another. */
const rowsWorthPacking: i32 = 64;
const shortRow: i32 = 128;

/** Bytes that `matMul` needs to work in. */
export function matMulScratchBytes(): usize {
  return bytesOfB + bytesOfA + bytesOfEdge + tileColumns * 4;
}

/**
 * `matMul` for `batch` matrices behind one another in `out`; the next ones of `a` and `b` begin `aNext` and `bNext` bytes
 * behind the last, 0 where one stands for all.
 */
export function matMulBatch(
  batch: i32, a: usize, aNext: usize, transposeA: bool, b: usize, bNext: usize, transposeB: bool,
  out: usize, m: i32, n: i32, k: i32, bias: usize, scratch: usize,
): void {
  for (; batch > 0; batch--, a += aNext, b += bNext, out += <usize>(m * n) << 2) {
    matMul(a, transposeA, b, transposeB, out, m, n, k, bias, scratch);
  }
}

/**
 * `out [m, n] = a b`, plus `bias [n]` unless that pointer is 0. `a` is `[m, k]` or, transposed, `[k, m]`; `b` is
 * `[k, n]` or `[n, k]`. Sums are of float32 in a fixed order: the same operands give the same bits.
 */
function matMul(
  a: usize, transposeA: bool, b: usize, transposeB: bool,
  out: usize, m: i32, n: i32, k: i32, bias: usize, scratch: usize,
): void {
  if (n == 1 && m > 1 && !bias) return matMul(b, !transposeB, a, !transposeA, out, 1, m, k, 0, scratch);
  if (m < rowsWorthTiles && (!transposeB || !transposeA || m == 1)) {
    return multiplyRows(a, transposeA, b, transposeB, out, m, n, k, bias);
  }
  if (k == 0) return startRows(out, m, n, bias);
  const packedB = scratch, packedA = packedB + bytesOfB, edge = packedA + bytesOfA, zeros = edge + bytesOfEdge;
  v128.store(zeros, f32x4.splat(0));
  v128.store(zeros, f32x4.splat(0), 16);
  const aRow = <usize>(transposeA ? m : k) << 2;
  const bRow = <usize>(transposeB ? k : n) << 2;
  const outRow = <usize>n << 2;
  const unpacked = m < rowsWorthPacking && n <= shortRow && !transposeA && !transposeB;
  for (let n0 = 0; n0 < n; n0 += blockColumns) {
    const columns = min(blockColumns, n - n0);
    const whole = unpacked ? columns & -tileColumns : 0;
    const rest = columns - whole;
    for (let k0 = 0; k0 < k; k0 += blockDepth) {
      const depth = min(blockDepth, k - k0);
      const panel = <usize>(depth * tileColumns) << 2;
      if (transposeB) packTransposed(at(b, n0, bRow, k0), bRow, depth, columns, packedB);
      else packByEight(at(b, k0, bRow, n0 + whole), bRow, depth, rest, packedB);
      for (let m0 = 0; m0 < m; m0 += blockRows) {
        const rows = min(blockRows, m - m0);
        const start = k0 > 0 ? 0 : bias ? bias + (<usize>n0 << 2) : zeros, constant = start == zeros;
        if (transposeA) packByFour(at(a, k0, aRow, m0), aRow, depth, rows, packedA);
        const from = transposeA ? packedA : at(a, m0, aRow, k0), fromRow: usize = transposeA ? 0 : aRow;
        const to = at(out, m0, outRow, n0), right = <usize>whole << 2;
        if (whole) multiplyUnpacked(from, fromRow, at(b, k0, bRow, n0), bRow, depth, start, constant, to, outRow, rows, whole);
        const behind = start && !constant ? start + right : start;
        multiplyBlock(from, fromRow, packedB, panel, depth, behind, constant, to + right, outRow, rows, rest, edge);
      }
    }
  }
}

/** The address of an entry of a matrix of floats whose rows are `row` bytes apart. */
// @ts-ignore: decorator
@inline
function at(matrix: usize, i: i32, row: usize, j: i32): usize {
  return matrix + <usize>i * row + (<usize>j << 2);
}

/** The product row by row, without packing. */
function multiplyRows(
  a: usize, transposeA: bool, b: usize, transposeB: bool,
  out: usize, m: i32, n: i32, k: i32, bias: usize,
): void {
  startRows(out, m, n, bias);
  for (let i = 0; i < m; i++, out += <usize>n << 2) {
    const row = a + (<usize>(transposeA ? i : i * k) << 2);
    if (transposeB) rowTimesTransposed(row, b, out, n, k);
    else rowTimesMatrix(row, transposeA ? <usize>m << 2 : 4, b, out, n, k);
  }
}

/** What a product of depth 0 is: the bias, or nothing. */
function startRows(out: usize, m: i32, n: i32, bias: usize): void {
  const row = <usize>n << 2;
  for (let i = 0; i < m; i++, out += row) {
    if (bias) memory.copy(out, bias, row);
    else memory.fill(out, 0, row);
  }
}

/** The same for whole numbers of 32 bits, which wrap around: entry by entry, for such matrices are few and small. */
export function matMulWhole(
  a: usize, transposeA: bool, b: usize, transposeB: bool, out: usize, m: i32, n: i32, k: i32,
): void {
  const aRow: usize = transposeA ? 4 : <usize>k << 2, aStep: usize = transposeA ? <usize>m << 2 : 4;
  const bColumn: usize = transposeB ? <usize>k << 2 : 4, bStep: usize = transposeB ? 4 : <usize>n << 2;
  for (let i = 0; i < m; i++, a += aRow) {
    for (let j = 0; j < n; j++, out += 4) {
      let sum = 0, x = a, y = b + <usize>j * bColumn;
      for (let inner = 0; inner < k; inner++, x += aStep, y += bStep) sum += load<i32>(x) * load<i32>(y);
      store<i32>(out, sum);
    }
  }
}
