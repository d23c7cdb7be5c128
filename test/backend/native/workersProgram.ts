import assert from "node:assert/strict";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { startEngine } from "../../../src/backend/start.ts";
import * as reference from "../../support/float64.ts";
import { agree, Draw, floats, ints, run } from "./kernels.ts";
import { tolerances } from "./tolerances.ts";

/** A worker thread reads TypeScript only when it is told to. */
const typed = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(import.meta.url)});
});`;

/** Two worker threads, each with an engine of its own, compute at once, while a third and a fourth come and go. */
if (isMainThread) {
  const worker = (seed: number, rounds: number) =>
    new Promise<number>((resolve, reject) => {
      const thread = new Worker(typed, { eval: true, workerData: { seed, rounds } });
      let done = 0;
      thread.on("message", (rounds: number) => {
        done = rounds;
      });
      thread.on("error", reject);
      thread.on("exit", (code) => (code === 0 ? resolve(done) : reject(new Error(`ended with ${code}`))));
    });
  const both = [worker(1, 60), worker(2, 60)];
  const passing = worker(3, 2).then((first) => worker(4, 2).then((second) => first + second));
  console.log(JSON.stringify(await Promise.all([...both, passing])));
} else {
  const { seed, rounds } = workerData as { seed: number; rounds: number };
  const { instructions } = await startEngine({ backend: "tfjs-node", quiet: true });
  assert.ok(instructions, 'the fused operations have not been compiled; run "proxylab native"');
  const draw = new Draw(seed);
  for (let round = 0; round < rounds; round++) {
    const [M, D] = [200 + draw.whole(200), 10 + draw.whole(50)];
    const [x, weight, dy] = [draw.normal(M * D), draw.normal(D), draw.normal(M * D)];
    const { r } = reference.rmsNorm(x, weight, 0.1);
    const { dx, dweight, terms } = reference.rmsNormGrad(dy, x, weight, 0.1);
    const given = { dy: floats(dy, M, D), x: floats(x, M, D), weight: floats(weight, D), r: floats(r, M) };
    const gradients = run("RMSNormGrad", given);
    agree("dx", gradients[0], dx, [M, D], tolerances.elementwise, terms.dx);
    agree("dweight", gradients[1], dweight, [D], tolerances.sums, terms.dweight);

    const square = draw.normal(D * D);
    const [y] = run("Linear", { x: floats(x, M, D), weight: floats(square, D, D) });
    agree("y", y, reference.linear(x, square, D), [M, D], tolerances.products);

    const labels = Array.from({ length: M }, () => draw.whole(D));
    const [loss] = run("CrossEntropy", { logits: floats(x, M, D), labels: ints(labels, M) });
    agree("loss", loss, [reference.crossEntropy(x, labels).loss], [], tolerances.elementwise, 4);

    const shape = { batch: 1, queries: 40, keys: 40, heads: 4, kvHeads: 2, headSize: 16, rotaryBase: 0 };
    const [q, k, v] = [draw.normal(40 * 64), draw.normal(40 * 32), draw.normal(40 * 32)];
    const everything = { queries: ints([], 0, 0, 5), keys: ints([], 0, 0, 5) };
    const attrs = { heads: 4, kvHeads: 2, headSize: 16, rotaryBase: 0, kinds: 0, reaches: [] };
    const inputs = {
      q: floats(q, 1, 40, 64),
      k: floats(k, 1, 40, 32),
      v: floats(v, 1, 40, 32),
      ...everything,
    };
    const [o] = run("Attention", inputs, attrs);
    agree("o", o, reference.attention(q, k, v, shape).o, [1, 40, 64], tolerances.attention);
  }
  parentPort?.postMessage(rounds);
}
