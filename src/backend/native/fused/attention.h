// softmax(rotated q rotated k^T / sqrt(headSize)) v under the rule of sight.h, with online softmax (Milakov and
// Gimelshein, 2018; Dao et al., 2022): by blocks of 32 queries and runs of up to 256 keys. Scores lie transposed,
// [keys, queries], so that each query is a lane and its softmax needs no sum across a vector.
#pragma once
#include "matmul.h"
#include "rotary.h"
#include "sight.h"

struct Attention {
  int64_t batch, queries, keys, heads, kvHeads, headSize;
  const float *q, *k, *v;               // [batch, tokens, heads, headSize], heads of k and v shared by groups of q's
  const int32_t *queryPlaces, *keyPlaces;  // [batch, tokens, 5], null when everything is visible
  const int32_t* reaches;
  int kinds;
  float rotaryBase;  // 0: none
  bool half;
  std::atomic<int64_t>* executed;  // (query, key) pairs that scores were computed for, of one head

  int64_t padded() const { return (headSize + W - 1) / W * W; }
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
  Rotary rotary() const { return Rotary(rotaryBase, headSize); }
};

constexpr float hiddenScore = -1e30f, belowAll = -1e29f;
constexpr int64_t runOfKeys = 256;
constexpr int groupOfBlocks = 4;  // blocks of queries that go over a run of keys while it is in cache

// Keys or values of one head and sample, one row a token, zero beyond the head's size.
static void loadHead(const Attention& a, const float* from, int64_t sample, int64_t head, const Rotary* rotary,
                     float* to) {
  for (int64_t t = 0; t < a.keys; t++) {
    const float* row = from + a.rowOf(sample, t, head, a.keys, a.kvHeads);
    float* at = to + t * a.padded();
    if (rotary) rotary->turn(row, a.keyPlaces ? a.placesOf(a.keyPlaces, sample, a.keys).at(t, column::position) : 0, 1, at);
    else memcpy(at, row, 4 * a.headSize);
    for (int64_t i = a.headSize; i < a.padded(); i++) at[i] = 0;
  }
}

// Queries of a block, rotated and scaled, as rows [32, padded] and transposed [padded, 32]; zero where there are none.
static void loadQueries(const Attention& a, const Rotary& rotary, int64_t sample, int64_t head, int64_t block,
                        float* rows, float* columns) {
  const float scale = 1 / std::sqrt((float)a.headSize);
  memset(rows, 0, 4 * blockSize * a.padded());
  for (int i = 0; i < a.rows(block); i++) {
    const int64_t t = block * blockSize + i;
    const int32_t at = a.queryPlaces ? a.placesOf(a.queryPlaces, sample, a.queries).at(t, column::position) : 0;
    rotary.turn(a.q + a.rowOf(sample, t, head, a.queries, a.heads), at, scale, rows + i * a.padded());
  }
  for (int64_t d = 0; d < a.padded(); d++)
    for (int i = 0; i < blockSize; i++) columns[d * blockSize + i] = rows[i * a.padded() + d];
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

// o [batch, queries, heads, headSize]; lse [batch, heads, queries], the logarithm of each row's sum of exponentials.
static void attention(const Attention& a, float* o, float* lse) {
  const Rotary rotary = a.rotary();
  const int64_t P = a.padded();
  threads::pieces(a.batch * a.kvHeads, 1, [&](int64_t begin, int64_t end) {
    Scratch scratch;
    float *keys = scratch.take(a.keys * P), *values = scratch.take(a.keys * P), *scores = scratch.take(runOfKeys * blockSize);
    float *rows = scratch.take(blockSize * P), *queries = scratch.take(groupOfBlocks * blockSize * P);
    float *out = scratch.take(groupOfBlocks * blockSize * P), *most = scratch.take(groupOfBlocks * blockSize);
    float* total = scratch.take(groupOfBlocks * blockSize);
    for (int64_t unit = begin; unit < end; unit++) {
      const int64_t sample = unit / a.kvHeads, kvHead = unit % a.kvHeads, group = a.heads / a.kvHeads;
      const Sight sight = a.sight(sample);
      loadHead(a, a.k, sample, kvHead, &rotary, keys);
      loadHead(a, a.v, sample, kvHead, nullptr, values);
      for (int64_t head = kvHead * group; head < (kvHead + 1) * group; head++)
        for (int64_t first = 0; first < a.queryBlocks(); first += groupOfBlocks) {
          const int64_t blocks = std::min<int64_t>(groupOfBlocks, a.queryBlocks() - first);
          for (int64_t b = 0; b < blocks; b++)
            loadQueries(a, rotary, sample, head, first + b, rows, queries + b * blockSize * P);
          memset(out, 0, 4 * blocks * blockSize * P);
          for (int64_t i = 0; i < blocks * blockSize; i++) most[i] = belowAll, total[i] = 0;
          for (int64_t from = 0; from < a.keys; from += runOfKeys)
            for (int64_t b = 0; b < blocks; b++) {
              const int lanes = Attention::lanes(a.rows(first + b));
              float *m = most + b * blockSize, *l = total + b * blockSize, *ot = out + b * blockSize * P;
              visibleRuns(a, sight, first + b, from, std::min(a.keys, from + runOfKeys), [&](int64_t key, int64_t n) {
                multiplyNear(n, lanes, a.headSize, keys + key * P, P, 1, queries + b * blockSize * P, blockSize,
                             scores, blockSize, false);
                hideRun(sight, first + b, key, n, lanes, scores);
                for (int lane = 0; lane < lanes; lane += W) {
                  Vec now = load(m + lane), sum{};
                  for (int64_t j = 0; j < n; j++) now = max(load(scores + j * blockSize + lane), now);
                  const Vec shrink = exp(load(m + lane) - now);
                  for (int64_t j = 0; j < n; j++) {
                    const Vec weight = exp(load(scores + j * blockSize + lane) - now);
                    store(scores + j * blockSize + lane, weight);
                    sum += weight;
                  }
                  store(l + lane, load(l + lane) * shrink + sum);
                  store(m + lane, now);
                  for (int64_t d = 0; d < P; d++)
                    store(ot + d * blockSize + lane, load(ot + d * blockSize + lane) * shrink);
                }
                multiplyNear(a.headSize, lanes, n, values + key * P, 1, P, scores, blockSize, ot, blockSize, true);
              });
            }
          for (int64_t b = 0; b < blocks; b++)
            for (int i = 0; i < a.rows(first + b); i++) {
              const int64_t t = (first + b) * blockSize + i;
              const float l = total[b * blockSize + i], inverse = l > 0 ? 1 / l : 0;
              float* to = o + a.rowOf(sample, t, head, a.queries, a.heads);
              for (int64_t d = 0; d < a.headSize; d++) to[d] = out[(b * P + d) * blockSize + i] * inverse;
              lse[(sample * a.heads + head) * a.queries + t] = l > 0 ? most[b * blockSize + i] + std::log(l) : 0;
            }
        }
    }
  });
}

// The gradients of q, k and v from that of o.
static void attentionGrad(const Attention& a, const float* dO, const float* o, const float* lse, float* dq, float* dk,
                          float* dv) {
  const Rotary rotary = a.rotary();
  const int64_t P = a.padded();
  const float scale = 1 / std::sqrt((float)a.headSize);
  threads::pieces(a.batch * a.kvHeads, 1, [&](int64_t begin, int64_t end) {
    Scratch scratch;
    float *keys = scratch.take(a.keys * P), *values = scratch.take(a.keys * P);
    float *dKeys = scratch.take(a.keys * P), *dValues = scratch.take(a.keys * P);
    float *weights = scratch.take(runOfKeys * blockSize), *dScores = scratch.take(runOfKeys * blockSize);
    float *rows = scratch.take(blockSize * P), *columns = scratch.take(blockSize * P);
    float *dRows = scratch.take(blockSize * P), *dColumns = scratch.take(blockSize * P);
    float *dQueries = scratch.take(blockSize * P), *row = scratch.take(P);
    float lses[blockSize], along[blockSize];
    for (int64_t unit = begin; unit < end; unit++) {
      const int64_t sample = unit / a.kvHeads, kvHead = unit % a.kvHeads, group = a.heads / a.kvHeads;
      const Sight sight = a.sight(sample);
      loadHead(a, a.k, sample, kvHead, &rotary, keys);
      loadHead(a, a.v, sample, kvHead, nullptr, values);
      memset(dKeys, 0, 4 * a.keys * P);
      memset(dValues, 0, 4 * a.keys * P);
      for (int64_t head = kvHead * group; head < (kvHead + 1) * group; head++)
        for (int64_t block = 0; block < a.queryBlocks(); block++) {
          const int lanes = Attention::lanes(a.rows(block));
          loadQueries(a, rotary, sample, head, block, rows, columns);
          memset(dRows, 0, 4 * blockSize * P);
          for (int i = 0; i < blockSize; i++) {
            lses[i] = along[i] = 0;
            if (i >= a.rows(block)) continue;
            const int64_t t = block * blockSize + i, at = a.rowOf(sample, t, head, a.queries, a.heads);
            for (int64_t d = 0; d < a.headSize; d++) {
              dRows[i * P + d] = dO[at + d];
              along[i] += dO[at + d] * o[at + d];
            }
            lses[i] = lse[(sample * a.heads + head) * a.queries + t];
          }
          for (int64_t d = 0; d < P; d++)
            for (int i = 0; i < blockSize; i++) dColumns[d * blockSize + i] = dRows[i * P + d];
          memset(dQueries, 0, 4 * blockSize * P);
          for (int64_t from = 0; from < a.keys; from += runOfKeys)
            visibleRuns(a, sight, block, from, std::min(a.keys, from + runOfKeys), [&](int64_t key, int64_t n) {
              multiplyNear(n, lanes, a.headSize, keys + key * P, P, 1, columns, blockSize, weights, blockSize, false);
              hideRun(sight, block, key, n, lanes, weights);
              multiplyNear(n, lanes, a.headSize, values + key * P, P, 1, dColumns, blockSize, dScores, blockSize, false);
              for (int lane = 0; lane < lanes; lane += W)
                for (int64_t j = 0; j < n; j++) {
                  float *w = weights + j * blockSize + lane, *d = dScores + j * blockSize + lane;
                  const Vec weight = exp(load(w) - load(lses + lane));
                  store(w, weight);
                  store(d, weight * (load(d) - load(along + lane)));
                }
              multiplyNear(n, P, a.rows(block), weights, blockSize, 1, dRows, P, dValues + key * P, P, true);
              multiplyNear(n, P, a.rows(block), dScores, blockSize, 1, rows, P, dKeys + key * P, P, true);
              multiplyNear(a.headSize, lanes, n, keys + key * P, 1, P, dScores, blockSize, dQueries, blockSize, true);
            });
          for (int i = 0; i < a.rows(block); i++) {
            const int64_t t = block * blockSize + i;
            for (int64_t d = 0; d < a.headSize; d++) row[d] = dQueries[d * blockSize + i];
            const int32_t at = a.queryPlaces ? a.placesOf(a.queryPlaces, sample, a.queries).at(t, column::position) : 0;
            rotary.turnBack(row, at, scale, dq + a.rowOf(sample, t, head, a.queries, a.heads));
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

// The softmax itself for a few queries: weights [batch, heads, queries, keys], rows that see nothing zero.
static void attentionWeights(const Attention& a, float* weights) {
  const Rotary rotary = a.rotary();
  const int64_t P = a.padded();
  threads::pieces(a.batch * a.kvHeads, 1, [&](int64_t begin, int64_t end) {
    Scratch scratch;
    float *keys = scratch.take(a.keys * P), *scores = scratch.take(a.keys * blockSize);
    float *rows = scratch.take(blockSize * P), *columns = scratch.take(blockSize * P);
    for (int64_t unit = begin; unit < end; unit++) {
      const int64_t sample = unit / a.kvHeads, kvHead = unit % a.kvHeads, group = a.heads / a.kvHeads;
      const Sight sight = a.sight(sample);
      loadHead(a, a.k, sample, kvHead, &rotary, keys);
      for (int64_t head = kvHead * group; head < (kvHead + 1) * group; head++)
        for (int64_t block = 0; block < a.queryBlocks(); block++) {
          const int lanes = Attention::lanes(a.rows(block));
          loadQueries(a, rotary, sample, head, block, rows, columns);
          for (int64_t i = 0; i < a.keys * blockSize; i++) scores[i] = hiddenScore;
          visibleRuns(a, sight, block, 0, a.keys, [&](int64_t key, int64_t n) {
            multiplyNear(n, lanes, a.headSize, keys + key * P, P, 1, columns, blockSize, scores + key * blockSize,
                         blockSize, false);
            hideRun(sight, block, key, n, lanes, scores + key * blockSize);
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
