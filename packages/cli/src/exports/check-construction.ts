import type { Compilation } from "@plainmcp/compiler/internal";
import { displayPath } from "../files/display-path.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { isExportOf } from "./is-export-of.js";

/** Throws an {@link ExitError} if an export is or contains a class whose constructor needs arguments. */
export function checkConstruction({ classes }: Pick<Compilation, "classes">, file: string, exportName: string): void {
  for (const { name, exports, manifest } of classes) {
    const needed = manifest.classes.flatMap(({ constructorParameters = [] }) => constructorParameters);
    const isConstructed = exports.some((entry) => {
      return entry.isConstructed && isExportOf(entry, file, exportName);
    });
    if (isConstructed && needed.length > 0) {
      throw new ExitError(EXIT_FAILURE, advice(name, needed, `export "${exportName}" of ${displayPath(file)}`));
    }
  }
}

function advice(name: string, needed: readonly string[], origin: string): string {
  const values = needed.map((parameter) => `${parameter} = …`).join(", ");
  return [
    `The constructor of ${name} needs ${needed.join(", ")}, but ${origin} is constructed without arguments.`,
    `Export an instance: export default defineServer(new ${name}(${needed.map(() => "…").join(", ")}));`,
    `or give them default values, such as from the environment: constructor(${values}).`,
  ].join("\n");
}
