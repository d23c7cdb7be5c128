import assert from "node:assert/strict";
import fc from "fast-check";
import { type EngineName, startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { assertAgree, entries, operations, outcome } from "./operations.ts";

describe("the wasm engine", function () {
  this.timeout(60_000);

  let usual: EngineName;

  before(async () => {
    usual = (await startEngine({ quiet: true })).chosen;
    await startEngine({ backend: "cpu", quiet: true });
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => startEngine({ backend: usual, quiet: true }));

  for (const [name, operation] of Object.entries(operations))
    it(`computes ${name}${operation.differentiable ? " and its gradient" : ""} as plain JavaScript does`, () => {
      const seeds = fc.tuple(fc.nat(999), fc.nat(999));
      const agree = ([a, b]: [number, number]) =>
        assertAgree(
          outcome(operation, "wasm", entries(a), entries(b)),
          outcome(operation, "cpu", entries(a), entries(b)),
        );
      fc.assert(fc.property(seeds, agree), { numRuns: 3 });
    });

  it("leaves it to others what becomes of errors that nobody caught", () => {
    for (const event of ["unhandledRejection", "uncaughtException"] as const) {
      const listeners = process.listeners(event as "uncaughtException").map(String);
      assert.deepEqual(
        listeners.filter((source) => /throw (reason|ex)\b/.test(source)),
        [],
      );
    }
  });

  it("adds rows by segment for any shape, dropping negative segments", () => {
    const shape = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    );
    const agree = ([rows, inner]: [number, number[]]) => {
      const segments = Array.from({ length: rows }, (_, row) => ((row * 7) % 5) - 1);
      const [fast, plain] = onBoth(() =>
        tf.unsortedSegmentSum(waves([rows, ...inner]), tf.tensor1d(segments, "int32"), 4),
      );
      assert.deepEqual(fast.shape, plain.shape);
      near(fast.values, plain.values);
    };
    fc.assert(fc.property(shape, agree), { numRuns: 30 });
  });
});

const waves = <R extends tf.Rank>(shape: number[]): tf.Tensor<R> =>
  tf.range(0, tf.util.sizeFromShape(shape)).mul(0.37).sin().reshape(shape) as tf.Tensor<R>;

function onBoth(f: () => tf.Tensor): [Result, Result] {
  const on = (backend: string): Result => {
    tf.setBackend(backend);
    assert.equal(tf.getBackend(), backend);
    return tf.tidy(() => {
      const value = f();
      return { shape: value.shape, values: [...value.dataSync()] };
    });
  };
  const plain = on("cpu");
  return [on("wasm"), plain];
}

interface Result {
  readonly shape: number[];
  readonly values: number[];
}

function near(actual: number[], expected: number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) => {
    const error = Math.abs(value - (expected[i] as number));
    assert.ok(error <= 1e-3, `entry ${i} is ${value} where the cpu engine has ${expected[i]}`);
  });
}
