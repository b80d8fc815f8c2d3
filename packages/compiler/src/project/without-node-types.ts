import { dirname, join } from "node:path";
import { ts } from "../typescript.js";

/**
 * The options without the declarations of Node, which are three quarters of all that is read for a small project; nothing
 * if the tsconfig does not ask for them, or they are not installed, which is an error to be reported.
 */
export function withoutNodeTypes(options: ts.CompilerOptions, host: ts.CompilerHost): ts.CompilerOptions | undefined {
  const { types = [], configFilePath } = options;
  if (!types.includes("node")) return undefined;
  const folder = typeof configFilePath === "string" ? dirname(configFilePath) : host.getCurrentDirectory();
  const { resolvedTypeReferenceDirective: found } = ts.resolveTypeReferenceDirective(
    "node",
    join(folder, "tsconfig.json"),
    options,
    host,
  );
  if (found?.packageId?.name !== "@types/node") return undefined;
  return { ...options, types: types.filter((name) => name !== "node") };
}
