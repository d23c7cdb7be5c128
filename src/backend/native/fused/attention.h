// softmax(rotated q rotated k^T / sqrt(headSize)) v under the rule of sight.h, with online softmax (Milakov and
// Gimelshein, 2018; Dao et al., 2022): by blocks of 32 queries and runs of up to 128 keys. Scores lie transposed,
// [keys, queries], so that each query is a lane and its softmax needs no sum across a vector.
#pragma once
#include <optional>

#include "heads.h"
#include "rotary.h"
#include "sight.h"

struct Attention {
  int64_t batch, queries, keys, heads, kvHeads, headSize;
  const float *q, *k, *v;               // [batch, tokens, heads, headSize], heads of k and v shared by groups of q's
  const int32_t *queryPlaces, *keyPlaces;  // [batch, tokens, 5], null when everything is visible
  const int32_t* reaches;
  int kinds;
  float rotaryBase;  // 0: none
  int32_t positions;  // beyond the largest
  bool half;
  std::atomic<int64_t>* executed;  // (query, key) pairs that scores were computed for, of one head

  int64_t queryBlocks() const { return (queries + blockSize - 1) / blockSize; }
  int64_t keyBlocks() const { return (keys + blockSize - 1) / blockSize; }
  int rows(int64_t queryBlock) const { return (int)std::min<int64_t>(blockSize, queries - queryBlock * blockSize); }
  static int lanes(int rows) { return (rows + W - 1) / W * W; }
  int64_t rowOf(int64_t sample, int64_t token, int64_t head, int64_t tokens, int64_t of) const {
    return ((sample * tokens + token) * of + head) * headSize;
  }
  Places placesOf(const int32_t* places, int64_t sample, int64_t tokens) const {
    return {places ? places + sample * tokens * column::count : nullptr, tokens};
  }
  Sight sight(int64_t sample) const {
    return Sight(placesOf(queryPlaces, sample, queries), placesOf(keyPlaces, sample, keys), reaches, kinds);
  }
  Rotary rotary() const { return Rotary(rotaryBase, headSize, positions); }
};

constexpr float hiddenScore = -1e30f, belowAll = -1e29f;
static_assert(blockSize == lanesOfBlock && runOfKeys % blockSize == 0, "blocks of queries are blocks of lanes");

// A head's rows lie `heads` rows apart: too far for the processor to see the pattern in time.
static INLINE void fetch(const float* row, int64_t size) {
  for (int64_t i = 0; i < size; i += 16) __builtin_prefetch(row + i);
}
constexpr int64_t ahead = 8;  // rows

// Keys or values of one head and sample, one row of `P` a token, zero beyond the head's size.
static void loadHead(const Attention& a, const float* from, int64_t sample, int64_t head, const Rotary* rotary,
                     int64_t P, float* to) {
  for (int64_t t = 0; t < a.keys; t++) {
    const float* row = from + a.rowOf(sample, t, head, a.keys, a.kvHeads);
    float* at = to + t * P;
    fetch(row + ahead * a.kvHeads * a.headSize, a.headSize);
    if (rotary) rotary->turn(row, a.keyPlaces ? a.placesOf(a.keyPlaces, sample, a.keys).at(t, column::position) : 0, 1, at);
    else memcpy(at, row, 4 * a.headSize);
    for (int64_t i = a.headSize; i < P; i++) at[i] = 0;
  }
}

// Queries of a block, rotated and scaled, [32, P]; zero where there are none.
static void loadQueries(const Attention& a, const Rotary& rotary, int64_t sample, int64_t head, int64_t block,
                        int64_t P, float* rows) {
  const float scale = 1 / std::sqrt((float)a.headSize);
  memset(rows, 0, 4 * blockSize * P);
  for (int i = 0; i < a.rows(block); i++) {
    const int64_t t = block * blockSize + i;
    const int32_t at = a.queryPlaces ? a.placesOf(a.queryPlaces, sample, a.queries).at(t, column::position) : 0;
    const float* row = a.q + a.rowOf(sample, t, head, a.queries, a.heads);
    fetch(row + ahead * a.heads * a.headSize, a.headSize);
    rotary.turn(row, at, scale, rows + i * P);
  }
}

// Calls `f(first key, keys, any hidden)` for every run of keys that a block of queries may see, within [from, to).
template <class F>
static INLINE void visibleRuns(const Attention& a, const Sight& sight, int64_t queryBlock, int64_t from, int64_t to,
                               F f) {
  const int64_t last = (to + blockSize - 1) / blockSize;
  for (int64_t b = from / blockSize; b < last;) {
    if (sight.seen(queryBlock, b) == Sight::nothing) {
      b++;
      continue;
    }
    const int64_t first = b;
    while (b < last && sight.seen(queryBlock, b) != Sight::nothing) b++;
    const int64_t end = std::min(to, b * blockSize);
    a.executed->fetch_add((end - first * blockSize) * a.rows(queryBlock), std::memory_order_relaxed);
    f(first * blockSize, end - first * blockSize);
  }
}

static void hideRun(const Sight& sight, int64_t queryBlock, int64_t first, int64_t count, int lanes, float* scores) {
  for (int64_t j = 0; j < count; j += blockSize) {
    if (sight.seen(queryBlock, (first + j) / blockSize) != Sight::some) continue;
    const int here = (int)std::min<int64_t>(blockSize, count - j);
    sight.hide(queryBlock, first + j, here, lanes, scores + j * blockSize, hiddenScore);
  }
}

// Runs `f` with the number of vectors that some lanes fill, known when it is compiled: 1 to blockSize / W.
template <class F>
static INLINE void withVectors(int lanes, F f) {
  switch (lanes / W) {
    case 1: return f(std::integral_constant<int, 1>{});
    case 2: return f(std::integral_constant<int, 2>{});
#ifndef WIDE
    case 3: return f(std::integral_constant<int, 3>{});
    case 4: return f(std::integral_constant<int, 4>{});
#endif
  }
}

// Scores [n, 32] of a run of keys become weights exp(score - most), `most` and `total` of each query grow by the run, and
// what was summed before, out [size, 32], shrinks to the new scale.
static void softmaxRun(int lanes, int64_t n, float* scores, float* most, float* total, int64_t size, float* out) {
  withVectors(lanes, [&](auto vectors) {
    constexpr int V = decltype(vectors)::value;
    Vec now[V], sums[V], shrink[V];
    for (int v = 0; v < V; v++) now[v] = load(most + v * W), sums[v] = Vec{};
    for (int64_t j = 0; j < n; j++)
      for (int v = 0; v < V; v++) now[v] = max(load(scores + j * blockSize + v * W), now[v]);
    bool rises = false;
    for (int v = 0; v < V; v++) {
      shrink[v] = exp(load(most + v * W) - now[v]);
      store(most + v * W, now[v]);
      rises |= !(sum(shrink[v]) >= W);  // also where one is not a number
    }
    for (int64_t j = 0; j < n; j++)
      for (int v = 0; v < V; v++) {
        float* at = scores + j * blockSize + v * W;
        const Vec weight = exp(load(at) - now[v]);
        store(at, weight);
        sums[v] += weight;
      }
    for (int v = 0; v < V; v++) store(total + v * W, load(total + v * W) * shrink[v] + sums[v]);
    for (int64_t d = 0; rises && d < size; d++)
      for (int v = 0; v < V; v++) {
        float* at = out + d * blockSize + v * W;
        store(at, load(at) * shrink[v]);
      }
  });
}

// Scores and the gradients of weights, [n, 32] each, become weights exp(score - lse) and the gradients of scores.
static void softmaxGradRun(int lanes, int64_t n, float* weights, float* dScores, const float* lse, const float* along) {
  withVectors(lanes, [&](auto vectors) {
    constexpr int V = decltype(vectors)::value;
    Vec l[V], a[V];
    for (int v = 0; v < V; v++) l[v] = load(lse + v * W), a[v] = load(along + v * W);
    for (int64_t j = 0; j < n; j++)
      for (int v = 0; v < V; v++) {
        float *w = weights + j * blockSize + v * W, *d = dScores + j * blockSize + v * W;
        const Vec weight = exp(load(w) - l[v]);
        store(w, weight);
        store(d, weight * (load(d) - a[v]));
      }
  });
}

// o [batch, queries, heads, headSize]; lse [batch, heads, queries], the logarithm of each row's sum of exponentials.
template <class Head>
static void attentionBy(const Attention& a, float* o, float* lse) {
  const Rotary rotary = a.rotary();
  const int64_t P = Head::padded(a.headSize);
  threads::pieces(a.batch * a.kvHeads, 1, [&](int64_t begin, int64_t end) {
    Scratch scratch;
    Head products(scratch, a.keys, a.headSize, false);
    float *keys = scratch.take(a.keys * P), *values = scratch.take(a.keys * P), *rows = scratch.take(blockSize * P);
    float *scores = scratch.take(runOfKeys * blockSize), *out = scratch.take(groupOfBlocks * blockSize * P);
    float most[groupOfBlocks * blockSize], total[groupOfBlocks * blockSize];
    std::optional<Sight> sight;
    for (int64_t unit = begin, known = -1; unit < end; unit++) {
      const int64_t sample = unit / a.kvHeads, kvHead = unit % a.kvHeads, group = a.heads / a.kvHeads;
      if (sample != known) sight.emplace(a.sight(sample)), known = sample;
      loadHead(a, a.k, sample, kvHead, &rotary, P, keys);
      loadHead(a, a.v, sample, kvHead, nullptr, P, values);
      products.load(keys, values);
      for (int64_t head = kvHead * group; head < (kvHead + 1) * group; head++)
        for (int64_t first = 0; first < a.queryBlocks(); first += groupOfBlocks) {
          const int blocks = (int)std::min<int64_t>(groupOfBlocks, a.queryBlocks() - first);
          for (int b = 0; b < blocks; b++) {
            loadQueries(a, rotary, sample, head, first + b, P, rows);
            products.query(b, rows);
          }
          memset(out, 0, 4 * blocks * blockSize * P);
          for (int i = 0; i < blocks * blockSize; i++) most[i] = belowAll, total[i] = 0;
          for (int64_t from = 0; from < a.keys; from += runOfKeys)
            for (int b = 0; b < blocks; b++) {
              const int lanes = Attention::lanes(a.rows(first + b));
              float* sums = out + b * blockSize * P;
              visibleRuns(a, *sight, first + b, from, std::min(a.keys, from + runOfKeys), [&](int64_t key, int64_t n) {
                products.scores(b, key, n, lanes, scores);
                hideRun(*sight, first + b, key, n, lanes, scores);
                softmaxRun(lanes, n, scores, most + b * blockSize, total + b * blockSize, P, sums);
                products.addValues(key, n, lanes, scores, sums);
              });
            }
          for (int b = 0; b < blocks; b++) {
            turnBlock<true>(P, out + b * blockSize * P, blockSize, rows, P);
            for (int i = 0; i < a.rows(first + b); i++) {
              const int64_t t = (first + b) * blockSize + i;
              const float l = total[b * blockSize + i], inverse = l > 0 ? 1 / l : 0;
              float* to = o + a.rowOf(sample, t, head, a.queries, a.heads);
              for (int64_t d = 0; d < a.headSize; d++) to[d] = rows[i * P + d] * inverse;
              lse[(sample * a.heads + head) * a.queries + t] = l > 0 ? most[b * blockSize + i] + std::log(l) : 0;
            }
          }
        }
    }
  });
}

// The gradients of q, k and v from that of o.
template <class Head>
static void attentionGradBy(const Attention& a, const float* dO, const float* o, const float* lse, float* dq, float* dk,
                            float* dv) {
  const Rotary rotary = a.rotary();
  const int64_t P = Head::padded(a.headSize), tokens = (a.keys + blockSize - 1) / blockSize * blockSize;
  const float scale = 1 / std::sqrt((float)a.headSize);
  threads::pieces(a.batch * a.kvHeads, 1, [&](int64_t begin, int64_t end) {
    Scratch scratch;
    Head products(scratch, a.keys, a.headSize, true);
    float *keys = scratch.take(a.keys * P), *values = scratch.take(a.keys * P);
    float *dKeys = scratch.take(tokens * P), *dValues = scratch.take(tokens * P);
    float *weights = scratch.take(runOfKeys * blockSize), *dScores = scratch.take(runOfKeys * blockSize);
    float *rows = scratch.take(blockSize * P), *dRows = scratch.take(blockSize * P);
    float* dQueries = scratch.take(blockSize * P);
    float lses[blockSize], along[blockSize];
    std::optional<Sight> sight;
    for (int64_t unit = begin, known = -1; unit < end; unit++) {
      const int64_t sample = unit / a.kvHeads, kvHead = unit % a.kvHeads, group = a.heads / a.kvHeads;
      if (sample != known) sight.emplace(a.sight(sample)), known = sample;
      loadHead(a, a.k, sample, kvHead, &rotary, P, keys);
      loadHead(a, a.v, sample, kvHead, nullptr, P, values);
      products.load(keys, values);
      memset(dKeys, 0, 4 * tokens * P);
      memset(dValues, 0, 4 * tokens * P);
      for (int64_t head = kvHead * group; head < (kvHead + 1) * group; head++)
        for (int64_t block = 0; block < a.queryBlocks(); block++) {
          const int count = a.rows(block), lanes = Attention::lanes(count);
          loadQueries(a, rotary, sample, head, block, P, rows);
          memset(dRows, 0, 4 * blockSize * P);
          for (int i = 0; i < blockSize; i++) {
            lses[i] = along[i] = 0;
            if (i >= count) continue;
            const int64_t t = block * blockSize + i, at = a.rowOf(sample, t, head, a.queries, a.heads);
            fetch(dO + at + ahead * a.heads * a.headSize, a.headSize);
            fetch(o + at + ahead * a.heads * a.headSize, a.headSize);
            Vec sums{};
            steps(a.headSize, [&](int64_t d, int n) {
              const Vec v = loadN(dO + at + d, n);
              storeN(dRows + i * P + d, v, n);
              sums += v * loadN(o + at + d, n);
            });
            along[i] = sum(sums);
            lses[i] = lse[(sample * a.heads + head) * a.queries + t];
          }
          products.query(0, rows, dRows);
          memset(dQueries, 0, 4 * blockSize * P);
          for (int64_t from = 0; from < a.keys; from += runOfKeys)
            visibleRuns(a, *sight, block, from, std::min(a.keys, from + runOfKeys), [&](int64_t key, int64_t n) {
              products.scores(0, key, n, lanes, weights);
              hideRun(*sight, block, key, n, lanes, weights);
              products.dWeights(key, n, lanes, dScores);
              softmaxGradRun(lanes, n, weights, dScores, lses, along);
              products.addOutputGradients(n, count, weights, dValues + key * P);
              products.addQueries(n, count, dScores, dKeys + key * P);
              products.addKeys(key, n, lanes, dScores, dQueries);
            });
          turnBlock<true>(P, dQueries, blockSize, rows, P);
          for (int i = 0; i < count; i++) {
            const int64_t t = block * blockSize + i;
            const int32_t at = a.queryPlaces ? a.placesOf(a.queryPlaces, sample, a.queries).at(t, column::position) : 0;
            rotary.turnBack(rows + i * P, at, scale, dq + a.rowOf(sample, t, head, a.queries, a.heads));
          }
        }
      for (int64_t t = 0; t < a.keys; t++) {
        const int32_t at = a.keyPlaces ? a.placesOf(a.keyPlaces, sample, a.keys).at(t, column::position) : 0;
        const int64_t to = a.rowOf(sample, t, kvHead, a.keys, a.kvHeads);
        rotary.turnBack(dKeys + t * P, at, 1, dk + to);
        memcpy(dv + to, dValues + t * P, 4 * a.headSize);
      }
    }
  });
}

static void attention(const Attention& a, float* o, float* lse) {
#if defined(USE_AMX) || defined(USE_BF16)
  if (a.half) return attentionBy<HalfHead>(a, o, lse);
#endif
  attentionBy<FloatHead>(a, o, lse);
}

static void attentionGrad(const Attention& a, const float* dO, const float* o, const float* lse, float* dq, float* dk,
                          float* dv) {
#if defined(USE_AMX) || defined(USE_BF16)
  if (a.half) return attentionGradBy<HalfHead>(a, dO, o, lse, dq, dk, dv);
#endif
  attentionGradBy<FloatHead>(a, dO, o, lse, dq, dk, dv);
}

// The softmax itself for a few queries: weights [batch, heads, queries, keys], rows that see nothing zero.
static void attentionWeights(const Attention& a, float* weights) {
  const Rotary rotary = a.rotary();
  const int64_t P = FloatHead::padded(a.headSize);
  threads::pieces(a.batch * a.kvHeads, 1, [&](int64_t begin, int64_t end) {
    Scratch scratch;
    FloatHead products(scratch, a.keys, a.headSize, false);
    float *keys = scratch.take(a.keys * P), *scores = scratch.take(a.keys * blockSize);
    float* rows = scratch.take(blockSize * P);
    std::optional<Sight> sight;
    for (int64_t unit = begin, known = -1; unit < end; unit++) {
      const int64_t sample = unit / a.kvHeads, kvHead = unit % a.kvHeads, group = a.heads / a.kvHeads;
      if (sample != known) sight.emplace(a.sight(sample)), known = sample;
      loadHead(a, a.k, sample, kvHead, &rotary, P, keys);
      products.load(keys, nullptr);
      for (int64_t head = kvHead * group; head < (kvHead + 1) * group; head++)
        for (int64_t block = 0; block < a.queryBlocks(); block++) {
          const int lanes = Attention::lanes(a.rows(block));
          loadQueries(a, rotary, sample, head, block, P, rows);
          products.query(0, rows);
          for (int64_t i = 0; i < a.keys * blockSize; i++) scores[i] = hiddenScore;
          visibleRuns(a, *sight, block, 0, a.keys, [&](int64_t key, int64_t n) {
            products.scores(0, key, n, lanes, scores + key * blockSize);
            hideRun(*sight, block, key, n, lanes, scores + key * blockSize);
          });
          for (int i = 0; i < a.rows(block); i++) {
            float* to = weights + ((sample * a.heads + head) * a.queries + block * blockSize + i) * a.keys;
            float most = belowAll, sum = 0;
            for (int64_t j = 0; j < a.keys; j++) most = std::max(most, scores[j * blockSize + i]);
            for (int64_t j = 0; j < a.keys; j++) sum += to[j] = std::exp(scores[j * blockSize + i] - most);
            for (int64_t j = 0; j < a.keys; j++) to[j] = most > belowAll ? to[j] / sum : 0;
          }
        }
    }
  });
}
