import { nearest, UsageError } from "../../src/errors.ts";

/** What can be measured, in the order in which it is. */
export const caseNames = ["matmul", "step", "smol", "prefill", "memory", "wasm"] as const;

export type CaseName = (typeof caseNames)[number];

export const precisions = ["float32", "bfloat16"] as const;

export type Precision = (typeof precisions)[number];

/** What the command line asks for. */
export interface Request {
  readonly cases: readonly CaseName[];
  readonly threads: readonly number[];
  readonly precisions: readonly Precision[];
  readonly runs: number;
  readonly pytorch: boolean;
  /** Where the JSON goes: a file, or standard output in place of the table. */
  readonly json?: { readonly file?: string };
}

const [usual, quick] = [5, 2];

export const help = `npm run bench [-- OPTIONS]: how fast ProxyLab's engines are here, beside PyTorch

  --case NAMES      of ${caseNames.join(", ")}; several with commas; all unless said
  --threads LIST    1,2 unless said
  --precision LIST  float32,bfloat16 unless said
  --runs N          measurements of each, after a warm-up; ${usual} unless said
  --quick           ${quick} measurements of each: to see that it works, not to report
  --no-pytorch      without PyTorch, and so without ratios
  --json [FILE]     everything, raw times included, as JSON: into a file beside the table, or on standard output
                    in place of it

All sides take turns in one run. PyTorch is fetched once with pip into an environment of its own in your cache folder
(5.6 GB). test/bench/README.md says how to read what is printed.

example: npm run bench -- --case step --threads 1 --json step.json
`;

const flags = ["--case", "--threads", "--precision", "--runs", "--quick", "--no-pytorch", "--json", "--help"];

/** Reads the command line; undefined when it asks for help. Throws a `UsageError` for what cannot be meant. */
export function request(args: readonly string[]): Request | undefined {
  const asked = {
    cases: caseNames as readonly CaseName[],
    threads: [1, 2],
    precisions: precisions as readonly Precision[],
    runs: usual,
  };
  let [pytorch, json]: [boolean, Request["json"]] = [true, undefined];
  for (let i = 0; i < args.length; i++) {
    const [flag, attached] = split(args[i] as string);
    const value = (): string => {
      const given = attached ?? args[++i];
      if (given === undefined || given.startsWith("--")) throw new UsageError(`option ${flag} needs a value`);
      return given;
    };
    if (flag === "--help" || flag === "-h") return undefined;
    else if (flag === "--case") asked.cases = chosen("case", caseNames, value());
    else if (flag === "--precision") asked.precisions = chosen("precision", precisions, value());
    else if (flag === "--threads")
      asked.threads = value()
        .split(",")
        .map((text) => count(flag, text));
    else if (flag === "--runs") asked.runs = count(flag, value());
    else if (flag === "--quick") asked.runs = quick;
    else if (flag === "--no-pytorch") pytorch = false;
    else if (flag === "--json")
      json = fileOf(attached ?? (args[i + 1]?.startsWith("--") ? undefined : args[++i]));
    else throw unknown(flag);
  }
  return { ...asked, pytorch, ...(json && { json }) };
}

function split(argument: string): [flag: string, value: string | undefined] {
  const at = argument.indexOf("=");
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

const fileOf = (file: string | undefined): Request["json"] => (file === undefined ? {} : { file });

function chosen<Name extends string>(what: string, all: readonly Name[], text: string): Name[] {
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if ((all as readonly string[]).includes(name)) continue;
    throw new UsageError(
      `unknown ${what} "${name}"; did you mean ${nearest(name, all, 1)[0]}? There are ${all.join(", ")}`,
    );
  }
  return all.filter((name) => names.includes(name));
}

function count(flag: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text.trim())) return Number(text);
  throw new UsageError(`${flag} ${text}: expected a whole number from 1 on`);
}

function unknown(flag: string): UsageError {
  if (!flag.startsWith("-")) return new UsageError(`unexpected word "${flag}"; options begin with --`);
  return new UsageError(`unknown option ${flag}; did you mean ${nearest(flag, flags, 1)[0]}?`);
}
