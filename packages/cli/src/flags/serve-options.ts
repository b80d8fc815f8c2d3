import { Option } from "commander";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { type Flag, type FlagTable, toHelp, toName } from "./flag.js";
import { httpFlags } from "./http-flags.js";
import { readSettings, type Settings } from "./read-settings.js";
import { stdioFlags } from "./stdio-flags.js";

const STDIO = byName(stdioFlags);
const HTTP = byName(httpFlags);

/** Options of `plainmcp serve` for the flags of both transports. */
export function serveOptions(): readonly Option[] {
  return Array.from(new Map([...HTTP, ...STDIO]), ([name, flag]) => {
    const [overStdio, overHttp] = [STDIO.get(name), HTTP.get(name)];
    if (overStdio && overHttp) {
      const isSame = overStdio.default === overHttp.default;
      return toOption(flag, isSame ? flag.default : `${overStdio.default}, with --http ${overHttp.default}`);
    }
    return toOption(flag, flag.default).helpGroup(`${flag.group} (${overHttp ? "with --http" : "over stdio"}):`);
  });
}

/**
 * Reads the settings of one transport from what commander has read for {@link serveOptions}.
 * Throws an {@link ExitError} for a text that is not a value, and for a flag of the other transport.
 */
export function readServeSettings<Options>(
  table: FlagTable<Options>,
  values: Readonly<Record<string, unknown>>,
): Settings<Options> {
  const given = serveOptions().flatMap((option) => {
    const texts = values[option.attributeName()] as readonly string[] | undefined;
    return texts ? [[option.long as string, texts] as const] : [];
  });
  const own = byName(table);
  const misplaced = given.find(([name]) => !own.has(name))?.[0];
  if (misplaced === undefined) return readSettings(table, Object.fromEntries(given));
  const advice = HTTP.has(misplaced)
    ? `HTTP only. Add --http, or remove ${misplaced}.`
    : "stdio only. Remove it, or remove --http.";
  throw new ExitError(EXIT_USAGE, `${misplaced} works over ${advice}`);
}

function byName<Options>(table: FlagTable<Options>): ReadonlyMap<string, Flag> {
  return new Map(Object.values<Flag>(table).map((flag) => [toName(flag), flag]));
}

/** Its values are read later, with those of the environment of built modules: by one reader, with one message. */
function toOption(flag: Flag, byDefault: string | undefined): Option {
  const remarks = byDefault === undefined ? [] : [`default: ${byDefault}`];
  return new Option(flag.flag, toHelp(flag, remarks)).argParser((text, texts: readonly string[] = []) => {
    return [...texts, text];
  });
}
