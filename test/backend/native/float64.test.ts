import assert from "node:assert/strict";
import * as reference from "../../support/float64.ts";
import { Draw, errorOf } from "./kernels.ts";

type Values = reference.Values;

/** The slope of `f` along each element, by central differences of fourth order. */
function slopes(x: Values, f: (x: Values) => number): Values {
  const step = 1e-3;
  return x.map((one, i) => {
    const at = (by: number) => f(x.with(i, one + by * step));
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
  });
}

const along = (y: Values, dy: Values): number =>
  y.reduce((total, one, i) => total + one * (dy[i] as number), 0);

/** Asserts that each gradient is the slope of `f`, a weighted sum of results, along that input. */
function slopesAre<N extends string>(
  inputs: Record<N, Values>,
  gradients: Record<N, Values>,
  f: (inputs: Record<N, Values>) => number,
): void {
  for (const name of Object.keys(inputs) as N[]) {
    const expected = slopes(inputs[name], (x) => f({ ...inputs, [name]: x }));
    const error = errorOf(gradients[name], expected, 1e-3);
    assert.ok(error < 1e-9, `${name}: relative error ${error}`);
  }
}

describe("float64 references: each gradient is the slope of its operation, by central differences", () => {
  const draw = new Draw(3);
  const eps = 1e-2;

  it("RMSNorm", () => {
    const [x, weight, dy] = [draw.normal(15), draw.normal(5), draw.normal(15)];
    const { dx, dweight } = reference.rmsNormGrad(dy, x, weight, eps);
    slopesAre({ x, weight }, { x: dx, weight: dweight }, (given) =>
      along(reference.rmsNorm(given.x, given.weight, eps).y, dy),
    );
  });

  it("RMSNorm and linear layers", () => {
    const [x, norm] = [draw.normal(12), draw.normal(4)];
    const weights = [draw.normal(8), draw.normal(12)];
    const biases = [draw.normal(2), draw.normal(3)];
    const dy = [draw.normal(6), draw.normal(9)];
    const given = reference.rmsNormLinearsGrad(dy, x, norm, weights, eps);
    slopesAre(
      { x, norm, weight0: weights[0] as Values, weight1: weights[1] as Values, bias1: biases[1] as Values },
      {
        ...{ x: given.dx, norm: given.dnorm, weight0: given.dweights[0] as Values },
        ...{ weight1: given.dweights[1] as Values, bias1: given.dbiases[1] as Values },
      },
      ({ x, norm, weight0, weight1, bias1 }) => {
        const { y } = reference.rmsNormLinears(x, norm, [weight0, weight1], [biases[0], bias1], eps);
        return along(y[0] as Values, dy[0] as Values) + along(y[1] as Values, dy[1] as Values);
      },
    );
  });

  it("Linear", () => {
    const [x, weight, bias, dy] = [draw.normal(12), draw.normal(8), draw.normal(2), draw.normal(6)];
    slopesAre(
      { x, weight, bias },
      {
        x: reference.linearGradX(dy, weight, 2),
        weight: reference.linearGradWeight(dy, x, 2, 4),
        bias: reference.linearGradBias(dy, 2),
      },
      (given) => along(reference.linear(given.x, given.weight, 4, given.bias), dy),
    );
  });

  it("LowRankLinear", () => {
    const [x, weight, a, b] = [draw.normal(12), draw.normal(20), draw.normal(8), draw.normal(10)];
    const dy = draw.normal(15);
    const form = { K: 4, rank: 2, scale: 0.5 };
    const { dx, da, db } = reference.lowRankLinearGrad(dy, x, { weight, a, b }, form);
    slopesAre({ x, a, b }, { x: dx, a: da, b: db }, (given) =>
      along(reference.lowRankLinear(given.x, { weight, a: given.a, b: given.b }, form).y, dy),
    );
  });

  it("SwiGLU", () => {
    const [gate, up, dy] = [draw.normal(20, 3), draw.normal(20), draw.normal(20)];
    const { dgate, dup } = reference.swigluGrad(dy, gate, up);
    slopesAre({ gate, up }, { gate: dgate, up: dup }, (given) =>
      along(reference.swiglu(given.gate, given.up), dy),
    );
  });

  it("FeedForward", () => {
    const [D, F] = [3, 4];
    const x = draw.normal(2 * D);
    const weights = {
      norm: draw.normal(D),
      gate: draw.normal(F * D),
      up: draw.normal(F * D),
      down: draw.normal(D * F),
    };
    const dy = draw.normal(2 * D);
    const { dx, dnorm, dgate, dup, ddown } = reference.feedForwardGrad(dy, x, weights, eps);
    slopesAre(
      { x, ...weights },
      { x: dx, norm: dnorm, gate: dgate, up: dup, down: ddown },
      ({ x, ...given }) => along(reference.feedForward(x, given, eps).y, dy),
    );
  });

  it("attention with rotation, shared key heads and every reach", () => {
    const places = (tokens: number) => [
      Array.from(
        { length: tokens },
        (_, i): reference.Place => ({
          ...{ position: 3 * i, kind: i % 3, index: i, image: i % 2, present: i !== 1 },
        }),
      ),
    ];
    const shape: reference.AttentionShape = {
      ...{ batch: 1, queries: 5, keys: 6, heads: 2, kvHeads: 1, headSize: 4, rotaryBase: 100 },
      ...{ queryPlaces: places(5), keyPlaces: places(6) },
      reaches: [
        [2, 3, 0],
        [2, 1, 2],
        [0, 0, 0],
      ],
    };
    const [q, k, v, dO] = [draw.normal(40), draw.normal(24), draw.normal(24), draw.normal(40)];
    const { dq, dk, dv } = reference.attentionGrad(dO, q, k, v, shape);
    slopesAre({ q, k, v }, { q: dq, k: dk, v: dv }, (given) =>
      along(reference.attention(given.q, given.k, given.v, shape).o, dO),
    );
    const { o } = reference.attention(q, k, v, shape);
    assert.ok(
      o.subarray(16, 24).every((one) => one === 0),
      "a query of kind 2 sees nothing",
    );
  });

  it("cross-entropy", () => {
    const logits = draw.normal(15, 2);
    const labels = [2, -1, 0];
    slopesAre(
      { logits },
      { logits: reference.crossEntropyGrad(0.7, logits, labels) },
      (given) => 0.7 * reference.crossEntropy(given.logits, labels).loss,
    );
  });

  it("the nearest bfloat16, ties to even", () => {
    const cases = [
      [1, 1],
      [1 + 2 ** -8, 1],
      [1 + 3 * 2 ** -8, 1 + 2 ** -6],
      [1 + 2 ** -8 + 2 ** -20, 1 + 2 ** -7],
      [-0, -0],
      [3.4e38, Number.POSITIVE_INFINITY],
      [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ] as const;
    for (const [given, expected] of cases)
      assert.ok(Object.is(reference.bfloat16(given), expected), `${given}`);
    assert.ok(Number.isNaN(reference.bfloat16(Number.NaN)));
  });
});
