import assert from "node:assert/strict";
import fc from "fast-check";
import { cosine } from "../../src/train/schedule.ts";

describe("the learning rate's factor", () => {
  it("rises in equal steps over the warm-up, then falls along a cosine, never below the floor", () => {
    const numbers = fc
      .record({
        steps: fc.integer({ min: 2, max: 400 }),
        warmup: fc.integer({ min: 0, max: 50 }),
        floor: fc.double({ min: 0, max: 0.5, noNaN: true }),
      })
      .filter(({ steps, warmup }) => warmup < steps);
    fc.assert(
      fc.property(numbers, ({ steps, ...options }) => {
        const { warmup, floor } = options;
        const factors = Array.from({ length: steps }, (_, step) => cosine(step, steps, options));
        factors.forEach((factor, step) => {
          const fallen = Math.max(floor, (1 + Math.cos((Math.PI * step) / steps)) / 2);
          assert.ok(factor > 0 && factor <= 1);
          assert.ok(Math.abs(factor - fallen * Math.min(1, (step + 1) / Math.max(1, warmup))) < 1e-12);
          if (step >= warmup) assert.ok(factor >= floor);
          if (step > warmup) assert.ok(factor <= (factors[step - 1] as number));
        });
        assert.ok((factors[0] as number) <= 1 / Math.max(1, warmup));
      }),
      { numRuns: 50 },
    );
  });

  it("begins at the whole rate and ends near nothing when nothing is said", () => {
    assert.equal(cosine(0, 100), 1);
    assert.ok(cosine(99, 100) < 0.001);
    assert.equal(cosine(50, 100), 0.5);
  });
});
