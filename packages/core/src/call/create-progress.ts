import type { Context } from "../context.js";
import type { NotificationMessage } from "../wire/message.js";

type Notification = Pick<NotificationMessage, "method" | "params">;

/** Milliseconds between two notifications. */
const INTERVAL_MS = 50;

/** Reports the progress of one request to the client. */
export interface Progress {
  readonly report: Context["progress"];
  /** Sends the value that is held back, if any. */
  flush(): void;
}

/**
 * Limits progress to one notification per interval: the first value goes out at once, then the latest one. Values that
 * come more slowly are never held back.
 *
 * @param progressToken The client's token; without one, nothing is sent
 */
export function createProgress(progressToken: unknown, notify: (notification: Notification) => void): Progress {
  if (progressToken === undefined) return { report: () => undefined, flush: () => undefined };
  let last = Number.NEGATIVE_INFINITY;
  let sentAt = Number.NEGATIVE_INFINITY;
  let held: Notification | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (held === undefined) return;
    sentAt = performance.now();
    notify(held);
    held = undefined;
  };

  return {
    report: (progress, total, message) => {
      // The protocol allows only values that increase, and JSON only finite ones.
      if (!Number.isFinite(progress) || progress <= last) return;
      last = progress;
      const params = { progressToken, progress, ...(Number.isFinite(total) && { total }), ...(message && { message }) };
      held = { method: "notifications/progress", params };
      const wait = sentAt + INTERVAL_MS - performance.now();
      if (wait <= 0) send();
      else timer ??= setTimeout(send, wait);
    },
    flush: send,
  };
}
