import { ts } from "../typescript/typescript.js";
import type { Diagnostic } from "./diagnostic.js";
import { locate } from "./locate.js";

/** Converts a diagnostic of TypeScript. Suggestions give undefined. */
export function fromTypeScript(diagnostic: ts.Diagnostic): Diagnostic | undefined {
  const severity = severityOf(diagnostic.category);
  if (!severity) return undefined;
  const { file, start, length } = diagnostic;
  return {
    code: `TS${diagnostic.code}`,
    severity,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
    ...(file && start !== undefined && locate(file, start, length ?? 1)),
  };
}

function severityOf(category: ts.DiagnosticCategory): Diagnostic["severity"] | undefined {
  if (category === ts.DiagnosticCategory.Error) return "error";
  if (category === ts.DiagnosticCategory.Warning) return "warning";
  return undefined;
}
