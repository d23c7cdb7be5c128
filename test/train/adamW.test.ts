import assert from "node:assert/strict";
import fc from "fast-check";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { AdamW } from "../../src/train/adamW.ts";
import { onEveryEngine } from "../support/engines.ts";
import { type Golden, goldenJson, goldenTensors, near } from "../support/golden.ts";

interface Options {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly clipNorm: number;
  readonly learningRates: Readonly<Record<"a" | "b", number>>;
  readonly steps: number;
  readonly gradientNorms: readonly number[];
}

const { adamw } = goldenJson<{ adamw: Options }>("gradients/modules.json");
const golden = goldenTensors("gradients/adamw.safetensors");
const tensor = (name: string): tf.Tensor => {
  const { values, shape } = golden[name] as Golden;
  return tf.tensor(values, [...shape]);
};

describe("AdamW", () => {
  before(() => startEngine({ quiet: true }));

  onEveryEngine(() => {
    it("takes PyTorch's steps, clipped by one norm and with a rate for each tensor, but decays matrices only", () => {
      const { beta1, beta2, eps, weightDecay, clipNorm, learningRates, steps, gradientNorms } = adamw;
      const optimizer = new AdamW({ betas: [beta1, beta2], eps, weightDecay });
      let values = new Map(["a", "b"].map((name) => [name, tensor(`start.${name}`)]));
      // PyTorch decays the vector too: each of its steps takes this much more off.
      const decayed = new Float64Array(5);
      let before = golden["start.b"]?.values as Float32Array;
      for (let step = 1; step <= steps; step++) {
        const gradients = new Map(["a", "b"].map((name) => [name, tensor(`gradient.${step}.${name}`)]));
        const rate = (path: string) => learningRates[path as "a" | "b"];
        const { updated: next, norm } = optimizer.step(values, gradients, rate, clipNorm);
        near(norm.dataSync(), [gradientNorms[step - 1] as number], 1e-5);
        before.forEach((value, i) => {
          decayed[i] = (decayed[i] as number) + value * learningRates.b * weightDecay;
        });
        before = golden[`value.${step}.b`]?.values as Float32Array;
        near(
          next.get("a")?.dataSync() ?? [],
          golden[`value.${step}.a`]?.values ?? [],
          1e-6,
          `a after step ${step}`,
        );
        near(
          next.get("b")?.dataSync() ?? [],
          [...before].map((value, i) => value + (decayed[i] as number)),
          1e-6,
          `b after step ${step}`,
        );
        tf.dispose([...values.values(), ...gradients.values(), norm]);
        values = next;
      }
      tf.dispose([...values.values()]);
      optimizer.dispose();
    });

    it("leaves no tensor behind, whatever it was given", () => {
      const before = tf.memory().numTensors;
      const optimizer = new AdamW({ weightDecay: 0.1 });
      const values = new Map([["a", tf.ones([2, 2])]]);
      const gradients = new Map([["a", tf.ones([2, 2])]]);
      const first = optimizer.step(values, gradients, () => 0.1, 1);
      const second = optimizer.step(first.updated, gradients, () => 0.1);
      for (const { updated, norm } of [first, second]) tf.dispose([...updated.values(), norm]);
      tf.dispose([...values.values(), ...gradients.values()]);
      optimizer.dispose();
      assert.equal(tf.memory().numTensors, before);
    });
  });

  it("keeps the moments of each path apart: freezing or adding a tensor changes nothing for another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(["a", "b", "c"], { minLength: 1 }), { minLength: 2, maxLength: 6 }),
        (presence) => {
          const gradient = (path: string, step: number) =>
            tf.tensor1d([Math.sin(step + path.charCodeAt(0)), 0.3]);
          const run = (paths: readonly string[]) => {
            const optimizer = new AdamW();
            const values = new Map(paths.map((path) => [path, tf.tensor1d([1, -1]) as tf.Tensor]));
            presence.forEach((present, step) => {
              const gradients = new Map(
                present.filter((path) => paths.includes(path)).map((path) => [path, gradient(path, step)]),
              );
              for (const [path, value] of optimizer.step(values, gradients, () => 0.1).updated)
                values.set(path, value);
            });
            optimizer.dispose();
            return new Map([...values].map(([path, value]) => [path, [...value.dataSync()]]));
          };
          tf.tidy(() => {
            const together = run(["a", "b", "c"]);
            for (const path of ["a", "b", "c"]) assert.deepEqual(together.get(path), run([path]).get(path));
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("clipping", () => {
  before(() => startEngine({ quiet: true }));

  /** The norm that a step says, and the gradients that it took: what the first moments then hold a tenth of. */
  const clipped = (lists: readonly number[][], most?: number): { norm: number; taken: number[] } =>
    tf.tidy(() => {
      const optimizer = new AdamW();
      const gradients = new Map(lists.map((values, i) => [`${i}`, tf.tensor1d(values) as tf.Tensor]));
      const { norm } = optimizer.step(gradients, gradients, () => 0.1, most);
      const taken = [...optimizer.moments.values()].flatMap(({ first }) => [...first.mul(10).dataSync()]);
      return { norm: norm.dataSync()[0] as number, taken };
    });

  it("brings the norm of all gradients together down to the most, and leaves smaller ones as they are", () => {
    const lists = fc.array(
      fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 5 }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(lists, fc.double({ min: 0.1, max: 20, noNaN: true }), (lists, most) => {
        const expected = Math.hypot(...lists.flat());
        const { norm, taken } = clipped(lists, most);
        assert.ok(Math.abs(norm - expected) <= 1e-5 * (1 + expected));
        const factor = Math.min(1, most / expected);
        near(
          taken,
          lists.flat().map((value) => value * factor),
          1e-4,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("without a most changes nothing, and gradients of nothing stay nothing", () => {
    near(clipped([[30, -40]]).taken, [30, -40], 1e-5);
    for (const most of [undefined, 1]) assert.deepEqual(clipped([[0, 0]], most), { norm: 0, taken: [0, 0] });
  });
});
