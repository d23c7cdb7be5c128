import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

const source = fileURLToPath(new URL("../../kernel/papermill/", import.meta.url));

/** papermill with our translator, installed from its folder into a virtual environment of the test's own. */
describe("papermill with the translator for TypeScript", function () {
  this.timeout(600_000);
  let folder = "";
  const python = (...words: string[]) =>
    spawnSync(join(folder, "venv/bin/python"), words, { encoding: "utf8", cwd: folder, maxBuffer: 1e8 });

  before(function () {
    folder = mkdtempSync(join(tmpdir(), "proxylab-papermill-"));
    const made = spawnSync("python3", ["-m", "venv", join(folder, "venv")], { encoding: "utf8" });
    if (made.status !== 0) {
      console.log(
        `      (skipped: python3 makes no virtual environment: ${made.error?.message ?? made.stderr.trim()})`,
      );
      return this.skip();
    }
    const installed = python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", source);
    if (/Could not find a version|Connection|Temporary failure/.test(installed.stderr)) {
      console.log("      (skipped: the Python registry cannot be reached)");
      return this.skip();
    }
    assert.equal(installed.status, 0, installed.stderr);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** papermill notes parameters in the notebook's metadata as Python's json does: NaN among them is no JSON. */
  const jsonOf = (text: string): string => text.replace(/^(\s*)(NaN|-?Infinity)(,?)$/gm, "$1null$3");

  const notebook = (cells: object[]): string => {
    const path = join(folder, "in.ipynb");
    const kernelspec = { name: "proxylab", display_name: "ProxyLab", language: "typescript" };
    const metadata = { kernelspec, language_info: { name: "typescript" } };
    writeFileSync(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
    return path;
  };
  const cell = (id: string, text: string, tags: string[] = []) => ({
    id,
    cell_type: "code",
    source: text,
    metadata: { tags },
    outputs: [],
    execution_count: null,
  });

  it("leaves its folder as it was", () => {
    assert.deepEqual(
      ["build", "dist", "proxylab_papermill.egg-info"].filter((name) => existsSync(join(source, name))),
      [],
    );
  });

  it("is found without being asked for, and writes parameters behind the cell that declares them", () => {
    const path = notebook([cell("a", "const factor = 2;", ["parameters"]), cell("b", "factor")]);
    const parameters = join(folder, "parameters.yaml");
    writeFileSync(
      parameters,
      'factor: 9007199254740993\nnote: "日本 🎉\\nline"\nplans: [full, {k: [1, null, .nan, -.inf, 2.5]}]\nlive: true\n',
    );
    const { status, stderr } = python(
      "-m",
      "papermill",
      path,
      join(folder, "out.ipynb"),
      "--prepare-only",
      "-f",
      parameters,
    );
    assert.equal(status, 0, stderr);
    const { cells } = JSON.parse(jsonOf(readFileSync(join(folder, "out.ipynb"), "utf8"))) as {
      cells: { source: string | string[]; metadata: { tags: string[] } }[];
    };
    assert.deepEqual(
      cells.map(({ metadata }) => metadata.tags),
      [["parameters"], ["injected-parameters"], []],
    );
    const text = [cells[1]?.source ?? ""].flat().join("");
    assert.match(text, /^\/\/ Parameters\nvar factor = 9007199254740993n;\n/);
    const values = structuredClone(runInNewContext(`${text}\n({ factor, note, plans, live })`));
    assert.deepEqual(values, {
      factor: 9007199254740993n,
      note: "日本 🎉\nline",
      plans: ["full", { k: [1, null, Number.NaN, -Infinity, 2.5] }],
      live: true,
    });
  });

  it("lists the parameters that a notebook declares", () => {
    const declared =
      'const factor: number = 4; // tokens a proxy\nlet note = "a; b // c";\n// nothing\nconst plans: string[] = ["x"]';
    const { status, stdout, stderr } = python(
      "-m",
      "papermill",
      notebook([cell("a", declared, ["parameters"])]),
      "--help-notebook",
    );
    assert.equal(status, 0, stderr);
    assert.match(stdout, /factor: number \(default 4\)\s+tokens a proxy/);
    assert.match(stdout, /note: Unknown type \(default "a; b \/\/ c"\)/);
    assert.match(stdout, /plans: string\[\] \(default \["x"\]\)/);
  });

  it("refuses a name that no variable can have", () => {
    const { status, stderr } = python(
      "-m",
      "papermill",
      notebook([cell("a", "", ["parameters"])]),
      join(folder, "out.ipynb"),
      "--prepare-only",
      "-p",
      "a-b",
      "1",
    );
    assert.notEqual(status, 0);
    assert.match(stderr, /parameter "a-b": not a name that a variable can have in TypeScript/);
  });
});
