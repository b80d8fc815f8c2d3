import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Project } from "../project/project.js";
import { importObstacle } from "./import-obstacle.js";

/**
 * Says what is in the way of each import of one of our packages that TypeScript cannot follow. Without our package there is
 * no contract, so such an error is never outside of it.
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

/** TypeScript puts a name in one kind of quotes or in both. */
const OUR_MODULE = /'"?(@plainmcp\/[^'"]+)"?'/;

/** The module is not found, with and without advice; it has no types; it is no module; it has no such export. */
const ABOUT_MODULES: ReadonlySet<string> = new Set([
  "TS2307",
  "TS2792",
  "TS7016",
  "TS2306",
  "TS2305",
  "TS2614",
  "TS2724",
]);
