import { Failure, nearest, UsageError } from "../errors.ts";

/** A command: its code is loaded only when it is called. A number that it gives is the exit code. */
interface Command {
  readonly summary: string;
  load(): Promise<{ run(args: string[]): unknown; help: string }>;
}

const commands: Record<string, Command> = {
  start: {
    summary: "run the notebooks and draw every figure (npm start)",
    load: async () => {
      const { startCommand: run, startHelp: help } = await import("./start.ts");
      return { run, help };
    },
  },
  notebook: {
    summary: "run a notebook without a front end, with parameters (notebook run IN.ipynb)",
    load: async () => {
      const { notebookCommand: run, notebookHelp: help } = await import("./notebook.ts");
      return { run, help };
    },
  },
  flops: {
    summary: "count the prefill of an LLM under a route, without weights",
    load: async () => {
      const { flopsCommand: run, flopsHelp: help } = await import("./flops.ts");
      return { run, help };
    },
  },
  figures: {
    summary: "draw the figures from the stored records",
    load: async () => {
      const { figuresCommand: run, figuresHelp: help } = await import("./figures.ts");
      return { run, help };
    },
  },
  show: {
    summary: "a contact sheet of a task's pages, with questions and answers",
    load: async () => {
      const { showCommand: run, showHelp: help } = await import("./show.ts");
      return { run, help };
    },
  },
  external: {
    summary: "questions about Debian's manuals and Fashion-MNIST, as an external test",
    load: async () => {
      const { externalCommand: run, externalHelp: help } = await import("./external.ts");
      return { run, help };
    },
  },
  backend: {
    summary: "say which engine runs here, and how fast",
    load: async () => {
      const { backendCommand: run, backendHelp: help } = await import("./backend.ts");
      return { run, help };
    },
  },
  fetch: {
    summary: "bring a pretrained decoder into your cache",
    load: async () => {
      const { fetchCommand: run, fetchHelp: help } = await import("./fetch.ts");
      return { run, help };
    },
  },
  kernel: {
    summary: "make ProxyLab a kernel of Jupyter",
    load: async () => {
      const { kernelCommand: run, kernelHelp: help } = await import("./kernel.ts");
      return { run, help };
    },
  },
  teach: {
    summary: "teach a model to read pages",
    load: async () => {
      const { teachCommand: run, teachHelp: help } = await import("./teach.ts");
      return { run, help };
    },
  },
  native: {
    summary: "make the native engine (Linux x86-64; needs Python with pip, and g++)",
    load: async () => {
      const { nativeCommand: run, nativeHelp: help } = await import("./native.ts");
      return { run, help };
    },
  },
};

const help = `proxylab: a laboratory for computation on vision tokens

${Object.entries(commands)
  .map(([name, { summary }]) => `  proxylab ${name.padEnd(9)} ${summary}`)
  .join("\n")}

proxylab COMMAND --help tells more.
example: proxylab flops --llm vicuna-7b --route proxyV --from 12
`;

/** Runs the command line. Errors are one sentence; exit code 2 for a request that cannot be meant, 1 for a failure. */
export async function main(args: string[]): Promise<number> {
  const verbose = args.includes("--verbose");
  const [name, ...rest] = args.filter((arg) => arg !== "--verbose");
  try {
    if (name === undefined || name === "--help" || name === "-h") {
      process.stdout.write(help);
      return name === undefined ? 2 : 0;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      throw new UsageError(
        `unknown command "${name}"; did you mean ${nearest(name, Object.keys(commands), 1)[0]}?`,
      );
    }
    const loaded = await command.load();
    let code: unknown;
    if (rest.includes("--help") || rest.includes("-h")) process.stdout.write(loaded.help);
    else code = await loaded.run(rest);
    return typeof code === "number" ? code : 0;
  } catch (error) {
    const known = error instanceof UsageError || error instanceof Failure;
    process.stderr.write(
      `proxylab: ${verbose ? ((error as Error).stack ?? error) : (error as Error).message}\n`,
    );
    if (!known && !verbose)
      process.stderr.write("this was not foreseen; --verbose shows where it happened\n");
    return error instanceof UsageError ? 2 : 1;
  }
}
