import process from "node:process";
import { debuglog } from "node:util";
import { describeError } from "../../log/describe-error.js";
import { summarizeError } from "../../log/summarize-error.js";
import { writeLine } from "./write-line.js";

/** `EX_SOFTWARE` of BSD's sysexits: an error inside the program. */
const EXIT_SOFTWARE = 70;

const debug = debuglog("plainmcp");

/** Ends the process for an error that belongs to no call, and says so in one line. */
export function endProcess(error: unknown): void {
  debug("%s", describeError(error));
  const hint = debug.enabled ? "" : " NODE_DEBUG=plainmcp shows its stack.";
  writeLine(
    `${summarizeError(error)}. It belongs to no call, so the server ends with exit code ${EXIT_SOFTWARE}.${hint}`,
  );
  process.exit(EXIT_SOFTWARE);
}
