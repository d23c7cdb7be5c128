import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Jupyter, source } from "./jupyter.ts";

interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | string[];
  readonly data?: Record<string, string | string[] | object>;
  readonly ename?: string;
}

interface Notebook {
  readonly cells: {
    cell_type: string;
    source: string | string[];
    outputs: Output[];
    metadata: { tags?: string[] };
  }[];
}

const read = (path: string): Notebook => JSON.parse(readFileSync(path, "utf8")) as Notebook;

/** What a cell printed or gave as its value. */
const textOf = ({ outputs }: Notebook["cells"][0]): string =>
  outputs.map(({ text, data }) => [text ?? data?.["text/plain"] ?? ""].flat().join("")).join("");

/** The kernel under the clients that researchers have. */
describe("Jupyter's own clients", function () {
  this.timeout(900_000);
  let jupyter: Jupyter;
  before(async function () {
    jupyter = await Jupyter.prepareFor(this);
  });
  after(() => jupyter?.remove());

  it("find the kernel and its logos", () => {
    const { stdout } = jupyter.python("-m", "jupyter", "kernelspec", "list", "--json");
    const { proxylab } = (JSON.parse(stdout) as { kernelspecs: Record<string, { resource_dir: string }> })
      .kernelspecs;
    assert.ok(existsSync(join(proxylab?.resource_dir ?? "", "logo-64x64.png")), stdout);
  });

  it("pass jupyter_kernel_test whole, nothing skipped", () => {
    const { status, stderr } = jupyter.python(source("kernel_suite.py"));
    assert.equal(status, 0, stderr);
    assert.match(stderr, /Ran 12 tests/);
    assert.doesNotMatch(stderr, /skipped/);
  });

  it("nbclient runs a notebook, and stops at the cell that fails", () => {
    const cells = [
      "let n = 2; console.log('six', n * 3)",
      "plot([{ y: [1, n] }])",
      "throw new RangeError('no')",
      "n",
    ];
    const path = jupyter.notebook("client.ipynb", cells);
    const run = jupyter.python(
      "-m",
      "jupyter",
      "execute",
      "--allow-errors",
      "--inplace",
      "--timeout=120",
      path,
    );
    assert.equal(run.status, 0, run.stderr);
    const [first, second, third, fourth] = read(path).cells;
    assert.match(textOf(first as Notebook["cells"][0]), /^six 6\n$/);
    assert.ok(second?.outputs[0]?.data?.["application/vnd.plotly.v1+json"]);
    assert.equal(third?.outputs[0]?.ename, "RangeError");
    assert.equal(textOf(fourth as Notebook["cells"][0]), "2");
    const stopped = jupyter.python("-m", "jupyter", "execute", "--timeout=120", path);
    assert.notEqual(stopped.status, 0);
    assert.match(stopped.stderr, /RangeError/);
  });

  it("nbconvert executes a notebook into a page with the figure in it", () => {
    const path = jupyter.notebook("page.ipynb", ["console.log('from the page')", "plot([{ y: [1, 3] }])"]);
    const { status, stderr } = jupyter.python("-m", "nbconvert", "--execute", "--to", "html", path);
    assert.equal(status, 0, stderr);
    const html = readFileSync(path.replace(".ipynb", ".html"), "utf8");
    assert.match(html, /from the page/);
    assert.match(html, /data-figure=/);
    assert.match(html, /data:image\/png;base64/);
  });

  it("papermill passes parameters that arrive intact", () => {
    const translator = fileURLToPath(new URL("../../../kernel/papermill/", import.meta.url));
    const site = join(jupyter.folder, "site");
    const made = jupyter.python("-m", "pip", "install", "-q", "--no-deps", "--target", site, translator);
    assert.equal(made.status, 0, made.stderr);
    const declared = {
      cell_type: "code",
      source: "let k = 1; let note = ''; let big = 0n",
      metadata: { tags: ["parameters"] },
    } as const;
    const path = jupyter.notebook("in.ipynb", [
      declared,
      "console.log(JSON.stringify([k, note, String(big)]))",
    ]);
    const out = join(jupyter.folder, "out.ipynb");
    const script = `
import sys, runpy
sys.path.insert(0, ${JSON.stringify(site)})
sys.argv = ["papermill", ${JSON.stringify(path)}, ${JSON.stringify(out)}, "-p", "k", "7", "-y", ${JSON.stringify('note: "日本 🎉\\nline"\nbig: 9007199254740993')}]
runpy.run_module("papermill", run_name="__main__")`;
    const { status, stderr } = jupyter.python("-c", script);
    assert.equal(status, 0, stderr);
    const { cells } = read(out);
    assert.deepEqual(cells[1]?.metadata.tags, ["injected-parameters"]);
    assert.deepEqual(JSON.parse(textOf(cells[2] as Notebook["cells"][0])), [
      7,
      "日本 🎉\nline",
      "9007199254740993",
    ]);
  });

  it("jupyter console runs, completes, goes on over lines, asks, interrupts and shows errors", () => {
    const { status, stdout, stderr } = jupyter.python(source("console_session.py"));
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });

  it("leave no kernel behind", () => {
    const left = readdirSync("/proc").filter((pid) => {
      if (!/^\d+$/.test(pid)) return false;
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(jupyter.folder);
      } catch {
        return false;
      }
    });
    assert.deepEqual(left, []);
  });
});
