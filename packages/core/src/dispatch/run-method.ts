import type { Outcome } from "../primitives/middleware.js";
import type { Primitive } from "../primitives/primitive.js";
import { type Awaitable, after, attempt } from "../promises/awaitable.js";
import { readToEnd } from "../result/read-to-end.js";
import type { Call, CallOutcome } from "./call.js";
import { withoutTranslation } from "./disclose.js";
import { toFault } from "./to-fault.js";
import { toInspectable } from "./to-inspectable.js";

/**
 * Runs the method with the arguments, and converts its return value. This is the innermost part of a call.
 *
 * @param convert Makes the result. Throws when the value does not match the return type
 */
export function runMethod(
  { call, reading = "any" }: Primitive,
  { arguments: args, source, invocation }: Call,
  convert: (value: unknown) => Awaitable<object>,
): Awaitable<CallOutcome> {
  let hasReturned = false;
  return attempt(
    () => {
      // Cancelled before the method could listen to the signal.
      if (invocation.isAborted) invocation.signal.throwIfAborted();
      const ran = invocation.run(() => after(call(args, invocation), (value) => readToEnd(value, reading, invocation)));
      return after(ran, (ran): Awaitable<CallOutcome> => {
        if ("asks" in ran) return ran.asks;
        hasReturned = true;
        return after(convert(ran.value), complete);
      });
    },
    (thrown) => {
      const error = toInspectable(thrown);
      // The client already has the timeout error, so only the log can show this one.
      if (invocation.deadline?.isOver && !isAbort(error)) invocation.report(error, source);
      const report = hasReturned ? withoutTranslation(invocation.report) : invocation.report;
      return { status: "failed", fault: toFault(error, source, report, invocation) };
    },
  );
}

function complete(result: object): CallOutcome {
  return { status: "completed", result: result as Result };
}

type Result = Extract<Outcome, { readonly status: "completed" }>["result"];

/** Whether an error only means that the method stopped, as it was asked to. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
