// The products of one attention head, of float32 or of bfloat16 operands. Keys and values are [tokens, padded]; what
// concerns a block of 32 queries lies transposed, [.., 32]: scores and weights [keys, 32], sums of values [padded, 32].
#pragma once
#include "matmul.h"

constexpr int lanesOfBlock = 32;
constexpr int64_t runOfKeys = 128;  // whose scores stay in the first-level cache
constexpr int groupOfBlocks = 4;    // blocks of queries that go over a run of keys while it is in cache

// to [columns, 32] = from [32, columns]^T, columns a multiple of 8; or the other way round with `back`.
template <bool back>
static void turnBlock(int64_t columns, const float* from, int64_t pitch, float* to, int64_t toPitch) {
  for (int64_t d = 0; d < columns; d += 8)
    for (int i = 0; i < lanesOfBlock; i += 8)
      transpose8(back ? from + d * pitch + i : from + i * pitch + d, pitch,
                 back ? to + i * toPitch + d : to + d * toPitch + i, toPitch);
}

class FloatHead {
  int64_t size, P;
  const float *keys = nullptr, *values = nullptr, *rows = nullptr, *dRows = nullptr;
  float *queries, *dQueries;

 public:
  static int64_t padded(int64_t size) { return (size + W - 1) / W * W; }

  FloatHead(Scratch& scratch, int64_t, int64_t size, bool)
      : size(size),
        P(padded(size)),
        queries(scratch.take(groupOfBlocks * lanesOfBlock * P)),
        dQueries(scratch.take(lanesOfBlock * P)) {}

  void load(const float* k, const float* v) { keys = k, values = v; }
  // A block of queries, [32, padded], of the group's blocks the `slot`-th; with it the gradients of its outputs.
  void query(int slot, const float* from, const float* dFrom = nullptr) {
    rows = from, dRows = dFrom;
    turnBlock<false>(P, from, P, queries + slot * lanesOfBlock * P, lanesOfBlock);
    if (dFrom) turnBlock<false>(P, dFrom, P, dQueries, lanesOfBlock);
  }
  void scores(int slot, int64_t key, int64_t n, int lanes, float* to) const {
    multiplyNear(n, lanes, size, keys + key * P, P, 1, queries + slot * lanesOfBlock * P, lanesOfBlock, to,
                 lanesOfBlock, false);
  }
  void dWeights(int64_t key, int64_t n, int lanes, float* to) const {
    multiplyNear(n, lanes, size, values + key * P, P, 1, dQueries, lanesOfBlock, to, lanesOfBlock, false);
  }
  void addValues(int64_t key, int64_t n, int lanes, const float* weights, float* out) const {
    multiplyNear(size, lanes, n, values + key * P, 1, P, weights, lanesOfBlock, out, lanesOfBlock, true);
  }
  void addKeys(int64_t key, int64_t n, int lanes, const float* dScores, float* out) const {
    multiplyNear(size, lanes, n, keys + key * P, 1, P, dScores, lanesOfBlock, out, lanesOfBlock, true);
  }
  // to [n, padded] += weights x the block's output gradients, and dScores x its queries.
  void addOutputGradients(int64_t n, int count, const float* weights, float* to) const {
    multiplyNear(n, P, count, weights, lanesOfBlock, 1, dRows, P, to, P, true);
  }
  void addQueries(int64_t n, int count, const float* dScores, float* to) const {
    multiplyNear(n, P, count, dScores, lanesOfBlock, 1, rows, P, to, P, true);
  }
};

#if defined(USE_AMX) || defined(USE_BF16)
// Every operand is rounded to bfloat16 once; blocks of 32 x 32, as the tiles have them.
class HalfHead {
  int64_t P, tokens, pitch, across;
  half::Session session;
  bf16 *keys, *values, *keysAcross, *valuesAcross;  // [tokens, pitch], and transposed [padded, across]
  bf16 *queries, *dQueries, *queryRows, *dQueryRows, *left, *run;

  static constexpr int64_t gap = 32;  // so that rows do not fall on each other in cache

  static void rowsOf(int64_t m, int64_t columns, const Matrix& a, bf16* to, int64_t pitch) {
    for (int64_t i = 0; i < m; i += 32)
      half::packRows(std::min<int64_t>(32, m - i), columns, a.from(i, 0), to + i * pitch, pitch);
  }
  // c [m, 32] (+)= a b for m a multiple of 32.
  static void multiply(int64_t m, int64_t depth, const bf16* a, int64_t pitch, const bf16* b, float* c, int64_t ldc,
                       bool add) {
    for (int64_t i = 0; i < m; i += 32) half::block(32, depth, a + i * pitch, pitch, b, c + i * ldc, ldc, add ? c + i * ldc : nullptr, ldc);
  }
  static int64_t up(int64_t n) { return (n + 31) / 32 * 32; }

 public:
  static int64_t padded(int64_t size) { return up(size); }

  HalfHead(Scratch& scratch, int64_t tokens, int64_t size, bool gradient)
      : P(up(size)), tokens(tokens), pitch(P + gap), across(up(tokens) + gap) {
    keys = scratch.take<bf16>(up(tokens) * pitch);
    values = gradient ? scratch.take<bf16>(up(tokens) * pitch) : nullptr;
    keysAcross = gradient ? scratch.take<bf16>(P * across) : nullptr;
    valuesAcross = gradient ? nullptr : scratch.take<bf16>(P * across);
    queries = scratch.take<bf16>(groupOfBlocks * lanesOfBlock * P);
    dQueries = scratch.take<bf16>(lanesOfBlock * P);
    queryRows = scratch.take<bf16>(lanesOfBlock * P);
    dQueryRows = scratch.take<bf16>(lanesOfBlock * P);
    left = scratch.take<bf16>(runOfKeys * (lanesOfBlock + gap));
    run = scratch.take<bf16>(runOfKeys * lanesOfBlock);
  }

  void load(const float* k, const float* v) {
    rowsOf(tokens, P, Matrix::of(k, P), keys, pitch);
    if (values) rowsOf(tokens, P, Matrix::of(v, P), values, pitch);
    if (keysAcross) rowsOf(P, tokens, Matrix::of(k, 1, P), keysAcross, across);
    if (valuesAcross) rowsOf(P, tokens, Matrix::of(v, 1, P), valuesAcross, across);
  }
  void query(int slot, const float* from, const float* dFrom = nullptr) {
    half::packPanel(P, lanesOfBlock, Matrix::of(from, 1, P), queries + slot * lanesOfBlock * P);
    if (!dFrom) return;
    half::packPanel(P, lanesOfBlock, Matrix::of(dFrom, 1, P), dQueries);
    for (int64_t d = 0; d < P; d += panel) {
      half::packPanel(lanesOfBlock, panel, Matrix::of(from + d, P), queryRows + d * lanesOfBlock);
      half::packPanel(lanesOfBlock, panel, Matrix::of(dFrom + d, P), dQueryRows + d * lanesOfBlock);
    }
  }
  void scores(int slot, int64_t key, int64_t n, int, float* to) const {
    multiply(up(n), P, keys + key * pitch, pitch, queries + slot * lanesOfBlock * P, to, lanesOfBlock, false);
  }
  void dWeights(int64_t key, int64_t n, int, float* to) const {
    multiply(up(n), P, values + key * pitch, pitch, dQueries, to, lanesOfBlock, false);
  }
  void addValues(int64_t key, int64_t n, int, const float* weights, float* out) const {
    half::packPanel(n, lanesOfBlock, Matrix::of(weights, lanesOfBlock), run);
    multiply(P, up(n), valuesAcross + key, across, run, out, lanesOfBlock, true);
  }
  void addKeys(int64_t key, int64_t n, int, const float* dScores, float* out) const {
    half::packPanel(n, lanesOfBlock, Matrix::of(dScores, lanesOfBlock), run);
    multiply(P, up(n), keysAcross + key, across, run, out, lanesOfBlock, true);
  }
  void addOutputGradients(int64_t n, int, const float* weights, float* to) const { add(n, weights, dQueryRows, to); }
  void addQueries(int64_t n, int, const float* dScores, float* to) const { add(n, dScores, queryRows, to); }

 private:
  void add(int64_t n, const float* a, const bf16* panels, float* to) const {
    rowsOf(n, lanesOfBlock, Matrix::of(a, lanesOfBlock), left, lanesOfBlock + gap);
    for (int64_t d = 0; d < P; d += panel)
      multiply(up(n), lanesOfBlock, left, lanesOfBlock + gap, panels + d * lanesOfBlock, to + d, P, true);
  }
};
#endif
