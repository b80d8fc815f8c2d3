import type { JSONRPCMessage, JSONRPCNotification } from "@modelcontextprotocol/server";

/** Whether a message is the notification of this name, such as `cancelled`. */
export function isNotification(message: JSONRPCMessage, name: string): message is JSONRPCNotification {
  return "method" in message && message.method === `notifications/${name}`;
}
