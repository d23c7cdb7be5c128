import assert from "node:assert/strict";
import fc from "fast-check";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, floats, holds, packed, run, sizes } from "./kernels.ts";
import { onFusedOperations, roundings, rounds } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

interface Shape {
  readonly M: number;
  readonly N: number;
  readonly K: number;
  readonly bias: boolean;
}

const shapes = fc.record({ M: sizes(150), N: sizes(100), K: sizes(150), bias: fc.boolean() });

const also: Shape[] = [
  { M: 1, N: 1, K: 1, bias: true },
  { M: 0, N: 3, K: 4, bias: true },
  { M: 300, N: 40, K: 600, bias: true },
  { M: 97, N: 1200, K: 900, bias: false },
  { M: 1, N: 300, K: 3000, bias: true },
];

onFusedOperations("Linear layers against float64", () => {
  const { products, mixed } = tolerances;

  it("and the gradients of x and of the weight", () => {
    const claim = ({ M, N, K, bias }: Shape, draw: Draw) => {
      const [x, weight, dy] = [draw.normal(M * K), draw.normal(N * K), draw.normal(M * N)];
      const shift = bias ? draw.normal(N) : undefined;
      const ways = (f: (round: reference.Round) => reference.Values) => roundings().map(f);
      const most = { x: reference.largest(x), weight: reference.largest(weight), dy: reference.largest(dy) };
      const [X, W, dY] = [floats(x, M, K), floats(weight, N, K), floats(dy, M, N)];
      const forward = run("Linear", { x: X, weight: W, bias: shift && floats(shift, N) });
      const y = ways((round) => reference.linear(x, weight, K, shift, round));
      agree("Linear y", forward[0], y, [M, N], products, most.x * most.weight);
      const dx = run("LinearGradX", { dy: dY, weight: W });
      const expected = ways((round) => reference.linearGradX(dy, weight, N, round));
      agree("Linear dx", dx[0], expected, [M, K], products, most.dy * most.weight);
      const dweight = run("LinearGradWeight", { dy: dY, x: X });
      const outer = ways((round) => reference.linearGradWeight(dy, x, N, K, round));
      agree("Linear dweight", dweight[0], outer, [N, K], products, most.dy * most.x);
    };
    holds(shapes, claim, { also });
  });

  it("of three axes and of one", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const weight = Float64Array.of(1, -1, 0.5, 2);
    const y = reference.linear(x, weight, 2);
    const [three] = run("Linear", { x: floats(x, 2, 2, 2), weight: floats(weight, 2, 2) });
    agree("Linear y", three, y, [2, 2, 2], products);
    const [one] = run("Linear", { x: floats(x.subarray(0, 2), 2), weight: floats(weight, 2, 2) });
    agree("Linear y", one, y.subarray(0, 2), [2], products);
  });

  it("gives by weights of bfloat16 exactly what it gives by the same weights in float32", () => {
    const even = shapes.map(({ K, ...rest }) => ({ ...rest, K: K + (K % 2) }));
    const claim = ({ M, N, K, bias }: Shape, draw: Draw) => {
      const [x, weight, dy] = [draw.normal(M * K), draw.normal(N * K), draw.normal(M * N)];
      const more = { bias: bias ? floats(draw.normal(N), N) : undefined };
      const [a, b] = [floats(draw.normal(2 * K), 2, K), floats(draw.normal(2 * N), N, 2)];
      const h = floats(draw.normal(2 * M), M, 2);
      const both = [packed(weight, N, K), floats(weight.map(reference.bfloat16), N, K)].map((W) => [
        ...run("Linear", { x: floats(x, M, K), weight: W, ...more }),
        ...run("LinearGradX", { dy: floats(dy, M, N), weight: W }),
        ...run("LowRankLinear", { x: floats(x, M, K), weight: W, a, b, ...more }, { scale: 0.5 }),
        ...run(
          "LowRankLinearGrad",
          { dy: floats(dy, M, N), x: floats(x, M, K), weight: W, a, b, h },
          { scale: 0.5 },
        ),
      ]);
      assert.deepEqual(both[0], both[1]);
    };
    holds(even, claim, { runs: 15, also: [{ M: 3, N: 1100, K: 1000, bias: false }] });
  });

  it("with low-rank adapters, and the gradients of x, a and b", () => {
    type Adapted = Shape & { rank: number; scale: number };
    const adapted = shapes.chain((shape) =>
      fc.record({
        ...{
          M: fc.constant(shape.M),
          N: fc.constant(shape.N),
          K: fc.constant(shape.K),
          bias: fc.constant(shape.bias),
        },
        rank: fc.constantFrom(1, 2, 8, 16, 40),
        scale: fc.constantFrom(1, 0.3, -2, 0).map(Math.fround),
      }),
    );
    const edges = [
      ...also.map((shape) => ({ ...shape, rank: 4, scale: 0.5 })),
      { M: 3, N: 4, K: 2, bias: true, rank: 0, scale: 1 },
    ];
    const claim = ({ M, N, K, bias, rank, scale }: Adapted, draw: Draw) => {
      const [x, weight, dy] = [draw.normal(M * K), draw.normal(N * K), draw.normal(M * N)];
      const [a, b] = [draw.normal(rank * K), draw.normal(N * rank)];
      const shift = bias ? draw.normal(N) : undefined;
      const tolerance = rounds() ? mixed : products;
      const given = {
        ...{ x: floats(x, M, K), weight: floats(weight, N, K) },
        ...{ a: floats(a, rank, K), b: floats(b, N, rank) },
      };
      const form = { K, rank, scale };
      const ways = roundings().map((round) => ({
        ...reference.lowRankLinear(x, { weight, a, b, bias: shift }, form, round),
        ...reference.lowRankLinearGrad(dy, x, { weight, a, b }, form, round),
      }));
      const expected = (name: "y" | "h" | "dx" | "da" | "db") => ways.map((way) => way[name]);
      const forward = run("LowRankLinear", { ...given, bias: shift && floats(shift, N) }, { scale });
      agree("LowRankLinear y", forward[0], expected("y"), [M, N], tolerance);
      agree("LowRankLinear h", forward[1], expected("h"), [M, rank], tolerance);
      const h = floats(forward[1]?.values ?? [], M, rank);
      const [dx, da, db] = run("LowRankLinearGrad", { ...given, dy: floats(dy, M, N), h }, { scale });
      const terms = reference.largest(dy) * Math.abs(scale) * reference.largest(b) * reference.largest(x);
      agree("LowRankLinear dx", dx, expected("dx"), [M, K], tolerance);
      agree("LowRankLinear da", da, expected("da"), [rank, K], tolerance, terms);
      agree("LowRankLinear db", db, expected("db"), [N, rank], tolerance);
    };
    holds(adapted, claim, { also: edges });
  });
});
