import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How a command ended and what it wrote. */
export interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `proxylab` in a process of its own. */
export function proxylab(...args: string[]): Ending {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli/proxylab.js", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

/**
 * Runs many command lines one after the other in one process of their own, for starting one takes seconds: through
 * `main`, as `proxylab` does, each with what it alone wrote.
 */
export function proxylabMany(lines: readonly (readonly string[])[]): Ending[] {
  const script = `
    const { main } = await import("./src/cli/main.ts");
    const { stdout, stderr } = process;
    const written = { stdout: "", stderr: "" };
    const own = stdout.write.bind(stdout);
    for (const name of ["stdout", "stderr"]) process[name].write = (text) => ((written[name] += text), true);
    const endings = [];
    for (const args of ${JSON.stringify(lines)}) {
      written.stdout = written.stderr = "";
      const code = await main(args);
      endings.push({ code, out: written.stdout, err: written.stderr });
    }
    own(JSON.stringify(endings));`;
  const command = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  try {
    return JSON.parse(stdout) as Ending[];
  } catch (error) {
    throw new Error(`the command lines did not run: ${stderr}`, { cause: error });
  }
}
