import type { DecoratedMethod } from "../classes/find-methods.js";
import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { ts } from "../typescript/typescript.js";

/** Hints that clients never see the text of a plain `Error` that a tool throws. */
export function hintMaskedErrors({ name, declarations }: DecoratedMethod, project: Project): void {
  // Overrides come first, and the override is what runs.
  const method = declarations.find((one) => ts.isMethodDeclaration(one) && one.body !== undefined);
  if (!method || !project.sources.includes(method.getSourceFile())) return;
  const thrown = findThrown((method as ts.MethodDeclaration).body, project);
  if (!thrown) return;
  const message = `When "${name}" throws this error, clients only see a reference to the server's log, not its text.`;
  const help =
    'For a text that the model should read, import ToolError from "@plainmcp/core" and write: throw new ToolError(…).';
  project.diagnostics.report("masked-error", thrown, message, help);
}

/** The first `new Error("…")` that the method itself throws and does not catch. */
function findThrown(node: ts.Node | undefined, project: Project): ts.NewExpression | undefined {
  if (node === undefined || ts.isFunctionLike(node) || ts.isClassLike(node)) return undefined;
  if (ts.isThrowStatement(node)) {
    const thrown = bareExpression(node.expression);
    if (isPlainError(thrown, project)) return thrown;
  }
  if (ts.isTryStatement(node) && node.catchClause) {
    return findThrown(node.catchClause.block, project) ?? findThrown(node.finallyBlock, project);
  }
  return ts.forEachChild(node, (child) => findThrown(child, project));
}

function isPlainError(node: ts.Expression, project: Project): node is ts.NewExpression {
  if (!ts.isNewExpression(node)) return false;
  const name = platformName(project.checker.getSymbolAtLocation(node.expression), project) ?? "";
  const count = node.arguments?.length ?? 0;
  // The message is its second argument.
  return name === "AggregateError" ? count > 1 : PLAIN_ERRORS.has(name) && count > 0;
}

const PLAIN_ERRORS: ReadonlySet<string> = new Set([
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
]);
