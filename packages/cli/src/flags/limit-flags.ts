import type { EngineLimits } from "@plainmcp/core/internal/engine";
import type { Flag } from "./flag.js";
import { count, size } from "./text-formats.js";

/** Flags of limits, by the names of the options in code: `limits.maxSessions` for `--max-sessions`. */
export type LimitFlags<Limits> = { readonly [Limit in keyof Limits & string as `limits.${Limit}`]-?: Flag<number> };

/** The limits of every server. */
export const engineLimitFlags: LimitFlags<EngineLimits> = {
  "limits.maxSubscriptions": limitFlag(
    "--max-subscriptions <number>",
    "open subscriptions of clients of 2026-07-28",
    "1024",
  ),
  "limits.maxWatches": limitFlag("--max-watches <number>", "URIs that clients are subscribed to, in sum", "10000"),
  "limits.maxTasks": limitFlag("--max-tasks <number>", "tasks in memory, in sum", "1000"),
  "limits.maxTasksSize": limitFlag("--max-tasks-size <size>", "memory for all tasks", "1/8 of the heap"),
};

/** The flag of a limit. */
export function limitFlag(flag: Flag["flag"], help: string, byDefault: string): Flag<number> {
  const [name = ""] = flag.slice(2).split(" ");
  return {
    ...{ flag, help, default: byDefault, group: "Limits" },
    env: `MCP_${name.replaceAll("-", "_").toUpperCase()}`,
    format: flag.endsWith("<size>") ? size : count,
  };
}
