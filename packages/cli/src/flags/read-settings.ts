import type { NameOf } from "@plainmcp/core/internal/engine";
import { type Flag, type FlagTable, toName } from "./flag.js";
import { readText } from "./text-formats.js";

/** Options of a transport, and where each came from. */
export interface Settings<Options> {
  readonly options: Options;
  /** The flag or the variable that has set an option, or could. */
  readonly nameOf: NameOf;
}

/** The texts that were given for flags, in their order, by names such as `--port`. */
export type GivenFlags = Readonly<Record<string, readonly string[]>>;

/**
 * Reads settings from flags, or else from the environment. Throws an {@link ExitError} for a text that is not a value.
 *
 * @param env Where variables are read. @default nowhere
 */
export function readSettings<Options>(
  table: FlagTable<Options>,
  given: GivenFlags,
  env?: NodeJS.ProcessEnv,
): Settings<Options> {
  const flags = Object.entries<Flag>(table).map(([option, flag]) => ({ option, flag, said: find(flag, given, env) }));
  const names = new Map(flags.map(({ option, flag, said }) => [option, said?.name ?? namesOf(flag, env)]));
  const options: Record<string, unknown> = {};
  for (const { option, flag, said } of flags) {
    if (said) setOption(options, option.split("."), readText(said.name, said.text, flag.format));
  }
  return { options: options as Options, nameOf: (option) => names.get(option) ?? option };
}

/** Sets an option, or one in a group, such as `limits.maxSessions`. */
function setOption(options: Record<string, unknown>, [name = "", inGroup]: readonly string[], value: unknown): void {
  options[name] = inGroup === undefined ? value : { ...(options[name] as object | undefined), [inGroup]: value };
}

interface Said {
  /** Of the flag or the variable. */
  readonly name: string;
  readonly text: string;
}

function find(flag: Flag, given: GivenFlags, env: NodeJS.ProcessEnv = {}): Said | undefined {
  const name = toName(flag);
  const texts = given[name] ?? [];
  const text = flag.format.adds && texts.length > 0 ? texts.join(",") : texts.at(-1);
  if (text !== undefined) return { name, text };
  // An empty variable is how container tools write "not set".
  const variable = env[flag.env];
  return variable ? { name: flag.env, text: variable } : undefined;
}

function namesOf(flag: Flag, env: NodeJS.ProcessEnv | undefined): string {
  return env ? `${toName(flag)} or ${flag.env}` : toName(flag);
}
