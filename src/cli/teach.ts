import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEngine } from "../backend/start.ts";
import { Failure } from "../errors.ts";
import { teach } from "../studies/teaching/curriculum.ts";
import { nanoCourses, untaughtNano } from "../studies/teaching/nano.ts";
import { parse } from "./arguments.ts";
import { type Progress, progress, span } from "./progress.ts";

export const teachHelp = `proxylab teach: teach nano to read pages, from nothing

  --folder DIR      where the run keeps its log, its state and what each course taught; out/teach/nano unless said
  --backend NAME    native, tfjs-node, tfjs-node-gpu, wasm or cpu

Language first, eyes second, then both. Interrupt it at will: the same command goes on where it was.

example: proxylab teach --backend native
`;

/** `proxylab teach`. */
export async function teachCommand(args: string[]): Promise<void> {
  const { values } = parse(args, { folder: "string", backend: "string" });
  const began = Date.now();
  const engine = await startEngine({ backend: values.backend as never });
  const folder = (values.folder as string | undefined) ?? join(root, "out/teach/nano");
  let bar: Progress | undefined;
  let at = "";
  const taught = await teach(untaughtNano(), nanoCourses, {
    folder,
    signal: interruption(),
    onStep: ({ step, loss }, { name, steps }) => {
      if (name !== at) {
        bar?.end();
        [at, bar] = [name, progress(name)];
      }
      bar?.update(step, steps, `loss ${loss.toFixed(3)}`);
    },
  });
  bar?.end();
  process.stderr.write(
    `nano: ${(taught.parameters / 1e6).toFixed(2)} M parameters, taught into ${folder} in ${span(Date.now() - began)} on ${engine.chosen}\n`,
  );
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The first interrupt ends the work at the next step, with its state saved; a second one ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () =>
    controller.abort(new Failure("interrupted; the same command goes on from here")),
  );
  return controller.signal;
}
