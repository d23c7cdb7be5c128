import assert from "node:assert/strict";
import { lengths, measureMemory } from "./memory.ts";

describe("measuring memory", () => {
  it("asks every side for every length, and goes on where one fails", async () => {
    const native = { engine: "native", precision: "float32", threads: 1 } as const;
    const { memory, versions } = await measureMemory(
      [native],
      async (_, tokens) => {
        if (tokens === 600) throw new Error("no memory");
        return { bytes: 1000 * tokens, versions: { tensorflow: "2" } };
      },
      () => {},
    );
    assert.deepEqual(
      memory.map(({ tokens }) => tokens),
      [...lengths],
    );
    assert.equal(memory[0]?.bytes, 150_000);
    assert.deepEqual(memory[2], { ...native, tokens: 600, error: "no memory" });
    assert.deepEqual(versions, { tensorflow: "2" });
  });
});
