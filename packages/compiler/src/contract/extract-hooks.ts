import type { HookName } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import { isPublicMethod } from "../classes/find-methods.js";
import type { Project } from "../project/project.js";
import { membersOf } from "../typescript/members-of.js";
import { ts } from "../typescript/typescript.js";
import { type Passed, parameterProblem } from "./options/parameter-problem.js";
import { injectedParameter } from "./primitive/parameters.js";

/**
 * The methods that the server itself calls. Warns about members that have the name of a hook, that nothing uses, and that
 * the server cannot call either.
 */
export function extractHooks(found: FoundClass, project: Project): readonly HookName[] {
  const hooks = HOOKS.filter((hook) => {
    const member = findMember(hook.name, found, project);
    if (member === undefined) return false;
    const problem = problemOf(hook, member, project);
    if (problem === undefined) return true;
    const node = member.valueDeclaration as ts.ClassElement;
    if (isOwn(node, project) && !isUsed(member, node, project)) {
      const message = `The server does not call ${hook.name} ${hook.when}: ${problem}.`;
      project.diagnostics.report("not-a-hook", node.name ?? node, message, `Write ${hook.expected}, or rename it.`);
    }
    return false;
  });
  return hooks.map(({ name }) => name).filter((name, _, names) => name !== "close" || !names.includes(DISPOSE));
}

interface Hook {
  readonly name: HookName;
  readonly when: string;
  /** How to write it. */
  readonly expected: string;
  readonly passed: readonly Passed[];
}

const DISPOSE = "[Symbol.asyncDispose]";

const ENVIRONMENT: Passed = { what: "the environment, which is an object", fits: isPlainObject };
const ROOTS: Passed = {
  what: "a list of roots",
  fits: (type, { checker }) => isAnything(type) || checker.isArrayType(type),
};
const SESSION: Passed = { what: "a session, which is an object", fits: isPlainObject };

/** In the order in which they are called. */
const HOOKS: readonly Hook[] = [
  {
    name: "init",
    when: "before the first call",
    expected: "a public method: async init(env?): Promise<void>",
    passed: [ENVIRONMENT],
  },
  {
    name: "rootsChanged",
    when: "when a client's roots change",
    expected: "a public method: rootsChanged(roots: readonly Root[], session: Session): void",
    passed: [ROOTS, SESSION],
  },
  { name: "close", when: "at the end", expected: "a public method: async close(): Promise<void>", passed: [] },
  { name: DISPOSE, when: "at the end", expected: `a public method: async ${DISPOSE}(): Promise<void>`, passed: [] },
];

/** The member of this name: of an instance, or else what its author may take for one. A primitive is no hook. */
function findMember(name: HookName, { symbol, node, methods }: FoundClass, project: Project): ts.Symbol | undefined {
  if (methods.some((method) => method.name === name)) return undefined;
  const { checker } = project;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  // The checker names a symbol property `__@asyncDispose@123`.
  const member =
    name === DISPOSE
      ? checker.getPropertiesOfType(type).find(({ escapedName }) => /^__@asyncDispose@/.test(`${escapedName}`))
      : checker.getPropertyOfType(type, name);
  if (member === undefined) {
    const hidden = node.members.find((one) => one.name?.getText() === `#${name}` || isStatic(one, name));
    return hidden?.name && checker.getSymbolAtLocation(hidden.name);
  }
  // The methods of a compiled base, such as a server's `close`, have a meaning of their own. The symbol has only one.
  const isCompiled = member.declarations?.every((one) => one.getSourceFile().isDeclarationFile);
  return isCompiled && name !== DISPOSE ? undefined : member;
}

function isStatic(member: ts.ClassElement, name: string): boolean {
  return member.name?.getText() === name && (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

/** Why the server does not call a member. */
function problemOf({ passed }: Hook, member: ts.Symbol, project: Project): string | undefined {
  const declaration = member.valueDeclaration;
  const flags = declaration ? ts.getCombinedModifierFlags(declaration) : 0;
  if (flags & ts.ModifierFlags.Static) return "it is static";
  if (flags & ts.ModifierFlags.Protected) return "it is protected";
  const name = declaration && ts.getNameOfDeclaration(declaration);
  if (flags & ts.ModifierFlags.Private || (name && ts.isPrivateIdentifier(name))) return "it is private";
  if (!isPublicMethod(member)) return "it is not a method";
  if (declaration && ts.isMethodDeclaration(declaration) && declaration.asteriskToken) return "it is a generator";
  // It may be missing when the server starts. Of an overloaded method, one declaration has a body.
  if (member.declarations?.every(isBodiless)) return "it has no body";
  const signatures = project.checker.getTypeOfSymbol(member).getCallSignatures();
  const problems = signatures.map((signature) => parameterProblem(signature, passed, project));
  return problems.includes(undefined) ? undefined : problems[0];
}

function isBodiless(declaration: ts.Declaration): boolean {
  return ts.isMethodSignature(declaration) || (ts.isMethodDeclaration(declaration) && declaration.body === undefined);
}

function isOwn(node: ts.Node | undefined, { sources }: Project): boolean {
  return node !== undefined && sources.includes(node.getSourceFile());
}

/** Whether the file of a member uses it: then it has a meaning of its own there. */
function isUsed(member: ts.Symbol, declaration: ts.Node, { checker }: Project): boolean {
  const name = member.valueDeclaration && ts.getNameOfDeclaration(member.valueDeclaration)?.getText();
  const visit = (node: ts.Node): boolean => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === name) {
      const used = checker.getSymbolAtLocation(node.name);
      if (used?.valueDeclaration === member.valueDeclaration) return true;
    }
    return ts.forEachChild(node, visit) === true;
  };
  return visit(declaration.getSourceFile());
}

/** Whether a type may be that of the environment or a session. A context is an object of calls, which hooks have none of. */
function isPlainObject(type: ts.Type, project: Project): boolean {
  if (injectedParameter(type, project) !== undefined) return false;
  const { checker } = project;
  return membersOf(type).every((member) => {
    if (isAnything(member) || member.flags & ts.TypeFlags.TypeParameter) return true;
    const isObject =
      (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive | ts.TypeFlags.Intersection)) !== 0;
    return isObject && member.getCallSignatures().length === 0 && !checker.isArrayLikeType(member);
  });
}

function isAnything({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}
