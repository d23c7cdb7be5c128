import assert from "node:assert/strict";
import fc from "fast-check";
import { type Laboratory, laboratory } from "./session.ts";

describe("laws of a session's cells", () => {
  let lab: Laboratory;
  before(() => {
    lab = laboratory();
  });
  after(() => lab.close());

  const name = fc.constantFrom("a", "b", "list", "kind", "cost", "tf2");
  const value = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
    fc.string({ unit: "grapheme" }),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.record({ x: fc.integer(), y: fc.string() }, { noNullPrototype: true }),
  );
  const keyword = fc.constantFrom("const", "let", "var");
  /** A declaration, an assignment by a later cell, or a function that reads. */
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ act: fc.constant("declare" as const), keyword, name, value }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant("assign" as const), name, value: fc.integer() }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant("fail" as const), name }) },
  );

  it("what was declared or assigned last is what every later cell reads, whatever the order and the types", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const known = new Map<string, { value: unknown; assignable: boolean }>();
        for (const one of steps) {
          if (one.act === "declare") {
            await lab.value(`${one.keyword} ${one.name} = ${JSON.stringify(one.value)};`);
            known.set(one.name, {
              value: one.value,
              assignable: one.keyword !== "const" && typeof one.value === "number",
            });
          } else if (one.act === "assign") {
            if (!known.get(one.name)?.assignable) continue;
            await lab.value(`${one.name} = ${one.value};`);
            known.set(one.name, { value: one.value, assignable: true });
          } else {
            // A cell that the compiler refuses declares nothing.
            await lab.trouble(`const ${one.name}: number = "not a number";`);
          }
          for (const [variable, { value: expected }] of known)
            assert.deepEqual(await lab.value(`${variable};`), expected);
        }
      }),
      { numRuns: 6 },
    );
  });

  it("any text at all is run or refused, and the session goes on", async () => {
    const pieces = fc.constantFrom(
      "const",
      "a",
      "=",
      "1",
      "(",
      ")",
      "{",
      "}",
      "await",
      "\n",
      ";",
      "`",
      "'",
      "=>",
      "import",
      "export",
      "class",
      "*",
      "/",
      "</",
      "0x",
      "😀",
      "\\",
      ".",
      "...",
      "function",
      "return",
      "break",
      "yield",
      "$cell",
      "exports",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async (parts) => {
        const outcome = await lab.run(parts.join(" "));
        if (outcome.status === "error") assert.ok(outcome.trouble.traceback.length > 0);
        assert.equal(await lab.value("40 + 2"), 42);
      }),
      { numRuns: 60 },
    );
  });

  it("a place in a traceback is the place of what was thrown, wherever it stands", async () => {
    const filler = fc.constantFrom(
      "",
      "// a comment",
      "const x = [1, 2].map((n) => n * 2);",
      "interface I { a: number }",
      "  ",
      "type T = string;",
      "for (const i of [1]) { i; }",
      "`a\n b`;",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(filler, { maxLength: 6 }), fc.nat(8), async (lines, indent) => {
        const before = lines
          .map((line, at) => line.replace(/\bx\b/, `x${at}`).replace(/\b([IT])\b/, `$1${at}`))
          .join("\n");
        const code = `${before}${lines.length > 0 ? "\n" : ""}${" ".repeat(indent)}throw new Error("here");\n// after`;
        const line = code.slice(0, code.indexOf("throw new")).split("\n").length;
        const { traceback } = await lab.trouble(code, { name: "In [1]" });
        assert.equal(traceback[0], `In [1], line ${line}`);
        assert.ok(
          traceback.some((one) => one.includes(`(In [1]:${line}:${indent + 7})`)),
          traceback.join("\n"),
        );
      }),
      { numRuns: 25 },
    );
  });
});
