// Working memory of one thread: taken within a scope, given back at its end, reused by the next. What a large call took
// beyond `kept` goes back to the system.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

class Scratch {
  struct Chunk {
    char* data;
    size_t size, used;
  };
  static constexpr size_t kept = size_t(64) << 20;
  static std::vector<Chunk>& chunks() {
    static thread_local struct Owner {
      std::vector<Chunk> list;
      ~Owner() {
        for (auto& chunk : list) free(chunk.data);
      }
    } owner;
    return owner.list;
  }
  std::vector<size_t> marks;

 public:
  Scratch() {
    for (auto& chunk : chunks()) marks.push_back(chunk.used);
  }
  ~Scratch() {
    auto& all = chunks();
    size_t total = 0;
    for (size_t i = 0; i < all.size(); i++) {
      all[i].used = i < marks.size() ? marks[i] : 0;
      total += all[i].size;
    }
    while (!all.empty() && total > kept && all.back().used == 0) {
      total -= all.back().size;
      free(all.back().data);
      all.pop_back();
    }
  }
  Scratch(const Scratch&) = delete;

  // `n` elements, aligned to 64 bytes and with 64 more behind them; throws std::bad_alloc.
  template <class T = float>
  T* take(size_t n) {
    const size_t bytes = (n * sizeof(T) + 127) / 64 * 64;
    auto& all = chunks();
    for (auto& chunk : all) {
      if (chunk.size - chunk.used < bytes) continue;
      T* p = (T*)(chunk.data + chunk.used);
      chunk.used += bytes;
      return p;
    }
    const size_t size = bytes > (size_t(1) << 20) ? bytes : size_t(1) << 20;
    char* data = (char*)aligned_alloc(64, size);
    if (!data) throw std::bad_alloc();
    all.push_back({data, size, bytes});
    return (T*)data;
  }
};
