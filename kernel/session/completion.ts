import type { Compiler } from "../compile/compiler.ts";
import type { Completion } from "./events.ts";

/** What could be written at a place: names that begin as what stands there, in the order that TypeScript gives. */
export function complete({ converter }: Compiler, declared: string, code: string, at: number): Completion {
  const start = at - (/[\w$\u0080-\uffff]*$/.exec(code.slice(0, at))?.[0].length ?? 0);
  const prefix = code.slice(start, at);
  const found = converter.complete(declared, code, at);
  const kinds = new Map((found.original?.entries ?? []).map(({ name, kind }) => [name, kind]));
  const end = at + (/^[\w$]*/.exec(code.slice(at))?.[0].length ?? 0);
  const matches = found.candidates
    .filter((text) => text.startsWith(prefix) && !text.startsWith("tsLastExpr"))
    .map((text) => ({ text, kind: kinds.get(text) ?? "" }));
  return { start, end, matches };
}
