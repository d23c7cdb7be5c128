import assert from "node:assert/strict";
import type { Measurement, Report } from "./report.ts";
import { reportText } from "./table.ts";

const side = { case: "step", variant: "step", threads: 1, precision: "float32" } as const;

const native: Measurement = {
  ...side,
  engine: "native",
  ms: [100, 110, 90],
  cpuMs: [95, 99, 91],
  median: 100,
  min: 90,
  max: 110,
  spread: 0.2,
  timesAsFast: { eager: { ratio: 2, low: 1.9, high: 2.15 } },
  differsBy: 3e-7,
};

const report: Report = {
  machine: { cpu: "Some CPU", cores: 2, instructions: ["AVX2"], memoryGiB: 24 },
  versions: { node: "20", torch: "2.15.0" },
  runs: 3,
  titles: { step: "a training step", memory: "attention" },
  measurements: [
    native,
    { ...side, engine: "native", precision: "bfloat16", ms: [], cpuMs: [], error: "it does not start" },
    {
      ...side,
      engine: "PyTorch",
      mode: "eager",
      ms: [200, 209, 193.5],
      cpuMs: [1, 1, 1],
      median: 200,
      min: 193.5,
      max: 209,
      spread: 0.08,
    },
  ],
  memory: [],
};

describe("the table", () => {
  it("names the machine and the versions", () => {
    const text = reportText(report);
    assert.match(text, /^Some CPU, 2 cores, AVX2, 24 GiB\nnode 20, torch 2\.15\.0\nmedians of 3 runs/);
  });

  it("has a line a side, with ratios for ProxyLab's", () => {
    const lines = reportText(report).split("\n");
    const line = lines.find((one) => one.includes("native float32")) as string;
    assert.match(line, /native float32 +3 +100 +90\.0 +95\.0 +20 % +x 2\.00 \(1\.90 to 2\.15\) +3e-7/);
    assert.match(
      lines.find((one) => one.includes("PyTorch float32")) as string,
      /PyTorch float32 eager +3 +200 +194 +1\.00 +8 %$/,
    );
  });

  it("says what failed and why", () => {
    assert.match(reportText(report), /native high +failed: it does not start/);
  });

  it("leaves out columns that nothing is in", () => {
    const text = reportText(report);
    for (const absent of ["GFLOP/s", "compiled", "FLOPs saved", "stock"])
      assert.ok(!text.includes(absent), absent);
  });

  it("tells rates where operations are known, and what routes save", () => {
    const full = { ...native, flops: 5e9, savedTimePct: 33.4, savedFlopsPct: 40.2 };
    const text = reportText({ ...report, measurements: [full] });
    assert.match(text, /GFLOP\/s +time saved +FLOPs saved/);
    assert.match(text, /50\.0 +33 % +40 %/);
  });

  it("parts thread counts and cases", () => {
    const text = reportText({ ...report, measurements: [native, { ...native, threads: 2 }] });
    assert.match(text, /step, 1 thread: a training step/);
    assert.match(text, /step, 2 threads: a training step/);
  });

  it("says why there is no PyTorch", () => {
    assert.match(reportText({ ...report, noPytorch: "no pip" }), /without PyTorch: no pip/);
  });

  it("tells memory by length and how it grows", () => {
    const memory = [150, 300, 600].map((tokens) => ({
      engine: "native" as const,
      precision: "float32" as const,
      threads: 1,
      tokens,
      bytes: 1e6 * tokens,
    }));
    const text = reportText({ ...report, memory });
    assert.match(text, /MB over so many tokens +150 +300 +600 +grows as n to the/);
    assert.match(text, /native float32 +150 +300 +600 +1\.00/);
  });
});
