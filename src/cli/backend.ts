import { parseArgs } from "node:util";
import { memoryCeiling } from "../backend/memory.ts";
import { measureMatmul, type StartOptions, startEngine } from "../backend/start.ts";
import { UsageError } from "../errors.ts";

/** What `proxylab backend --help` prints. */
export const backendHelp = `proxylab backend [--backend NAME] [--precision NAME] [--threads N] [--json]

Starts the engine that computations would run on and says which it is, why, and how fast it multiplies matrices.

  --backend NAME   tfjs-node-gpu, tfjs-node, native (either of them), wasm or cpu; otherwise the first that starts
  --precision NAME highest (float32 throughout) or high (fused operations may multiply bfloat16, where that is faster)
  --threads N      threads of the native engine; otherwise as many as a short measurement finds worth having
  --json           { chosen, why, tried: [{ name, ok, why }], versions, precision, threads, instructions,
                   memoryCeiling, matmulGflops } on standard output

PROXYLAB_BACKEND, PROXYLAB_PRECISION, PROXYLAB_THREADS, PROXYLAB_MEMORY (6GB) and PROXYLAB_INSTRUCTIONS (amx, avx512bf16,
avx512, avx2, none) say the same for every command and notebook.

Example: proxylab backend --backend wasm --json
`;

/** `proxylab backend`: which engine runs here, why, and its GFLOP/s at a 512 x 512 matrix product. */
export async function backendCommand(args: string[]): Promise<void> {
  const { json, ...options } = parse(args);
  const report = await startEngine({ ...options, quiet: true });
  const { chosen, why, tried, versions, precision, threads, instructions } = report;
  const matmulGflops = Math.round((await measureMatmul()) * 10) / 10;
  if (json) {
    const memory = { memoryCeiling: memoryCeiling() };
    process.stdout.write(`${JSON.stringify({ ...report, ...memory, matmulGflops })}\n`);
    return;
  }
  const lines = [
    `engine    ${chosen}: ${why}`,
    ...tried.map(({ name, ok, why: reason }) => `  ${ok ? "started" : "not    "} ${name}: ${reason}`),
    `runs      ${threads} thread${threads === 1 ? "" : "s"}, precision ${precision}, ${instructions ? `fused operations for ${instructions}` : "plain operations"}, at most ${(memoryCeiling() / 1e9).toFixed(1)} GB of tensors`,
    `matmul    ${matmulGflops} GFLOP/s (float32, 512 x 512)`,
    `versions  ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function parse(args: string[]): StartOptions & { json: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        backend: { type: "string" },
        precision: { type: "string" },
        threads: { type: "string" },
        json: { type: "boolean" },
      },
    });
    return {
      backend: values.backend as StartOptions["backend"],
      precision: values.precision as StartOptions["precision"],
      threads: values.threads === undefined ? undefined : Number(values.threads),
      json: values.json ?? false,
    };
  } catch (error) {
    throw new UsageError(`${(error as Error).message} (proxylab backend --help shows an example)`);
  }
}
