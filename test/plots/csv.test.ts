import assert from "node:assert/strict";
import { fromCSV } from "arquero";
import fc from "fast-check";
import { toCsv } from "../../src/plots/csv.ts";

describe("a figure's CSV", () => {
  it("comes back from arquero as it was, whatever its words", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => text.replace(/\r/g, "\n"));
    fc.assert(
      fc.property(
        fc.array(fc.record({ plan: words, note: words }, { noNullPrototype: true }), { minLength: 1 }),
        (rows) => {
          const back = fromCSV(toCsv(rows), { autoType: false }).objects();
          assert.deepEqual(
            back.map((row) => ({ ...row })),
            rows,
          );
        },
      ),
    );
  });

  it("keeps numbers to the last digit, and nothing as nothing", () => {
    const rows = [
      { plan: 'a, "b"\nc', accuracy: 0.1 + 0.2, trained: true, from: null },
      { plan: "d", accuracy: 1e-12, trained: false, from: 3 },
    ];
    assert.deepEqual(
      fromCSV(toCsv(rows))
        .objects()
        .map((row) => ({ ...row })),
      rows,
    );
  });
});
