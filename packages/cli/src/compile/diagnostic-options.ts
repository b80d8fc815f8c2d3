import { Option } from "commander";
import { readText, sizeOrZero } from "../flags/text-formats.js";
import type { DiagnosticFormat } from "../terminal/show-diagnostics.js";

/** What {@link diagnosticOptions} give. */
export interface DiagnosticFlags {
  readonly format: DiagnosticFormat;
  readonly typeErrors?: TypeErrorSeverity;
  readonly strict?: true;
  /** Bytes. */
  readonly schemaWarn?: number;
  /** Bytes. */
  readonly schemaError?: number;
}

/** What a type error counts as in a file that the contract does not depend on; `"off"` does not look for any. */
export type TypeErrorSeverity = (typeof TYPE_ERROR_SEVERITIES)[number];

const TYPE_ERROR_SEVERITIES = ["error", "warning", "off"] as const;

/**
 * Options of every command that compiles: what counts as a problem, and how problems are shown.
 *
 * @param typeErrors What type errors outside of the contract count as by default; nobody looks for them in a server
 * that is about to start, unless `--strict` asks for everything
 */
export function diagnosticOptions(typeErrors: "error" | "off"): readonly Option[] {
  const meaning = "severity of type errors in files that the contract does not depend on";
  const severity = new Option(
    "--type-errors <severity>",
    typeErrors === "off" ? `${meaning} (default: "off", with --strict "error")` : meaning,
  ).choices(TYPE_ERROR_SEVERITIES);
  return [
    new Option("--format <name>", "how to show problems on stderr").choices(["text", "json"]).default("text"),
    typeErrors === "off" ? severity : severity.default(typeErrors),
    new Option("--strict", "treat warnings as errors"),
    sizeOption("--schema-warn", "warn about tools whose schemas are larger (default: 20kB)"),
    sizeOption("--schema-error", "refuse tools whose schemas are larger (default: 200kB)"),
  ].map((option) => option.helpGroup("Problems:"));
}

function sizeOption(name: string, help: string): Option {
  return new Option(`${name} <size>`, help).argParser((text) => readText(name, text, sizeOrZero));
}
