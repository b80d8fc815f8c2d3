import type { NameOf } from "@plainmcp/core/engine";
import { type Flag, type FlagTable, toName } from "./flag.js";
import { readText } from "./text-formats.js";

/** Options of a transport, and where each came from. */
export interface Settings<Options> {
  readonly options: Options;
  /** The flag or the variable that has set an option, or that could. */
  readonly nameOf: NameOf;
}

/** The texts that each flag was given, in their order, by the flag's name: `--port`. */
export type GivenFlags = Readonly<Record<string, readonly string[]>>;

/**
 * Reads settings from flags, or else from the environment. Throws an {@link ExitError} for a text that is not a value.
 *
 * @param env Without it, only flags count
 */
export function readSettings<Options>(
  table: FlagTable<Options>,
  given: GivenFlags,
  env?: NodeJS.ProcessEnv,
): Settings<Options> {
  const flags = Object.entries<Flag>(table);
  const found = flags.flatMap(([option, flag]) => {
    const said = find(flag, given, env);
    return said === undefined ? [] : [{ option, name: said.name, value: readText(said.name, said.text, flag.format) }];
  });
  const names = new Map([
    ...flags.map(([option, flag]) => [option, [toName(flag), ...(env ? [flag.env] : [])].join(" or ")] as const),
    ...found.map(({ option, name }) => [option, name] as const),
  ]);
  return {
    options: Object.fromEntries(found.map(({ option, value }) => [option, value])) as Options,
    nameOf: (option) => names.get(option) ?? option,
  };
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
