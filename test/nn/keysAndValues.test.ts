import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { KeysAndValues } from "../../src/nn/keysAndValues.ts";
import { rotaryAngles } from "../../src/nn/rotaryEmbedding.ts";
import { onEveryEngine } from "../support/engines.ts";
import { near } from "../support/golden.ts";

const [headSize, base] = [6, 10000];

describe("keys and values", () => {
  onEveryEngine(() => {
    it("are the same in either form, whichever they are given in, and one lot behind the other", () => {
      tf.tidy(() => {
        const lot = (tokens: number, seed: number) => {
          const [k, v] = [seed, seed + 1].map((one) =>
            tf.randomNormal([2, tokens, 3 * headSize], 0, 1, "float32", one),
          );
          const positions = Int32Array.from({ length: 2 * tokens }, (_, i) => 7 * i + seed);
          const angles = rotaryAngles(positions, 2, headSize, base);
          return KeysAndValues.of(k as tf.Tensor3D, v as tf.Tensor3D, headSize, () => angles);
        };
        const given = [lot(4, 1), lot(1, 3)] as const;
        const rotated = given.map((one, i) => {
          const { k, v } = one.byHead();
          const tokens = [4, 1][i] as number;
          const positions = Int32Array.from({ length: 2 * tokens }, (_, j) => 7 * j + (i === 0 ? 1 : 3));
          const angles = rotaryAngles(positions, 2, headSize, base);
          return KeysAndValues.of(k, v, headSize, () => angles);
        });
        const [flat, split] = [KeysAndValues.joined(given), KeysAndValues.joined(rotated)];
        assert.deepEqual(flat.flat().k.shape, [2, 5, 3 * headSize]);
        assert.deepEqual(flat.byHead().v.shape, [2, 3, 5, headSize]);
        for (const side of ["k", "v"] as const) {
          near(split.flat()[side].dataSync(), flat.flat()[side].dataSync(), 1e-5);
          near(split.byHead()[side].dataSync(), flat.byHead()[side].dataSync(), 1e-6);
        }
      });
    });

    it("are kept in the form that was asked for", () => {
      tf.tidy(() => {
        const made = () => {
          const [k, v] = [tf.ones([1, 2, headSize]), tf.ones([1, 2, headSize])] as [tf.Tensor3D, tf.Tensor3D];
          return KeysAndValues.of(k, v, headSize);
        };
        assert.equal(made().form().k.rank, 3);
        const asked = made();
        asked.byHead();
        assert.equal(asked.form().k.rank, 4);
      });
    });
  });
});
