import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "../../../kernel/install/install.ts";
import { jupyter, pythonEnvironment } from "../../support/pythonEnvironment.ts";

/** The kernel's tests that are written in Python. */
export const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A cell of a notebook file. */
export interface Cell {
  readonly cell_type: "code" | "markdown";
  readonly source: string;
  readonly metadata?: object;
}

/** Jupyter in a virtual environment, with the kernel of this ProxyLab, and a folder that it works in. */
export class Jupyter {
  readonly folder = mkdtempSync(join(tmpdir(), "proxylab-jupyter-"));
  readonly #environment: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(environment: string) {
    this.#environment = environment;
    const own = (name: string): string => {
      const path = join(this.folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    };
    this.#env = {
      ...process.env,
      JUPYTER_PATH: join(this.folder, "prefix", "share", "jupyter"),
      JUPYTER_CONFIG_DIR: own("config"),
      JUPYTER_DATA_DIR: own("data"),
      JUPYTER_RUNTIME_DIR: own("runtime"),
      IPYTHONDIR: own("ipython"),
      XDG_DATA_HOME: own("share"),
      VIRTUAL_ENV: environment,
      PATH: `${join(environment, "bin")}:${process.env.PATH}`,
    };
  }

  /** Makes the environment if need be. Throws an error that says why where that cannot be. */
  static async prepare(): Promise<Jupyter> {
    const environment = pythonEnvironment(jupyter);
    if ("missing" in environment) throw new Error(environment.missing);
    const made = new Jupyter(environment.folder);
    await install({ prefix: join(made.folder, "prefix") }, "proxylab");
    return made;
  }

  /** The same for a suite of tests, which is skipped, saying why, where it cannot be. */
  static async prepareFor(suite: Mocha.Context): Promise<Jupyter> {
    try {
      return await Jupyter.prepare();
    } catch (error) {
      console.log(`      (skipped: ${(error as Error).message})`);
      return suite.skip();
    }
  }

  /** Runs a Python module or script to its end. */
  python(...args: string[]): SpawnSyncReturns<string> {
    return spawnSync(join(this.#environment, "bin", "python"), args, {
      cwd: this.folder,
      env: this.#env,
      encoding: "utf8",
      maxBuffer: 1e8,
      timeout: 600_000,
    });
  }

  /** Starts a Python module or script. */
  start(...args: string[]): ChildProcess {
    return spawn(join(this.#environment, "bin", "python"), args, {
      cwd: this.folder,
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
  }

  /** Writes a notebook of this kernel; returns its path. */
  notebook(name: string, cells: readonly (Cell | string)[]): string {
    const path = join(this.folder, name);
    const whole = cells.map((cell, at) => {
      const {
        cell_type,
        source: text,
        metadata = {},
      } = typeof cell === "string" ? ({ cell_type: "code", source: cell } as Cell) : cell;
      const code = cell_type === "code" ? { outputs: [], execution_count: null } : {};
      return { id: `cell-${at}`, cell_type, source: text, metadata, ...code };
    });
    const kernelspec = { name: "proxylab", display_name: "ProxyLab (TypeScript)", language: "typescript" };
    const metadata = { kernelspec, language_info: { name: "typescript" } };
    writeFileSync(path, JSON.stringify({ cells: whole, metadata, nbformat: 4, nbformat_minor: 5 }));
    return path;
  }

  /** The environment in which Jupyter finds the kernel and its own folders, changed as said. */
  environment(changed: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return { ...this.#env, ...changed };
  }

  /** Writes a file of Jupyter's configuration. */
  configure(name: string, content: object): void {
    const path = join(this.folder, "config", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
