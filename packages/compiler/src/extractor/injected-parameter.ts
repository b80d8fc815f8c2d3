import type { Project } from "../project/project.js";
import { coreName, platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript.js";

/** What is passed to a parameter of this type that no client sends, if it is one. */
export function injectedParameter(type: ts.Type, project: Project): "context" | "signal" | undefined {
  const { symbol, aliasSymbol } = project.checker.getNonNullableType(type);
  if (coreName(symbol, project) === "Context" || coreName(aliasSymbol, project) === "Context") return "context";
  return platformName(symbol, project) === "AbortSignal" ? "signal" : undefined;
}
