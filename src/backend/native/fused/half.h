// Products of bfloat16 operands with float32 sums, where the instruction set has them: AMX tiles, or the dot products
// of AVX-512. Elsewhere `possible` is false and the operands stay float32.
#pragma once
#include "vector.h"

struct Matrix;

namespace half {
#if defined(USE_AMX) || defined(USE_BF16)
constexpr bool possible = true;
#else
constexpr bool possible = false;
#endif

// `columns` <= panel columns of b, `rows` deep, as pairs of rows: [rows / 2, panel, 2], zero beyond.
static void packPanel(int64_t rows, int columns, const Matrix& b, bf16* to);

// c [m, n] = r + a b, b packed in panels of `pitch` elements a column.
static void multiply(int64_t m, int64_t n, int64_t rows, const Matrix& a, const bf16* b, int64_t pitch, float* c,
                     int64_t ldc, const float* r, int64_t ldr);

// Tiles of the products must be set up before, and given back after, on every thread.
struct Session {
  Session();
  ~Session();
};
}  // namespace half
