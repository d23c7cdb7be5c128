import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startEngine } from "../../src/backend/start.ts";
import type { Contender } from "./contender.ts";
import { invocation } from "./contender.ts";
import { ids, noise, states, weights } from "./programs/weights.ts";
import { startWorker, type Worker } from "./worker.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const wasm: Contender = { engine: "wasm", precision: "float32", threads: 1 };

/** Starts a program of ProxyLab's side, uses it, and ends it whatever comes of that. */
async function running<T>(
  program: string,
  settings: object,
  side: Contender,
  use: (worker: Worker) => Promise<T>,
) {
  const worker = await startWorker(invocation(side, program, settings, { root, tsx }));
  try {
    return await use(worker);
  } finally {
    await worker.end();
  }
}

const near = (own: ArrayLike<number>, expected: readonly number[]) => {
  assert.equal(own.length, expected.length);
  for (const [i, value] of expected.entries()) assert.ok(Math.abs((own[i] as number) - value) < 1e-6);
};

// The numbers that test/reference/bench_weights.py prints for the same paths.
describe("weights of both sides", () => {
  before(() => startEngine({ quiet: true }));

  it("are a hash of path and place", () => {
    near(
      noise("model.embed_tokens.weight", 4),
      [0.2367665022611618, 0.9106478691101074, 0.17878679931163788, 0.9168210029602051],
    );
    near(ids("tokens", 6, 200), [126, 136, 92, 113, 173, 196]);
  });

  it("are scaled by what a matrix takes in, and ones in a norm", () => {
    near(
      weights("a.weight", [2, 4], { value: 0 }).dataSync(),
      [
        -0.39604654908180237, -0.0272150207310915, -0.41213664412498474, 0.3778326213359833,
        0.1332276612520218, 0.026941727846860886, 0.399787575006485, -0.12628567218780518,
      ],
    );
    near(weights("norm.weight", [2], { value: 0 }).dataSync(), [1, 1]);
    near(states("vision", [1, 3]).dataSync(), [-0.4137559235095978, 0.4488333463668823, -1.5510191917419434]);
  });
});

describe("the programs that are measured", () => {
  const small = { layers: 1, hidden: 16, heads: 2, ffn: 32, vocabulary: 20, tokens: 12, batch: 2 };

  it("train a step after another, from a loss near that of guessing", async () => {
    const { loss } = await running("step", small, wasm, async (worker) => {
      assert.ok((await worker.run("step")).ms > 0);
      assert.ok((await worker.run("step")).ms > 0);
      return { loss: worker.ready.checks.step?.[0] as number };
    });
    assert.ok(Math.abs(loss - Math.log(20)) < 0.5);
  });

  it("train the same on the stock package's wasm", async () => {
    const lossOn = (engine: "wasm" | "stock wasm") =>
      running("step", small, { ...wasm, engine }, async (worker) => {
        await worker.run("step");
        return worker.ready.checks.step as readonly number[];
      });
    near(await lossOn("wasm"), await lossOn("stock wasm"));
  });

  it("multiply matrices", async () => {
    await running("matmul", { sizes: [8] }, wasm, async (worker) => {
      assert.equal(worker.ready.checks[8]?.length, 8);
      assert.ok((await worker.run("8")).ms > 0);
    });
  });

  it("run a layer by every route that they are asked for", async () => {
    const shape = { hidden: 16, heads: 2, ffn: 32, crops: 2, grid: 4, text: 3 };
    await running("prefill", { ...shape, routes: ["full", "proxyV"] }, wasm, async (worker) => {
      assert.deepEqual(Object.keys(worker.ready.checks), ["full", "proxyV"]);
      assert.equal(worker.ready.checks.full?.length, 15);
      assert.ok((await worker.run("proxyV")).ms > 0);
    });
  });
});
