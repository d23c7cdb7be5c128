// Rotary position embedding (Su et al., 2021) as Hugging Face's Llama lays it out: the halves of a head turn against
// each other. Angles are rounded to float32 where PyTorch rounds them.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "vector.h"

class Rotary {
  static constexpr int32_t tabled = 1 << 14;  // positions whose sines are kept

  struct Table {
    std::vector<float> turns;  // [position][cosines, sines]
  };
  float base;
  int64_t size, half;
  std::vector<float> frequencies;
  std::shared_ptr<const Table> table;

  void fill(int32_t at, float* turns) const {
    for (int64_t i = 0; i < half; i++) {
      const float angle = (float)((double)at * frequencies[i]);
      turns[i] = (float)std::cos((double)angle);
      turns[half + i] = (float)std::sin((double)angle);
    }
  }
  // Cosines and sines of a position; of a far one in a buffer that the next call of this thread overwrites.
  const float* turns(int32_t at) const {
    if (at >= 0 && at < (int64_t)table->turns.size() / size) return table->turns.data() + at * size;
    static thread_local std::vector<float> far;
    far.resize(size);
    fill(at, far.data());
    return far.data();
  }

 public:
  // A base of 0 turns nothing. `positions` of them are worked out ahead.
  Rotary(float base, int64_t size, int32_t positions = 0) : base(base), size(size), half(size / 2) {
    if (base == 0) return;
    for (int64_t i = 0; i < half; i++) frequencies.push_back((float)(1 / std::pow((double)base, (double)i / half)));
    static std::mutex lock;
    static std::map<std::pair<float, int64_t>, std::shared_ptr<const Table>> tables;
    std::lock_guard<std::mutex> guard(lock);
    auto& known = tables[{base, size}];
    const int32_t wanted = std::min(tabled, positions);
    if (!known || (int64_t)known->turns.size() < wanted * size) {
      auto made = std::make_shared<Table>();
      const int32_t rows = std::min<int32_t>(tabled, std::max(512, 2 * wanted));
      made->turns.resize(rows * size);
      for (int32_t at = 0; at < rows; at++) fill(at, made->turns.data() + at * size);
      known = made;
    }
    table = known;
  }

  // y = x turned to its position, times `scale`.
  void turn(const float* x, int32_t at, float scale, float* y) const { apply(x, at, scale, y, 1); }
  // The gradient of `turn`.
  void turnBack(const float* x, int32_t at, float scale, float* y) const { apply(x, at, scale, y, -1); }

 private:
  void apply(const float* x, int32_t at, float scale, float* y, float way) const {
    if (base == 0) {
      for (int64_t i = 0; i < size; i++) y[i] = x[i] * scale;
      return;
    }
    const float *cosine = turns(at), *sine = cosine + half;
    steps(half, [&](int64_t i, int n) {
      const Vec low = loadN(x + i, n) * all(scale), high = loadN(x + half + i, n) * all(scale);
      const Vec c = loadN(cosine + i, n), s = loadN(sine + i, n) * all(way);
      storeN(y + i, low * c - high * s, n);
      storeN(y + half + i, high * c + low * s, n);
    });
  }
};
