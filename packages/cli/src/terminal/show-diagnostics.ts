import { type Diagnostic, formatDiagnostics } from "@plainmcp/compiler";
import { colorsFor } from "./colors.js";

/** Text for people, or one JSON document per line for programs. */
export type DiagnosticFormat = "text" | "json";

/**
 * Writes diagnostics on stderr: as text if there are any, or as one line of JSON, `{"diagnostics":[…]}`, even if there
 * are none, so that programs can count on that line.
 */
export function showDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): void {
  if (format === "json") process.stderr.write(`${JSON.stringify({ diagnostics })}\n`);
  else if (diagnostics.length > 0) process.stderr.write(toText(diagnostics));
}

function toText(diagnostics: readonly Diagnostic[]): string {
  const color = colorsFor(process.stderr).isColorSupported;
  // After mere warnings the command goes on, and may print more.
  const isEnd = diagnostics.some(({ severity }) => severity === "error");
  return `${formatDiagnostics(diagnostics, { color })}\n${isEnd ? "" : "\n"}`;
}
