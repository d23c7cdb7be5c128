import assert from "node:assert/strict";
import fc from "fast-check";
import { tf } from "../../../src/backend/tf.ts";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, floats, holds, ints, run, sizes } from "./kernels.ts";
import { onFusedOperations } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

onFusedOperations("Lookups against float64", () => {
  it("adds rows up by segment, and drops ids that are out of range", () => {
    const shapes = fc.record({ M: sizes(300), D: sizes(70), segments: sizes(40) });
    const also = [
      { M: 5, D: 3, segments: 0 },
      { M: 1, D: 1, segments: 1 },
      { M: 2000, D: 7, segments: 2 },
    ];
    const claim = ({ M, D, segments }: (typeof also)[0], draw: Draw) => {
      const x = draw.normal(M * D);
      const ids = Array.from({ length: M }, () => draw.whole(segments + 2) - 1);
      const given = { x: floats(x, M, D), segmentIds: ints(ids, M) };
      const [sums] = run("UnsortedSegmentSum", given, { numSegments: segments });
      agree(
        "UnsortedSegmentSum",
        sums,
        reference.segmentSum(x, ids, segments),
        [segments, D],
        tolerances.sums,
      );
    };
    holds(shapes, claim, { also });
  });

  it("is the gradient of tf.gather, along any axis and of integers as well", () => {
    tf.tidy(() => {
      const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
      const dy = tf.tensor2d([1, 10, 100, 1000, 2, 3], [3, 2]);
      const gradient = tf.grad((x: tf.Tensor) =>
        tf
          .gather(x, tf.tensor1d([2, 0, 2], "int32"))
          .mul(dy)
          .sum(),
      );
      assert.deepEqual([...gradient(x).dataSync()], [100, 1000, 0, 0, 3, 13]);
      const across = tf.grad((x: tf.Tensor) => tf.gather(x, tf.tensor1d([1, 1, 0], "int32"), 1).sum());
      assert.deepEqual([...across(x).dataSync()], [1, 2, 1, 2, 1, 2]);
    });
    const [whole] = run(
      "UnsortedSegmentSum",
      { x: ints([1, 2, 3], 3, 1), segmentIds: ints([0, 1, 0], 3) },
      { numSegments: 2 },
    );
    assert.deepEqual([...(whole?.values ?? [])], [4, 2]);
  });

  it("unpacks every bfloat16 there is, bit for bit", () => {
    const words = Int32Array.from({ length: 2 ** 15 }, (_, i) => (2 * i) | ((2 * i + 1) << 16));
    const [values] = run("UnpackBfloat16", { bits: ints(words, 128, 256) });
    assert.deepEqual(values?.shape, [128, 512]);
    const bits = new Uint32Array(values.values.buffer, values.values.byteOffset, values.values.length);
    for (const [i, word] of bits.entries()) assert.equal(word, (i << 16) >>> 0, `bfloat16 ${i}`);
  });
});
