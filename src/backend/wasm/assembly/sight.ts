/** Queries, and keys, that are looked at together. */
export const sightBlock: i32 = 32;

const columns: usize = 5; // of a place: position, kind, index, image, presence
const self: i32 = 1, earlier: i32 = 2, image: i32 = 3, everything: i32 = 4;

/** What a block of queries sees of a block of keys. */
export const seesNothing: u8 = 0, seesSome: u8 = 1, seesAll: u8 = 2;

let queries: i32 = 0;
let keys: i32 = 0;
let kinds: i32 = 0;
let queryPlaces: usize = 0; // [queries, 5]
let positions: usize = 0, indices: usize = 0, images: usize = 0; // of the keys, [paddedKeys] each
let reaches: usize = 0; // how far queries of each kind see each key, [kinds, paddedKeys]; nobody sees the padding
let blocks: usize = 0; // [query blocks, key blocks]

/** Rounded up to whole blocks. */
export function padded(tokens: i32): i32 {
  return (tokens + sightBlock - 1) & -sightBlock;
}

/** Bytes that `look` needs to work in. */
export function sightBytes(queries: i32, keys: i32, kinds: i32): usize {
  const rows = <usize>(3 + max(1, kinds)) * padded(keys) * 4;
  return (rows + <usize>(padded(queries) / sightBlock) * (padded(keys) / sightBlock) + 15) & ~15;
}

/**
 * Sets what the queries of one sample see of its keys: `queryPlaces [queries, 5]` and `keyPlaces [keys, 5]`, and the
 * table of reaches `[kinds, kinds]`. Everything where `kinds` is 0.
 */
export function look(
  queryCount: i32, keyCount: i32, kindCount: i32, ofQueries: usize, keyPlaces: usize, table: usize, scratch: usize,
): void {
  queries = queryCount;
  keys = keyCount;
  kinds = kindCount;
  queryPlaces = ofQueries;
  const width = padded(keys);
  positions = scratch;
  indices = positions + (<usize>width << 2);
  images = indices + (<usize>width << 2);
  reaches = images + (<usize>width << 2);
  blocks = reaches + (<usize>(max(1, kinds) * width) << 2);
  memory.fill(positions, 0, blocks - positions);
  for (let key = 0; key < keys; key++) {
    const at = <usize>key << 2;
    if (kinds == 0) {
      store<i32>(reaches + at, everything);
      continue;
    }
    const place = keyPlaces + <usize>key * columns * 4;
    const kind = load<i32>(place, 4);
    store<i32>(positions + at, load<i32>(place));
    store<i32>(indices + at, load<i32>(place, 8));
    store<i32>(images + at, load<i32>(place, 12));
    if (!load<i32>(place, 16)) continue;
    for (let asking = 0; asking < kinds; asking++) {
      const reach = load<i32>(table + (<usize>(asking * kinds + kind) << 2));
      if (reach != self || asking == kind) store<i32>(reaches + (<usize>(asking * width) << 2) + at, reach);
    }
  }
  classify();
}

/** Which of the four keys at `key` a query sees: all bits of a lane, or none. */
// @ts-ignore: decorator
@inline
function sees(position: v128, index: v128, image_: v128, reachRow: usize, key: i32): v128 {
  const at = <usize>key << 2;
  const reach = v128.load(reachRow + at);
  const inTime = i32x4.ge_s(position, v128.load(positions + at));
  const inPicture = i32x4.eq(image_, v128.load(images + at));
  const itself = i32x4.eq(index, v128.load(indices + at));
  return v128.or(
    v128.or(
      i32x4.eq(reach, i32x4.splat(everything)),
      v128.and(i32x4.eq(reach, i32x4.splat(earlier)), inTime),
    ),
    v128.or(
      v128.and(i32x4.eq(reach, i32x4.splat(image)), inPicture),
      v128.and(i32x4.eq(reach, i32x4.splat(self)), itself),
    ),
  );
}

// @ts-ignore: decorator
@inline
function fieldOf(query: i32, field: usize): i32 {
  return kinds ? load<i32>(queryPlaces + (<usize>query * columns + field) * 4) : 0;
}

/** A query of no image sees no image: not even the keys of none, whose number is -1. */
// @ts-ignore: decorator
@inline
function imageOf(query: i32): i32 {
  const own = fieldOf(query, 3);
  return own < 0 ? i32.MIN_VALUE : own;
}

// @ts-ignore: decorator
@inline
function reachRowOf(query: i32): usize {
  return reaches + (<usize>(fieldOf(query, 1) * padded(keys)) << 2);
}

function classify(): void {
  const keyBlocks = padded(keys) / sightBlock;
  for (let first = 0; first < queries; first += sightBlock) {
    const row = blocks + <usize>((first / sightBlock) * keyBlocks);
    for (let block = 0; block < keyBlocks; block++) {
      let any = false, all = true;
      for (let query = first; query < min(queries, first + sightBlock); query++) {
        const position = i32x4.splat(fieldOf(query, 0)), index = i32x4.splat(fieldOf(query, 2));
        const picture = i32x4.splat(imageOf(query));
        const reachRow = reachRowOf(query);
        let one = i32x4.splat(0), every = i32x4.splat(-1);
        for (let key = block * sightBlock; key < (block + 1) * sightBlock; key += 4) {
          const seen = sees(position, index, picture, reachRow, key);
          one = v128.or(one, seen);
          every = v128.and(every, seen);
        }
        any = any || v128.any_true(one);
        all = all && i32x4.all_true(every);
        if (any && !all) break;
      }
      store<u8>(row + block, any ? (all ? seesAll : seesSome) : seesNothing);
    }
  }
}

/** What the block of queries that begins with `query` sees of the block of keys that begins with `key`. */
export function seen(query: i32, key: i32): u8 {
  return load<u8>(blocks + <usize>((query / sightBlock) * (padded(keys) / sightBlock) + key / sightBlock));
}

/** Writes `hidden` over the scores of a block, rows `row` bytes apart, wherever the query does not see the key. */
export function hide(query: i32, rows: i32, key: i32, scores: usize, row: usize, hidden: f32): void {
  const none = f32x4.splat(hidden);
  for (; rows > 0; rows--, query++, scores += row) {
    const position = i32x4.splat(fieldOf(query, 0)), index = i32x4.splat(fieldOf(query, 2));
    const picture = i32x4.splat(imageOf(query));
    const reachRow = reachRowOf(query);
    for (let at: usize = 0; at < <usize>sightBlock * 4; at += 16) {
      const seen = sees(position, index, picture, reachRow, key + <i32>(at >> 2));
      v128.store(scores + at, v128.bitselect(v128.load(scores + at), none, seen));
    }
  }
}
