import { basename, extname } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import type { Given } from "../../kernel/notebook/parameters.ts";
import type { RunEnd, RunListener } from "../../kernel/notebook/run.ts";
import { startEngine } from "../backend/start.ts";
import { Failure, nearest, UsageError } from "../errors.ts";
import { writeAtomically } from "../files/atomic.ts";
import { progress } from "./progress.ts";

/** What `proxylab notebook --help` prints. */
export const notebookHelp = `proxylab notebook run IN.ipynb [--out OUT.ipynb] [-p NAME=VALUE]... [options]

Runs a notebook's TypeScript cells in order, without a front end and without Python, and writes the notebook with its
outputs after every cell, so that an interrupted run keeps what it had.

  --out OUT.ipynb   where it is written; IN.out.ipynb beside it unless said
  -p NAME=VALUE     the value of a parameter that the cell tagged "parameters" declares: JSON, or a text; as often as
                    there are parameters
  --timeout S       seconds that each cell may take
  --backend NAME    native, tfjs-node, tfjs-node-gpu, wasm or cpu
  --step            run cell by cell in the terminal: what each prints and shows as text, figures saved beside OUT;
                    Enter goes on, q ends
  --html            also write a page that stands by itself, OUT.html
  --allow-errors    go on behind a cell that fails

Exit code 1 when a cell failed, 2 for a request that cannot be meant, 130 when it was interrupted.
example: proxylab notebook run study.ipynb --out out/study.ipynb -p layers=[4,8] -p seed=3
`;

/** `proxylab notebook run`; returns the exit code. */
export async function notebookCommand(args: string[]): Promise<number> {
  const { path, given, values } = read(args);
  const [{ readNotebook }, { run, folderOf }, { writeNotebook }] = await Promise.all([
    import("../../kernel/notebook/read.ts"),
    import("../../kernel/notebook/run.ts"),
    import("../../kernel/notebook/write.ts"),
  ]);
  const notebook = readNotebook(path);
  const out = values.out ?? `${path.slice(0, path.length - extname(path).length)}.out.ipynb`;
  const timeout = values.timeout === undefined ? undefined : seconds(values.timeout);
  if (values.backend !== undefined) await startEngine({ backend: values.backend as never, quiet: true });
  const shown = values.step ? await stepping(out) : barred(basename(path));
  const write = async (): Promise<void> => {
    writeNotebook(out, notebook);
    if (values.html) await writePage(out, notebook);
  };
  const listener: RunListener = {
    ...shown,
    async onEnd(cell, trouble) {
      await write();
      return await shown.onEnd?.(cell, trouble);
    },
  };
  const allowErrors = values["allow-errors"] ?? false;
  const end = await run(notebook, {
    folder: folderOf(path),
    parameters: given,
    timeout,
    allowErrors,
    listener,
  });
  await write();
  return ended(end, { name: basename(path), out, allowErrors, told: values.step ?? false });
}

type Flags = ReturnType<typeof parseFlags>["values"];

function read(args: string[]): { path: string; given: Given[]; values: Flags } {
  const { values, positionals } = parseFlags(args);
  const [what, path, ...rest] = positionals;
  if (what !== "run")
    throw new UsageError(
      `expected "proxylab notebook run IN.ipynb", not "${what ?? ""}"; --help shows an example`,
    );
  if (path === undefined) throw new UsageError("which notebook? proxylab notebook run IN.ipynb");
  if (rest.length > 0) throw new UsageError(`unexpected word "${rest[0]}"; one notebook is run at a time`);
  return { path, given: (values.parameter ?? []).map(parameter), values };
}

const options = {
  out: { type: "string" },
  parameter: { type: "string", short: "p", multiple: true },
  timeout: { type: "string" },
  backend: { type: "string" },
  step: { type: "boolean" },
  html: { type: "boolean" },
  "allow-errors": { type: "boolean" },
} as const;

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const unknown = /'(-[^' ]*)/.exec((error as Error).message)?.[1];
    const close = unknown && nearest(unknown.replace(/^-+/, ""), Object.keys(options), 1)[0];
    if ((error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
      throw new UsageError(`unknown option ${unknown}; did you mean --${close}?`);
    throw new UsageError(`${(error as Error).message}; proxylab notebook --help shows an example`);
  }
}

function parameter(text: string): Given {
  const at = text.indexOf("=");
  if (at <= 0) throw new UsageError(`-p ${text}: expected NAME=VALUE`);
  return { name: text.slice(0, at).trim(), text: text.slice(at + 1) };
}

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 1e6) return value;
  throw new UsageError(`--timeout ${text}: expected a number of seconds above 0`);
}

/** A bar over the cells. */
function barred(name: string): RunListener {
  const bar = progress(name);
  return {
    onCell: (done, all) => (done === all ? bar.end() : bar.update(done, all, `cell ${done + 1} of ${all}`)),
  };
}

/** Shows each cell's code, what it gives as text, and where its figures were saved; asks before the next. */
async function stepping(out: string): Promise<RunListener> {
  const { wordsOf, pictureOf } = await import("../../kernel/notebook/terminal.ts");
  const { terminal } = await import("../../kernel/session/output.ts");
  const { createInterface } = await import("node:readline/promises");
  const say = (text: string) => terminal.stdout(text);
  const base = out.slice(0, out.length - extname(out).length);
  let first = true;
  return {
    async onCell(done, all, cell) {
      if (!cell) return undefined;
      if (!first && process.stdin.isTTY) {
        const asking = createInterface({ input: process.stdin, output: process.stdout });
        const answer = await asking.question("-- Enter: next cell, q: end -- ").finally(() => asking.close());
        if (answer.trim().toLowerCase() === "q") return "end";
      }
      first = false;
      say(`\n[${done + 1}/${all}]\n${cell.source.replace(/^/gm, "  ")}\n\n`);
      return undefined;
    },
    onEnd(cell: CodeCell) {
      for (const [index, output] of cell.outputs.entries()) {
        say(wordsOf(output));
        const picture = pictureOf(output);
        if (!picture) continue;
        const file = `${base}-${cell.execution_count}${index > 0 ? `-${index + 1}` : ""}.${picture.ending}`;
        writeAtomically(file, picture.bytes);
        say(`(figure: ${file})\n`);
      }
    },
  };
}

async function writePage(out: string, notebook: Notebook): Promise<void> {
  const { pageOf } = await import("../../kernel/notebook/page.ts");
  const base = out.slice(0, out.length - extname(out).length);
  writeAtomically(`${base}.html`, pageOf(notebook, basename(base)));
}

function ended(
  { failure, interrupted }: RunEnd,
  { name, out, allowErrors, told }: { name: string; out: string; allowErrors: boolean; told: boolean },
): number {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  if (interrupted) {
    say(`proxylab: ${name} was interrupted; what it had is in ${out}`);
    return 130;
  }
  if (!failure || allowErrors) return 0;
  const { count, trouble } = failure;
  const traceback = trouble.traceback.join("\n");
  if (!told) say(process.stderr.isTTY ? traceback : stripVTControlCharacters(traceback));
  throw new Failure(
    `${name}, cell ${count}: ${trouble.ename}: ${trouble.evalue.split("\n")[0]?.replace(/\.$/, "")}; what it had is in ${out}`,
  );
}
