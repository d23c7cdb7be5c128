// The definitions of half.h.
#pragma once
#include "matmul.h"
#ifdef EMULATED
#include "emulated.h"
#endif

namespace half {
#if defined(USE_AMX) || defined(USE_BF16)
static_assert(W == 16, "bfloat16 products need vectors of 16 floats");

typedef uint16_t Half16 __attribute__((vector_size(32), aligned(2), may_alias));
typedef uint32_t Word16 __attribute__((vector_size(64), aligned(4), may_alias));

// 16 floats as bfloat16 in the low halves of 16 words.
static INLINE Word16 words(Vec x) {
  const Word16 bits = (Word16)x;
  const Word16 rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  return (bits & 0x7fffffff) > 0x7f800000 ? ((bits >> 16) | 0x40) : rounded;
}
static INLINE Half16 narrow(Vec x) { return __builtin_convertvector(words(x), Half16); }
// Element 2i from `low`, 2i + 1 from `high`.
static INLINE Word16 pairs(Vec low, Vec high) { return words(low) | (words(high) << 16); }

static void packPanel(int64_t rows, int columns, const Matrix& b, bf16* to) {
  const int64_t padded = (rows + 31) / 32 * 32;
  for (int64_t k = 0; k < padded; k += 2, to += 2 * panel) {
    if (b.f && b.columnStride == 1 && columns == panel && k + 2 <= rows) {
      const float *low = b.f + k * b.rowStride, *high = low + b.rowStride;
      for (int j = 0; j < panel; j += W) *(Word16*)(to + 2 * j) = pairs(load(low + j), load(high + j));
      continue;
    }
    for (int j = 0; j < panel; j++)
      for (int q = 0; q < 2; q++) {
        const bool there = j < columns && k + q < rows;
        to[2 * j + q] = !there ? 0 : b.h ? b.h[(k + q) * b.rowStride + j * b.columnStride] : toBf16(b.at(k + q, j));
      }
  }
}

// `m` <= 32 rows of a as bfloat16, [32, pitch], zero beyond.
static void packRows(int64_t m, int64_t columns, const Matrix& a, bf16* to, int64_t pitch) {
  for (int64_t i = 0; i < 32; i++, to += pitch) {
    int64_t k = 0;
    if (i < m && a.columnStride == 1)
      for (; k + W <= columns; k += W) *(Half16*)(to + k) = narrow(load(a.f + i * a.rowStride + k));
    for (; i < m && k < columns; k++) to[k] = toBf16(a.f[i * a.rowStride + k * a.columnStride]);
    memset(to + k, 0, 2 * (pitch - k));
  }
}

#ifdef USE_AMX
// c [32, 32] = r + a b: 2 x 2 tiles of 16 x 16.
static void block(int, int64_t padded, const bf16* a, int64_t pitch, const bf16* b, float* c, int64_t ldc,
                  const float* r, int64_t ldr) {
  if (r) {
    _tile_loadd(0, r, 4 * ldr);
    _tile_loadd(1, r + 16, 4 * ldr);
    _tile_loadd(2, r + 16 * ldr, 4 * ldr);
    _tile_loadd(3, r + 16 * ldr + 16, 4 * ldr);
  } else {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  }
  for (int64_t k = 0; k < padded; k += 32) {
    _tile_loadd(4, a + k, 2 * pitch);
    _tile_loadd(6, b + k * panel, 4 * panel);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(7, b + k * panel + 32, 4 * panel);
    _tile_dpbf16ps(1, 4, 7);
    _tile_loadd(5, a + 16 * pitch + k, 2 * pitch);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_stored(0, c, 4 * ldc);
  _tile_stored(1, c + 16, 4 * ldc);
  _tile_stored(2, c + 16 * ldc, 4 * ldc);
  _tile_stored(3, c + 16 * ldc + 16, 4 * ldc);
}
constexpr int blockRows = 32;

Session::Session() {
  struct alignas(64) {
    uint8_t palette = 1, start = 0, reserved[14] = {};
    uint16_t bytes[16] = {};
    uint8_t rows[16] = {};
  } shape;
  for (int i = 0; i < 8; i++) {
    shape.bytes[i] = 64;
    shape.rows[i] = 16;
  }
  _tile_loadconfig(&shape);
}
Session::~Session() { _tile_release(); }
#else
static INLINE Vec dot(Vec sum, Word16 a, Word16 b) {
#ifdef EMULATED
  return emulated::dot(sum, a, b);
#else
  return (Vec)_mm512_dpbf16_ps((__m512)sum, (__m512bh)(__m512i)a, (__m512bh)(__m512i)b);
#endif
}

template <int MR>
static void dots(int64_t padded, const bf16* a, int64_t pitch, const bf16* b, float* c, int64_t ldc, const float* r,
                 int64_t ldr) {
  Vec sums[MR][2];
#pragma GCC unroll 16
  for (int i = 0; i < MR; i++)
    for (int j = 0; j < 2; j++) sums[i][j] = r ? load(r + i * ldr + W * j) : Vec{};
  for (int64_t k = 0; k < padded; k += 2) {
    const Word16 low = *(const Word16*)(b + k * panel), high = *(const Word16*)(b + k * panel + 32);
#pragma GCC unroll 16
    for (int i = 0; i < MR; i++) {
      uint32_t pair;
      memcpy(&pair, a + i * pitch + k, 4);
      const Word16 x = Word16{} + pair;
      sums[i][0] = dot(sums[i][0], x, low);
      sums[i][1] = dot(sums[i][1], x, high);
    }
  }
#pragma GCC unroll 16
  for (int i = 0; i < MR; i++)
    for (int j = 0; j < 2; j++) store(c + i * ldc + W * j, sums[i][j]);
}

// c [m, 32] = r + a b for m <= 32 rows, in tiles as even as can be.
static void block(int m, int64_t padded, const bf16* a, int64_t pitch, const bf16* b, float* c, int64_t ldc,
                  const float* r, int64_t ldr) {
  typedef void (*Dots)(int64_t, const bf16*, int64_t, const bf16*, float*, int64_t, const float*, int64_t);
  static const Dots table[] = {nullptr,  dots<1>, dots<2>,  dots<3>,  dots<4>,  dots<5>,  dots<6>, dots<7>,
                               dots<8>, dots<9>, dots<10>, dots<11>, dots<12>, dots<13>, dots<14>};
  inTiles(m, [&](int64_t i, int rows) {
    table[rows](padded, a + i * pitch, pitch, b, c + i * ldc, ldc, r ? r + i * ldr : nullptr, ldr);
  });
}

Session::Session() {}
Session::~Session() {}
#endif

static void multiply(int64_t m, int64_t n, int64_t rows, const Matrix& a, const bf16* b, int64_t pitch, float* c,
                     int64_t ldc, const float* r, int64_t ldr) {
  Session session;
  Scratch scratch;
  const int64_t padded = (rows + 31) / 32 * 32, apart = padded + 32;
  bf16* left = scratch.take<bf16>(32 * apart);
  float edge[32 * 32];
  for (int64_t i = 0; i < m; i += 32) {
    const int height = (int)std::min<int64_t>(32, m - i);
    packRows(height, rows, a.from(i, 0), left, apart);
    for (int64_t j = 0; j < n; j += panel) {
      const int width = (int)std::min<int64_t>(panel, n - j);
      float* to = c + i * ldc + j;
      const float* from = r ? r + i * ldr + j : nullptr;
      if (height == 32 && width == panel) {
        block(32, padded, left, apart, b + pitch * j, to, ldc, from, ldr);
        continue;
      }
      for (int q = 0; from && q < height; q++) memcpy(edge + q * 32, from + q * ldr, 4 * width);
      block(height, padded, left, apart, b + pitch * j, edge, 32, from ? edge : nullptr, 32);
      for (int q = 0; q < height; q++) memcpy(to + q * ldc, edge + q * 32, 4 * width);
    }
  }
}
#else
static void packPanel(int64_t, int, const Matrix&, bf16*) {}
static void multiply(int64_t, int64_t, int64_t, const Matrix&, const bf16*, int64_t, float*, int64_t, const float*,
                     int64_t) {}
Session::Session() {}
Session::~Session() {}
#endif
}  // namespace half
