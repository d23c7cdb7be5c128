/** Copies `rows` pieces of `bytes` each, whose beginnings lie `fromRow` and `toRow` bytes apart. */
export function copyRows(from: usize, fromRow: usize, to: usize, toRow: usize, rows: i32, bytes: usize): void {
  const short = bytes <= 512 && (bytes & 15) == 0;
  for (; rows > 0; rows--, from += fromRow, to += toRow) {
    if (!short) memory.copy(to, from, bytes);
    else for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, v128.load(from + i));
  }
}

/** `out [outer, count, bytes]`: the rows of `x [outer, size, bytes]` that `indices [count]` name, which lie within. */
export function gatherRows(x: usize, indices: usize, out: usize, outer: i32, size: i32, count: i32, bytes: usize): void {
  for (; outer > 0; outer--, x += <usize>size * bytes) {
    for (let i: usize = 0; i < <usize>count << 2; i += 4, out += bytes) {
      copyRows(x + <usize>load<i32>(indices + i) * bytes, 0, out, 0, 1, bytes);
    }
  }
}
