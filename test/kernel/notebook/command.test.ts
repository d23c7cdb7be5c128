import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { proxylab, proxylabMany } from "../../support/commandLine.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { code, file, markdown } from "./files.ts";
import { assertValid } from "./schema.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("proxylab notebook run", () => {
  const path = temporaryFolder();

  it("writes the notebook with its outputs, with parameters, and a page that needs no network", () => {
    const given = file(path("study.ipynb"), [
      markdown("# A study\n\nwith *words* and `code`"),
      code("let layers: number[] = [1];\nlet name = 'none';", "parameters"),
      code("console.log(name, layers); if (name) plot([{ y: layers }])"),
      code("plot([{ y: layers }], { title: { text: 'layers' } })"),
      code("plot([{ y: [1] }])"),
    ]);
    const out = path("made", "done.ipynb");
    const { code: ending, err } = proxylab(
      "notebook",
      "run",
      given,
      "--out",
      out,
      "-p",
      "layers=[4, 8]",
      "-p",
      "name=é🙂 =x",
      "--backend",
      "wasm",
      "--html",
    );
    assert.equal(ending, 0, err);
    const text = readFileSync(out, "utf8");
    assertValid(text);
    assert.match(text, /é🙂 =x \[ 4, 8 \]/);
    const page = readFileSync(path("made", "done.html"), "utf8");
    assert.match(page, /<h1>A study<\/h1>\s*<p>with <em>words<\/em> and <code>code<\/code><\/p>/);
    assert.equal(page.split("DecompressionStream").length - 1, 1, "plotly.js is in it once");
    assert.equal(page.split('data-figure="').length - 1 >= 2, true);
    assert.doesNotMatch(page.replace(/<script>[\s\S]*?<\/script>/g, ""), /(src|href)="(https?:)?\/\//);
    assert.ok(readdirSync(path("made")).every((name) => !name.endsWith(".tmp")));
  });

  it("ends with 1 at the first cell that fails, shows where, and keeps what it had", () => {
    const given = file(path("fails.ipynb"), [
      code("'before'"),
      code("const f = () => {\n  throw new Error('on purpose');\n};\nf();"),
      code("'aft' + 'er'"),
    ]);
    const { code: ending, err } = proxylab("notebook", "run", given);
    assert.equal(ending, 1);
    assert.match(err, /In \[2\], line 2\n[\s\S]*> 2 \| {3}throw new Error\('on purpose'\);/);
    assert.match(
      err,
      /proxylab: fails\.ipynb, cell 2: Error: on purpose; what it had is in .*fails\.out\.ipynb\n/,
    );
    assert.equal(err, stripVTControlCharacters(err));
    const kept = readFileSync(path("fails.out.ipynb"), "utf8");
    assertValid(kept);
    assert.match(kept, /'before'/);
    assert.doesNotMatch(kept, /"'after'"/);
    const allowed = proxylab("notebook", "run", given, "--allow-errors", "--out", path("allowed.ipynb"));
    assert.equal(allowed.code, 0);
    assert.match(readFileSync(path("allowed.ipynb"), "utf8"), /"'after'"/);
  });

  it("goes cell by cell, shows text and saves figures", () => {
    const given = file(path("steps.ipynb"), [
      code("console.log('printed'); 20 + 22"),
      code("plot([{ y: [1, 2] }], { title: { text: 'two' } })"),
    ]);
    const { code: ending, out, err } = proxylab("notebook", "run", given, "--step", "--out", path("s.ipynb"));
    assert.equal(ending, 0, err);
    assert.match(out, /\[1\/2\]\n {2}console\.log\('printed'\); 20 \+ 22\n\nprinted\n42\n/);
    assert.match(out, /\[2\/2\][\s\S]*Plotly figure "two": 1 scatter\n\(figure: .*s-2\.png\)/);
    assert.equal(readFileSync(path("s-2.png")).subarray(1, 4).toString(), "PNG");
  });

  it("stops at Ctrl-C, even in a tight loop, keeps what it had and ends with 130", async () => {
    const given = file(path("long.ipynb"), [
      code("'first'"),
      code("console.log('begun');\nwhile (true) {}"),
      code("'thi' + 'rd'"),
    ]);
    const out = path("long.out.ipynb");
    const child = spawn(process.execPath, ["src/cli/proxylab.js", "notebook", "run", given], {
      cwd: root,
      stdio: "ignore",
    });
    const ending = new Promise<number | null>((resolve) => child.once("exit", resolve));
    while (!existsSync(out)) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill("SIGINT");
    assert.equal(await ending, 130);
    const kept = readFileSync(out, "utf8");
    assertValid(kept);
    assert.match(kept, /'first'/);
    assert.match(kept, /"ename": "Interrupted"/);
    assert.doesNotMatch(kept, /"'third'"/);
  });

  it("says in one sentence what it cannot do", () => {
    const given = file(path("a.ipynb"), [code("let a = 1;", "parameters")]);
    const python = file(path("p.ipynb"), [], {
      metadata: { kernelspec: { name: "python3", language: "python" } },
    });
    const cases: [args: string[], code: number, said: RegExp][] = [
      [["run", path("none.ipynb")], 1, /cannot read the notebook .*none\.ipynb: there is no such file/],
      [["run", python], 1, /is a notebook in python/],
      [["run", given, "-p", "b=1"], 2, /parameter "b": the notebook does not declare it; it declares a/],
      [["run", given, "-p", "a=word"], 2, /parameter "a": word does not fit its type number/],
      [["run", given, "-p", "a"], 2, /-p a: expected NAME=VALUE/],
      [["run", given, "--timeout", "soon"], 2, /--timeout soon: expected a number of seconds above 0/],
      [["run", given, "--tmeout", "3"], 2, /unknown option --tmeout; did you mean --timeout\?/],
      [["run"], 2, /which notebook\?/],
      [["show"], 2, /expected "proxylab notebook run IN\.ipynb"/],
      [["run", given, "--out", "/proc/none/a.ipynb"], 1, /cannot write \/proc\/none/],
    ];
    const endings = proxylabMany(cases.map(([args]) => ["notebook", ...args]));
    for (const [index, [args, ending, said]] of cases.entries()) {
      const { code: given, err = "" } = endings[index] ?? {};
      assert.equal(given, ending, `${args.join(" ")}: ${err}`);
      assert.match(err, said);
      assert.equal(
        err
          .trimEnd()
          .split("\n")
          .filter((line) => line.startsWith("proxylab: ")).length,
        1,
        err,
      );
    }
  });
});
