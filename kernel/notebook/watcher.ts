import { Worker } from "node:worker_threads";
import type { Session } from "../session/session.ts";

/** A thread that interrupts a session's cell at Ctrl-C, and when its time is up, whatever the cell is doing. */
export class Watcher {
  readonly #worker: Worker;
  readonly #stop: () => void;
  /** Whether the run was interrupted from outside: no further cell is to be run. */
  interrupted = false;

  private constructor(worker: Worker, session: Session, hearsSignals: boolean) {
    this.#worker = worker;
    const interrupt = (): void => {
      this.interrupted = true;
      session.interrupt();
    };
    worker.on("message", (what: unknown) => {
      if (what === "signal") interrupt();
      else if (session.flags.timeIsUp) session.interrupt();
    });
    // Where the thread cannot hear signals, they are heard between events.
    if (!hearsSignals) process.on("SIGINT", interrupt);
    this.#stop = () => process.off("SIGINT", interrupt);
  }

  /** Starts the thread; resolves once it listens. */
  static async start(session: Session): Promise<Watcher> {
    const worker = new Worker(new URL("./watchThread.js", import.meta.url), {
      workerData: session.flags.shared,
      execArgv: [],
    });
    const hears = await new Promise<string>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
    worker.unref();
    return new Watcher(worker, session, hears === "hears signals");
  }

  /** Gives the cell that is about to run so many milliseconds, or as many as it wants. */
  allow(milliseconds: number | undefined): void {
    this.#worker.postMessage(milliseconds);
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#worker.terminate();
  }
}
