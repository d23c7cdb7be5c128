import assert from "node:assert/strict";
import { memoryCeiling, setMemoryCeiling } from "../../src/backend/memory.ts";
import { tf } from "../../src/backend/tf.ts";
import { Failure, UsageError } from "../../src/errors.ts";
import { onEveryEngine } from "../support/engines.ts";
import { child } from "./child.ts";

/** Operations whose results are far larger than what they are given. */
const greedy: Record<string, () => tf.Tensor> = {
  BatchMatMul: () => tf.ones([1e5, 1]).matMul(tf.ones([1, 1e5])),
  Tile: () => tf.tile(tf.ones([1000, 1000]), [100, 100]),
  OneHot: () => tf.oneHot(tf.zeros([1e5], "int32"), 1e5),
  Fill: () => tf.fill([1e10], 2),
};

describe("an operation that would take more memory than the ceiling throws before it takes it", () => {
  onEveryEngine(() => {
    for (const [name, run] of Object.entries(greedy)) {
      it(name, () => {
        const before = tf.memory();
        assert.throws(
          () => tf.tidy(() => void run()),
          (error) =>
            error instanceof Failure &&
            new RegExp(`out of memory: ${name} would take [\\d.]+ GB beside .* ceiling of`).test(
              error.message,
            ),
        );
        assert.equal(tf.memory().numTensors, before.numTensors, "nothing is left behind");
        assert.equal(tf.memory().numBytes, before.numBytes);
        assert.equal(
          tf.tidy(() => tf.ones([3]).sum().dataSync()[0]),
          3,
          "the engine goes on",
        );
      });
    }

    it("counts what is alive: a tensor fits until others fill the space", () => {
      const normal = memoryCeiling();
      setMemoryCeiling(tf.memory().numBytes + 5e6);
      const half = tf.ones([1000, 600]);
      try {
        assert.throws(() => tf.tidy(() => void half.add(1).add(1)), Failure);
      } finally {
        half.dispose();
      }
      tf.tidy(() => void tf.ones([1000, 600]));
      setMemoryCeiling(normal);
    });
  });
});

describe("the memory ceiling", () => {
  const ceilingUnder = (PROXYLAB_MEMORY: string) =>
    child('console.log((await import("./src/backend/memory.ts")).memoryCeiling())', { PROXYLAB_MEMORY });

  it("is read from PROXYLAB_MEMORY", () => {
    for (const [text, bytes] of [
      ["1.5 GB", 1.5e9],
      ["800MB", 8e8],
      ["2tb", 2e12],
    ] as const)
      assert.equal(Number(ceilingUnder(text).out), bytes, text);
  });

  it("refuses what is no size", () => {
    assert.match(ceilingUnder("much").err, /PROXYLAB_MEMORY "much": expected a size such as 6GB or 800MB/);
    assert.throws(() => setMemoryCeiling(Number.NaN), UsageError);
    assert.throws(() => setMemoryCeiling(-1), UsageError);
  });
});
