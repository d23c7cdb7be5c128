import assert from "node:assert/strict";
import type { Case } from "./cases.ts";
import { type Contender, nameOf } from "./contender.ts";
import { fakeWorker } from "./fakes.ts";
import { measureCase } from "./measure.ts";

const sides: Contender[] = [
  { engine: "wasm", precision: "float32", threads: 1, most: 1, only: ["full"] },
  { engine: "native", precision: "float32", threads: 1 },
  { engine: "native", precision: "bfloat16", threads: 1 },
  { engine: "PyTorch", precision: "float32", mode: "eager", threads: 1 },
  { engine: "PyTorch", precision: "float32", mode: "compiled", threads: 1 },
  { engine: "PyTorch", precision: "bfloat16", mode: "eager", threads: 1 },
];

const prefill: Case = {
  name: "prefill",
  title: "a layer",
  program: "prefill",
  settings: { hidden: 8, routes: ["full", "light"] },
  variants: [
    { name: "full", flops: 4e9, savedPct: 0 },
    { name: "light", flops: 1e9, savedPct: 75 },
  ],
  contenders: () => sides,
};

/** Times of "full" and "light" in turn, two rounds, by contender. */
const taken: Record<string, number[]> = {
  "wasm float32": [400],
  "native float32": [40, 10, 20, 10],
  "PyTorch float32 eager": [80, 40, 60, 60],
  "PyTorch float32 compiled": [60, 30, 60, 30],
  "PyTorch bfloat16 eager": [20, 20, 20, 20],
};

const settings = { threads: 1, runs: 2, precisions: ["float32", "bfloat16"], pytorch: true };

async function measured(changed: Partial<typeof settings> = {}) {
  const given: Record<string, unknown> = {};
  const log: string[] = [];
  const start = async (contender: Contender, program: string, its: object) => {
    const name = nameOf(contender);
    given[name] = { program, ...its };
    const times = taken[name];
    if (!times) throw new Error("it does not start");
    const checks = { full: [contender.engine === "PyTorch" ? 2 : 2.5], light: [1] };
    const ready = contender.engine === "PyTorch" ? { versions: { torch: "2" } } : { note: "fused" };
    return fakeWorker(name, times, { log, ready: { checks, ...ready } });
  };
  const done = await measureCase(prefill, { ...settings, ...changed }, { start, say: () => {}, restMs: 0 });
  const find = (name: string, variant: string) => {
    const found = done.measurements.find((one) => nameOf(one) === name && one.variant === variant);
    if (!found) throw new Error(`no ${name} ${variant}`);
    return found;
  };
  return { ...done, find, given, log };
}

describe("measuring a case", () => {
  it("keeps every time, with median, least, most and spread", async () => {
    const { find } = await measured();
    const { ms, cpuMs, median, min, max, spread, flops } = find("native float32", "full");
    assert.deepEqual(
      { ms, cpuMs, median, min, max, flops },
      { ms: [40, 20], cpuMs: [80, 40], median: 30, min: 20, max: 40, flops: 4e9 },
    );
    assert.equal(spread, 20 / 30);
  });

  it("holds ProxyLab against PyTorch of its precision, and against the fastest of any", async () => {
    const { find } = await measured();
    const { eager, compiled, best } = find("native float32", "full").timesAsFast ?? {};
    assert.deepEqual(eager, { ratio: 70 / 30, low: 2, high: 3 });
    assert.deepEqual(compiled, { ratio: 2, low: 1.5, high: 3 });
    assert.deepEqual(best, { ratio: 20 / 30, low: 0.5, high: 1 });
    assert.equal(find("PyTorch float32 eager", "full").timesAsFast, undefined);
  });

  it("says what a route saves of a side's own time beside what it saves of the FLOPs", async () => {
    const { find } = await measured();
    const light = find("native float32", "light");
    assert.ok(Math.abs((light.savedTimePct as number) - 100 * (2 / 3)) < 1e-9);
    assert.equal(light.savedFlopsPct, 75);
    assert.equal(find("native float32", "full").savedTimePct, 0);
  });

  it("says how far from PyTorch's float32 each side computes", async () => {
    const { find } = await measured();
    assert.equal(find("native float32", "full").differsBy, 0.25);
    assert.equal(find("PyTorch float32 compiled", "full").differsBy, 0);
    assert.equal(find("PyTorch float32 eager", "full").differsBy, undefined);
  });

  it("goes on without a side that does not start, and says why", async () => {
    const { find } = await measured();
    const { ms, error, median } = find("native high", "full");
    assert.deepEqual({ ms, error, median }, { ms: [], error: "it does not start", median: undefined });
  });

  it("leaves out what a side is not there for, and asks its program for nothing more", async () => {
    const { measurements, given } = await measured();
    assert.equal(measurements.length, 11);
    assert.deepEqual(given["wasm float32"], { program: "prefill", hidden: 8, routes: ["full"] });
  });

  it("leaves PyTorch and precisions out when told, and then has no ratios", async () => {
    const { measurements } = await measured({ pytorch: false, precisions: ["float32"] });
    assert.deepEqual([...new Set(measurements.map(nameOf))], ["wasm float32", "native float32"]);
    assert.ok(measurements.every(({ timesAsFast }) => timesAsFast === undefined));
  });

  it("lets large sides of one precision take turns before those of the next are started", async () => {
    const log: string[] = [];
    const start = async (contender: Contender) => {
      const name = nameOf(contender);
      log.push(`${name}: starts`);
      return fakeWorker(name, [1, 1, 1, 1], { log, ready: { checks: {} } });
    };
    const large = { ...prefill, apart: true };
    const { measurements } = await measureCase(large, settings, { start, say: () => {}, restMs: 0 });
    const last = log.findLastIndex((line) => line.includes("float32"));
    const first = log.findIndex((line) => line.includes("bfloat16") || line.includes("high"));
    assert.ok(last >= 0 && last < first, log.join("\n"));
    const light = measurements.find((one) => nameOf(one) === "native high" && one.variant === "light");
    assert.deepEqual(Object.keys(light?.timesAsFast ?? {}), ["eager", "best"]);
  });

  it("ends every program and gathers their versions and notes", async () => {
    const { log, versions, find } = await measured();
    assert.equal(log.filter((line) => line.endsWith("ends")).length, 5);
    assert.deepEqual(versions, { torch: "2" });
    assert.equal(find("native float32", "full").note, "fused");
  });

  it("gives what JSON keeps", async () => {
    const { measurements } = await measured();
    assert.deepEqual(JSON.parse(JSON.stringify(measurements)), measurements);
  });
});
