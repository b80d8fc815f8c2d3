import type { FoundClass } from "../classes/find-classes.js";
import type { Project } from "../project/project.js";
import { coreName } from "../project/symbol-origin.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { constInitializer } from "../typescript/const-initializer.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";

/** Where a class declares its environment variables. */
export interface EnvDeclaration {
  readonly property: ts.PropertyDeclaration;
  readonly call: ts.CallExpression;
}

/** Finds the static field `env` of a class or of its bases, if it is set to `env({ … })`. */
export function envDeclaration({ node, symbol }: FoundClass, project: Project): EnvDeclaration | undefined {
  const { checker } = project;
  const property = checker.getPropertyOfType(checker.getTypeOfSymbolAtLocation(symbol, node), "env")?.valueDeclaration;
  return property && ts.isPropertyDeclaration(property) ? declarationOf(property, project) : undefined;
}

/** The call of `env` that a field is set to, itself or by a constant. */
export function declarationOf(property: ts.PropertyDeclaration, project: Project): EnvDeclaration | undefined {
  const call = property.initializer && envCall(property.initializer, project);
  return call && { property, call };
}

function envCall(expression: ts.Expression, project: Project, throughConst = true): ts.CallExpression | undefined {
  const { checker } = project;
  const node = bareExpression(expression);
  if (ts.isCallExpression(node)) {
    const callee = resolveAlias(checker.getSymbolAtLocation(bareExpression(node.expression)), checker);
    return coreName(callee, project) === "env" ? node : undefined;
  }
  const initializer = throughConst
    ? constInitializer(resolveAlias(checker.getSymbolAtLocation(node), checker))
    : undefined;
  return initializer && envCall(initializer, project, false);
}
