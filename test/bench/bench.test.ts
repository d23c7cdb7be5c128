import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../../src/errors.ts";
import { caseNames } from "./arguments.ts";
import { cases } from "./cases.ts";
import { benchPython, environmentFolder, pinned } from "./python.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function bench(...args: string[]) {
  const command = ["--import", "tsx", "test/bench/bench.ts", ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
}

describe("npm run bench", () => {
  it("explains itself", () => {
    const { status, stdout } = bench("--help");
    assert.equal(status, 0);
    assert.match(stdout, /^npm run bench \[-- OPTIONS\]/);
  });

  it("refuses what cannot be meant with one line and exit code 2", () => {
    const { status, stdout, stderr } = bench("--case", "speed");
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^bench: unknown case "speed"; did you mean \w+\? There are [\w, ]+\n$/);
  });

  it("has a case for every name but memory, which takes no turns", () => {
    assert.deepEqual([...cases().map(({ name }) => name as string), "memory"].sort(), [...caseNames].sort());
  });

  it("counts that each route of the paper saves something", () => {
    const prefill = cases().find(({ name }) => name === "prefill");
    const [full, ...others] = prefill?.variants ?? [];
    assert.equal(full?.savedPct, 0);
    assert.equal(others.length, 6);
    for (const { name, savedPct = 0 } of others) assert.ok(savedPct > 0 && savedPct < 100, name);
  });
});

describe("the Python of the bench", () => {
  const outer = { PATH: process.env.PATH, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME };
  const restored = () => {
    for (const [name, value] of Object.entries(outer)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  afterEach(restored);

  it("lies in the user's cache folder, named after its versions", () => {
    process.env.XDG_CACHE_HOME = "/some/cache";
    const folder = environmentFolder();
    assert.ok(folder.startsWith(join("/some/cache", "proxylab", "bench-python-")));
    for (const version of Object.values(pinned)) assert.ok(folder.includes(version));
  });

  it("is a sentence where there is none", async () => {
    process.env.XDG_CACHE_HOME = "/no/such/cache";
    process.env.PATH = "/no/such/folder";
    await assert.rejects(
      benchPython(() => {}),
      (error: Error) => {
        return error instanceof Failure && /no Python 3\.10 to 3\.14/.test(error.message);
      },
    );
  });
});
