import { InvalidArgumentError, Option } from "commander";
import { GRACE_RULE, parseGrace } from "./parse-grace.js";

/** Option of the command line that says how long the end may take. */
export const graceOption: Option = new Option(
  "--shutdown-grace <time>",
  "time to end in, in seconds or with a unit, such as 500ms (default: 3.5s, with --http 9s)",
).argParser(toGrace);

function toGrace(text: string): number {
  const milliseconds = parseGrace(text);
  if (milliseconds === undefined) throw new InvalidArgumentError(GRACE_RULE);
  return milliseconds;
}

/** What {@link graceOption} gives. */
export interface GraceOptions {
  /** @default the transport's */
  readonly shutdownGraceMs?: number | undefined;
}
