import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Project } from "../project/project.js";
import { importObstacle } from "./import-obstacle.js";

/**
 * Explains why TypeScript cannot resolve an import of one of our packages. Without our package there is no contract, so
 * such an error always concerns it.
 */
export function explainOwnPackages(diagnostics: readonly Diagnostic[], project: Project): readonly Diagnostic[] {
  return diagnostics.map((one) => {
    const specifier = ABOUT_MODULES.has(one.code) ? OUR_MODULE.exec(one.message)?.[1] : undefined;
    const help = specifier && one.file && importObstacle(specifier, one.file, project);
    if (!help) return one;
    const { outsideContract: _, ...rest } = one;
    return { ...rest, help };
  });
}

/** TypeScript puts a name in single quotes, or in double quotes inside single ones. */
const OUR_MODULE = /'"?(@plainmcp\/[^'"]+)"?'/;

/** The module is not found, with and without advice; it has no types; it is not a module; it has no such export. */
const ABOUT_MODULES: ReadonlySet<string> = new Set([
  "TS2307",
  "TS2792",
  "TS7016",
  "TS2306",
  "TS2305",
  "TS2614",
  "TS2724",
]);
