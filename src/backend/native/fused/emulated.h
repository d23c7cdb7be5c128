// The instructions that a machine lacks, in plain C++: for tests of what is compiled for others. Never shipped.
#pragma once
#include "vector.h"

namespace emulated {
typedef uint32_t Words __attribute__((vector_size(64), aligned(4), may_alias));

static inline Vec dot(Vec sum, Words a, Words b) {
  for (int i = 0; i < 16; i++) {
    sum[i] += fromBf16(a[i] & 0xffff) * fromBf16(b[i] & 0xffff);
    sum[i] += fromBf16(a[i] >> 16) * fromBf16(b[i] >> 16);
  }
  return sum;
}

struct Tiles {
  uint8_t data[8][16][64];
};
static Tiles& tiles() {
  static thread_local Tiles all;
  return all;
}
static inline void load(int t, const void* p, int64_t stride) {
  for (int i = 0; i < 16; i++) memcpy(tiles().data[t][i], (const char*)p + i * stride, 64);
}
static inline void store(int t, void* p, int64_t stride) {
  for (int i = 0; i < 16; i++) memcpy((char*)p + i * stride, tiles().data[t][i], 64);
}
static inline void product(int c, int a, int b) {
  auto& all = tiles().data;
  for (int i = 0; i < 16; i++)
    for (int j = 0; j < 16; j++) {
      float s;
      memcpy(&s, all[c][i] + 4 * j, 4);
      for (int k = 0; k < 16; k++)
        for (int q = 0; q < 2; q++) {
          bf16 x, y;
          memcpy(&x, all[a][i] + 4 * k + 2 * q, 2);
          memcpy(&y, all[b][k] + 4 * j + 2 * q, 2);
          s += fromBf16(x) * fromBf16(y);
        }
      memcpy(all[c][i] + 4 * j, &s, 4);
    }
}
}  // namespace emulated

#undef _tile_loadd
#undef _tile_stored
#undef _tile_zero
#undef _tile_dpbf16ps
#undef _tile_loadconfig
#undef _tile_release
#define _tile_loadd(t, p, stride) emulated::load(t, p, stride)
#define _tile_stored(t, p, stride) emulated::store(t, p, stride)
#define _tile_zero(t) memset(emulated::tiles().data[t], 0, sizeof emulated::tiles().data[t])
#define _tile_dpbf16ps(c, a, b) emulated::product(c, a, b)
#define _tile_loadconfig(p) (void)(p)
#define _tile_release() (void)0
