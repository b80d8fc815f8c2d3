import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript.js";

/** The platform's name of a type, or of the platform's class it extends: `"Error"` for the user's own errors. */
export function platformType(type: ts.Type, project: Project): string | undefined {
  const name = platformName(type.symbol, project);
  if (name !== undefined || !type.isClassOrInterface()) return name;
  for (const base of project.checker.getBaseTypes(type)) {
    const inherited = platformType(base, project);
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}
