import { writeSync } from "node:fs";
import { isatty } from "node:tty";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDiagnostics } from "../diagnostics/format-diagnostics.js";
import { manifestInsertions } from "../inject/inject-manifest.js";
import type { Insertion } from "../inject/insertion.js";
import { ModuleCompiler } from "../plugin/module-compiler.js";
import { concerns } from "../plugin/module-transformer.js";

const compiler = new ModuleCompiler({});
const shown = new Set<Diagnostic>();

/** The insertions that register the manifests of a module's classes. Ends the process if they have errors. */
export function registerClasses(file: string, source: string): readonly Insertion[] {
  const found = compiler.compilationOf(file, source);
  if (!found) return [];
  show(concerns(found).diagnostics);
  return manifestInsertions(source, file, found.compilation);
}

/** Written synchronously, because the process may end here, and streams in a worker thread would not be flushed. */
function show(diagnostics: readonly Diagnostic[]): void {
  const fresh = diagnostics.filter((diagnostic) => !shown.has(diagnostic));
  if (fresh.length === 0) return;
  for (const diagnostic of fresh) shown.add(diagnostic);
  writeSync(2, `${formatDiagnostics(fresh, { color: isatty(2) && !process.env.NO_COLOR })}\n`);
  if (fresh.some(({ severity }) => severity === "error")) process.exit(1);
}
