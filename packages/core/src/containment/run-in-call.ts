import { currentContainment } from "./containment.js";
import { type Call, createCallScope } from "./create-call-scope.js";

/**
 * Runs a method of the user's. Where a containment is installed, errors of what the method leaves behind are reported under
 * the call's name and end nothing. Elsewhere, on Workers for example, the runtime decides what becomes of them.
 */
export function runInCall<T>(call: Call, method: () => T): T {
  const containment = currentContainment();
  return containment ? containment.run(createCallScope(call), method) : method();
}
