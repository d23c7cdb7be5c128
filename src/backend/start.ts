import { existsSync } from "node:fs";
import { Failure, UsageError } from "../errors.ts";
import { guardMemory, setMemoryCeiling } from "./memory.ts";
import { instrument } from "./meter.ts";
import { loadNative, unloadNative } from "./native/load.ts";
import { findBinding, type NativePackage, packageVersion } from "./native/place.ts";
import { checkedThreads } from "./native/threads.ts";
import { type Precision, precision, setPrecision } from "./precision.ts";
import { tf } from "./tf.ts";
import { startWasm } from "./wasm/start.ts";

/** The engines, in the order in which they are tried. */
export const engines = ["tfjs-node-gpu", "tfjs-node", "wasm", "cpu"] as const;

export type EngineName = (typeof engines)[number];

/** Which engine runs in this process and how that came about; part of every result. */
export interface EngineReport {
  readonly chosen: EngineName;
  readonly why: string;
  readonly tried: { name: EngineName; ok: boolean; why: string }[];
  readonly versions: Record<string, string>;
  readonly precision: Precision;
  /** Threads that compute; 1 for the engines that have no more. */
  readonly threads: number;
  /** The instruction set of the fused operations, where the engine has them. */
  readonly instructions?: string;
}

/** `native` stands for either of the two tfjs-node packages. */
export interface StartOptions {
  backend?: EngineName | "native" | undefined;
  quiet?: boolean;
  /** Float32 products throughout, or bfloat16 operands where they are faster; see `Precision`. */
  precision?: Precision | undefined;
  /** The bytes that tensors may take together; beyond them an operation throws. See `memoryCeiling`. */
  memory?: number | undefined;
  /** Threads of the native engine, which it keeps once it runs; measured at start unless said. */
  threads?: number | undefined;
}

let current: EngineReport | undefined;

/** The engine of this process, once `startEngine` has chosen it. */
export function currentEngine(): EngineReport | undefined {
  return current;
}

/**
 * Starts the engine of this process: the one that is named (here, else in `PROXYLAB_BACKEND`), else the first that
 * starts. Calling it again without a name changes nothing; with the name of another engine it changes over to that.
 * Throws a `UsageError` for an unknown name and a `Failure` when the named engine does not start. Says on standard
 * error what was chosen, when that is a terminal and `quiet` is not set.
 */
export function startEngine(options: StartOptions = {}): Promise<EngineReport> {
  const result = previous.then(() => start(options));
  previous = result.catch(() => undefined);
  return result;
}

/** One start at a time: two callers at once get the same engine. */
let previous: Promise<unknown> = Promise.resolve();

async function start(options: StartOptions): Promise<EngineReport> {
  const { backend, quiet = false } = options;
  const asked = candidates(backend);
  if (options.threads !== undefined) checkedThreads(options.threads);
  if (options.precision) setPrecision(options.precision);
  if (options.memory !== undefined) setMemoryCeiling(options.memory);
  if (current && (!asked || asked.includes(current.chosen))) {
    if (current.precision !== precision()) current = { ...current, precision: precision() };
    return current;
  }
  const names = asked ?? candidates(process.env.PROXYLAB_BACKEND || undefined) ?? engines;
  const forced = names !== engines;
  const tried: EngineReport["tried"] = [];
  for (const name of names) {
    const attempt = await tryEngine(name, names.length === 1, options.threads);
    tried.push({ name, ok: attempt.ok, why: attempt.why });
    if (!attempt.ok) continue;
    guardMemory(tf.getBackend(), name === "wasm" ? wasmHeap : undefined);
    instrument(tf.getBackend());
    const why = forced ? `asked for by name; ${attempt.why}` : `the first that starts; ${attempt.why}`;
    const { threads = 1, instructions } = attempt;
    const versions = { ...ownVersions(), ...attempt.versions };
    current = { chosen: name, why, tried, versions, precision: precision(), threads };
    if (instructions) current = { ...current, instructions };
    if (!quiet) announce(current, attempt.warning);
    return current;
  }
  const reasons = tried.map(({ name, why }) => `${name}: ${why}`).join("; ");
  throw new Failure(
    `backend "${backend ?? process.env.PROXYLAB_BACKEND ?? "any"}" was asked for and does not start (${reasons}); leave the name out to take the first engine that starts`,
  );
}

function candidates(name: string | undefined): readonly EngineName[] | undefined {
  if (name === undefined) return undefined;
  if (name === "native") return ["tfjs-node-gpu", "tfjs-node"];
  if ((engines as readonly string[]).includes(name)) return [name as EngineName];
  throw new UsageError(
    `backend "${name}" is unknown; use ${engines.join(", ")} or native (either tfjs-node)`,
  );
}

/** Bytes that a WebAssembly module can address, less what its own data and packing need. */
const wasmHeap = 0.95 * 2 ** 32;

interface Attempt {
  ok: boolean;
  why: string;
  versions?: Record<string, string>;
  warning?: string;
  threads?: number;
  instructions?: string;
}

async function tryEngine(name: EngineName, byName: boolean, threads: number | undefined): Promise<Attempt> {
  try {
    if (name === "wasm") return { ok: true, ...(await startWasm()) };
    if (name === "cpu") return await startPlain();
    return await startNative(name, byName, threads);
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}

async function startPlain(): Promise<Attempt> {
  const ok = await tf.setBackend("cpu");
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false; // it would advertise tfjs-node on standard error
  return { ok, why: "plain JavaScript, always there, slow" };
}

async function startNative(
  name: NativePackage,
  byName: boolean,
  wanted: number | undefined,
): Promise<Attempt> {
  const binding = findBinding(name);
  const command = name === "tfjs-node-gpu" ? "proxylab native --gpu" : "proxylab native";
  if (!binding) return { ok: false, why: `its binding has not been made ("${command}" makes it)` };
  const gpuOrNothing = name === "tfjs-node-gpu" && !byName;
  if (gpuOrNothing && !hasNvidiaDriver()) return { ok: false, why: "this machine has no NVIDIA driver" };
  const { usesGpu, versions, threads, instructions } = await loadNative(name, binding.file, {
    threads: wanted,
  });
  const fused = instructions ? `fused operations for ${instructions}` : "plain operations";
  const why = `binding made by ${binding.origin}; ${fused}, ${threads === 1 ? "one thread" : `${threads} threads`}`;
  const found = { versions, threads, ...(instructions && { instructions }) };
  if (name === "tfjs-node" || usesGpu) return { ok: true, why, ...found };
  const warning = "TensorFlow finds no GPU that it can use, so tfjs-node-gpu runs on the CPU";
  if (byName) return { ok: true, why: `${why}; ${warning}`, ...found, warning };
  unloadNative();
  return { ok: false, why: "TensorFlow finds no GPU that it can use" };
}

function hasNvidiaDriver(): boolean {
  return existsSync("/proc/driver/nvidia/version") || existsSync("/dev/nvidiactl") || existsSync("/dev/dxg");
}

function ownVersions(): Record<string, string> {
  return { node: process.versions.node, tfjs: packageVersion("@tensorflow/tfjs") ?? tf.version.tfjs };
}

function announce({ chosen, why }: EngineReport, warning: string | undefined): void {
  if (warning) process.stderr.write(`proxylab: ${warning}\n`);
  if (process.stderr.isTTY) process.stderr.write(`proxylab: engine ${chosen} (${why})\n`);
}

/**
 * GFLOP/s (1e9 floating-point operations a second, a multiply-add counted as two) of a float32 matrix product of
 * `size` x `size` on the engine that runs: the median of several timings after a warm-up.
 */
export async function measureMatmul(size = 512): Promise<number> {
  const flops = 2 * size ** 3;
  const a = tf.randomUniform([size, size]);
  const b = tf.randomUniform([size, size]);
  const seconds = (products: number): number => {
    const start = performance.now();
    tf.tidy(() => {
      let last: tf.Tensor = a;
      for (let i = 0; i < products; i++) last = tf.matMul(a, b as tf.Tensor2D);
      last.slice([0, 0], [1, 1]).dataSync();
    });
    return (performance.now() - start) / 1000;
  };
  try {
    seconds(1);
    const products = Math.min(64, Math.max(1, Math.round(0.03 / seconds(1))));
    const rates = Array.from({ length: 7 }, () => (flops * products) / seconds(products) / 1e9);
    return rates.sort((x, y) => x - y)[3] as number;
  } finally {
    tf.dispose([a, b]);
  }
}
