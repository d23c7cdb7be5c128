import type TypeScript from "@tslab/typescript-for-tslab";
import type { TS } from "./compiler.ts";

/** A module whose types are not known: what it exports is `any`, and whether it exists is seen when it is imported. */
const unknownModules = new Set([2307, 7016, 2792]);

/** `for await` outside a function, which cells may use. */
const forAwait = 1103;

/** Whether a complaint of the compiler is one about the cell. */
export function matters(ts: TS, { code, file, start }: TypeScript.Diagnostic): boolean {
  if (unknownModules.has(code)) return false;
  if (code === forAwait && file && start !== undefined) return insideFunction(ts, file, start);
  return true;
}

function insideFunction(ts: TS, file: TypeScript.SourceFile, at: number): boolean {
  const find = (node: TypeScript.Node): boolean => {
    if (at < node.getStart(file) || at >= node.end) return false;
    return ts.isFunctionLike(node) || (ts.forEachChild(node, find) ?? false);
  };
  return ts.forEachChild(file, find) ?? false;
}
