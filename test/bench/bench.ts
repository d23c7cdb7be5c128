import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Failure, UsageError } from "../../src/errors.ts";
import { writeAtomically } from "../../src/files/atomic.ts";
import { help, type Request, request } from "./arguments.ts";
import { cases, layerOfVicuna } from "./cases.ts";
import { type Contender, invocation } from "./contender.ts";
import { thisMachine } from "./machine.ts";
import { measureCase, operationsOf } from "./measure.ts";
import { measureMemory, memoryContenders } from "./memory.ts";
import { benchPython } from "./python.ts";
import type { Measurement, Report } from "./report.ts";
import { reportText } from "./table.ts";
import { answerOf, startWorker } from "./worker.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = request(args);
    if (asked === undefined) process.stdout.write(help);
    else await bench(asked);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Failure)) throw error;
    process.stderr.write(`bench: ${error.message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function bench(asked: Request): Promise<void> {
  const report = await measured(asked);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (asked.json?.file !== undefined) writeAtomically(asked.json.file, json);
  process.stdout.write(asked.json && asked.json.file === undefined ? json : reportText(report));
}

async function measured({ cases: names, threads, precisions, runs, pytorch }: Request): Promise<Report> {
  const { python, reason } = await pythonIfAny(pytorch);
  const invoke = (contender: Contender, program: string, settings: object) =>
    invocation(contender, program, settings, { root, python, tsx });
  const measurements: Measurement[] = [];
  const versions: Record<string, string> = {};
  const titles: Record<string, string> = {};
  for (const one of cases().filter(({ name }) => names.includes(name))) {
    titles[one.name] = one.title;
    for (const count of threads) {
      const settings = { threads: count, runs, precisions, pytorch: python !== undefined };
      const done = await measureCase(one, settings, { say, start: (...how) => startWorker(invoke(...how)) });
      measurements.push(...done.measurements);
      Object.assign(versions, done.versions);
    }
  }
  const remembered = names.includes("memory")
    ? await memoryOf(invoke, precisions, python !== undefined)
    : undefined;
  if (remembered) {
    titles.memory = "attention of Vicuna-7B's shape (d 4,096, 32 heads) over text, peak above rest";
    Object.assign(versions, remembered.versions);
  }
  const noPytorch = reason && { noPytorch: reason };
  return {
    machine: thisMachine(),
    versions,
    runs,
    ...noPytorch,
    titles,
    measurements,
    memory: remembered?.memory ?? [],
  };
}

type Invoke = (contender: Contender, program: string, settings: object) => ReturnType<typeof invocation>;

function memoryOf(invoke: Invoke, precisions: readonly string[], pytorch: boolean) {
  const { hidden, heads } = layerOfVicuna;
  const shape = { hidden, heads, ffn: 16, crops: 1, grid: 0 };
  return measureMemory(
    memoryContenders.filter(
      ({ engine, precision }) => precisions.includes(precision) && (pytorch || engine !== "PyTorch"),
    ),
    async (contender, text) => {
      const { bytes, versions, engine } = await answerOf(invoke(contender, "memory", { ...shape, text }));
      const note = operationsOf(engine && { engine });
      return { bytes: bytes as number, versions: { ...versions, ...engine?.versions }, note };
    },
    say,
  );
}

/** The Python that has PyTorch, or why there is none: without it the bench goes on. */
async function pythonIfAny(wanted: boolean): Promise<{ python?: string; reason?: string }> {
  if (!wanted) return { reason: "--no-pytorch" };
  try {
    return { python: await benchPython(say) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(`PyTorch cannot be had, so there are no ratios: ${error.message}`);
    return { reason: error.message };
  }
}
