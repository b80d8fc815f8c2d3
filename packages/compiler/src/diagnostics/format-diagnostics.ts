import { relative } from "node:path";
import picocolors from "picocolors";
import type { Diagnostic } from "./diagnostic.js";

/** Options of {@link formatDiagnostics}. */
export interface FormatDiagnosticsOptions {
  /** Writes ANSI colours. @default false */
  readonly color?: boolean;
  /** Directory that the printed paths start from. @default process.cwd() */
  readonly cwd?: string;
}

/**
 * Formats diagnostics for a terminal: one code frame each, separated by blank lines, hints last, and the count at the
 * end. Returns an empty string if there are none.
 *
 * @example
 * ```ts
 * console.error(formatDiagnostics(compile({ files: ["weather.ts"] }).diagnostics, { color: process.stderr.isTTY }));
 * ```
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatDiagnosticsOptions = {}): string {
  if (diagnostics.length === 0) return "";
  const colors = picocolors.createColors(options.color ?? false);
  const cwd = options.cwd ?? process.cwd();
  const isHint = ({ severity }: Diagnostic) => severity === "hint";
  const frames = diagnostics.filter((one) => !isHint(one)).map((one) => frame(one, cwd, colors));
  const hints = diagnostics
    .filter(isHint)
    .map((one) => dimmed(frame(one, cwd, picocolors.createColors(false)), colors));
  return [...frames, ...hints, count(diagnostics)].join("\n\n");
}

type Colors = ReturnType<typeof picocolors.createColors>;

function frame(diagnostic: Diagnostic, cwd: string, colors: Colors): string {
  const { code, severity, message, help, text, column, line, length } = diagnostic;
  const paint = severity === "error" ? colors.red : colors.yellow;
  const lines = [`${place(diagnostic, cwd, colors)}${paint(severity)} ${colors.dim(code)}: ${message}`];
  if (text !== undefined && line !== undefined && column !== undefined) {
    const gutter = String(line);
    // Keep tabs before the span, so that the underline starts below it at any tab width.
    const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
    lines.push(
      "",
      `${colors.dim(gutter)}  ${text}`,
      `${" ".repeat(gutter.length)}  ${indent}${paint("~".repeat(length ?? 1))}`,
    );
  }
  if (help !== undefined) lines.push(`  ${colors.cyan("help:")} ${help}`);
  return lines.join("\n");
}

/** Line by line, because terminals and pagers may reset the style at the end of a line. */
function dimmed(text: string, { dim }: Colors): string {
  return text.replace(/.+/g, (line) => dim(line));
}

function place({ file, line, column }: Diagnostic, cwd: string, colors: Colors): string {
  if (file === undefined) return "";
  const path = relative(cwd, file).replaceAll("\\", "/");
  return line === undefined ? `${path} - ` : `${colors.cyan(path)}:${line}:${column} - `;
}

function count(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const n = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? "" : "s"}`];
  });
  return parts.join(", ");
}
