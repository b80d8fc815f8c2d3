import type { ts } from "../typescript.js";
import type { Project } from "./project.js";

/** The sources among a file and all that it imports, directly or through others: what merely is in the program is not. */
export function importedFiles(file: ts.SourceFile, { sources, importsOf }: Project): ReadonlySet<ts.SourceFile> {
  const byName = new Map(sources.map((source) => [source.fileName, source]));
  const found = new Set([file]);
  // A set also hands out what is added while it is walked through.
  for (const one of found) {
    for (const { target = "" } of importsOf(one)) {
      const source = byName.get(target);
      if (source) found.add(source);
    }
  }
  return found;
}
