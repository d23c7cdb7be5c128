import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, statfs } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../../errors.ts";
import { madeFolder, type NativePackage, nodeApi, packageFolder, tensorflow } from "./place.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** What the binding needs of the wheel: the two libraries and the headers of the C interface. */
const wanted = [
  "tensorflow/libtensorflow_cc.so.2",
  "tensorflow/libtensorflow_framework.so.2",
  "tensorflow/include/tensorflow/c/",
  "tensorflow/include/tensorflow/core/platform/",
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
  const folder = madeFolder(name);
  if (existsSync(join(folder, "tfjs_binding.node"))) return { folder, already: true };
  const tools = findTools(name);
  await mkdir(dirname(folder), { recursive: true });
  await requireSpace(dirname(folder), diskNeeded[name]);
  await removeAbandoned(dirname(folder));
  const work = await mkdtemp(join(dirname(folder), `.making-${process.pid}-`));
  const temporary = join(work, "temporary");
  await mkdir(temporary);
  const run = runner(temporary, signal);
  try {
    const wheel = `${tensorflow.wheel[name]} ${tensorflow.version}`;
    step(`fetching ${wheel} with pip (about ${wheelMegabytes[name]} MB)`);
    const clock = setInterval(
      () => step(`  ${megabytesIn(work)} MB of about ${wheelMegabytes[name]} MB`),
      5000,
    );
    const file = await fetchWheel(name, tools.python, join(temporary, "wheel"), run).finally(() =>
      clearInterval(clock),
    );
    step(`unpacking its library and headers`);
    await run(
      [tools.python, "-c", unpack, file, work, ...wanted],
      `the wheel of ${wheel} cannot be unpacked`,
    );
    await rm(file);
    step(`compiling the binding of @tensorflow/${name} with g++`);
    await compile(tools.binding, work, run);
    step("multiplying two matrices with it");
    await verify(name, work, run);
    await rm(temporary, { recursive: true });
    await moveInto(work, folder);
    return { folder, already: false };
  } catch (error) {
    if (signal?.aborted)
      throw new Failure("making the native engine was interrupted; nothing was left behind, run it again");
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What must be on this machine; each missing piece is one sentence. */
function findTools(name: NativePackage): { python: string; binding: string } {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Failure(
      `the native engine is made on Linux x86-64 only and this is ${process.platform} ${process.arch}; go on with the wasm engine, or install @tensorflow/${name} with its own installer`,
    );
  const binding = packageFolder(`@tensorflow/${name}`);
  if (!binding) throw new Failure(`the npm package @tensorflow/${name} is not installed; run "npm ci" first`);
  if (!works(["g++", "--version"]))
    throw new Failure("no g++ was found on PATH and the binding must be compiled; install one (Debian: g++)");
  const pythons = [
    ...new Set(["python3", "python", ...minors.map((minor) => `python3.${minor}`), "/usr/bin/python3"]),
  ].filter((python) => works([python, "-c", "import sys; sys.exit(sys.version_info < (3, 7))"]));
  if (pythons.length === 0)
    throw new Failure(
      "no python3 was found on PATH and pip must fetch TensorFlow; install one (Debian: python3-pip)",
    );
  const python = pythons.find((candidate) => works([candidate, "-m", "pip", "--version"]));
  if (!python)
    throw new Failure(
      `${pythons[0]} has no pip and pip must fetch TensorFlow; install it (Debian: python3-pip)`,
    );
  return { python, binding };
}

const minors = [14, 13, 12, 11, 10, 9, 8];

function works([command, ...args]: string[]): boolean {
  return spawnSync(command as string, args, { stdio: "ignore" }).status === 0;
}

async function requireSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed)
    throw new Failure(
      `${folder} has ${(free / 1e9).toFixed(1)} GB free and making the native engine takes ${needed / 1e9} GB; free some, or point XDG_CACHE_HOME elsewhere`,
    );
}

/** A process that was killed cannot tidy up: the next one removes its folder. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    const pid = /^\.making-(\d+)-/.exec(entry)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) await rm(join(cache, entry), { recursive: true, force: true });
  }
}

function megabytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.map(
    (file) => statSync(join(file.parentPath, file.name), { throwIfNoEntry: false })?.size ?? 0,
  );
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1e6);
}

type Run = (command: string[], otherwise: string) => Promise<void>;

/** Runs commands one at a time; a failing one throws a sentence that ends in its own last words. */
function runner(temporary: string, signal: AbortSignal | undefined): Run {
  return (command, otherwise) =>
    new Promise((resolve, reject) => {
      const child = start(command, temporary, signal);
      let words = "";
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (chunk: Buffer) => {
          words = (words + chunk.toString()).slice(-4000);
        });
      child.on("error", (error) => reject(new Failure(`${otherwise}: ${error.message}`)));
      child.on("close", (code) =>
        code === 0
          ? resolve()
          : reject(new Failure(`${otherwise}: ${lastWords(words) || `exit code ${code}`}`)),
      );
    });
}

function start([command, ...args]: string[], temporary: string, signal?: AbortSignal): ChildProcess {
  const env = { ...process.env, TMPDIR: temporary };
  return spawn(command as string, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal && { signal }),
  });
}

function lastWords(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.findLast((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
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

async function compile(packageRoot: string, work: string, run: Run): Promise<void> {
  const headers = packageFolder("node-api-headers");
  if (!headers) throw new Failure('the npm package node-api-headers is not installed; run "npm ci" first');
  const common = [
    "g++",
    "-O2",
    "-shared",
    "-fPIC",
    "-std=c++17",
    `-DNAPI_VERSION=${nodeApi}`,
    `-I${join(headers, "include")}`,
  ];
  const library = join(work, "tensorflow");
  const sources = (await readdir(join(packageRoot, "binding"))).filter((file) => file.endsWith(".cc"));
  await run(
    [
      ...common,
      `-I${packageRoot}`,
      `-I${join(library, "include")}`,
      ...sources.map((file) => join(packageRoot, "binding", file)),
      "-o",
      join(work, "tfjs_binding.node"),
      `-L${library}`,
      "-l:libtensorflow_cc.so.2",
      "-l:libtensorflow_framework.so.2",
      "-Wl,-rpath,$ORIGIN/tensorflow",
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
    [process.execPath, ...process.execArgv, join(here, "verify.ts"), name, file],
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
