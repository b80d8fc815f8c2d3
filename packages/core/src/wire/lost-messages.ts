import type { NotificationMessage } from "./message.js";

/** Sent once in place of progress and log messages that a client did not read, and that are no longer stored. */
export const LOST_MESSAGES: NotificationMessage = {
  jsonrpc: "2.0",
  method: "notifications/message",
  params: {
    level: "warning",
    logger: "plainmcp",
    data: "Some progress and log messages are missing here: the server sent more than it stores until a client reads them.",
  },
};
