import assert from "node:assert/strict";
import fc from "fast-check";
import { codeCells } from "../../../kernel/notebook/notebook.ts";
import { assignments, type Given, inject } from "../../../kernel/notebook/parameters.ts";
import { readNotebook } from "../../../kernel/notebook/read.ts";
import { run } from "../../../kernel/notebook/run.ts";
import { Session } from "../../../kernel/session/session.ts";
import { UsageError } from "../../../src/errors.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { code, file } from "./files.ts";

describe("parameters of a notebook", () => {
  const path = temporaryFolder();
  const declaration = [
    "let rate = 0.1; // the learning rate",
    "let count: number = 3;",
    'const name = "full";',
    "let on = true;",
    "let layers: number[] = [1, 2];",
    'let kind: "vision" | "text" = "vision";',
    "let big = 1n;",
    "let maybe: string | null = null;",
    "let options: { deep?: { list: string[] } } = {};",
    "let any: any;",
  ].join("\n");

  /** What a later cell sees of a parameter that is given as a text. */
  async function seen(name: string, text: string): Promise<string> {
    const cells = [
      code("1"),
      code(declaration, "parameters"),
      code(`console.log(JSON.stringify(${name}, (_, v) => typeof v === "bigint" ? v + "n" : v))`),
    ];
    const notebook = readNotebook(file(path("n.ipynb"), cells));
    await run(notebook, { folder: path("."), parameters: [{ name, text }] });
    const [, , injected, last] = codeCells(notebook);
    assert.deepEqual(injected?.metadata, { tags: ["injected-parameters"] });
    const output = last?.outputs[0];
    return output?.output_type === "stream" ? output.text.trimEnd() : JSON.stringify(output);
  }

  it("are put behind the cell that declares them, and later cells see them", async () => {
    assert.equal(await seen("rate", "0.5"), "0.5");
  });

  it("replace those of an earlier run", () => {
    const cells = [code("let a = 1;", "parameters"), code("var a = 5;", "injected-parameters"), code("a")];
    const notebook = readNotebook(file(path("n.ipynb"), cells));
    const session = new Session(path("."));
    inject(session, notebook, [{ name: "a", text: "2" }]);
    session.close();
    assert.deepEqual(
      codeCells(notebook).map(({ source }) => source),
      ["let a = 1;", "", "a"],
    );
  });

  it("that are not declared are named before anything runs, with those that are", async () => {
    const notebook = readNotebook(file(path("n.ipynb"), [code(declaration, "parameters")]));
    const unknown = run(notebook, { folder: path("."), parameters: [{ name: "rates", text: "1" }] });
    await assert.rejects(unknown, (error: Error) => {
      assert.ok(error instanceof UsageError);
      assert.match(error.message, /^parameter "rates": the notebook does not declare it; it declares rate, /);
      return true;
    });
    const untagged = readNotebook(file(path("m.ipynb"), [code(declaration)]));
    await assert.rejects(
      run(untagged, { folder: path("."), parameters: [{ name: "rate", text: "1" }] }),
      /^UsageError: parameter "rate": the notebook declares none; give the cell that does the tag "parameters"$/,
    );
  });

  describe("in the types that were declared", () => {
    let session: Session;
    const notebook = { cells: [] as never[], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    before(async () => {
      session = new Session(process.cwd());
      assert.equal((await session.execute(declaration)).status, "ok");
      notebook.cells.push({
        cell_type: "code",
        metadata: { tags: ["parameters"] },
        source: declaration,
      } as never);
    });
    after(() => session.close());

    const assigned = (...given: Given[]): string =>
      assignments(session, notebook, given).replace("// Parameters\n", "");
    const literal = (name: string, text: string): string =>
      assigned({ name, text }).slice(`var ${name} = `.length, -1);

    it("are written as what the declaration asks for", () => {
      const expected: [name: string, text: string, literal: string][] = [
        ["rate", "1e-4", "1e-4"],
        ["rate", " 7 ", "7"],
        ["rate", "NaN", "NaN"],
        ["count", "-Infinity", "-Infinity"],
        ["name", "3", '"3"'],
        ["name", "true", '"true"'],
        ["name", '"quoted"', '"quoted"'],
        ["name", "words as they are", '"words as they are"'],
        ["name", "", '""'],
        ["on", "false", "false"],
        ["layers", "[4, 8]", "[4, 8]"],
        ["layers", "[]", "[]"],
        ["kind", "text", '"text"'],
        ["big", "12345678901234567890", "12345678901234567890n"],
        ["big", "7", "7n"],
        ["count", "12345678901234567890", "12345678901234567890"],
        ["maybe", "null", "null"],
        ["maybe", "word", '"word"'],
        ["options", '{"deep": {"list": ["a"]}}', '{"deep": {"list": ["a"]}}'],
        [
          "any",
          '{"__proto__": {"a": 12345678901234567890}}',
          '{["__proto__"]: {"a": 12345678901234567890n}}',
        ],
      ];
      for (const [name, text, wanted] of expected)
        assert.equal(literal(name, text), wanted, `${name}=${text}`);
      assert.equal(
        assigned({ name: "rate", text: "1" }, { name: "on", text: "true" }),
        "var rate = 1;\nvar on = true;",
      );
    });

    it("are refused, with the type, where they do not fit", () => {
      const misfits: [name: string, text: string, said: RegExp][] = [
        ["rate", "fast", /^parameter "rate": fast does not fit its type number$/],
        ["rate", "true", /does not fit its type number/],
        ["on", "1", /parameter "on": 1 does not fit its type boolean/],
        ["layers", "3", /does not fit its type number\[\]/],
        ["layers", '["a"]', /does not fit its type number\[\]/],
        ["kind", "audio", /does not fit its type "vision" \| "text"/],
        ["options", '{"depp": 1}', /does not fit its type \{/],
        ["big", "1.5", /does not fit its type bigint/],
      ];
      for (const [name, text, said] of misfits)
        assert.throws(
          () => assigned({ name, text }),
          (error: Error) => {
            assert.ok(error instanceof UsageError);
            assert.match(error.message, said);
            return true;
          },
        );
    });

    it("arrive whatever they are: texts, numbers, nested values", () => {
      const evaluate = (text: string): unknown => new Function(`return (${text})`)();
      fc.assert(
        fc.property(fc.string({ unit: "binary" }), (text) => {
          assert.equal(evaluate(literal("name", JSON.stringify(text))), text);
        }),
        { numRuns: 30 },
      );
      fc.assert(
        fc.property(fc.jsonValue(), (value) => {
          // -0 is 0 in JSON.
          const given = JSON.parse(JSON.stringify(value)) as unknown;
          fc.pre(!hasUnsafe(given));
          assert.deepEqual(evaluate(literal("any", JSON.stringify(given))), given);
        }),
        { numRuns: 60 },
      );
      fc.assert(
        fc.property(fc.bigInt(), (value) => {
          assert.equal(evaluate(literal("big", String(value))), value);
        }),
        { numRuns: 30 },
      );
      fc.assert(
        fc.property(fc.double(), (value) => {
          assert.ok(Object.is(evaluate(literal("rate", String(value))), Object.is(value, -0) ? 0 : value));
        }),
        { numRuns: 30 },
      );
    });
  });
});

/** Whether a whole number is beyond what a number holds exactly: it becomes a bigint. */
function hasUnsafe(value: unknown): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnsafe);
}
