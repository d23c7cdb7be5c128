import { findBinding } from "../../src/backend/native/place.ts";
import { parse } from "../../src/cli/arguments.ts";
import { Failure, nearest, UsageError } from "../../src/errors.ts";
import { conformance } from "./conformance.ts";
import { exclusions, pending } from "./exclusions.ts";
import { specFiles } from "./oneCore.ts";
import type { Engine } from "./specs.ts";
import { line } from "./verdict.ts";

const help = `npm run test:tfjs -- [--backend NAME] [--only FILES] [--list]

Runs tfjs-core's own specs on this project's engines and says how many are green.

  --backend NAME   native, wasm or cpu; otherwise every engine that this machine has
  --only FILES     only these of its spec files, comma-separated: ops/mat_mul,ops/softmax
  --list           run nothing; print what is excluded, by reason

Example: npm run test:tfjs -- --backend wasm
`;

const engines: readonly Engine[] = ["native", "wasm", "cpu"];

async function main(args: string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) return print(help);
  const { values } = parse(args, { backend: "string", only: "string", list: "boolean" });
  const named = values.backend === undefined ? undefined : engineOf(String(values.backend));
  const files = values.only === undefined ? undefined : String(values.only).split(",").map(fileOf);
  if (values.list) return print((named ? [named] : engines).map(listed).join("\n"));
  let complaints = 0;
  for (const engine of named ? [named] : engines) {
    if (engine === "native" && !named && !findBinding("tfjs-node") && !findBinding("tfjs-node-gpu")) {
      print('native: skipped, its binding has not been made ("proxylab native" makes it)\n');
      continue;
    }
    const verdict = await conformance(engine, files ? { files } : {});
    print(`${line(engine, verdict)}\n`);
    for (const complaint of verdict.complaints) process.stderr.write(`  ${complaint}\n`);
    complaints += verdict.complaints.length;
  }
  return complaints > 0 ? 1 : 0;
}

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function engineOf(name: string): Engine {
  if ((engines as readonly string[]).includes(name)) return name as Engine;
  throw new UsageError(
    `backend "${name}" is unknown; use ${engines.join(", ")} or leave it out for all of them`,
  );
}

function fileOf(name: string): string {
  if (specFiles.includes(name)) return name;
  throw new UsageError(
    `tfjs-core has no spec file "${name}"; did you mean ${nearest(name, specFiles).join(", ")}?`,
  );
}

function listed(engine: Engine): string {
  const reasons = Object.entries(exclusions[engine]);
  const total = reasons.reduce((sum, [, specs]) => sum + specs.length, 0);
  const head = `${engine}: ${total} excluded (${reasons.length} reasons), ${pending.length} pending in tfjs-core itself\n`;
  const lines = reasons.map(([reason, specs]) =>
    [`\n  ${reason}: ${specs.length}\n`, ...specs.map((spec) => `    ${spec}\n`)].join(""),
  );
  return head + lines.join("");
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof Failure;
  process.stderr.write(`test:tfjs: ${known ? error.message : (error as Error).stack}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
