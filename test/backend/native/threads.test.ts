import assert from "node:assert/strict";
import { checkedThreads, fastestThreads } from "../../../src/backend/native/threads.ts";
import { UsageError } from "../../../src/errors.ts";

/** A machine on which `n` threads take so many milliseconds. */
const machine = (times: Record<number, number>) => ({
  measure: (threads: number) => times[threads] ?? assert.fail(`measured ${threads} threads`),
});

describe("the number of threads", () => {
  const named = process.env.PROXYLAB_THREADS;
  beforeEach(() => delete process.env.PROXYLAB_THREADS);
  after(() => {
    if (named !== undefined) process.env.PROXYLAB_THREADS = named;
  });

  it("is one where a second thread saves nothing, and none more are tried", () => {
    assert.equal(fastestThreads(machine({ 1: 10, 2: 9.5 }), 8), 1);
  });

  it("doubles as long as that saves a tenth, up to every core", () => {
    assert.equal(fastestThreads(machine({ 1: 10, 2: 5.2, 4: 3, 6: 2.4 }), 6), 6);
    assert.equal(fastestThreads(machine({ 1: 10, 2: 5.2, 4: 5.1 }), 6), 2);
    assert.equal(fastestThreads(machine({ 1: 10 }), 1), 1);
  });

  it("is every core where nothing can be measured", () => {
    assert.equal(fastestThreads(undefined, 4), 4);
  });

  it("is what PROXYLAB_THREADS says", () => {
    process.env.PROXYLAB_THREADS = "3";
    assert.equal(fastestThreads(machine({}), 8), 3);
    process.env.PROXYLAB_THREADS = "many";
    assert.throws(
      () => fastestThreads(machine({}), 8),
      /threads many: expected a whole number from 1 to 256/,
    );
  });

  it("is refused where it cannot be meant", () => {
    for (const threads of [0, -1, 1.5, Number.NaN, 257])
      assert.throws(() => checkedThreads(threads), UsageError);
  });
});
