import { createRequire } from "node:module";
import { assertOneCore, useCore } from "./oneCore.ts";
import { countOperations, type Operations } from "./operations.ts";

/** What a process that runs specs is told, as JSON in its only argument. */
export interface Task {
  readonly engine: Engine;
  /** The file that `bundleCore` wrote. */
  readonly core: string;
  readonly files: readonly string[];
  /** Makes the engine fail whenever it is started again, as a proof that the run then goes red. */
  readonly broken: boolean;
}

/** An engine under test, as `startEngine` knows it. */
export type Engine = "native" | "wasm" | "cpu";

/** How one spec ended, and why it failed. */
export interface Outcome {
  readonly spec: string;
  readonly status: "passed" | "failed" | "pending";
  readonly why: string;
}

/** What such a process answers. */
export interface Run {
  readonly backend: string;
  readonly outcomes: readonly Outcome[];
  readonly operations: Operations;
}

/** The little of jasmine's interface that is used here; the specs take theirs from the global scope. */
interface Jasmine {
  DEFAULT_TIMEOUT_INTERVAL: number;
  getEnv(): JasmineEnvironment;
}

interface JasmineEnvironment {
  configure(options: Readonly<Record<string, unknown>>): void;
  addReporter(reporter: Readonly<Record<string, (result: JasmineResult) => void>>): void;
  execute(): Promise<unknown>;
}

interface JasmineResult {
  readonly fullName: string;
  readonly status: Outcome["status"];
  readonly failedExpectations: readonly { readonly message: string }[];
}

/** Flags that an engine's start in this project sets, which the specs' own resets of tfjs would forget. */
const flags: Readonly<Partial<Record<Engine, Record<string, boolean>>>> = {
  wasm: { WASM_HAS_MULTITHREAD_SUPPORT: false },
};

async function run({ engine, core: file, files, broken }: Task): Promise<Run> {
  const core = useCore(file);
  const { tf } = await import("../../src/backend/tf.ts");
  const { startEngine } = await import("../../src/backend/start.ts");
  await startEngine({ backend: engine, quiet: true });
  assertOneCore(core, tf);
  const backend = tf.getBackend();
  const operations = countOperations(core);
  if (broken) {
    tf.removeBackend(backend);
    tf.registerBackend(backend, () => {
      throw new Error("broken for the sake of a test");
    });
  }

  const jasmine = (createRequire(import.meta.url)("jasmine-core") as { boot(): Jasmine }).boot();
  jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000;
  const specs = jasmine.getEnv();
  specs.configure({ random: false, forbidDuplicateNames: false });
  const environment = { name: "engine-under-test", backendName: backend, isDataSync: true };
  const tag = ` ${environment.name} ${JSON.stringify(flags[engine] ?? {})}`;
  core.setTestEnvs([{ ...environment, flags: flags[engine] ?? {} }]);
  for (const path of files) core.specFiles[path]?.();

  const outcomes = collect(specs, tag);
  await specs.execute();
  return { backend, outcomes, operations };
}

/** How the specs end, filled in as they are executed; titles are without the tag of the environment. */
function collect(specs: JasmineEnvironment, tag: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const seen = new Map<string, number>();
  const title = (name: string): string => {
    const plain = name.replaceAll(tag, "").replace(/\s+/g, " ");
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return times === 1 ? plain : `${plain} (${times})`;
  };
  const add = (name: string, { status, failedExpectations }: JasmineResult): void => {
    const messages = failedExpectations.map(({ message }) => message.split("\n").slice(0, 2).join(" "));
    outcomes.push({ spec: title(name), status, why: messages.join("; ").slice(0, 300) });
  };
  specs.addReporter({
    specDone: (result) => add(result.fullName, result),
    suiteDone: (result) => {
      if (result.failedExpectations.length > 0)
        add(`${result.fullName}, as a whole`, { ...result, status: "failed" });
    },
  });
  return outcomes;
}

async function answer(): Promise<{ run: Run } | { failure: string }> {
  try {
    return { run: await run(JSON.parse(process.argv[2] as string) as Task) };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}

process.send?.(await answer(), () => process.exit());
