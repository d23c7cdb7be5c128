import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { readNotebook } from "../../kernel/notebook/read.ts";
import { run } from "../../kernel/notebook/run.ts";
import { startEngine } from "../backend/start.ts";
import { Failure } from "../errors.ts";
import { makeFolder } from "../files/atomic.ts";
import {
  estimatedMinutes,
  evaluateNano,
  isTrained,
  measureAgain,
  type OnProgress,
  trainNano,
} from "../studies/nano/remake.ts";
import { parse } from "./arguments.ts";
import { drawFigures, figuresFolder } from "./figures.ts";
import { type Progress, progress, span } from "./progress.ts";

export const startHelp = `npm start [-- --evaluate | --train]: run the notebooks and draw every figure from the stored records

  (nothing)         run notebooks/, measure the baseline and one plan again on 50 pages, write figures/
  --evaluate        first remake every record from the stored checkpoint
  --train           first teach the model from nothing, fine-tune every plan, then remake every record; can be
                    interrupted and goes on where it was
  --backend NAME    native, tfjs-node, tfjs-node-gpu, wasm or cpu

example: npm start -- --evaluate
`;

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** `proxylab start`, which `npm start` calls. */
export async function startCommand(args: string[]): Promise<void> {
  const { values } = parse(args, { train: "boolean", evaluate: "boolean", backend: "string" });
  const began = Date.now();
  const engine = await startEngine({ backend: values.backend as never });
  const say = (text: string) => process.stderr.write(`${text}\n`);
  makeFolder(figuresFolder);
  if (values.train) {
    const parts = estimatedMinutes();
    const total = parts.reduce((sum, { minutes }) => sum + minutes, 0);
    say(
      `training on ${engine.chosen}: about ${Math.round(total)} minutes with the native engine on two cores`,
    );
    say(
      `  ${parts.map(({ part, minutes }) => `${part} ${Math.round(minutes)}`).join(", ")}; interrupt at will, the same command goes on`,
    );
    const { report, done } = bars();
    await trainNano(root("out/nano"), report, interruption());
    done();
  }
  if (values.train || values.evaluate) {
    const { report, done } = bars();
    await evaluateNano(report, interruption());
    done();
  }
  if (!isTrained())
    throw new Failure(
      "there is no trained model yet: run npm start -- --train, with the native engine (npm run native)",
    );
  const { report, done } = bars();
  const again = await measureAgain(["full", "skip attention and FFN from 3, fine-tuned"], 50, report);
  done();
  for (const { plan, now, recorded, low, high, holds } of again) {
    const figures = `${percent(now)} on 50 pages, recorded ${percent(recorded)} (${percent(low)} to ${percent(high)})`;
    if (!holds)
      throw new Failure(
        `the record of "${plan}" does not hold here: ${figures}; npm start -- --evaluate remakes it`,
      );
    say(`${plan}: ${figures}`);
  }
  for (const name of readdirSync(root("notebooks"))
    .filter((file) => file.endsWith(".ipynb"))
    .sort()) {
    const bar = progress(name);
    const folder = root("notebooks");
    const { failure, interrupted } = await run(readNotebook(join(folder, name)), {
      folder,
      listener: { onCell: (cell, all) => bar.update(cell, all) },
    });
    if (interrupted) throw new Failure("interrupted");
    if (failure) {
      const { count, trouble } = failure;
      say(stripVTControlCharacters(trouble.traceback.join("\n")));
      throw new Failure(`${name}, cell ${count}: ${trouble.ename}: ${trouble.evalue}`);
    }
    bar.end();
  }
  const index = await drawFigures();
  say(`figures: ${index} (${span(Date.now() - began)} on ${engine.chosen})`);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A bar for each thing that reports, one after the other. */
function bars(): { report: OnProgress; done: () => void } {
  let title = "";
  let bar: Progress | undefined;
  return {
    report: (what, at, all, note) => {
      if (what !== title) {
        bar?.end();
        [title, bar] = [what, progress(what)];
      }
      bar?.update(at, all, note);
    },
    done: () => bar?.end(),
  };
}

/** The first interrupt ends the work at the next step, with its state saved; a second one ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () =>
    controller.abort(new Failure("interrupted; the same command goes on from here")),
  );
  return controller.signal;
}
