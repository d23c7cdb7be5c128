// Vectors of the instruction set that this file is compiled for: 8 floats with AVX2, 16 with AVX-512. Everything
// above this file is written once in terms of them.
#pragma once
#include <immintrin.h>

#include <cmath>
#include <cstdint>
#include <cstring>

#define INLINE inline __attribute__((always_inline))

#ifdef WIDE
constexpr int W = 16;
#else
constexpr int W = 8;
#endif

typedef float Vec __attribute__((vector_size(4 * W), aligned(4), may_alias));
typedef int32_t IVec __attribute__((vector_size(4 * W), aligned(4), may_alias));
typedef uint16_t bf16;

static INLINE Vec load(const float* p) { return *(const Vec*)p; }
static INLINE void store(float* p, Vec v) { *(Vec*)p = v; }
static INLINE IVec loadInt(const int32_t* p) { return *(const IVec*)p; }

// All lanes alike. An initialiser becomes one broadcast; `Vec{} + x` would become an addition as well.
static INLINE Vec all(float x) {
#ifdef WIDE
  return Vec{x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x};
#else
  return Vec{x, x, x, x, x, x, x, x};
#endif
}
static INLINE IVec allInt(int32_t x) { return IVec{} + x; }

static INLINE Vec max(Vec a, Vec b) { return a > b ? a : b; }

static INLINE Vec root(Vec v) {
  for (int i = 0; i < W; i++) v[i] = std::sqrt(v[i]);  // becomes one instruction
  return v;
}
static INLINE float sum(Vec v) {
  float s = 0;
  for (int i = 0; i < W; i++) s += v[i];
  return s;
}
static INLINE float largest(Vec v) {
  float m = v[0];
  for (int i = 1; i < W; i++) m = v[i] > m ? v[i] : m;
  return m;
}

// The first `n` < W floats, the rest `fill`.
static INLINE Vec loadFirst(const float* p, int n, float fill = 0) {
  float t[W];
  for (int i = 0; i < W; i++) t[i] = i < n ? p[i] : fill;
  return load(t);
}
static INLINE void storeFirst(float* p, Vec v, int n) {
  float t[W];
  store(t, v);
  memcpy(p, t, 4 * n);
}

// e^x to about 1e-7, by 2^n times a polynomial (Cephes); 0 below -87, at most e^88. Not a number stays so.
static INLINE Vec exp(Vec x) {
  Vec z = x < all(-87.f) ? all(-87.f) : x;
  z = z > all(88.f) ? all(88.f) : z;
  const Vec shifted = z * all(1.44269504f) + all(12582912.f);  // rounds to an integer in the low bits
  const Vec n = shifted - all(12582912.f);
  const Vec r = (z - n * all(0.693359375f)) - n * all(-2.12194440e-4f);
  Vec p = all(1.9875691500e-4f);
  p = p * r + all(1.3981999507e-3f);
  p = p * r + all(8.3334519073e-3f);
  p = p * r + all(4.1665795894e-2f);
  p = p * r + all(1.6666665459e-1f);
  p = p * r + all(5.0000001201e-1f);
  p = p * (r * r) + (r + all(1.f));
  const Vec y = (Vec)((IVec)p + ((IVec)shifted << 23));
  return x < all(-87.f) ? Vec{} : y;
}

static INLINE Vec sigmoid(Vec x) { return all(1.f) / (all(1.f) + exp(-x)); }

// Runs `f(i, n)` over 0..count in steps of W; the last step may have n < W.
template <class F>
static INLINE void steps(int64_t count, F f) {
  int64_t i = 0;
  for (; i + W <= count; i += W) f(i, W);
  if (i < count) f(i, (int)(count - i));
}
static INLINE Vec loadN(const float* p, int n, float fill = 0) { return n == W ? load(p) : loadFirst(p, n, fill); }
static INLINE void storeN(float* p, Vec v, int n) {
  if (n == W) store(p, v);
  else storeFirst(p, v, n);
}

// Copies what is next read much later, past the caches.
static INLINE void stream(float* to, const float* from, int64_t n) {
  int64_t i = 0;
  for (; i < n && ((uintptr_t)(to + i) & 31); i++) to[i] = from[i];
  for (; i + 8 <= n; i += 8) _mm256_stream_ps(to + i, _mm256_loadu_ps(from + i));
  for (; i < n; i++) to[i] = from[i];
  _mm_sfence();
}

// to [8, 8] = from [8, 8]^T.
static INLINE void transpose8(const float* from, int64_t pitch, float* to, int64_t toPitch) {
  __m256 r[8], t[8];
  for (int i = 0; i < 8; i++) r[i] = _mm256_loadu_ps(from + i * pitch);
  for (int i = 0; i < 8; i += 2) {
    t[i] = _mm256_unpacklo_ps(r[i], r[i + 1]);
    t[i + 1] = _mm256_unpackhi_ps(r[i], r[i + 1]);
  }
  for (int i = 0; i < 8; i += 4)
    for (int j = 0; j < 2; j++) {
      r[i + 2 * j] = _mm256_shuffle_ps(t[i + j], t[i + j + 2], 0x44);
      r[i + 2 * j + 1] = _mm256_shuffle_ps(t[i + j], t[i + j + 2], 0xee);
    }
  for (int i = 0; i < 4; i++) {
    _mm256_storeu_ps(to + i * toPitch, _mm256_permute2f128_ps(r[i], r[i + 4], 0x20));
    _mm256_storeu_ps(to + (i + 4) * toPitch, _mm256_permute2f128_ps(r[i], r[i + 4], 0x31));
  }
}

// bfloat16, the upper half of a float, rounded to nearest even.
static INLINE bf16 toBf16(float x) {
  uint32_t bits;
  memcpy(&bits, &x, 4);
  if ((bits & 0x7fffffff) > 0x7f800000) return (bits >> 16) | 0x40;
  return (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
}
static INLINE float fromBf16(bf16 x) {
  const uint32_t bits = (uint32_t)x << 16;
  float y;
  memcpy(&y, &bits, 4);
  return y;
}
