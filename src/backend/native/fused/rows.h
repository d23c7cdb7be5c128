// What is computed row by row: RMSNorm, SwiGLU, softmax cross-entropy, and gradients that rows share.
#pragma once
#include <vector>

#include "matmul.h"

// Sums that every thread collects for itself, added up in the order of the threads.
class Sums {
  int64_t size;
  int threads = threads::count();
  std::vector<float> each;

 public:
  explicit Sums(int64_t size) : size(size), each(size * threads) {}
  // `f(thread, begin, end)` over shares of 0..n, one for each thread that there are sums of.
  template <class F>
  void over(int64_t n, int64_t grain, F f) const {
    threads::shares(threads, n, grain, f);
  }
  float* of(int thread) { return each.data() + thread * size; }
  // Element (i, j) of rows `pitch` apart becomes element i * columns + j.
  void total(float* to, int64_t first, int64_t rows, int64_t columns, int64_t pitch) const {
    for (int64_t i = 0; i < rows; i++)
      for (int64_t j = 0; j < columns; j++) {
        float s = 0;
        for (size_t at = first + i * pitch + j; at < each.size(); at += size) s += each[at];
        to[i * columns + j] = s;
      }
  }
};

// ---- RMSNorm: y = x r weight, r = 1 / sqrt(mean(x^2) + eps) --------------------------------------------------------

static void inverseRms(int64_t m, int64_t D, float eps, const float* x, float* r) {
  for (int64_t i = 0; i < m; i++) {
    Vec squares{};
    steps(D, [&](int64_t j, int n) {
      const Vec v = loadN(x + i * D + j, n);
      squares += v * v;
    });
    r[i] = 1.f / std::sqrt(sum(squares) / D + eps);
  }
}

static void normalise(int64_t m, int64_t D, const float* x, const float* weight, const float* r, float* y,
                      int64_t ldy) {
  for (int64_t i = 0; i < m; i++)
    steps(D, [&](int64_t j, int n) {
      storeN(y + i * ldy + j, loadN(x + i * D + j, n) * all(r[i]) * loadN(weight + j, n), n);
    });
}

// dx = r (dy weight) - x r^3 mean(dy weight x), plus `more` where there is any; dweight grows by dy x r.
static void normaliseGrad(int64_t m, int64_t D, const float* dy, int64_t lddy, const float* x, const float* weight,
                          const float* r, const float* more, float* dx, float* dweight) {
  for (int64_t i = 0; i < m; i++) {
    const float *row = x + i * D, *d = dy + i * lddy;
    Vec products{};
    steps(D, [&](int64_t j, int n) {
      const Vec xd = loadN(row + j, n) * loadN(d + j, n);
      products += xd * loadN(weight + j, n);
      storeN(dweight + j, loadN(dweight + j, n) + xd * all(r[i]), n);
    });
    const Vec along = all(-sum(products) * r[i] * r[i] * r[i] / D);
    steps(D, [&](int64_t j, int n) {
      Vec v = loadN(d + j, n) * loadN(weight + j, n) * all(r[i]) + loadN(row + j, n) * along;
      if (more) v += loadN(more + i * D + j, n);
      storeN(dx + i * D + j, v, n);
    });
  }
}

static void rmsNorm(int64_t M, int64_t D, float eps, const float* x, const float* weight, float* y, float* r) {
  threads::pieces(M, 512, [&](int64_t b, int64_t e) {
    inverseRms(e - b, D, eps, x + b * D, r + b);
    normalise(e - b, D, x + b * D, weight, r + b, y + b * D, D);
  });
}

static void rmsNormGrad(int64_t M, int64_t D, const float* dy, const float* x, const float* weight, const float* r,
                        float* dx, float* dweight) {
  Sums sums(D);
  sums.over(M, 64, [&](int thread, int64_t b, int64_t e) {
    normaliseGrad(e - b, D, dy + b * D, D, x + b * D, weight, r + b, nullptr, dx + b * D, sums.of(thread));
  });
  sums.total(dweight, 0, 1, D, D);
}

// ---- SwiGLU: h = gate sigmoid(gate) up -----------------------------------------------------------------------------

static INLINE void swigluRow(int64_t count, const float* gate, const float* up, float* h) {
  steps(count, [&](int64_t j, int n) {
    const Vec g = loadN(gate + j, n);
    storeN(h + j, g * sigmoid(g) * loadN(up + j, n), n);
  });
}

// h where it is wanted; dgate and dup may lie where dh does.
static INLINE void swigluGradRow(int64_t count, const float* dh, const float* gate, const float* up, float* dgate,
                                 float* dup, float* h) {
  steps(count, [&](int64_t j, int n) {
    const Vec g = loadN(gate + j, n), u = loadN(up + j, n), d = loadN(dh + j, n);
    const Vec s = sigmoid(g), silu = g * s;
    if (h) storeN(h + j, silu * u, n);
    storeN(dgate + j, d * u * (s + silu * (all(1.f) - s)), n);
    storeN(dup + j, d * silu, n);
  });
}

static void swiglu(int64_t count, const float* gate, const float* up, float* h) {
  threads::pieces(count, 1 << 16, [&](int64_t b, int64_t e) { swigluRow(e - b, gate + b, up + b, h + b); });
}
static void swigluGrad(int64_t count, const float* dh, const float* gate, const float* up, float* dgate, float* dup) {
  threads::pieces(count, 1 << 16, [&](int64_t b, int64_t e) {
    swigluGradRow(e - b, dh + b, gate + b, up + b, dgate + b, dup + b, nullptr);
  });
}

// ---- Softmax cross-entropy, mean over the labels that are not negative ----------------------------------------------

static int64_t labelled(int64_t M, const int32_t* labels) {
  int64_t n = 0;
  for (int64_t i = 0; i < M; i++) n += labels[i] >= 0;
  return n;
}

static float crossEntropy(int64_t M, int64_t V, const float* logits, const int32_t* labels, float* lse) {
  std::vector<double> sums(threads::count());
  threads::shares((int)sums.size(), M, 16, [&](int thread, int64_t b, int64_t e) {
    for (int64_t i = b; i < e; i++) {
      const float* row = logits + i * V;
      lse[i] = 0;
      if (labels[i] < 0) continue;
      Vec most = all(-INFINITY), exps{};
      steps(V, [&](int64_t j, int n) { most = max(loadN(row + j, n, -INFINITY), most); });
      const float m = largest(most);
      steps(V, [&](int64_t j, int n) { exps += exp(loadN(row + j, n, -INFINITY) - all(m)); });
      lse[i] = m + std::log(sum(exps));
      sums[thread] += lse[i] - row[labels[i]];
    }
  });
  double loss = 0;
  for (double s : sums) loss += s;
  return loss / std::max<int64_t>(1, labelled(M, labels));
}

static void crossEntropyGrad(int64_t M, int64_t V, float dy, const float* logits, const int32_t* labels,
                             const float* lse, float* dlogits) {
  const float share = dy / std::max<int64_t>(1, labelled(M, labels));
  threads::pieces(M, 16, [&](int64_t b, int64_t e) {
    for (int64_t i = b; i < e; i++) {
      float* to = dlogits + i * V;
      if (labels[i] < 0) {
        memset(to, 0, 4 * V);
        continue;
      }
      steps(V, [&](int64_t j, int n) {
        storeN(to + j, exp(loadN(logits + i * V + j, n) - all(lse[i])) * all(share), n);
      });
      to[labels[i]] -= share;
    }
  });
}

// ---- The gradient of rows looked up by number, and bits of bfloat16 as floats ---------------------------------------

// out [rows, D]: the rows of dy [M, D] added up by id; one that is out of range is dropped, as TensorFlow does.
static void segmentSum(int64_t M, int64_t D, int64_t rows, const float* dy, const int32_t* ids, float* out) {
  memset(out, 0, 4 * rows * D);
  threads::shares(threads::count(), D, 16, [&](int, int64_t b, int64_t e) {  // by columns, so that no two threads meet
    for (int64_t i = 0; i < M; i++) {
      if (ids[i] < 0 || ids[i] >= rows) continue;
      float* to = out + ids[i] * D + b;
      const float* from = dy + i * D + b;
      steps(e - b, [&](int64_t j, int n) { storeN(to + j, loadN(to + j, n) + loadN(from + j, n), n); });
    }
  });
}

static void unpack(int64_t count, const bf16* bits, float* out) {
  threads::pieces(count, 1 << 18, [&](int64_t b, int64_t e) {
    for (int64_t i = b; i < e; i++) out[i] = fromBf16(bits[i]);
  });
}

// The column sums of dy [M, N].
static void columnSums(int64_t M, int64_t N, const float* dy, float* out) {
  Sums sums(N);
  sums.over(M, 64, [&](int thread, int64_t b, int64_t e) {
    float* to = sums.of(thread);
    for (int64_t i = b; i < e; i++)
      steps(N, [&](int64_t j, int n) { storeN(to + j, loadN(to + j, n) + loadN(dy + i * N + j, n), n); });
  });
  sums.total(out, 0, 1, N, N);
}
