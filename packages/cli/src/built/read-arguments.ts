import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Flag, type FlagTable, toName } from "../flags/flag.js";
import { readSettings, type Settings } from "../flags/read-settings.js";
import { looksLikeFlag } from "../flags/text-formats.js";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";

/**
 * Reads the settings of a built module from its command line, or else from the environment; `"help"` for `--help`.
 * Throws an {@link ExitError} for arguments that make no sense.
 */
export function readArguments<Options>(
  table: FlagTable<Options>,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Settings<Options> | "help" {
  const { help, ...values } = parse(table, args);
  if (help) return "help";
  const given = Object.entries(values).map(([name, texts]) => [`--${name}`, texts as string[]] as const);
  return readSettings(table, Object.fromEntries(given), env);
}

/** The flags of a table, and `--help`, as Node reads them. */
export function argumentsOf<Options>(table: FlagTable<Options>): NonNullable<ParseArgsConfig["options"]> {
  const names = Object.values<Flag>(table).map((flag) => toName(flag).slice("--".length));
  return {
    ...Object.fromEntries(names.map((name) => [name, { type: "string", multiple: true }] as const)),
    help: { type: "boolean", short: "h" },
  };
}

function parse<Options>(table: FlagTable<Options>, args: readonly string[]): ReturnType<typeof parseArgs>["values"] {
  // Node loads its parser at first use.
  if (args.length === 0) return {};
  try {
    return parseArgs({ args: [...args], options: argumentsOf(table) }).values;
  } catch (error) {
    throw new ExitError(EXIT_USAGE, explain(error, args));
  }
}

function explain(error: unknown, args: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/^Option '-h, --help' does not take/.test(text)) return "--help takes no value.";
  const [, missing] = /^Option '(--[^ ']+) <value>' argument missing/.exec(text) ?? [];
  if (missing !== undefined) return `${missing} needs a value: ${missing} <value>. Add --help for help.`;
  const [, ambiguous] = /^Option '(--[^ ']+)' argument is ambiguous/.exec(text) ?? [];
  if (ambiguous !== undefined) return looksLikeFlag(ambiguous, valueOf(ambiguous, args));
  // After the first sentence, Node advises what would not help here.
  const [message] = text.split(/\.\s/, 1);
  return `${message}. Arguments for your own code go after --. Add --help for help.`;
}

function valueOf(flag: string, args: readonly string[]): string {
  return args.find((arg, index) => args[index - 1] === flag && arg.startsWith("-")) ?? "";
}
