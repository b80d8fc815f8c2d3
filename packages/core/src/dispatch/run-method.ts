import type { Outcome } from "../primitives/middleware.js";
import type { Primitive } from "../primitives/primitive.js";
import { readToEnd } from "../result/read-to-end.js";
import type { Call, CallOutcome } from "./call.js";
import { toFault } from "./to-fault.js";

/**
 * The innermost of a call: runs the method with the arguments, and converts what it returns.
 *
 * @param convert Makes the result. Throws when the value is not what the return type says
 */
export async function runMethod(
  { call, reading = "any" }: Primitive,
  { arguments: args, source, invocation }: Call,
  convert: (value: unknown) => Promise<object> | object,
): Promise<CallOutcome> {
  try {
    // Cancelled so soon that the method would never hear of it.
    if (invocation.isAborted) invocation.signal.throwIfAborted();
    const ran = await invocation.run(async () => readToEnd(await call(args, invocation), reading, invocation));
    return "asks" in ran ? ran.asks : { status: "completed", result: (await convert(ran.value)) as Result };
  } catch (error) {
    // Nobody waits for it any more, and the caller has been told that the time is over.
    if (invocation.deadline?.isOver && !isAbort(error)) invocation.report(error, source);
    return { status: "failed", fault: toFault(error, source, invocation.report, invocation) };
  }
}

type Result = Extract<Outcome, { readonly status: "completed" }>["result"];

/** Whether it says only that the method has stopped, as it was asked to. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
