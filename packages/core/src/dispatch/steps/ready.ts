import type { Primitive } from "../../primitives/primitive.js";
import { isThenable } from "../../promises/awaitable.js";
import type { Call, Check } from "../call.js";
import { toFault } from "../to-fault.js";

/** Prepares the instance before its first call. Concurrent calls wait for the same attempt. */
export function ready(prepare: NonNullable<Primitive["prepare"]>): Check {
  return (call) => {
    const prepared = prepare();
    return isThenable(prepared) ? untilPrepared(prepared, call) : undefined;
  };
}

/** Waits, but not longer than somebody waits for the call. */
async function untilPrepared(preparing: Promise<void>, { source, invocation }: Call): Promise<void> {
  const { signal, report } = invocation;
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason);
      // The operator hears of a failure, also if no call is left that could fail.
      preparing.catch((error: unknown) => toFault(error, source, report));
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
  });
  try {
    await Promise.race([preparing, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
