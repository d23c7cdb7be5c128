import assert from "node:assert/strict";
import { type Laboratory, laboratory } from "./session.ts";

describe("cells of a session", () => {
  let lab: Laboratory;
  before(async () => {
    lab = laboratory();
  });
  after(() => lab.close());

  it("give the value of their last expression, and nothing for a declaration", async () => {
    assert.equal(await lab.value("1 + 1"), 2);
    assert.equal(await lab.value("const quiet = 3;"), undefined);
    assert.equal(await lab.value(""), undefined);
    assert.equal(await lab.value("// only a comment"), undefined);
    assert.equal(await lab.value("quiet; // a comment after it"), 3);
  });

  it("await at their top, in expressions, loops and declarations", async () => {
    await lab.value("const awaited = await Promise.resolve(20);");
    assert.equal(await lab.value("awaited + (await Promise.resolve(22))"), 42);
    await lab.value(
      "async function* numbers() { yield 1; yield 2; }\nlet sum = 0;\nfor await (const n of numbers()) sum += n;",
    );
    assert.equal(await lab.value("sum"), 3);
  });

  it("declare a name anew, with another type, as often as one likes", async () => {
    await lab.value("const name = 1;");
    await lab.value('const name = "text";');
    assert.equal(await lab.value("name.toUpperCase()"), "TEXT");
    await lab.value("function name() { return [1, 2]; }");
    assert.deepEqual(await lab.value("name().length"), 2);
    await lab.value("class name { size = 3 }");
    assert.equal(await lab.value("new name().size"), 3);
    await lab.value("let name: number | undefined;");
    assert.equal(await lab.value("name ?? 5"), 5);
  });

  it("carry types, interfaces, enums, classes and generics to later cells", async () => {
    await lab.value(
      "interface Point { x: number; y?: number }\ntype Pair<T> = [T, T];\nenum Colour { Red, Green }\nclass Box<T> { constructor(readonly inside: T) {} }",
    );
    assert.deepEqual(await lab.value("const pair: Pair<Point> = [{ x: 1 }, { x: 2, y: 3 }]; pair[1].y"), 3);
    assert.equal(await lab.value("Colour.Green"), 1);
    assert.equal(await lab.value('new Box("a").inside.length'), 1);
    assert.equal((await lab.trouble("const wrong: Point = { x: 'no' };")).ename, "TypeScriptError");
    assert.match((await lab.trouble("new Box(1).inside.length")).evalue, /'length' does not exist/);
  });

  it("keep what inference found: a later cell knows the type that no one wrote", async () => {
    await lab.value('const table = { rows: [{ plan: "full", flops: 1 }] };');
    assert.match((await lab.trouble("table.rows[0].plans")).evalue, /Did you mean 'plan'\?/);
    await lab.value("const later = async () => ({ deep: [1, 2] as const });");
    assert.equal(await lab.value("(await later()).deep[1]"), 2);
  });

  it("share variables: functions of one cell see what another assigns, and the other way round", async () => {
    await lab.value("let k = 1; var old = 1; const count = () => ++k;");
    assert.equal(await lab.value("count(); k"), 2);
    assert.equal(await lab.value("k = 10; count()"), 11);
    assert.equal(await lab.value("k += 4; old++; k + old"), 17);
    assert.equal(await lab.value("count()"), 16);
    await lab.value("let [first, { second, ...rest }] = [1, { second: 2, third: 3 }];");
    assert.deepEqual(await lab.value("first = 5; ({ first, second, rest })"), {
      first: 5,
      second: 2,
      rest: { third: 3 },
    });
  });

  it("leave functions of an earlier cell their own variable when a later cell declares the name anew", async () => {
    await lab.value("let shadowed = 1; const earlier = () => shadowed++;");
    await lab.value('let shadowed = "new";');
    assert.equal(await lab.value("earlier(); earlier()"), 2);
    assert.equal(await lab.value("shadowed"), "new");
  });

  it("can shadow what the prelude brings", async () => {
    await lab.value("const plot = 3; const from = 'here';");
    assert.equal(await lab.value("plot + from.length"), 7);
  });

  it("keep the names that a failed cell had given values to, and lose none of the earlier ones", async () => {
    await lab.value("const before = 1;");
    await lab.trouble("const half = 2; throw new Error('on purpose');");
    assert.equal(await lab.value("before + half"), 3);
    await lab.trouble("const before: number = 'no';");
    assert.equal(await lab.value("before"), 1);
  });

  it("run one at a time, in the one global context", async () => {
    const running = lab.run("await new Promise((r) => setTimeout(r, 30)); [] instanceof Array");
    await assert.rejects(lab.run("1"), /a cell is running already/);
    const outcome = await running;
    assert.ok(outcome.status === "ok" && outcome.value === true);
    assert.equal(await lab.value("Array"), Array);
    assert.equal(await lab.value("globalThis === global"), true);
  });

  it("evaluate an expression without a trace in the session", async () => {
    await lab.value("const seen = 4;");
    const outcome = await lab.session.evaluate("seen * 2");
    assert.ok(outcome.status === "ok" && outcome.bundle?.data["text/plain"] === "8");
    const failed = await lab.session.evaluate("unseen");
    assert.equal(failed.status, "error");
  });

  it("are whole texts of TypeScript: decorators, generators, private fields, regular expressions, templates", async () => {
    const code = [
      "class Counter { #n = 0; get n() { return this.#n; } step() { this.#n++; return this; } static make = () => new Counter(); }",
      "function* up(to: number) { for (let i = 0; i < to; i++) yield i; }",
      "label: for (const a of up(3)) { for (const b of up(3)) { if (b === 1) continue label; if (a === 2) break label; } }",
      "const text = `a$".concat("{[...up(2)].map((n) => `<$", "{n}>`).join('')}`.replace(/<(\\d)>/g, '$1');"),
      "text + Counter.make().step().step().n",
    ].join("\n");
    assert.equal(await lab.value(code), "a012");
  });
});
