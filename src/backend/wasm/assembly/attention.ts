import { multiplyBlock } from "./block";
import { exp, log } from "./exp";
import { rowTimesMatrix, rowTimesTransposed, sumOfLanes } from "./fewRows";
import { packByEight, packByFour, packTransposed } from "./pack";
import { hide, look, padded, seen, seesNothing, seesSome, sightBlock, sightBytes } from "./sight";
import { loadSome } from "./some";
import { multiplyAdd } from "./tile";

/** Fewer queries are not worth packing keys and values for. */
const queriesWorthPacking: i32 = 4;

/** The score of what is not seen, and a bound that every score of what is seen exceeds. */
const hidden: f32 = -1e30, leastSeen: f32 = -1e29;

// The attention that runs. Tokens of a sample lie behind one another, the heads of a token too.
let batch: i32 = 0, queries: i32 = 0, keys: i32 = 0;
let heads: i32 = 0, kvHeads: i32 = 0, size: i32 = 0; // size: of a head
let kinds: i32 = 0, reaches: usize = 0; // [kinds, kinds]
let queryPlaces: usize = 0, keyPlaces: usize = 0; // [batch, tokens, 5]
let cosines: usize = 0, sines: usize = 0; // [positions, size / 2]; 0 where nothing rotates

// What it works in. Keys are padded to whole blocks, heads to whole panels of eight: `width` floats.
let width: i32 = 0, row: usize = 0, scoreRow: usize = 0;
let sight: usize = 0, zeros: usize = 0;
let keyRows: usize = 0, valueRows: usize = 0; // [keys, width]
let turnedKeys: usize = 0, turnedValues: usize = 0; // transposed, in panels: what scores, and gradients of weights, are made with
let keyPanels: usize = 0, valuePanels: usize = 0; // in panels: what gradients of queries, and results, are made with
let queryRows: usize = 0, outRows: usize = 0; // [block, width]
let scores: usize = 0, weightGradients: usize = 0; // [block, keys]
let keyGradients: usize = 0, valueGradients: usize = 0; // [keys, width]
let smallPanels: usize = 0; // [keys, block], four rows a panel
let queryPanels: usize = 0, gradientPanels: usize = 0; // [width, block]

/** Bytes that attention needs to work in, with its gradient or without. */
export function attentionScratchBytes(queries: i32, keys: i32, size: i32, kinds: i32): usize {
  const across = <usize>((size + 7) & ~7), along = <usize>padded(keys), block = <usize>sightBlock;
  return sightBytes(queries, keys, kinds) + (8 + 8 * along * across + 3 * along * block + 4 * block * across) * 4;
}

/** Sets the attention that runs and divides the memory that it works in. `kinds` is 0 where everything is visible. */
export function setAttention(
  b: i32, q: i32, k: i32, h: i32, kv: i32, s: i32, kindCount: i32, table: usize,
  ofQueries: usize, ofKeys: usize, cos: usize, sin: usize, scratch: usize,
): void {
  batch = b; queries = q; keys = k; heads = h; kvHeads = kv; size = s;
  kinds = kindCount; reaches = table; queryPlaces = ofQueries; keyPlaces = ofKeys; cosines = cos; sines = sin;
  width = (size + 7) & ~7;
  row = <usize>width << 2;
  scoreRow = <usize>padded(keys) << 2;
  const ofHead = <usize>padded(keys) * row, ofScores = <usize>sightBlock * scoreRow, ofBlock = <usize>sightBlock * row;
  zeros = scratch;
  memory.fill(zeros, 0, 32);
  keyRows = zeros + 32;
  valueRows = keyRows + ofHead;
  turnedKeys = valueRows + ofHead;
  turnedValues = turnedKeys + ofHead;
  keyPanels = turnedValues + ofHead;
  valuePanels = keyPanels + ofHead;
  keyGradients = valuePanels + ofHead;
  valueGradients = keyGradients + ofHead;
  scores = valueGradients + ofHead;
  weightGradients = scores + ofScores;
  smallPanels = weightGradients + ofScores;
  queryRows = smallPanels + ofScores;
  outRows = queryRows + ofBlock;
  queryPanels = outRows + ofBlock;
  gradientPanels = queryPanels + ofBlock;
  sight = gradientPanels + ofBlock;
}

/** The address of one head of one token in `[batch, tokens, heads, size]`. */
// @ts-ignore: decorator
@inline
function headOf(x: usize, sample: i32, token: i32, tokens: i32, head: i32, count: i32): usize {
  return x + (((<usize>sample * tokens + token) * count + head) * size << 2);
}

/** `factor x`, rotated by the angles of a position, or back by them where `sign` is -1. */
function rotate(x: usize, position: i32, sign: f32, factor: f32, to: usize): void {
  const half = size >> 1;
  if (!cosines) {
    for (let i: usize = 0; i < <usize>size << 2; i += 4) store<f32>(to + i, load<f32>(x + i) * factor);
    return;
  }
  const cos = cosines + (<usize>(position * half) << 2), sin = sines + (<usize>(position * half) << 2);
  const other = <usize>half << 2;
  let i: usize = 0;
  const factors = f32x4.splat(factor), signs = f32x4.splat(factor * sign);
  for (; i + 16 <= other; i += 16) {
    const low = v128.load(x + i), high = v128.load(x + other + i);
    const c = f32x4.mul(v128.load(cos + i), factors), s = f32x4.mul(v128.load(sin + i), signs);
    v128.store(to + i, f32x4.sub(f32x4.mul(low, c), f32x4.mul(high, s)));
    v128.store(to + other + i, f32x4.add(f32x4.mul(high, c), f32x4.mul(low, s)));
  }
  for (; i < other; i += 4) {
    const low = load<f32>(x + i), high = load<f32>(x + other + i);
    const c = load<f32>(cos + i) * factor, s = load<f32>(sin + i) * factor * sign;
    store<f32>(to + i, low * c - high * s);
    store<f32>(to + other + i, high * c + low * s);
  }
}

/** Where a token stands, for its rotation. */
// @ts-ignore: decorator
@inline
function positionOf(places: usize, sample: i32, token: i32, tokens: i32): i32 {
  return cosines ? load<i32>(places + ((<usize>sample * tokens + token) * 5 << 2)) : 0;
}

/** The keys, rotated, and values (unless `v` is 0) of a head, as rows `[padded keys, width]` with zeros around them. */
function loadKeys(k: usize, v: usize, sample: i32, head: i32): void {
  memory.fill(keyRows, 0, <usize>padded(keys) * row);
  memory.fill(valueRows, 0, <usize>padded(keys) * row);
  for (let token = 0; token < keys; token++) {
    const at = <usize>token * row;
    const position = positionOf(keyPlaces, sample, token, keys);
    rotate(headOf(k, sample, token, keys, head, kvHeads), position, 1, 1, keyRows + at);
    if (v) memory.copy(valueRows + at, headOf(v, sample, token, keys, head, kvHeads), <usize>size << 2);
  }
}

/** A block of queries, rotated and divided by the root of a head's size, as rows `[block, width]` with zeros behind. */
function loadQueries(q: usize, sample: i32, head: i32, first: i32, rows: i32): void {
  memory.fill(queryRows, 0, <usize>rows * row);
  const scale: f32 = 1 / sqrt<f32>(<f32>size);
  for (let i = 0; i < rows; i++) {
    const position = positionOf(queryPlaces, sample, first + i, queries);
    rotate(headOf(q, sample, first + i, queries, head, heads), position, 1, scale, queryRows + <usize>i * row);
  }
}

/** The first key, from `key` on, whose block these queries see (`wanted`) or do not; all keys where there is none. */
function nextKey(first: i32, key: i32, wanted: bool): i32 {
  while (key < keys && (seen(first, key) != seesNothing) != wanted) key += sightBlock;
  return min(key, padded(keys));
}

/** `out [rows, keys] = a b` for the keys that the queries see; `b` is transposed keys or values. */
function multiplySeen(a: usize, b: usize, first: i32, rows: i32, out: usize): i32 {
  let pairs = 0;
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    const at = <usize>key << 2;
    multiplyBlock(a, row, b + <usize>(key >> 3) * (<usize>size << 5), <usize>size << 5, size, zeros, true, out + at, scoreRow, rows, end - key, 0);
    pairs += rows * (min(end, keys) - key);
    key = nextKey(first, end, true);
  }
  return pairs;
}

/** The scores of a block of queries, hidden where the rule says so. Returns the (query, key) pairs that were multiplied. */
function score(first: i32, rows: i32): i32 {
  const few = queries < queriesWorthPacking;
  const pairs = few ? scoreRows(first, rows) : multiplySeen(queryRows, turnedKeys, first, rows, scores);
  hideSome(first, rows);
  return pairs;
}

function hideSome(first: i32, rows: i32): void {
  for (let key = 0; key < keys; key += sightBlock) {
    if (seen(first, key) == seesSome) hide(first, rows, key, scores + (<usize>key << 2), scoreRow, hidden);
  }
}

/** The same products, row by row, with keys that are not packed. */
function scoreRows(first: i32, rows: i32): i32 {
  let pairs = 0;
  memory.fill(scores, 0, <usize>rows * scoreRow);
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    for (let i = 0; i < rows; i++) {
      const to = scores + <usize>i * scoreRow + (<usize>key << 2);
      rowTimesTransposed(queryRows + <usize>i * row, keyRows + <usize>key * row, to, end - key, width);
    }
    pairs += rows * (min(end, keys) - key);
    key = nextKey(first, end, true);
  }
  return pairs;
}

/** `out [rows, width] += weights [rows, keys] values`, over the keys that are seen. */
function mixValues(first: i32, rows: i32): void {
  if (queries >= queriesWorthPacking) return mixSeen(scores, valuePanels, first, rows, outRows);
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    for (let i = 0; i < rows; i++) {
      const from = scores + <usize>i * scoreRow + (<usize>key << 2);
      rowTimesMatrix(from, 4, valueRows + <usize>key * row, outRows + <usize>i * row, width, end - key);
    }
    key = nextKey(first, end, true);
  }
}

/** `out [rows, width] += weights [rows, keys] b`, where `b` is keys or values in panels, over the keys that are seen. */
function mixSeen(weights: usize, b: usize, first: i32, rows: i32, out: usize): void {
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    const from = weights + (<usize>key << 2), panel = <usize>padded(keys) << 5;
    multiplyBlock(from, scoreRow, b + (<usize>key << 5), panel, end - key, 0, false, out, row, rows, width, 0);
    key = nextKey(first, end, true);
  }
}

/** The scores of one query become `e^(score - most)`, over the keys that its block sees; gives their most and their sum. */
let most: f32 = 0;
function powers(first: i32, at: usize): f32 {
  let highest = f32x4.splat(hidden);
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    for (let i = at + (<usize>key << 2); i < at + (<usize>end << 2); i += 16) highest = f32x4.max(highest, v128.load(i));
    key = nextKey(first, end, true);
  }
  highest = f32x4.max(highest, v128.shuffle<f32>(highest, highest, 2, 3, 0, 1));
  most = max<f32>(f32x4.extract_lane(highest, 0), f32x4.extract_lane(highest, 1));
  const shift = f32x4.splat(most > leastSeen || most != most ? most : 0);
  let sums = f32x4.splat(0);
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    for (let i = at + (<usize>key << 2); i < at + (<usize>end << 2); i += 16) {
      const power = exp(f32x4.sub(v128.load(i), shift));
      v128.store(i, power);
      sums = f32x4.add(sums, power);
    }
    key = nextKey(first, end, true);
  }
  return sumOfLanes(sums);
}

/**
 * `o [batch, queries, heads, size] = softmax(q k^T / sqrt(size)) v` of rotated queries and keys, under the rule of
 * `sight.ts`; zeros for a query that sees nothing. `lse [batch, heads, queries]` are the logarithms of the sums of the
 * exponentials, 0 for those. Returns how many pairs of a query and a key were multiplied, summed over the heads.
 */
export function attention(q: usize, k: usize, v: usize, o: usize, lse: usize): f64 {
  let pairs: f64 = 0;
  for (let sample = 0; sample < batch; sample++) {
    lookAt(sample);
    for (let kvHead = 0; kvHead < kvHeads; kvHead++) {
      loadKeys(k, v, sample, kvHead);
      if (queries >= queriesWorthPacking) {
        packTransposed(keyRows, row, size, padded(keys), turnedKeys);
        packByEight(valueRows, row, padded(keys), width, valuePanels);
      }
      const group = heads / kvHeads;
      for (let head = kvHead * group; head < (kvHead + 1) * group; head++) {
        for (let first = 0; first < queries; first += sightBlock) {
          const rows = min(sightBlock, queries - first);
          loadQueries(q, sample, head, first, rows);
          pairs += score(first, rows);
          memory.fill(outRows, 0, <usize>rows * row);
          const sums = queryPanels; // idle here
          for (let i = 0; i < rows; i++) {
            const sum = powers(first, scores + <usize>i * scoreRow);
            store<f32>(sums + (<usize>i << 2), sum);
            const total = sum != 0 ? most + log(sum) : 0;
            store<f32>(lse + ((((<usize>sample * heads + head) * queries) + first + i) << 2), total);
          }
          mixValues(first, rows);
          for (let i = 0; i < rows; i++) {
            const sum = load<f32>(sums + (<usize>i << 2));
            const share: f32 = sum != 0 ? 1 / sum : 0;
            const from = outRows + <usize>i * row, to = headOf(o, sample, first + i, queries, head, heads);
            for (let j: usize = 0; j < <usize>size << 2; j += 4) store<f32>(to + j, load<f32>(from + j) * share);
          }
        }
      }
    }
  }
  return pairs;
}

/** The softmax itself, `[batch, heads, queries, keys]`, zero where nothing is seen. Returns the pairs as `attention` does. */
export function attentionWeights(q: usize, k: usize, weights: usize): f64 {
  const all = <usize>keys << 2;
  let pairs: f64 = 0;
  for (let sample = 0; sample < batch; sample++) {
    lookAt(sample);
    for (let kvHead = 0; kvHead < kvHeads; kvHead++) {
      loadKeys(k, 0, sample, kvHead);
      if (queries >= queriesWorthPacking) packTransposed(keyRows, row, size, padded(keys), turnedKeys);
      const group = heads / kvHeads;
      for (let head = kvHead * group; head < (kvHead + 1) * group; head++) {
        for (let first = 0; first < queries; first += sightBlock) {
          const rows = min(sightBlock, queries - first);
          loadQueries(q, sample, head, first, rows);
          pairs += score(first, rows);
          for (let i = 0; i < rows; i++) {
            const from = scores + <usize>i * scoreRow;
            const to = weights + (<usize>((sample * heads + head) * queries) + first + i) * all;
            const sum = powers(first, from);
            memory.fill(to, 0, all);
            for (let key = nextKey(first, 0, true); sum != 0 && key < keys; ) {
              const end = nextKey(first, key, false);
              for (let at: usize = <usize>key << 2; at < min<usize>(all, <usize>end << 2); at += 4) {
                store<f32>(to + at, load<f32>(from + at) / sum);
              }
              key = nextKey(first, end, true);
            }
          }
        }
      }
    }
  }
  return pairs;
}

function lookAt(sample: i32): void {
  const ofQueries = queryPlaces + (<usize>sample * queries * 5 << 2), ofKeys = keyPlaces + (<usize>sample * keys * 5 << 2);
  look(queries, keys, kinds, ofQueries, ofKeys, reaches, sight);
}

/** The gradients of `attention` for queries, keys and values, from those of its result. Returns the same. */
export function attentionGrad(
  dO: usize, q: usize, k: usize, v: usize, o: usize, lse: usize, dQ: usize, dK: usize, dV: usize,
): f64 {
  const ofHead = <usize>padded(keys) * row;
  const gradientRows = outRows;
  let pairs: f64 = 0;
  for (let sample = 0; sample < batch; sample++) {
    lookAt(sample);
    for (let kvHead = 0; kvHead < kvHeads; kvHead++) {
      loadKeys(k, v, sample, kvHead);
      packTransposed(keyRows, row, size, padded(keys), turnedKeys);
      packTransposed(valueRows, row, size, padded(keys), turnedValues);
      packByEight(keyRows, row, padded(keys), width, keyPanels);
      memory.fill(keyGradients, 0, ofHead);
      memory.fill(valueGradients, 0, ofHead);
      const group = heads / kvHeads;
      for (let head = kvHead * group; head < (kvHead + 1) * group; head++) {
        for (let first = 0; first < queries; first += sightBlock) {
          const rows = min(sightBlock, queries - first);
          loadQueries(q, sample, head, first, rows);
          loadGradients(dO, sample, head, first, rows);
          pairs += multiplySeen(queryRows, turnedKeys, first, rows, scores);
          hideSome(first, rows);
          multiplySeen(gradientRows, turnedValues, first, rows, weightGradients);
          for (let i = 0; i < rows; i++) {
            const ofRow = ((<usize>sample * heads + head) * queries + first + i) << 2;
            const along = dotOf(gradientRows + <usize>i * row, headOf(o, sample, first + i, queries, head, heads));
            const at = <usize>i * scoreRow;
            gradientsOfScores(first, scores + at, weightGradients + at, load<f32>(lse + ofRow), along);
          }
          packByEight(queryRows, row, rows, width, queryPanels);
          packByEight(gradientRows, row, rows, width, gradientPanels);
          spreadSeen(scores, gradientPanels, first, rows, valueGradients);
          spreadSeen(weightGradients, queryPanels, first, rows, keyGradients);
          memory.fill(queryRows, 0, <usize>rows * row);
          mixSeen(weightGradients, keyPanels, first, rows, queryRows);
          const scale: f32 = 1 / sqrt<f32>(<f32>size);
          for (let i = 0; i < rows; i++) {
            const position = positionOf(queryPlaces, sample, first + i, queries);
            rotate(queryRows + <usize>i * row, position, -1, scale, headOf(dQ, sample, first + i, queries, head, heads));
          }
        }
      }
      for (let token = 0; token < keys; token++) {
        const at = <usize>token * row;
        const position = positionOf(keyPlaces, sample, token, keys);
        rotate(keyGradients + at, position, -1, 1, headOf(dK, sample, token, keys, kvHead, kvHeads));
        memory.copy(headOf(dV, sample, token, keys, kvHead, kvHeads), valueGradients + at, <usize>size << 2);
      }
    }
  }
  return pairs;
}

/** The gradients of a block of results, as rows `[block, width]`. */
function loadGradients(dO: usize, sample: i32, head: i32, first: i32, rows: i32): void {
  memory.fill(outRows, 0, <usize>rows * row);
  for (let i = 0; i < rows; i++) {
    memory.copy(outRows + <usize>i * row, headOf(dO, sample, first + i, queries, head, heads), <usize>size << 2);
  }
}

function dotOf(x: usize, y: usize): f32 {
  let sums = f32x4.splat(0);
  for (let left = size; left > 0; left -= 4, x += 16, y += 16) {
    sums = multiplyAdd(sums, loadSome(x, left), loadSome(y, left));
  }
  return sumOfLanes(sums);
}

/** Scores and the gradients of weights, of one query, become weights and the gradients of scores. */
function gradientsOfScores(first: i32, ofScores: usize, ofWeights: usize, lse: f32, along: f32): void {
  const shift = f32x4.splat(lse), less = f32x4.splat(along);
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    for (let i: usize = <usize>key << 2; i < <usize>end << 2; i += 16) {
      const weight = exp(f32x4.sub(v128.load(ofScores + i), shift));
      v128.store(ofScores + i, weight);
      v128.store(ofWeights + i, f32x4.mul(weight, f32x4.sub(v128.load(ofWeights + i), less)));
    }
    key = nextKey(first, end, true);
  }
}

/** `out [keys, width] += weights^T b`, where `b` is `[rows, width]` in panels, for the keys that are seen. */
function spreadSeen(weights: usize, b: usize, first: i32, rows: i32, out: usize): void {
  const panel = <usize>rows << 5;
  for (let key = nextKey(first, 0, true); key < keys; ) {
    const end = nextKey(first, key, false);
    packByFour(weights + (<usize>key << 2), scoreRow, rows, end - key, smallPanels);
    multiplyBlock(smallPanels, 0, b, panel, rows, 0, false, out + <usize>key * row, row, end - key, width, 0);
    key = nextKey(first, end, true);
  }
}
