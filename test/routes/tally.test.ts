import assert from "node:assert/strict";
import { metered } from "../../src/backend/meter.ts";
import { tf } from "../../src/backend/tf.ts";
import { cost } from "../../src/lmm/cost.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { fastV } from "../../src/routes/library/fastV.ts";
import { lightMlp } from "../../src/routes/library/lightMlp.ts";
import { maskAttention } from "../../src/routes/library/maskAttention.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../src/routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../../src/routes/library/pyramidDrop.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../../src/routes/library/skipAttentionAndFfn.ts";
import { skipFfn } from "../../src/routes/library/skipFfn.ts";
import { visionZip } from "../../src/routes/library/visionZip.ts";
import { type Edits, from } from "../../src/routes/plan.ts";
import { onEveryEngine } from "../support/engines.ts";
import { throughReferenceKernels } from "../support/referenceKernels.ts";
import { layers, picture, tinyConfig, words } from "../support/tiny.ts";

const plans: Record<string, Edits> = {
  full: [],
  "masked attention from 0": from(0, maskAttention()),
  "skipped attention from 1": from(1, skipAttention()),
  "skipped FFN from 2": from(2, skipFfn()),
  "a light MLP for the FFN from 1": from(1, skipFfn("vision", lightMlp({ ratio: 1 / 2 }))),
  "skipped attention and FFN from 1": from(1, skipAttentionAndFfn()),
  "skipped attention and FFN of newlines": from(0, skipAttentionAndFfn("newline", "keep")),
  "ProxyV from 0, factor 2": from(0, proxyV({ factor: 2 })),
  "ProxyV from 1, factor 4": from(1, proxyV({ factor: 4 })),
  "ProxyV from the last layer": from(layers - 1, proxyV({ factor: 2 })),
  "ProxyV as drawn": from(1, proxyV({ factor: 2, sees: "drawn", positions: "block" })),
  "non-spatial ProxyV": from(1, proxyVNonSpatial({ queries: 3 })),
  FastV: fastV(),
  PyramidDrop: pyramidDrop({ layers: [1, 3], keep: 0.4 }),
  VisionZip: visionZip({ dominant: 5, contextual: 3 }),
  "non-spatial ProxyV on VisionZip": [
    visionZip({ dominant: 5, contextual: 3 }),
    from(2, proxyVNonSpatial({ queries: 2 })),
  ],
  "ProxyV, then FastV": [from(1, proxyV({ factor: 2 })), fastV({ layer: 3 })],
};

const shapes = [
  { newlines: "inPlace", crops: 1, text: 1 },
  { newlines: "early", crops: 3, text: 6 },
  { newlines: "rows", crops: 2, text: 3 },
] as const;

/** Only here may an engine leave out what nobody sees. */
const ofPairs = new Set(["scores", "values"]);

/** Which tokens a ranking keeps is not known when counting, and so neither is exactly how many see them. */
const ranked = new Set(["FastV", "PyramidDrop", "ProxyV, then FastV"]);

describe("what an engine multiplies lies between the visible and the full count", () => {
  const suite = () => {
    for (const [name, edits] of Object.entries(plans)) {
      it(`${name}: layer by layer, operation by operation, kind by kind`, () => {
        for (const { newlines, crops, text } of shapes) {
          const lmm = LMM.random(tinyConfig(newlines), 3, edits);
          compare(lmm, crops, text, ranked.has(name));
          lmm.dispose();
        }
      });
    }
  };
  onEveryEngine(suite);
  throughReferenceKernels(suite);
});

describe("where nothing is masked, visible count, full count and what an engine multiplies are one", () => {
  onEveryEngine(() => {
    for (const name of ["full", "skipped attention from 1", "FastV", "VisionZip"]) {
      it(`${name}: a single text token behind the picture sees every token`, () => {
        const lmm = LMM.random(tinyConfig(), 3, plans[name] as Edits);
        const ofText = (cells: Map<string, number>) =>
          [...cells].filter(([cell]) => cell.endsWith("/text")).sort();
        const executed = ofText(run(lmm, 2, 1));
        assert.ok(executed.length >= 9 * layers);
        assert.deepEqual(executed, ofText(counted(lmm, 2, 1, "full")));
        assert.deepEqual(executed, ofText(counted(lmm, 2, 1, "visible")));
        lmm.dispose();
      });
    }
  });
});

function compare(lmm: LMM, crops: number, text: number, isRanked: boolean): void {
  const executed = run(lmm, crops, text);
  const [most, least] = (["full", "visible"] as const).map((scores) => counted(lmm, crops, text, scores));
  assert.deepEqual([...executed.keys()].sort(), [...(most as Map<string, number>).keys()].sort());
  for (const [cell, own] of executed) {
    const [high, low] = [most?.get(cell) as number, least?.get(cell) as number];
    const told = `${cell}: ${own} multiply-adds; ${low} visible, ${high} in full`;
    assert.ok(
      ofPairs.has(cell.split("/")[1] as string)
        ? (low <= own || isRanked) && own <= high
        : own === high && own === low,
      told,
    );
  }
}

/** Multiply-adds that the engine executes in the decoder's layers, by layer, operation and kind. */
function run(lmm: LMM, crops: number, text: number): Map<string, number> {
  const sample = { parts: [picture(crops), words(text)] };
  const { tallies } = metered(() => tf.tidy(() => void lmm.prefill([sample])));
  const cells = tallies.filter(({ layer }) => /^\d+$/.test(layer));
  return new Map(
    cells.map(({ layer, operation, kind, multiplyAdds }) => [`${layer}/${operation}/${kind}`, multiplyAdds]),
  );
}

function counted(lmm: LMM, crops: number, text: number, scores: "full" | "visible"): Map<string, number> {
  const all = cost(lmm, { crops, text, scores }).layers.flatMap(({ cells }, layer) =>
    cells.map(({ operation, kind, flops }) => [`${layer}/${operation}/${kind}`, flops / 2] as const),
  );
  return new Map(all);
}
