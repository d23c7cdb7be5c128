import { readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";

/** The machine that the figures are from. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** The instruction sets that matter for products of matrices, the widest first. */
  readonly instructions: readonly string[];
  readonly memoryGiB: number;
}

const known: readonly [flag: string, name: string][] = [
  ["amx_bf16", "AMX bf16"],
  ["avx512_bf16", "AVX-512 bf16"],
  ["avx512f", "AVX-512"],
  ["avx2", "AVX2"],
  ["asimd", "NEON"],
];

/** Reads the processor's name and instruction sets from the text of `/proc/cpuinfo`. */
export function processor(cpuinfo: string): Pick<Machine, "cpu" | "instructions"> {
  const field = (name: string) => new RegExp(`^${name}\\s*:\\s*(.+)$`, "m").exec(cpuinfo)?.[1]?.trim();
  const flags = new Set((field("flags") ?? field("Features") ?? "").split(" "));
  return {
    cpu: field("model name") ?? "unknown processor",
    instructions: known.filter(([flag]) => flags.has(flag)).map(([, name]) => name),
  };
}

/** This machine. */
export function thisMachine(): Machine {
  let cpuinfo = "";
  try {
    cpuinfo = readFileSync("/proc/cpuinfo", "utf8");
  } catch {
    // not Linux: the processor stays unknown
  }
  return {
    ...processor(cpuinfo),
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}
