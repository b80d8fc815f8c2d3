import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { isFunction } from "../typescript/is-function.js";
import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { platformType } from "./platform-type.js";

/**
 * The platform's other objects, also inside `Partial` and similar types: their content is not in their properties.
 * Those without methods are plain data.
 */
export const convertPlatformObject: Converter = (site, builder) => {
  if (
    !hasPlatformMethods(site.type, builder.project) ||
    (builder.direction === "output" && saysItself(site.type, builder.project))
  ) {
    return undefined;
  }
  const name = platformType(site.type, builder.project) ?? builder.project.checker.typeToString(site.type);
  return builder.fail(
    "not-json",
    site,
    `${article(name)} ${name} cannot be sent as JSON`,
    instead(name, builder.direction),
  );
};

/** Whether a type has methods of the platform, so that it is more than data. */
export function hasPlatformMethods(type: ts.Type, project: Project): boolean {
  return project.checker.getPropertiesOfType(type).some((property) => isPlatformMethod(property, project));
}

/** Whether the user's own class has a `toJSON` that defines what is sent. */
function saysItself(type: ts.Type, project: Project): boolean {
  const method = project.checker.getPropertyOfType(type, "toJSON");
  return method !== undefined && platformName(method, project) === undefined;
}

function isPlatformMethod(property: ts.Symbol, project: Project): boolean {
  const isMethod = property.declarations?.some(
    (declaration) => ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration),
  );
  if (platformName(property, project) === undefined) return false;
  return isMethod || isFunction(project.checker.getTypeOfSymbol(property), project.checker);
}

function instead(name: string, direction: "input" | "output"): string {
  if (direction === "input" && /^(?:Blob|File|Response)$/.test(name)) return "Write Uint8Array.";
  if (/^(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array$/.test(name)) return "Write number[] or Uint8Array.";
  return INSTEAD[name] ?? "Write an object type with only the properties that matter.";
}

const INSTEAD: { readonly [name: string]: string } = {
  Promise: "Await it.",
  String: "Write string.",
  Number: "Write number.",
  Boolean: "Write boolean.",
  Symbol: "Write string.",
  BigInt: "Write bigint.",
  Object: "Write object.",
  Function: "Leave it out.",
  Blob: "Return it on its own, or write Uint8Array.",
  File: "Return it on its own, or write Uint8Array.",
  Response: "Return it on its own, or return its content.",
  AbortSignal: "Declare a parameter of this type: it is passed to the method.",
  WeakMap: "Write Map.",
  WeakSet: "Write Set.",
};

function article(name: string): string {
  // "An HTMLElement", but "a Headers".
  return /^(?:[AEIO]|[FHLMNRSX][A-Z])/.test(name) ? "An" : "A";
}
