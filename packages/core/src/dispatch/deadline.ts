import { MAX_TIMER_MS } from "../max-timer-ms.js";
import { ToolError } from "../tool-error.js";

/** The end of a method's time. */
export interface Deadline {
  /** Aborted when the time is over, or for the same reason as the signal that was given. */
  readonly signal: AbortSignal;
  /** Stops the clock until what it returns is called. */
  pause(): () => void;
  /** Starts the clock, does the work and settles as it does, or rejects with a ToolError when the time is over. */
  limit<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Gives a method so many milliseconds.
 *
 * @param onLateError Is told what the method throws when its time is over and nobody waits for it any more
 */
export function createDeadline(
  timeout: number,
  parent: AbortSignal,
  source: string,
  onLateError: (error: unknown) => void,
): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const { promise: over, reject: giveUp } = withResolvers();
  let left = timeout;
  let startedAt = 0;
  let pauses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const expire = (): void => {
    const message = `The ${source} timed out after ${timeout} ms.`;
    giveUp(new ToolError(message));
    controller.abort(new DOMException(message, "TimeoutError"));
  };
  const start = (): void => {
    startedAt = performance.now();
    timer = setTimeout(expire, Math.min(left, MAX_TIMER_MS));
  };
  const stop = (): void => {
    clearTimeout(timer);
    left -= performance.now() - startedAt;
  };
  const forward = (): void => controller.abort(parent.reason);

  return {
    signal,
    pause: () => {
      pauses += 1;
      if (pauses === 1) stop();
      return () => {
        pauses -= 1;
        if (pauses === 0 && !ended && !signal.aborted) start();
      };
    },
    limit: async (begin) => {
      if (parent.aborted) forward();
      else parent.addEventListener("abort", forward, { once: true });
      start();
      const work = begin();
      work.catch((error: unknown) => {
        if (ended && !isAbort(error)) onLateError(error);
      });
      try {
        return await Promise.race([work, over]);
      } finally {
        ended = true;
        clearTimeout(timer);
        parent.removeEventListener("abort", forward);
      }
    },
  };
}

function withResolvers(): { readonly promise: Promise<never>; readonly reject: (error: unknown) => void } {
  let reject!: (error: unknown) => void;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

/** Whether it says only that the method has stopped, as it was asked to. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
