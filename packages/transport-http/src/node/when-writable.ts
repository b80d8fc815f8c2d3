import type { IncomingMessage, ServerResponse } from "node:http";
import { onClose } from "./on-close.js";

/** Resolves when a response takes more, or its client has disconnected. */
export function whenWritable(to: ServerResponse<IncomingMessage>): Promise<void> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const done = (): void => {
      to.off("drain", done);
      stop();
      resolve();
    };
    to.on("drain", done);
    stop = onClose(to, done);
    if (to.destroyed) done();
  });
}
