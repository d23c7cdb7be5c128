import { readFileSync, writeFileSync } from "node:fs";
import { tf } from "../../../src/backend/tf.ts";
import { LMM } from "../../../src/lmm/lmm.ts";
import { runDecoder } from "../../../src/routes/run.ts";
import { type LayerShape, oneLayer, streams } from "./layer.ts";
import { engine, say, settings } from "./serve.ts";
import { weights } from "./weights.ts";

/** How many bytes one attention takes over some tokens: the process's peak meanwhile over what it held before. */
const given: LayerShape = settings({ hidden: 4096, heads: 32, ffn: 16, crops: 1, grid: 0, text: 150 });
const report = await engine();
const config = oneLayer(given);
const { weights: model, plan } = LMM.build(weights, config);
const run = (shape: LayerShape): void => {
  const before = streams(shape, config);
  const prefill = () =>
    tf.tidy(() => {
      const { byKind } = runDecoder(model.model.layers, plan, before, { rotaryBase: 10000 }).streams;
      byKind.text?.x.slice([0, 0, 0], [1, 1, 1]).dataSync();
    });
  forget();
  const held = status("VmRSS");
  prefill();
  if (shape === given) say({ bytes: status("VmHWM") - held, engine: report });
};
run({ ...given, text: 32 });
run(given);

/** Lets the kernel count the peak from now on. */
function forget(): void {
  writeFileSync("/proc/self/clear_refs", "5");
}

function status(field: "VmRSS" | "VmHWM"): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync("/proc/self/status", "utf8"));
  return Number(line?.[1]) * 1024;
}
