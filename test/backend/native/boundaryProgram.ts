import { writeSync } from "node:fs";
import { startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";
import { boundaryCases } from "./boundaryCases.ts";

/** Runs every boundary case and writes a line of JSON each, at once: what came before a crash stands there. */
const { instructions } = await startEngine({ backend: "tfjs-node", quiet: true });
if (!instructions) throw new Error('the fused operations have not been compiled; run "proxylab native"');
for (const [name, { run }] of Object.entries(boundaryCases)) {
  const before = tf.memory().numTensors;
  let ending: object;
  try {
    tf.tidy(() => {
      for (const y of run()) y.dataSync();
    });
    ending = {};
  } catch (error) {
    ending = { error: error instanceof Error ? error.message : `not an error: ${error}` };
  }
  writeSync(1, `${JSON.stringify({ name, ...ending, left: tf.memory().numTensors - before })}\n`);
}
