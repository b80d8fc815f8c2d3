import type { NotificationMessage } from "./message.js";

/** What is sent once in place of progress and log messages that a client did not read, and that are no longer stored. */
export function lostMessages(): NotificationMessage {
  const data =
    "Some progress and log messages are missing here: the server sent more than it stores until a client reads them.";
  return {
    ...{ jsonrpc: "2.0", method: "notifications/message" },
    params: { level: "warning", logger: "plainmcp", data },
  };
}
