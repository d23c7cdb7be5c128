import assert from "node:assert/strict";
import fc from "fast-check";
import { type Layout, layOut, type Sample } from "../../src/lmm/prompt.ts";
import { type Places, tokens } from "../../src/routes/stream.ts";
import { picture, words } from "../support/tiny.ts";

const samples: fc.Arbitrary<Sample> = fc
  .record({
    before: fc.integer({ min: 0, max: 3 }),
    pictures: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 3,
    }),
    after: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ before, pictures, after }) => ({
    parts: [
      words(before),
      ...pictures.flatMap(([crops, text]) => [picture(crops), words(text)]),
      words(after),
    ],
  }));
const batches = fc.array(samples, { minLength: 1, maxLength: 3 });
const forms = fc.constantFrom({ tokens: 6, grid: { rows: 2, columns: 3 } }, { tokens: 5 });

/** Every present token of a sample: its kind, its position and where it belongs, in the order of positions. */
function tokensOf(layout: Layout, sample: number) {
  const of = (kind: string, places: Places) =>
    Array.from({ length: tokens(places) }, (_, i) => sample * tokens(places) + i)
      .filter((i) => places.present[i])
      .map((i) => ({
        kind,
        position: places.position[i] as number,
        image: places.image[i],
        crop: places.crop[i],
      }));
  const { vision, newline, text } = layout;
  return [...of("vision", vision), ...of("newline", newline), ...of("text", text)].sort(
    (a, b) => a.position - b.position,
  );
}

/** What should stand there, read off the sample itself. */
function expected({ parts }: Sample, form: { tokens: number; grid?: { columns: number } }, rows: boolean) {
  const all: { kind: string; image: number; crop: number }[] = [];
  let [image, crop] = [0, 0];
  for (const part of parts) {
    if (!("crops" in part)) {
      all.push(...part.map(() => ({ kind: "text", image: -1, crop: -1 })));
      continue;
    }
    for (const _ of part.crops) {
      const width = rows && form.grid ? form.grid.columns : form.tokens;
      for (let token = 1; token <= form.tokens; token++) {
        all.push({ kind: "vision", image, crop });
        if (token % width === 0) all.push({ kind: "newline", image, crop });
      }
      crop++;
    }
    image++;
  }
  return all.map((one, position) => ({ ...one, position }));
}

describe("a batch laid out", () => {
  for (const newlines of ["inPlace", "rows"] as const) {
    it(`newlines ${newlines}: tokens stand in reading order, one at each position, and the next is free`, () => {
      fc.assert(
        fc.property(batches, forms, (batch, form) => {
          const layout = layOut(batch, form, { newlines });
          batch.forEach((sample, i) => {
            const all = expected(sample, form, newlines === "rows");
            assert.deepEqual(
              tokensOf(layout, i),
              all.map(({ kind, position, image, crop }) => ({ kind, position, image, crop })),
            );
            assert.equal(layout.next[i], all.length);
          });
        }),
        { numRuns: 40 },
      );
    });
  }

  it("newlines early: only those of a picture's later crops move, one crop ahead; everything else stays", () => {
    fc.assert(
      fc.property(batches, forms, (batch, form) => {
        const [plain, early] = [
          layOut(batch, form, { newlines: "inPlace" }),
          layOut(batch, form, { newlines: "early" }),
        ];
        assert.deepEqual(early.vision, plain.vision);
        assert.deepEqual(early.text, plain.text);
        assert.deepEqual(early.next, plain.next);
        const { newline } = plain;
        newline.position.forEach((position, i) => {
          const isFirst = i % tokens(newline) === 0 || newline.image[i - 1] !== newline.image[i];
          const moved = newline.present[i] && !isFirst ? form.tokens + 1 : 0;
          assert.equal(early.newline.position[i], position - moved);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("ids, the prompt's end and the crops of each sample are those of the samples", () => {
    fc.assert(
      fc.property(batches, forms, (batch, form) => {
        const { ids, promptEnd, cropAt, text, vision } = layOut(batch, form, { newlines: "inPlace" });
        let crop = 0;
        batch.forEach(({ parts }, i) => {
          const own = parts.flatMap((part) => ("crops" in part ? [] : [...part]));
          const at = i * tokens(text);
          assert.deepEqual([...ids.subarray(at, at + own.length)], own);
          assert.equal(promptEnd[i], own.length - 1);
          const crops = parts.reduce((sum, part) => sum + ("crops" in part ? part.crops.length : 0), 0);
          const perSample = cropAt.length / batch.length;
          assert.equal(perSample * form.tokens, tokens(vision));
          for (let c = 0; c < crops; c++) assert.equal(cropAt[i * perSample + c], crop++);
        });
      }),
      { numRuns: 40 },
    );
  });
});
