import { createRequire } from "node:module";
import type TypeScript from "@tslab/typescript-for-tslab";
import type { Converter } from "tslab/dist/converter.js";
import { matters } from "./diagnostics.ts";
import { options, system } from "./resolution.ts";
import { type Findings, transformations } from "./transform.ts";

/** The TypeScript of tslab. */
export type TS = typeof TypeScript;

/** Source maps of a cell, as JSON: it is made into a module first, and that into a function body. */
export interface Maps {
  readonly body: string;
  readonly module: string;
}

/** tslab's converter, over a TypeScript that also makes source maps and lets cells be interrupted. */
export interface Compiler {
  readonly ts: TS;
  readonly converter: Converter;
  /** The source maps of the cell that was converted last. */
  maps(): Maps;
  /** What that cell declares and needs. */
  findings(): Findings;
}

/** What tslab's TypeScript has beyond its published types. */
interface Internals {
  bindSourceFile(file: TypeScript.SourceFile, options: TypeScript.CompilerOptions): void;
  getPreEmitDiagnosticsOfFiles(
    program: TypeScript.Program,
    files: TypeScript.SourceFile[],
  ): TypeScript.Diagnostic[];
}

const require = createRequire(import.meta.url);

/**
 * Loads tslab's converter for cells that live in `folder`. The converter fixes the options of its TypeScript, so it is
 * given one with some functions of ours in the place of its own; the module cache is left as it was.
 */
export function createCompiler(folder: string): Compiler {
  const converterPath = require.resolve("tslab/dist/converter.js");
  const compilerPath = createRequire(converterPath).resolve("@tslab/typescript-for-tslab");
  const ts = require(compilerPath) as TS;
  let maps: Maps = { body: "", module: "" };
  let findings: Findings = { declared: [], imports: [], used: new Set() };
  const ours = {
    ...ts,
    sys: system(ts, folder),
    createWatchCompilerHost(
      roots: string[],
      given: TypeScript.CompilerOptions,
      ...rest: [TypeScript.System, null, TypeScript.DiagnosticReporter, TypeScript.WatchStatusReporter]
    ) {
      const host = (ts.createWatchCompilerHost as (...all: unknown[]) => object)(
        roots,
        { ...given, ...options(ts, folder) },
        ...rest,
      );
      return Object.assign(host, {
        createProgram: programs(ts, () => {
          findings = { declared: [], imports: [], used: new Set() };
          return findings;
        }),
      });
    },
    getPreEmitDiagnosticsOfFiles: (program: TypeScript.Program, files: TypeScript.SourceFile[]) =>
      (ts as unknown as Internals)
        .getPreEmitDiagnosticsOfFiles(program, files)
        .filter((diagnostic) => matters(ts, diagnostic)),
    transpileModule(input: string, given: TypeScript.TranspileOptions) {
      const [text, module] = withoutMap(input);
      const made = ts.transpileModule(text, {
        ...given,
        compilerOptions: { ...given.compilerOptions, sourceMap: true },
      });
      maps = { body: made.sourceMapText ?? "", module };
      return { ...made, outputText: made.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "") };
    },
  };
  const cached = require.cache[compilerPath] as NodeModule;
  cached.exports = ours;
  try {
    delete require.cache[converterPath];
    const { createConverter } = require(converterPath) as typeof import("tslab/dist/converter.js");
    return { ts, converter: createConverter(), maps: () => maps, findings: () => findings };
  } finally {
    cached.exports = ts;
    delete require.cache[converterPath];
  }
}

/**
 * Makes programs without the state that tells which files a change affects, which takes longer than a cell: only the
 * cell itself is ever asked for. What they emit lets cells be interrupted.
 */
function programs(ts: TS, newFindings: () => Findings): TypeScript.CreateProgram<TypeScript.BuilderProgram> {
  return (...args) => {
    const builder = ts.createAbstractBuilder(...args);
    const program = builder.getProgram();
    for (const name of program.getRootFileNames()) {
      const file = program.getSourceFile(name);
      if (file) (ts as unknown as Internals).bindSourceFile(file, program.getCompilerOptions());
    }
    return Object.assign(builder, {
      getAllDependencies: ({ fileName }: TypeScript.SourceFile) => [fileName],
      emit: ((file, write, token, onlyDeclarations, custom) =>
        program.emit(file, write, token, onlyDeclarations, {
          ...custom,
          before: [transformations(ts, program.getTypeChecker(), newFindings())],
        })) satisfies TypeScript.Program["emit"],
    });
  };
}

/** A module without the source map at its end, and that map. */
function withoutMap(text: string): [string, string] {
  const mark = "//# sourceMappingURL=data:application/json;base64,";
  const at = text.lastIndexOf(mark);
  if (at < 0) return [text, ""];
  return [text.slice(0, at), Buffer.from(text.slice(at + mark.length).trim(), "base64").toString()];
}
