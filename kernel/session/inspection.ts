import type { QuickInfo, SymbolDisplayPart } from "@tslab/typescript-for-tslab";
import type { Compiler } from "../compile/compiler.ts";

/**
 * The type and the docstring of the name at a place, before it, or of the function whose arguments it is among.
 */
export function inspectCode(
  { converter }: Compiler,
  declared: string,
  code: string,
  at: number,
): string | undefined {
  for (const place of [at, at - 1, callee(code, at)]) {
    if (place === undefined || place < 0 || !/[\w$]/.test(code[place] ?? "")) continue;
    const info = converter.inspect(declared, code, place) as QuickInfo | undefined;
    // Of a name that it does not know, the compiler says `any`.
    if (info?.displayParts?.length && text(info.displayParts) !== "any") return words(info);
  }
  return undefined;
}

const text = (parts: readonly SymbolDisplayPart[] | undefined): string =>
  (parts ?? []).map((part) => part.text).join("");

function words({ displayParts, documentation, tags }: QuickInfo): string {
  const tagged = (tags ?? []).map((tag) => `@${tag.name} ${text(tag.text)}`.trim());
  // The names of the prelude are imported, which says nothing to who reads it.
  const type = text(displayParts)
    .replace(/^\(alias\) /, "")
    .replace(/\nimport [\w$]+$/, "");
  return [type, text(documentation), tagged.join("\n")].filter(Boolean).join("\n\n");
}

/** Where the name of the function stands whose arguments a place is among. */
function callee(code: string, at: number): number | undefined {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (code[i] === ")") depth++;
    if (code[i] === "(" && depth-- === 0) {
      const name = /[\w$]\s*$/.exec(code.slice(0, i));
      return name ? name.index : undefined;
    }
  }
  return undefined;
}
