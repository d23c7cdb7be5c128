import assert from "node:assert/strict";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import fc from "fast-check";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";

/** A product of matrices in batches, as tf.matMul takes it. */
interface Case {
  readonly outerA: readonly number[];
  readonly outerB: readonly number[];
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

describe("products of matrices on the wasm engine", function () {
  this.timeout(120_000);

  let previous: EngineName | undefined;

  before(async () => {
    previous = currentEngine()?.chosen;
    await startEngine({ backend: "cpu", quiet: true });
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => previous && startEngine({ backend: previous, quiet: true }));

  it("are exact to (k + 2) / 2^24 of the sum of the products' sizes, in every form", () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 70 }));
    const outer = fc.constantFrom<[number[], number[]]>(
      [[], []],
      [[3], [3]],
      [[3], [1]],
      [[1], [3]],
      [[], [2]],
      [[2, 2], [2]],
      [
        [2, 1],
        [1, 3],
      ],
      [
        [2, 2, 1],
        [1, 2],
      ],
    );
    const cases = fc
      .tuple(outer, size, size, size, fc.boolean(), fc.boolean())
      .map(([[outerA, outerB], m, k, n, transposeA, transposeB]) => ({
        outerA,
        outerB,
        m,
        k,
        n,
        transposeA,
        transposeB,
      }));
    fc.assert(fc.property(cases, isRight), { numRuns: 400 });
  });

  it("are right where a block of rows, of columns or of the depth ends", () => {
    const sizes = [
      [129, 257, 9],
      [5, 513, 1033],
      [4, 1030, 12],
      [3, 255, 1027],
      [2, 300, 37],
      [1, 511, 125],
      [260, 5, 1],
    ] as const;
    for (const [m, k, n] of sizes)
      for (const [transposeA, transposeB] of forms)
        isRight({ outerA: [], outerB: [], m, k, n, transposeA, transposeB });
  });

  it("are zero, or the bias, over a depth of nothing; and nothing over no rows, columns or matrices", () => {
    for (const [transposeA, transposeB] of forms)
      for (const [batch, m, k, n] of [
        [2, 3, 0, 5],
        [2, 0, 3, 5],
        [2, 3, 4, 0],
        [0, 3, 4, 5],
        [2, 1, 0, 1],
      ] as const)
        isRight({ outerA: [batch], outerB: [batch], m, k, n, transposeA, transposeB });
    const biased = tf.tidy(() =>
      tf.fused.matMul({ a: tf.zeros([2, 0]), b: tf.zeros([0, 3]), bias: tf.tensor1d([1, 2, 3]) }).dataSync(),
    );
    assert.deepEqual([...biased], [1, 2, 3, 1, 2, 3]);
  });

  it("end with bias and activation", () => {
    const activations = {
      linear: (x: number) => x,
      relu: (x: number) => Math.max(0, x),
      relu6: (x: number) => Math.min(6, Math.max(0, x)),
      sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
      elu: (x: number) => (x > 0 ? x : Math.expm1(x)),
      leakyrelu: (x: number) => (x > 0 ? x : 0.3 * x),
      prelu: (x: number) => (x > 0 ? x : 0.7 * x),
    };
    for (const [name, activation] of Object.entries(activations))
      for (const shape of [undefined, [23], [1, 23], [19, 23], [19, 1]])
        for (const [transposeA, transposeB] of forms) {
          const [a, b] = operands({ outerA: [], outerB: [], m: 19, k: 31, n: 23, transposeA, transposeB });
          const bias = shape && values(tf.util.sizeFromShape(shape), 5);
          const actual = tf.tidy(() => [
            ...tf.fused
              .matMul({
                a: tf.tensor(a.values, a.shape) as never,
                b: tf.tensor(b.values, b.shape) as never,
                transposeA,
                transposeB,
                activation: name as "relu",
                leakyreluAlpha: 0.3,
                ...(name === "prelu" ? { preluActivationWeights: tf.fill([23], 0.7) } : {}),
                ...(bias ? { bias: tf.tensor(bias, shape) } : {}),
              })
              .dataSync(),
          ]);
          const { sums } = reference(
            { outerA: [], outerB: [], m: 19, k: 31, n: 23, transposeA, transposeB },
            a,
            b,
          );
          const [rows, columns] = [shape?.at(-2) ?? 1, shape?.at(-1) ?? 1];
          sums.forEach((sum, at) => {
            const [i, j] = [Math.floor(at / 23), at % 23];
            const added = bias ? (bias[(rows > 1 ? i : 0) * columns + (columns > 1 ? j : 0)] as number) : 0;
            assert.ok(
              Math.abs((actual[at] as number) - activation(sum + added)) < 2e-5,
              `${name}, bias [${shape}]`,
            );
          });
        }
  });

  it("have the gradients of the plain definition", () => {
    for (const [transposeA, transposeB] of forms) {
      const [a, b] = operands({ outerA: [3], outerB: [3], m: 7, k: 9, n: 5, transposeA, transposeB });
      const gradients = (backend: string) => {
        tf.setBackend(backend);
        return tf.tidy(() =>
          tf
            .grads((x: tf.Tensor, y: tf.Tensor) => tf.matMul(x, y, transposeA, transposeB).square().sum())([
              tf.tensor(a.values, a.shape),
              tf.tensor(b.values, b.shape),
            ])
            .map((gradient) => [...gradient.dataSync()]),
        );
      };
      const plain = gradients("cpu");
      gradients("wasm").forEach((gradient, i) => {
        gradient.forEach((value, at) => {
          assert.ok(Math.abs(value - (plain[i]?.[at] as number)) < 1e-4);
        });
      });
    }
  });

  it("give the same bits every time", () => {
    const [a, b] = operands({
      outerA: [2],
      outerB: [2],
      m: 40,
      k: 600,
      n: 50,
      transposeA: true,
      transposeB: true,
    });
    const once = () =>
      tf.tidy(() =>
        tf.matMul(tf.tensor(a.values, a.shape), tf.tensor(b.values, b.shape), true, true).dataSync(),
      );
    assert.deepEqual(once(), once());
  });

  it("carry what is not a number through", () => {
    const product = (x: number) =>
      tf.tidy(() => [...tf.matMul(tf.tensor2d([[x, 0]]), tf.tensor2d([[0], [1]])).dataSync()][0]);
    assert.ok(Number.isNaN(product(Number.NaN)));
    assert.ok(Number.isNaN(product(Number.POSITIVE_INFINITY)));
  });

  it("are of whole numbers too, and exact, wrapping around at 2^31", () => {
    for (const [transposeA, transposeB] of forms) {
      const given = { outerA: [2], outerB: [1], m: 5, k: 7, n: 6, transposeA, transposeB };
      const whole = (operand: Operand) => ({
        ...operand,
        values: operand.values.map((x) => Math.round(x * 1e4)),
      });
      const [a, b] = operands(given).map(whole) as [Operand, Operand];
      const product = tf.tidy(() => {
        const [x, y] = [a, b].map(({ values, shape }) => tf.tensor(Int32Array.from(values), shape, "int32"));
        const out = tf.matMul(x as tf.Tensor, y as tf.Tensor, transposeA, transposeB);
        return { dtype: out.dtype, values: [...out.dataSync()] };
      });
      assert.equal(product.dtype, "int32");
      assert.deepEqual(
        product.values,
        reference(given, a, b).sums.map((sum) => sum | 0),
      );
    }
  });

  it("of disposed tensors are refused", () => {
    const x = tf.ones([2, 2]);
    x.dispose();
    assert.throws(() => x.matMul(x), /disposed/);
  });

  it("leave the engine's memory as they found it", () => {
    const module = wasm();
    const work = () =>
      tf.tidy(() => {
        const [x, y] = [tf.ones([2, 90, 80]), tf.ones([80, 90])];
        tf.matMul(x, x, true, false).dispose();
        tf.matMul(x, x, false, true).dispose();
        tf.fused.matMul({ a: x as never, b: y as never, activation: "relu", bias: tf.ones([1, 90]) });
        tf.grad((a: tf.Tensor) => tf.matMul(a, a, true, false).sum())(x);
      });
    work();
    const { _malloc, _free } = module;
    const sizeBefore = module.asm.memory.buffer.byteLength;
    const tensorsBefore = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    let blocks = 0;
    module._malloc = (bytes) => {
      blocks++;
      return _malloc(bytes);
    };
    module._free = (at) => {
      if (at !== 0) blocks--;
      _free(at);
    };
    try {
      for (let i = 0; i < 300; i++) work();
    } finally {
      Object.assign(module, { _malloc, _free });
    }
    assert.equal(blocks, 0);
    assert.deepEqual([tf.memory().numTensors, tf.engine().backend.numDataIds()], tensorsBefore);
    assert.equal(module.asm.memory.buffer.byteLength, sizeBefore);
  });

  it("are right above 2 GiB, and a full memory is an error that says so", () => {
    const engine = tf.backend() as BackendWasm;
    const fillers: tf.TensorInfo[] = [];
    const fill = (bytes: number) => {
      fillers.push(engine.makeOutput([bytes / 4], "float32"));
      return engine.getMemoryOffset((fillers.at(-1) as tf.TensorInfo).dataId);
    };
    try {
      for (const bytes of [2 ** 26, 2 ** 22, 2 ** 18, 2 ** 14, 2 ** 10]) while (fill(bytes) < 2 ** 31);
      for (const [transposeA, transposeB] of forms) {
        isRight({ outerA: [2], outerB: [2], m: 37, k: 270, n: 41, transposeA, transposeB });
        isRight({ outerA: [], outerB: [], m: 1, k: 270, n: 41, transposeA, transposeB });
      }
      assert.throws(() => {
        for (let i = 0; i < 20; i++) fill(2 ** 28);
      }, /memory of 4 GiB is full/);
    } finally {
      for (const { dataId } of fillers) engine.disposeData(dataId);
    }
    isRight({ outerA: [], outerB: [], m: 37, k: 270, n: 41, transposeA: false, transposeB: false });
  });
});

const forms = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

interface Operand {
  readonly shape: number[];
  readonly values: Float32Array;
}

/** Values in (-2, 2), the same for the same seed. */
function values(size: number, seed: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => {
    const turn = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    return (turn - Math.floor(turn)) * 4 - 2;
  });
}

function operands({ outerA, outerB, m, k, n, transposeA, transposeB }: Case): [Operand, Operand] {
  const make = (shape: number[], seed: number) => ({
    shape,
    values: values(tf.util.sizeFromShape(shape), seed),
  });
  return [
    make([...outerA, ...(transposeA ? [k, m] : [m, k])], 1),
    make([...outerB, ...(transposeB ? [n, k] : [k, n])], 2),
  ];
}

/** The product in float64 by plain loops, and the sums of the sizes of what was added. */
function reference({ outerA, outerB, m, k, n, transposeA, transposeB }: Case, a: Operand, b: Operand) {
  const outer = tf.broadcast_util.assertAndGetBroadcastShape([...outerA], [...outerB]);
  const matrixOf = (own: readonly number[], index: number[]) =>
    own.reduce(
      (at, size, axis) => at * size + (size === 1 ? 0 : (index[outer.length - own.length + axis] as number)),
      0,
    );
  const sums: number[] = [];
  const sizes: number[] = [];
  for (let batch = 0; batch < tf.util.sizeFromShape(outer); batch++) {
    let left = batch;
    const index = [...outer].reverse().map((size) => {
      const at = left % size;
      left = Math.floor(left / size);
      return at;
    });
    index.reverse();
    const fromA = matrixOf(outerA, index) * m * k;
    const fromB = matrixOf(outerB, index) * k * n;
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        let size = 0;
        for (let inner = 0; inner < k; inner++) {
          const x = a.values[fromA + (transposeA ? inner * m + i : i * k + inner)] as number;
          const y = b.values[fromB + (transposeB ? j * k + inner : inner * n + j)] as number;
          sum += x * y;
          size += Math.abs(x * y);
        }
        sums.push(sum);
        sizes.push(size);
      }
  }
  return { sums, sizes, shape: [...outer, m, n] };
}

/** Asserts that the engine's product is the reference to within the rounding of float32 sums. */
function isRight(given: Case): void {
  const [a, b] = operands(given);
  const expected = reference(given, a, b);
  const actual = tf.tidy(() => {
    const product = tf.matMul(
      tf.tensor(a.values, a.shape),
      tf.tensor(b.values, b.shape),
      given.transposeA,
      given.transposeB,
    );
    return { shape: product.shape, values: product.dataSync() };
  });
  assert.equal(tf.getBackend(), "wasm");
  assert.deepEqual(actual.shape, expected.shape);
  expected.sums.forEach((sum, at) => {
    const error = Math.abs((actual.values[at] as number) - sum);
    const bound = (given.k + 2) * 2 ** -24 * (expected.sizes[at] as number);
    assert.ok(error <= bound, `entry ${at} of ${JSON.stringify(given)} is off by ${error}, allowed ${bound}`);
  });
}

interface Module {
  _malloc(bytes: number): number;
  _free(at: number): void;
  readonly asm: { readonly memory: { readonly buffer: ArrayBuffer } };
}

const wasm = () => (tf.backend() as BackendWasm).wasm as unknown as Module;
