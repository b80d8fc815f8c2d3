import type { ParameterManifest } from "@plainmcp/core/manifest";
import type { Project } from "../../project/project.js";
import { coreName, platformName } from "../../project/symbol-origin.js";
import { ts } from "../../typescript/typescript.js";

/** One parameter of a signature. */
export interface Parameter {
  readonly name: string;
  readonly type: ts.Type;
  readonly declaration: ts.ParameterDeclaration;
}

/** The parameters of a signature, and where each gets its value from. */
export interface Parameters {
  /** Those that clients fill. */
  readonly named: readonly Parameter[];
  /** The one destructured parameter that takes the whole arguments object, if that is how the method is written. */
  readonly flat: Parameter | undefined;
  readonly manifest: readonly ParameterManifest[];
}

/** Reads the parameters of a signature. */
export function readParameters(signature: ts.Signature, project: Project): Parameters {
  const all = signature.getParameters().flatMap((symbol) => toParameter(symbol, project));
  const injections = all.map(({ type }) => injectedParameter(type, project));
  const named = all.filter((_, index) => injections[index] === undefined);
  const [only, second] = named;
  const flat = only && !second && ts.isObjectBindingPattern(only.declaration.name) ? only : undefined;
  const manifest = all.map(({ name, declaration }, index): ParameterManifest => {
    const inject = injections[index];
    if (inject) return { inject };
    if (flat) return { flat: true };
    return declaration.dotDotDotToken ? { name, rest: true } : { name };
  });
  return { named, flat, manifest };
}

function toParameter(symbol: ts.Symbol, { checker }: Project): Parameter[] {
  const declaration = symbol.valueDeclaration;
  if (!declaration || !ts.isParameter(declaration)) return [];
  return [{ name: symbol.name, type: checker.getTypeOfSymbol(symbol), declaration }];
}

/** What the server passes to a parameter of this type, if it is not an argument from the client. */
export function injectedParameter(type: ts.Type, project: Project): "context" | "signal" | undefined {
  const { symbol, aliasSymbol } = project.checker.getNonNullableType(type);
  if (coreName(symbol, project) === "Context" || coreName(aliasSymbol, project) === "Context") return "context";
  return platformName(symbol, project) === "AbortSignal" ? "signal" : undefined;
}
