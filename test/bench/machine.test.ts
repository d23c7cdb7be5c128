import assert from "node:assert/strict";
import { processor, thisMachine } from "./machine.ts";

describe("the machine", () => {
  it("is named with its instruction sets, the widest first", () => {
    const cpuinfo =
      "processor\t: 0\nmodel name\t: Some CPU @ 2.0GHz\nflags\t\t: fpu avx2 avx512f amx_bf16 avx512_bf16\n\n";
    assert.deepEqual(processor(cpuinfo), {
      cpu: "Some CPU @ 2.0GHz",
      instructions: ["AMX bf16", "AVX-512 bf16", "AVX-512", "AVX2"],
    });
  });

  it("takes a flag for what it is, not for its beginning", () => {
    assert.deepEqual(processor("flags : avx512fp16 avx2x\n").instructions, []);
  });

  it("may be unknown", () => {
    assert.deepEqual(processor(""), { cpu: "unknown processor", instructions: [] });
  });

  it("has cores and memory", () => {
    const { cores, memoryGiB } = thisMachine();
    assert.ok(cores >= 1 && memoryGiB >= 1);
  });
});
