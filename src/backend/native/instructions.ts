import { readFileSync } from "node:fs";
import { UsageError } from "../../errors.ts";

/** The instruction sets that the fused operations are compiled for, the fastest first. */
export const instructionSets = ["amx", "avx512bf16", "avx512", "avx2"] as const;

export type InstructionSet = (typeof instructionSets)[number];

const avx512 = ["avx2", "fma", "avx512f", "avx512bw", "avx512vl", "avx512dq"];

/** What a processor must have, as Linux names it. */
const needed: Record<InstructionSet, readonly string[]> = {
  amx: [...avx512, "amx_tile", "amx_bf16"],
  avx512bf16: [...avx512, "avx512_bf16"],
  avx512,
  avx2: ["avx2", "fma"],
};

/** How the compiler is told. */
export const compilerFlags: Record<InstructionSet, readonly string[]> = {
  amx: ["-DWIDE", "-DUSE_AMX", ...flags(avx512), "-mamx-tile", "-mamx-bf16"],
  avx512bf16: ["-DWIDE", "-DUSE_BF16", ...flags(avx512), "-mavx512bf16"],
  avx512: ["-DWIDE", ...flags(avx512)],
  avx2: flags(["avx2", "fma"]),
};

function flags(features: readonly string[]): string[] {
  return features.map((feature) => `-m${feature}`);
}

/** The instruction sets that a processor with these features runs, the fastest first. */
export function runnable(features: ReadonlySet<string>): InstructionSet[] {
  return instructionSets.filter((set) => needed[set].every((feature) => features.has(feature)));
}

/** The features of this machine's processor. */
export function processorFeatures(): ReadonlySet<string> {
  try {
    const flags = /^flags\s*:(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "";
    return new Set(flags.trim().split(/\s+/));
  } catch {
    return new Set();
  }
}

/**
 * The instruction set to use: the one that `PROXYLAB_INSTRUCTIONS` names, else the fastest that this processor runs;
 * undefined where it runs none of them, or `PROXYLAB_INSTRUCTIONS` is `none`.
 */
export function instructionSet(
  wanted = process.env.PROXYLAB_INSTRUCTIONS || undefined,
  features = processorFeatures(),
): InstructionSet | undefined {
  const possible = runnable(features);
  if (wanted === undefined) return possible[0];
  if (wanted === "none") return undefined;
  if (!(instructionSets as readonly string[]).includes(wanted))
    throw new UsageError(
      `instruction set "${wanted}" is unknown; use ${instructionSets.join(", ")} or none (PROXYLAB_INSTRUCTIONS)`,
    );
  if (!(possible as readonly string[]).includes(wanted))
    throw new UsageError(
      `instruction set "${wanted}" (PROXYLAB_INSTRUCTIONS) is not what this processor has; it runs ${possible.join(", ") || "none of them"}`,
    );
  return wanted as InstructionSet;
}
