import assert from "node:assert/strict";
import fc from "fast-check";
import { wilson } from "../../src/studies/interval.ts";

describe("the 95 % interval of a share", () => {
  it("is Wilson's: the values that Newcombe (1998) prints for 81 of 263 and 0 of 20", () => {
    const { low, high } = wilson(81, 263);
    assert.ok(Math.abs(low - 0.2553) < 5e-5 && Math.abs(high - 0.3662) < 5e-5, `${low} to ${high}`);
    const none = wilson(0, 20);
    assert.equal(none.low, 0);
    assert.ok(Math.abs(none.high - 0.1611) < 5e-5, `${none.high}`);
  });

  it("holds the share, stays within 0 and 1, and narrows with more samples", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, part) => {
          const hits = Math.round(all * part);
          const { low, high } = wilson(hits, all);
          assert.ok(low >= 0 && high <= 1 && low <= hits / all + 1e-12 && high >= hits / all - 1e-12);
          const more = wilson(4 * hits, 4 * all);
          assert.ok(more.high - more.low < high - low);
        },
      ),
    );
  });
});
