import assert from "node:assert/strict";
import { metered, within } from "../../src/backend/meter.ts";
import { operations, plainly } from "../../src/backend/operations.ts";
import { tf } from "../../src/backend/tf.ts";
import { uniform } from "../../src/lmm/random.ts";
import { crossEntropy, ignored } from "../../src/nn/crossEntropy.ts";
import { Linear } from "../../src/nn/linear.ts";
import { RMSNorm } from "../../src/nn/rmsNorm.ts";
import { swiglu } from "../../src/nn/swiglu.ts";
import { AdamW } from "../../src/train/adamW.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { relativeError } from "../support/golden.ts";
import { kernelRuns, throughReferenceKernels } from "../support/referenceKernels.ts";

/** A use of an operation: what it is differentiated by, and the results that it gives for that. */
interface Use {
  readonly kernel: string;
  readonly leaves: Readonly<Record<string, number[]>>;
  readonly run: (leaf: (name: string) => tf.Tensor) => tf.Tensor[];
  /** Kernels of its gradient, of which each must have run. */
  readonly gradient?: readonly string[];
}

const of =
  <T extends tf.Tensor>(leaf: (name: string) => tf.Tensor) =>
  (name: string): T =>
    leaf(name) as T;

const uses: Readonly<Record<string, Use>> = {
  "RMSNorm of three axes": {
    kernel: "RMSNorm",
    leaves: { x: [2, 3, 8], weight: [8] },
    run: (leaf) => [new RMSNorm(of<tf.Tensor1D>(leaf)("weight"), 1e-2).apply(leaf("x"))],
    gradient: ["RMSNormGrad"],
  },
  "RMSNorm of rows": {
    kernel: "RMSNorm",
    leaves: { x: [5, 4], weight: [4] },
    run: (leaf) => [new RMSNorm(of<tf.Tensor1D>(leaf)("weight"), 1e-5).apply(leaf("x"))],
    gradient: ["RMSNormGrad"],
  },
  SwiGLU: {
    kernel: "SwiGLU",
    leaves: { gate: [2, 3, 5], up: [2, 3, 5] },
    run: (leaf) => [swiglu(leaf("gate"), leaf("up"))],
    gradient: ["SwiGLUGrad"],
  },
  "Linear without a bias": {
    kernel: "Linear",
    leaves: { x: [2, 3, 6], weight: [5, 6] },
    run: (leaf) => [new Linear(of<tf.Tensor2D>(leaf)("weight")).apply(leaf("x"))],
    gradient: ["LinearGradX", "LinearGradWeight"],
  },
  "Linear with a bias": {
    kernel: "Linear",
    leaves: { x: [4, 6], weight: [5, 6], bias: [5] },
    run: (leaf) => {
      const linear = new Linear(of<tf.Tensor2D>(leaf)("weight"), of<tf.Tensor1D>(leaf)("bias"));
      return [linear.apply(leaf("x"))];
    },
    gradient: ["LinearGradX", "LinearGradWeight"],
  },
  "CrossEntropy of some labels": {
    kernel: "CrossEntropy",
    leaves: { logits: [2, 3, 7] },
    run: (leaf) => [
      crossEntropy(of<tf.Tensor3D>(leaf)("logits"), Int32Array.of(3, ignored, 0, 6, ignored, 1)),
    ],
    gradient: ["CrossEntropyGrad"],
  },
  "CrossEntropy of no label": {
    kernel: "CrossEntropy",
    leaves: { logits: [1, 3, 7] },
    run: (leaf) => [crossEntropy(of<tf.Tensor3D>(leaf)("logits"), new Int32Array(3).fill(ignored))],
    gradient: ["CrossEntropyGrad"],
  },
  "AdamW, two steps, clipped": {
    kernel: "AdamW",
    leaves: { a: [3, 2], b: [4], c: [3, 2], d: [4] },
    run: (leaf) => adamW(leaf, 0.5),
  },
  "AdamW, two steps": {
    kernel: "AdamW",
    leaves: { a: [3, 2], b: [4], c: [3, 2], d: [4] },
    run: (leaf) => adamW(leaf),
  },
};

/** Two steps of a matrix and a vector: values, moments and norms. */
function adamW(leaf: (name: string) => tf.Tensor, clip?: number): tf.Tensor[] {
  const optimizer = new AdamW({ weightDecay: 0.1 });
  const gradients = new Map(["a", "b"].map((name) => [name, leaf(name)]));
  const values = new Map(["a", "b"].map((name, i) => [name, leaf("cd"[i] as string)]));
  const rate = (path: string) => (path === "a" ? 0.1 : 0.02);
  const first = optimizer.step(values, gradients, rate, clip);
  const second = optimizer.step(first.updated, gradients, rate, clip);
  const moments = [...optimizer.moments.values()].flatMap(({ first, second }) => [first, second]);
  return [...second.updated.values(), ...moments, first.norm, second.norm];
}

describe("every operation through a kernel is its plain definition", () => {
  throughReferenceKernels(() => {
    for (const [name, use] of Object.entries(uses)) {
      it(`${name}: the same results, and with and without a tape`, () => {
        const before = tf.memory().numTensors;
        const tensors = leavesOf(use);
        const results = () =>
          tf.tidy(() => use.run((leaf) => tensors.get(leaf) as tf.Tensor).map((y) => [...y.dataSync()]));
        const expected = plainly(results);
        const runs = kernelRuns().get(use.kernel) ?? 0;
        results().forEach((values, i) => {
          close(values, expected[i] as number[], `result ${i}`);
        });
        assert.ok((kernelRuns().get(use.kernel) ?? 0) > runs, "its kernel ran");
        tf.dispose([...tensors.values()]);
        assert.equal(tf.memory().numTensors, before, "no tensor is left");
      });

      it(`${name}: multiplies what its plain definition does, under the same names`, () => {
        const tensors = leavesOf(use);
        const tallies = () =>
          metered(() =>
            within({ layer: "3", operation: "own", kind: "text" }, () =>
              tf.tidy(() => void use.run((leaf) => tensors.get(leaf) as tf.Tensor)),
            ),
          ).tallies;
        assert.deepEqual(tallies(), plainly(tallies));
        tf.dispose([...tensors.values()]);
      });

      if (!use.gradient) continue;
      it(`${name}: the same gradients, of all or one of its inputs, and no tensor is left`, () => {
        const before = tf.memory().numTensors;
        const tensors = leavesOf(use);
        const names = [...tensors.keys()];
        for (const chosen of [names, ...names.map((one) => [one])]) {
          const differentiated = new Map(chosen.map((leaf) => [leaf, tensors.get(leaf) as tf.Tensor]));
          const own = gradientsOf(use, tensors, differentiated);
          const expected = plainly(() => gradientsOf(use, tensors, differentiated));
          assert.deepEqual([...own.gradients.keys()], chosen);
          for (const leaf of chosen) {
            close(own.gradients.get(leaf) ?? [], expected.gradients.get(leaf) ?? [], `gradient of ${leaf}`);
          }
          assert.deepEqual(own.multiplied, expected.multiplied, `multiply-adds for ${chosen}`);
        }
        tf.dispose([...tensors.values()]);
        assert.equal(tf.memory().numTensors, before, "no tensor is left");
        for (const kernel of use.gradient ?? []) assert.ok(kernelRuns().has(kernel), `${kernel} ran`);
      });
    }

    it("none is left out", () => {
      const used = new Set(Object.values(uses).map(({ kernel }) => kernel));
      assert.deepEqual(
        [...operations().keys()].filter((kernel) => !used.has(kernel)),
        [],
      );
    });
  });
});

function leavesOf({ leaves }: Use): Map<string, tf.Tensor> {
  const next = uniform(7);
  return new Map(
    Object.entries(leaves).map(([name, shape]) => {
      const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => 3 * next() - 1.5);
      return [name, tf.tensor(values, shape)];
    }),
  );
}

/** Gradients of a weighted sum of all results, and the multiply-adds of both ways together. */
function gradientsOf(
  use: Use,
  tensors: ReadonlyMap<string, tf.Tensor>,
  chosen: ReadonlyMap<string, tf.Tensor>,
) {
  const { result, tallies } = metered(() =>
    valueAndGradients(() => {
      const results = use.run((leaf) => tensors.get(leaf) as tf.Tensor);
      const weighted = results.map((y, i) => {
        const upstream = Array.from({ length: y.size }, (_, j) => Math.sin(3 * i + j + 1));
        return y.mul(tf.tensor(upstream, y.shape)).sum();
      });
      return tf.addN(weighted) as tf.Scalar;
    }, chosen),
  );
  const gradients = new Map([...result.gradients].map(([leaf, x]) => [leaf, [...x.dataSync()]]));
  tf.dispose([result.value, ...result.gradients.values()]);
  return { gradients, multiplied: tallies.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0) };
}

function close(given: readonly number[], expected: readonly number[], what: string): void {
  const error = relativeError(given, expected);
  assert.ok(error < 1e-5, `${what}: relative error ${error}`);
}
