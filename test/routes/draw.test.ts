import assert from "node:assert/strict";
import fc from "fast-check";
import { DOMParser } from "linkedom";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { toPng } from "../../src/plots/png.ts";
import { textWidth } from "../../src/plots/text.ts";
import { colorsOfKinds } from "../../src/plots/theme.ts";
import { rehearse } from "../../src/routes/draw/rehearsal.ts";
import { widthOf } from "../../src/routes/draw/svg.ts";
import { drawPlan, drawRoute } from "../../src/routes/draw.ts";
import { downsample } from "../../src/routes/library/downsample.ts";
import { fastV } from "../../src/routes/library/fastV.ts";
import { full } from "../../src/routes/library/full.ts";
import { keepRanked } from "../../src/routes/library/keepRanked.ts";
import { learnedPooling } from "../../src/routes/library/learnedPooling.ts";
import { lightMlp } from "../../src/routes/library/lightMlp.ts";
import { maskAttention } from "../../src/routes/library/maskAttention.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../src/routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../../src/routes/library/pyramidDrop.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../../src/routes/library/skipAttentionAndFfn.ts";
import { skipFfn } from "../../src/routes/library/skipFfn.ts";
import { valueOut } from "../../src/routes/library/valueOut.ts";
import { visionZip } from "../../src/routes/library/visionZip.ts";
import { spawn } from "../../src/routes/opening.ts";
import { type Edits, from, type Plan, planOf } from "../../src/routes/plan.ts";
import { type Lane, type Reach, type Route, reaches, route } from "../../src/routes/route.ts";
import { type Kind, type Places, tokens } from "../../src/routes/stream.ts";
import { update } from "../../src/routes/update.ts";
import { sees } from "../../src/routes/visibility.ts";
import { prompt, tinyConfig } from "../support/tiny.ts";

/** Two sorts of proxies, an update that reads both, and every sort of lane. */
const custom = route("two sorts of proxies", {
  opens: spawn({
    coarse: downsample("vision", { factor: 4 }),
    learned: learnedPooling("vision", { queries: 3, positions: "block" }),
  }),
  lanes: {
    vision: {
      layer: update("gain of both", ({ vision, coarse, learned }, { spread }) => {
        const gains = tf.add(spread(coarse.after, "coarse"), spread(learned.before, "learned"));
        return tf.add(vision.before, gains);
      }),
    },
    coarse: { sees: { vision: "image", coarse: "image", text: "earlier" } },
    learned: { sees: { learned: "self", vision: "earlier" }, ffn: lightMlp({ ratio: 1 / 8 }) },
    newline: { sees: "keep" },
    text: { sees: ["vision", "newline", "text"], ffn: "keep" },
  },
});

const library: Readonly<Record<string, Route>> = {
  full: full(),
  maskAttention: maskAttention(),
  skipAttention: skipAttention(),
  "skipFfn, keep": skipFfn(),
  "skipFfn, lightMlp": skipFfn("vision", lightMlp({ ratio: 1 / 2 })),
  skipAttentionAndFfn: skipAttentionAndFfn(),
  "skipAttentionAndFfn, keep": skipAttentionAndFfn("vision", "keep"),
  proxyV: proxyV({ factor: 2 }),
  "proxyV, block": proxyV({ factor: 2, positions: "block" }),
  "proxyV, drawn": proxyV({ factor: 2, sees: "drawn" }),
  proxyVNonSpatial: proxyVNonSpatial({ queries: 3 }),
  "proxyVNonSpatial, drawn, block": proxyVNonSpatial({ queries: 2, sees: "drawn", positions: "block" }),
  "two sorts of proxies": custom,
  "all vision leaves": route("text only", { lanes: { text: { sees: ["text"] } } }),
  "a drop of its own": route("drop", {
    opens: [keepRanked({ of: "vision", keep: 0.4 })],
    lanes: full().lanes,
  }),
};

const kinds = ["vision", "proxy", "newline", "text"] as const;
const reach = fc.constantFrom<Reach>("self", "earlier", "image");
const anySees = fc
  .subarray([...kinds], { minLength: 1 })
  .chain((seen) => fc.tuple(...seen.map((kind) => fc.tuple(fc.constant(kind), reach))))
  .map((entries) => Object.fromEntries(entries) as Record<Kind, Reach>);
const anyLane: fc.Arbitrary<Lane> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ sees: anySees }) },
  fc.record({ sees: anySees, ffn: fc.constantFrom("keep" as const, lightMlp({ ratio: 1 / 2 })) }),
  fc.record({ sees: fc.constantFrom("keep" as const, valueOut()) }),
  fc.record({ layer: fc.constantFrom("keep" as const, lightMlp({ ratio: 1 / 2 })) }),
);
const opens = spawn({ proxy: downsample("vision", { factor: 2, positions: "block" }) });
const anyRoute = fc
  .tuple(anyLane, anyLane, anyLane, anyLane)
  .map(([vision, proxy, newline, text]) => route("any", { opens, lanes: { vision, proxy, newline, text } }));

describe("who sees whom, drawn", () => {
  before(() => startEngine({ quiet: true }));

  for (const [name, one] of Object.entries(library))
    it(`${name}: a cell is coloured exactly where the rule of attention says yes`, () => {
      checkAgainstRule(one);
    });

  it("so for lanes of every sort", () => {
    fc.assert(fc.property(anyRoute, checkAgainstRule), { numRuns: 30 });
  });

  for (const [name, one] of Object.entries(library).filter(([name]) => name !== "a drop of its own"))
    it(`${name}: a cell is coloured exactly where a run of the model attends`, () => {
      checkAgainstRun(one);
    });

  it("so for lanes of every sort that run", () => {
    fc.assert(fc.property(anyRoute, checkAgainstRun), { numRuns: 15 });
  });

  it("is a triangle for the ordinary decoder", () => {
    const { tokens, seen } = matrixOf(drawRoute(full()));
    assert.equal(tokens.length, 15);
    const expected = tokens.flatMap((query, i) => tokens.slice(0, i + 1).map((key) => `${query} > ${key}`));
    assert.deepEqual([...seen].sort(), expected.sort());
  });

  it("shows vision tokens that see themselves and the text before as just that", () => {
    const { tokens, seen } = matrixOf(drawRoute(maskAttention()));
    for (const query of tokens.filter(isOf("vision"))) {
      const keys = tokens.filter((key) => seen.has(`${query} > ${key}`));
      assert.deepEqual(keys, [...tokens.filter(isOf("text")).slice(0, 2), query]);
    }
  });

  it("shows proxies that see no vision token as released, and all of their picture as drawn in the paper", () => {
    const share = (one: Route, pictures: number[]) => {
      const { tokens, seen } = matrixOf(drawRoute(one, { pictures }));
      const [proxies, vision] = [tokens.filter(isOf("proxy")), tokens.filter(isOf("vision"))];
      const pairs = proxies.flatMap((query) => vision.map((key) => `${query} > ${key}`));
      return pairs.filter((pair) => seen.has(pair)).length / pairs.length;
    };
    assert.equal(share(proxyV(), [2]), 0);
    assert.equal(share(proxyV({ sees: "drawn" }), [2]), 1);
    assert.equal(share(proxyV({ sees: "drawn" }), [1, 1]), 1 / 2);
  });

  it("has no coloured cell in the rows of a lane without attention", () => {
    for (const one of [
      skipAttention(),
      skipAttentionAndFfn(),
      skipAttentionAndFfn("vision", "keep"),
      proxyV(),
    ]) {
      const { tokens, seen } = matrixOf(drawRoute(one));
      assert.ok(tokens.some(isOf("vision")));
      assert.deepEqual(
        [...seen].filter((pair) => pair.startsWith("vision ")),
        [],
      );
      assert.ok([...seen].some((pair) => pair.startsWith("text ")));
    }
  });
});

describe("a drawn route", () => {
  before(() => startEngine({ quiet: true }));

  it("is another picture once a lane is another", () => {
    fc.assert(
      fc.property(anyRoute, fc.constantFrom(...kinds), anyLane, (one, kind, lane) => {
        fc.pre(meaning(one.lanes[kind] as Lane) !== meaning(lane));
        const other = { ...one, lanes: { ...one.lanes, [kind]: lane } };
        assert.notEqual(drawRoute(other, { grid: 4 }), drawRoute(one, { grid: 4 }));
      }),
      { numRuns: 30 },
    );
  });

  it("is the same from the same route, and leaves engine and tensors as they were", () => {
    const [engine, count] = [tf.getBackend(), tf.memory().numTensors];
    assert.equal(drawRoute(proxyVNonSpatial()), drawRoute(proxyVNonSpatial()));
    assert.throws(() => drawRoute(proxyV({ factor: 5 }), { grid: 24 }), /factor 5 does not divide/);
    assert.deepEqual([tf.getBackend(), tf.memory().numTensors], [engine, count]);
  });

  it("is well-formed, with no text cut off and none across another", () => {
    for (const one of Object.values(library)) checkSheet(drawRoute(one, { grid: 4 }));
  });

  it("shows from where an update takes what it adds", () => {
    assert.deepEqual(readsOf(drawRoute(proxyV())), ["vision reads proxy after"]);
    assert.deepEqual(readsOf(drawRoute(custom)), [
      "vision reads coarse after",
      "vision reads learned before",
    ]);
    assert.deepEqual(readsOf(drawRoute(skipAttentionAndFfn())), []);
  });

  it("shows it whatever the update's size, and if the update fails on the way", () => {
    const broken = update("broken", ({ text, newline }) => {
      assert.ok(text?.after);
      throw new Error(`before ${newline} was read`);
    });
    const lanes = { ...full().lanes, vision: { layer: broken } };
    assert.deepEqual(readsOf(drawRoute(route("broken", { lanes }))), ["vision reads text after"]);
    for (const ratio of [1 / 3, 0.15, 1 / 64]) {
      assert.deepEqual(readsOf(drawRoute(proxyV({ ratio }))), ["vision reads proxy after"]);
    }
  });

  it("strikes what is skipped and names what stands there", () => {
    const struck = (one: Route) =>
      elements(drawRoute(one), "text")
        .filter((mark) => mark.getAttribute("text-decoration") === "line-through")
        .map(textOf)
        .sort();
    assert.deepEqual(struck(full()), []);
    assert.deepEqual(struck(skipAttention()), ["attention"]);
    assert.deepEqual(struck(skipFfn()), ["FFN"]);
    assert.deepEqual(struck(proxyV()), ["FFN", "attention"]);
    assert.ok(wordsOf(drawRoute(skipAttention())).includes("valueOut"));
    assert.ok(wordsOf(drawRoute(skipFfn())).includes("kept"));
  });

  it("draws kinds that nothing in the route makes, for a plan's openings may", () => {
    const words = wordsOf(drawRoute(route("behind others", { lanes: proxyV().lanes })));
    assert.ok(words.includes("not made here"));
    assert.ok(!wordsOf(drawRoute(proxyV())).includes("not made here"));
  });

  it("says which kinds leave", () => {
    const words = wordsOf(drawRoute(route("text only", { lanes: { text: { sees: ["text"] } } })));
    assert.equal(words.filter((word) => word === "no lane: leaves").length, 2);
  });

  it("takes the grid on which its openings work", () => {
    assert.ok(wordsOf(drawRoute(proxyV({ factor: 5 }))).includes("16 a crop"));
    assert.ok(wordsOf(drawRoute(proxyV({ factor: 7 }), { grid: 14 })).includes("4 a crop"));
  });

  it("takes the figures' colours, or others", () => {
    const fills = (svg: string) => new Set(elements(svg, ".token").map((mark) => mark.getAttribute("fill")));
    const drawn = ["vision", "coarse", "learned", "newline", "text"];
    assert.deepEqual([...fills(drawRoute(custom))].sort(), [...colorsOfKinds(drawn).values()].sort());
    assert.ok(fills(drawRoute(custom, { colors: { coarse: "#123456" } })).has("#123456"));
  });

  it("keeps names that are not meant well as words", () => {
    const script = `<script>alert("1")</script>&amp;'\u0007 ]]>`;
    const long = "mmmm漢字\ud800\u202eWWWW".repeat(9);
    const svg = drawRoute(hostile(script, long), { grid: 4, colors: { newline: `"/><script>` } });
    assert.ok(!svg.includes("<script"));
    assert.deepEqual(
      ["\u0007", "\u202e", "\ud800"].filter((character) => svg.includes(character)),
      [],
    );
    assert.ok(wordsOf(svg).some((word) => word.startsWith('<script>alert("1")</script>&amp;\'')));
    checkSheet(svg);
    checkSheet(drawPlan(planOf(6, full(), from(2, hostile(script, long))), { grid: 4 }));
  });

  it("stays well-formed whatever kinds, updates and openings are called", () => {
    const name = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, name, (kind, long) => {
        fc.pre(![kind, long].some((one) => kinds.includes(one as "text") || one in {}) && kind !== long);
        toPng(drawRoute(hostile(kind, long), { grid: 4 }), { scale: 0.1 });
      }),
      { numRuns: 25 },
    );
  });

  it("refuses a prompt that cannot be, and names that nobody registered", () => {
    assert.throws(() => drawRoute(full(), { pictures: [] }), /pictures \[\]: expected the crops of each/);
    assert.throws(() => drawRoute(full(), { pictures: [1.5] }), /pictures \[1.5\]/);
    assert.throws(() => drawRoute(full(), { grid: 0 }), /grid 0/);
    const unknown = { update: "nobody's", options: {} };
    assert.throws(
      () => drawRoute(route("unknown", { lanes: { ...full().lanes, vision: { layer: unknown } } })),
      /unknown update "nobody's"/,
    );
  });
});

describe("a drawn plan", () => {
  before(() => startEngine({ quiet: true }));

  const plans: Readonly<Record<string, Plan>> = {
    full: planOf(32, full()),
    fastV: planOf(32, full(), fastV()),
    pyramidDrop: planOf(32, full(), pyramidDrop()),
    proxyV: planOf(32, full(), from(12, proxyV())),
    "visionZip and proxies": planOf(32, full(), visionZip(), from(12, proxyVNonSpatial())),
    "drops before neighbouring layers": planOf(
      8,
      full(),
      fastV({ layer: 5 }),
      fastV({ layer: 6 }),
      fastV({ layer: 7 }),
    ),
    "everything before layer 0": planOf(
      24,
      full(),
      visionZip(),
      from(0, proxyVNonSpatial()),
      fastV({ layer: 8 }),
    ),
    alternating: planOf(32, full(), alternating(16)),
    many: planOf(9, full(), from(1, skipAttention()), from(2, custom), from(4, full()), from(6, skipFfn())),
  };

  for (const [name, plan] of Object.entries(plans))
    it(`${name}: is well-formed, with no text cut off and none across another`, () => {
      checkSheet(drawPlan(plan));
    });

  it("says what openings do to the tokens of the paper's prompt", () => {
    const words = (plan: string) => wordsOf(drawPlan(plans[plan] as Plan));
    assert.ok(words("fastV").includes("2,880 → 1,440 vision"));
    assert.ok(words("pyramidDrop").includes("720 → 360 vision"));
    assert.ok(words("proxyV").includes("+ 180 proxy"));
    assert.ok(words("visionZip and proxies").includes("2,880 → 2,000 vision"));
    assert.ok(words("visionZip and proxies").includes("400 a crop"));
  });

  it("shows the tokens of another prompt on demand", () => {
    const words = wordsOf(drawPlan(plans.fastV as Plan, { crops: 1, text: 7, grid: 4 }));
    assert.ok(words.includes("16 → 8 vision"));
    assert.ok(words.includes("7"));
  });

  it("draws each route once, with its layers", () => {
    const words = wordsOf(drawPlan(plans.many as Plan));
    assert.ok(words.includes("layers 0 and 4 to 5"));
    assert.equal(words.filter((word) => word === "Who (row) sees whom (column)").length, 4);
  });

  it("shows ribbons paler the less their tokens go through", () => {
    const strengths = (plan: Plan) =>
      elements(drawPlan(plan, { grid: 4, colors: { vision: "#111111" } }), ".ribbon")
        .filter((mark) => mark.getAttribute("fill") === "#111111")
        .map((mark) => Number(mark.getAttribute("fill-opacity")));
    const [whole, half, none] = strengths(
      planOf(6, full(), from(2, skipFfn()), from(4, skipAttentionAndFfn())),
    );
    assert.ok((whole as number) > (half as number) && (half as number) > (none as number));
    assert.equal(strengths(planOf(6, full())).length, 1);
  });

  it("lets the guidance of proxies come from those that are there", () => {
    const again = planOf(8, full(), from(1, custom), from(3, full()), from(5, proxyV({ factor: 2 })));
    assert.ok(readsOf(drawPlan(again, { grid: 4 })).includes("vision reads proxy after"));
  });

  it("refuses a plan that cannot run", () => {
    const { lanes } = proxyV();
    const plan: Plan = { encoder: [], layers: [{ before: [], route: route("lost", { lanes }) }] };
    assert.throws(() => drawPlan(plan), /layer 0: route "lost" needs proxy tokens/);
    assert.throws(
      () => drawPlan(plans.full as Plan, { text: 0 }),
      /text 0: expected a whole number from 1 on/,
    );
  });
});

describe("the width of a text as drawings reckon it", () => {
  it("is never less than it is", () => {
    const written = fc.tuple(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("plain" as const, "bold" as const),
    );
    fc.assert(
      fc.property(written, ([text, weight]) => {
        fc.pre(/^[ -~]*$/.test(text));
        const [reckoned, real] = [
          widthOf(text, 12, weight),
          textWidth(text.replace(/\s+/g, " "), 12, weight),
        ];
        assert.ok(reckoned >= real - 1e-9 && reckoned <= 1.05 * real + 1, `${text}: ${reckoned} for ${real}`);
      }),
    );
  });
});

/** Names that would break a careless picture, on a route with every sort of thing that has a name. */
function hostile(kind: Kind, long: Kind): Route {
  const reading = (views: object, names: readonly Kind[]) => {
    for (const name of names) assert.ok((views as Record<Kind, { after: tf.Tensor3D }>)[name]?.after);
  };
  return route(kind, {
    options: { [kind]: long },
    opens: spawn({
      [kind]: downsample("vision", { factor: 2 }),
      [long]: learnedPooling("vision", { queries: 3 }),
    }),
    lanes: {
      vision: {
        sees: { vision: "self", [kind]: "image" },
        ffn: update(kind, (views, { state }) => {
          reading(views, [kind, long, "text"]);
          return state;
        }),
      },
      [kind]: { sees: valueOut(), ffn: "keep" },
      [long]: {
        layer: update(long, (views, { state }) => {
          reading(views, [kind, "vision"]);
          return state;
        }),
      },
      newline: { sees: [] },
      text: { sees: ["vision", "newline", "text", kind, long] },
    },
  });
}

function alternating(count: number): Edits {
  return Array.from({ length: count }, (_, i) => [from(2 * i, skipAttention()), from(2 * i + 1, full())]);
}

/** A lane whatever the order in which it names kinds. */
const meaning = (lane: Lane): string =>
  JSON.stringify([
    Object.entries(reaches(lane) ?? {}).sort(),
    { ...lane, ...(reaches(lane) && { sees: 0 }) },
  ]);

/** The tokens of a drawing in order, and every pair of them whose cell is coloured. */
function matrixOf(svg: string): { tokens: string[]; seen: Set<string> } {
  const attribute = (mark: Mark, name: string) => mark.getAttribute(name) ?? assert.fail(`no ${name}`);
  const tokens = elements(svg, ".token").map((mark) => attribute(mark, "data-token"));
  const cells = elements(svg, ".seen");
  const seen = new Set(
    cells.map((cell) => `${attribute(cell, "data-query")} > ${attribute(cell, "data-key")}`),
  );
  assert.equal(seen.size, cells.length, "a cell is drawn twice");
  return { tokens, seen };
}

const isOf = (kind: Kind) => (token: string) => token.startsWith(`${kind} `);
const kindOf = (token: string): Kind => token.slice(0, token.lastIndexOf(" "));
const indexOf = (token: string): number => Number(token.slice(token.lastIndexOf(" ") + 1));

/** Compares coloured cells with the rule on the tokens that the drawing's own prompt has. */
function checkAgainstRule(one: Route): void {
  const drawn = { text: [2, 3], pictures: [2], grid: 4 } as const;
  const { layers } = rehearse({ encoder: [], layers: [{ before: one.opens, route: one }] }, drawn);
  const party = (token: string) => ({
    kind: kindOf(token),
    places: layers[0]?.inside[kindOf(token)] as Places,
  });
  compare(one, (query, key) => {
    const rule = reaches(one.lanes[kindOf(query)] as Lane)?.[kindOf(key)];
    return sees(rule, party(query), indexOf(query), party(key), indexOf(key));
  });
}

/** Compares coloured cells with the attention weights of a model that runs the same prompt. */
function checkAgainstRun(one: Route): void {
  const lmm = LMM.random(tinyConfig(), 4, from(0, one));
  const weights = new Map<Kind, { shape: number[]; values: ArrayLike<number> }>();
  const hear = (_: object, path: string) => (x: tf.Tensor) => {
    const kind = /^layers\.0\.attention\.weights\.(.*)$/.exec(path)?.[1];
    if (kind !== undefined) weights.set(kind, { shape: x.shape, values: x.dataSync() });
  };
  const places: Record<Kind, Places> = {};
  tf.tidy(() => {
    const taps = { observe: new Proxy({}, { get: hear as never }) };
    const { streams } = lmm.prefill([prompt({ before: 2, crops: 2, after: 3 })], { taps });
    for (const stream of Object.values(streams.byKind)) places[stream.kind] = stream.places;
  });
  lmm.dispose();
  compare(one, (query, key) => {
    const { shape, values } = weights.get(kindOf(query)) ?? { shape: [], values: [] };
    const [, , , columns] = shape;
    const start = keyStart(one, places, kindOf(query), kindOf(key));
    if (columns === undefined || start === undefined) return false;
    return (values[indexOf(query) * columns + start + indexOf(key)] as number) > 0;
  });
}

/** Where the keys of a kind begin among those that queries of another attend to; kinds of which nothing is seen are left out. */
function keyStart(one: Route, places: Record<Kind, Places>, query: Kind, key: Kind): number | undefined {
  const rules = reaches(one.lanes[query] as Lane) ?? {};
  const party = (kind: Kind) => ({ kind, places: places[kind] as Places });
  const all = (kind: Kind) => Array.from({ length: tokens(places[kind] as Places) }, (_, i) => i);
  const seen = Object.keys(rules).filter((kind) =>
    all(query).some((i) => all(kind).some((j) => sees(rules[kind], party(query), i, party(kind), j))),
  );
  if (!seen.includes(key)) return undefined;
  return seen.slice(0, seen.indexOf(key)).reduce((sum, kind) => sum + all(kind).length, 0);
}

function compare(one: Route, expected: (query: string, key: string) => boolean): void {
  const { tokens, seen } = matrixOf(drawRoute(one, { grid: 4 }));
  assert.deepEqual(new Set(tokens.map(kindOf)), new Set(Object.keys(one.lanes)));
  for (const query of tokens)
    for (const key of tokens) {
      const pair = `${query} > ${key}`;
      assert.equal(seen.has(pair), expected(query, key), `${pair} in ${JSON.stringify(one.lanes)}`);
    }
}

interface Mark {
  readonly tagName: string;
  readonly parentNode: Mark | null;
  readonly childNodes: Iterable<{ nodeType: number; textContent: string }>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Mark>;
}

const root = (svg: string): Mark =>
  new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as Mark;
const elements = (svg: string, selector: string): Mark[] => [...root(svg).querySelectorAll(selector)];

/** What a text element shows, without the title for the pointer. */
const textOf = ({ childNodes }: Mark): string =>
  [...childNodes].map(({ nodeType, textContent }) => (nodeType === 3 ? textContent : "")).join("");
const wordsOf = (svg: string): string[] => elements(svg, "text").map(textOf);

const readsOf = (svg: string): string[] =>
  elements(svg, ".reads").map((mark) => {
    const [kind, from, when] = ["data-kind", "data-from", "data-when"].map((name) => mark.getAttribute(name));
    return `${kind} reads ${from} ${when}`;
  });

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A strict parser reads the sheet, every text lies on it, and none lies across another. */
function checkSheet(svg: string): void {
  toPng(svg, { scale: 0.1 });
  const sheet = root(svg);
  const [width, height] = ["width", "height"].map((name) => Number(sheet.getAttribute(name))) as [
    number,
    number,
  ];
  const boxes = [...sheet.querySelectorAll("text")].map(boxOf);
  for (const [i, a] of boxes.entries()) {
    const inside = a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= height;
    assert.ok(inside, `"${a.text}" is cut off`);
    const other = boxes.slice(0, i).find((b) => touch(a, b));
    assert.equal(other?.text, undefined, `"${a.text}" lies across "${other?.text}"`);
  }
}

const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxOf(mark: Mark): Box {
  const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(mark.getAttribute(name))) as [
    number,
    number,
    number,
  ];
  const text = textOf(mark);
  const width = textWidth(text, size, mark.getAttribute("font-weight") === "bold" ? "bold" : "plain");
  const before = width * ({ middle: 0.5, end: 1 }[mark.getAttribute("text-anchor") ?? ""] ?? 0);
  const [above, below] = [0.76 * size, 0.1 * size];
  let [left, top] = [0, 0];
  for (let node = mark.parentNode; node?.getAttribute?.("transform"); node = node.parentNode) {
    const [dx, dy] = (
      /^translate\((\S+) (\S+)\)$/.exec(node.getAttribute("transform") ?? "") ?? assert.fail()
    )
      .slice(1)
      .map(Number);
    left += dx as number;
    top += dy as number;
  }
  const box = mark.getAttribute("transform")
    ? { left: x - above, right: x + below, top: y - width, bottom: y }
    : { left: x - before, right: x - before + width, top: y - above, bottom: y + below };
  return {
    text,
    left: box.left + left,
    right: box.right + left,
    top: box.top + top,
    bottom: box.bottom + top,
  };
}
