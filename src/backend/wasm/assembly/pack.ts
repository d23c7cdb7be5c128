/** Copies `count` of at most 8 floats and fills up to `width` with zeros. */
function copyPadded(from: usize, count: i32, to: usize, width: i32): void {
  for (let i = 0; i < width; i++) {
    store<f32>(to + (<usize>i << 2), i < count ? load<f32>(from + (<usize>i << 2)) : 0);
  }
}

/** `x [depth, width]`, rows `row` bytes apart, into panels `[width / 4, depth, 4]`, the last filled up with zeros. */
export function packByFour(x: usize, row: usize, depth: i32, width: i32, panels: usize): void {
  for (let column = 0; column < width; column += 4) {
    let from = x + (<usize>column << 2);
    for (let k = 0; k < depth; k++, from += row, panels += 16) {
      if (width - column >= 4) v128.store(panels, v128.load(from));
      else copyPadded(from, width - column, panels, 4);
    }
  }
}

/** Panels that are filled together: what one row gives to them is two lines of the cache, each read once. */
const panelsTogether: i32 = 4;

/** `x [depth, width]`, rows `row` bytes apart, into panels `[width / 8, depth, 8]`, the last filled up with zeros. */
export function packByEight(x: usize, row: usize, depth: i32, width: i32, panels: usize): void {
  const panel = <usize>depth << 5;
  let column = 0;
  for (; column + 8 * panelsTogether <= width; column += 8 * panelsTogether, panels += panel * panelsTogether) {
    let from = x + (<usize>column << 2);
    let first = panels, second = first + panel, third = second + panel, fourth = third + panel;
    for (const end = panels + panel; first < end; from += row, first += 32, second += 32, third += 32, fourth += 32) {
      v128.store(first, v128.load(from));
      v128.store(first, v128.load(from, 16), 16);
      v128.store(second, v128.load(from, 32));
      v128.store(second, v128.load(from, 48), 16);
      v128.store(third, v128.load(from, 64));
      v128.store(third, v128.load(from, 80), 16);
      v128.store(fourth, v128.load(from, 96));
      v128.store(fourth, v128.load(from, 112), 16);
    }
  }
  for (; column < width; column += 8) {
    let from = x + (<usize>column << 2);
    for (let k = 0; k < depth; k++, from += row, panels += 32) {
      if (width - column >= 8) {
        v128.store(panels, v128.load(from));
        v128.store(panels, v128.load(from, 16), 16);
      } else copyPadded(from, width - column, panels, 8);
    }
  }
}

/** `x [4, 4]`, rows `row` bytes apart, transposed to rows 32 bytes apart. */
// @ts-ignore: decorator
@inline
function transposeFour(x: usize, row: usize, to: usize): void {
  const x0 = v128.load(x), x1 = v128.load(x + row), x2 = v128.load(x + 2 * row), x3 = v128.load(x + 3 * row);
  const low01 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
}

/** `x [width, depth]`, rows `row` bytes apart, into panels `[width / 8, depth, 8]`, the last filled up with zeros. */
export function packTransposed(x: usize, row: usize, depth: i32, width: i32, panels: usize): void {
  for (let first = 0; first < width; first += 8) {
    const from = x + <usize>first * row;
    const rows = min(8, width - first);
    let k = 0;
    if (rows == 8) {
      for (; k + 4 <= depth; k += 4, panels += 128) {
        transposeFour(from + (<usize>k << 2), row, panels);
        transposeFour(from + 4 * row + (<usize>k << 2), row, panels + 16);
      }
    }
    for (; k < depth; k++, panels += 32) {
      for (let i = 0; i < 8; i++) {
        const value = i < rows ? load<f32>(from + <usize>i * row + (<usize>k << 2)) : 0;
        store<f32>(panels + (<usize>i << 2), value);
      }
    }
  }
}
