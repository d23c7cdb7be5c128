import { loadSome, storeSome } from "./some";
import { tileColumns, tileOfPanel, tileOfRows, tileRows, tileUnpacked } from "./tile";

/**
 * `out [rows, columns] = start + a b`. `b` is packed by eight, its panels `panel` bytes apart. `a` is in rows `aRow` bytes
 * apart or, where that is 0, packed by four. `start` is the row that the sums begin with, or 0 for what `out` holds; with
 * `constant` eight values for all columns. `edge` is room for one tile.
 */
export function multiplyBlock(
  a: usize, aRow: usize, b: usize, panel: usize, depth: i32, start: usize, constant: bool,
  out: usize, outRow: usize, rows: i32, columns: i32, edge: usize,
): void {
  const aTile = aRow ? aRow * tileRows : <usize>(depth * tileRows) << 2;
  for (let j = 0; j < columns; j += tileColumns, b += panel) {
    const first = start && !constant ? start + (<usize>j << 2) : start;
    let from = a;
    for (let i = 0; i < rows; i += tileRows, from += aTile) {
      const to = out + <usize>i * outRow + (<usize>j << 2);
      const source = start ? first : to;
      const sourceRow: usize = start ? 0 : outRow;
      if (columns - j >= tileColumns) {
        if (aRow) tileOfRows(rows - i, from, aRow, b, depth, source, sourceRow, to, outRow);
        else tileOfPanel(rows - i, from, b, depth, source, sourceRow, to, outRow);
      } else {
        const some = columns - j, height = min(tileRows, rows - i);
        copy(source, sourceRow, edge, tileColumns << 2, height, some);
        if (aRow) tileOfRows(height, from, aRow, b, depth, edge, tileColumns << 2, edge, tileColumns << 2);
        else tileOfPanel(height, from, b, depth, edge, tileColumns << 2, edge, tileColumns << 2);
        copy(edge, tileColumns << 2, to, outRow, height, some);
      }
    }
  }
}

function copy(from: usize, fromRow: usize, to: usize, toRow: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++, from += fromRow, to += toRow) {
    for (let left = columns, at: usize = 0; left > 0; left -= 4, at += 16) storeSome(to + at, loadSome(from + at, left), left);
  }
}

/** The same for whole tiles of columns where nothing is packed: the rows of `b` lie `bRow` bytes apart. */
export function multiplyUnpacked(
  a: usize, aRow: usize, b: usize, bRow: usize, depth: i32, start: usize, constant: bool,
  out: usize, outRow: usize, rows: i32, columns: i32,
): void {
  for (let j = 0; j < columns; j += tileColumns) {
    const first = start && !constant ? start + (<usize>j << 2) : start;
    for (let i = 0; i < rows; i += tileRows) {
      const to = out + <usize>i * outRow + (<usize>j << 2);
      const source = start ? first : to, sourceRow = start ? 0 : outRow;
      tileUnpacked(rows - i, a + <usize>i * aRow, aRow, b + (<usize>j << 2), bRow, depth, source, sourceRow, to, outRow);
    }
  }
}
