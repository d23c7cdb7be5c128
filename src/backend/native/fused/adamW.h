// AdamW (Loshchilov and Hutter, 2019), every parameter of a model in one call.
#pragma once
#include "vector.h"

struct Parameter {
  int64_t size;
  const float *value, *gradient, *first, *second;
  float *newValue, *newFirst, *newSecond;
  float rate, decay, firstCorrection, secondCorrection;  // decay: the learning rate times the weight decay
};

// How much of a moment stays, and what it takes in: rounded each for itself, as 1 - 0.999f would be off by 1e-5.
struct Beta {
  float stays, rest;
};

// Returns the norm of all gradients together, which is brought down to `clip` where that is positive.
static float adamW(int64_t count, const Parameter* parameters, Beta beta1, Beta beta2, float eps, float clip) {
  double squares = 0;
  for (int64_t p = 0; p < count; p++) {
    const float* g = parameters[p].gradient;
    for (int64_t b = 0; b < parameters[p].size; b += 1 << 14) {
      Vec sums{};
      steps(std::min<int64_t>(1 << 14, parameters[p].size - b), [&](int64_t i, int n) {
        const Vec v = loadN(g + b + i, n);
        sums += v * v;
      });
      squares += sum(sums);
    }
  }
  const float norm = std::sqrt(squares);
  const float scale = clip > 0 ? std::min(clip / (norm + 1e-6f), 1.f) : 1.f;
  for (int64_t q = 0; q < count; q++) {
    const Parameter& p = parameters[q];
    const Vec step = all(p.rate * p.firstCorrection), correction = all(p.secondCorrection);
    threads::pieces(p.size, 1 << 15, [&](int64_t b, int64_t e) {
      steps(e - b, [&](int64_t j, int n) {
        const int64_t i = b + j;
        const Vec g = loadN(p.gradient + i, n) * all(scale);
        const Vec m = loadN(p.first + i, n) * all(beta1.stays) + g * all(beta1.rest);
        const Vec v = loadN(p.second + i, n) * all(beta2.stays) + g * g * all(beta2.rest);
        const Vec size = root(v * correction) + all(eps);
        storeN(p.newFirst + i, m, n);
        storeN(p.newSecond + i, v, n);
        storeN(p.newValue + i, loadN(p.value + i, n) * all(1 - p.decay) - m / size * step, n);
      });
    });
  }
  return norm;
}
