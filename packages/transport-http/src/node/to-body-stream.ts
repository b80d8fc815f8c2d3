import type { IncomingMessage } from "node:http";

/**
 * The body of a Node request as a web stream. It reads only on demand. Cancelling leaves the rest unread and the connection
 * intact, so that a refusal can still be sent.
 */
export function toBodyStream(request: IncomingMessage): ReadableStream<Uint8Array> {
  let detach: (() => void) | undefined;

  const attach = (controller: ReadableStreamDefaultController<Uint8Array>): (() => void) => {
    const onData = (chunk: Buffer | string): void => {
      request.pause();
      controller.enqueue(typeof chunk === "string" ? Buffer.from(chunk, request.readableEncoding ?? "utf8") : chunk);
    };
    const onEnd = (): void => {
      detach?.();
      controller.close();
    };
    const onGone = (): void => {
      detach?.();
      controller.error(new Error("The client disconnected before its request was complete."));
    };
    request.on("data", onData).on("end", onEnd).on("error", onGone).on("close", onGone);
    if (request.destroyed) queueMicrotask(onGone);
    return () => void request.off("data", onData).off("end", onEnd).off("error", onGone).off("close", onGone);
  };

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // The stream already flows, for example to middleware that logs bodies. The next chunk must not be missed.
        if (request.readableFlowing === true) detach = attach(controller);
      },
      pull(controller) {
        detach ??= attach(controller);
        request.resume();
      },
      cancel() {
        detach?.();
        request.pause();
      },
    },
    { highWaterMark: 0 },
  );
}
