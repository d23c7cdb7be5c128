import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEngine } from "../backend/start.ts";
import { Failure, UsageError } from "../errors.ts";
import { teach } from "../studies/teaching/curriculum.ts";
import { nanoCourses, untaughtNano } from "../studies/teaching/nano.ts";
import { smolCourses, untaughtSmol } from "../studies/teaching/smol.ts";
import { parse } from "./arguments.ts";
import { type Progress, progress, span } from "./progress.ts";

export const teachHelp = `proxylab teach nano | smol: teach a model to read pages, on generated samples of every task

  nano              from nothing: language first, eyes second, then both
  smol              eyes and adapters for SmolLM2-135M, which stays as it is (proxylab fetch smollm2-135m)

  --folder DIR      where the run keeps its log, its state and what each course taught; out/teach/NAME unless said
  --backend NAME    native, tfjs-node, tfjs-node-gpu, wasm or cpu

Interrupt it at will: the same command goes on where it was.

example: proxylab teach nano --backend native
`;

const pupils = {
  nano: { untaught: async () => untaughtNano(), courses: nanoCourses },
  smol: { untaught: untaughtSmol, courses: smolCourses },
};

/** `proxylab teach`. */
export async function teachCommand([name = "", ...args]: string[]): Promise<void> {
  if (!Object.hasOwn(pupils, name))
    throw new UsageError(`teach "${name}": expected ${Object.keys(pupils).join(" or ")}`);
  const { untaught, courses } = pupils[name as keyof typeof pupils];
  const { values } = parse(args, { folder: "string", backend: "string" });
  const began = Date.now();
  const engine = await startEngine({ backend: values.backend as never });
  const folder = (values.folder as string | undefined) ?? join(root, "out/teach", name);
  let bar: Progress | undefined;
  let at = "";
  const taught = await teach(await untaught(), courses, {
    folder,
    signal: interruption(),
    onStep: ({ step, loss }, { name: course, steps }) => {
      if (course !== at) {
        bar?.end();
        [at, bar] = [course, progress(course)];
      }
      bar?.update(step, steps, `loss ${loss.toFixed(3)}`);
    },
  });
  bar?.end();
  process.stderr.write(
    `${name}: ${(taught.parameters / 1e6).toFixed(2)} M parameters, taught into ${folder} in ${span(Date.now() - began)} on ${engine.chosen}\n`,
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
