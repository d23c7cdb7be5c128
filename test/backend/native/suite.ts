import assert from "node:assert/strict";
import { findBinding } from "../../../src/backend/native/place.ts";
import { runKernel } from "../../../src/backend/operations.ts";
import { precision, setPrecision } from "../../../src/backend/precision.ts";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";
import { bfloat16, type Round } from "../../support/float64.ts";

/**
 * Declares a suite that needs the fused operations of the native engine: on the instruction set and the number of
 * threads that this process was given, at the precision that `PROXYLAB_PRECISION` names. Shown as pending where they
 * have not been made.
 */
export function onFusedOperations(title: string, suite: () => void): void {
  const missing = findBinding("tfjs-node") === undefined;
  describe(`${title}${missing ? ' (skipped: the native engine has not been made; "proxylab native" makes it)' : ""}`, () => {
    let usual: EngineName | undefined;
    const given = precision();

    before(async function () {
      if (missing) this.skip();
      usual = currentEngine()?.chosen;
      const { instructions } = await startEngine({ backend: "tfjs-node", quiet: true });
      if (instructions === undefined) {
        assert.notEqual(
          process.env.CI,
          "true",
          'the fused operations have not been compiled; run "proxylab native" before the tests',
        );
        this.skip();
      }
      setPrecision(process.env.PROXYLAB_PRECISION === "high" ? "high" : "highest");
    });

    after(async () => {
      setPrecision(given);
      if (usual) await startEngine({ backend: usual, quiet: true });
    });

    suite();
  });
}

/** Whether products round their operands to bfloat16 here: at `high` precision, where the processor multiplies those. */
export function rounds(): boolean {
  const fine = 1 + 2 ** -12;
  const y = tf.tidy(() =>
    runKernel("Linear", { x: tf.fill([16, 1], fine), weight: tf.ones([1, 1]) })[0]?.dataSync(),
  ) as unknown as Float32Array;
  return y[0] !== fine;
}

/**
 * What products may do to their operands here: at `high` precision round them, or leave them where that takes no longer,
 * as for a row or two.
 */
export const roundings = (): readonly Round[] => (rounds() ? [bfloat16, exact] : [exact]);

const exact: Round = (x) => x;
