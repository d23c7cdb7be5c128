import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../src/errors.ts";
import { writingFailure } from "../../src/files/failure.ts";
import { bars, writeFigure, writeIndex } from "../../src/plots/index.ts";
import { barRows } from "./tables.ts";

const figure = bars(barRows, { name: "two-methods" });

describe("writing a figure", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "figures-"));
  });
  afterEach(async () => {
    await chmod(folder, 0o755);
    await rm(folder, { recursive: true });
  });

  it("gives SVG, PNG, Plotly JSON and CSV, and makes the folder", async () => {
    const inner = join(folder, "new");
    await writeFigure(figure, inner);
    const files = ["two-methods.csv", "two-methods.json", "two-methods.png", "two-methods.svg"];
    assert.deepEqual((await readdir(inner)).sort(), files);
    assert.deepEqual(
      JSON.parse(await readFile(join(inner, files[1]), "utf8")),
      JSON.parse(JSON.stringify(figure.plotly)),
    );
    assert.equal(await readFile(join(inner, files[3]), "utf8"), `${figure.svg}\n`);
  });

  it("replaces what an earlier run wrote", async () => {
    await writeFile(join(folder, "two-methods.svg"), "old");
    await writeFigure(figure, folder);
    assert.ok((await readFile(join(folder, "two-methods.svg"), "utf8")).startsWith("<svg"));
  });

  it("says in one sentence that the parent folder is missing", async () => {
    await refused(
      join(folder, "no", "where"),
      /^cannot write .*no.where: its parent folder does not exist \(ENOENT\)$/,
    );
  });

  it("says in one sentence that a part of the path is a file", async () => {
    await writeFile(join(folder, "file"), "");
    await refused(join(folder, "file", "figures"), /a part of the path is a file, not a folder \(ENOTDIR\)$/);
    await refused(join(folder, "file"), /a part of the path is a file, not a folder \(ENOTDIR\)$/);
  });

  it("says in one sentence that a folder is read-only, and leaves it as it was", async () => {
    await chmod(folder, 0o555);
    const superuser = process.getuid?.() === 0; // who may write anywhere, so the attempt is made as nobody
    if (superuser) process.seteuid?.(65534);
    try {
      await refused(folder, /permission is denied \(EACCES\)$/);
    } finally {
      if (superuser) process.seteuid?.(0);
    }
    assert.deepEqual(await readdir(folder), []);
  });

  it("leaves no temporary file when a name is taken by a folder", async () => {
    await mkdir(join(folder, "two-methods.png"));
    await refused(folder, /^cannot write .*two-methods\.png: a folder has its name \(EISDIR\)$/);
    const left = await readdir(folder);
    assert.ok(
      left.every((name) => !name.endsWith(".tmp")),
      left.join(),
    );
  });

  it("takes no name that leads elsewhere", async () => {
    for (const name of ["../two", "a/b", ".hidden", "a\\b", "nul\0"])
      await assert.rejects(writeFigure({ ...figure, name }, folder), Failure);
    assert.deepEqual(await readdir(folder), []);
  });

  it("names a full disk, a read-only disk and a quota, and passes other errors on", () => {
    const sentence = (code: string) =>
      (writingFailure("f.svg", Object.assign(new Error(), { code })) as Error).message;
    assert.equal(sentence("ENOSPC"), "cannot write f.svg: the disk is full (ENOSPC)");
    assert.equal(sentence("EROFS"), "cannot write f.svg: the file system is read-only (EROFS)");
    assert.equal(sentence("EDQUOT"), "cannot write f.svg: the disk quota is used up (EDQUOT)");
    const other = new TypeError("other");
    assert.equal(writingFailure("f.svg", other), other);
  });

  it("makes a gallery that links every file and escapes every word", async () => {
    const evil = {
      name: "two-methods",
      title: `<img src=x onerror="y">`,
      caption: "a & b </figcaption><script>",
    };
    await writeIndex([evil], folder);
    const page = await readFile(join(folder, "index.html"), "utf8");
    assert.ok(!page.includes("<img src=x") && !page.includes("<script"));
    for (const ending of ["svg", "png", "csv", "json"])
      assert.ok(page.includes(`href="two-methods.${ending}"`));
    assert.ok(page.includes('name="viewport"') && page.includes("a &amp; b"));
  });

  it("makes a gallery of no figures", async () => {
    await writeIndex([], folder);
    assert.match(await readFile(join(folder, "index.html"), "utf8"), /No figure has been drawn yet/);
  });

  async function refused(where: string, sentence: RegExp): Promise<void> {
    await assert.rejects(writeFigure(figure, where), (error: Error) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, sentence);
      return true;
    });
  }
});
