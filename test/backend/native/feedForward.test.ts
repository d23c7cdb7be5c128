import assert from "node:assert/strict";
import fc from "fast-check";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, floats, holds, type Output, packed, run, sizes } from "./kernels.ts";
import { onFusedOperations, roundings, rounds } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

type Values = reference.Values;

onFusedOperations("SwiGLU against float64", () => {
  const { elementwise, sums } = tolerances;

  it("and its gradients, from gates that saturate to gates of next to nothing", () => {
    const shapes = fc.record({
      size: sizes(3000),
      scale: fc.constantFrom(1, 1e-6, 10, 100),
    });
    const also = [
      { size: 0, scale: 1 },
      { size: 70_000, scale: 3 },
    ];
    const claim = ({ size, scale }: (typeof also)[0], draw: Draw) => {
      const [gate, up, dy] = [draw.normal(size, scale), draw.normal(size), draw.normal(size)];
      const given = { gate: floats(gate, size), up: floats(up, size) };
      agree("SwiGLU", run("SwiGLU", given)[0], reference.swiglu(gate, up), [size], elementwise);
      const [dgate, dup] = run("SwiGLUGrad", { ...given, dy: floats(dy, size) });
      const expected = reference.swigluGrad(dy, gate, up);
      // 1 - sigmoid(gate) is off by a rounding of 1, and the gate, up to 16 before it is 0, multiplies that.
      agree("SwiGLUGrad dgate", dgate, expected.dgate, [size], sums);
      agree("SwiGLUGrad dup", dup, expected.dup, [size], elementwise);
    };
    holds(shapes, claim, { also });
  });

  it("is zero of a far negative gate, and a NaN of a NaN only", () => {
    const gate = [-1e30, Number.NEGATIVE_INFINITY, -200, 1e30, Number.NaN, 0];
    const [h] = run("SwiGLU", { gate: floats(gate, 6), up: floats([1, 0, 1, 1, 1, 1], 6) });
    const [far, , below, above, nothing, zero] = h?.values ?? [];
    assert.deepEqual(
      [far, below, above, nothing, zero].map((x) => (x ?? 1) + 0),
      [0, 0, Math.fround(1e30), Number.NaN, 0],
    );
  });
});

interface Shape {
  readonly M: number;
  readonly D: number;
  readonly F: number;
  readonly eps: number;
}

onFusedOperations("The feed-forward network against float64", () => {
  const { products, elementwise, mixed } = tolerances;

  const drawn = ({ M, D, F }: Shape, draw: Draw) => ({
    ...{ x: draw.normal(M * D), dy: draw.normal(M * D), norm: draw.normal(D) },
    gate: draw.normal(F * D, D ** -0.5),
    up: draw.normal(F * D, D ** -0.5),
    down: draw.normal(D * F, F ** -0.5),
  });

  /** The float32 numbers of what was kept: as they are, or as pairs of bfloat16. */
  const kept = ({ values, shape }: Output, F: number): Values => {
    if (shape[1] === F && !rounds()) return Float64Array.from(values);
    const words = new Uint16Array(values.buffer, values.byteOffset, 2 * values.length);
    const [M = 0, pitch = 0] = shape;
    const bits = new Uint32Array(M * F);
    for (let m = 0; m < M; m++)
      for (let f = 0; f < F; f++) bits[m * F + f] = (words[2 * m * pitch + f] as number) << 16;
    return Float64Array.from(new Float32Array(bits.buffer));
  };

  const claim = (shape: Shape, draw: Draw) => {
    const { M, D, F, eps } = shape;
    const { x, dy, ...weights } = drawn(shape, draw);
    const tolerance = rounds() ? mixed : products;
    const given = {
      ...{ x: floats(x, M, D), norm: floats(weights.norm, D) },
      ...{ gate: floats(weights.gate, F, D), up: floats(weights.up, F, D), down: floats(weights.down, D, F) },
    };
    const ways = roundings().map((round) => ({
      forward: reference.feedForward(x, weights, eps, round),
      backward: reference.feedForwardGrad(dy, x, weights, eps, round),
    }));
    const forwards = (name: "y" | "g" | "u") => ways.map(({ forward }) => forward[name]);
    const backwards = (name: "dx" | "dnorm" | "dgate" | "dup" | "ddown") =>
      ways.map(({ backward }) => backward[name]);
    const { r } = (ways[0] as (typeof ways)[0]).forward;
    const { terms } = (ways[0] as (typeof ways)[0]).backward;
    const outputs = run("FeedForward", given, { eps, keep: true }) as [Output, Output, Output, Output];
    agree("FeedForward y", outputs[0], forwards("y"), [M, D], tolerance);
    agree("FeedForward r", outputs[1], r, [M], elementwise);
    for (const [i, name] of (["g", "u"] as const).entries()) {
      const own = outputs[2 + i] as Output;
      const output = { values: Float32Array.from(kept(own, F)), shape: [M, F] };
      agree(`FeedForward ${name}`, output, forwards(name), [M, F], tolerance);
    }
    const without = run("FeedForward", given, { eps, keep: false });
    assert.deepEqual(without[0], outputs[0], "the same result where nothing is kept");
    assert.equal(without[2]?.values.length, 0);

    for (const frozen of [false, true]) {
      const saved = outputs.slice(1).map(({ values, shape }) => floats(values, ...shape));
      const backward = run(
        "FeedForwardGrad",
        { ...given, dy: floats(dy, M, D), r: saved[0], g: saved[1], u: saved[2] },
        frozen ? { weights: false } : {},
      );
      assert.equal(backward.length, frozen ? 2 : 5);
      agree("FeedForwardGrad dx", backward[0], backwards("dx"), [M, D], tolerance, terms.dx);
      agree("FeedForwardGrad dnorm", backward[1], backwards("dnorm"), [D], tolerance, terms.dweight);
      if (frozen) continue;
      agree("FeedForwardGrad dgate", backward[2], backwards("dgate"), [F, D], tolerance);
      agree("FeedForwardGrad dup", backward[3], backwards("dup"), [F, D], tolerance);
      agree("FeedForwardGrad ddown", backward[4], backwards("ddown"), [D, F], tolerance);
    }
  };

  const shapes = fc.record({
    M: sizes(200),
    D: sizes(70),
    F: sizes(100),
    eps: fc.constant(Math.fround(1e-5)),
  });

  it("with what its gradient needs, and its gradients, frozen or not", () => {
    const also = [
      { M: 1, D: 1, F: 1, eps: 1e-5 },
      { M: 0, D: 4, F: 6, eps: 1e-5 },
      { M: 400, D: 24, F: 50, eps: 1e-5 },
      { M: 5, D: 300, F: 520, eps: 1e-5 },
    ];
    holds(shapes, claim, { also });
  });

  it("by weights that no cache holds", () => {
    holds(fc.constant({ M: 2, D: 1000, F: 2800, eps: 1e-5 }), claim, { runs: 1 });
  });

  it("gives by weights of bfloat16 exactly what it gives by the same weights in float32", () => {
    const even = shapes.map(({ M, D, F, eps }) => ({ M, D: D + (D % 2), F: F + (F % 2), eps }));
    const both = (shape: Shape, draw: Draw) => {
      const { M, D, F, eps } = shape;
      const { x, dy, norm, gate, up, down } = drawn(shape, draw);
      const rounded = (weight: Values, rows: number, columns: number) =>
        floats(weight.map(reference.bfloat16), rows, columns);
      const results = [packed, rounded].map((form) => {
        const given = {
          ...{ x: floats(x, M, D), norm: floats(norm, D) },
          ...{ gate: form(gate, F, D), up: form(up, F, D), down: form(down, D, F) },
        };
        const forward = run("FeedForward", given, { eps, keep: true });
        const [r, g, u] = forward.slice(1).map(({ values, shape }) => floats(values, ...shape));
        const backward = run("FeedForwardGrad", { ...given, dy: floats(dy, M, D), r, g, u });
        assert.equal(backward.length, form === packed ? 2 : 5);
        return [...forward, ...backward.slice(0, 2)].map(({ values, shape }) => ({
          ...{ bits: [...new Uint32Array(values.buffer, values.byteOffset, values.length)], shape },
        }));
      });
      assert.deepEqual(results[0], results[1]);
    };
    holds(even, both, { runs: 10 });
  });
});
