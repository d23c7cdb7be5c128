// Matrix products by register tiles. Float32 operands, or bfloat16 ones where the instruction set multiplies them;
// sums are float32 either way.
#pragma once
#include <algorithm>

#include "half.h"
#include "scratch.h"
#include "threads.h"
#include "vector.h"

// A matrix in memory: float32, or the bits of bfloat16. One of the two strides is 1.
struct Matrix {
  const float* f;
  const bf16* h;
  int64_t rowStride, columnStride;

  static Matrix of(const float* p, int64_t rowStride, int64_t columnStride = 1) {
    return {p, nullptr, rowStride, columnStride};
  }
  Matrix transposed() const { return {f, h, columnStride, rowStride}; }
  Matrix from(int64_t row, int64_t column) const {
    const int64_t at = row * rowStride + column * columnStride;
    return {f ? f + at : nullptr, h ? h + at : nullptr, rowStride, columnStride};
  }
  float at(int64_t row, int64_t column) const {
    const int64_t i = row * rowStride + column * columnStride;
    return f ? f[i] : fromBf16(h[i]);
  }
};

constexpr int tileRows = W == 16 ? 14 : 6;  // what the registers hold beside two vectors of the right operand
constexpr int panel = 2 * W;                // columns of the right operand that are packed together
constexpr int64_t depth = 256;              // of the left operand's columns, that one pass goes through

// c [MR, NV*W] = r + a b, without r where it is null; b has its rows `ldb` apart.
template <int MR, int NV>
static void tile(int64_t K, const float* a, int64_t ars, int64_t acs, const float* b, int64_t ldb, float* c,
                 int64_t ldc, const float* r, int64_t ldr) {
  Vec sums[MR][NV];
#pragma GCC unroll 16
  for (int i = 0; i < MR; i++)
#pragma GCC unroll 2
    for (int j = 0; j < NV; j++) sums[i][j] = r ? load(r + i * ldr + W * j) : Vec{};
  for (int64_t k = 0; k < K; k++) {
    Vec row[NV];
#pragma GCC unroll 2
    for (int j = 0; j < NV; j++) row[j] = load(b + k * ldb + W * j);
#pragma GCC unroll 16
    for (int i = 0; i < MR; i++) {
      const Vec x = all(a[i * ars + k * acs]);
#pragma GCC unroll 2
      for (int j = 0; j < NV; j++) sums[i][j] += x * row[j];
    }
  }
#pragma GCC unroll 16
  for (int i = 0; i < MR; i++)
#pragma GCC unroll 2
    for (int j = 0; j < NV; j++) store(c + i * ldc + W * j, sums[i][j]);
}

typedef void (*Tile)(int64_t, const float*, int64_t, int64_t, const float*, int64_t, float*, int64_t, const float*,
                     int64_t);
#define TILES(NV) {nullptr, tile<1, NV>, tile<2, NV>, tile<3, NV>, tile<4, NV>, tile<5, NV>, tile<6, NV>
#if defined(WIDE)
#define TILES_END(NV) , tile<7, NV>, tile<8, NV>, tile<9, NV>, tile<10, NV>, tile<11, NV>, tile<12, NV>, tile<13, NV>, tile<14, NV>}
#else
#define TILES_END(NV) }
#endif
static const Tile tiles[3][tileRows + 1] = {{}, TILES(1) TILES_END(1), TILES(2) TILES_END(2)};

// Runs `f(first, rows)` over m rows in tiles as even as can be.
template <class F>
static INLINE void inTiles(int64_t m, F f) {
  int64_t left = (m + tileRows - 1) / tileRows;
  for (int64_t i = 0, rows; i < m; i += rows, left--) {
    rows = (m - i + left - 1) / left;
    f(i, (int)rows);
  }
}

// c [m, n] (+)= a b for n a multiple of W, b not packed but near in cache.
static INLINE void multiplyNear(int64_t m, int64_t n, int64_t K, const float* a, int64_t ars, int64_t acs,
                                const float* b, int64_t ldb, float* c, int64_t ldc, bool add) {
  for (int64_t j = 0; j < n; j += panel)
    inTiles(m, [&](int64_t i, int rows) {
      float* at = c + i * ldc + j;
      tiles[j + panel <= n ? 2 : 1][rows](K, a + i * ars, ars, acs, b + j, ldb, at, ldc, add ? at : nullptr, ldc);
    });
}

// The right operand of a product, K x N, packed: blocks of `depth` rows, in each panels of columns, zero beyond N.
class Packed {
  int64_t K, N;
  bool half;
  char* data;

  int64_t paddedColumns() const { return (N + panel - 1) / panel * panel; }
  static int64_t pairs(int64_t k) { return (k + 31) / 32 * 16; }
  // Bytes of a block's row of all panels; a block of bfloat16 holds pairs of rows, 16 or a multiple of it.
  float* block(int64_t k) const { return (float*)data + k * paddedColumns(); }
  bf16* halfBlock(int64_t k) const { return (bf16*)data + k * paddedColumns(); }

 public:
  // Takes memory only; `pack` fills it.
  Packed(Scratch& scratch, int64_t K, int64_t N, bool half) : K(K), N(N), half(half && half::possible) {
    const int64_t rows = this->half ? (K + 31) / 32 * 32 : K;
    data = this->half ? (char*)scratch.take<bf16>(rows * paddedColumns() + 64)
                      : (char*)scratch.take(rows * paddedColumns() + 64);
  }
  Packed(Scratch& scratch, int64_t K, int64_t N, const Matrix& b, bool half) : Packed(scratch, K, N, half) {
    pack(b, 0, paddedColumns() / panel);
  }
  int64_t panels() const { return paddedColumns() / panel; }
  bool isHalf() const { return half; }

  void pack(const Matrix& b, int64_t first, int64_t last) const {
    for (int64_t k = 0; k < K; k += depth) {
      const int64_t rows = std::min(depth, K - k);
      for (int64_t p = first; p < last; p++) {
        const int64_t j = p * panel;
        const int columns = (int)std::min<int64_t>(panel, N - j);
        const Matrix at = b.from(k, j);
        if (half) half::packPanel(rows, columns, at, halfBlock(k) + 2 * pairs(rows) * j);
        else packPanel(rows, columns, at, block(k) + rows * j);
      }
    }
  }

  // c [m, N] = r + a b, single-threaded; r may be c itself, or null.
  void multiply(int64_t m, const Matrix& a, float* c, int64_t ldc, const float* r = nullptr, int64_t ldr = 0) const {
    for (int64_t k = 0; k < K; k += depth) {
      const int64_t rows = std::min(depth, K - k);
      const float* from = k ? c : r;
      const int64_t lfrom = k ? ldc : ldr;
      if (half) half::multiply(m, N, rows, a.from(0, k), halfBlock(k), 2 * pairs(rows), c, ldc, from, lfrom);
      else multiplyBlock(m, rows, a.from(0, k), block(k), c, ldc, from, lfrom);
    }
  }

 private:
  static void packPanel(int64_t rows, int columns, const Matrix& b, float* to) {
    if (b.f && b.columnStride == 1 && columns == panel) {
      for (int64_t k = 0; k < rows; k++) {
        const float* row = b.f + k * b.rowStride;
        store(to + k * panel, load(row));
        store(to + k * panel + W, load(row + W));
      }
      return;
    }
    if (b.f && b.rowStride == 1 && columns == panel) {
      const int64_t whole = rows / 8 * 8;
      for (int64_t k = 0; k < whole; k += 8)
        for (int j = 0; j < panel; j += 8)
          transpose8(b.f + j * b.columnStride + k, b.columnStride, to + k * panel + j, panel);
      for (int64_t k = whole; k < rows; k++)
        for (int j = 0; j < panel; j++) to[k * panel + j] = b.f[j * b.columnStride + k];
      return;
    }
    for (int j = 0; j < columns; j++) {
      const Matrix column = b.from(0, j);
      if (b.f)
        for (int64_t k = 0; k < rows; k++) to[k * panel + j] = column.f[k * b.rowStride];
      else
        for (int64_t k = 0; k < rows; k++) to[k * panel + j] = fromBf16(column.h[k * b.rowStride]);
    }
    for (int j = columns; j < panel; j++)
      for (int64_t k = 0; k < rows; k++) to[k * panel + j] = 0;
  }

  void multiplyBlock(int64_t m, int64_t rows, const Matrix& a, const float* packed, float* c, int64_t ldc,
                     const float* r, int64_t ldr) const {
    constexpr int64_t group = 16 * tileRows;  // rows of a that stay in the second-level cache
    Scratch scratch;
    const bool across = a.columnStride != 1;
    const int64_t apart = rows + 16;  // rows whose distance is a power of two would fall on each other in cache
    float* copy = across || N >= 16 * panel ? scratch.take(group * apart) : nullptr;
    for (int64_t i0 = 0; i0 < m; i0 += group) {
      const int64_t here = std::min(group, m - i0);
      const Matrix at = a.from(i0, 0);
      if (across) gather(here, rows, at, copy);
      else if (copy)
        for (int64_t i = 0; i < here; i++) memcpy(copy + i * apart, at.f + i * at.rowStride, 4 * rows);
      for (int64_t j = 0; j < N; j += panel) {
        const int columns = (int)std::min<int64_t>(panel, N - j);
        inTiles(here, [&](int64_t i, int height) {
          const float* left = across ? copy + i * rows : copy ? copy + i * apart : at.f + i * at.rowStride;
          const int64_t ars = across ? 1 : copy ? apart : at.rowStride, acs = across ? height : 1;
          float* to = c + (i0 + i) * ldc + j;
          const float* from = r ? r + (i0 + i) * ldr + j : nullptr;
          // What the next tile adds to comes from far away meanwhile.
          for (int q = height; q < 2 * height; q++) __builtin_prefetch((from ? from + q * ldr : to + q * ldc) + W, 1);
          if (columns == panel || columns == W) {
            tiles[columns / W][height](rows, left, ars, acs, packed + j * rows, panel, to, ldc, from, ldr);
            return;
          }
          float edge[tileRows * panel];
          for (int q = 0; from && q < height; q++) memcpy(edge + q * panel, from + q * ldr, 4 * columns);
          tiles[columns > W ? 2 : 1][height](rows, left, ars, acs, packed + j * rows, panel, edge, panel,
                                             from ? edge : nullptr, panel);
          for (int q = 0; q < height; q++) memcpy(to + q * ldc, edge + q * panel, 4 * columns);
        });
      }
    }
  }

  // The tiles of a transposed left operand, each [columns][height].
  static void gather(int64_t m, int64_t columns, const Matrix& a, float* copy) {
    inTiles(m, [&](int64_t i, int height) {
      float* to = copy + i * columns;
      const float* from = a.f + i;
      if (i + W <= m)  // what a whole vector writes too much, the next one writes anew
        for (int64_t k = 0; k < columns; k++) store(to + k * height, load(from + k * a.columnStride));
      else
        for (int64_t k = 0; k < columns; k++) memcpy(to + k * height, from + k * a.columnStride, 4 * height);
    });
  }
};

// The next W elements of a row, which is near in memory.
static INLINE Vec loadRow(const Matrix& row, int64_t k, int n) {
  if (row.f) return loadN(row.f + k, n);
  float values[W];
  for (int i = 0; i < W; i++) values[i] = i < n ? fromBf16(row.h[k + i]) : 0;
  return load(values);
}

constexpr int few = 8;

// c [m, N] = r + a b for a few rows, as when decoding: dot products, since packing b would take longer.
static void fewRows(int m, int64_t N, int64_t K, const Matrix& a, const Matrix& b, float* c, int64_t ldc,
                    const float* r, int64_t ldr) {
  Scratch scratch;
  float* rows = scratch.take(m * K);
  for (int i = 0; i < m; i++)
    for (int64_t k = 0; k < K; k++) rows[i * K + k] = a.f[i * a.rowStride + k * a.columnStride];
  threads::pieces(N, std::max<int64_t>(1, (1 << 16) / K), [&](int64_t first, int64_t last) {
    for (int64_t j = first; j < last; j++) {
      const Matrix column = b.from(0, j);
      Vec sums[few] = {};
      steps(K, [&](int64_t k, int n) {
        const Vec w = loadRow(column, k, n);
        for (int i = 0; i < m; i++) sums[i] += w * loadN(rows + i * K + k, n);
      });
      for (int i = 0; i < m; i++) c[i * ldc + j] = sum(sums[i]) + (r ? r[i * ldr + j] : 0);
    }
  });
}

// c [M, N] = r + a b on all threads; large right operands are packed a part at a time.
static void matmul(int64_t M, int64_t N, int64_t K, const Matrix& a, const Matrix& b, float* c, int64_t ldc,
                   const float* r, int64_t ldr, bool half) {
  if (M == 0 || N == 0) return;
  if (K == 0) {
    for (int64_t i = 0; i < M; i++)
      for (int64_t j = 0; j < N; j++) c[i * ldc + j] = r ? r[i * ldr + j] : 0;
    return;
  }
  if (M <= few && b.rowStride == 1) return fewRows((int)M, N, K, a, b, c, ldc, r, ldr);
  constexpr int64_t most = 1 << 20;  // elements packed at once
  const int64_t deep = K <= 2 * depth && K * N <= most ? K : std::min(K, depth);
  const int64_t columns = std::min(N, std::max<int64_t>(panel, most / deep / panel * panel));
  const int64_t share = (M + threads::count() - 1) / threads::count();
  const int64_t grain = std::min<int64_t>(16 * tileRows, (share + tileRows - 1) / tileRows * tileRows);
  for (int64_t k = 0; k < K; k += deep)
    for (int64_t j = 0; j < N; j += columns) {
      const int64_t rows = std::min(deep, K - k), width = std::min(columns, N - j);
      Scratch scratch;
      Packed packed(scratch, rows, width, half);
      threads::pieces(packed.panels(), 8, [&](int64_t p, int64_t q) { packed.pack(b.from(k, j), p, q); });
      const float* from = k ? c + j : r ? r + j : nullptr;
      const int64_t lfrom = k ? ldc : ldr;
      threads::pieces(M, grain, [&](int64_t i, int64_t e) {
        packed.multiply(e - i, a.from(i, k), c + i * ldc + j, ldc, from ? from + i * lfrom : nullptr, lfrom);
      });
    }
}
