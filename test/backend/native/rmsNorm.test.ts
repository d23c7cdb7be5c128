import assert from "node:assert/strict";
import fc from "fast-check";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, floats, holds, numbered, packed, run, sizes } from "./kernels.ts";
import { onFusedOperations, roundings, rounds } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

const epsilons = fc.constantFrom(1e-5, 1e-6, 0.1).map(Math.fround);
const scales = fc.constantFrom(1, 1, 1e-4, 1e4);

onFusedOperations("RMSNorm against float64", () => {
  const { elementwise, sums } = tolerances;

  it("normalises rows, and so do its gradients", () => {
    const shapes = fc.record({ M: sizes(700), D: sizes(300), eps: epsilons, scale: scales });
    const also = [
      { M: 0, D: 5, eps: 1e-5, scale: 1 },
      { M: 1, D: 1, eps: 1e-5, scale: 1 },
      { M: 2, D: 2, eps: 1e-5, scale: 1e15 },
    ];
    const claim = ({ M, D, eps, scale }: (typeof also)[0], draw: Draw) => {
      const [x, weight, dy] = [draw.normal(M * D, scale), draw.normal(D), draw.normal(M * D)];
      const { y, r } = reference.rmsNorm(x, weight, eps);
      const forward = run("RMSNorm", { x: floats(x, M, D), weight: floats(weight, D) }, { eps });
      agree("RMSNorm y", forward[0], y, [M, D], elementwise);
      agree("RMSNorm r", forward[1], r, [M], elementwise);
      const { dx, dweight, terms } = reference.rmsNormGrad(dy, x, weight, eps);
      const backward = run("RMSNormGrad", {
        ...{ dy: floats(dy, M, D), x: floats(x, M, D), weight: floats(weight, D), r: floats(r, M) },
      });
      agree("RMSNormGrad dx", backward[0], dx, [M, D], elementwise, terms.dx);
      agree("RMSNormGrad dweight", backward[1], dweight, [D], sums, terms.dweight);
    };
    holds(shapes, claim, { also });
  });

  it("takes any number of axes", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    const weight = Float64Array.of(1, -1, 2);
    const { y } = reference.rmsNorm(x, weight, 0.5);
    for (const shape of [
      [6 / 3, 3],
      [1, 2, 1, 3],
      [2, 1, 1, 1, 1, 3],
    ])
      agree(
        "RMSNorm y",
        run("RMSNorm", { x: floats(x, ...shape), weight: floats(weight, 3) }, { eps: 0.5 })[0],
        ...([y, shape, elementwise] as const),
      );
  });

  it("keeps a NaN in its row", () => {
    const x = new Float64Array(40 * 20).fill(1);
    x[3 * 20 + 5] = Number.NaN;
    const [y] = run(
      "RMSNorm",
      { x: floats(x, 40, 20), weight: floats(new Float64Array(20).fill(1), 20) },
      { eps: 1e-5 },
    );
    y?.values.forEach((one, i) => {
      assert.equal(Number.isNaN(one), Math.floor(i / 20) === 3, `element ${i}`);
    });
  });
});

interface Shape {
  readonly B: number;
  readonly T: number;
  readonly D: number;
  readonly outputs: readonly number[];
  readonly biases: boolean;
  readonly eps: number;
}

onFusedOperations("RMSNorm with the linear layers that follow it, against float64", () => {
  const { products, elementwise, sums, chained } = tolerances;

  const drawn = ({ B, T, D, outputs, biases }: Shape, draw: Draw) => {
    const M = B * T;
    return {
      ...{ x: draw.normal(M * D), norm: draw.normal(D) },
      weights: outputs.map((N) => draw.normal(N * D)),
      biases: outputs.map((N) => (biases ? draw.normal(N) : undefined)),
      dy: outputs.map((N) => draw.normal(M * N)),
    };
  };

  const claim = (shape: Shape, draw: Draw) => {
    const { B, T, D, outputs, eps } = shape;
    const count = outputs.length;
    const { x, norm, weights, biases, dy } = drawn(shape, draw);
    const tolerance = rounds() ? chained : products;
    const given = {
      ...{ x: floats(x, B, T, D), norm: floats(norm, D) },
      ...numbered(
        "weight",
        weights.map((weight, i) => floats(weight, outputs[i] as number, D)),
      ),
    };
    const forward = run(
      "RMSNormLinears",
      {
        ...given,
        ...numbered(
          "bias",
          biases.map((bias) => bias && floats(bias, bias.length)),
        ),
      },
      { eps, count },
    );
    const ways = roundings().map((round) => ({
      forward: reference.rmsNormLinears(x, norm, weights, biases, eps, round),
      backward: reference.rmsNormLinearsGrad(dy, x, norm, weights, eps, round),
    }));
    const { forward: expected, backward: gradient } = ways[0] as (typeof ways)[0];
    const { y: normal } = reference.rmsNorm(x, norm, eps);
    const terms = reference.largest(normal) * reference.largest(...weights);
    for (const i of outputs.keys())
      agree(
        "RMSNormLinears y",
        forward[i],
        ways.map((way) => way.forward.y[i] as reference.Values),
        [B, T, outputs[i] as number],
        tolerance,
        terms,
      );
    agree("RMSNormLinears r", forward[count], expected.r, [B * T], elementwise);

    for (const frozen of [false, true]) {
      const backward = run(
        "RMSNormLinearsGrad",
        {
          ...given,
          r: floats(expected.r, B * T),
          ...numbered(
            "dy",
            dy.map((one, i) => floats(one, B, T, outputs[i] as number)),
          ),
        },
        { count, biases: shape.biases, ...(frozen && { weights: false }) },
      );
      assert.equal(backward.length, 2 + (frozen ? 0 : count) + (shape.biases ? count : 0));
      agree(
        "RMSNormLinearsGrad dx",
        backward[0],
        ways.map((way) => way.backward.dx),
        [B, T, D],
        tolerance,
        gradient.terms.dx,
      );
      agree(
        "RMSNormLinearsGrad dnorm",
        backward[1],
        ways.map((way) => way.backward.dnorm),
        [D],
        tolerance,
        gradient.terms.dweight,
      );
      for (const [i, N] of outputs.entries()) {
        const dweight = ways.map((way) => way.backward.dweights[i] as reference.Values);
        const outer = reference.largest(...dy) * reference.largest(normal);
        if (!frozen) agree("RMSNormLinearsGrad dweight", backward[2 + i], dweight, [N, D], tolerance, outer);
        const dbias = gradient.dbiases[i] as reference.Values;
        if (shape.biases)
          agree(
            "RMSNormLinearsGrad dbias",
            backward[2 + (frozen ? 0 : count) + i],
            dbias,
            [N],
            sums,
            reference.largest(...dy),
          );
      }
    }
  };

  it("computes several at once, with and without biases, and their gradients, frozen or not", () => {
    const shapes = fc.record({
      ...{ B: fc.integer({ min: 1, max: 3 }), T: sizes(80), D: sizes(70) },
      outputs: fc.array(sizes(65), { minLength: 1, maxLength: 4 }),
      ...{ biases: fc.boolean(), eps: epsilons },
    });
    const usual = { B: 1, T: 1, D: 1, outputs: [1], biases: true, eps: 1e-5 };
    const also = [
      usual,
      { ...usual, B: 0, T: 3, D: 4, outputs: [5, 2] },
      { ...usual, T: 300, D: 40, outputs: [40, 20, 20] },
      { ...usual, T: 3, D: 300, outputs: [32, 64] },
    ];
    holds(shapes, claim, { also });
  });

  it("computes by weights that no cache holds", () => {
    const shape = { B: 1, T: 2, D: 1024, outputs: [8000, 208], biases: false, eps: 1e-5 };
    holds(fc.constant(shape), claim, { runs: 1 });
  });

  it("gives by weights of bfloat16 exactly what it gives by the same weights in float32", () => {
    const shapes = fc.record({
      ...{ B: fc.constant(1), T: sizes(40), D: sizes(40).map((half) => 2 * half) },
      outputs: fc.array(sizes(40), { minLength: 1, maxLength: 3 }),
      ...{ biases: fc.boolean(), eps: epsilons },
    });
    holds(
      shapes,
      (shape, draw) => {
        const { B, T, D, outputs, eps } = shape;
        const { x, norm, weights, biases, dy } = drawn(shape, draw);
        const results = [
          packed,
          (weight: reference.Values, N: number) => floats(weight.map(reference.bfloat16), N, D),
        ].map((form) => {
          const given = {
            ...{ x: floats(x, B, T, D), norm: floats(norm, D) },
            ...numbered(
              "weight",
              weights.map((weight, i) => form(weight, outputs[i] as number, D)),
            ),
          };
          const attrs = { eps, count: outputs.length };
          const more = numbered(
            "bias",
            biases.map((bias) => bias && floats(bias, bias.length)),
          );
          const forward = run("RMSNormLinears", { ...given, ...more }, attrs);
          const r = floats(forward.at(-1)?.values ?? [], B * T);
          const dys = numbered(
            "dy",
            dy.map((one, i) => floats(one, B, T, outputs[i] as number)),
          );
          const backward = run(
            "RMSNormLinearsGrad",
            { ...given, ...dys, r },
            { count: outputs.length, biases: shape.biases },
          );
          assert.equal(
            backward.length - 2 - (shape.biases ? outputs.length : 0),
            form === packed ? 0 : outputs.length,
          );
          return [...forward, ...backward.slice(0, 2)];
        });
        assert.deepEqual(results[0], results[1]);
      },
      { runs: 12 },
    );
  });
});
