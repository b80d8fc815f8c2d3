import { Option } from "commander";

/** What {@link diagnosticOptions} give. */
export interface DiagnosticFlags {
  readonly format: DiagnosticFormat;
  readonly strict?: true;
}

/** For a person, or one JSON document per line. */
export type DiagnosticFormat = "text" | "json";

/** Options of every command that compiles: how it tells what is wrong, and what it takes for wrong. */
export const diagnosticOptions: readonly Option[] = [
  new Option("--format <name>", "how stderr tells what is wrong").choices(["text", "json"]).default("text"),
  new Option("--strict", "take warnings for errors"),
];
