import type { ServeStdioOptions } from "@plainmcp/transport-stdio";
import type { FlagTable } from "./flag.js";
import { engineLimitFlags, limitFlag } from "./limit-flags.js";
import type { ProcessOptions } from "./process-options.js";
import { list, onOff, timeOrZero } from "./text-formats.js";

/** What people can set when they serve over stdio. */
export const stdioFlags: FlagTable<ServeStdioOptions & ProcessOptions> = {
  "limits.maxLineSize": limitFlag("--max-line-size <size>", "largest message that is accepted", "16MiB"),
  "limits.maxQueueSize": limitFlag("--max-queue-size <size>", "memory for what the client has not read yet", "16MiB"),
  "limits.maxBatchSize": limitFlag("--max-batch-size <size>", "largest answer to a batch", "16MiB"),
  ...engineLimitFlags,
  shutdownGraceMs: {
    flag: "--shutdown-grace <time>",
    env: "MCP_SHUTDOWN_GRACE",
    format: timeOrZero,
    help: "finish calls and stop within this time",
    default: "3.5s",
    group: "Limits",
  },
  envFile: {
    flag: "--env-file <file>",
    env: "MCP_ENV_FILE",
    format: list,
    help: "set the environment variables of this file, unless they are set already",
    isOption: false,
    group: "Environment",
  },
  lane: {
    flag: "--lane <on|off>",
    env: "MCP_LANE",
    format: onOff,
    help: "answer ordinary requests without the official SDK, which is several times faster",
    default: "on",
    group: "Diagnosis",
  },
};
