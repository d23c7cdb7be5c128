// Who sees whom, as a rule evaluated where the scores are: nothing as large as queries times keys is ever held.
#pragma once
#include <algorithm>
#include <atomic>
#include <type_traits>
#include <vector>

#include "vector.h"

constexpr int blockSize = 32;  // queries, and keys, that are looked at together

namespace reach {
constexpr int32_t none = 0, self = 1, earlier = 2, image = 3;
}
namespace column {
constexpr int position = 0, kind = 1, index = 2, image = 3, present = 4, count = 5;
}

// The tokens of one sample on one side of an attention: [tokens, 5] numbers, or nothing when everything is visible.
struct Places {
  const int32_t* rows;
  int64_t tokens;

  int32_t at(int64_t token, int which) const { return rows[token * column::count + which]; }
};

// The rule of one sample, in blocks of queries and keys.
class Sight {
  Places queries, keys;
  const int32_t* reaches;  // [kinds, kinds], null when everything is visible
  int kinds;

  // What all tokens of a block have in common.
  struct Range {
    int32_t low[column::count], high[column::count];
  };
  std::vector<Range> queryRanges, keyRanges;
  std::vector<int32_t> fields;  // of the queries, [column::count][padded tokens], so that a vector holds one of each query
  int64_t paddedQueries;

  static std::vector<Range> ranges(const Places& places) {
    std::vector<Range> all((places.tokens + blockSize - 1) / blockSize);
    for (int64_t t = 0; t < places.tokens; t++) {
      Range& range = all[t / blockSize];
      for (int c = 0; c < column::count; c++) {
        const int32_t x = places.at(t, c);
        range.low[c] = t % blockSize ? std::min(range.low[c], x) : x;
        range.high[c] = t % blockSize ? std::max(range.high[c], x) : x;
      }
    }
    return all;
  }

 public:
  enum Seen { nothing, some, everything };

  Sight(const Places& queries, const Places& keys, const int32_t* reaches, int kinds)
      : queries(queries), keys(keys), reaches(reaches), kinds(kinds) {
    if (!reaches) return;
    queryRanges = ranges(queries);
    keyRanges = ranges(keys);
    paddedQueries = (int64_t)queryRanges.size() * blockSize;
    fields.assign(column::count * paddedQueries, -1);
    for (int64_t t = 0; t < queries.tokens; t++)
      for (int c = 0; c < column::count; c++) fields[c * paddedQueries + t] = queries.at(t, c);
  }

  // What a block of queries sees of a block of keys, as far as the ranges tell: `some` may turn out to be any of the three.
  Seen seen(int64_t queryBlock, int64_t keyBlock) const {
    if (!reaches) return everything;
    const Range &q = queryRanges[queryBlock], &k = keyRanges[keyBlock];
    if (k.high[column::present] == 0) return nothing;
    if (q.low[column::kind] != q.high[column::kind] || k.low[column::kind] != k.high[column::kind]) return some;
    const bool whole = k.low[column::present] == 1;
    switch (reaches[q.low[column::kind] * kinds + k.low[column::kind]]) {
      case reach::earlier:
        if (q.high[column::position] < k.low[column::position]) return nothing;
        return whole && q.low[column::position] >= k.high[column::position] ? everything : some;
      case reach::image:
        if (q.high[column::image] < std::max(0, k.low[column::image]) || q.low[column::image] > k.high[column::image]) return nothing;
        return whole && q.low[column::image] >= 0 && q.low[column::image] == q.high[column::image] &&
                       k.low[column::image] == k.high[column::image] && q.low[column::image] == k.low[column::image]
                   ? everything
                   : some;
      case reach::self:
        if (q.low[column::kind] != k.low[column::kind] || q.high[column::index] < k.low[column::index] || q.low[column::index] > k.high[column::index]) return nothing;
        return some;
      default:
        return nothing;
    }
  }

  // Hides what is not seen: scores [keys, lanes] of a block of queries, one query a lane, become `hidden`. Returns
  // whether anything is left.
  bool hide(int64_t queryBlock, int64_t firstKey, int count, int lanes, float* scores, float hidden) const {
    bool any = false;
    const int32_t* of = fields.data() + queryBlock * blockSize;
    for (int lane = 0; lane < lanes; lane += W) {
      const IVec queryPosition = loadInt(of + column::position * paddedQueries + lane);
      const IVec queryKind = loadInt(of + column::kind * paddedQueries + lane);
      const IVec queryIndex = loadInt(of + column::index * paddedQueries + lane);
      const IVec queryImage = loadInt(of + column::image * paddedQueries + lane);
      IVec reaching{}, found{};
      int32_t reachOf = -1;
      for (int j = 0; j < count; j++) {
        const int64_t key = firstKey + j;
        if (keys.at(key, column::kind) != reachOf) {
          reachOf = keys.at(key, column::kind);
          for (int i = 0; i < W; i++) reaching[i] = queryKind[i] < 0 ? reach::none : reaches[queryKind[i] * kinds + reachOf];
        }
        const IVec here = keys.at(key, column::present) ? allInt(-1) : IVec{};
        const IVec visible = here & (((reaching == reach::earlier) & (queryPosition >= keys.at(key, column::position))) |
                                     ((reaching == reach::image) & (queryImage >= 0) & (queryImage == keys.at(key, column::image))) |
                                     ((reaching == reach::self) & (queryKind == reachOf) & (queryIndex == keys.at(key, column::index))));
        float* at = scores + j * blockSize + lane;
        store(at, visible ? load(at) : all(hidden));
        found |= visible;
      }
      for (int i = 0; i < W; i++) any |= found[i] != 0;
    }
    return any;
  }
};
