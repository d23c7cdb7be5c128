import { tf } from "../../../src/backend/tf.ts";
import { LMM } from "../../../src/lmm/lmm.ts";
import { editsByName } from "../../../src/routes/library/byName.ts";
import { runDecoder } from "../../../src/routes/run.ts";
import type { Streams } from "../../../src/routes/stream.ts";
import { oneLayer, streams, summary } from "./layer.ts";
import { engine, serve, settings, type Variant } from "./serve.ts";
import { shared } from "./weights.ts";

/** The prefill of one decoder layer by each route; all routes share the layer's weights. */
const given = settings({
  hidden: 4096,
  heads: 32,
  ffn: 11008,
  crops: 5,
  grid: 24,
  text: 50,
  routes: ["full"],
});
const report = await engine();
const config = oneLayer(given);
const before = streams(given, config);
const variants: Record<string, Variant> = {};
const checks: Record<string, number[]> = {};
for (const name of given.routes) {
  const lmm = LMM.build(shared, config, ...editsByName(name, 1, 0).edits);
  const prefill = <T extends tf.TensorContainer>(use: (after: Streams) => T): T =>
    tf.tidy(() =>
      use(
        runDecoder(lmm.weights.model.layers, lmm.plan, before, {
          rotaryBase: config.decoder.rope_theta,
          promptEnd: Int32Array.of(given.text - 1),
        }).streams,
      ),
    );
  checks[name] = prefill(summary);
  variants[name] = {
    run: () =>
      prefill(({ byKind }) => Object.values(byKind).map(({ x }) => x.slice([0, 0, 0], [1, 1, 1]).dataSync())),
  };
}
serve(variants, { checks, engine: report });
