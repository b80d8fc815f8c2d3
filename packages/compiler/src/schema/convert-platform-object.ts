import type { Converter } from "./converter.js";
import { isFunction } from "./is-function.js";
import { platformType } from "./platform-type.js";

/** The platform's other objects: what they hold is not in their properties. */
export const convertPlatformObject: Converter = (site, builder) => {
  const { checker } = builder.project;
  const name = platformType(site.type, builder.project);
  if (name === undefined || name.startsWith("__")) return undefined;
  const methods = checker
    .getPropertiesOfType(site.type)
    .filter((property) => isFunction(checker.getTypeOfSymbol(property), checker));
  if (methods.length === 0) return undefined;
  return builder.fail("not-json", site, `${article(name)} ${name} cannot be sent as JSON`, instead(name));
};

function instead(name: string): string {
  if (/^(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array$/.test(name)) return "Write number[] or Uint8Array.";
  return INSTEAD[name] ?? "Write an object type with just the properties that matter.";
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
  Blob: "Return it by itself, or write Uint8Array.",
  File: "Return it by itself, or write Uint8Array.",
  Response: "Return it by itself, or return what it holds.",
  WeakMap: "Write Map.",
  WeakSet: "Write Set.",
};

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? "An" : "A";
}
