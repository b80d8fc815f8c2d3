import { isFunction } from "../typescript/is-function.js";
import { ts } from "../typescript/typescript.js";
import { serializedType } from "./convert-serializable.js";
import { orderedProperties } from "./ordered-properties.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** A property that is also in the JSON. */
export interface JsonProperty {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  readonly optional: boolean;
}

/**
 * The properties of an object that are sent: public data with a string key. In results, methods are dropped; in
 * arguments they are an error, because clients cannot send them.
 */
export function jsonProperties(site: Site, builder: SchemaBuilder): JsonProperty[] {
  const { found, lost } = dataProperties(site, builder);
  if (lost && found.length === 0 && builder.direction === "input") refuseInstance(site, builder);
  else if (lost) warnOfInstance(site, "object", builder);
  if (builder.direction === "output") refuseLeaks(site, builder);
  return found;
}

/** Warns that a method expects an instance of a class, but will receive a plain value. */
export function warnOfInstance(site: Site, instead: string, builder: SchemaBuilder): void {
  const isClass = site.type.symbol?.declarations?.some(ts.isClassLike) === true;
  if (builder.direction === "output" || (instead !== "object" && !isClass)) return;
  const name = builder.project.checker.typeToString(site.type);
  builder.fail(
    "class-as-input",
    site,
    `The method will receive a plain ${instead}, not an instance of ${name}`,
    "Write an interface with the properties, and construct the instance in the method.",
  );
}

/** If a class has no public data, nothing would reach the method. */
function refuseInstance(site: Site, builder: SchemaBuilder): void {
  const name = builder.project.checker.typeToString(site.type);
  const message = `No client can send an instance of ${name}, which has no public properties`;
  builder.fail(
    "not-json",
    site,
    message,
    "Write string or another plain type, and construct the instance in the method.",
  );
}

/** These properties, and whether the class has other members, which are lost. */
export function dataProperties(site: Site, builder: SchemaBuilder): { readonly found: JsonProperty[]; lost: boolean } {
  const { checker } = builder.project;
  const found: JsonProperty[] = [];
  let lost = false;
  for (const symbol of orderedProperties(site, builder)) {
    const type = checker.getTypeOfSymbol(symbol);
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || mayBeUndefined(type, builder);
    const property = { name: symbol.name, symbol, type, optional };
    const isMethod = isFunction(checker.getNonNullableType(type), checker);
    if (isClassOnly(symbol) || (isMethod && isInClass(symbol))) lost = true;
    else if (isSymbolKey(symbol)) continue;
    else if (!isMethod) found.push(property);
    else if (builder.direction === "input" && !optional) refuseMethod(property, site, builder);
  }
  return { found, lost };
}

/** `JSON.stringify` ignores `private` and `protected`. */
function refuseLeaks(site: Site, builder: SchemaBuilder): void {
  const { checker } = builder.project;
  const names = checker
    .getPropertiesOfType(site.type)
    .filter((symbol) => symbol.flags & ts.SymbolFlags.Property && isHidden(symbol))
    .filter((symbol) => !isFunction(checker.getTypeOfSymbol(symbol), checker))
    .map(({ name }) => name);
  if (names.length === 0) return;
  const type = checker.typeToString(site.type);
  const message = `Clients would receive the private fields of ${type}: ${names.join(", ")}`;
  const help = `Write #${names[0]} instead of private ${names[0]}, add a method toJSON(), or return an object of the public properties.`;
  builder.fail("private-output", site, message, help);
}

/** Declared `private` or `protected`. `#name` does not count, since `JSON.stringify` does not see it. */
function isHidden({ declarations = [] }: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return declarations.some((declaration) => {
    const name = ts.getNameOfDeclaration(declaration);
    return ts.getCombinedModifierFlags(declaration) & hidden && !(name && ts.isPrivateIdentifier(name));
  });
}

/** In a result, `any` and `unknown` may also be `undefined`, and so may the result of `toJSON`. */
function mayBeUndefined(type: ts.Type, builder: SchemaBuilder): boolean {
  const { checker } = builder.project;
  const { VoidLike, Any, Unknown, Instantiable } = ts.TypeFlags;
  if (type.isUnion()) return type.types.some((member) => mayBeUndefined(member, builder));
  if (builder.direction === "input") return (type.flags & VoidLike) !== 0;
  if (type.flags & (VoidLike | Any | Unknown)) return true;
  const meant =
    type.flags & Instantiable
      ? (checker.getBaseConstraintOfType(type) ?? checker.getUnknownType())
      : serializedType(type, builder.project);
  return meant !== undefined && meant !== type && mayBeUndefined(meant, builder);
}

/** Whether a property never gets into the JSON of an object: it is a method, private, an accessor, or has no name. */
export function isNeverSent(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  return isClassOnly(symbol) || isSymbolKey(symbol) || isFunction(type, checker);
}

/** Private members, and accessors, which `JSON.stringify` does not see. */
function isClassOnly(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) => {
    const hidden = ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
    const name = ts.getNameOfDeclaration(declaration);
    if (hidden || (name && ts.isPrivateIdentifier(name))) return true;
    return ts.isAccessor(declaration) && ts.isClassLike(declaration.parent);
  });
}

function isInClass(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(({ parent }) => ts.isClassLike(parent));
}

/** The checker names a symbol property `__@toStringTag@123`. */
function isSymbolKey({ escapedName }: ts.Symbol): boolean {
  return String(escapedName).startsWith("__@");
}

function refuseMethod({ name, type }: JsonProperty, site: Site, builder: SchemaBuilder): void {
  const text = builder.project.checker.typeToString(type);
  builder.fail(
    "not-json",
    { ...site, path: `${site.path}.${name}` },
    `No client can send a function, ${text}`,
    "Make it optional, or write a type without it.",
  );
}
