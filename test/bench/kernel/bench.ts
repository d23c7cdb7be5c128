/**
 * Times the kernel beside ipykernel by the same client, in turns (npm run bench:kernel [-- --rounds 3 --cells 500]).
 * The figures are for `kernel/README.md`; tests never depend on them.
 */
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Jupyter } from "../../slow/kernel/jupyter.ts";

type Measured = Record<string, Record<string, number>[]>;

/** What was asked of the kernel, in milliseconds. */
const asked: Record<string, number> = {
  kernel_info: 1000,
  "first cell, from the start": 2500,
  "cell, median of the first 100": 12,
  "completion, median of 20": 150,
};

const { rounds, cells } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, cells: { type: "string", default: "500" } },
}).values;

const jupyter = await Jupyter.prepare();
try {
  const script = fileURLToPath(new URL("./measure.py", import.meta.url));
  const { status, stdout, stderr } = jupyter.python(script, rounds, cells);
  if (status !== 0) throw new Error(stderr);
  print(JSON.parse(stdout) as Measured);
} finally {
  jupyter.remove();
}

function print(measured: Measured): void {
  const names = Object.keys(measured);
  const rows = Object.keys(measured[names[0] as string]?.[0] ?? {});
  const load = loadavg()[0]?.toFixed(1);
  process.stdout.write(`load ${load} on ${availableParallelism()} processors\n\n`);
  process.stdout.write(
    `| ms, best of ${rounds} | ${names.join(" | ")} | asked |\n| --- |${" ---: |".repeat(names.length + 1)}\n`,
  );
  for (const row of rows) {
    const best = names.map((name) =>
      Math.min(...(measured[name] ?? []).map((figures) => figures[row] ?? NaN)),
    );
    const limit = asked[row];
    process.stdout.write(
      `| ${row} | ${best.map((value) => value.toFixed(value < 100 ? 1 : 0)).join(" | ")} | ${limit ?? ""} |\n`,
    );
  }
}
