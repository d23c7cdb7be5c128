import { spawn } from "node:child_process";
import { Failure } from "../../errors.ts";

/** Runs one command to its end; when it fails, throws a `Failure` of the sentence given and the command's last words. */
export type Run = (command: string[], otherwise: string) => Promise<void>;

/** Runs commands with their temporary files in a folder; they end when `signal` is aborted. */
export function runner(temporary: string, signal: AbortSignal | undefined): Run {
  return ([command, ...args], otherwise) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const child = spawn(command as string, args, {
        env: { ...process.env, TMPDIR: temporary },
        stdio: ["ignore", "pipe", "pipe"],
        ...(signal && { signal }),
      });
      let words = "";
      const listen = (chunk: Buffer) => {
        words = (words + chunk.toString()).slice(-4000);
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.on("error", (error) => {
        words += `\n${error.message}`;
      });
      child.on("close", (code, killedBy) => {
        if (code === 0) resolve();
        else reject(new Failure(`${otherwise}: ${lastWords(words) || `it ended with ${killedBy ?? code}`}`));
      });
    });
}

function lastWords(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.findLast((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
}
