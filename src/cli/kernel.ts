import { nearest, UsageError } from "../errors.ts";

/** What `proxylab kernel --help` prints. */
export const kernelHelp = `proxylab kernel install [--user | --prefix DIR] [--name NAME]
proxylab kernel list
proxylab kernel uninstall [--user | --prefix DIR] [--name NAME]
proxylab kernel start CONNECTION_FILE

Makes ProxyLab known to JupyterLab, Notebook, nbclient, papermill and others, which then start it. No Python is needed.

  --user        for this user only (the default)
  --prefix DIR  under DIR/share/jupyter: a virtual environment's folder, /usr/local, ...
  --name NAME   what notebooks and clients call it; proxylab unless said

start is what those clients call, with the file by which they and the kernel find one another.

Example: proxylab kernel install --prefix "$VIRTUAL_ENV" && jupyter lab
`;

const actions: Record<string, (args: string[]) => Promise<void>> = {
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
  const run = action !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (run) return await run(args);
  if (action === undefined) throw new UsageError("say what to do: install, list, uninstall or start");
  throw new UsageError(
    `proxylab kernel cannot "${action}"; did you mean ${nearest(action, Object.keys(actions), 1)[0]}?`,
  );
}
