import type { Project } from "../project/project.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { constInitializer } from "../typescript/const-initializer.js";
import { evaluate } from "../typescript/evaluate.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import { mayChange } from "./may-change.js";

/** The constant parts of a text: `["Delete ", "?"]` for `` `Delete ${path}?` ``. */
export function messageParts(expression: ts.Expression, project: Project): readonly string[] {
  const [first = "", ...rest] = partsOf(expression, project);
  const last = rest.pop();
  // Two adjacent unknown parts are one.
  return last === undefined ? [first] : [first, ...rest.filter((part) => part !== ""), last];
}

/** @param around The constants being followed, because two may refer to each other */
function partsOf(expression: ts.Expression, project: Project, around: readonly ts.Node[] = []): readonly string[] {
  const node = bareExpression(expression);
  const result = mayChange(node, project) ? { unknown: node } : evaluate(node, project.checker);
  if ("value" in result) return typeof result.value === "object" ? UNKNOWN : [String(result.value)];
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (parts, span) => join(join(parts, partsOf(span.expression, project, around)), [span.literal.text]),
      [node.head.text],
    );
  }
  if (isConcatenation(node, project)) {
    return join(partsOf(node.left, project, around), partsOf(node.right, project, around));
  }
  if (!ts.isIdentifier(node)) return UNKNOWN;
  const initializer = constInitializer(resolveAlias(project.checker.getSymbolAtLocation(node), project.checker));
  if (!initializer || around.includes(initializer) || !isText(initializer, project)) return UNKNOWN;
  return partsOf(initializer, project, [...around, initializer]);
}

const UNKNOWN: readonly string[] = ["", ""];

function join(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...left.slice(0, -1), `${left.at(-1)}${right[0]}`, ...right.slice(1)];
}

function isConcatenation(node: ts.Expression, project: Project): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && isText(node, project);
}

function isText(node: ts.Expression, { checker }: Project): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
}
