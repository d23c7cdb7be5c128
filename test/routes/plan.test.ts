import assert from "node:assert/strict";
import fc from "fast-check";
import { UsageError } from "../../src/errors.ts";
import * as library from "../../src/routes/index.ts";
import {
  atEncoder,
  before,
  downsample,
  type Edits,
  from,
  full,
  keepRanked,
  type Lane,
  lightMlp,
  maskAttention,
  type Plan,
  planFromJson,
  planOf,
  planToCode,
  planToJson,
  proxyV,
  proxyVNonSpatial,
  route,
  skipAttention,
  skipAttentionAndFfn,
  skipFfn,
  visionZip,
} from "../../src/routes/index.ts";
import { edit } from "../../src/routes/plan.ts";
import { openings, routes } from "../support/library.ts";

const depth = 4;

/** Any edit that the library can write, for a model of `depth` layers. */
const edits: fc.Arbitrary<Edits> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: depth }), fc.constantFrom(...Object.values(routes)))
    .map(([k, make]) => make(k)),
  fc
    .tuple(fc.integer({ min: 1, max: depth - 1 }), fc.double({ min: 0.1, max: 1, noNaN: true }))
    .map(([k, keep]) => before(k, keepRanked({ of: "vision", keep }))),
  fc.constantFrom(...Object.values(openings)),
  fc.constant(visionZip({ dominant: 5, contextual: 1 })),
);

const made = (list: readonly Edits[]): Plan | undefined => {
  try {
    return planOf(depth, full(), ...list);
  } catch {
    return undefined; // the edits need tokens that an earlier one took away
  }
};

const plans = fc
  .array(edits, { maxLength: 5 })
  .filter((list) => made(list) !== undefined)
  .map((list) => made(list) as Plan);

const refused = (part: string | RegExp) => (error: Error) => {
  assert.ok(error instanceof UsageError, `${error.stack}`);
  if (typeof part === "string") assert.ok(error.message.includes(part), error.message);
  else assert.match(error.message, part);
  assert.ok(!error.message.includes("\n"), "one sentence");
  return true;
};

describe("a plan is data", () => {
  it("it comes back from JSON as it went in", () => {
    fc.assert(
      fc.property(plans, (plan) => assert.deepEqual(planFromJson(planToJson(plan)), plan)),
      { numRuns: 100 },
    );
  });

  it("the code it prints as makes the same plan again", () => {
    fc.assert(
      fc.property(plans, (plan) => assert.deepEqual(evaluate(planToCode(plan)), plan)),
      { numRuns: 200 },
    );
  });

  it("the code is what a researcher would write", () => {
    const code = (...list: Edits[]) => planToCode(planOf(depth, full(), ...list));
    assert.equal(code(), "");
    assert.equal(code(from(2, proxyV())), "from(2, proxyV())");
    assert.equal(code(from(1, skipAttention("newline"))), 'from(1, skipAttention("newline"))');
    const light = skipFfn("vision", lightMlp({ ratio: 1 / 2 }));
    const written = 'from(1, skipFfn("vision", { update: "lightMlp", options: { ratio: 0.5 } }))';
    assert.equal(code(from(1, light)), written);
    assert.equal(
      code(from(2, proxyV({ factor: 2, sees: "drawn" }))),
      'from(2, proxyV({ factor: 2, sees: "drawn" }))',
    );
    assert.equal(
      code(from(1, maskAttention()), from(3, full())),
      "from(1, maskAttention()),\nfrom(3, full())",
    );
  });

  it("edits leave the plan they were applied to as it was", () => {
    fc.assert(
      fc.property(plans, edits, (plan, more) => {
        const text = planToJson(plan);
        try {
          edit(plan, more);
        } catch (error) {
          assert.ok(error instanceof UsageError);
        }
        assert.equal(planToJson(plan), text);
      }),
      { numRuns: 50 },
    );
  });

  it("a later route takes the place of an earlier one, and of the proxies that it spawned", () => {
    const plan = planOf(depth, full(), from(1, proxyV()), from(2, full()));
    assert.deepEqual(
      plan.layers.map(({ route: { name } }) => name),
      ["full", "proxyV", "full", "full"],
    );
    assert.deepEqual(
      plan.layers.map(({ before: list }) => list.length),
      [0, 1, 0, 0],
    );
    assert.deepEqual(planOf(depth, full(), from(1, proxyV()), from(1, full())), planOf(depth, full()));
  });

  it("a drop stays where it was put when a route is put over it", () => {
    const plan = planOf(
      depth,
      full(),
      before(2, keepRanked({ of: "vision", keep: 0.5 })),
      from(1, maskAttention()),
    );
    assert.deepEqual(
      plan.layers.map(({ before: list }) => list.map(({ opening }) => opening)),
      [[], [], ["keepRanked"], []],
    );
  });
});

describe("a plan that cannot run is refused with a sentence that says why", () => {
  const text: Lane = { sees: ["text"] };
  const cases: [string, () => unknown, string | RegExp][] = [
    [
      "a kind that nothing has made",
      () => planOf(depth, full(), from(2, route("lost", { lanes: { text, proxy: text } }))),
      'layer 2: route "lost" needs proxy tokens, and nothing has made them; there are vision, newline, text',
    ],
    [
      "a lane that sees a kind nothing has made",
      () => planOf(depth, full(), from(1, route("lost", { lanes: { text: { sees: ["text", "thumb"] } } }))),
      /layer 1: route "lost", the lane of text, .*thumb/,
    ],
    [
      "a lane that sees a kind without a lane",
      () => planOf(depth, full(), from(0, route("blind", { lanes: { text: { sees: ["text", "vision"] } } }))),
      /layer 0: route "blind".*vision.*no lane/,
    ],
    [
      "a kind that has left",
      () => planOf(depth, full(), from(1, route("alone", { lanes: { text } })), from(2, full())),
      'layer 2: route "full" needs vision tokens, and nothing has made them; there are text',
    ],
    [
      "proxies of a kind that has left",
      () =>
        planOf(
          depth,
          full(),
          from(1, route("alone", { lanes: { text } })),
          before(2, downsample("vision")("proxy")),
        ),
      'layer 2: opening "downsample" needs vision tokens',
    ],
    [
      "a ranking before the first layer",
      () => planOf(depth, full(), before(0, keepRanked({ of: "vision", keep: 0.5 }))),
      /keepRanked.*layer 1 or later, not 0/,
    ],
    [
      "a ranking behind a layer in which text attends to nothing",
      () =>
        planOf(
          depth,
          full(),
          from(
            1,
            route("deaf", {
              lanes: { vision: { layer: "keep" }, newline: { layer: "keep" }, text: { layer: "keep" } },
            }),
          ),
          before(2, keepRanked({ of: "vision", keep: 0.5 })),
        ),
      /keepRanked.*layer 2.*text attends to nothing/,
    ],
    [
      "a start layer below the model",
      () => planOf(depth, full(), from(-1, proxyV())),
      'route "proxyV": start layer -1 is outside the model; it has 4 layers, use 0 to 4',
    ],
    [
      "a start layer above the model",
      () => planOf(depth, full(), from(5, proxyV())),
      'route "proxyV": start layer 5 is outside the model',
    ],
    ["a start layer between layers", () => planOf(depth, full(), from(1.5, proxyV())), "start layer 1.5"],
    [
      "an opening behind the last layer",
      () => planOf(depth, full(), before(4, keepRanked({ of: "vision", keep: 0.5 }))),
      'opening "keepRanked": layer 4 is outside the model; it has 4 layers, use 0 to 3',
    ],
    [
      "an opening of the encoder before a layer",
      () => planOf(depth, full(), before(1, { opening: "visionZip", options: {} })),
      'opening "visionZip" acts at the encoder, not before a layer',
    ],
    [
      "an opening of a layer at the encoder",
      () => planOf(depth, full(), atEncoder(keepRanked({ of: "vision", keep: 1 }))),
      'opening "keepRanked" acts before a layer, not at the encoder',
    ],
    [
      "an unknown opening",
      () => planOf(depth, full(), before(1, { opening: "downsampel", options: {} })),
      /unknown opening "downsampel".*downsample/,
    ],
    [
      "an unknown update",
      () =>
        planOf(depth, full(), from(1, skipAttentionAndFfn("vision", { update: "lightMpl", options: {} }))),
      /unknown update "lightMpl".*lightMlp/,
    ],
    [
      "an unknown option of a route",
      () => proxyV({ facto: 2 } as object),
      'route "proxyV" has no option "facto"; it has factor, sees, positions, ratio, start',
    ],
    ["an unknown option of an update", () => lightMlp({ rate: 2 } as object), 'no option "rate"'],
    ["a ratio that cannot be", () => lightMlp({ ratio: -1 }), "ratio -1"],
    [
      "proxies that see in an unknown way",
      () => proxyV({ sees: "all" as "drawn" }),
      'sees "all": use "released" or "drawn"',
    ],
    [
      "proxies at unknown positions",
      () => proxyV({ positions: "sideways" as "block" }),
      'positions "sideways": use "released" or "block"',
    ],
    ["an unknown start", () => proxyV({ start: "zero" }), 'start "zero": use "released" or "matched"'],
    ["queries that are no whole number", () => proxyVNonSpatial({ queries: 2.5 }), "queries 2.5"],
    ["an unknown kind", () => skipAttention("proxies"), /unknown kind "proxies"; use vision, newline, text/],
    [
      "an unknown route by name",
      () => library.editsByName("proxyW", depth, 1),
      /unknown route "proxyW"; did you mean proxyV\?/,
    ],
    [
      "a route without a lane for text",
      () => route("mute", { lanes: { vision: text } }),
      'route "mute": text needs a lane',
    ],
    [
      "a lane that says both",
      () => route("both", { lanes: { text: { sees: ["text"], layer: "keep" } as Lane } }),
      'route "both": the lane of text needs either "sees" or "layer"',
    ],
  ];
  for (const [what, make, sentence] of cases) {
    it(what, () => assert.throws(make, refused(sentence)));
  }
});

describe("a plan from JSON is checked before it is believed", () => {
  const cases: [string, string, string | RegExp][] = [
    ["no JSON", "{", "not a plan"],
    ["no plan", "[]", 'not a plan: expected { "encoder": [...], "layers": [...] }'],
    ["a layer without a route", '{"encoder":[],"layers":[{"before":[]}]}', "not a plan: layer 0"],
    ["a lane that is nothing", json({ vision: null }), /layer 0.*vision/],
    ["a lane that sees a number", json({ vision: { sees: 5 } }), /layer 0.*vision/],
    [
      "a lane with an unknown reach",
      json({ vision: { sees: { vision: "later" } } }),
      /layer 0.*vision.*"later".*self, earlier or image|"later"/,
    ],
    ["a lane with an unknown word for its layer", json({ vision: { layer: "skip" } }), /layer 0.*vision/],
    [
      "a lane with an unknown word for its FFN",
      json({ vision: { sees: ["text"], ffn: "skip" } }),
      /layer 0.*vision/,
    ],
    [
      "an unknown update",
      json({ vision: { layer: { update: "nobody's", options: {} } } }),
      'unknown update "nobody\'s"',
    ],
    ["an opening that is a number", '{"encoder":[3],"layers":[]}', "not a plan"],
  ];
  for (const [what, text, sentence] of cases) {
    it(what, () => assert.throws(() => planFromJson(text), refused(sentence)));
  }

  it("whatever stands in it, the error is a sentence", () => {
    const junk = fc.constantFrom<unknown>(null, 7, "x", [], {}, true, { update: 3 }, ["vision", 3]);
    fc.assert(
      fc.property(plans, fc.nat(), junk, (plan, place, value) => {
        const spoiled = spoil(JSON.parse(planToJson(plan)), place, value);
        try {
          planFromJson(JSON.stringify(spoiled));
        } catch (error) {
          assert.ok(error instanceof UsageError, `${(error as Error).stack}\n${JSON.stringify(spoiled)}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A plan of one layer whose route has these lanes besides text's. */
function json(lanes: object): string {
  const own = { name: "odd", options: {}, opens: [], lanes: { text: { sees: ["text"] }, ...lanes } };
  return JSON.stringify({ encoder: [], layers: [{ before: [], route: own }] });
}

/** The same tree with one of its places, counted in order, overwritten. */
function spoil(tree: unknown, place: number, value: unknown): unknown {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, inner] of Object.entries(node)) {
      if (name !== "options") places.push([node as Record<string, unknown>, name]);
      if (name !== "options") walk(inner);
    }
  };
  walk(tree);
  const [node, name] = places[place % places.length] as [Record<string, unknown>, string];
  node[name] = value;
  return tree;
}

/** What a cell that holds the printed code would make of it. */
function evaluate(code: string): Plan {
  const names = Object.entries(library);
  const list = new Function(...names.map(([name]) => name), `return [${code}]`);
  return planOf(depth, full(), ...(list(...names.map(([, value]) => value)) as Edits[]));
}
