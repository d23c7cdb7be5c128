import assert from "node:assert/strict";
import { table } from "arquero";
import { displayed } from "../../../kernel/display/custom.ts";
import { register } from "../../../kernel/display/registry.ts";
import { tf } from "../../../src/index.ts";
import { shown } from "./shown.ts";

describe("how plain values are shown", () => {
  it("as Node's prompt shows them, without colours, a circle as one", async () => {
    const circle: Record<string, unknown> = { x: 1 };
    circle.self = circle;
    assert.equal((await shown(circle)).text, "<ref *1> { x: 1, self: [Circular *1] }");
    assert.equal((await shown(new Map([["a", new Set([1])]]))).text, "Map(1) { 'a' => Set(1) { 1 } }");
    assert.match(
      (await shown(new Float32Array(1e6))).text,
      /^Float32Array\(1000000\) \[[\s\S]*999900 more items/,
    );
    assert.equal((await shown("text")).text, "'text'");
    assert.equal((await shown(null)).text, "null");
    assert.equal((await shown(12n)).text, "12n");
  });

  it("cut, with their size, when they are huge", async () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]));
    assert.match((await shown(keys)).text, /99,900 more keys/);
    assert.match((await shown(Array.from({ length: 1e6 }, () => 0))).text, /999900 more items/);
    const { text } = await shown("x".repeat(3_000_000));
    assert.ok(text.length < 110_000);
    assert.match(text.slice(-40), /\.\.\. 2901000 more characters$/);
  });

  it("as the error that they throw while being displayed; getters are left alone", async () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("do not look");
        },
      },
    );
    const throwing = {
      [Symbol.for("nodejs.util.inspect.custom")]() {
        throw new RangeError("no view");
      },
    };
    assert.match((await shown(hostile)).text, /do not look|\{\}/);
    assert.match((await shown(throwing)).text, /cannot be shown: RangeError: no view/);
    assert.equal(
      (
        await shown({
          get x() {
            throw new Error("called");
          },
        })
      ).text,
      "{ x: [Getter] }",
    );
  });

  it("with a word about each tensor inside, not its innards", async () => {
    const x = tf.zeros([2, 3]);
    assert.equal(
      (await shown({ x, list: [x] })).text,
      "{ x: Tensor [2, 3] float32, list: [ Tensor [2, 3] float32 ] }",
    );
    x.dispose();
  });

  it("as they say themselves, by a method or by a registered entry", async () => {
    const own = { [displayed]: () => ({ "text/plain": "own", "text/html": "<b>own</b>" }) };
    assert.equal((await shown(own)).html, "<b>own</b>");
    class Point {
      x = 1;
    }
    const remove = register(
      (value): value is Point => value instanceof Point,
      () => ({ "text/html": "<i>p</i>" }),
    );
    assert.deepEqual((await shown(new Point())).data, {
      "text/plain": "Point { x: 1 }",
      "text/html": "<i>p</i>",
    });
    remove();
    assert.equal((await shown(new Point())).html, "");
  });
});

describe("how errors are shown", () => {
  it("with name, message and stack, escaped in HTML", async () => {
    const { text, html } = await shown(new TypeError("<img onerror=1>", { cause: new Error("inner") }));
    assert.match(text, /^TypeError: <img onerror=1>[\s\S]*\[cause\]: Error: inner/);
    assert.match(html, /<b>TypeError<\/b>: &lt;img onerror=1&gt;/);
    assert.doesNotMatch(html, /<img/);
  });
});

describe("how tables of arquero are shown", () => {
  it("as HTML and text, in their order, without what they filter out, values escaped", async () => {
    const made = table({ n: [3, 1, 2], s: ["<b>", null, "c"] })
      .filter((d: { n: number }) => d.n !== 2)
      .orderby("n");
    const { text, html } = await shown(made);
    assert.equal(text, "n  s\n-  ---\n1\n3  <b>\n2 rows, 2 columns");
    assert.match(html, /<table>[\s\S]*&lt;b&gt;[\s\S]*<\/table>\n<p>2 rows, 2 columns<\/p>/);
    assert.doesNotMatch(html, /<b>/);
  });

  it("cut after 50 rows, with their size", async () => {
    const { text, html } = await shown(table({ n: Array.from({ length: 1000 }, (_, i) => i) }));
    assert.match(text, /1,000 rows, 1 column; shown: the first 50 rows$/);
    assert.equal(html.match(/<tr>/g)?.length, 51);
    assert.match((await shown(table({ n: [] }))).text, /0 rows, 1 column/);
  });
});
