import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { onInterruptSignal } from "../protocol/signals.ts";
import { Flags } from "../session/interrupt.ts";

/*
 * The thread beside a run without a front end: it hears Ctrl-C and keeps time while cells compute.
 */

/** Milliseconds that a cell whose time is up may take to end by itself. */
const patience = 10_000;

const flags = new Flags(workerData as SharedArrayBuffer);
const port = parentPort as NonNullable<typeof parentPort>;
let timer: NodeJS.Timeout | undefined;
let heard = 0;

port.on("message", (milliseconds: number | undefined) => {
  clearTimeout(timer);
  timer = milliseconds === undefined ? undefined : setTimeout(callTime, milliseconds);
});
const hears = onInterruptSignal(() => {
  if (heard++ > 0) end("interrupted again; the notebook holds what was finished before this cell");
  flags.interrupt = true;
  port.postMessage("signal");
});
port.postMessage(hears ? "hears signals" : "hears no signals");

function callTime(): void {
  flags.callTime();
  port.postMessage("time");
  timer = setTimeout(() => end("the cell's time was up and it does not end; the run is given up"), patience);
}

/** Ends the process at once: the thread that runs cells does not listen. */
function end(why: string): void {
  writeSync(2, `\nproxylab: ${why}\n`);
  process.kill(process.pid, "SIGKILL");
}
