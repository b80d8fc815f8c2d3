import { classSymbol, type FoundClass, isTemplate } from "../classes/find-classes.js";
import type { Project } from "../project/project.js";
import { bareExpression } from "../typescript/bare-expression.js";
import { classNodes } from "../typescript/class-nodes.js";
import { ts } from "../typescript/typescript.js";
import { envDeclarations, isEnvCall, ownEnvDeclaration } from "./env-declaration.js";

/**
 * Reports each call of `env` that no class with tools, resources or prompts has as its static field: a server could not know what it needs.
 *
 * @param found The classes that are served. What is wrong with their fields is reported there
 */
export function checkEnvCalls(found: readonly FoundClass[], project: Project): void {
  const files = project.sources.filter(({ text }) => text.includes("env") && text.includes("@plainmcp/core"));
  if (files.length === 0) return;
  const templates = project.sources.flatMap(classNodes).filter((node) => isAbstract(node, project));
  const declarations = [
    ...found.flatMap((one) => envDeclarations(one, project)),
    ...templates.flatMap((node) => ownEnvDeclaration(node, project) ?? []),
  ];
  const declared = new Set<ts.Node>(declarations.map(({ call }) => call));
  for (const call of files.flatMap((file) => callsIn(file, project))) {
    if (declared.has(call) || found.some(({ node }) => node === classWithField(call))) continue;
    const message = "No server checks these variables when it starts, because no class that can be served has them.";
    const help = "Write them as the static field of a class that needs them: static readonly env = env({ … });";
    project.diagnostics.report("unlisted-env", call.expression, message, help);
  }
}

/** Whether a class is for subclasses, which may be elsewhere. */
function isAbstract(node: ts.ClassLikeDeclaration, project: Project): boolean {
  const symbol = classSymbol(node, project);
  return symbol === undefined || isTemplate(node, project.checker.getDeclaredTypeOfSymbol(symbol));
}

function callsIn(node: ts.Node, project: Project): ts.CallExpression[] {
  const found = ts.isCallExpression(node) && isEnvCall(node, project) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...callsIn(child, project));
  });
  return found;
}

/** The class that has a field which is set to a call. */
function classWithField(call: ts.CallExpression): ts.Node | undefined {
  let node: ts.Node = call;
  while (ts.isExpression(node.parent) && bareExpression(node.parent) === call) node = node.parent;
  return ts.isPropertyDeclaration(node.parent) ? node.parent.parent : undefined;
}
