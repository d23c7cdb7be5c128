import { makeNative } from "../backend/native/make.ts";
import { UsageError } from "../errors.ts";

/** What `proxylab native --help` prints. */
export const nativeHelp = `proxylab native [--gpu]

Makes the native TensorFlow engine (tfjs-node) in your cache folder, once for this machine: fetches TensorFlow from the
Python registry with pip and compiles the binding with g++. Linux x86-64; needs python3 with pip, and g++.

  --gpu   make tfjs-node-gpu (about 570 MB in place of 270); it uses CUDA where TensorFlow finds it

Example: proxylab native && proxylab backend
`;

/** `proxylab native`: makes the native engine, saying each step on standard error. Ctrl-C leaves nothing behind. */
export async function nativeCommand(args: string[]): Promise<void> {
  const unknown = args.find((argument) => argument !== "--gpu");
  if (unknown !== undefined)
    throw new UsageError(`"${unknown}" is no option of proxylab native; use --gpu, --help or nothing`);
  const name = args.includes("--gpu") ? "tfjs-node-gpu" : "tfjs-node";
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    const step = (line: string) => process.stderr.write(`${line}\n`);
    const { folder, already } = await makeNative(name, { step, signal: interruption.signal });
    process.stdout.write(already ? `${name} is there: ${folder}\n` : `${name} was made: ${folder}\n`);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
