import assert from "node:assert/strict";
import fc from "fast-check";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, errorOf, floats, holds, ints, numbered, run, sizes } from "../native/kernels.ts";
import { tolerances } from "../native/tolerances.ts";

describe("fused operations on the wasm engine, against float64", function () {
  this.timeout(120_000);

  const { elementwise, sums, products, attention } = tolerances;
  let previous: EngineName | undefined;

  before(async () => {
    previous = currentEngine()?.chosen;
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => previous && startEngine({ backend: previous, quiet: true }));

  it("RMSNorm", () => {
    const shapes = fc.record({ M: sizes(200), D: sizes(300), scale: fc.constantFrom(1, 1e-4, 1e4) });
    const claim = ({ M, D, scale }: { M: number; D: number; scale: number }, draw: Draw) => {
      const [x, weight, dy] = [draw.normal(M * D, scale), draw.normal(D), draw.normal(M * D)];
      const eps = Math.fround(1e-5);
      const { y, r } = reference.rmsNorm(x, weight, eps);
      const forward = run("RMSNorm", { x: floats(x, M, D), weight: floats(weight, D) }, { eps });
      agree("RMSNorm y", forward[0], y, [M, D], elementwise);
      agree("RMSNorm r", forward[1], r, [M], elementwise);
      const { dx, dweight, terms } = reference.rmsNormGrad(dy, x, weight, eps);
      const given = { dy: floats(dy, M, D), x: floats(x, M, D), weight: floats(weight, D), r: floats(r, M) };
      const backward = run("RMSNormGrad", given);
      agree("RMSNormGrad dx", backward[0], dx, [M, D], elementwise, terms.dx);
      agree("RMSNormGrad dweight", backward[1], dweight, [D], sums, terms.dweight);
    };
    holds(shapes, claim, {
      also: [
        { M: 0, D: 5, scale: 1 },
        { M: 2, D: 2, scale: 1e15 },
      ],
    });
  });

  it("SwiGLU, up to the ends of what an exponential can hold", () => {
    const claim = ({ N, scale }: { N: number; scale: number }, draw: Draw) => {
      const [gate, up, dy] = [draw.normal(N, scale), draw.normal(N), draw.normal(N)];
      const given = { gate: floats(gate, N), up: floats(up, N) };
      agree("SwiGLU", run("SwiGLU", given)[0], reference.swiglu(gate, up), [N], elementwise);
      const expected = reference.swigluGrad(dy, gate, up);
      const [dGate, dUp] = run("SwiGLUGrad", { dy: floats(dy, N), ...given });
      const [first, second] = Object.values(expected) as [reference.Values, reference.Values];
      agree("SwiGLUGrad gate", dGate, first, [N], elementwise);
      agree("SwiGLUGrad up", dUp, second, [N], elementwise);
    };
    holds(fc.record({ N: sizes(500), scale: fc.constantFrom(1, 10, 100, 1000) }), claim, {
      also: [{ N: 0, scale: 1 }],
    });
  });

  it("cross-entropy, over labels of which some do not count", () => {
    const shapes = fc.record({
      ...{ M: sizes(130), V: sizes(400), scale: fc.constantFrom(1, 10, 1e4) },
      ignored: fc.constantFrom(0, 0.3, 1),
    });
    const claim = (
      { M, V, scale, ignored }: { M: number; V: number; scale: number; ignored: number },
      draw: Draw,
    ) => {
      const logits = draw.normal(M * V, scale);
      const labels = Array.from({ length: M }, () =>
        draw.whole(1000) < 1000 * ignored ? -1 : draw.whole(V),
      );
      const expected = reference.crossEntropy(logits, labels);
      const given = { logits: floats(logits, M, V), labels: ints(labels, M) };
      const [loss, lse] = run("CrossEntropy", given);
      const largest = logits.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      agree("CrossEntropy loss", loss, [expected.loss], [], elementwise, largest);
      agree("CrossEntropy lse", lse, expected.lse, [M], elementwise, largest);
      const [dlogits] = run("CrossEntropyGrad", {
        ...given,
        dy: floats([0.7]),
        lse: floats(expected.lse, M),
      });
      const right = reference.crossEntropyGrad(Math.fround(0.7), logits, labels);
      agree("CrossEntropyGrad", dlogits, right, [M, V], elementwise * Math.max(1, largest / 8));
    };
    holds(shapes, claim, {
      also: [
        { M: 0, V: 5, scale: 1, ignored: 0 },
        { M: 3, V: 20_000, scale: 5, ignored: 0.3 },
      ],
    });
  });

  it("linear layers, with a bias and without", () => {
    const claim = ({ M, K, N }: { M: number; K: number; N: number }, draw: Draw) => {
      const [x, weight, bias, dy] = [
        draw.normal(M * K),
        draw.normal(N * K),
        draw.normal(N),
        draw.normal(M * N),
      ];
      const given = { x: floats(x, M, K), weight: floats(weight, N, K) };
      agree("Linear", run("Linear", given)[0], reference.linear(x, weight, K), [M, N], products);
      const biased = run("Linear", { ...given, bias: floats(bias, N) })[0];
      agree("Linear", biased, reference.linear(x, weight, K, bias), [M, N], products);
      const [dx] = run("LinearGradX", { dy: floats(dy, M, N), weight: given.weight });
      agree("LinearGradX", dx, reference.linearGradX(dy, weight, N), [M, K], products);
      const [dWeight] = run("LinearGradWeight", { dy: floats(dy, M, N), x: given.x });
      agree("LinearGradWeight", dWeight, reference.linearGradWeight(dy, x, N, K), [N, K], products);
    };
    holds(fc.record({ M: sizes(140), K: sizes(100), N: sizes(100) }), claim);
  });

  it("AdamW, clipped or not, from the first step on", () => {
    const shapes = fc.record({
      lengths: fc.array(sizes(600), { minLength: 1, maxLength: 5 }),
      clip: fc.constantFrom(0, 1, 1e9),
      step: fc.constantFrom(1, 2, 1000),
    });
    const [beta1, beta2, eps] = [0.9, 0.999, 1e-8];
    const claim = (
      { lengths, clip, step }: { lengths: number[]; clip: number; step: number },
      draw: Draw,
    ) => {
      const all = lengths.map((size, i) => ({
        ...{ value: draw.normal(size), gradient: draw.normal(size) },
        first: draw.normal(size, step > 1 ? 0.1 : 0),
        second: draw.normal(size, step > 1 ? 1 : 0).map((x) => Math.fround(x * x)),
        rates: [0.01, i % 2 ? 0.001 : 0, 1 / (1 - beta1 ** step), 1 / (1 - beta2 ** step)].map(
          Math.fround,
        ) as [number, number, number, number],
      }));
      const list = (name: "value" | "gradient" | "first" | "second") =>
        all.map((one, i) => floats(one[name], lengths[i] as number));
      const outputs = run(
        "AdamW",
        {
          ...{ ...numbered("p", list("value")), ...numbered("g", list("gradient")) },
          ...{ ...numbered("m", list("first")), ...numbered("v", list("second")) },
          rates: floats(
            all.flatMap(({ rates }) => rates),
            all.length,
            4,
          ),
        },
        { count: all.length, beta1, beta2, eps, clip },
      );
      const { norm, updated } = reference.adamW(all, { beta1, beta2, eps, clip });
      agree("AdamW norm", outputs[0], [norm], [], elementwise);
      for (const [j, name] of (["value", "first", "second"] as const).entries())
        for (const [i, one] of updated.entries())
          agree(
            `AdamW ${name}`,
            outputs[1 + j * all.length + i],
            one[name],
            [lengths[i] as number],
            elementwise,
            1,
          );
    };
    holds(shapes, claim, { also: [{ lengths: [70_000, 3], clip: 0.5, step: 3 }] });
  });

  it("attention under any rule of who sees whom, rotated or not, and its gradients", () => {
    const shapes = fc.record({
      batch: fc.integer({ min: 1, max: 2 }),
      queries: sizes(70),
      keys: sizes(70),
      kvHeads: fc.integer({ min: 1, max: 2 }),
      group: fc.integer({ min: 1, max: 3 }),
      headSize: fc.constantFrom(2, 4, 6, 8, 16, 20, 32),
      rotaryBase: fc.constantFrom(0, 10_000),
      kinds: fc.integer({ min: 0, max: 3 }),
    });
    const claim = (given: Layout, draw: Draw) => attends(given, draw, attention);
    const causal = {
      batch: 1,
      queries: 100,
      keys: 100,
      kvHeads: 1,
      group: 2,
      headSize: 32,
      rotaryBase: 1e4,
      kinds: 1,
    };
    holds(shapes, claim, {
      runs: 60,
      also: [
        { ...causal, reach: 2 },
        { ...causal, kinds: 0 },
        { ...causal, queries: 33, keys: 31, kinds: 3, headSize: 12 },
        { ...causal, queries: 1, keys: 257, reach: 2 },
        { ...causal, queries: 3, keys: 130, kinds: 2, headSize: 10 },
      ],
    });
  });

  it("attention leaves NaN in the rows that see it", () => {
    const [T, D] = [40, 8];
    const x = new Float64Array(T * D).fill(0.5);
    const k = x.slice();
    k[20 * D] = Number.NaN;
    const causal = places(
      Array.from({ length: T }, (_, i) => ({ position: i, kind: 0, index: i, image: -1, present: true })),
    );
    const given = {
      q: floats(x, 1, T, D),
      k: floats(k, 1, T, D),
      v: floats(x, 1, T, D),
      queries: causal,
      keys: causal,
    };
    const attrs = { heads: 1, kvHeads: 1, headSize: D, rotaryBase: 0, kinds: 1, reaches: [2] };
    const [o] = run("Attention", given, attrs);
    for (let i = 0; i < T; i++) assert.equal(Number.isNaN(o?.values[i * D] as number), i >= 20, `row ${i}`);
  });

  it("leaves the engine's memory as it found it", () => {
    const [T, D] = [70, 16];
    const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    const memory = (tf.backend() as unknown as { wasm: { asm: { memory: { buffer: ArrayBuffer } } } }).wasm
      .asm.memory;
    let bytes = 0;
    for (let i = 0; i < 200; i++) {
      const x = floats(new Float64Array(2 * T * D).fill(0.1), 2, T, D);
      const nowhere = ints([], 0, 0, 5);
      const attrs = { heads: 2, kvHeads: 1, headSize: 16, rotaryBase: 0, kinds: 0, reaches: [] };
      const half = floats(new Float64Array(2 * T * D).fill(0.1), 2, T / 2, 2 * D);
      run(
        "Attention",
        {
          q: half,
          k: { ...x, shape: [2, T, D] },
          v: { ...x, shape: [2, T, D] },
          queries: nowhere,
          keys: nowhere,
        },
        attrs,
      );
      if (i === 20) bytes = memory.buffer.byteLength;
    }
    assert.equal(memory.buffer.byteLength, bytes);
    assert.deepEqual([tf.memory().numTensors, tf.engine().backend.numDataIds()], before);
  });
});

interface Layout {
  readonly batch: number;
  readonly queries: number;
  readonly keys: number;
  readonly kvHeads: number;
  /** Heads that share their keys. */
  readonly group: number;
  readonly headSize: number;
  readonly rotaryBase: number;
  /** 0: everything is visible. */
  readonly kinds: number;
  /** How far every kind sees every kind; drawn where it is not given. */
  readonly reach?: number;
}

const places = (...samples: reference.Place[][]) =>
  ints(
    samples.flatMap((tokens) =>
      tokens.flatMap(({ position, kind, index, image, present }) => [
        position,
        kind,
        index,
        image,
        Number(present),
      ]),
    ),
    samples.length,
    samples[0]?.length ?? 0,
    5,
  );

/** Asserts that attention and its gradients are the reference's for random places under a random table of reaches. */
function attends(layout: Layout, draw: Draw, tolerance: number): void {
  const { batch, queries, keys, kvHeads, group, headSize, rotaryBase, kinds, reach } = layout;
  const heads = kvHeads * group;
  const drawn = (tokens: number) =>
    Array.from({ length: batch }, () =>
      Array.from({ length: tokens }, (_, i): reference.Place => {
        const place = {
          position: reach === undefined ? draw.whole(60) : i,
          kind: draw.whole(Math.max(1, kinds)),
        };
        return { ...place, index: draw.whole(5), image: draw.whole(4) - 1, present: draw.whole(10) > 0 };
      }),
    );
  const known = kinds > 0 || rotaryBase > 0;
  const [asked, there] = [drawn(queries), drawn(keys)];
  const table = Array.from({ length: kinds }, () =>
    Array.from({ length: kinds }, () => reach ?? draw.whole(4)),
  );
  const shape: reference.AttentionShape = {
    ...{ batch, queries, keys, heads, kvHeads, headSize, rotaryBase },
    ...(known ? { queryPlaces: asked, keyPlaces: there } : {}),
    ...(kinds > 0 ? { reaches: table } : {}),
  };
  const q = draw.normal(batch * queries * heads * headSize);
  const [k, v] = [
    draw.normal(batch * keys * kvHeads * headSize),
    draw.normal(batch * keys * kvHeads * headSize),
  ];
  const dy = draw.normal(q.length);
  const [wide, narrow] = [heads * headSize, kvHeads * headSize];
  const given = {
    ...{
      q: floats(q, batch, queries, wide),
      k: floats(k, batch, keys, narrow),
      v: floats(v, batch, keys, narrow),
    },
    queries: known ? places(...asked) : ints([], 0, 0, 5),
    keys: known ? places(...there) : ints([], 0, 0, 5),
  };
  const attrs = { heads, kvHeads, headSize, rotaryBase, kinds, reaches: table.flat() };
  const expected = reference.attention(q, k, v, shape);
  const [o, lse] = run("Attention", given, attrs);
  agree("Attention o", o, expected.o, [batch, queries, wide], tolerance);
  agree("Attention lse", lse, expected.lse, [batch, heads, queries], tolerance, Math.max(1, expected.score));
  const [weights] = run(
    "AttentionWeights",
    { q: given.q, k: given.k, queries: given.queries, keys: given.keys },
    attrs,
  );
  const right = reference.attentionWeights(q, k, shape);
  agree("AttentionWeights", weights, right, [batch, heads, queries, keys], tolerance);
  const { dq, dk, dv, terms } = reference.attentionGrad(dy, q, k, v, shape);
  const kept = {
    o: floats(expected.o, batch, queries, wide),
    lse: floats(expected.lse, batch, heads, queries),
  };
  const gradients = run("AttentionGrad", { dy: floats(dy, batch, queries, wide), ...given, ...kept }, attrs);
  agree("AttentionGrad q", gradients[0], dq, [batch, queries, wide], tolerance, terms.dq);
  agree("AttentionGrad k", gradients[1], dk, [batch, keys, narrow], tolerance, terms.dk);
  agree("AttentionGrad v", gradients[2], dv, [batch, keys, narrow], tolerance);
  assert.ok(errorOf(o?.values ?? [], expected.o) <= tolerance);
}
