import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reach } from "../../src/routes/route.ts";
import { type Party, sees } from "../../src/routes/visibility.ts";
import { seenBy } from "../../src/routes/visiblePairs.ts";

const party = (kind: string, batch: number) =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((count) => {
      const length = { minLength: batch * count, maxLength: batch * count };
      const numbers = (min: number, max: number) => fc.array(fc.integer({ min, max }), length);
      return fc.record({
        position: numbers(0, 8),
        present: numbers(0, 1),
        image: numbers(-1, 2),
        offset: fc.integer({ min: 0, max: 3 }),
      });
    })
    .map(
      ({ position, present, image, offset }): Party => ({
        kind,
        offset,
        places: {
          batch,
          position: Int32Array.from(position),
          present: Uint8Array.from(present),
          image: Int32Array.from(image),
          crop: new Int32Array(position.length),
        },
      }),
    );

describe("how many keys a query sees", () => {
  for (const reach of ["self", "earlier", "image", undefined] as (Reach | undefined)[]) {
    it(`is the rule "${reach}", summed over every pair`, () => {
      const parties = fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
        .chain(([batch, same]) => fc.tuple(party("a", batch), party(same ? "a" : "b", batch)));
      fc.assert(
        fc.property(parties, ([queries, keys]) => {
          const seen = seenBy(reach, queries, keys);
          const [height, width] = [queries, keys].map(
            ({ places }) => places.position.length / places.batch,
          ) as [number, number];
          for (let query = 0; query < queries.places.position.length; query++) {
            const first = Math.floor(query / height) * width;
            const pairs = Array.from({ length: width }, (_, i) =>
              sees(reach, queries, query, keys, first + i),
            );
            assert.equal(seen(query), pairs.filter(Boolean).length);
          }
        }),
      );
    });
  }
});
