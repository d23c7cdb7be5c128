import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { codeCells } from "../../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../../kernel/notebook/read.ts";
import { textOfNotebook } from "../../../kernel/notebook/write.ts";
import { Failure } from "../../../src/errors.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { code, file, markdown } from "./files.ts";
import { assertValid } from "./schema.ts";

describe("reading a notebook", () => {
  const path = temporaryFolder();

  const text = (content: string): string => {
    writeFileSync(path("a.ipynb"), content);
    return path("a.ipynb");
  };

  /** What is said of a file that cannot be read: one sentence. */
  function refusal(given: string): string {
    let said = "";
    assert.throws(
      () => readNotebook(given),
      (error: Error) => {
        assert.ok(error instanceof Failure, error.stack);
        said = error.message;
        return true;
      },
    );
    assert.doesNotMatch(said, /\n/);
    return said;
  }

  it("gives its cells with their sources as texts, and writes them as it was", () => {
    const given = readNotebook(file(path("b.ipynb"), [markdown("# a\n"), code("const a = 1;\na"), code("")]));
    assert.deepEqual(
      given.cells.map(({ source }) => source),
      ["# a\n", "const a = 1;\na", ""],
    );
    assertValid(textOfNotebook(given));
    assert.deepEqual(readNotebook(text(textOfNotebook(given))), given);
  });

  it("takes format 4.0 to 4.4, whose cells have no ids, and gives them some", () => {
    const old = { cell_type: "code", metadata: {}, source: ["1"], outputs: [], execution_count: null };
    const given = readNotebook(file(path("c.ipynb"), [old, old], { nbformat_minor: 2 }));
    assert.equal(given.nbformat_minor, 5);
    assert.notEqual(given.cells[0]?.id, given.cells[1]?.id);
    assertValid(textOfNotebook(given));
  });

  it("takes format 3, with its worksheets, headings, inputs and outputs", () => {
    const cells = [
      { cell_type: "heading", level: 2, source: ["Old"] },
      { cell_type: "markdown", source: "text" },
      {
        cell_type: "code",
        language: "typescript",
        input: ["const a = 1;\n", "a"],
        prompt_number: 4,
        outputs: [
          { output_type: "pyout", prompt_number: 4, text: ["1"], html: "<b>1</b>" },
          { output_type: "stream", stream: "stderr", text: "warn" },
          { output_type: "pyerr", ename: "E", evalue: "v", traceback: ["t"] },
          { output_type: "display_data", png: "aGk=" },
        ],
      },
    ];
    const given = readNotebook(
      text(
        JSON.stringify({ nbformat: 3, nbformat_minor: 0, metadata: { name: "x" }, worksheets: [{ cells }] }),
      ),
    );
    assert.deepEqual(
      given.cells.map(({ cell_type: type, source }) => [type, source]),
      [
        ["markdown", "## Old"],
        ["markdown", "text"],
        ["code", "const a = 1;\na"],
      ],
    );
    assert.deepEqual(
      codeCells(given)[0]?.outputs.map(({ output_type: type }) => type),
      ["execute_result", "stream", "error", "display_data"],
    );
    assertValid(textOfNotebook(given));
  });

  it("takes missing metadata, duplicate and impossible ids, NaN as Python writes it, a byte order mark", () => {
    const cells =
      '[{"cell_type":"code","id":"a b","source":"\\"NaN\\""},{"cell_type":"code","id":"x","source":"1"},{"cell_type":"code","id":"x","source":"2"}]';
    const given = readNotebook(
      text(
        `\ufeff{"nbformat":4,"nbformat_minor":5,"metadata":{"papermill":{"a":NaN,"b":[-Infinity,"NaN"]}},"cells":${cells}}`,
      ),
    );
    assert.deepEqual(given.metadata, { papermill: { a: null, b: [null, "NaN"] } });
    assert.equal(given.cells[0]?.source, '"NaN"');
    assertValid(textOfNotebook(given));
    assertValid(textOfNotebook(readNotebook(text('{"cells":[]}'))));
  });

  it("keeps what it does not know, in metadata and in later formats", () => {
    const metadata = {
      kernelspec: { name: "tslab", language: "typescript", display_name: "x" },
      mine: { a: [1] },
    };
    const given = readNotebook(file(path("d.ipynb"), [code("1")], { metadata, nbformat_minor: 6 }));
    assert.deepEqual(given.metadata, metadata);
    assert.equal(given.nbformat_minor, 6);
  });

  it("takes cells of a megabyte", () => {
    const given = readNotebook(file(path("e.ipynb"), [code(`const a = "${"x".repeat(2 ** 20)}";`)]));
    assert.ok((given.cells[0]?.source.length ?? 0) > 2 ** 20);
  });

  it("says in one sentence why a file cannot be read", () => {
    assert.match(
      refusal(path("none.ipynb")),
      /cannot read the notebook .*none\.ipynb: there is no such file/,
    );
    assert.match(refusal(path(".")), /it is a folder/);
    assert.match(refusal(text("not json")), /a\.ipynb: it is not JSON/);
    assert.match(refusal(text("")), /it is not JSON/);
    assert.match(refusal(text("[1]")), /is not a notebook: it is no JSON object/);
    assert.match(refusal(text('{"cells": 3}')), /is not a notebook: it has no list of cells/);
    assert.match(
      refusal(text('{"nbformat": 2, "worksheets": []}')),
      /is of notebook format 2; formats 3 and 4 can be read/,
    );
    assert.match(refusal(text('{"cells": [3]}')), /cell 1 is no cell: it is 3/);
    assert.match(refusal(text('{"cells": [{"cell_type": "code"}]}')), /cell 1 has no source text/);
    assert.match(
      refusal(text('{"cells": [{"cell_type": "prompt", "source": ""}]}')),
      /cell 1 is of type "prompt"/,
    );
  });

  it("refuses a notebook in another language, and names it", () => {
    const metadata = { kernelspec: { name: "python3", language: "python", display_name: "Python 3" } };
    const python = file(path("p.ipynb"), [code("print(1)")], { metadata });
    assert.match(refusal(python), /is a notebook in python \(kernel "python3"\); only TypeScript can be run/);
    const r = file(path("r.ipynb"), [], { metadata: { language_info: { name: "R" } } });
    assert.match(refusal(r), /is a notebook in R; only TypeScript/);
  });
});
