import type { Outcome } from "../primitives/middleware.js";
import type { Primitive } from "../primitives/primitive.js";
import { readToEnd } from "../result/read-to-end.js";
import type { Call, CallOutcome } from "./call.js";
import { toFault } from "./to-fault.js";
import { toInspectable } from "./to-inspectable.js";

/**
 * Runs the method with the arguments, and converts its return value. This is the innermost part of a call.
 *
 * @param convert Makes the result. Throws when the value does not match the return type
 */
export async function runMethod(
  { call, reading = "any" }: Primitive,
  { arguments: args, source, invocation }: Call,
  convert: (value: unknown) => Promise<object> | object,
): Promise<CallOutcome> {
  try {
    // Cancelled before the method could listen to the signal.
    if (invocation.isAborted) invocation.signal.throwIfAborted();
    const ran = await invocation.run(async () => readToEnd(await call(args, invocation), reading, invocation));
    return "asks" in ran ? ran.asks : { status: "completed", result: (await convert(ran.value)) as Result };
  } catch (thrown) {
    const error = toInspectable(thrown);
    // The client already has the timeout error, so only the log can show this one.
    if (invocation.deadline?.isOver && !isAbort(error)) invocation.report(error, source);
    return { status: "failed", fault: toFault(error, source, invocation.report, invocation) };
  }
}

type Result = Extract<Outcome, { readonly status: "completed" }>["result"];

/** Whether an error only means that the method stopped, as it was asked to. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
