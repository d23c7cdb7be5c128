import { nearest, UsageError } from "../errors.ts";
import { parse } from "./arguments.ts";

/** What `proxylab kernel --help` prints. */
export const kernelHelp = `proxylab kernel install [--user | --prefix DIR] [--name NAME]
proxylab kernel list [--prefix DIR]
proxylab kernel uninstall [--user | --prefix DIR] [--name NAME]
proxylab kernel start CONNECTION_FILE

Makes ProxyLab known to JupyterLab, Notebook, VS Code, nbclient, papermill and others, which then start it. No Python is
needed to install it.

  --user        for this user only (the default)
  --prefix DIR  under DIR/share/jupyter: a virtual environment's folder, /usr/local, ...
  --name NAME   what notebooks and clients call it; proxylab unless said

start is what those clients call, with the file by which they and the kernel find one another.

Example: proxylab kernel install --prefix "$VIRTUAL_ENV" && jupyter lab
`;

const actions: Record<string, (args: string[]) => Promise<void>> = {
  install: async (args) => {
    const { install } = await import("../../kernel/install/install.ts");
    const { place, name } = placeOf(args);
    process.stdout.write(`installed the kernel "${name}": ${await install(place, name)}\n`);
  },
  uninstall: async (args) => {
    const { uninstall } = await import("../../kernel/install/install.ts");
    const { place, name } = placeOf(args);
    process.stdout.write(`removed the kernel "${name}": ${uninstall(place, name)}\n`);
  },
  list: async (args) => {
    const { installed } = await import("../../kernel/install/install.ts");
    const { prefix } = parse(args, { prefix: "string" }).values;
    const kernels = installed(typeof prefix === "string" ? [prefix] : []);
    const lines = kernels.map(
      ({ name, folder, trouble }) => `${name.padEnd(12)} ${folder}${trouble ? `  (${trouble})` : ""}\n`,
    );
    process.stdout.write(lines.join("") || "no kernel is installed; see proxylab kernel --help\n");
  },
  start: async (args) => {
    const [file, ...more] = args;
    if (file === undefined || more.length > 0)
      throw new UsageError("proxylab kernel start takes one file: the connection file");
    const { serve } = await import("../../kernel/protocol/start.ts");
    await serve(file);
  },
};

/** `proxylab kernel`: the Jupyter kernel and where it is installed. */
export async function kernelCommand([action, ...args]: string[]): Promise<void> {
  if (action === undefined) throw new UsageError(`say what to do: ${Object.keys(actions).join(", ")}`);
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!run) {
    throw new UsageError(
      `proxylab kernel cannot "${action}"; did you mean ${nearest(action, Object.keys(actions), 1)[0]}?`,
    );
  }
  await run(args);
}

function placeOf(args: string[]): { place: "user" | { prefix: string }; name: string } {
  const {
    user,
    prefix,
    name = "proxylab",
  } = parse(args, {
    user: "boolean",
    prefix: "string",
    name: "string",
  }).values as { user?: boolean; prefix?: string; name?: string };
  if (user && prefix !== undefined) throw new UsageError("give --user or --prefix, not both");
  return { place: prefix === undefined ? "user" : { prefix }, name };
}
