import type TypeScript from "@tslab/typescript-for-tslab";
import type { TS } from "./compiler.ts";

/** What the functions are called with that the code of a cell calls beside its own. */
export const guardName = "$cell";

/** A module that a cell names at its top. */
export interface Import {
  readonly specifier: string;
  readonly offset: number;
}

/** What a cell was seen to declare and to need. */
export interface Findings {
  /** Names that it declares, other than those of types. */
  declared: string[];
  /** Modules that it imports, and where it says so. */
  imports: Import[];
  /** Names of earlier cells and of the prelude that it uses. */
  used: Set<string>;
}

/**
 * What is changed in a cell so that it can be stopped, and so that variables are one with what later cells see:
 *
 * - loops begin each round with `$cell.check()`, which throws once the cell is interrupted;
 * - `await x` becomes `await $cell.wait(x, place)`, which rejects then; `for await` likewise;
 * - each top-level `let` and `var` tells `$cell.bind` how it is read and set by later cells;
 * - `import(x)` becomes `$cell.load(x)`, which looks from the notebook's folder;
 * - `{ name }` of an earlier cell's variable is written out, which tslab forgets.
 */
export function transformations(
  ts: TS,
  checker: TypeScript.TypeChecker,
  findings: Findings,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  const { factory } = ts;
  const guard = (name: string, ...args: TypeScript.Expression[]) =>
    factory.createCallExpression(
      factory.createPropertyAccessExpression(factory.createIdentifier(guardName), name),
      undefined,
      args,
    );
  return (context) => (file) => {
    const place = (node: TypeScript.Node) => factory.createNumericLiteral(node.getStart(file));
    const checked = (body: TypeScript.Statement): TypeScript.Block =>
      factory.createBlock(
        [factory.createExpressionStatement(guard("check")), ...(ts.isBlock(body) ? body.statements : [body])],
        true,
      );
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      const seen = ts.visitEachChild(node, visit, context);
      if (ts.isAwaitExpression(seen)) {
        return factory.updateAwaitExpression(seen, guard("wait", seen.expression, place(node)));
      }
      if (ts.isForOfStatement(seen)) {
        const items = seen.awaitModifier ? guard("iterate", seen.expression, place(node)) : seen.expression;
        return factory.updateForOfStatement(
          seen,
          seen.awaitModifier,
          seen.initializer,
          items,
          checked(seen.statement),
        );
      }
      if (ts.isForStatement(seen)) {
        return factory.updateForStatement(
          seen,
          seen.initializer,
          seen.condition,
          seen.incrementor,
          checked(seen.statement),
        );
      }
      if (ts.isForInStatement(seen)) {
        return factory.updateForInStatement(seen, seen.initializer, seen.expression, checked(seen.statement));
      }
      if (ts.isWhileStatement(seen)) {
        return factory.updateWhileStatement(seen, seen.expression, checked(seen.statement));
      }
      if (ts.isDoStatement(seen)) {
        return factory.updateDoStatement(seen, checked(seen.statement), seen.expression);
      }
      if (ts.isCallExpression(seen) && seen.expression.kind === ts.SyntaxKind.ImportKeyword) {
        return guard("load", ...seen.arguments);
      }
      if (ts.isIdentifier(node) && isEarlier(checker.getSymbolAtLocation(node))) {
        findings.used.add(node.text);
      }
      if (ts.isShorthandPropertyAssignment(node) && !node.objectAssignmentInitializer) {
        const symbol = checker.getShorthandAssignmentValueSymbol(node);
        if (isEarlier(symbol)) {
          findings.used.add(node.name.text);
          return factory.createPropertyAssignment(
            node.name.text,
            factory.createPropertyAccessExpression(factory.createIdentifier("exports"), node.name.text),
          );
        }
      }
      return seen;
    };
    findings.declared = declaredNames(ts, file);
    findings.imports = importedModules(ts, file);
    const names = boundNames(ts, file);
    const transformed = ts.visitEachChild(file, visit, context);
    if (names.length === 0) return transformed;
    const bindings = names.map((name) => factory.createExpressionStatement(binding(ts, name, guard)));
    return factory.updateSourceFile(transformed, [...bindings, ...transformed.statements]);
  };
}

const isEarlier = (symbol: TypeScript.Symbol | undefined): boolean =>
  symbol?.declarations?.some((node) => node.getSourceFile().fileName.endsWith("/__prev__.d.ts")) ?? false;

function declaredNames(ts: TS, file: TypeScript.SourceFile): string[] {
  const { locals } = file as unknown as { locals?: Map<string, TypeScript.Symbol> };
  const values = ts.SymbolFlags.Value | ts.SymbolFlags.Alias;
  return [...(locals ?? [])].flatMap(([name, { flags }]) => (flags & values ? [name] : []));
}

function importedModules(ts: TS, file: TypeScript.SourceFile): Import[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (ts.isImportDeclaration(statement) ? statement.importClause?.isTypeOnly : statement.isTypeOnly)
      return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    return [{ specifier: moduleSpecifier.text, offset: moduleSpecifier.getStart(file) }];
  });
}

/** `$cell.bind("n", () => n, (value) => { n = value; })`. */
function binding(
  ts: TS,
  name: string,
  guard: (name: string, ...args: TypeScript.Expression[]) => TypeScript.Expression,
): TypeScript.Expression {
  const { factory } = ts;
  const arrow = (parameters: string[], body: TypeScript.ConciseBody) =>
    factory.createArrowFunction(
      undefined,
      undefined,
      parameters.map((parameter) => factory.createParameterDeclaration(undefined, undefined, parameter)),
      undefined,
      undefined,
      body,
    );
  const identifier = factory.createIdentifier(name);
  const value = "$value";
  return guard(
    "bind",
    factory.createStringLiteral(name),
    arrow([], identifier),
    arrow([value], factory.createAssignment(identifier, factory.createIdentifier(value))),
  );
}

/** The names that `let` and `var` declare at the top of a cell. */
function boundNames(ts: TS, file: TypeScript.SourceFile): string[] {
  const names: string[] = [];
  const add = (name: TypeScript.BindingName): void => {
    if (ts.isIdentifier(name)) names.push(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
  };
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const ambient = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
    if (ambient || statement.declarationList.flags & ts.NodeFlags.Const) continue;
    for (const { name } of statement.declarationList.declarations) add(name);
  }
  return names;
}
