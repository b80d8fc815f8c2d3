import type { FoundClass } from "../classes/find-classes.js";
import type { Project } from "../project/project.js";
import { coreName } from "../project/symbol-origin.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { classesOf } from "../typescript/base-types.js";
import { constInitializer } from "../typescript/const-initializer.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";

/** Where a class declares its environment variables. */
export interface EnvDeclaration {
  readonly property: ts.PropertyDeclaration;
  readonly call: ts.CallExpression;
}

/**
 * Finds the static fields `env` of a class and of its bases that are set to `env({ … })`, its own first. A base's methods use
 * the base's, also if the class has one of its own.
 */
export function envDeclarations({ symbol }: FoundClass, project: Project): readonly EnvDeclaration[] {
  const { checker } = project;
  const classes = classesOf(checker.getDeclaredTypeOfSymbol(symbol), checker);
  return classes.flatMap((node) => ownEnvDeclaration(node, project) ?? []);
}

/** Finds the static field `env` in the body of a class, if it is set to `env({ … })`. */
export function ownEnvDeclaration(node: ts.ClassLikeDeclaration, project: Project): EnvDeclaration | undefined {
  const property = node.members.filter(ts.isPropertyDeclaration).find((member) => {
    const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
    return isStatic && member.name.getText() === "env";
  });
  return property && declarationOf(property, project);
}

/** The call of `env` that a field is set to, itself or by a constant. */
export function declarationOf(property: ts.PropertyDeclaration, project: Project): EnvDeclaration | undefined {
  const call = property.initializer && envCall(property.initializer, project);
  return call && { property, call };
}

function envCall(expression: ts.Expression, project: Project, throughConst = true): ts.CallExpression | undefined {
  const { checker } = project;
  const node = bareExpression(expression);
  if (ts.isCallExpression(node)) return isEnvCall(node, project) ? node : undefined;
  const initializer = throughConst
    ? constInitializer(resolveAlias(checker.getSymbolAtLocation(node), checker))
    : undefined;
  return initializer && envCall(initializer, project, false);
}

/** Whether a call is one of our function `env`, whatever the user's file calls it. */
export function isEnvCall(node: ts.CallExpression, project: Project): boolean {
  const { checker } = project;
  const callee = resolveAlias(checker.getSymbolAtLocation(bareExpression(node.expression)), checker);
  return coreName(callee, project) === "env";
}
