import assert from "node:assert/strict";
import { metered, type Tally, within } from "../../src/backend/meter.ts";
import { operations, plainly } from "../../src/backend/operations.ts";
import { tf } from "../../src/backend/tf.ts";
import { Embedding } from "../../src/lmm/model.ts";
import { uniform } from "../../src/lmm/random.ts";
import { Attention, attention, attentionWeights, type Heads, type Sight } from "../../src/nn/attention.ts";
import { packedTensor, toBfloat16 } from "../../src/nn/bfloat16.ts";
import { crossEntropy, ignored } from "../../src/nn/crossEntropy.ts";
import { KeysAndValues } from "../../src/nn/keysAndValues.ts";
import { LayerNorm } from "../../src/nn/layerNorm.ts";
import { Linear } from "../../src/nn/linear.ts";
import { normLinears } from "../../src/nn/normLinears.ts";
import { RMSNorm } from "../../src/nn/rmsNorm.ts";
import { feedForward, SwiGLU, swiglu } from "../../src/nn/swiglu.ts";
import { ViTBlock, ViTMlp } from "../../src/nn/vitBlock.ts";
import { Pass } from "../../src/routes/pass.ts";
import type { Party } from "../../src/routes/visibility.ts";
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
  "RMSNorm and three projections": {
    kernel: "RMSNormLinears",
    leaves: { x: [2, 3, 6], norm: [6], weight0: [5, 6], weight1: [2, 6], weight2: [2, 6] },
    run: (leaf) => projected(leaf, 3),
    gradient: ["RMSNormLinearsGrad"],
  },
  "RMSNorm and two projections with biases": {
    kernel: "RMSNormLinears",
    leaves: { x: [2, 3, 6], norm: [6], weight0: [5, 6], weight1: [2, 6], bias0: [5], bias1: [2] },
    run: (leaf) => projected(leaf, 2),
    gradient: ["RMSNormLinearsGrad"],
  },
  FeedForward: {
    kernel: "FeedForward",
    leaves: { x: [2, 3, 6], norm: [6], gate: [9, 6], up: [9, 6], down: [6, 9] },
    run: (leaf) => {
      const linear = (name: string) => new Linear(leaf(name) as tf.Tensor2D);
      const norm = new RMSNorm(leaf("norm") as tf.Tensor1D, 1e-2);
      return [
        feedForward(leaf("x") as tf.Tensor3D, norm, new SwiGLU(linear("gate"), linear("up"), linear("down"))),
      ];
    },
    gradient: ["FeedForwardGrad"],
  },
  "Linear of packed weights": {
    kernel: "Linear",
    leaves: { x: [2, 3, 6], bias: [5] },
    run: (leaf) => [new Linear(packedSines(5, 6), leaf("bias") as tf.Tensor1D).apply(leaf("x"))],
    gradient: ["LinearGradX"],
  },
  "RMSNorm and two projections by packed weights with biases": {
    kernel: "RMSNormLinears",
    leaves: { x: [2, 3, 6], norm: [6], bias0: [5], bias1: [2] },
    run: (leaf) => projected((name) => packedWeight(name) ?? leaf(name), 2),
    gradient: ["RMSNormLinearsGrad"],
  },
  "FeedForward of packed weights": {
    kernel: "FeedForward",
    leaves: { x: [2, 3, 6], norm: [6] },
    run: (leaf) => {
      const [gate, up, down] = [packedSines(10, 6), packedSines(10, 6), packedSines(6, 10)].map(
        (weight) => new Linear(weight),
      ) as [Linear, Linear, Linear];
      const norm = new RMSNorm(leaf("norm") as tf.Tensor1D, 1e-2);
      return [feedForward(leaf("x") as tf.Tensor3D, norm, new SwiGLU(gate, up, down))];
    },
    gradient: ["FeedForwardGrad"],
  },
  "a linear layer with an adapter": {
    kernel: "LowRankLinear",
    leaves: { x: [4, 6], weight: [5, 6], a: [2, 6], b: [5, 2], bias: [5] },
    run: (leaf) => {
      const matrix = of<tf.Tensor2D>(leaf);
      const adapter = { lora_A: new Linear(matrix("a")), lora_B: new Linear(matrix("b")), scaling: 0.7 };
      return [new Linear(matrix("weight"), of<tf.Tensor1D>(leaf)("bias"), adapter).apply(leaf("x"))];
    },
    gradient: ["LowRankLinearGrad", "LinearGradWeight"],
  },
  "a packed linear layer with an adapter": {
    kernel: "LowRankLinear",
    leaves: { x: [2, 3, 6], a: [2, 6], b: [5, 2] },
    run: (leaf) => {
      const matrix = of<tf.Tensor2D>(leaf);
      const adapter = { lora_A: new Linear(matrix("a")), lora_B: new Linear(matrix("b")), scaling: 2 };
      return [new Linear(packedSines(5, 6), undefined, adapter).apply(leaf("x"))];
    },
    gradient: ["LowRankLinearGrad"],
  },
  "UnpackBfloat16 of some rows": {
    kernel: "UnpackBfloat16",
    leaves: {},
    run: () => [new Embedding(packedSines(5, 6)).apply(Int32Array.of(3, 0, 3, 4), 2)],
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
  "Attention of several kinds, rotated, with shared heads, padding and a query that sees nothing": {
    kernel: "Attention",
    leaves: { q: [2, 3, 16], k: [2, 5, 8], v: [2, 5, 8] },
    run: (leaf) => [attended(leaf, { heads: 4, kvHeads: 2, headSize: 4 }, 100)],
    gradient: ["AttentionGrad"],
  },
  "Attention where everything is visible and nothing rotates": {
    kernel: "Attention",
    leaves: { x: [2, 5, 8] },
    run: (leaf) => {
      const projections = ["q_proj", "k_proj", "v_proj", "o_proj"].map((name, i) => {
        const weight = tf.tensor2d(
          Array.from({ length: 64 }, (_, j) => Math.sin(64 * i + j)),
          [8, 8],
        );
        return [name, new Linear(weight)];
      });
      const attention = new Attention(Object.fromEntries(projections), 2, 2, 4);
      const norm = new LayerNorm(tf.ones([8]) as tf.Tensor1D, tf.zeros([8]) as tf.Tensor1D, 1e-5);
      const nothing = new Linear(tf.zeros([8, 8]) as tf.Tensor2D);
      return [
        new ViTBlock(attention, norm, new ViTMlp(nothing, nothing, "gelu"), norm).apply(
          leaf("x") as tf.Tensor3D,
        ),
      ];
    },
    gradient: ["AttentionGrad"],
  },
  "AttentionWeights of named queries": {
    kernel: "AttentionWeights",
    leaves: { q: [2, 3, 16], k: [2, 5, 8] },
    run: (leaf) => {
      const form = { heads: 4, kvHeads: 2, headSize: 4 };
      return [weighed(leaf, form, 100)];
    },
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

/** A packed matrix. */
const packedSines = (rows: number, columns: number): tf.Tensor2D => {
  const values = Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(3 * i + rows));
  return packedTensor(toBfloat16(values), [rows, columns]);
};

const packedWeight = (name: string): tf.Tensor | undefined =>
  name === "weight0" ? packedSines(5, 6) : name === "weight1" ? packedSines(2, 6) : undefined;

/** A norm and some projections behind it. */
function projected(leaf: (name: string) => tf.Tensor, count: number): tf.Tensor[] {
  const norm = new RMSNorm(leaf("norm") as tf.Tensor1D, 1e-2);
  const linears = Array.from(
    { length: count },
    (_, i) => new Linear(leaf(`weight${i}`) as tf.Tensor2D, leaf(`bias${i}`) as tf.Tensor1D | undefined),
  );
  const x = leaf("x") as tf.Tensor3D;
  const names = ["q_proj", "k_proj", "v_proj"].slice(0, count);
  return normLinears(x, norm, linears, names, () => norm.apply(x));
}

/** Two kinds of keys and one of the queries' own, in two samples, as a route would have them. */
function seen(
  leaf: (name: string) => tf.Tensor,
  { headSize }: Heads,
  rotaryBase: number,
  run: (q: tf.Tensor3D, keys: KeysAndValues, sight: Sight) => tf.Tensor,
) {
  const pass = new Pass({ rotaryBase });
  const party = (kind: string, position: number[], present: number[], image: number[]): Party => {
    const places = { batch: 2, position: Int32Array.from(position), present: Uint8Array.from(present) };
    return { kind, places: { ...places, image: Int32Array.from(image), crop: Int32Array.from(image) } };
  };
  const queries = {
    ...party("text", [3, 5, 0, 2, 4, 9], [1, 1, 1, 1, 1, 1], [-1, 0, 0, 1, 0, -1]),
    offset: 1,
  };
  const vision = party("vision", [1, 2, 4, 1, 3, 2], [1, 1, 1, 0, 1, 0], [0, 0, 0, 1, 1, 0]);
  const text = party("text", [5, 6, 6, 1], [1, 1, 0, 1], [-1, 0, -1, -1]);
  const sight = pass.view(queries, [vision, text], { vision: "image", text: "self" });
  const part = (x: tf.Tensor, from: number, count: number) =>
    x.slice([0, from, 0], [-1, count, -1]) as tf.Tensor3D;
  const lots = sight.parties.map(({ places }, i) => {
    const [k, v] = [leaf("k"), leaf("v") ?? leaf("k")].map((x) => part(x, 3 * i, i === 0 ? 3 : 2));
    return KeysAndValues.of(k as tf.Tensor3D, v as tf.Tensor3D, headSize, () =>
      pass.angles(places, headSize),
    );
  });
  assert.equal(lots.length, 2);
  const result = run(leaf("q") as tf.Tensor3D, KeysAndValues.joined(lots), sight);
  pass.release();
  return result;
}

const attended = (leaf: (name: string) => tf.Tensor, form: Heads, base: number) =>
  seen(leaf, form, base, (q, keys, sight) => attention(q, keys, sight, form, undefined));
const weighed = (leaf: (name: string) => tf.Tensor, form: Heads, base: number) =>
  seen(leaf, form, base, (q, keys, sight) => attentionWeights(q, keys, sight, form));

/** Two steps of a matrix and a vector: values, moments and norms. */
function adamW(leaf: (name: string) => tf.Tensor, clip?: number): tf.Tensor[] {
  const optimizer = new AdamW({ weightDecay: 0.1 });
  const gradients = new Map(["a", "b"].map((name) => [name, leaf(name)]));
  const values = new Map(["a", "b"].map((name, i) => [name, leaf("cd"[i] as string)]));
  const rate = (path: string) => (path === "a" ? 0.1 : 0.02);
  const first = optimizer.step(values, gradients, rate, clip);
  const second = optimizer.step(first.updated, gradients, rate, clip);
  const moments = [...optimizer.moments.values()].flatMap(({ first, second }) => [
    first.clone(),
    second.clone(),
  ]);
  optimizer.dispose(); // which keeps its moments until it is told
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
        const [own, expected] = [tallies(), plainly(tallies)];
        assert.deepEqual(own.map(cell), expected.map(cell));
        for (const [i, { operation, multiplyAdds, visibleMultiplyAdds }] of own.entries()) {
          const { multiplyAdds: all, visibleMultiplyAdds: visible } = expected[i] as Tally;
          // Only of attention a kernel may leave out what nobody sees.
          if (["scores", "values"].includes(operation))
            assert.ok(visible <= multiplyAdds && multiplyAdds <= all);
          else assert.equal(multiplyAdds, all);
          assert.ok(Math.abs(visibleMultiplyAdds - visible) < 1e-6 * (1 + visible));
        }
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
          // Attention leaves out what nobody sees; others compute the gradients of all weights where one is asked for.
          const told = `${own.multiplied} multiply-adds for ${chosen}, ${expected.multiplied} expected`;
          const whole = use.kernel === "LowRankLinear"; // its kernel gives all three gradients or none
          const exactly = chosen === names || (chosen[0] === names[0] && !whole);
          if (use.kernel === "Attention") assert.ok(own.multiplied > 0, told);
          else if (exactly) assert.equal(own.multiplied, expected.multiplied, told);
          else assert.ok(own.multiplied >= expected.multiplied, told);
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

const cell = ({ layer, operation, kind }: Tally): string => `${layer}/${operation}/${kind}`;

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
