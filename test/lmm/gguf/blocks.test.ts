import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { openGguf } from "../../../src/lmm/gguf/file.ts";
import { goldenFolder, goldenJson } from "../../support/golden.ts";

interface Stored {
  readonly type: string;
  readonly shape: number[];
  readonly sha256: string;
}

describe("the numbers of a GGUF file", () => {
  it("are those of the Python package gguf, bit for bit, for every block type that is read", async () => {
    const expected = goldenJson<Record<string, Stored>>("gguf/tensors.json");
    const file = await openGguf(goldenFolder("gguf/tiny.gguf"));
    const given = [...file.entries].map(([name, { type, shape }]): [string, Stored] => {
      const values = file.read(name);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      return [
        name,
        { type: type.name, shape: [...shape], sha256: createHash("sha256").update(bytes).digest("hex") },
      ];
    });
    file.close();
    assert.deepEqual(Object.fromEntries(given), expected);
    assert.deepEqual(
      new Set(given.map(([, { type }]) => type)),
      new Set(["F32", "F16", "BF16", "Q4_1", "Q8_0"]),
    );
  });
});
