import { currentEngine, startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { Chat } from "../../src/lmm/chat.ts";
import { generate } from "../../src/lmm/generate.ts";
import type { WeightFormat } from "../../src/lmm/packing.ts";
import { uniform } from "../../src/lmm/random.ts";
import { newSmol, smolVision } from "../../src/lmm/smol.ts";

/**
 * How long `smol`, untrained, takes to answer a question about a 224-pixel picture with 12 tokens, once loaded, in seconds, and in seconds of
 * the processor, which another program's load does not lengthen as much:
 * `node --import tsx test/bench/answer.ts [wasm|native] [float32|bfloat16]`.
 */
const [backend = "wasm", weights = "float32"] = process.argv.slice(2) as ["wasm"?, WeightFormat?];
const tokens = 12;
const pixels = uniform(1);
const { image_size: side, num_channels: channels } = smolVision;
const picture = { crops: [Float32Array.from({ length: channels * side * side }, pixels)] };

await startEngine({ backend, quiet: true });
const seconds = async (run: () => unknown) => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
};
let lmm: Awaited<ReturnType<typeof newSmol>> | undefined;
const loading = await seconds(async () => {
  lmm = await newSmol({ weights });
});
if (!lmm) throw new Error("nothing was loaded");
const model = lmm;
const sample = Chat.with(model).ask("What is the total?", picture);
const prefill = () =>
  tf.tidy(() => {
    model.prefill([sample], { keepCache: true }).streams.byKind.text?.x.dataSync();
  });
const answer = () => generate(model, [sample], { maxTokens: tokens });
await seconds(prefill);
const report = {
  engine: currentEngine()?.chosen,
  weights,
  loading: loading,
  prefill: await seconds(prefill),
  answer: await seconds(answer),
  again: await seconds(answer),
  gigabytes: process.memoryUsage().rss / 1e9,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
