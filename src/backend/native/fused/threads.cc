#include "threads.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace threads {
namespace {

struct Pool {
  std::mutex taken;  // by the caller whom it serves
  std::mutex m;
  std::condition_variable begin, end;
  const std::function<void(int, int)>* job = nullptr;
  uint64_t round = 0;
  int running = 0, started = 0;
  std::atomic<int> wanted{1};

  int limit = 0;  // threads with a smaller number take part in this round

  void grow(int n) {
    try {
      for (; started < n; started++) std::thread([this, id = started, seen = round] { serve(id, seen); }).detach();
    } catch (const std::system_error&) {
      // The system gives no more threads: those that there are do the work.
    }
  }
  void serve(int id, uint64_t seen) {
    std::unique_lock<std::mutex> lock(m);
    for (;;) {
      begin.wait(lock, [&] { return round != seen && id < limit; });
      seen = round;
      const auto* f = job;
      const int among = limit;
      lock.unlock();
      (*f)(id, among);
      lock.lock();
      if (--running == 0) end.notify_one();
    }
  }
};

Pool& pool() {
  static Pool* p = new Pool{};  // never destroyed: its threads may outlive the other statics
  return *p;
}
thread_local bool inside = false;

}  // namespace

int count() { return pool().wanted; }
void set(int n) { pool().wanted = std::max(1, n); }

void everywhere(int most, const std::function<void(int, int)>& f) {
  Pool& p = pool();
  int n = std::min<int>(most, p.wanted);
  std::unique_lock<std::mutex> call(p.taken, std::defer_lock);
  if (n <= 1 || inside || !call.try_lock()) return f(0, 1);
  inside = true;
  std::atomic<bool> failed{false};
  const std::function<void(int, int)> guarded = [&](int thread, int among) {
    try {
      f(thread, among);
    } catch (...) {
      failed = true;  // only memory can run out here
    }
  };
  {
    std::lock_guard<std::mutex> lock(p.m);
    if (p.started == 0) p.started = 1;  // number 0 is the caller
    p.grow(n);
    n = std::min(n, p.started);
    p.job = &guarded;
    p.running = n - 1;
    p.limit = n;
    p.round++;
  }
  p.begin.notify_all();
  guarded(0, n);
  std::unique_lock<std::mutex> lock(p.m);
  p.end.wait(lock, [&] { return p.running == 0; });
  p.limit = 0;
  inside = false;
  if (failed) throw std::bad_alloc();
}

void pieces(int64_t n, int64_t grain, const std::function<void(int64_t, int64_t)>& f) {
  if (n <= grain || count() == 1) {
    if (n > 0) f(0, n);
    return;
  }
  std::atomic<int64_t> next{0};
  everywhere(count(), [&](int, int) {
    for (;;) {
      const int64_t begin = next.fetch_add(grain);
      if (begin >= n) return;
      f(begin, std::min(n, begin + grain));
    }
  });
}

void shares(int most, int64_t n, int64_t grain, const std::function<void(int, int64_t, int64_t)>& f) {
  if (n == 0) return;
  everywhere(most, [&](int thread, int among) {
    const int64_t share = ((n + among - 1) / among + grain - 1) / grain * grain;
    const int64_t begin = std::min(n, thread * share), end = std::min(n, begin + share);
    if (begin < end) f(thread, begin, end);
  });
}

}  // namespace threads
