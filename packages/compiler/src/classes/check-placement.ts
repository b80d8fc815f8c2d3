import type { Project } from "../project/project.js";
import { classNodes } from "../typescript/class-nodes.js";
import { ts } from "../typescript/typescript.js";
import { type FoundDecorator, findDecorators } from "./find-decorators.js";

/** Reports each of our decorators that is not alone on a public instance method. */
export function checkPlacement(project: Project): void {
  for (const node of project.sources.flatMap(classNodes)) {
    checkMember(node, project);
    for (const member of node.members) checkMember(member, project);
  }
}

function checkMember(member: ts.ClassLikeDeclaration | ts.ClassElement, project: Project): void {
  const [decorator, second] = findDecorators(member, project);
  if (!decorator) return;
  const { diagnostics } = project;
  const name = decorator.kind;
  if (!ts.isMethodDeclaration(member)) {
    diagnostics.report(
      "not-a-method",
      decorator.node,
      `@${name} is on ${describe(member)}, not on a method.`,
      instead(member, decorator),
    );
    return;
  }
  if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Abstract) {
    const help = `Write @${name} on the method in each subclass.`;
    diagnostics.report("not-a-method", decorator.node, `@${name} is on an abstract method.`, help);
  }
  const hidden = hiddenBy(member);
  if (hidden) {
    const message = `@${name} is on a ${hidden} method, which clients cannot call.`;
    diagnostics.report(
      "not-public",
      decorator.node,
      message,
      `Make the method public and not static, or remove @${name}.`,
    );
  }
  if (ts.isComputedPropertyName(member.name) && !ts.isStringLiteralLike(member.name.expression)) {
    const message = "A method with a computed name has no name for clients.";
    diagnostics.report("not-a-method", decorator.node, message, "Write the name itself.");
  }
  if (second) {
    const message = `One method has both @${name} and @${second.kind}.`;
    diagnostics.report("several-decorators", second.node, message, "Write a second method that calls the first.");
  }
}

function hiddenBy(member: ts.MethodDeclaration): string | undefined {
  const flags = ts.getCombinedModifierFlags(member);
  if (ts.isPrivateIdentifier(member.name) || flags & ts.ModifierFlags.Private) return "private";
  if (flags & ts.ModifierFlags.Protected) return "protected";
  return flags & ts.ModifierFlags.Static ? "static" : undefined;
}

function describe(member: ts.ClassLikeDeclaration | ts.ClassElement): string {
  if (ts.isClassLike(member)) return "a class";
  if (ts.isGetAccessor(member) || ts.isSetAccessor(member)) return "an accessor";
  return isFunctionField(member) ? "a field that holds a function" : "a field";
}

function instead(member: ts.ClassLikeDeclaration | ts.ClassElement, { kind }: FoundDecorator): string {
  if (ts.isClassLike(member)) return `Write @${kind} on the methods that clients may call.`;
  const name = member.name?.getText() ?? "name";
  return isFunctionField(member)
    ? `Write a method: @${kind} ${name}(…) { … }`
    : `Write a method that returns the value: @${kind} ${name}() { return …; }`;
}

function isFunctionField(member: ts.ClassElement): boolean {
  if (!ts.isPropertyDeclaration(member) || !member.initializer) return false;
  return ts.isArrowFunction(member.initializer) || ts.isFunctionExpression(member.initializer);
}
