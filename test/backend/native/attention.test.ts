import assert from "node:assert/strict";
import fc from "fast-check";
import * as reference from "../../support/float64.ts";
import { agree, Draw, floats, type Given, holds, ints, run, sizes } from "./kernels.ts";
import { onFusedOperations, rounds } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

type Shape = Omit<reference.AttentionShape, "queryPlaces" | "keyPlaces" | "reaches"> & {
  /** 0: everything is visible. */
  readonly kinds: number;
  /** How the tokens lie: one kind after the other, kinds at random, or queries that follow the keys. */
  readonly layout: "runs" | "mixed" | "decoding";
  /** Which keys are there. */
  readonly present: "all" | "some" | "first" | "none";
  /** The standard deviation of q; the scores grow with it. */
  readonly scale: number;
};

const usual: Shape = {
  ...{ batch: 1, queries: 4, keys: 4, heads: 1, kvHeads: 1, headSize: 16, rotaryBase: 10_000 },
  ...{ kinds: 2, layout: "runs", present: "all", scale: 1 },
};

const shapes: fc.Arbitrary<Shape> = fc
  .record({
    ...{ batch: fc.integer({ min: 1, max: 2 }), queries: sizes(70), keys: sizes(97) },
    ...{ kvHeads: fc.integer({ min: 1, max: 2 }), group: fc.integer({ min: 1, max: 3 }) },
    headSize: fc.constantFrom(16, 24, 32, 40, 64, 80, 96, 128),
    rotaryBase: fc.constantFrom(0, 100, 10_000),
    kinds: fc.integer({ min: 0, max: 4 }),
    layout: fc.constantFrom("runs" as const, "mixed" as const, "decoding" as const),
    present: fc.constantFrom("all" as const, "some" as const, "first" as const, "none" as const),
    scale: fc.constantFrom(1, 1, 0.01, 30),
  })
  .map(({ group, kinds, rotaryBase, ...rest }) => ({
    ...{ ...rest, kinds, heads: group * rest.kvHeads },
    rotaryBase: kinds === 0 ? 0 : rotaryBase, // rotation needs places
  }));

/** Places and reaches at random. */
function sightOf(shape: Shape, draw: Draw): Partial<reference.AttentionShape> {
  const { batch, queries, keys, kinds, layout, present } = shape;
  if (kinds === 0) return {};
  const placesOf = (tokens: number, first: number, here: Shape["present"]): reference.Place[] => {
    const left = draw.whole(tokens + 1);
    let kind = draw.whole(kinds);
    let image = draw.whole(4) - 1;
    return Array.from({ length: tokens }, (_, t) => {
      if (layout === "mixed" || draw.whole(40) === 0) [kind, image] = [draw.whole(kinds), draw.whole(4) - 1];
      return {
        ...{ kind, image, index: layout === "mixed" ? draw.whole(tokens) : t },
        position: layout === "mixed" ? draw.whole(3 * tokens) : first + t,
        present: { all: true, some: draw.whole(4) > 0, first: t < left, none: false }[here],
      };
    });
  };
  const each = (tokens: number, first: number, here: Shape["present"]) =>
    Array.from({ length: batch }, () => placesOf(tokens, first, here));
  return {
    queryPlaces: each(queries, layout === "decoding" ? 3000 + keys - queries : 0, "all"),
    keyPlaces: each(keys, layout === "decoding" ? 3000 : 0, present),
    reaches: Array.from({ length: kinds }, () =>
      Array.from({ length: kinds }, () => [2, 2, 1, 3, 0][draw.whole(5)] as number),
    ),
  };
}

const columns = (places: reference.AttentionShape["queryPlaces"], batch: number, tokens: number): Given =>
  places
    ? ints(
        places.flat().flatMap((at) => [at.position, at.kind, at.index, at.image, at.present ? 1 : 0]),
        ...[batch, tokens, 5],
      )
    : ints([], 0, 0, 5);

/** The kernels' inputs and attributes. */
function call(q: reference.Values, k: reference.Values, shape: reference.AttentionShape) {
  const { batch, queries, keys, heads, kvHeads, headSize, rotaryBase, reaches = [] } = shape;
  return {
    given: {
      ...{ q: floats(q, batch, queries, heads * headSize), k: floats(k, batch, keys, kvHeads * headSize) },
      queries: columns(shape.queryPlaces, batch, queries),
      keys: columns(shape.keyPlaces, batch, keys),
    },
    attrs: { heads, kvHeads, headSize, rotaryBase, kinds: reaches.length, reaches: reaches.flat() },
  };
}

/** All three kernels against the reference; gives what they gave. */
function claim(form: Shape, draw: Draw, sight = sightOf(form, draw)) {
  const { batch, queries, keys, heads, kvHeads, headSize, scale } = form;
  const shape: reference.AttentionShape = { ...form, ...sight };
  const of = (tokens: number, some: number) => batch * tokens * some * headSize;
  const [q, dO] = [draw.normal(of(queries, heads), scale), draw.normal(of(queries, heads))];
  const [k, v] = [draw.normal(of(keys, kvHeads)), draw.normal(of(keys, kvHeads))];
  const { given, attrs } = call(q, k, shape);
  const V = floats(v, batch, keys, kvHeads * headSize);
  const queryShape = [batch, queries, heads * headSize];
  const keyShape = [batch, keys, kvHeads * headSize];

  const expected = reference.attention(q, k, v, shape);
  const growth = Math.max(1, expected.score / 10);
  const tolerance = (rounds() ? tolerances.rounded : tolerances.attention) * growth;
  const [o, lse] = run("Attention", { ...given, v: V }, attrs);
  agree("Attention o", o, expected.o, queryShape, tolerance);
  agree(
    "Attention lse",
    lse,
    expected.lse,
    [batch, heads, queries],
    rounds() ? tolerances.rounded : tolerances.elementwise,
    expected.score,
  );
  const [weights] = run("AttentionWeights", given, attrs);
  const rows = reference.attentionWeights(q, k, shape);
  agree("AttentionWeights", weights, rows, [batch, heads, queries, keys], tolerance);

  const gradient = reference.attentionGrad(dO, q, k, v, shape);
  const saved = {
    dy: floats(dO, ...queryShape),
    o: floats(expected.o, ...queryShape),
    lse: floats(expected.lse, batch, heads, queries),
  };
  const [dq, dk, dv] = run("AttentionGrad", { ...given, v: V, ...saved }, attrs);
  agree("AttentionGrad dq", dq, gradient.dq, queryShape, tolerance, gradient.terms.dq);
  agree("AttentionGrad dk", dk, gradient.dk, keyShape, tolerance, gradient.terms.dk);
  agree("AttentionGrad dv", dv, gradient.dv, keyShape, tolerance);
  return { o, weights, dq, dk, dv };
}

onFusedOperations("Attention against float64", () => {
  it("for any heads, tokens, kinds, reaches and images, and its gradients and weights", () => {
    holds(shapes, (form, draw) => void claim(form, draw), {
      runs: 90,
      also: [
        { ...usual, queries: 1, keys: 1, kinds: 1 },
        { ...usual, queries: 0 },
        { ...usual, keys: 0 },
        { ...usual, batch: 0 },
        { ...usual, headSize: 2, queries: 9 },
        { ...usual, headSize: 6, queries: 9 },
        { ...usual, headSize: 256, queries: 33, keys: 40 },
        { ...usual, headSize: 16, queries: 64, keys: 64, kinds: 0, rotaryBase: 0 },
      ],
    });
  });

  it("over more keys than one run holds, and more queries than one group", () => {
    const long: Shape = { ...usual, queries: 150, keys: 700, headSize: 16, heads: 2 };
    holds<Shape>(fc.constant(long), (form, draw) => void claim(form, draw), {
      runs: 1,
      also: [
        { ...long, layout: "mixed", present: "some" },
        { ...long, queries: 1, kinds: 1, layout: "decoding" },
      ],
    });
  });

  it("of one causal kind, as a decoder's", () => {
    const causal = (tokens: number) => [
      Array.from({ length: tokens }, (_, i) => ({
        ...{ position: i, kind: 0, index: i, image: -1, present: true },
      })),
    ];
    for (const tokens of [1, 31, 32, 33, 64, 100, 300]) {
      const sight = { queryPlaces: causal(tokens), keyPlaces: causal(tokens), reaches: [[2]] };
      const form = { ...usual, queries: tokens, keys: tokens, headSize: 24, heads: 2 };
      const { weights } = claim(form, new Draw(tokens), sight);
      assert.equal(weights?.values[0], 1, "the first token sees itself only");
    }
  });

  it("gives rows that see nothing exact zeros, and keys that nobody sees no gradient", () => {
    const places = (tokens: number, kindOf: (i: number) => number, present: (i: number) => boolean) => [
      Array.from({ length: tokens }, (_, i) => ({
        ...{ position: i, kind: kindOf(i), index: i, image: 0, present: present(i) },
      })),
    ];
    const tokens = 70;
    const blind = (i: number) => i % 5 === 0;
    const absent = (i: number) => i % 3 === 1 || i > 60;
    const sight = {
      queryPlaces: places(
        tokens,
        (i) => (blind(i) ? 1 : 0),
        () => true,
      ),
      keyPlaces: places(
        tokens,
        () => 0,
        (i) => !absent(i),
      ),
      reaches: [
        [3, 0],
        [0, 0],
      ],
    };
    const { o, dq, dk, dv } = claim(
      { ...usual, queries: tokens, keys: tokens, headSize: 40 },
      new Draw(1),
      sight,
    );
    const zero = (x: Float32Array, i: number) => x.subarray(40 * i, 40 * (i + 1)).every((one) => one === 0);
    for (let i = 0; i < tokens; i++) {
      assert.equal(zero(o?.values as Float32Array, i), blind(i), `o of query ${i}`);
      assert.equal(zero(dq?.values as Float32Array, i), blind(i), `dq of query ${i}`);
      assert.equal(zero(dk?.values as Float32Array, i), absent(i), `dk of key ${i}`);
      assert.equal(zero(dv?.values as Float32Array, i), absent(i), `dv of key ${i}`);
    }
  });

  it("gives the same whatever an absent key holds, as long as it is a number", () => {
    const draw = new Draw(5);
    const form = { ...usual, queries: 20, keys: 40, kinds: 1 };
    const sight = sightOf({ ...form, present: "some" }, draw);
    const shape: reference.AttentionShape = { ...form, ...sight, reaches: [[2]] };
    const [q, k, v] = [draw.normal(20 * 16), draw.normal(40 * 16), draw.normal(40 * 16)];
    const results = [0, 1e15].map((absent) => {
      const held = (x: reference.Values) =>
        x.map((one, i) => (shape.keyPlaces?.[0]?.[Math.floor(i / 16)]?.present ? one : absent));
      const { given, attrs } = call(q, held(k), shape);
      return run("Attention", { ...given, v: floats(held(v), 1, 40, 16) }, attrs);
    });
    assert.deepEqual(results[0], results[1]);
  });

  it("keeps a NaN in a query from the other queries", () => {
    const draw = new Draw(6);
    const shape: reference.AttentionShape = { ...usual, queries: 40, keys: 40, rotaryBase: 0 };
    const q = draw.normal(40 * 16);
    q[7 * 16 + 3] = Number.NaN;
    const { given, attrs } = call(q, draw.normal(40 * 16), shape);
    const [o] = run("Attention", { ...given, v: floats(draw.normal(40 * 16), 1, 40, 16) }, attrs);
    o?.values.forEach((one, i) => {
      assert.equal(Number.isNaN(one), Math.floor(i / 16) === 7, `element ${i}`);
    });
  });

  it("keeps a score that overflows from the other queries", () => {
    const draw = new Draw(9);
    const [queries, keys, size] = [32, 400, 16];
    const shape: reference.AttentionShape = { ...usual, queries, keys, rotaryBase: 0 };
    const [q, k, v] = [draw.normal(queries * size), draw.normal(keys * size), draw.normal(keys * size)];
    for (let d = 0; d < size; d++) k[d] = q[5 * size + d] = 1e30; // query 5 sees key 0 with a score beyond float32
    const row = (x: ArrayLike<number>, i: number) => Array.from(x).slice(i * size, (i + 1) * size);
    const { o: expected } = reference.attention(q, k, v, shape);
    const { given, attrs } = call(q, k, shape);
    const [o] = run("Attention", { ...given, v: floats(v, 1, keys, size) }, attrs);
    assert.ok(row(o?.values ?? [], 5).every(Number.isNaN));
    for (let i = 0; i < queries; i++)
      if (i !== 5) {
        const output = { values: Float32Array.from(row(o?.values ?? [], i)), shape: [size] };
        agree(
          `o of query ${i}`,
          output,
          row(expected, i),
          [size],
          rounds() ? tolerances.rounded : tolerances.attention,
        );
      }
  });

  it("turns far and negative positions as near ones: only their distance counts", () => {
    const draw = new Draw(8);
    const [q, k, v] = [draw.normal(3 * 16), draw.normal(3 * 16), draw.normal(3 * 16)];
    const at = (first: number) => {
      const places = [
        [0, 1, 2].map((i) => ({ position: first + i, kind: 0, index: i, image: -1, present: true })),
      ];
      const shape = {
        ...usual,
        queries: 3,
        keys: 3,
        rotaryBase: 100,
        queryPlaces: places,
        keyPlaces: places,
      };
      const { given, attrs } = call(q, k, { ...shape, reaches: [[2]] });
      return run("Attention", { ...given, v: floats(v, 1, 3, 16) }, attrs)[0]?.values as Float32Array;
    };
    const usually = rounds() ? tolerances.rounded : 1e-5;
    // The angle of a position p is rounded to float32, by up to p 2^-24.
    for (const first of [-50, 500, 600, 16_380, 20_000, 1_000_000])
      agree(
        "rotated far away",
        { values: at(first), shape: [48] },
        at(0),
        [48],
        usually + Math.abs(first) * 2 ** -22,
      );
  });
});
