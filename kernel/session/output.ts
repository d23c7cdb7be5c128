import { currentContext } from "../context.ts";

type Write = typeof process.stdout.write;

const streams = ["stdout", "stderr"] as const;

/** How one writes to the standard streams themselves, whatever is captured. */
export const terminal = {
  stdout: process.stdout.write.bind(process.stdout) as Write,
  stderr: process.stderr.write.bind(process.stderr) as Write,
};

let captured = false;

/**
 * What code prints goes to its cell from now on; what is printed outside of any cell, where it went before. Works for
 * `console` and for all that writes to the standard streams from JavaScript.
 */
export function captureOutput(): void {
  if (captured) return;
  captured = true;
  for (const name of streams) {
    const write = terminal[name];
    process[name].write = ((chunk: string | Uint8Array, encoding?: unknown, done?: unknown) => {
      const context = currentContext();
      if (!context) return write(chunk, encoding as never, done as never);
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
      context.session.publish({ type: "stream", name, text });
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") process.nextTick(callback);
      return true;
    }) as Write;
  }
}
