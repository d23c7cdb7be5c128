import assert from "node:assert/strict";
import fc from "fast-check";
import { type Box, overlap, placeLabels, spread } from "../../src/plots/labels.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("labels beside points", () => {
  const bounds: Box = { x: 0, y: 0, width: 300, height: 200 };
  const labels = fc.array(
    fc.record({
      width: number(5, 60),
      height: fc.constant(13),
      anchors: fc.array(fc.record({ x: number(0, 300), y: number(0, 200) }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 20 },
  );
  const obstacles = fc.array(
    fc.record({ x: number(0, 300), y: number(0, 200), width: number(1, 40), height: number(1, 40) }),
    { maxLength: 8 },
  );

  it("touch neither each other, nor what is drawn already, nor the outside", () => {
    fc.assert(
      fc.property(labels, obstacles, (wanted, taken) => {
        const placed = placeLabels(wanted, { obstacles: taken, bounds }).filter((box) => box !== null);
        for (const [i, box] of placed.entries()) {
          assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 300 && box.y + box.height <= 200);
          assert.ok(![...taken, ...placed.slice(0, i)].some((other) => overlap(box, other)));
        }
      }),
    );
  });

  it("are left out where there is no room", () => {
    const label = { width: 20, height: 13, anchors: [{ x: 150, y: 100 }] };
    assert.deepEqual(placeLabels([label], { obstacles: [bounds], bounds }), [null]);
  });
});

describe("labels in a column", () => {
  it("stand a gap apart, within the column, in the order they want", () => {
    fc.assert(
      fc.property(fc.array(number(0, 400), { maxLength: 20 }), (wanted) => {
        const placed = spread(wanted, { gap: 16, low: 0, high: 400 });
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
        for (const [i, index] of order.entries()) {
          assert.ok(placed[index] >= -1e-6 && placed[index] <= 400 + 1e-6);
          if (i > 0) assert.ok(placed[index] - placed[order[i - 1]] >= 16 - 1e-6);
        }
      }),
    );
  });

  it("stay where they want to be when nothing is near", () => {
    assert.deepEqual(spread([300, 20, 100], { gap: 16, low: 0, high: 400 }), [300, 20, 100]);
  });
});
