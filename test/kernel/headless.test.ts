import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNotebook } from "../../kernel/headless.ts";
import { Failure } from "../../src/errors.ts";

describe("running a notebook without a front end", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "proxylab-notebook-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const notebook = (name: string, ...sources: string[]): string => {
    const path = join(folder, name);
    const cells = sources.flatMap((source) => [
      { cell_type: "markdown", source: ["# text"] },
      { cell_type: "code", source: source.split(/(?<=\n)/) },
    ]);
    writeFileSync(path, JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5, metadata: {} }));
    return path;
  };

  it("runs the cells in order; what one declares, later ones know; they await and import the library", async () => {
    const heard: number[] = [];
    const path = notebook(
      "good.ipynb",
      'import { llms } from "proxylab";\nconst a = await Promise.resolve(20);',
      'const b: number = a + 22;\nif (b !== 42 || !llms["vicuna-7b"]) throw new Error("cells do not share");',
    );
    await runNotebook(path, { onCell: (done) => heard.push(done) });
    assert.deepEqual(heard, [0, 1, 2]);
  });

  it("names the notebook and the cell that failed, and leaves no module behind", async () => {
    const path = notebook("bad.ipynb", "const a = 1;", 'throw new Error("on purpose");');
    await assert.rejects(runNotebook(path), (error: Error) => {
      assert.ok(error instanceof Failure);
      assert.equal(error.message, "bad.ipynb, cell 4: on purpose");
      return true;
    });
    const work = new URL("../../out/notebooks/", import.meta.url);
    const left = existsSync(work) ? readdirSync(work).filter((name) => name.startsWith("bad.")) : [];
    assert.deepEqual(left, []);
  });

  it("says in one sentence what is no notebook", async () => {
    const path = join(folder, "text.ipynb");
    writeFileSync(path, "not json");
    await assert.rejects(runNotebook(path), /cannot read the notebook .*text\.ipynb/);
    writeFileSync(path, '{"cells": 3}');
    await assert.rejects(runNotebook(path), /is not a notebook: it has no list of cells/);
  });
});
