import { MAX_TIMER_MS } from "./max-timer-ms.js";

/** Resolves when the promise settles or the time is over. Never rejects. */
export async function settleWithin(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(milliseconds, MAX_TIMER_MS));
  });
  await Promise.race([promise.catch(() => undefined), timeUp]);
  clearTimeout(timer);
}
