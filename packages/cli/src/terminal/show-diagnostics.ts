import { type Diagnostic, formatDiagnostics } from "@plainmcp/compiler";
import { colorsFor } from "./colors.js";

/** For a person, or one JSON document per line. */
export type DiagnosticFormat = "text" | "json";

/**
 * Writes diagnostics on stderr: as text, if there are any, or as one line of JSON, `{"diagnostics":[…]}`, in any case, so
 * that whoever reads it need not guess.
 */
export function showDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): void {
  if (format === "json") process.stderr.write(`${JSON.stringify({ diagnostics })}\n`);
  else if (diagnostics.length > 0) process.stderr.write(toText(diagnostics));
}

function toText(diagnostics: readonly Diagnostic[]): string {
  const color = colorsFor(process.stderr).isColorSupported;
  // After warnings alone, the command goes on and has more to say.
  const isEnd = diagnostics.some(({ severity }) => severity === "error");
  return `${formatDiagnostics(diagnostics, { color })}\n${isEnd ? "" : "\n"}`;
}
