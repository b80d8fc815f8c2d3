import { InvalidArgumentError, Option } from "commander";
import { BYTES_RULE, parseBytes } from "../flags/parse-bytes.js";

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

/** For a person, or one JSON document per line. */
export type DiagnosticFormat = "text" | "json";

/** What a type error is in a file that no part of the contract comes from; `"off"` does not look for any. */
export type TypeErrorSeverity = (typeof TYPE_ERROR_SEVERITIES)[number];

const TYPE_ERROR_SEVERITIES = ["error", "warning", "off"] as const;

/**
 * Options of every command that compiles: how it tells what is wrong, and what it takes for wrong.
 *
 * @param typeErrors What type errors outside of the contract are when nobody says it; nobody looks for them in a server
 * that is about to start, unless `--strict` asks for all there is
 */
export function diagnosticOptions(typeErrors: "error" | "off"): readonly Option[] {
  const meaning = "what type errors are in files that the contract does not come from";
  const severity = new Option(
    "--type-errors <severity>",
    typeErrors === "off" ? `${meaning} (default: "off", with --strict "error")` : meaning,
  ).choices(TYPE_ERROR_SEVERITIES);
  return [
    new Option("--format <name>", "how stderr tells what is wrong").choices(["text", "json"]).default("text"),
    typeErrors === "off" ? severity : severity.default(typeErrors),
    new Option("--strict", "take warnings for errors"),
    new Option(
      "--schema-warn <size>",
      "size of a tool's schemas that is worth a warning, such as 30kB (default: 20kB)",
    ).argParser(toBytes),
    new Option("--schema-error <size>", "size of a tool's schemas that is an error (default: 200kB)").argParser(
      toBytes,
    ),
  ];
}

function toBytes(text: string): number {
  const bytes = parseBytes(text);
  if (bytes === undefined) throw new InvalidArgumentError(BYTES_RULE);
  return bytes;
}
