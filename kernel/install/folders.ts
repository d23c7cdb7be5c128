import { homedir, platform } from "node:os";
import { delimiter, join } from "node:path";

/** Where a kernel is installed. */
export type Place = { readonly prefix: string } | "user";

/** The folder in which Jupyter looks for the kernels of a place. */
export function kernelsFolder(place: Place): string {
  return join(place === "user" ? userData() : join(place.prefix, "share", "jupyter"), "kernels");
}

/** Every folder in which Jupyter may look for kernels, in its order. */
export function allKernelsFolders(): string[] {
  const { JUPYTER_PATH = "", VIRTUAL_ENV, CONDA_PREFIX } = process.env;
  const prefixes = [VIRTUAL_ENV, CONDA_PREFIX, "/usr/local", "/usr"].filter((prefix) => prefix !== undefined);
  const folders = [
    ...JUPYTER_PATH.split(delimiter)
      .filter(Boolean)
      .map((path) => join(path, "kernels")),
    kernelsFolder("user"),
    ...prefixes.map((prefix) => kernelsFolder({ prefix })),
  ];
  return [...new Set(folders)];
}

/** Jupyter's data of this user, as jupyter_core finds it. */
function userData(): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform() === "darwin") return join(homedir(), "Library", "Jupyter");
  if (platform() === "win32") return join(APPDATA || join(homedir(), "AppData", "Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}
