import type TypeScript from "@tslab/typescript-for-tslab";
import type { TS } from "./compiler.ts";

/** A variable that a text declares at its top. */
export interface Declared {
  readonly name: string;
  /** Whether it is a `const`, whose type may be as narrow as its value. */
  readonly constant: boolean;
}

/** The variables that a text declares by name at its top, without looking at their types. */
export function declaredVariables(ts: TS, code: string): Declared[] {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    const { declarations, flags } = statement.declarationList;
    return declarations
      .map(({ name }: TypeScript.VariableDeclaration) => name)
      .filter(ts.isIdentifier)
      .map(({ text }) => ({ name: text, constant: (flags & ts.NodeFlags.Const) !== 0 }));
  });
}
