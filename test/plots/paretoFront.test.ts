import assert from "node:assert/strict";
import fc from "fast-check";
import { dominates, paretoFront } from "../../src/plots/paretoFront.ts";

// Few distinct values, so that ties and equal rows are common.
const rows = fc.array(
  fc.record({ flops: fc.nat({ max: 6 }), accuracy: fc.nat({ max: 6 }) }, { noNullPrototype: true }),
);

describe("the Pareto front", () => {
  it("holds exactly the rows that no other row dominates", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const front = paretoFront(all);
        for (const row of all)
          assert.equal(front.includes(row), !all.some((other) => dominates(other, row)), JSON.stringify(row));
      }),
    );
  });

  it("runs from the cheapest row on, never down", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const front = paretoFront(all);
        for (const [i, row] of front.slice(1).entries())
          assert.ok(row.flops >= front[i].flops && row.accuracy >= front[i].accuracy);
      }),
    );
  });

  it("does not depend on the order of the rows, and leaves them as they are", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const before = structuredClone(all);
        assert.deepEqual(paretoFront(all.toReversed()), paretoFront(all));
        assert.deepEqual(all, before);
      }),
    );
  });

  it("of no rows is empty", () => assert.deepEqual(paretoFront([]), []));
});
