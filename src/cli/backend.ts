import { parseArgs } from "node:util";
import { measureMatmul, type StartOptions, startEngine } from "../backend/start.ts";
import { UsageError } from "../errors.ts";

/** What `proxylab backend --help` prints. */
export const backendHelp = `proxylab backend [--backend NAME] [--json]

Starts the engine that computations would run on and says which it is, why, and how fast it multiplies matrices.

  --backend NAME   tfjs-node-gpu, tfjs-node, native (either of them), wasm or cpu; otherwise the first that starts
  --json           { chosen, why, tried: [{ name, ok, why }], versions, matmulGflops } on standard output

Example: proxylab backend --backend wasm --json
`;

/** `proxylab backend`: which engine runs here, why, and its GFLOP/s at a 512 x 512 matrix product. */
export async function backendCommand(args: string[]): Promise<void> {
  const { backend, json } = parse(args);
  const report = await startEngine({ backend: backend as StartOptions["backend"], quiet: true });
  const { chosen, why, tried, versions } = report;
  const matmulGflops = Math.round((await measureMatmul()) * 10) / 10;
  if (json) {
    process.stdout.write(`${JSON.stringify({ chosen, why, tried, versions, matmulGflops })}\n`);
    return;
  }
  const lines = [
    `engine    ${chosen}: ${why}`,
    ...tried.map(({ name, ok, why: reason }) => `  ${ok ? "started" : "not    "} ${name}: ${reason}`),
    `matmul    ${matmulGflops} GFLOP/s (float32, 512 x 512)`,
    `versions  ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function parse(args: string[]): { backend: string | undefined; json: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        backend: { type: "string" },
        json: { type: "boolean" },
      },
    });
    return { backend: values.backend, json: values.json ?? false };
  } catch (error) {
    throw new UsageError(`${(error as Error).message} (proxylab backend --help shows an example)`);
  }
}
