import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Manifest } from "@plainmcp/core/manifest";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import tjs from "typescript-json-schema";
import type { Case } from "../fixtures/cases.fixture.js";
import { membersOf } from "../typescript/members-of.js";
import type { ts } from "../typescript/typescript.js";
import { to2020 } from "./to-2020.fixture.js";

/**
 * Whether the type behind a sample's key has this value according to another generator. Throws if that generator does.
 */
export type Verdict = (value: unknown) => boolean;

// Its own TypeScript, which is older than ours.
const require = createRequire(import.meta.url);
const typescript = createRequire(require.resolve("typescript-json-schema"))("typescript") as typeof ts;

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

/**
 * `typescript-json-schema` for the types of all cases: its schemas of parameters and results, converted to 2020-12. It
 * does not support methods, so parameters are combined here.
 */
export function createOracle(cases: readonly Case[]): (one: Case, key: string) => Verdict {
  for (const { input } of cases) refuseRequire(input);
  const { options } = typescript.parseJsonConfigFileContent(
    { extends: "./tsconfig.json", compilerOptions: { allowJs: true, checkJs: true, resolveJsonModule: true } },
    typescript.sys,
    join(cases[0]?.directory ?? "", ".."),
  );
  const program = typescript.createProgram(cases.flatMap(filesOf), options);
  const checker = program.getTypeChecker();
  return ({ input, directory }, key) => {
    const file = program.getSourceFile(input);
    const [name = "", part] = key.split(":");
    const method = file && findMethod(file, methodName(directory, name), checker);
    const [signature] = method ? checker.getTypeOfSymbol(method).getCallSignatures().slice(-1) : [];
    if (!signature) throw new Error(`There is no method ${name}`);
    return part === "output" ? outputVerdict(signature, checker) : inputVerdict(signature, checker);
  };
}

/** The entry and the declaration files beside it. */
function filesOf({ input, directory }: Case): string[] {
  const declarations = readdirSync(directory).filter((file) => file.endsWith(".d.ts"));
  return [input, ...declarations.map((file) => join(directory, file))];
}

/** The method with a name in the protocol, from the golden manifest. */
function methodName(directory: string, name: string): string {
  const path = join(directory, "manifest.json");
  const { classes } = (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { classes: [] }) as Pick<
    Manifest,
    "classes"
  >;
  const primitives = classes.flatMap((one) => [...one.tools, ...one.resources, ...one.prompts]);
  return primitives.find((primitive) => primitive.name === name)?.method ?? name;
}

/** It runs `require("…")` in comments. */
function refuseRequire(path: string): void {
  if (/\brequire\(/.test(readFileSync(path, "utf8"))) throw new Error(`${path} must not say require()`);
}

/** The first method with the name in a class of the file, with a base's type parameters filled in. */
function findMethod(node: ts.Node, name: string, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (
    typescript.isClassLike(node) &&
    !(typescript.getCombinedModifierFlags(node) & typescript.ModifierFlags.Abstract)
  ) {
    const method = checker.getPropertyOfType(classType(node, checker), name);
    if (method && method.flags & typescript.SymbolFlags.Method) return method;
  }
  return typescript.forEachChild(node, (child) => findMethod(child, name, checker));
}

function classType(node: ts.ClassLikeDeclaration, checker: ts.TypeChecker): ts.Type {
  const symbol = node.name ? checker.getSymbolAtLocation(node.name) : checker.getTypeAtLocation(node).symbol;
  return symbol ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeAtLocation(node);
}

function outputVerdict(signature: ts.Signature, checker: ts.TypeChecker): Verdict {
  const returned = signature.getReturnType();
  return verdictOf(checker.getAwaitedType(returned) ?? returned, checker);
}

function inputVerdict(signature: ts.Signature, checker: ts.TypeChecker): Verdict {
  const parameters = signature.getParameters().flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    const type = checker.getTypeOfSymbol(symbol);
    const isNamed = declaration && typescript.isParameter(declaration) && !isInjected(type, checker);
    return isNamed ? [{ symbol, declaration, type }] : [];
  });
  const [only] = parameters;
  if (only && parameters.length === 1 && typescript.isObjectBindingPattern(only.declaration.name)) {
    const members = membersOf(only.type);
    const names = members.flatMap((type) => type.getProperties());
    const ofType = verdictOf(only.type, checker);
    if (members.some((type) => type.getStringIndexType())) return ofType;
    return (value) =>
      ofType(value) && Object.keys(value as object).every((key) => names.some(({ name }) => name === key));
  }
  const verdicts = new Map(parameters.map(({ symbol, type }) => [symbol.name, verdictOf(type, checker)]));
  const required = parameters.filter(({ declaration, type }) => !isOptional(declaration, type));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    if (!required.every(({ symbol }) => Object.hasOwn(value, symbol.name))) return false;
    return Object.entries(value).every(([name, argument]) => verdicts.get(name)?.(argument) === true);
  };
}

/** Parameters that no client fills. */
function isInjected(type: ts.Type, checker: ts.TypeChecker): boolean {
  const { symbol } = checker.getNonNullableType(type);
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? "";
  return symbol?.name === "AbortSignal" || (symbol?.name === "Context" && /\/core\//.test(file));
}

function isOptional({ questionToken, initializer, dotDotDotToken }: ts.ParameterDeclaration, type: ts.Type): boolean {
  if (dotDotDotToken) return ((type as ts.TupleTypeReference).target.minLength ?? 0) === 0;
  const members = membersOf(type);
  const mayBeUndefined = members.some(({ flags }) => flags & typescript.TypeFlags.Undefined);
  return (questionToken ?? initializer) !== undefined || mayBeUndefined;
}

function verdictOf(type: ts.Type, checker: ts.TypeChecker): Verdict {
  const args = { ...tjs.getDefaultArgs(), required: true, strictNullChecks: true, ignoreErrors: true };
  // It accepts any type under any name; the checker belongs to its own TypeScript.
  const types = { root: type } as never;
  const generator = new tjs.JsonSchemaGenerator([], types, {}, {}, checker as never, args);
  const validate = ajv.compile(to2020(generator.getSchemaForSymbol("root", true)) as object);
  return (value) => validate(value);
}
