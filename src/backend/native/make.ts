import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Failure } from "../../errors.ts";
import { largestFile, requireSpace } from "../../files/space.ts";
import { workFolder } from "../../files/workFolder.ts";
import { compilerFlags, type InstructionSet, instructionSet } from "./instructions.ts";
import {
  findBinding,
  fusedFile,
  fusedSources,
  madeFolder,
  type NativePackage,
  nodeApi,
  packageFolder,
  tensorflow,
} from "./place.ts";
import { type Run, runner } from "./run.ts";
import { findTools } from "./tools.ts";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

/** What the binding needs of the wheel: the two libraries and the headers of the C interface. */
const wanted = [
  "tensorflow/libtensorflow_cc.so.2",
  "tensorflow/libtensorflow_framework.so.2",
  "tensorflow/include/tensorflow/c/",
  "tensorflow/include/tensorflow/core/platform/",
  "tensorflow/include/tensorflow/core/common_runtime/next_pluggable_device/c/",
  "tensorflow/include/xla/tsl/",
  "tensorflow/include/tsl/",
];

/** Bytes of free disk that making the binding needs at its peak: the wheel and its unpacked libraries. */
const diskNeeded = { "tfjs-node": 1.5e9, "tfjs-node-gpu": 3.5e9 };

/** Megabytes of the wheel, for the progress line. */
const wheelMegabytes = { "tfjs-node": 274, "tfjs-node-gpu": 572 };

export interface MakeOptions {
  /** Told what happens, a line a step. */
  step?: (line: string) => void;
  /** Aborting it stops the work and leaves nothing behind. */
  signal?: AbortSignal;
}

/** The binding that was made, or was already there. */
export interface Made {
  readonly folder: string;
  readonly already: boolean;
}

/**
 * Makes the native binding of a package in the user's cache folder: fetches the TensorFlow wheel with pip, unpacks its
 * library and headers, compiles the package's own C++ sources against them, multiplies two matrices with the result in
 * a process of its own, and only then moves it into place. Throws a `Failure` of one sentence and leaves nothing.
 */
export async function makeNative(name: NativePackage, options: MakeOptions = {}): Promise<Made> {
  const { step = () => {}, signal } = options;
  const there = findBinding(name);
  const folder = madeFolder(name);
  const set = instructionSet();
  if (there) {
    const already = !set || dirname(there.file) !== folder || existsSync(fusedFile(name, set));
    if (!already) await makeFused(name, set, options);
    return { folder: dirname(there.file), already };
  }
  const tools = findTools(name);
  await mkdir(dirname(folder), { recursive: true }).catch((error: Error) => {
    throw new Failure(`the cache folder cannot be made (${error.message}); point XDG_CACHE_HOME elsewhere`);
  });
  await requireSpace(dirname(folder), diskNeeded[name], "making the native engine");
  const work = await workFolder(dirname(folder), "making");
  const temporary = join(work, "temporary");
  await mkdir(temporary);
  const run = runner(temporary, signal);
  try {
    const wheel = `${tensorflow.wheel[name]} ${tensorflow.version}`;
    step(`fetching ${wheel} with pip (about ${wheelMegabytes[name]} MB)`);
    const clock = setInterval(
      () => step(`  ${Math.round(largestFile(temporary) / 1e6)} MB of about ${wheelMegabytes[name]} MB`),
      5000,
    );
    const file = await fetchWheel(name, tools.python, join(temporary, "wheel"), run).finally(() =>
      clearInterval(clock),
    );
    step("unpacking its library and headers");
    await run(
      [tools.python, "-c", unpack, file, work, ...wanted],
      `the wheel of ${wheel} cannot be unpacked`,
    );
    await rm(file);
    step(`compiling the binding of @tensorflow/${name} with g++`);
    await compile(tools.binding, work, run);
    step("multiplying two matrices with it");
    await verify(name, work, run);
    if (set) {
      step(`compiling the fused operations for ${set}`);
      await compileFused(set, work, join(work, basename(fusedFile(name, set))), run);
    }
    await rm(temporary, { recursive: true });
    await moveInto(work, folder);
    return { folder, already: false };
  } catch (error) {
    if (signal?.aborted)
      throw new Failure("making the native engine was interrupted; nothing was left behind, run it again");
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/**
 * Compiles the fused operations for an instruction set beside a binding that `makeNative` made. Throws a `Failure` of
 * one sentence and leaves nothing half done.
 */
export async function makeFused(
  name: NativePackage,
  set: InstructionSet,
  { step = () => {}, signal }: MakeOptions = {},
): Promise<string> {
  const file = fusedFile(name, set);
  if (existsSync(file)) return file;
  const folder = madeFolder(name);
  findTools(name);
  const work = await workFolder(dirname(folder), "making");
  try {
    step(`compiling the fused operations for ${set}`);
    const object = join(work, basename(file));
    await compileFused(set, folder, object, runner(work, signal));
    for (const old of await readdir(folder))
      if (old.startsWith(`fused-${set}-`)) await rm(join(folder, old), { force: true });
    await rename(object, file);
    return file;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Any pip on any Python fetches the same wheel: no Python runs it, only its library is used. */
async function fetchWheel(name: NativePackage, python: string, into: string, run: Run): Promise<string> {
  const what = `${tensorflow.wheel[name]}==${tensorflow.version}`;
  const flags = [
    "--no-deps",
    "--only-binary=:all:",
    "--disable-pip-version-check",
    "--no-cache-dir",
    "--quiet",
  ];
  const target = ["--python-version", "3.11", "--implementation", "cp", "--abi", "cp311"];
  const platform = ["--platform", "manylinux_2_27_x86_64"];
  await run(
    [python, "-m", "pip", "download", ...flags, ...target, ...platform, "--dest", into, what],
    `pip could not fetch ${what} for Linux x86-64 from the registry it is set up for`,
  );
  const wheel = (await readdir(into)).find((entry) => entry.endsWith(".whl"));
  if (!wheel?.includes(`-${tensorflow.version}-`) || !wheel.includes("x86_64"))
    throw new Failure(
      `pip fetched ${wheel ?? "no wheel"} where ${what} for Linux x86-64 was asked for; look at pip's index settings`,
    );
  return join(into, wheel);
}

const unpack = `
import sys, zipfile
wheel, folder, *wanted = sys.argv[1:]
archive = zipfile.ZipFile(wheel)
archive.extractall(folder, [name for name in archive.namelist() if name.startswith(tuple(wanted))])
`;

/** What every shared object of ours is compiled with. */
function compiler(): string[] {
  const headers = packageFolder("node-api-headers");
  if (!headers) throw new Failure('the npm package node-api-headers is not installed; run "npm ci" first');
  return [
    "g++",
    "-shared",
    "-fPIC",
    "-std=c++17",
    `-DNAPI_VERSION=${nodeApi}`,
    `-I${join(headers, "include")}`,
  ];
}

/** How a shared object finds the two libraries of a folder that `makeNative` made, or is making. */
function libraries(folder: string): string[] {
  const library = join(folder, "tensorflow");
  return [
    `-L${library}`,
    "-Wl,--no-as-needed",
    "-l:libtensorflow_cc.so.2",
    "-l:libtensorflow_framework.so.2",
    "-Wl,-rpath,$ORIGIN/tensorflow",
    // A worker thread that ends would unload what it loaded, and TensorFlow cannot be loaded twice.
    "-Wl,-z,nodelete",
  ];
}

/** `-ffast-math` would break the exponential silently; these three do not. */
const exactEnough = ["-fno-math-errno", "-fno-trapping-math", "-ffp-contract=fast"];

/**
 * Compiles the fused operations for an instruction set, against the libraries in a folder, to a file. Tests name other
 * flags, which emulate that instruction set where the processor lacks it.
 */
export async function compileFused(
  set: InstructionSet,
  folder: string,
  file: string,
  run: Run,
  flags: readonly string[] = compilerFlags[set],
): Promise<void> {
  const includes = [`-I${fusedSources}`, `-I${join(folder, "tensorflow", "include")}`];
  const sources = ["fused.cc", "threads.cc"].map((source) => join(fusedSources, source));
  const options = ["-O3", "-fvisibility=hidden", "-Wno-psabi", ...exactEnough, ...flags];
  await run(
    [...compiler(), ...options, ...includes, ...sources, "-o", file, ...libraries(folder), "-lpthread"],
    `g++ could not compile the fused operations for ${set}`,
  );
}

async function compile(packageRoot: string, work: string, run: Run): Promise<void> {
  const common = [...compiler(), "-O2"];
  const sources = (await readdir(join(packageRoot, "binding"))).filter((file) => file.endsWith(".cc"));
  await run(
    [
      ...common,
      `-I${packageRoot}`,
      `-I${join(work, "tensorflow", "include")}`,
      ...sources.map((file) => join(packageRoot, "binding", file)),
      "-o",
      join(work, "tfjs_binding.node"),
      ...libraries(work),
    ],
    `g++ could not compile the binding of ${basename(packageRoot)}`,
  );
  await run(
    [...common, join(here, "quiet.cc"), "-o", join(work, "quiet.node")],
    "g++ could not compile quiet.cc",
  );
}

/** A process of its own, so that a binding that crashes takes nothing with it. */
async function verify(name: NativePackage, work: string, run: Run): Promise<void> {
  const file = join(work, "tfjs_binding.node");
  await run(
    [
      process.execPath,
      "--import",
      pathToFileURL(require.resolve("tsx")).href,
      join(here, "verify.ts"),
      name,
      file,
    ],
    "the binding was compiled but does not multiply two matrices",
  );
}

async function moveInto(work: string, folder: string): Promise<void> {
  try {
    await rename(work, folder);
  } catch (error) {
    if (!existsSync(join(folder, "tfjs_binding.node"))) throw error;
  }
}
