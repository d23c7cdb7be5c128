import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { kernelsFolder } from "../../../kernel/install/folders.ts";
import { install, installed, uninstall } from "../../../kernel/install/install.ts";
import { Failure, UsageError } from "../../../src/errors.ts";
import { proxylabMany } from "../../support/commandLine.ts";
import { temporaryFolder } from "../../support/folder.ts";

describe("installing the kernel", () => {
  const path = temporaryFolder();

  it("writes a kernelspec that starts from any folder, with message interrupts and logos", async () => {
    const folder = await install({ prefix: path("env") }, "proxylab");
    assert.equal(folder, path("env", "share", "jupyter", "kernels", "proxylab"));
    assert.deepEqual(readdirSync(folder).sort(), [
      "kernel.json",
      "logo-32x32.png",
      "logo-64x64.png",
      "logo-svg.svg",
    ]);
    const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
    assert.equal(spec.interrupt_mode, "message");
    assert.equal(spec.language, "typescript");
    assert.deepEqual(spec.argv.slice(2), ["kernel", "start", "{connection_file}"]);
    assert.ok(spec.argv.slice(0, 2).every(existsSync), spec.argv);
    assert.equal(spec.metadata.debugger, undefined);
  });

  for (const width of [32, 64]) {
    it(`has a logo of ${width} pixels, round at its corners`, async () => {
      const folder = await install({ prefix: path() }, "proxylab");
      const picture = await loadImage(join(folder, `logo-${width}x${width}.png`));
      assert.deepEqual([picture.width, picture.height], [width, width]);
      const context = createCanvas(width, width).getContext("2d");
      context.drawImage(picture, 0, 0);
      const alpha = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3];
      assert.deepEqual([alpha(0, 0), alpha(width / 2, width / 2)], [0, 255]);
    });
  }

  it("is the user's own where Jupyter looks for it", () => {
    const { XDG_DATA_HOME, JUPYTER_DATA_DIR } = process.env;
    try {
      process.env.JUPYTER_DATA_DIR = path("own");
      assert.equal(kernelsFolder("user"), path("own", "kernels"));
    } finally {
      restore({ XDG_DATA_HOME, JUPYTER_DATA_DIR });
    }
  });

  it("installs anew over itself, lists itself, says when it cannot start, and leaves nothing when removed", async () => {
    await install({ prefix: path() }, "Lab");
    const folder = await install({ prefix: path() }, "lab");
    const own = () => installed([path()]).filter((kernel) => kernel.folder === folder);
    assert.deepEqual(own(), [{ name: "lab", folder, trouble: undefined }]);
    const file = join(folder, "kernel.json");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(process.execPath, "/no/such/node"));
    assert.match(own()[0]?.trouble ?? "", /\/no\/such\/node is gone: install the kernel again/);
    assert.equal(uninstall({ prefix: path() }, "lab"), folder);
    assert.ok(!existsSync(folder));
    assert.deepEqual(own(), []);
  });

  it("touches no kernel but ProxyLab's, and no file that is not its own", async () => {
    const other = path("share", "jupyter", "kernels", "python3");
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, "kernel.json"), JSON.stringify({ argv: ["python"], language: "python" }));
    await assert.rejects(
      install({ prefix: path() }, "python3"),
      (error) => error instanceof Failure && /belongs to another kernel called "python3"/.test(error.message),
    );
    assert.throws(() => uninstall({ prefix: path() }, "python3"), /belongs to another kernel/);
    assert.throws(() => uninstall({ prefix: path() }, "lab"), /no kernel "lab" is installed in/);
    const folder = await install({ prefix: path() }, "mine");
    writeFileSync(join(folder, "kernel.js"), "// the user's");
    uninstall({ prefix: path() }, "mine");
    assert.deepEqual(readdirSync(folder), ["kernel.js"]);
    rmSync(folder, { recursive: true });
  });

  it("refuses names that are no names", async () => {
    for (const name of ["", "..", "a/b", "a b"])
      await assert.rejects(install({ prefix: path() }, name), UsageError);
  });
});

describe("proxylab kernel", () => {
  const path = temporaryFolder();

  it("installs, lists and uninstalls, and says in a sentence what it cannot do", () => {
    const prefix = path("env");
    const missing = path("no.json");
    const [made, listed, gone, again, both, what, start] = proxylabMany([
      ["kernel", "install", "--prefix", prefix, "--name", "lab"],
      ["kernel", "list", "--prefix", prefix],
      ["kernel", "uninstall", "--prefix", prefix, "--name", "lab"],
      ["kernel", "uninstall", "--prefix", prefix, "--name", "lab"],
      ["kernel", "install", "--user", "--prefix", prefix],
      ["kernel", "instal"],
      ["kernel", "start", missing],
    ]);
    assert.match(made?.out ?? "", /^installed the kernel "lab": .*\/kernels\/lab\n$/);
    assert.match(listed?.out ?? "", /^lab +\/.*kernels\/lab\n/m);
    assert.match(gone?.out ?? "", /^removed the kernel "lab"/);
    assert.deepEqual([again?.code, both?.code, what?.code, start?.code], [1, 2, 2, 1]);
    assert.match(again?.err ?? "", /no kernel "lab" is installed in/);
    assert.match(what?.err ?? "", /cannot "instal"; did you mean install\?/);
    assert.match(start?.err ?? "", /cannot read the connection file .*no\.json: there is no such file/);
  });
});

function restore(environment: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
