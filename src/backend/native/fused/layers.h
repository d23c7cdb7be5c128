// Products together with what surrounds them: RMSNorm with the projections that follow it, the whole feed-forward
// network, a linear layer with low-rank adapters. By blocks of rows, so that what passes from one to the next stays in
// cache; large weights are worked through one product after another instead.
#pragma once
#include "rows.h"

constexpr int64_t rowBlock = 128 / tileRows * tileRows;
constexpr int64_t largeWeights = 8 << 20;  // elements: beyond this weights do not stay in cache from block to block

static INLINE int64_t padded(int64_t n) { return (n + 15) / 16 * 16 + 16; }  // rows that do not fall on each other in cache

// One product of a layer: y = x weight^T for weight [N, K].
struct Weight {
  int64_t N, K;
  Matrix matrix;  // [N, K]

  Matrix forward() const { return matrix.transposed(); }
};

// Runs `f(begin, end)` over blocks of rows; with large weights all rows are one block, whose products use every thread.
template <class F>
static void rowBlocks(int64_t M, bool large, F f) {
  if (large) f(0, M);
  else threads::pieces(M, rowBlock, [&](int64_t b, int64_t e) {
      for (int64_t i = b; i < e; i += rowBlock) f(i, std::min(e, i + rowBlock));
    });
}

// Products by several weights, packed once and used for every block of rows; large ones are packed as they go.
class Products {
  std::vector<Weight> weights;
  std::vector<Packed> packed;
  bool transposed, half, isLarge;

 public:
  Products(Scratch& scratch, std::vector<Weight> given, bool backward, bool half)
      : weights(std::move(given)), transposed(backward), half(half) {
    int64_t total = 0;
    for (auto& w : weights) total += w.N * w.K;
    isLarge = total > largeWeights;
    if (isLarge) return;
    for (auto& w : weights)
      packed.emplace_back(scratch, backward ? w.N : w.K, backward ? w.K : w.N, backward ? w.matrix : w.forward(), half);
  }
  bool large() const { return isLarge; }
  // y [m, N] = r + x W^T, or backward y [m, K] = r + x W.
  void multiply(int i, int64_t m, const float* x, int64_t ldx, float* y, int64_t ldy, const float* r = nullptr,
                int64_t ldr = 0) const {
    const Weight& w = weights[i];
    if (!isLarge) return packed[i].multiply(m, Matrix::of(x, ldx), y, ldy, r, ldr);
    if (transposed) matmul(m, w.K, w.N, Matrix::of(x, ldx), w.matrix, y, ldy, r, ldr, half);
    else matmul(m, w.N, w.K, Matrix::of(x, ldx), w.forward(), y, ldy, r, ldr, half);
  }
};

// sums [N, K] += a^T b for a block of rows: a [m, N], b [m, K] packed.
static INLINE void addOuter(int64_t m, int64_t N, const float* a, int64_t lda, const Packed& b, float* sums, int64_t ld) {
  b.multiply(N, Matrix::of(a, 1, lda), sums, ld, sums, ld);
  (void)m;
}

static void addBias(int64_t m, int64_t N, const float* bias, float* y) {
  if (!bias) return;
  for (int64_t i = 0; i < m; i++)
    steps(N, [&](int64_t j, int n) { storeN(y + i * N + j, loadN(y + i * N + j, n) + loadN(bias + j, n), n); });
}

// ---- RMSNorm and the projections that follow it ----------------------------------------------------------------------

static void rmsNormLinears(int64_t M, int64_t D, float eps, const float* x, const float* norm, int count,
                           const Weight* weights, const float* const* biases, float* r, float* const* y, bool half) {
  Scratch scratch;
  const Products products(scratch, {weights, weights + count}, false, half);
  rowBlocks(M, products.large(), [&](int64_t b, int64_t e) {
    Scratch own;
    const int64_t m = e - b, ld = padded(D);
    float* normal = own.take(m * ld);
    inverseRms(m, D, eps, x + b * D, r + b);
    normalise(m, D, x + b * D, norm, r + b, normal, ld);
    for (int i = 0; i < count; i++) {
      float* to = y[i] + b * weights[i].N;
      products.multiply(i, m, normal, ld, to, weights[i].N);
      addBias(m, weights[i].N, biases[i], to);
    }
  });
}

// dweights and dbiases are null where nobody asks for them.
static void rmsNormLinearsGrad(int64_t M, int64_t D, const float* const* dy, const float* x, const float* norm,
                               const float* r, int count, const Weight* weights, float* dx, float* dnorm,
                               float* const* dweights, float* const* dbiases, bool half) {
  Scratch scratch;
  const Products products(scratch, {weights, weights + count}, true, half);
  const int64_t ld = padded(D);
  int64_t outputs = 0;
  for (int i = 0; i < count; i++) outputs += dweights ? weights[i].N : 0;
  Sums sums(D + outputs * ld);
  sums.over(M, rowBlock, [&](int thread, int64_t first, int64_t last) {
    for (int64_t b = first; b < last; b += rowBlock) {
      Scratch own;
      const int64_t m = std::min(rowBlock, last - b);
      float *dnormal = own.take(m * ld), *normal = own.take(m * ld);
      for (int i = 0; i < count; i++) {
        const int64_t N = weights[i].N;
        products.multiply(i, m, dy[i] + b * N, N, dnormal, ld, i ? dnormal : nullptr, ld);
      }
      if (dweights) {
        normalise(m, D, x + b * D, norm, r + b, normal, ld);
        const Packed packed(own, m, D, Matrix::of(normal, ld), half);
        float* to = sums.of(thread) + D;
        for (int i = 0; i < count; to += weights[i].N * ld, i++)
          addOuter(m, weights[i].N, dy[i] + b * weights[i].N, weights[i].N, packed, to, ld);
      }
      normaliseGrad(m, D, dnormal, ld, x + b * D, norm, r + b, nullptr, dx + b * D, sums.of(thread));
    }
  });
  sums.total(dnorm, 0, 1, D, D);
  int64_t at = D;
  for (int i = 0; dweights && i < count; at += weights[i].N * ld, i++) sums.total(dweights[i], at, weights[i].N, D, ld);
  for (int i = 0; dbiases && i < count; i++)
    if (dbiases[i]) columnSums(M, weights[i].N, dy[i], dbiases[i]);
}

// ---- The feed-forward network of a layer: y = x + down(silu(gate(n)) up(n)), n = RMSNorm(x) ---------------------------

// What the gradient needs of gate and up: float32, or bfloat16 where the products round to it anyway.
struct Kept {
  float* data;  // null when nothing is kept
  int64_t F;
  bool half;

  int64_t pitch() const { return half ? (F + 1) / 2 : F; }
  void put(int64_t row, int64_t m, const float* from) const {
    if (!data) return;
    float* to = data + row * pitch();
    if (!half) stream(to, from, m * F);
    else
      for (int64_t i = 0; i < m; i++)
        for (int64_t j = 0; j < F; j++) ((bf16*)(to + i * pitch()))[j] = toBf16(from[i * F + j]);
  }
  const float* row(int64_t i, float* buffer) const {
    if (!half) return data + i * F;
    const bf16* from = (const bf16*)(data + i * pitch());
    for (int64_t j = 0; j < F; j++) buffer[j] = fromBf16(from[j]);
    return buffer;
  }
};

static void feedForward(int64_t M, int64_t D, int64_t F, float eps, const float* x, const float* norm, Weight gate,
                        Weight up, Weight down, float* y, float* r, Kept g, Kept u, bool half) {
  Scratch scratch;
  const Products products(scratch, {gate, up, down}, false, half);
  rowBlocks(M, products.large(), [&](int64_t b, int64_t e) {
    Scratch own;
    const int64_t m = e - b, ld = padded(D);
    float *normal = own.take(m * ld), *gates = own.take(m * F), *ups = own.take(m * F);
    inverseRms(m, D, eps, x + b * D, r + b);
    normalise(m, D, x + b * D, norm, r + b, normal, ld);
    products.multiply(0, m, normal, ld, gates, F);
    products.multiply(1, m, normal, ld, ups, F);
    g.put(b, m, gates);
    u.put(b, m, ups);
    swiglu(m * F, gates, ups, gates);
    products.multiply(2, m, gates, F, y + b * D, D, x + b * D, D);
  });
}

static void feedForwardGrad(int64_t M, int64_t D, int64_t F, const float* dy, const float* x, const float* norm,
                            Weight gate, Weight up, Weight down, const float* r, Kept g, Kept u, float* dx,
                            float* dnorm, float* dgate, float* dup, float* ddown, bool half) {
  Scratch scratch;
  const Products products(scratch, {gate, up, down}, true, half);
  const int64_t ld = padded(D), ldF = padded(F);
  const int64_t atUp = D + F * ld, atDown = atUp + F * ld;
  const bool weights = dgate != nullptr;
  Sums sums(weights ? atDown + D * ldF : D);
  sums.over(M, rowBlock, [&](int thread, int64_t first, int64_t last) {
    float* mine = sums.of(thread);
    for (int64_t b = first; b < last; b += rowBlock) {
      Scratch own;
      const int64_t m = std::min(rowBlock, last - b);
      float *dgates = own.take(m * ldF), *dups = own.take(m * ldF), *h = own.take(m * ldF), *row = own.take(2 * F);
      float *dnormal = own.take(m * ld), *normal = own.take(m * ld);
      products.multiply(2, m, dy + b * D, D, dups, ldF);
      for (int64_t i = 0; i < m; i++)
        swigluGradRow(F, dups + i * ldF, g.row(b + i, row), u.row(b + i, row + F), dgates + i * ldF, dups + i * ldF,
                      h + i * ldF);
      products.multiply(0, m, dgates, ldF, dnormal, ld);
      products.multiply(1, m, dups, ldF, dnormal, ld, dnormal, ld);
      if (weights) {
        normalise(m, D, x + b * D, norm, r + b, normal, ld);
        const Packed states(own, m, D, Matrix::of(normal, ld), half), inner(own, m, F, Matrix::of(h, ldF), half);
        addOuter(m, F, dgates, ldF, states, mine + D, ld);
        addOuter(m, F, dups, ldF, states, mine + atUp, ld);
        addOuter(m, D, dy + b * D, D, inner, mine + atDown, ldF);
      }
      normaliseGrad(m, D, dnormal, ld, x + b * D, norm, r + b, dy + b * D, dx + b * D, mine);
    }
  });
  sums.total(dnorm, 0, 1, D, D);
  if (!weights) return;
  sums.total(dgate, D, F, D, ld);
  sums.total(dup, atUp, F, D, ld);
  sums.total(ddown, atDown, D, F, ldF);
}

// ---- Linear layers ----------------------------------------------------------------------------------------------------

static void linear(int64_t M, const float* x, Weight weight, const float* bias, float* y, bool half) {
  matmul(M, weight.N, weight.K, Matrix::of(x, weight.K), weight.forward(), y, weight.N, nullptr, 0, half);
  if (bias) threads::pieces(M, 256, [&](int64_t b, int64_t e) { addBias(e - b, weight.N, bias, y + b * weight.N); });
}
static void linearGradX(int64_t M, const float* dy, Weight weight, float* dx, bool half) {
  matmul(M, weight.K, weight.N, Matrix::of(dy, weight.N), weight.matrix, dx, weight.K, nullptr, 0, half);
}
// dweight [N, K] = dy^T x
static void linearGradWeight(int64_t M, int64_t N, int64_t K, const float* dy, const float* x, float* dweight,
                             bool half) {
  matmul(N, K, M, Matrix::of(dy, 1, N), Matrix::of(x, K), dweight, K, nullptr, 0, half);
}

// y = x weight^T + scale h b^T (+ bias), h = x a^T [M, R]: a frozen layer with a low-rank adapter (Hu et al., 2021).
static void lowRankLinear(int64_t M, int64_t R, float scale, const float* x, Weight weight, const float* a,
                          const float* b, const float* bias, float* y, float* h, bool half) {
  const int64_t N = weight.N, K = weight.K;
  Scratch scratch;
  float* scaled = scratch.take(N * R);
  for (int64_t i = 0; i < N * R; i++) scaled[i] = scale * b[i];
  matmul(M, R, K, Matrix::of(x, K), Matrix::of(a, 1, K), h, R, nullptr, 0, half);
  matmul(M, N, R, Matrix::of(h, R), Matrix::of(scaled, 1, R), y, N, nullptr, 0, half);
  matmul(M, N, K, Matrix::of(x, K), weight.forward(), y, N, y, N, half);
  if (bias) threads::pieces(M, 256, [&](int64_t s, int64_t e) { addBias(e - s, N, bias, y + s * N); });
}

static void lowRankLinearGrad(int64_t M, int64_t R, float scale, const float* dy, const float* x, Weight weight,
                              const float* a, const float* b, const float* h, float* dx, float* da, float* db,
                              bool half) {
  const int64_t N = weight.N, K = weight.K;
  Scratch scratch;
  float *scaled = scratch.take(N * R), *dh = scratch.take(M * R);
  for (int64_t i = 0; i < N * R; i++) scaled[i] = scale * b[i];
  matmul(M, R, N, Matrix::of(dy, N), Matrix::of(scaled, R), dh, R, nullptr, 0, half);
  matmul(R, K, M, Matrix::of(dh, 1, R), Matrix::of(x, K), da, K, nullptr, 0, half);
  matmul(N, R, M, Matrix::of(dy, 1, N), Matrix::of(h, R), db, R, nullptr, 0, half);
  for (int64_t i = 0; i < N * R; i++) db[i] *= scale;
  matmul(M, K, R, Matrix::of(dh, R), Matrix::of(a, K), dx, K, nullptr, 0, half);
  matmul(M, K, N, Matrix::of(dy, N), weight.matrix, dx, K, dx, K, half);
}
