import { ts } from "../../packages/compiler/src/typescript/typescript.js";
import type { SchemaPath } from "./unconstrained-places.js";

/** Tells whether a tool's own type declares every value at a place of its schema: `any`, `unknown`, or a bare type parameter. */
export type DeclaredAny = (tool: number, part: "input" | "output", place: SchemaPath) => boolean;

/** Reads a fuzzed class with TypeScript, apart from the compiler under test. */
export function createDeclaredAny(file: string): DeclaredAny {
  const config = ts.readConfigFile(file.replace(/[^\\/]*$/, "tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, file.replace(/[\\/][^\\/]*$/, ""));
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const methods = program.getSourceFile(file)?.statements.filter(ts.isClassDeclaration)[0]?.members ?? [];
  return (tool, part, place) => {
    const method = methods[tool];
    if (!method || !ts.isMethodDeclaration(method)) throw new Error(`There is no tool ${tool}`);
    const [parameter] = method.parameters;
    if (part === "input" && place[0] !== "properties") return true;
    const node = part === "input" ? parameter?.type : method.type;
    if (!node) throw new Error(`Tool ${tool} has no type`);
    const type = checker.getTypeFromTypeNode(node);
    return walk([type], part === "input" ? place.slice(2) : place).some(isAny);
  };

  function walk(types: readonly ts.Type[], [keyword, key, ...rest]: SchemaPath): readonly ts.Type[] {
    const members = types.flatMap((type) => (type.isUnion() ? type.types : [type])).flatMap(sent);
    if (keyword === undefined) return members;
    if (keyword === "anyOf") return walk(members, rest);
    if (keyword === "properties" && key !== undefined)
      return walk(
        members.flatMap((type) => property(type, key)),
        rest,
      );
    // The items of a map are its entries, whose parts are the map's own type arguments.
    const parts = members.flatMap((type) => (isMap(type) && keyword === "items" ? [type] : partsOf(type)));
    return walk(
      parts,
      keyword === "items" || keyword === "additionalProperties" ? [key, ...rest].filter(isGiven) : rest,
    );
  }

  /** What is sent in the place of a promise, and of an object with `toJSON`. */
  function sent(type: ts.Type): readonly ts.Type[] {
    const awaited = checker.getAwaitedType(type) ?? type;
    const [toJson] = property(awaited, "toJSON").flatMap((method) => method.getCallSignatures());
    return toJson ? [awaited, toJson.getReturnType()] : [awaited];
  }

  function property(type: ts.Type, key: string): readonly ts.Type[] {
    const symbol = checker.getPropertyOfType(checker.getApparentType(type), key);
    return symbol ? [checker.getTypeOfSymbol(symbol)] : [];
  }

  /** What arrays, tuples, maps, iterables and index signatures hold. */
  function partsOf(type: ts.Type): readonly ts.Type[] {
    const isReference = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
    const contents = isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
    return [...contents, ...checker.getIndexInfosOfType(type).map((info) => info.type)];
  }
}

function isAny({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0;
}

function isMap({ symbol }: ts.Type): boolean {
  return symbol?.name === "Map" || symbol?.name === "ReadonlyMap";
}

function isGiven(step: string | undefined): step is string {
  return step !== undefined;
}
