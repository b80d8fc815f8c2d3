import { installedContainment } from "../containment.js";
import { ProcessContainment } from "./process-containment.js";

/**
 * Keeps this process alive when work that calls left running fails: unhandled rejections, and errors thrown in timers,
 * callbacks and listeners. Each is reported under the name of the call. An error that belongs to no call ends the
 * process with exit code 70, unless the program has its own listeners.
 *
 * It may be called several times, also by several copies of this package.
 *
 * @returns a function that ends it; once all callers have ended it, errors are treated as usual
 */
export function containFailures(): () => void {
  return (installedContainment() ?? new ProcessContainment()).use();
}
