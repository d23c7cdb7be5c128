import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

const folder = fileURLToPath(new URL("../../../kernel/papermill/proxylab_papermill/", import.meta.url));
const python = "python3";
const there = spawnSync(python, ["-c", "import json"]).status === 0;

/** Runs Python with the module that writes values, which needs neither papermill nor a package. */
function run(code: string): string {
  const { stdout, stderr, status } = spawnSync(python, ["-c", `from literal import *\n${code}`], {
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" },
  });
  assert.equal(status, 0, stderr);
  return stdout.trimEnd();
}

/** What a Python expression becomes in JavaScript. */
const arrived = (expression: string): unknown =>
  structuredClone(runInNewContext(`(${run(`print(literal(${expression}))`)})`));

describe(`papermill's parameters in TypeScript${there ? "" : " (skipped: there is no python3)"}`, () => {
  before(function () {
    if (!there) this.skip();
  });

  it("arrive as they were: text with emoji, quotes, line breaks and lone surrogates", () => {
    assert.equal(
      arrived(String.raw`'日本 🎉 "q" \'s\' ${"`"}b${"`"} \\ \n\r\t\0 \u2028 \x85 \ud83d'`),
      "日本 🎉 \"q\" 's' `b` \\ \n\r\t\0 \u2028 \x85 \ud83d",
    );
    assert.equal(arrived("'</script>$' + '{x}'"), "</script>$".concat("{x}"));
  });

  it("arrive as they were: numbers to the last bit, integers beyond 2^53 as bigints", () => {
    assert.deepEqual(
      arrived("[0.1, 1e22, 5e-324, -0.0, 1.7976931348623157e308]"),
      [0.1, 1e22, 5e-324, -0, 1.7976931348623157e308],
    );
    assert.deepEqual(arrived("[float('nan'), float('inf'), float('-inf')]"), [
      Number.NaN,
      Infinity,
      -Infinity,
    ]);
    assert.deepEqual(arrived("[3, -3, 2**53 - 1, 1 - 2**53]"), [3, -3, 2 ** 53 - 1, 1 - 2 ** 53]);
    assert.deepEqual(arrived("[2**53, -2**53 - 1, 10**30]"), [2n ** 53n, -(2n ** 53n) - 1n, 10n ** 30n]);
    assert.deepEqual(arrived("[True, False, None]"), [true, false, null]);
  });

  it("arrive as they were: lists and objects in each other, whatever their keys", () => {
    assert.deepEqual(arrived(`{"a b": [1, [2, {"c": None}], []], "": {}, "d": (1, "x")}`), {
      "a b": [1, [2, { c: null }], []],
      "": {},
      d: [1, "x"],
    });
    assert.deepEqual(arrived(`{1: "one", True: "yes"}`), { 1: "yes" });
    assert.deepEqual(Object.entries(arrived(`{"__proto__": 1, 2.5: 2, None: 3}`) as object), [
      ["__proto__", 1],
      ["2.5", 2],
      ["null", 3],
    ]);
  });

  it("become dates in ISO format, and else an error that names the type", () => {
    assert.equal(arrived("__import__('datetime').date(2024, 2, 29)"), "2024-02-29");
    assert.match(
      run("try: literal({1, 2})\nexcept TypeError as error: print(error)"),
      /a value of type set cannot be written in TypeScript: \{1, 2\}/,
    );
  });

  it("take names that a variable can have, and no others", () => {
    const names = ["a", "$b", "_c1", "größe", "a-b", "1a", "class", "a b", ""];
    const code = `
for name in ${JSON.stringify(names)}:
    try: variable(name); print("yes")
    except ValueError as error: print(error)`;
    const answers = run(code).split("\n");
    assert.deepEqual(answers.slice(0, 4), ["yes", "yes", "yes", "yes"]);
    assert.deepEqual(
      answers.slice(4),
      names.slice(4).map((name) => `parameter "${name}": not a name that a variable can have in TypeScript`),
    );
  });
});
