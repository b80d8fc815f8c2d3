import type { Project } from "../project/project.js";
import { coreName } from "../project/symbol-origin.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { constInitializer } from "../typescript/const-initializer.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";

/** The kinds of primitives; the decorators have the same names. */
export type PrimitiveKind = "tool" | "resource" | "prompt";

/** One of our decorators on a member. */
export interface FoundDecorator {
  readonly kind: PrimitiveKind;
  /** The arguments; empty for a decorator without parentheses. */
  readonly args: readonly ts.Expression[];
  readonly node: ts.Decorator;
}

/** Our decorators on a node. They are found by symbol, however they are imported. */
export function findDecorators(node: ts.Node, project: Project): FoundDecorator[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).flatMap((decorator) => {
    const use = resolveUse(decorator.expression, project);
    return use ? [{ ...use, node: decorator }] : [];
  });
}

/** Follows `const readOnly = tool({ … })` and `const t = tool`, as the running program does. */
function resolveUse(
  expression: ts.Expression,
  project: Project,
  throughConst = true,
): Omit<FoundDecorator, "node"> | undefined {
  const bare = bareExpression(expression);
  if (ts.isCallExpression(bare)) {
    const callee = resolveUse(bare.expression, project);
    return callee && { ...callee, args: bare.arguments };
  }
  const symbol = resolveAlias(project.checker.getSymbolAtLocation(bare), project.checker);
  const kind = coreName(symbol, project);
  if (kind === "tool" || kind === "resource" || kind === "prompt") return { kind, args: [] };
  const initializer = throughConst ? constInitializer(symbol) : undefined;
  return initializer && resolveUse(initializer, project, false);
}
