import type { ServerResponse } from "node:http";

/** Resolves when a response takes more, or its client has disconnected. */
export function whenWritable(to: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      to.off("drain", done).off("close", done);
      resolve();
    };
    to.on("drain", done).on("close", done);
    if (to.destroyed) done();
  });
}
