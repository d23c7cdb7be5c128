import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { nativeBackend } from "../../src/backend/native/load.ts";
import { makeNative } from "../../src/backend/native/make.ts";
import { cacheFolder, findBinding } from "../../src/backend/native/place.ts";
import { type EngineName, startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { Failure } from "../../src/errors.ts";
import { child } from "./child.ts";
import { assertAgree, entries, operations, outcome } from "./operations.ts";

const missing = findBinding("tfjs-node") === undefined;

describe(`the tfjs-node engine${missing ? ' (skipped: its binding has not been made; "proxylab native" makes it)' : ""}`, function () {
  this.timeout(60_000);

  let usual: EngineName;

  before(async function () {
    if (missing) {
      assert.notEqual(
        process.env.CI,
        "true",
        'its binding has not been made; run "proxylab native" before the tests',
      );
      this.skip();
    }
    usual = (await startEngine({ quiet: true })).chosen;
    await startEngine({ backend: "cpu", quiet: true });
    await startEngine({ backend: "tfjs-node", quiet: true });
  });

  after(() => startEngine({ backend: usual, quiet: true }));

  it("executes operations and gradients in TensorFlow, not in a backend that tfjs fell back to", () => {
    assert.equal(tf.getBackend(), nativeBackend);
    type Binding = { executeOp: (name: string, ...rest: unknown[]) => unknown };
    const backend = tf.backend() as unknown as { binding: Binding };
    const { binding } = backend;
    const executed: string[] = [];
    const executeOp: Binding["executeOp"] = (name, ...rest) => {
      executed.push(name);
      return binding.executeOp(name, ...rest);
    };
    backend.binding = Object.create(binding, { executeOp: { value: executeOp } });
    try {
      tf.tidy(() => tf.grad((x: tf.Tensor) => x.matMul(x).softmax().sum())(tf.ones([2, 2])));
    } finally {
      backend.binding = binding;
    }
    assert.equal(executed.filter((name) => name.includes("MatMul")).length, 3);
    assert.ok(executed.includes("Softmax"));
  });

  for (const [name, operation] of Object.entries(operations))
    it(`computes ${name}${operation.differentiable ? " and its gradient" : ""} as plain JavaScript does`, () => {
      assertAgree(
        outcome(operation, nativeBackend, entries(1), entries(2)),
        outcome(operation, "cpu", entries(1), entries(2)),
      );
    });

  it("loads, runs and reports without a word on standard error", () => {
    const line = `
      const { backendCommand } = await import("./src/cli/backend.ts");
      await backendCommand(["--backend", "tfjs-node", "--json"]);`;
    const { code, out, err } = child(line, { XDG_CACHE_HOME: process.env.XDG_CACHE_HOME });
    assert.deepEqual([code, err], [0, ""]);
    assert.equal(JSON.parse(out).chosen, "tfjs-node");
  });
});

describe("making the native engine", function () {
  this.timeout(60_000);

  let folder: string;
  const saved = { PATH: process.env.PATH, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME };

  /** A PATH of these programs only, each a shell script. */
  const programs = (scripts: Record<string, string>) => {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    for (const [name, script] of Object.entries(scripts)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    process.env.PATH = [bin].join(delimiter);
  };

  const failsWith = (sentence: RegExp, signal?: AbortSignal) =>
    assert.rejects(makeNative("tfjs-node", signal ? { signal } : {}), (error: Error) => {
      assert.ok(error instanceof Failure, error.stack);
      assert.match(error.message, sentence);
      assert.ok(!error.message.includes("\n"));
      return true;
    });

  const leftBehind = () => readdirSync(cacheFolder());

  beforeEach(function () {
    if (process.platform !== "linux" || process.arch !== "x64") this.skip();
    if (findBinding("tfjs-node")?.origin === "the package's own installer") this.skip();
    folder = mkdtempSync(join(tmpdir(), "proxylab-test-"));
    process.env.XDG_CACHE_HOME = join(folder, "cache");
  });

  afterEach(() => {
    for (const [name, value] of Object.entries(saved))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it("asks for g++ where there is none", async () => {
    programs({ python3: "exit 0" });
    await failsWith(/^no g\+\+ was found/);
  });

  it("asks for Python where there is none", async () => {
    programs({ "g++": "exit 0" });
    await failsWith(/^no python3 was found/);
  });

  it("asks for pip where Python has none", async () => {
    programs({ "g++": "exit 0", python3: 'case "$*" in *pip*) exit 1;; esac' });
    await failsWith(/^python3 has no pip/);
  });

  it("passes on why pip could not fetch, and leaves nothing", async () => {
    programs({
      "g++": "exit 0",
      python3: 'case "$*" in *download*) echo "ERROR: no route to host" >&2; exit 1;; esac',
    });
    await failsWith(/^pip could not fetch tensorflow-cpu==\S+ .*no route to host/);
    assert.deepEqual(leftBehind(), []);
  });

  it("refuses a wheel of another version or machine, and leaves nothing", async () => {
    const fetch =
      'case "$*" in *download*) d="$TMPDIR/wheel"; /bin/mkdir -p "$d"; : > "$d/tensorflow_cpu-1.0-any.whl";; esac';
    programs({ "g++": "exit 0", python3: fetch });
    await failsWith(/^pip fetched tensorflow_cpu-1\.0-any\.whl where tensorflow-cpu==/);
    assert.deepEqual(leftBehind(), []);
  });

  it("leaves nothing when it is interrupted", async () => {
    programs({
      "g++": "exit 0",
      python3: 'case "$*" in *download*) : > "$TMPDIR/half"; exec /bin/sleep 60;; esac',
    });
    const interruption = new AbortController();
    const made = failsWith(/was interrupted; nothing was left behind/, interruption.signal);
    while (!leftBehindHas("half")) await new Promise((resolve) => setTimeout(resolve, 20));
    interruption.abort();
    await made;
    assert.deepEqual(leftBehind(), []);
  });

  it("removes what a killed run left behind", async () => {
    mkdirSync(join(cacheFolder(), ".making-999999999-abc"), { recursive: true });
    programs({ "g++": "exit 0", python3: 'case "$*" in *download*) exit 1;; esac' });
    await failsWith(/^pip could not fetch/);
    assert.deepEqual(leftBehind(), []);
  });

  function leftBehindHas(name: string): boolean {
    try {
      return readdirSync(cacheFolder(), { recursive: true }).some((path) => String(path).endsWith(name));
    } catch {
      return false;
    }
  }
});
