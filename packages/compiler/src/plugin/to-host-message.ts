import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDiagnostics } from "../diagnostics/format-diagnostics.js";

/** A message for Rollup and bundlers with the same interface. */
export interface HostMessage {
  readonly message: string;
  readonly code?: string;
  readonly id?: string;
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  readonly frame?: string;
}

/**
 * Diagnostics as one message, because the first error ends a build. It has the place of the first and includes the
 * others.
 */
export function toHostMessage(diagnostics: readonly [Diagnostic, ...Diagnostic[]]): HostMessage {
  const [{ code, message, help, file, line, column, length = 1, text }, ...others] = diagnostics;
  const parts = [`${code}: ${message}`, ...(help === undefined ? [] : [`help: ${help}`])];
  if (others.length > 0) parts.push("", `and ${others.length} more:`, "", formatDiagnostics(others), "");
  return {
    message: parts.join("\n"),
    code,
    ...(file !== undefined && { id: file }),
    // Rollup counts columns from 0.
    ...(file && line && column && { loc: { file, line, column: column - 1 } }),
    ...(text && line && column && { frame: frame(line, text, column, length) }),
  };
}

function frame(line: number, text: string, column: number, length: number): string {
  const gutter = `${line}: `;
  return `${gutter}${text}\n${" ".repeat(gutter.length + column - 1)}${"^".repeat(length)}`;
}
