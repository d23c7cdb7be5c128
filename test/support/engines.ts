import { findBinding } from "../../src/backend/native/place.ts";
import { currentEngine, type EngineName, engines, startEngine } from "../../src/backend/start.ts";
import { Failure } from "../../src/errors.ts";

/**
 * Declares a suite once for each engine that this machine has. One that does not start after all is shown as
 * pending; the engine that ran before comes back afterwards.
 */
export function onEveryEngine(suite: (engine: EngineName) => void): void {
  for (const engine of engines) {
    const made = engine === "wasm" || engine === "cpu" || findBinding(engine) !== undefined;
    if (!made) {
      it.skip(`on ${engine}, which has not been made here`);
      continue;
    }
    describe(`on ${engine}`, () => {
      let previous: EngineName | undefined;
      before(async function () {
        previous = (currentEngine() ?? (await startEngine({ quiet: true }))).chosen;
        try {
          await startEngine({ backend: engine, quiet: true });
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          this.skip();
        }
      });
      after(async () => {
        if (previous) await startEngine({ backend: previous, quiet: true });
      });
      suite(engine);
    });
  }
}
