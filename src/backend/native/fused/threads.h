// A pool of threads that sleep between calls: nothing spins. It serves one caller at a time; a caller that finds it
// taken (another worker thread's engine) computes alone instead of waiting.
#pragma once
#include <cstdint>
#include <functional>

namespace threads {

// How many threads compute, the caller included.
int count();
void set(int n);

// Runs `f(thread, threads)` on at most `most` threads at once; as f(0, 1) where the pool is taken.
void everywhere(int most, const std::function<void(int, int)>& f);

// Runs `f(thread, begin, end)` over one even share of 0..n for each of at most `most` threads, a multiple of `grain`: the
// same thread gets the same share every time, so that sums over shares come out the same.
void shares(int most, int64_t n, int64_t grain, const std::function<void(int, int64_t, int64_t)>& f);

// Runs `f(begin, end)` over pieces of 0..n of at least `grain`, in no order.
void pieces(int64_t n, int64_t grain, const std::function<void(int64_t, int64_t)>& f);

}  // namespace threads
