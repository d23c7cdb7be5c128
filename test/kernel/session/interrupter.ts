import { Worker } from "node:worker_threads";
import type { Session } from "../../../kernel/session/session.ts";

const thread = `
  const { workerData, parentPort } = require("node:worker_threads");
  const slots = new Int32Array(workerData);
  parentPort.on("message", () => setTimeout(() => {
    Atomics.store(slots, 0, 1);
    parentPort.postMessage("interrupt");
  }, 50));
  parentPort.postMessage("ready");`;

/**
 * Interrupts a session as a front end does, from a thread beside, soon after its cell prints something. Resolves once
 * the thread listens, with a function that ends it.
 */
export async function interruptOnceItPrints(session: Session): Promise<() => void> {
  const worker = new Worker(thread, { eval: true, execArgv: [], workerData: session.flags.shared });
  const deaf = session.listen(({ type }) => {
    if (type === "stream") worker.postMessage("the cell has begun");
  });
  await new Promise<void>((resolve) => {
    worker.on("message", (message) => {
      if (message === "ready") resolve();
      else if (session.flags.interrupt) session.interrupt();
    });
  });
  return () => {
    deaf();
    void worker.terminate();
  };
}
