import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure, UsageError } from "../../src/errors.ts";
import { makeFolder } from "../../src/files/atomic.ts";
import { writingFailure } from "../../src/files/failure.ts";
import { writeFiles } from "../../src/files/writeFiles.ts";
import { allKernelsFolders, kernelsFolder, type Place } from "./folders.ts";
import { type Kernelspec, kernelspecFiles } from "./kernelspec.ts";

/** A kernel of ProxyLab that Jupyter may find. */
export interface Installed {
  readonly name: string;
  readonly folder: string;
  /** What it lacks to start; undefined for nothing. */
  readonly trouble: string | undefined;
}

/**
 * Makes this ProxyLab a kernel of Jupyter, in the place of one of the same name that was there. Returns its folder.
 *
 * @throws Failure where the folder cannot be written, or belongs to a kernel that is none of ProxyLab's.
 */
export async function install(place: Place, name: string): Promise<string> {
  const folder = folderOf(place, name);
  requireOwn(folder, name);
  try {
    makeFolder(dirname(folder));
  } catch (error) {
    throw writingFailure(folder, error);
  }
  await writeFiles(folder, kernelspecFiles(name));
  return folder;
}

/** Takes a kernel away from Jupyter. Returns the folder that it was in. */
export function uninstall(place: Place, name: string): string {
  const folder = folderOf(place, name);
  if (!existsSync(folder)) throw new Failure(`no kernel "${name}" is installed in ${dirname(folder)}`);
  requireOwn(folder, name);
  for (const file of Object.keys(kernelspecFiles(name))) rmSync(join(folder, file), { force: true });
  try {
    rmdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw writingFailure(folder, error);
  }
  return folder;
}

/** The kernels of ProxyLab in every folder that Jupyter looks into, and in those given beside. */
export function installed(prefixes: readonly string[] = []): Installed[] {
  const folders = [...prefixes.map((prefix) => kernelsFolder({ prefix })), ...allKernelsFolders()];
  return [...new Set(folders)].flatMap((kernels) =>
    namesIn(kernels).flatMap((name): Installed[] => {
      const folder = join(kernels, name);
      const spec = read(folder);
      return isOwn(spec) ? [{ name, folder, trouble: troubleOf(spec) }] : [];
    }),
  );
}

function folderOf(place: Place, name: string): string {
  if (!/^[a-z0-9._-]{1,100}$/i.test(name) || /^\.+$/.test(name))
    throw new UsageError(`--name ${name}: a kernel's name has letters, digits, dots, dashes and underscores`);
  return join(kernelsFolder(place), name.toLowerCase());
}

function requireOwn(folder: string, name: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isOwn(read(folder)))
    throw new Failure(`${folder} belongs to another kernel called "${name}"; choose a name with --name`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
  } catch {
    return undefined;
  }
}

const isOwn = (spec: unknown): spec is Kernelspec =>
  (Object(spec) as { metadata?: { proxylab?: unknown } }).metadata?.proxylab === true &&
  Array.isArray((spec as { argv?: unknown }).argv);

function troubleOf({ argv: [node, script] }: Kernelspec): string | undefined {
  const missing = [node, script].find((path) => typeof path !== "string" || !existsSync(path));
  return missing && `${missing} is gone: install the kernel again`;
}
