import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { compile, findCompiler } from "../../../src/backend/wasm/build.ts";
import { simdModule } from "../../../src/backend/wasm/simd.ts";

describe("the wasm engine's own module", function () {
  this.timeout(120_000);

  it("is byte for byte what its sources make", function () {
    if (!findCompiler()) this.skip();
    assert.ok(Buffer.compare(compile(), readFileSync(simdModule)) === 0, "it is out of date: npm run wasm");
  });
});
