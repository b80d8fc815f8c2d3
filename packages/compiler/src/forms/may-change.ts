import type { Project } from "../project/project.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { constInitializer } from "../typescript/const-initializer.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";

/** Whether an expression reads from an object or a list that its file may modify: `state.round`. */
export function mayChange(node: ts.Node, project: Project, seen: Set<ts.Node> = new Set()): boolean {
  if (!ts.isIdentifier(node)) return ts.forEachChild(node, (child) => mayChange(child, project, seen)) ?? false;
  const symbol = resolveAlias(project.checker.getSymbolAtLocation(node), project.checker);
  const initializer = constInitializer(symbol);
  if (!symbol || !initializer || seen.has(initializer)) return false;
  seen.add(initializer);
  return (
    (isChangeable(initializer) && !isOnlyRead(symbol, initializer, project)) || mayChange(initializer, project, seen)
  );
}

function isChangeable(initializer: ts.Expression): boolean {
  const value = bareExpression(initializer);
  const isHolder = ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value);
  return isHolder && !isConstAssertion(initializer);
}

function isConstAssertion(node: ts.Expression): boolean {
  if (ts.isAsExpression(node)) return ts.isConstTypeReference(node.type);
  return (ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) && isConstAssertion(node.expression);
}

/** Whether its file only reads the members of a constant. */
function isOnlyRead(symbol: ts.Symbol, initializer: ts.Expression, { checker }: Project): boolean {
  return check(initializer.getSourceFile());

  function check(node: ts.Node): boolean {
    if (ts.isIdentifier(node) && node.text === symbol.name && checker.getSymbolAtLocation(node) === symbol) {
      return isRead(node);
    }
    return !ts.forEachChild(node, (child) => !check(child));
  }
}

function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && parent.name === node) return true;
  if (ts.isExportSpecifier(parent) || ts.isTypeQueryNode(parent) || ts.isSpreadAssignment(parent)) return true;
  let member: ts.Node = node;
  while (isAccess(member.parent) && member.parent.expression === member) member = member.parent;
  return member !== node && !isChanged(member);
}

function isAccess(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Methods may modify the object they are called on. */
function isChanged(member: ts.Node): boolean {
  const { parent } = member;
  const { PlusPlusToken, MinusMinusToken, FirstAssignment, LastAssignment } = ts.SyntaxKind;
  if (ts.isPrefixUnaryExpression(parent)) return [PlusPlusToken, MinusMinusToken].includes(parent.operator);
  if (ts.isCallExpression(parent)) return parent.expression === member;
  if (!ts.isBinaryExpression(parent)) return ts.isPostfixUnaryExpression(parent) || ts.isDeleteExpression(parent);
  const { kind } = parent.operatorToken;
  return parent.left === member && kind >= FirstAssignment && kind <= LastAssignment;
}
