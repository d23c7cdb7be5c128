import { Script } from "node:vm";
import { type CommMessage, type CommMessageType, Comms } from "../comms.ts";
import { type Compiler, createCompiler } from "../compile/compiler.ts";
import { type Declared, declaredVariables } from "../compile/declared.ts";
import { guardName, type Import } from "../compile/transform.ts";
import { type Context, currentContext, setRunning, within } from "../context.ts";
import { CellRun, type Guard, guardOf, note, restOf } from "./cell.ts";
import { completeness } from "./completeness.ts";
import { complete } from "./completion.ts";
import type {
  Completeness,
  Completion,
  ExecuteOptions,
  Listener,
  Outcome,
  SessionEvent,
  Trouble,
} from "./events.ts";
import { formsOf } from "./forms.ts";
import { inspectCode } from "./inspection.ts";
import { Flags, Interrupted } from "./interrupt.ts";
import { Modules } from "./modules.ts";
import { guardOperations } from "./operations.ts";
import { loadPrelude, preludeDeclarations, preludeNames } from "./prelude.ts";
import { measure } from "./report.ts";
import { Scope } from "./scope.ts";
import { fileOf, troubleOf, troubleOfDiagnostics } from "./trouble.ts";
import { type Written, written } from "./written.ts";

/** Cells that tracebacks can point into: the latest. */
const mostRemembered = 1000;

/** How long a cell that was interrupted may take to end by itself. */
const grace = 300;

/** A cell that is ready to run. */
interface Prepared {
  readonly body: (exports: object, require: unknown, guard: Guard) => Promise<void>;
  readonly number: number;
  readonly declared: readonly string[];
  /** The name that its last value goes by. */
  readonly last: string | undefined;
}

/**
 * One notebook's session: TypeScript cells that know what earlier cells declared. Used alike by the Jupyter kernel and
 * by the headless runner.
 */
export class Session {
  /** Live connections to objects of the front end. */
  readonly comms = new Comms((message, content, extras) =>
    this.publish({ type: "comm", message, content, extras }),
  );
  readonly flags: Flags;
  readonly #listeners = new Set<Listener>();
  readonly #scope = new Scope();
  readonly #modules: Modules;
  readonly #cells = new Map<number, Written>();
  #compiler: Compiler | undefined;
  #declarations: string | undefined;
  #count = 0;
  #run: CellRun | undefined;
  #last: Context | undefined;

  /** A session whose cells live in `folder`; `flags` are shared with a thread that may interrupt it. */
  constructor(
    readonly folder: string,
    flags = new Flags(),
  ) {
    this.flags = flags;
    this.#modules = new Modules(folder);
  }

  /** Hears of everything that cells print and show. Returns a function that stops it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Publishes on behalf of the code that calls this: of its cell, or of the message that it handles. */
  publish(event: SessionEvent): void {
    const context = currentContext() ?? this.#last;
    if (context?.silent) return;
    for (const listener of this.#listeners) listener(event, context?.parent);
  }

  /** Loads the compiler, so that the first cell need not. */
  warm(): void {
    this.#compiled().converter.convert(this.#declared(), "1");
  }

  /** Runs a cell. Never throws: how it ended is in the outcome. One cell at a time. */
  async execute(code: string, options: ExecuteOptions = {}): Promise<Outcome> {
    if (this.#run) throw new Error("a cell is running already; await its end");
    const number = ++this.#count;
    const { name = `In [${number}]`, silent = false, parent, signal, ask } = options;
    const run = new CellRun(this.flags, { session: this, parent, silent, ask });
    const abort = (): void => run.interrupt(reasonOf(signal));
    this.#begin(run);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    const end = measure(this.#scope);
    try {
      const prepared = await this.#prepare(number, name, code);
      if ("traceback" in prepared) return { status: "error", trouble: prepared, report: end(undefined) };
      run.poll();
      if (run.interrupted) throw run.interrupted;
      const { value } = await this.#evaluate(prepared, run);
      const report = end(value);
      if (value === undefined) return { status: "ok", value, report };
      const bundle = silent ? undefined : await within(run.context, () => formsOf(value));
      return { status: "ok", value, ...(bundle && { bundle }), report };
    } catch (error) {
      if (run.interrupted) await restOf(run);
      const trouble = this.trouble(run.interrupted ?? error);
      return { status: "error", trouble, report: end(undefined) };
    } finally {
      signal?.removeEventListener("abort", abort);
      this.#end(run);
    }
  }

  /** An error as a cell would show it. */
  trouble(error: unknown): Trouble {
    return troubleOf(error, (number) => this.#cells.get(number));
  }

  /** The value of an expression, in the forms that a front end may choose from; changes no name of the session. */
  async evaluate(expression: string, options: ExecuteOptions = {}): Promise<Outcome> {
    return await this.execute(`(${expression}\n)`, options);
  }

  /** Stops the running cell: at its next await, loop or tensor operation. */
  interrupt(reason?: Interrupted): void {
    this.#run?.interrupt(reason);
    this.flags.countHandled();
  }

  /** Whether a cell runs. */
  get busy(): boolean {
    return this.#run !== undefined;
  }

  /** Hands a comm message of the front end to its comm, at once, also while a cell awaits. */
  async receive(
    type: CommMessageType,
    id: string,
    message: CommMessage,
    { target, parent }: { readonly target?: string; readonly parent?: unknown } = {},
  ): Promise<void> {
    const { context } = new CellRun(this.flags, { session: this, parent, silent: false });
    await within(context, async () => {
      try {
        await this.comms.receive(type, id, message, target);
      } catch (error) {
        this.publishTrouble(error);
      }
    });
  }

  /** Prints an error that no cell ends with, on behalf of the code that calls this; an interrupt is none. */
  publishTrouble(error: unknown): void {
    if (error instanceof Interrupted) return;
    const text = `${this.trouble(error).traceback.join("\n")}\n`;
    this.publish({ type: "stream", name: "stderr", text });
  }

  /** What could be written at `at`. */
  complete(code: string, at: number): Completion {
    return complete(this.#compiled(), this.#declared(), code, at);
  }

  /** The type and the docstring of what stands at `at`. */
  inspect(code: string, at: number): string | undefined {
    return inspectCode(this.#compiled(), this.#declared(), code, at);
  }

  /** Whether a cell can be run as it stands. */
  isComplete(code: string): Completeness {
    return completeness(this.#compiled().ts, code);
  }

  /** What the compiler says against a cell, in its first words; nothing of it is run. */
  complaint(code: string): string | undefined {
    return this.#compiled().converter.convert(this.#declared(), code).diagnostics[0]?.messageText;
  }

  /** The variables that a text declares at its top. */
  declaredIn(code: string): Declared[] {
    return declaredVariables(this.#compiled().ts, code);
  }

  /** Lets go of what would keep the process alive. */
  close(): void {
    this.#compiler?.converter.close();
    this.#listeners.clear();
  }

  #begin(run: CellRun): void {
    this.flags.interrupt = false;
    this.flags.running = true;
    this.#run = run;
    this.#last = run.context;
    setRunning(run.context);
  }

  #end(_run: CellRun): void {
    setRunning(undefined);
    this.#run = undefined;
    this.flags.running = false;
    this.flags.interrupt = false;
  }

  #compiled(): Compiler {
    this.#compiler ??= createCompiler(this.folder);
    return this.#compiler;
  }

  #declared(): string {
    this.#declarations ??= preludeDeclarations();
    return this.#declarations;
  }

  async #prepare(number: number, name: string, source: string): Promise<Prepared | Trouble> {
    const compiler = this.#compiled();
    const converted = compiler.converter.convert(this.#declared(), source);
    if (converted.diagnostics.length > 0) {
      const cell = { number, name, source, place: () => undefined };
      return troubleOfDiagnostics(cell, converted.diagnostics);
    }
    const { declared, imports, used } = compiler.findings();
    this.#cells.set(number, written({ number, name, source }, compiler.maps()));
    this.#cells.delete(number - mostRemembered);
    await this.#import(number, imports);
    const ofPrelude = [...used].filter((used) => preludeNames().has(used));
    if (ofPrelude.length > 0) await this.#usePrelude(ofPrelude);
    const head = `(async function (exports, require, ${guardName}) { `;
    const script = new Script(`${head}${converted.output ?? ""}\n})`, {
      filename: fileOf(number),
      columnOffset: -head.length,
    });
    this.#declarations = converted.declOutput ?? this.#declared();
    return {
      body: script.runInThisContext() as Prepared["body"],
      number,
      declared,
      last: converted.lastExpressionVar,
    };
  }

  async #import(cell: number, imports: readonly Import[]): Promise<void> {
    for (const { specifier, offset } of imports) {
      try {
        await this.#modules.prepare(specifier);
        if (specifier === "proxylab") await this.#usePrelude([specifier]);
      } catch (error) {
        note(error, { cell, offset });
        throw error;
      }
    }
  }

  async #usePrelude(used: readonly string[]): Promise<void> {
    const library = await loadPrelude(used);
    this.#scope.prelude = library;
    guardOperations(library, this.flags);
  }

  /** The value is in an object, so that a promise stays one: nobody asked to await it. */
  async #evaluate({ body, number, declared, last }: Prepared, run: CellRun): Promise<{ value: unknown }> {
    const exports = this.#scope.exportsOf(number, declared);
    const guard = guardOf(number, run, this.flags, {
      bind: (name, get, set) => this.#scope.bind(number, name, get, set),
      load: (specifier) => this.#modules.import(String(specifier)),
    });
    const ended = within(run.context, () => body(exports, this.#modules.require, guard));
    const interrupted = new Promise<never>((_, reject) => {
      run.context.signal.addEventListener("abort", () => setTimeout(reject, grace, run.interrupted));
    });
    await Promise.race([ended, interrupted]);
    if (run.interrupted) throw run.interrupted;
    return { value: last === undefined ? undefined : this.#scope.take(last) };
  }
}

const reasonOf = (signal: AbortSignal | undefined): Interrupted =>
  signal?.reason instanceof Interrupted ? signal.reason : new Interrupted();
