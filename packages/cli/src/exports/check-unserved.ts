import type { Compilation, UnservedClass } from "@plainmcp/compiler/internal";
import { displayPath } from "../files/display-path.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { isExportOf } from "./is-export-of.js";

/**
 * Throws an {@link ExitError} if an export is or contains a class that cannot be served, since it would fail at run
 * time.
 *
 * @param hasManifest Whether the package of a compiled class registers manifests
 */
export function checkUnserved(
  { unserved }: Pick<Compilation, "unserved">,
  file: string,
  exportName: string,
  hasManifest: (unserved: UnservedClass) => boolean,
): void {
  const origin = `export "${exportName}" of ${displayPath(file)}`;
  const problems = unserved
    .filter(({ exports }) => exports.some((entry) => isExportOf(entry, file, exportName)))
    .filter((one) => one.reason !== "compiled" || !hasManifest(one))
    .map((one) => `${origin} serves ${explainUnserved(one)}`);
  if (problems.length > 0) throw new ExitError(EXIT_FAILURE, problems.join("\n"));
}

/** The class, and why it cannot be served. */
export function explainUnserved({
  name,
  reason,
  package: from,
}: Pick<UnservedClass, "name" | "reason" | "package">): string {
  switch (reason) {
    case "plain":
      return `the class ${name}, which has nothing to serve. Put @tool, @resource or @prompt on its methods.`;
    case "template":
      return `the class ${name}, which is abstract or generic. Export a class that extends it.`;
    case "compiled":
      return [
        `the class ${name}, which was compiled${from ? ` in the package ${from.name}` : ""} and has no manifest.`,
        "Build that package with one of plainmcp's plugins, or let it export its source.",
      ].join(" ");
  }
}
