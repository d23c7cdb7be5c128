import assert from "node:assert/strict";
import { fakeWorker } from "./fakes.ts";
import { takeTurns } from "./rounds.ts";

const restMs = 0;

describe("taking turns", () => {
  it("runs all sides one after the other, round by round", async () => {
    const log: string[] = [];
    const entrants = ["a", "b"].map((name) => ({ worker: fakeWorker(name, [1, 2, 3, 4], { log }) }));
    const times = await takeTurns(entrants, ["x", "y"], 2, { restMs });
    assert.deepEqual(log, ["a x", "b x", "a y", "b y", "a x", "b x", "a y", "b y"]);
    assert.deepEqual(times[0]?.get("x"), { ms: [1, 3], cpuMs: [2, 6] });
    assert.deepEqual(times[1]?.get("y"), { ms: [2, 4], cpuMs: [4, 8] });
  });

  it("lets the others go on when one fails", async () => {
    const entrants = [{ worker: fakeWorker("a", [1]) }, { worker: fakeWorker("b", [5, 6, 7]) }];
    const times = await takeTurns(entrants, ["x"], 3, { restMs });
    assert.deepEqual(times[0]?.get("x"), { ms: [1], cpuMs: [2], error: "a has no more" });
    assert.deepEqual(times[1]?.get("x"), { ms: [5, 6, 7], cpuMs: [10, 12, 14] });
  });

  it("asks a side no oftener, and for nothing else, than it is there for", async () => {
    const log: string[] = [];
    const slow = { worker: fakeWorker("slow", [9, 9], { log }), most: 1, only: ["y"] };
    const times = await takeTurns([slow], ["x", "y"], 3, { restMs });
    assert.deepEqual(log, ["slow y"]);
    assert.deepEqual([...(times[0] as Map<string, unknown>)], [["y", { ms: [9], cpuMs: [18] }]]);
  });

  it("has measured a side enough after a minute of its runs", async () => {
    const entrants = [{ worker: fakeWorker("a", [50_000, 20_000, 1]) }];
    const times = await takeTurns(entrants, ["x"], 3, { restMs });
    assert.deepEqual(times[0]?.get("x"), { ms: [50_000, 20_000], cpuMs: [100_000, 40_000] });
  });

  it("tells how far it is", async () => {
    const heard: number[][] = [];
    const onRun = (...at: [number, number]) => void heard.push(at);
    await takeTurns([{ worker: fakeWorker("a", [1, 1, 1, 1]) }], ["x", "y"], 2, { restMs, onRun });
    assert.deepEqual(heard, [
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });
});
