import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { Failure } from "../../../src/errors.ts";
import { openGguf } from "../../../src/lmm/gguf/file.ts";
import { llamaConfig } from "../../../src/lmm/gguf/llama.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { goldenFolder } from "../../support/golden.ts";

const whole = readFileSync(goldenFolder("gguf/tiny.gguf"));

/** The place of the number of a tensor's block type: behind its name, the number of its two dimensions, and those. */
const typeOf = (name: string): number => whole.indexOf(name) + name.length + 4 + 2 * 8;

/** The same bytes with some written over. */
function changed(at: number, bytes: string | number[]): Buffer {
  const copy = Buffer.from(whole);
  copy.set(typeof bytes === "string" ? Buffer.from(bytes) : bytes, at);
  return copy;
}

describe("a GGUF file that is not what it should be", () => {
  const file = temporaryFolder();
  const written = (bytes: Uint8Array): string => {
    writeFileSync(file("model.gguf"), bytes);
    return file("model.gguf");
  };
  const refused = (path: string, words: RegExp) =>
    assert.rejects(
      openGguf(path).then((opened) => {
        opened.close();
        llamaConfig(opened);
      }),
      (error: Error) => {
        assert.ok(error instanceof Failure, error.stack);
        assert.ok(error.message.includes(path), error.message);
        assert.match(error.message, words);
        return true;
      },
    );

  it("is named when it is not there, is a folder, or is no GGUF file", async () => {
    await refused(file("none.gguf"), /no such file/);
    mkdirSync(file("folder.gguf"));
    await refused(file("folder.gguf"), /it is not a file/);
    await refused(written(Buffer.alloc(0)), /is not a whole GGUF file/);
    await refused(written(Buffer.from("not at all a GGUF file")), /magic number/);
    await refused(written(changed(4, [9])), /unsupported version "9"/);
  });

  it("is refused wherever it was cut off, before any of its tensors is read", async () => {
    const cuts = fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), (length) =>
      refused(
        written(whole.subarray(0, length)),
        /is not a whole GGUF file|no tensor|expected|holds a model/,
      ),
    );
    await fc.assert(cuts, { numRuns: 40 });
    await refused(written(whole.subarray(0, -64)), /ends at byte \d+, and the file at 143296/);
  });

  it("is refused with the type's name where its blocks are of a type that is not read", async () => {
    const at = typeOf("blk.0.attn_v.weight");
    await refused(
      written(changed(at, [2])),
      /tensor blk.0.attn_v.weight has blocks of type Q4_0; only F32, F16, Q4_1, Q8_0, BF16 are/,
    );
    await refused(written(changed(at, [14])), /type Q6_K/);
    await refused(written(changed(at, [200])), /type 200/);
  });

  it("is refused where a tensor lies on another, or its rows are no whole blocks", async () => {
    const at = typeOf("blk.0.attn_v.weight");
    await refused(
      written(changed(at + 4, new Array(8).fill(0))),
      /begins at byte \d+, within the one before it/,
    );
    await refused(written(changed(at + 4, [0, 0, 0, 0, 0, 0, 1])), /ends at byte \d+/);
    await refused(written(changed(at - 16, [63])), /has the shape \[32,63\], which Q4_1 cannot store/);
  });

  it("is refused with its architecture's name where that is another than Llama's", async () => {
    const at = whole.indexOf("llama", whole.indexOf("general.architecture"));
    await refused(written(changed(at, "gemma")), /holds a model of architecture "gemma"; expected "llama"/);
  });

  it("never throws anything but a failure that names it, whichever byte of the header is wrong", async () => {
    const end = whole.indexOf("blk.1.ffn_down.weight") + 64;
    const wrong = fc.asyncProperty(
      fc.integer({ min: 0, max: end }),
      fc.integer({ min: 0, max: 255 }),
      async (at, byte) => {
        const path = written(changed(at, [byte]));
        try {
          const opened = await openGguf(path);
          opened.close();
          llamaConfig(opened);
        } catch (error) {
          assert.ok(error instanceof Failure && error.message.includes(path), (error as Error).stack);
        }
      },
    );
    await fc.assert(wrong, { numRuns: 60 });
  });
});
