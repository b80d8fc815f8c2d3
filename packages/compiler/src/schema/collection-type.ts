import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript/typescript.js";
import { writtenArgument } from "../typescript/written-type.js";
import { platformTypes } from "./platform-type.js";
import type { Site } from "./site.js";

/** What a collection holds: elements for an array and a set, keys and values for a map. */
export interface CollectionType {
  readonly kind: "array" | "map" | "set";
  readonly elements: readonly ts.Type[];
  /** The same types as written, if they are. */
  readonly written: readonly (ts.TypeNode | undefined)[];
}

/** The array, map or set that a type is, or that its class or interface extends. */
export function collectionType({ type, written }: Site, project: Project): CollectionType | undefined {
  const kind = collectionKind(type, project);
  if (!kind) return undefined;
  const { checker } = project;
  if (!KINDS.has(platformName(type.symbol, project) ?? "")) {
    const elements = kind === "array" ? arrayElement(type, checker) : callbackTypes(type, kind, project);
    return elements && { kind, elements, written: writtenBase(type) };
  }
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  return { kind, elements, written: writtenArguments(written) };
}

/** The kind of collection. A type with its own `toJSON` is not a collection, but what `toJSON` returns. */
function collectionKind(type: ts.Type, project: Project): CollectionType["kind"] | undefined {
  if (!(type.flags & ts.TypeFlags.Object) || project.checker.getPropertyOfType(type, "toJSON")) return undefined;
  const name = platformTypes(type, project).find((one) => KINDS.has(one)) ?? mappedFrom(type, project);
  return name === undefined ? undefined : KINDS.get(name);
}

/** `Readonly<Map<K, V>>` has lost its name, but its methods still show where they come from. */
function mappedFrom(type: ts.Type, project: Project): string | undefined {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped)) return undefined;
  const method = project.checker.getPropertyOfType(type, "forEach");
  const isOwn = !method || method.flags & ts.SymbolFlags.Optional || platformName(method, project) === undefined;
  const parent = isOwn ? undefined : method.declarations?.[0]?.parent;
  return parent && ts.isInterfaceDeclaration(parent) ? parent.name.text : undefined;
}

const KINDS: ReadonlyMap<string, CollectionType["kind"]> = new Map([
  ["Array", "array"],
  ["ReadonlyArray", "array"],
  ["Map", "map"],
  ["ReadonlyMap", "map"],
  ["Set", "set"],
  ["ReadonlySet", "set"],
]);

/** If a type extends a generic one, only its members have the type arguments filled in. */
function arrayElement(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] | undefined {
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return element && [element];
}

/** The parameters of the callback of `forEach`: value and key. */
function callbackTypes(type: ts.Type, kind: "map" | "set", { checker }: Project): readonly ts.Type[] | undefined {
  const method = checker.getPropertyOfType(type, "forEach");
  const [callback] = method ? parameterTypes(checker.getTypeOfSymbol(method), checker) : [];
  const [value, key] = callback ? parameterTypes(callback, checker) : [];
  if (!value || !key) return undefined;
  return kind === "map" ? [key, value] : [value];
}

function parameterTypes(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const [signature] = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  return signature?.getParameters().map((parameter) => checker.getTypeOfSymbol(parameter)) ?? [];
}

/** `string` in `interface Names extends Array<string>`. */
function writtenBase({ symbol }: ts.Type): readonly ts.TypeNode[] {
  const clauses = (symbol?.declarations ?? []).flatMap((declaration) => {
    const isDeclared = ts.isInterfaceDeclaration(declaration) || ts.isClassLike(declaration);
    return isDeclared ? (declaration.heritageClauses ?? []) : [];
  });
  return clauses.flatMap(({ types }) => types).find(({ typeArguments }) => typeArguments)?.typeArguments ?? [];
}

function writtenArguments(written: ts.TypeNode | undefined): readonly (ts.TypeNode | undefined)[] {
  return [writtenArgument(written, 0), writtenArgument(written, 1)];
}
