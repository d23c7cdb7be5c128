import assert from "node:assert/strict";
import {
  compilerFlags,
  instructionSet,
  instructionSets,
  processorFeatures,
  runnable,
} from "../../../src/backend/native/instructions.ts";
import { UsageError } from "../../../src/errors.ts";

const zen3 = new Set(["avx2", "fma", "sse4_2"]);
const zen4 = new Set([...zen3, "avx512f", "avx512bw", "avx512vl", "avx512dq", "avx512_bf16"]);
const sapphireRapids = new Set([...zen4, "amx_tile", "amx_bf16"]);

describe("the instruction set", () => {
  it("is the fastest that the processor runs", () => {
    assert.equal(instructionSet(undefined, zen3), "avx2");
    assert.equal(instructionSet(undefined, zen4), "avx512bf16");
    assert.equal(instructionSet(undefined, sapphireRapids), "amx");
    assert.equal(instructionSet(undefined, new Set(["sse2"])), undefined);
  });

  it("needs every feature that it is compiled with", () => {
    assert.deepEqual(runnable(new Set(["avx2"])), [], "AVX2 without FMA");
    assert.deepEqual(runnable(sapphireRapids), instructionSets);
    for (const set of instructionSets) assert.ok(compilerFlags[set].includes("-mfma"), set);
  });

  it("is the one that is named, or none", () => {
    assert.equal(instructionSet("avx2", sapphireRapids), "avx2");
    assert.equal(instructionSet("none", sapphireRapids), undefined);
  });

  it("refuses one that is unknown, and one that the processor lacks", () => {
    assert.throws(() => instructionSet("sse9", zen3), UsageError);
    assert.throws(() => instructionSet("amx", zen3), /it runs avx2/);
  });

  it("is read from the processor", () => {
    if (process.platform === "linux") assert.ok(processorFeatures().size > 0);
  });
});
