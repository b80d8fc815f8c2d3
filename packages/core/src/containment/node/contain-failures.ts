import { currentContainment } from "../containment.js";
import { ProcessContainment } from "./process-containment.js";

/**
 * Has this process survive what calls leave behind: promises that are rejected and handled by nobody, and whatever is
 * thrown where nobody can catch it, in timers, callbacks and listeners. Each is reported under the name of what was called.
 * An error that belongs to no call ends the process with exit code 70, unless the program has listeners of its own.
 *
 * It may be called several times, by several copies of this package too.
 *
 * @returns what ends it; the process is left alone when all callers have ended it
 */
export function containFailures(): () => void {
  return (currentContainment() ?? new ProcessContainment()).use();
}
